"""The encoder with its heads. Parameter names are those of the checkpoint, which the program reads."""
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .data import Batch
from .encoder import Dropout, Encoder, Size
from .pair import PairHead, distance_bucket, mean_rows

PROJECTION_DROPOUT = .2
ARC, LABEL, COREF, ATTITUDE = 128, 48, 64, 192
FARTHEST = 600  # words from a mention's head to an antecedent's


class Projection(nn.Linear):
    """gelu(Wx + b), and a last column of ones, so that a biaffine product holds the linear terms and the bias."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__(width, inner)
        self.dropout = Dropout(PROJECTION_DROPOUT)

    def forward(self, rows: Tensor) -> Tensor:
        x = F.gelu(super().forward(rows))
        return torch.cat([self.dropout(x), torch.ones(*x.shape[:-1], 1)], -1)


class Biaffine(nn.Module):
    """dependentᵀ W head over projections of width `inner`; `weight` is [inner + 1, inner + 1], or that for each label."""

    def __init__(self, width: int, inner: int, weight: Tensor) -> None:
        super().__init__()
        self.dependent, self.head = Projection(width, inner), Projection(width, inner)
        self.weight = nn.Parameter(weight)


class CorefHead(nn.Module):
    """For the head word of a mention, a score for each earlier one and for having no antecedent: anaphorᵀ W antecedent + `distance` at their
    bucket of words apart + `match` at 3 * the anaphor's kind + the antecedent's, or, where their pieces are the same, at 9 + the anaphor's
    kind. A word's kind is 0 for PRON, 1 for PROPN, 2 for others, as the model predicts. `null` is the row of "no antecedent", without the two."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.anaphor, self.antecedent = Projection(width, COREF), Projection(width, COREF)
        self.weight = nn.Parameter(torch.randn(COREF + 1, COREF + 1) * .01)  # zeros here would leave the projections where they are
        self.distance, self.match = nn.Parameter(torch.zeros(16)), nn.Parameter(torch.zeros(12))
        self.null = nn.Parameter(torch.randn(width) * .02)

    def forward(self, rows: Tensor, places: Tensor, kinds: Tensor, forms: Tensor) -> tuple[Tensor, Tensor]:
        """[mentions, 1 + mentions] from the rows [mentions, width], places, kinds and numbers of their pieces of one text's mentions, in
        order of the text; and which of them count. Column 0 is "no antecedent"; others must come earlier and not too far away."""
        scores = self.anaphor(rows) @ self.weight @ self.antecedent(torch.cat([self.null[None], rows])).T
        apart = places[:, None] - places
        match = torch.where(forms[:, None] == forms, 9 + kinds[:, None], 3 * kinds[:, None] + kinds)
        scores = scores + F.pad(self.distance[distance_bucket(apart.abs())] + self.match[match], (1, 0))
        counts = F.pad((apart > 0) & (apart <= FARTHEST), (1, 0), value=True)
        return scores.masked_fill(~counts, -torch.inf), counts


class AttitudeHead(nn.Module):
    """What one of two people in a sentence thinks of the other."""

    def __init__(self, width: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.first, self.second, self.sentence = (nn.Linear(width, ATTITUDE) for _ in range(3))
        self.mid, self.out = nn.Linear(ATTITUDE, ATTITUDE), nn.Linear(ATTITUDE, labels)
        self.dropout = Dropout(dropout)

    def forward(self, rows: Tensor, row: Tensor, spans: Tensor, words: Tensor) -> Tensor:
        """[pairs, labels]; `spans` is [4, pairs]: first and end of the one and of the other, `words` [pairs] the sentence's length."""
        z = self.first(mean_rows(rows, row, spans[0], spans[1])) + self.second(mean_rows(rows, row, spans[2], spans[3]))
        z = F.gelu(z + self.sentence(mean_rows(rows, row, torch.zeros_like(words), words)))
        z = z + F.gelu(self.mid(self.dropout(z)))
        return self.out(self.dropout(z))


class Model(nn.Module):
    """All heads over one encoder."""

    def __init__(self, size: Size, labels: dict[str, Any], dropout: float) -> None:
        super().__init__()
        width = size.width
        self.encoder, self.dropout, self.bf16 = Encoder(labels["vocabulary"], size, dropout), Dropout(dropout), False
        self.cue = nn.Linear(width, 3)  # O, B, I
        self.aux = nn.Linear(width, 2)  # in some source, in some content: a help in training alone
        self.pair = PairHead(width, dropout)
        self.upos, self.name = nn.Linear(width, len(labels["upos"])), nn.Linear(width, len(labels["names"]))
        self.arc = Biaffine(width, ARC, torch.zeros(ARC + 1, ARC + 1))
        self.label = Biaffine(width, LABEL, torch.randn(len(labels["relations"]), LABEL + 1, LABEL + 1) * .01)
        self.root = nn.Parameter(torch.randn(width) * .02)
        self.mention, self.coref = nn.Linear(width, 1), CorefHead(width)
        self.attitude = AttitudeHead(width, len(labels["attitudes"]), dropout)
        self.kinds = torch.tensor([{"PRON": 0, "PROPN": 1}.get(tag, 2) for tag in labels["upos"]])  # as CorefHead wants them

    def mixed(self) -> torch.autocast:
        """Dense layers in bfloat16 where wanted. No cache of converted weights: threads would share it."""
        return torch.autocast("cpu", torch.bfloat16, enabled=self.bf16, cache_enabled=False)

    def rows(self, batch: Batch) -> Tensor:
        """[windows, words, width]: the row of each word's first piece."""
        if "rows" in batch.windows[0].document.word:  # kept by `finish`
            return batch.word("rows", 0).float()
        with self.mixed():
            x = self.encoder(batch)
        return x.gather(1, batch.lead[..., None].expand(-1, -1, x.shape[-1]))
