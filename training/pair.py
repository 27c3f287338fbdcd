"""Who says what: the labels that the words around a cue have toward it."""
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .data import Batch, padded
from .encoder import Dropout

WIDTH, BIAFFINE = 192, 64
REACH = 100  # words farther from the cue are left out, as when reading
BORDERS, CUE_BEFORE, CUE_AFTER = 13, 11, 12
NEVER = -1e4

# The least distance of each bucket but the first: exact to 4, then two to the octave (4, 4√2, 8, 8√2 … rounded up), the last from 128.
# So 5 → 5, 6 and 7 → 6, 8 to 11 → 7, 12 to 15 → 8, 300 → 15.
DISTANCES = torch.tensor([1, 2, 3, 4, 5, 6, 8, 12, 16, 23, 32, 46, 64, 91, 128])


def distance_bucket(distance: Tensor) -> Tensor:
    """0 to 15 for a distance in words of 0 or more."""
    return torch.bucketize(distance, DISTANCES, right=True)


@dataclass
class CueContext:
    """Cues, and for each the words in its reach from left to right: [cues, words]."""
    row: Tensor       # [cues] the cue's window
    first: Tensor     # [cues] its first word in the window
    end: Tensor       # [cues]
    index: Tensor     # the word in the window
    real: Tensor      # false for padding
    inside: Tensor    # the cue's own words
    features: Tensor  # [4, cues, words]: rows of the tables PairHead.distance, sentence, paragraph and quote
    border: Tensor    # class of the border before the word: 0 to 10 as prepared, CUE_BEFORE, CUE_AFTER


def context(batch: Batch, cues: list[tuple[int, int, int]]) -> CueContext:
    """Cues are (window, first word, end word)."""
    row, first, end = torch.tensor(cues).unbind(1)
    low, high = (first - REACH).clamp(min=0), torch.minimum(end + REACH, batch.real.sum(1)[row])
    place = low[:, None] + torch.arange(padded(int((high - low).max())))
    index = place.clamp(max=batch.width - 1)
    x, y, cue = first[:, None], end[:, None], row[:, None]
    sent, para, qseg, border = (batch.word(key, 0) for key in ("sent", "para", "qseg", "border"))
    border = border[cue, index]
    border = torch.where((border == 0) & (index == y), CUE_BEFORE, border)
    border = torch.where((border == 0) & (index == x), CUE_AFTER, border)
    before, after = (x - index).clamp(min=0), (index - y + 1).clamp(min=0)
    quoted = torch.where(qseg[cue, index] < 0, 0, torch.where(qseg[cue, index] == qseg[cue, x], 2, 1))
    features = torch.stack([
        15 - distance_bucket(before) + distance_bucket(after),      # 15 in the cue, less before it
        (sent[cue, index] - sent[cue, x]).clamp(-3, 3) + 3,         # 3 in the same sentence
        (para[cue, index] - para[cue, x]).clamp(-2, 2) + 2,         # 2 in the same paragraph
        quoted + 3 * (qseg[cue, x] >= 0)])                          # no, another, the same quotation; 3 more where the cue is in one
    return CueContext(row, first, end, index, place < high[:, None], (index >= x) & (index < y), features, border)


def mean_rows(rows: Tensor, row: Tensor, first: Tensor, end: Tensor) -> Tensor:
    """[spans, width]: the mean row of the words first to end of a window."""
    place, before = torch.arange(rows.shape[0] * rows.shape[1]), row * rows.shape[1]
    low, high = (before + first)[:, None], (before + end)[:, None]
    weight = ((place >= low) & (place < high)) / (high - low)
    return weight.to(rows.dtype) @ rows.flatten(0, 1)


class PairHead(nn.Module):
    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.word, self.cue = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH)
        self.biword, self.bicue = nn.Linear(width, BIAFFINE), nn.Linear(width, 3 * BIAFFINE)
        self.distance, self.sentence, self.paragraph, self.quote = (nn.Parameter(torch.randn(n, WIDTH) * .05) for n in (31, 7, 5, 6))
        self.mid, self.conv = nn.Linear(WIDTH, WIDTH), nn.Conv1d(WIDTH, WIDTH, 3, padding=1)
        self.norm, self.out = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 3)
        self.transitions, self.start = nn.Parameter(torch.zeros(BORDERS, 3, 3)), nn.Parameter(torch.zeros(3))
        self.dropout = Dropout(dropout)

    def forward(self, rows: Tensor, c: CueContext) -> Tensor:
        """[cues, words in reach, 3]: scores of outside, source, content."""
        cue = mean_rows(rows, c.row, c.first, c.end)
        at = (c.row[:, None], c.index)
        z = self.word(rows)[at] + self.cue(cue)[:, None]
        for values, table in zip(c.features, (self.distance, self.sentence, self.paragraph, self.quote)):
            z = z + F.embedding(values, table)
        z = F.gelu(z)
        z = z + F.gelu(self.mid(self.dropout(z)))
        z = z * c.real[..., None]  # the convolution sees zeros outside the reach, as when reading
        z = z + F.gelu(self.conv(z.transpose(1, 2)).transpose(1, 2))
        biaffine = torch.einsum("cnd,ckd->cnk", self.biword(rows)[at].float(), self.bicue(cue).view(-1, 3, BIAFFINE).float())
        return self.out(self.dropout(self.norm(z.float()))).float() + biaffine / 8

    def loss(self, scores: Tensor, c: CueContext, gold: Tensor) -> Tensor:
        """[cues]: minus the log likelihood of the gold roles under a linear chain whose transitions depend on the border between two words.
        The cue's own words are neither source nor content. A potential is [3 before, 3 here]; where no word is, the label is passed on.
        The partition function is a product of matrices folded in pairs, so that its depth is the logarithm of the length."""
        nowhere = torch.full((3, 3), NEVER).fill_diagonal_(0)
        scores = scores.masked_fill(c.inside[..., None] & torch.tensor([False, True, True]), NEVER)
        inner = self.transitions[c.border[:, 1:]] + scores[:, 1:, None]
        begin = (self.start + scores[:, 0])[:, None, None].expand(-1, 1, 3, 3)
        chain = torch.where(c.real[..., None, None], torch.cat([begin, inner], 1), nowhere)
        before = torch.cat([gold[:, :1], gold[:, :-1]], 1)
        here = chain.gather(3, gold[:, :, None, None].expand(-1, -1, 3, 1))[..., 0]
        score = (here.gather(2, before[:, :, None])[..., 0] * c.real).sum(1)
        while chain.shape[1] > 1:
            if chain.shape[1] % 2:
                chain = torch.cat([chain, nowhere.expand(chain.shape[0], 1, 3, 3)], 1)
            chain = torch.logsumexp(chain[:, 0::2, :, :, None] + chain[:, 1::2, None], 3)
        return torch.logsumexp(chain[:, 0, 0], -1) - score
