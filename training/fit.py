"""The loop: batches of many tasks in two threads, one step each."""
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import Tensor, nn

from .data import Window

DECAY, WARMUP, CLIP = .01, .08, 5.  # WARMUP is a share of all steps
LOSS_SCALE = 100.  # sums of losses are divided by it, so that gradients are clipped in a known range
REPORT = 50        # steps between two lines of the log
NEW = {f"encoder.embeddings.{x}" for x in ("shape", "quote", "first")}  # parameters of the encoder that no pre-training knew

# Two Python threads take half of every batch each, with one thread an operator: that loses less than a barrier in every operator.
torch.set_num_threads(1)
THREADS = ThreadPoolExecutor(2, initializer=torch.set_num_threads, initargs=(1,))

Figures = dict[str, tuple[Tensor | int, Tensor | int]]  # what to print, as a dividend and a divisor, so that batches add up
Loss = tuple[Tensor, Figures]                           # the loss is weighted and summed over words, mentions or pairs
Job = tuple[Callable[[list[Window]], Loss], list[Window]]


class Tally(dict[str, Tensor]):
    """Adds figures up."""

    def add(self, figures: Figures) -> None:
        for name, figure in figures.items():
            self[name] = self.get(name, 0) + torch.tensor([torch.as_tensor(x).item() for x in figure], dtype=torch.double)

    def __str__(self) -> str:
        return ", ".join(f"{name} {dividend / max(divisor, 1):.4f}" for name, (dividend, divisor) in self.items())


def fit(model: nn.Module, rates: tuple[float, float], epochs: int, plan: Callable[[int], list[Job]], after: Callable[[int], None]) -> None:
    """`plan` gives an epoch's jobs, `after` hears the number of epochs done. Of the rates, the first is for pre-trained parameters, which
    learn slower than new ones; frozen ones learn nothing. Rates go up linearly, and down linearly to zero."""
    named = [(name.startswith("encoder.") and name not in NEW, p) for name, p in model.named_parameters() if p.requires_grad]
    slow, fast = ({"params": [p for old, p in named if old is which]} for which in (True, False))
    steps = torch.optim.AdamW([slow, fast], betas=(.9, .98), weight_decay=DECAY, fused=True)
    begun, tally = time.time(), Tally()
    for epoch in range(epochs):
        model.train()
        jobs = plan(epoch)
        for i, job in enumerate(jobs, 1):
            done = (epoch + i / len(jobs)) / epochs
            for group, rate in zip(steps.param_groups, rates):
                group["lr"] = rate * min(1, done / WARMUP) * (1 - max(0, done - WARMUP) / (1 - WARMUP))
            step(steps, job, tally)
            if i % REPORT == 0 or i == len(jobs):
                print(f"{time.time() - begun:.0f} s, epoch {epoch + 1}/{epochs}, step {i}/{len(jobs)}: {tally}", flush=True)
                tally = Tally()
        model.eval()
        after(epoch + 1)


def step(steps: torch.optim.Optimizer, job: Job, tally: Tally) -> None:
    def half(windows: list[Window]) -> Figures:
        loss, figures = job[0](windows)
        (loss / LOSS_SCALE).backward()
        return figures

    steps.zero_grad()
    for figures in THREADS.map(half, [h for h in (job[1][0::2], job[1][1::2]) if h]):
        tally.add(figures)
    nn.utils.clip_grad_norm_([p for group in steps.param_groups for p in group["params"]], CLIP)
    steps.step()


@torch.no_grad()
def measure(jobs: list[Job]) -> Tally:
    tally = Tally()
    for loss, windows in jobs:
        tally.add(loss(windows)[1])
    return tally
