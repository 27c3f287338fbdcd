"""python -m training teach|train|finish|rows: see README.md."""
import argparse
import json
import random
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

from . import checkpoint, packed, task
from .data import BUDGET, WINDOW, Document, Window, batches, cuts, load, whole
from .finish import DROPOUT, finish
from .fit import Job, fit, measure
from .model import AttributionModel, FullModel
from .teacher import Teacher

SENTENCES = 200  # pieces of a window of whole sentences
PHASES = 2   # with a teacher, window cuts repeat after so many epochs
SHARE = .25  # of the attitude sentences, which are many and alike, an epoch reads so many
RATES = {"teach": (6e-5, 5e-4, .05), "train": (2e-4, 1e-3, .1)}  # of pre-trained parameters, of new ones, of dropout
TASKS = {"polnear": task.attribution, "ewt": task.treebank, "gum": task.treebank, "crossner": task.names,
         "coref": task.coreference, "attitude": task.attitude}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training")
    commands = parser.add_subparsers(required=True, dest="command")
    add = partial(commands.add_parser, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    teach = add("teach", help="fine-tune a large encoder on attribution alone")
    train = add("train", help="fine-tune a small encoder on all tasks")
    last = add("finish", help="on a frozen encoder, train the heads that have little data")
    rows = add("rows", help="write the rows of a few documents, to test another implementation against")
    for p, epochs in ((teach, 3), (train, 5)):
        p.add_argument("--base", type=Path, required=True, help="folder with config.json and model.safetensors of the base model")
        p.add_argument("--init", type=Path, help="checkpoint to start from, as far as its tensors fit")
        p.add_argument("--layers", type=int, default=0, help="keep the first so many; 0: all")
        p.add_argument("--epochs", type=int, default=epochs, help="passes over the texts")
        p.add_argument("--fp32", action="store_true", help="no bfloat16: README.md says which is faster")
    train.add_argument("--teacher", type=Path, help="checkpoint to distil from; its rows are kept beside it")
    last.add_argument("checkpoint", type=Path, help="that train wrote")
    for p in (teach, train, last):
        p.add_argument("--data", type=Path, required=True, help="folder that `onrecord prepare` wrote")
        p.add_argument("--out", type=Path, required=True, help="checkpoint to write")
        p.add_argument("--seed", type=int, default=1, help="of new parameters, cuts and order")
        p.add_argument("--limit", type=int, default=0, help="documents a file, for a test; 0: all")
    rows.add_argument("packed", type=Path, help="folder that `onrecord pack` wrote")
    rows.add_argument("documents", type=Path, help="prepared, each of at most 250 pieces")
    rows.add_argument("out", type=Path, help="file to write")
    return parser.parse_args()


def fine_tune(a: argparse.Namespace) -> None:
    """teach, which knows attribution alone, and train."""
    full, (*rates, dropout) = a.command == "train", RATES[a.command]
    size, tensors = checkpoint.base(a.base, a.layers)
    meta = json.loads((a.data / "meta.json").read_text(encoding="utf-8"))
    meta |= {"seed": a.seed, "hyperparameters": {k: v for k, v in vars(a).items() if isinstance(v, (int, str))}}
    model = (FullModel if full else AttributionModel)(size, meta, dropout)
    sets, dev = read(a, list(TASKS) if full else ["polnear"])
    model.bf16, teacher = not a.fp32, None
    if full and a.teacher:
        meta["teacher"] = checkpoint.digest(a.teacher)
        kept = a.teacher.with_suffix(f".{meta['teacher'][:12]}-{len(sets['polnear'])}-{PHASES}.rows")
        teacher = Teacher(checkpoint.load(a.teacher)[0], kept, PHASES, sets["polnear"])
        teacher.model.bf16 = model.bf16
        model.projection = nn.Linear(size.width, teacher.model.encoder.size.width)  # of use in training alone
    checkpoint.restore(model, tensors)
    if a.init:
        print(f"{a.init} lacks {checkpoint.restore(model, load_file(a.init))}")
    print(f"{sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters, {meta['hyperparameters']}", flush=True)

    def plan(epoch: int) -> list[Job]:
        rng = random.Random(f"{a.seed} {epoch}")
        if teacher:  # the cuts depend on the phase alone, so that another seed finds the teacher's rows as well
            teacher.begin(epoch % PHASES)
        some = sets | {"attitude": rng.sample(sets["attitude"], round(SHARE * len(sets["attitude"])))} if full else sets
        return jobs(model, some, rng, random.Random(epoch % PHASES) if teacher else rng, teacher)

    def after(epochs: int) -> None:
        """Saves and then measures, so that no epoch is lost."""
        checkpoint.save(a.out, model, meta | {"epochs": epochs})
        print(f"dev after epoch {epochs}: {measure(model, jobs(model, dev, random.Random(0), random.Random(0)))}", flush=True)

    fit(model, rates, a.epochs, plan, after)


def read(a: argparse.Namespace, names: list[str]) -> tuple[dict[str, list[Document]], ...]:
    """The documents for training and those for dev, by set. Of the attitude sentences of dev, a quarter are in train too, pair and label
    alike: they are left out of dev."""
    train, dev = ({name: load(a.data / f"{name}.{part}.jsonl", a.limit) for name in names} for part in ("train", "dev"))
    for name in names:
        known = {tuple(d.input[0].tolist()) for d in train[name]}
        dev[name] = [d for d in dev[name] if tuple(d.input[0].tolist()) not in known]
    return train, dev


def jobs(model: AttributionModel, sets: dict[str, list[Document]], rng: random.Random, phase: random.Random,
         teacher: Teacher | None = None) -> list[Job]:
    out = []
    for name, documents in sets.items():
        loss = partial(task.attribution, teacher=teacher) if name == "polnear" else TASKS[name]
        some = [w for d in documents for w in windows(name, d, phase)]
        out += [(partial(loss, model), b) for b in batches(some, BUDGET, rng)]
    rng.shuffle(out)
    return out


def windows(name: str, d: Document, phase: random.Random) -> list[Window]:
    """Of a document of the set called name: those that hold all that its task needs."""
    if name == "polnear":
        return list(cuts(d, WINDOW, phase.randint(WINDOW // 3, WINDOW)))
    if name == "coref":
        return list(cuts(d, WINDOW))
    if name in ("ewt", "gum"):  # whole sentences, so that each word's head is inside
        ends = {*d.starts["sent"], whole(d).end}
        return [w for w in cuts(d, SENTENCES) if w.start in ends and w.end in ends]
    return [w for w in cuts(d, WINDOW) if w.end == whole(d).words]


def finish_(a: argparse.Namespace) -> None:
    model, meta = checkpoint.load(a.checkpoint, DROPOUT, anew="coref.")
    done = finish(model, *read(a, ["coref", "attitude"]), a.seed)
    checkpoint.save(a.out, model, meta | {"finished": done | {"seed": a.seed, "from": checkpoint.digest(a.checkpoint)}})


def rows(a: argparse.Namespace) -> None:
    save_file(packed.rows(a.packed, load(a.documents)), a.out)


if __name__ == "__main__":
    options = arguments()
    if "seed" in options:
        torch.manual_seed(options.seed)
        random.seed(options.seed)
    {"teach": fine_tune, "train": fine_tune, "finish": finish_, "rows": rows}[options.command](options)
