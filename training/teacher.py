"""A teacher's judgement on the windows a student reads, its rows kept from epoch to epoch."""
from pathlib import Path

import torch
from torch import Tensor

from .data import Batch, Document, whole
from .model import AttributionModel
from .pair import CueContext


class Teacher:
    """Keeps its row of each word in each phase, in bfloat16, in a file mapped into memory (1.1 GB a phase for PolNeAR). Windows repeat with
    the phases, so each is read once. What was never written is zero, which no row is."""

    def __init__(self, model: AttributionModel, file: Path, phases: int, documents: list[Document]) -> None:
        self.model, self.documents, width = model, documents, model.encoder.size.width
        words = sum(whole(d).words for d in documents)
        self.kept = torch.from_file(str(file), True, phases * words * width, dtype=torch.bfloat16).view(phases, words, width)

    def begin(self, phase: int) -> None:
        rows = self.kept[phase].split([whole(d).words for d in self.documents])
        for d, mine in zip(self.documents, rows):
            d.word["teacher"] = mine

    @torch.no_grad()
    def judge(self, batch: Batch, cues: CueContext) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Rows; scores of cues, of the aids, and of the words around each cue."""
        places = [w.document.word["teacher"][w.start:w.end] for w in batch.windows]
        if not all(p[-1].any() for p in places):
            for place, row in zip(places, self.model.rows(batch)):
                place.copy_(row[:len(place)])
        rows = batch.word("teacher", 0).float()
        with self.model.mixed():
            return rows, self.model.cue(rows), self.model.aux(rows), self.model.pair(rows, cues)
