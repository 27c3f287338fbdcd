"""The tasks: each takes a model and some windows, and gives a loss and figures. And the teacher that helps with one of them."""
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .data import UNKNOWN, Anaphor, Batch, Document, Window, whole
from .fit import Loss
from .model import LABEL, Model
from .pair import NEVER, CueContext, context

# How much the losses count, each a sum over words, mentions or pairs.
CUE, PAIR, AUX, TREE, NAME, COREF, ATTITUDE = 1., .5, .1, .15, .2, .15, .3
TAUGHT, ROW = .7, .1  # the teacher's share of judgement in attribution, the rest is gold; squared error of the projected rows
ALONE = .5  # a pronoun that means no mention, against one that does
ATTITUDES = .7, 1.4, 3.1, 1., 2.6  # one attitude against another: the rarer count for more


class Teacher:
    """A large model's judgement on the windows that a student reads. It keeps its row of each word, in bfloat16, in a file mapped into
    memory (1.1 GB for PolNeAR). Windows are cut alike in each epoch, so each is read once. What was never written is zero, which no row is."""

    def __init__(self, model: Model, file: Path, documents: list[Document]) -> None:
        self.model, words, width = model, [whole(d).words for d in documents], model.encoder.size.width
        kept = torch.from_file(str(file), True, sum(words) * width, dtype=torch.bfloat16).view(-1, width)
        for d, rows in zip(documents, kept.split(words)):
            d.word["teacher"] = rows

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


def cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, -2), gold.flatten(), ignore_index=UNKNOWN, reduction="sum")


def binary(scores: Tensor, gold: Tensor, real: Tensor) -> Tensor:
    return (F.binary_cross_entropy_with_logits(scores.float(), gold, reduction="none").sum(-1) * real).sum()


def divergence(student: Tensor, teacher: Tensor, real: Tensor) -> Tensor:
    """Kullback-Leibler divergence of the last dimension, summed over what is real."""
    each = F.kl_div(F.log_softmax(student.float(), -1), F.softmax(teacher.float(), -1), reduction="none")
    return (each.sum(-1) * real).sum()


def f1(best: Tensor, gold: Tensor, counts: Tensor | bool = True) -> tuple[Tensor, Tensor]:
    """Of labels other than 0."""
    found, wanted = (best > 0) & (gold >= 0) & counts, (gold > 0) & counts
    return 2 * (found & (best == gold)).sum(), found.sum() + wanted.sum()


def gold_cues(batch: Batch) -> tuple[Tensor, CueContext, Tensor, Tensor]:
    """Tags O, B, I [windows, words]; the cues in context; roles [cues, words in reach]; which of both count. A cue that the window's border
    cuts is not used. The number of cues is filled up to a multiple of 16, so that shapes repeat and there is one at least."""
    tags, cues, roles = torch.where(batch.real, 0, UNKNOWN), [], []
    for r, (d, start, end) in enumerate(batch.windows):
        for x in d.relations:
            if start <= x.first and x.end <= end:
                tags[r, x.first - start:x.end - start] = torch.tensor([1] + [2] * (x.end - x.first - 1))
                cues.append((r, x.first - start, x.end - start))
                roles.append(F.pad(x.roles[start:end], (0, batch.width - (end - start))))
    count, fill = len(cues), 16 - len(cues) % 16
    around = context(batch, cues + [(0, 0, 1)] * fill)
    roles = torch.stack(roles + [torch.zeros(batch.width, dtype=torch.long)] * fill).gather(1, around.index)
    return tags, around, roles * around.real, around.real & (torch.arange(count + fill) < count)[:, None]


def attribution(model: Model, windows: list[Window], teacher: Teacher | None = None) -> Loss:
    """"cue F1" is of B and I, "role F1" of the words around gold cues, each by its own scores: it is for `onrecord eval` to read relations."""
    batch = Batch(windows)
    rows, words = model.rows(batch), batch.real.sum()
    tags, around, roles, counts = gold_cues(batch)
    with model.mixed():
        dropped = model.dropout(rows)
        cue, aux, pair = model.cue(dropped), model.aux(dropped), model.pair(rows, around)
    pair_loss = (model.pair.loss(pair, around, roles) * counts.any(1)).sum()
    loss = CUE * cross_entropy(cue, tags) + AUX * binary(aux, batch.word("aux", 0), batch.real) + PAIR * pair_loss
    figures = {"attribution loss": (loss, words), "cue F1": f1(cue.argmax(-1), tags, batch.real),
               "role F1": f1(pair.argmax(-1), roles, counts & ~around.inside)}
    if teacher:
        their_rows, their_cue, their_aux, their_pair = teacher.judge(batch, around)
        learned = (CUE * divergence(cue, their_cue, batch.real) + AUX * binary(aux, their_aux.float().sigmoid(), batch.real)
                   + PAIR * divergence(pair, their_pair, counts))
        loss = (1 - TAUGHT) * loss + TAUGHT * learned + ROW * (((model.projection(rows) - their_rows) ** 2).mean(-1) * batch.real).sum()
        figures |= {"teacher loss": (learned, words)}
    return loss + NAME * cross_entropy(model.name(dropped), batch.word("names")), figures


