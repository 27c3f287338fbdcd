"""The encoder with its heads. Parameter names are those of the checkpoint, which the program reads."""
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .data import Anaphor, Batch
from .encoder import Dropout, Encoder, Size
from .pair import NEVER, PairHead, mean_rows

PROJECTION_DROPOUT = .2
ARC, LABEL, PAIRED, COREF, ATTITUDE, LOOKS = 128, 48, 128, 64, 192, 4
ALONE, EXCHANGED = [0, 14], [0, 2, 1, 4, 3]  # features of a candidate that are the pronoun's, so "none" has them; attitudes, the two exchanged


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
    """A score for each mention that a pronoun can mean, and for meaning none, which `null` stands for: from the rows of the pronoun and of
    the mention's head, of whose projections the first PAIRED outputs are added and the others multiplied, and from features."""

    def __init__(self, width: int, values: list[int], dropout: float) -> None:
        super().__init__()
        self.anaphor, self.candidate = nn.Linear(width, PAIRED + COREF), nn.Linear(width, PAIRED + COREF)
        self.null, self.features = nn.Parameter(torch.zeros(PAIRED + COREF)), nn.Parameter(torch.randn(sum(values), PAIRED) * .02)
        self.mid, self.out, self.dropout = nn.Linear(PAIRED, PAIRED), nn.Linear(PAIRED, 1), Dropout(dropout)
        self.offset = torch.tensor([0, *values[:-1]]).cumsum(0)  # of each feature's rows

    def forward(self, rows: Tensor, anaphors: list[Anaphor]) -> Tensor:
        """[anaphors, 1 + candidates] from rows [words, width]; "none" comes first, what is no candidate has -inf."""
        count, counts = len(anaphors), torch.tensor([len(a.heads) for a in anaphors])
        words, at = torch.cat([torch.tensor([a.word for a in anaphors])] + [a.heads for a in anaphors]).unique(return_inverse=True)
        used, told = self.dropout(rows[words]), torch.cat([a.features for a in anaphors]) + self.offset
        left, right = self.anaphor(used)[at[:count]], self.candidate(used)[at[count:]]
        left, right = torch.cat([left, left.repeat_interleave(counts, 0)]), torch.cat([self.null.expand(count, -1), right])
        told = torch.cat([self.features[told[counts.cumsum(0) - 1][:, ALONE]].sum(1), self.features[told].sum(1)])
        z = F.gelu(left[:, :PAIRED] + right[:, :PAIRED] + told)
        z = z + F.gelu(self.mid(self.dropout(z)))
        flat = self.out(self.dropout(z))[:, 0] + (left[:, PAIRED:] * right[:, PAIRED:]).sum(1) / 8
        each = zip(flat[:count, None], flat[count:].split(counts.tolist()))
        return nn.utils.rnn.pad_sequence([torch.cat(x) for x in each], batch_first=True, padding_value=-torch.inf)


class AttitudeHead(nn.Module):
    """What one of two people in a sentence thinks of the other. They look at the sentence together; seen the other way round, which is
    averaged in, the same must come out with the labels of the one and of the other exchanged."""

    def __init__(self, width: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.first, self.second, self.key, self.value = (nn.Linear(width, ATTITUDE) for _ in range(4))
        self.mid, self.out = nn.Linear(ATTITUDE, ATTITUDE), nn.Linear(ATTITUDE, labels)
        self.dropout = Dropout(dropout)

    def forward(self, rows: Tensor, row: Tensor, spans: Tensor, words: Tensor) -> Tensor:
        """[pairs, labels]; `spans` is [4, pairs]: first and end of the one and of the other, `words` [pairs] the sentence's length."""
        one, other = mean_rows(rows, row, spans[0], spans[1]), mean_rows(rows, row, spans[2], spans[3])
        key, value = (x(rows)[row].unflatten(2, (LOOKS, -1)) for x in (self.key, self.value))  # [pairs, words, LOOKS, …]
        real = (torch.arange(rows.shape[1]) < words[:, None])[..., None]

        def judge(one: Tensor, other: Tensor) -> Tensor:
            asked = self.first(one) + self.second(other)
            weight = torch.einsum("plx,pwlx->pwl", asked.unflatten(1, (LOOKS, -1)), key) / (ATTITUDE / LOOKS) ** .5
            z = F.gelu(asked + torch.einsum("pwl,pwlx->plx", weight.masked_fill(~real, NEVER).softmax(1), value).flatten(1))
            return self.out(self.dropout(z + F.gelu(self.mid(self.dropout(z)))))

        return (judge(one, other) + judge(other, one)[:, EXCHANGED]) / 2


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
        self.coref = CorefHead(width, labels["anaphors"], dropout)
        self.attitude = AttitudeHead(width, len(labels["attitudes"]), dropout)

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
