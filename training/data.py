"""Prepared documents as tensors, cut into windows, gathered into batches."""
import json
import random
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

WINDOW, BUDGET = 254, 3072  # pieces of a window, and padded ones of a step
UNKNOWN = -100              # a label that nobody gave; every loss leaves it out
CONTINUATION = 8            # added to a word's shape for its second and later pieces
CLS, SEP = 101, 102
WORDS = ("para", "sent", "qseg", "border", "names", "upos", "heads", "labels")


class Relation(NamedTuple):
    """An attribution: the cue as a range of words, and each word's role: 1 source, 2 content, 0 neither, as the cue's own words."""
    first: int
    end: int
    roles: Tensor


class Anaphor(NamedTuple):
    """A pronoun with the mentions that it can mean."""
    word: int
    heads: Tensor     # [candidates]: the word of each that stands for it
    features: Tensor  # [candidates, questions]
    right: Tensor     # [candidates]: whether it means them


@dataclass
class Document:
    input: Tensor                 # [4, pieces]: id, shape, quotation, 1 for the first piece of a paragraph
    offset: list[int]             # words + 1: where a word's pieces begin
    word: dict[str, Tensor]       # [words] by name: WORDS, as far as they are there, and aux [words, 2]
    starts: dict[str, list[int]]  # the first words of paragraphs ("para") and of sentences ("sent")
    relations: list[Relation]
    anaphors: list[Anaphor]
    pairs: list[list[int]]        # first and end word of the one and of the other, label


class Window(NamedTuple):
    """A range of a document's words that the encoder reads at once."""
    document: Document
    start: int
    end: int

    @property
    def pieces(self) -> int:
        return self.document.offset[self.end] - self.document.offset[self.start]

    @property
    def words(self) -> int:
        return self.end - self.start


def load(path: Path, limit: int = 0) -> list[Document]:
    """The documents of a file of JSON lines; a limit of 0 reads them all."""
    with path.open(encoding="utf-8") as lines:
        return [document(json.loads(line)) for i, line in enumerate(lines) if not limit or i < limit]


def read(folder: Path, names: Iterable[str], limit: int) -> tuple[dict[str, list[Document]], ...]:
    """The sets for training and those for dev, by name. A quarter of dev's attitude sentences are in train too, with pair and label alike:
    what train holds is left out of dev."""
    train, dev = ({name: load(folder / f"{name}.{part}.jsonl", limit) for name in names} for part in ("train", "dev"))
    for name, documents in train.items():
        known = {tuple(d.input[0].tolist()) for d in documents}
        dev[name] = [d for d in dev[name] if tuple(d.input[0].tolist()) not in known]
    return train, dev


def document(raw: dict[str, Any]) -> Document:
    lens, relations = torch.tensor(raw["lens"]), raw.get("relations", ())
    offset = [0, *lens.cumsum(0).tolist()]
    starts = {k: [i for i, n in enumerate(raw[k]) if i == 0 or n != raw[k][i - 1]] for k in ("para", "sent")}
    first, lead = torch.zeros(len(lens), dtype=torch.long), torch.zeros(offset[-1], dtype=torch.bool)
    first[starts["para"]], lead[offset[:-1]] = 1, True
    features = torch.stack([torch.tensor(raw["shape"]), torch.tensor(raw["quote"]), first]).repeat_interleave(lens, 1)
    features[0] += CONTINUATION * ~lead
    features[2] *= lead
    word = {k: torch.tensor(raw[k]) for k in WORDS if k in raw} | {"aux": torch.zeros(len(lens), 2)}
    for r in relations:
        word["aux"][r["source"], 0] = word["aux"][r["content"], 1] = 1
    return Document(torch.cat([torch.tensor(raw["pieces"])[None], features]), offset, word, starts,
                    [relation(r, len(lens)) for r in relations if r["cue"]], [anaphor(a) for a in raw.get("anaphors", ())],
                    [[*p["a"], *p["b"], p["label"]] for p in raw.get("pairs", ())])


def relation(raw: dict[str, list[int]], words: int) -> Relation:
    first, end, roles = min(raw["cue"]), max(raw["cue"]) + 1, torch.zeros(words, dtype=torch.long)
    roles[raw["content"]], roles[raw["source"]], roles[first:end] = 2, 1, 0  # in this order
    return Relation(first, end, roles)


def anaphor(raw: dict[str, Any]) -> Anaphor:
    heads, features = torch.tensor(raw["heads"]), torch.tensor(raw["features"])
    return Anaphor(raw["word"], heads, features, torch.isin(torch.arange(len(heads)), torch.tensor(raw["right"])))


def whole(d: Document) -> Window:
    return Window(d, 0, len(d.offset) - 1)


def cuts(d: Document, size: int, first: int = 0) -> Iterator[Window]:
    """Windows of up to `size` pieces that tile the document, the first of up to `first` (0: `size`): cut at a paragraph, else at a
    sentence, else where the room ends."""
    start, room, words = 0, first or size, whole(d).end
    while start < words:
        end = max(start + 1, bisect_right(d.offset, d.offset[start] + room) - 1)
        if end < words:
            end = last(d.starts["para"], start, end) or last(d.starts["sent"], start + 10, end) or end
        yield Window(d, start, end)
        start, room = end, size


def last(positions: list[int], low: int, high: int) -> int | None:
    """The last position p with low < p <= high."""
    i = bisect_right(positions, high)
    return positions[i - 1] if i and positions[i - 1] > low else None


def padded(length: int) -> int:
    """Lengths in steps of 32: the operators compile a kernel for each distinct shape."""
    return (length + 31) // 32 * 32


def batches(windows: list[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `budget` padded pieces a batch, in random order."""
    out: list[list[Window]] = []
    for length, _, w in sorted(((padded(w.pieces + 2), rng.random(), w) for w in windows), key=lambda k: k[:2]):
        if not out or (len(out[-1]) + 1) * length > budget:
            out.append([])
        out[-1].append(w)
    rng.shuffle(out)
    return out


class Batch:
    """Padded tensors of some windows: [windows, pieces] for the encoder, [windows, words] for the heads."""

    def __init__(self, windows: list[Window]) -> None:
        self.windows = windows
        rows, length = len(windows), padded(max(w.pieces for w in windows) + 2)
        self.width = padded(max(w.words for w in windows))
        self.input = torch.zeros(4, rows, length, dtype=torch.long)     # as Document.input; [CLS] and [SEP] have an id alone
        self.mask = torch.zeros(rows, length, dtype=torch.bool)         # true for pieces, [CLS] and [SEP]
        self.lead = torch.zeros(rows, self.width, dtype=torch.long)     # where a word's first piece stands
        self.real = torch.zeros(rows, self.width, dtype=torch.bool)     # true for words
        for r, w in enumerate(windows):
            d, n, begin = w.document, w.pieces, w.document.offset[w.start]
            self.input[0, r, 0], self.input[0, r, n + 1] = CLS, SEP
            self.input[:, r, 1:n + 1] = d.input[:, begin:begin + n]
            self.lead[r, :w.words] = torch.tensor(d.offset[w.start:w.end]) - begin + 1
            self.mask[r, :n + 2] = self.real[r, :w.words] = True

    def word(self, key: str, fill: int = UNKNOWN) -> Tensor:
        """[windows, words, …]: something that the documents know of each word."""
        parts = [w.document.word[key][w.start:w.end] for w in self.windows]
        out = parts[0].new_full((len(parts), self.width, *parts[0].shape[1:]), fill)
        for r, part in enumerate(parts):
            out[r, :len(part)] = part
        return out
