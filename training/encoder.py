"""The transformer: word pieces with three features each in, a row a piece out."""
import random
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .data import Batch

POSITIONS = 512


@dataclass(frozen=True)
class Size:
    """What tells one encoder from another; `buckets` are of relative positions (MPNet), 0 where positions are absolute alone."""
    layers: int
    width: int
    attention_heads: int
    inner: int
    epsilon: float
    buckets: int = 0


class Dropout(nn.Dropout):
    """Dropout whose masks are slices of a pool at random offsets: drawing fresh bits takes longer than the product they mask."""
    pool: dict[tuple[float, torch.dtype], Tensor] = {}

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.p == 0:
            return x
        n, key = x.numel(), (self.p, x.dtype)
        pool = self.pool.get(key, torch.empty(0))
        if len(pool) < 2 * n:
            pool = self.pool[key] = (torch.rand(max(1 << 23, 4 * n)) >= self.p).to(x.dtype) / (1 - self.p)
        at = random.randrange(len(pool) - n)
        return x * pool[at:at + n].view(x.shape)


class Embeddings(nn.Module):
    """Word piece + position + shape, quotation state and first of a paragraph: zero at first, where the pre-trained encoder is."""

    def __init__(self, vocabulary: int, size: Size, dropout: float) -> None:
        super().__init__()
        self.word, self.position, self.shape, self.quote, self.first = (
            nn.Parameter(torch.zeros(n, size.width)) for n in (vocabulary, POSITIONS, 17, 4, 2))
        self.norm, self.dropout = nn.LayerNorm(size.width, size.epsilon), Dropout(dropout)

    def forward(self, batch: Batch) -> Tensor:
        x = self.position[:batch.mask.shape[1]]
        for values, table in zip(batch.input, (self.word, self.shape, self.quote, self.first)):
            x = x + F.embedding(values, table)
        return self.dropout(self.norm(x))


class Layer(nn.Module):
    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        h, self.heads = size.width, size.attention_heads
        self.qkv, self.out = nn.Linear(h, 3 * h), nn.Linear(h, h)
        self.up, self.down = nn.Linear(h, size.inner), nn.Linear(size.inner, h)
        self.norm1, self.norm2 = nn.LayerNorm(h, size.epsilon), nn.LayerNorm(h, size.epsilon)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, h = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q * (h // self.heads) ** -.5) @ k.transpose(-1, -2) + bias.to(q.dtype)
        mixed = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(rows, length, h)
        x = self.norm1(x + self.dropout(self.out(mixed)).float())
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))).float())


class Encoder(nn.Module):
    def __init__(self, vocabulary: int, size: Size, dropout: float) -> None:
        super().__init__()
        self.size, self.embeddings = size, Embeddings(vocabulary, size, dropout)
        self.layers = nn.ModuleList([Layer(size, dropout) for _ in range(size.layers)])
        if size.buckets:
            self.relative = nn.Parameter(torch.zeros(size.buckets, size.attention_heads))

    def forward(self, batch: Batch) -> Tensor:
        """[windows, pieces, width]"""
        x = self.embeddings(batch)
        bias = torch.zeros(batch.mask.shape).masked_fill(~batch.mask, -1e4)[:, None, None]
        if self.size.buckets:
            bias = bias + self.relative[relative_buckets(x.shape[1], self.size.buckets)].permute(2, 0, 1)
        for layer in self.layers:
            x = layer(x, bias)
        return x


def relative_buckets(length: int, buckets: int) -> Tensor:
    """[length, length]: MPNet's bucket of the distance from each position to each other: half the buckets a direction, of those half
    exact, the rest logarithmic up to 128."""
    distance = torch.arange(length)[None, :] - torch.arange(length)[:, None]
    half, exact = buckets // 2, buckets // 4
    far = distance.abs().clamp(min=1)
    log = exact + (torch.log(far / exact) / torch.log(torch.tensor(128 / exact)) * (half - exact)).long()
    return torch.where(far < exact, distance.abs(), log.clamp(max=half - 1)) + (distance > 0) * half
