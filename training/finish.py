"""The last step: with the encoder frozen, the heads that have little data learn on from the rows that it leaves, computed once."""
import random
from functools import partial
from typing import Any

import torch

from . import task
from .data import BUDGET, WINDOW, Batch, Document, Window, batches, cuts, whole
from .fit import THREADS, Job, fit, measure
from .model import FullModel

DROPOUT = .2
# By task: heads, epochs, learning rate, padded pieces a step. Coreference reads whole documents, of which a step has one or two.
COREF = ("mention", "coref"), 20, 1e-2, 1536
ATTITUDE = ("attitude",), 10, 1e-3, 3072


def finish(model: FullModel, train: dict[str, list[Document]], dev: dict[str, list[Document]], seed: int) -> dict[str, Any]:
    """Says what was done. Dev figures are printed before and after each epoch."""
    tasks = {"coref": (task.coreference, *COREF), "attitude": (task.attitude, *ATTITUDE)}
    for name, (loss, heads, epochs, rate, room) in tasks.items():
        keep_rows(model, train[name] + dev[name])
        model.requires_grad_(False)
        for head in heads:
            model.get_submodule(head).requires_grad_(True)

        def jobs(documents: list[Document], epoch: int) -> list[Job]:
            windows = [whole(d) for d in documents if d.mentions or d.pairs]
            return [(partial(loss, model), b) for b in batches(windows, room, random.Random(f"{seed} {epoch}"))]

        def after(epoch: int) -> None:
            print(f"{name} on dev after epoch {epoch}: {measure(model, jobs(dev[name], 0))}", flush=True)

        after(0)
        fit(model, (0, rate), epochs, lambda epoch: jobs(train[name], epoch), after)
        train[name], dev[name] = [], []  # a gigabyte
    return {name: {"epochs": epochs, "rate": rate} for name, (_, _, epochs, rate, _) in tasks.items()}


def keep_rows(model: FullModel, documents: list[Document]) -> None:
    """Leaves the rows where model.rows looks for them. bfloat16 halves the memory."""
    model.eval()
    rows = [torch.empty(whole(d).words, model.encoder.size.width, dtype=torch.bfloat16) for d in documents]
    place = {id(d): r for d, r in zip(documents, rows)}

    @torch.no_grad()  # here, for it holds in one thread
    def read(windows: list[Window]) -> None:
        for (d, start, end), found in zip(windows, model.rows(Batch(windows))):
            place[id(d)][start:end] = found[:end - start]

    list(THREADS.map(read, batches([w for d in documents for w in cuts(d, WINDOW)], BUDGET, random.Random(0))))
    for d, mine in zip(documents, rows):
        d.word["rows"] = mine
