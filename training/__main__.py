"""python -m training teach|train|finish|rows: see README.md."""
import argparse
import json
import random
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

from . import checkpoint, task
from .data import BUDGET, WINDOW, Batch, Document, Window, batches, cuts, load, read, whole
from .encoder import Encoder, Size
from .finish import TASKS as HEADS_LAST, finish
from .fit import Job, fit, measure
from .model import Model

SENTENCES = 200  # pieces of a window of whole sentences
SHARE = .6       # of the attitude sentences, which are many and alike, an epoch reads so many
HEADS, EPSILON = 12, 1e-12  # of MiniLM: packed weights leave them out
RATES = {"teach": (6e-5, 5e-4, .05), "train": (2e-4, 1e-3, .1)}  # of pre-trained parameters, of new ones, of dropout
TASKS = {"polnear": task.attribution, "ewt": task.treebank, "gum": task.treebank, "crossner": task.names,
         "coref": task.coreference, "attitude": task.attitude}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training")
    commands = parser.add_subparsers(required=True, dest="command")
    teach = commands.add_parser("teach", help="fine-tune a large encoder on attribution alone")
    train = commands.add_parser("train", help="fine-tune a small encoder on all tasks")
    last = commands.add_parser("finish", help="on a frozen encoder, train the heads that have little data")
    rows = commands.add_parser("rows", help="write the rows of a few documents, to test another implementation against")
    for p, epochs in ((teach, 3), (train, 5)):
        p.add_argument("--base", type=Path, required=True, help="folder with config.json and model.safetensors of the base model")
        p.add_argument("--init", type=Path, help="checkpoint to start from, as far as its tensors fit")
        p.add_argument("--epochs", type=int, default=epochs, help="passes over the texts, %(default)s if not given")
        p.add_argument("--fp32", action="store_true", help="no bfloat16: README.md says which is faster")
    train.add_argument("--teacher", type=Path, help="checkpoint to distil from; its rows are kept beside it")
    last.add_argument("checkpoint", type=Path, help="that train wrote")
    last.add_argument("--only", nargs="+", choices=HEADS_LAST, default=list(HEADS_LAST), help="heads to train, all if not given")
    for p in (teach, train, last):
        p.add_argument("--data", type=Path, required=True, help="folder that `onrecord prepare` wrote")
        p.add_argument("--out", type=Path, required=True, help="checkpoint to write")
        p.add_argument("--seed", type=int, default=1, help="of new parameters, cuts and order")
        p.add_argument("--limit", type=int, default=0, help="documents a file, for a test; 0: all")
    for name, text in (("packed", "folder that `onrecord pack` wrote"), ("documents", "prepared, of at most 250 pieces each"), ("out", "file")):
        rows.add_argument(name, type=Path, help=text)
    return parser.parse_args()


def fine_tune(a: argparse.Namespace) -> None:
    """teach, which knows attribution alone, and train."""
    full, (*rates, dropout) = a.command == "train", RATES[a.command]
    size, tensors = checkpoint.base(a.base)
    meta = json.loads((a.data / "meta.json").read_text(encoding="utf-8"))
    meta |= {"seed": a.seed, "hyperparameters": {k: v for k, v in vars(a).items() if isinstance(v, (int, str))}}
    model = Model(size, meta, dropout)
    sets, dev = read(a.data, TASKS if full else ["polnear"], a.limit)
    dev.pop("gum", None)  # trees are measured on one treebank
    model.bf16, teacher = not a.fp32, None
    if full and a.teacher:
        meta["teacher"] = checkpoint.digest(a.teacher)
        kept = a.teacher.with_suffix(f".{meta['teacher'][:12]}-{len(sets['polnear'])}.rows")
        teacher = task.Teacher(checkpoint.load(a.teacher, 0, ("coref.", "attitude."), meta)[0], kept, sets["polnear"])
        teacher.model.bf16 = model.bf16
        model.projection = nn.Linear(size.width, teacher.model.encoder.size.width)  # of use in training alone
    checkpoint.restore(model, tensors)
    if a.init:
        print(f"{a.init} lacks {checkpoint.restore(model, load_file(a.init))}")
    print(f"{sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters, {meta['hyperparameters']}", flush=True)

    def plan(epoch: int) -> list[Job]:
        rng = random.Random(f"{a.seed} {epoch}")
        some = sets | {"attitude": rng.sample(sets["attitude"], round(SHARE * len(sets["attitude"])))} if full else sets
        return jobs(model, some, rng, random.Random(0) if teacher else rng, teacher)  # a teacher's windows stay

    def after(epochs: int) -> None:
        """Saves and then measures, so that no epoch is lost."""
        checkpoint.save(a.out, model, meta | {"epochs": epochs})
        print(f"dev after epoch {epochs}: {measure(jobs(model, dev, random.Random(0), random.Random(0)))}", flush=True)

    fit(model, rates, a.epochs, plan, after)


def jobs(model: Model, sets: dict[str, list[Document]], rng: random.Random, phase: random.Random, teacher: task.Teacher | None = None) -> list[Job]:
    out, tasks = [], TASKS | {"polnear": partial(task.attribution, teacher=teacher)}
    for name, documents in sets.items():
        some = [w for d in documents for w in windows(name, d, phase)]
        out += [(partial(tasks[name], model), b) for b in batches(some, BUDGET, rng)]
    rng.shuffle(out)
    return out


def windows(name: str, d: Document, phase: random.Random) -> list[Window]:
    """Of a document of the set called name: those that hold all that its task needs."""
    if name in ("polnear", "coref"):
        return list(cuts(d, WINDOW, phase.randint(WINDOW // 3, WINDOW)))
    if name in ("ewt", "gum"):  # whole sentences, so that each word's head is inside
        ends = {*d.starts["sent"], whole(d).end}
        return [w for w in cuts(d, SENTENCES) if w.start in ends and w.end in ends]
    return [w for w in cuts(d, WINDOW) if w.end == whole(d).words]


@torch.no_grad()
def rows(a: argparse.Namespace) -> None:
    """For document i, as one window of [CLS], its pieces and [SEP]: the input i.pieces, i.lens, i.shape, i.quote and i.first, all as
    floats, since the program reads no other numbers; and i.rows [words, width], the last layer at each word's first piece."""
    found, out = checkpoint.packed(a.packed), {}
    (vocabulary, width), layers = found["embeddings.word"].shape, sum(k.endswith(".qkv.bias") for k in found)
    encoder = Encoder(vocabulary, Size(layers, width, HEADS, len(found["layers.0.up.bias"]), EPSILON), 0).eval()
    if missing := checkpoint.restore(encoder, found):
        raise ValueError(f"{a.packed}: tensors are missing: {missing}")
    for i, d in enumerate(load(a.documents)):
        lead = torch.tensor(d.offset[:-1])
        pieces, *features = d.input
        words = dict(zip(("shape", "quote", "first"), (x[lead] for x in features)), lens=torch.tensor(d.offset).diff(), pieces=pieces)
        out |= {f"{i}.{k}": v.float() for k, v in words.items()} | {f"{i}.rows": encoder(Batch([whole(d)]))[0, lead + 1]}
    save_file(out, a.out)


if __name__ == "__main__":
    options = arguments()
    random.seed(getattr(options, "seed", 0))
    torch.manual_seed(getattr(options, "seed", 0))
    {"teach": fine_tune, "train": fine_tune, "finish": finish, "rows": rows}[options.command](options)
