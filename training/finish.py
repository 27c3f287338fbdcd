"""The last step: with the encoder frozen, the heads that have little data learn on from the rows that it leaves, computed once."""
import json
import random
from argparse import Namespace
from functools import partial

import torch

from . import checkpoint, task
from .data import BUDGET, WINDOW, Batch, Document, Window, batches, cuts, read, whole
from .fit import THREADS, Job, fit, measure
from .model import Model

DROPOUT = .2
# Loss, epochs, learning rate, padded pieces a step: of coreference whole documents, of which a step has one or two.
TASKS = {"coref": (task.coreference, 16, 5e-4, 1536), "attitude": (task.attitude, 10, 1e-3, 3072)}


def finish(a: Namespace) -> None:
    """Coreference begins anew. Dev figures are printed before and after each epoch."""
    model, meta = checkpoint.load(a.checkpoint, DROPOUT, "coref.", json.loads((a.data / "meta.json").read_text(encoding="utf-8")))
    train, dev = read(a.data, a.only, a.limit)
    meta["finished"] = {"from": checkpoint.digest(a.checkpoint), "seed": a.seed, "dropout": DROPOUT}
    for name in a.only:
        loss, epochs, rate, room = TASKS[name]
        keep_rows(model, train[name] + dev[name])
        model.requires_grad_(False).get_submodule(name).requires_grad_(True)

        def jobs(documents: list[Document], epoch: int) -> list[Job]:
            return [(partial(loss, model), b) for b in batches([whole(d) for d in documents], room, random.Random(f"{a.seed} {epoch}"))]

        def after(epoch: int) -> None:
            print(f"{name} on dev after epoch {epoch}: {measure(jobs(dev[name], 0))}", flush=True)

        after(0)
        fit(model, (0, rate), epochs, lambda epoch: jobs(train[name], epoch), after)
        meta["finished"][name] = {"epochs": epochs, "rate": rate}
    checkpoint.save(a.out, model, meta)


def keep_rows(model: Model, documents: list[Document]) -> None:
    """Leaves the rows where model.rows looks for them. bfloat16 halves the memory."""
    rows = {id(d): torch.empty(whole(d).words, model.encoder.size.width, dtype=torch.bfloat16) for d in documents}
    model.eval()

    @torch.no_grad()  # here, for it holds in one thread
    def read_batch(windows: list[Window]) -> None:
        for (d, start, end), found in zip(windows, model.rows(Batch(windows))):
            rows[id(d)][start:end] = found[:end - start]

    list(THREADS.map(read_batch, batches([w for d in documents for w in cuts(d, WINDOW)], BUDGET, random.Random(0))))
    for d in documents:
        d.word["rows"] = rows[id(d)]