def names(model: Model, windows: list[Window]) -> Loss:
    batch = Batch(windows)
    scores, gold = model.name(model.dropout(model.rows(batch))), batch.word("names")
    loss = cross_entropy(scores, gold)
    return NAME * loss, {"name loss": (loss, batch.real.sum()), "name F1": f1(scores.argmax(-1), gold, batch.real)}


def treebank(model: Model, windows: list[Window]) -> Loss:
    batch = Batch(windows)
    rows, real, words = model.dropout(model.rows(batch)), batch.real, batch.real.sum()
    rooted = torch.cat([model.root.expand(len(rows), 1, -1), rows], 1)
    arc = torch.einsum("bid,de,bje->bij", model.arc.dependent(rows), model.arc.weight, model.arc.head(rooted))
    sent, heads, start = batch.word("sent", -1), batch.word("heads"), torch.tensor([x.start for x in windows])[:, None]
    same = F.pad(sent[:, :, None] == sent[:, None, :], (1, 0), value=True)  # column 0 is the root
    arc = arc.masked_fill(~same, NEVER)
    gold = torch.where(heads == -1, 0, torch.where(heads >= 0, heads - start + 1, UNKNOWN))
    toward = model.label.head(rooted).gather(1, gold.clamp(min=0)[..., None].expand(-1, -1, LABEL + 1))  # the gold head
    label = torch.einsum("md,nde,me->mn", model.label.dependent(rows)[real], model.label.weight, toward[real])
    upos, gold_upos, gold_label, gold = model.upos(rows)[real], batch.word("upos")[real], batch.word("labels")[real], gold[real]
    loss = cross_entropy(upos, gold_upos) + cross_entropy(arc[real], gold) + cross_entropy(label, gold_label)
    attached = arc[real].argmax(-1) == gold
    return TREE * loss, {"tree loss": (loss, words), "UPOS": ((upos.argmax(-1) == gold_upos).sum(), words), "UAS": (attached.sum(), words),
                         "LAS": ((attached & (label.argmax(-1) == gold_label)).sum(), words)}


def within(a: Anaphor, start: int, end: int) -> Anaphor:
    """Its candidates in a window, words counted from there."""
    inside = (a.heads >= start) & (a.heads < end)
    return Anaphor(a.word - start, a.heads[inside] - start, a.features[inside], a.right[inside])


def coreference(model: Model, windows: list[Window]) -> Loss:
    """The marginal likelihood of the mentions that each pronoun means. "linked" is the share of right choices among pronouns that mean one,
    "alone" among the others, "choice" that of mentions where one is to be chosen."""
    rows, loss, tally = model.rows(Batch(windows)), torch.zeros(()), torch.zeros(5, dtype=torch.long)
    for row, (d, start, end) in zip(rows, windows):
        if inside := [x for a in d.anaphors if start <= a.word < end and len((x := within(a, start, end)).heads)]:
            scores = model.coref(row, inside)
            right = nn.utils.rnn.pad_sequence([F.pad(a.right, (1, 0)) for a in inside], batch_first=True)
            linked, choice = right.any(1), right[:, 1:].gather(1, scores[:, 1:].argmax(1)[:, None])[:, 0]
            right[:, 0] = ~linked
            each = scores.logsumexp(1) - scores.masked_fill(~right, -torch.inf).logsumexp(1)
            loss, hit = loss + (each * torch.where(linked, 1, ALONE)).sum(), right.gather(1, scores.argmax(1)[:, None])[:, 0]
            tally += torch.stack([x.sum() for x in (hit & linked, linked, hit & ~linked, ~linked, choice)])
    return COREF * loss, {"coref loss": (loss, tally[1] + tally[3]), "linked": tally[:2], "alone": tally[2:4], "choice": (tally[4], tally[1])}


def attitude(model: Model, windows: list[Window]) -> Loss:
    """Of windows that are whole documents."""
    pairs = [(r, x.words, *pair) for r, x in enumerate(windows) for pair in x.document.pairs]
    row, words, *ends, gold = torch.tensor(pairs).unbind(1)
    scores = model.attitude(model.dropout(model.rows(Batch(windows))), row, torch.stack(ends), words)
    loss, best = F.cross_entropy(scores, gold, torch.tensor(ATTITUDES), reduction="sum"), scores.argmax(1)
    each = {f"attitude {k} F1": f1(best == k, gold == k) for k in range(len(ATTITUDES))}
    return ATTITUDE * loss, {"attitude loss": (loss, len(gold))} | each
