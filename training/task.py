"""The tasks: each takes a model and some windows, and gives a loss and figures. And the teacher that helps with one of them."""
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .data import UNKNOWN, Batch, Document, Window, whole
from .fit import Loss
from .model import LABEL, Model
from .pair import NEVER, CueContext, context

# How much the losses count, each a sum over words, mentions or pairs.
CUE, PAIR, AUX, TREE, NAME, COREF, ATTITUDE = 1., .5, .1, .15, .2, .15, .2
TAUGHT, ROW = .7, .1  # the teacher's share of judgement in attribution, the rest is gold; squared error of the projected rows
FIRST = .5  # a mention without an antecedent, of which there are more, against one with
ATTITUDES = .7, 1.4, 3.1, 1., 2.6  # one attitude against another: the rarer count for more


class Teacher:
    """A large model's judgement on the windows that a student reads. It keeps its row of each word in each phase, in bfloat16, in a file
    mapped into memory (1.1 GB a phase for PolNeAR). Windows repeat with the phases, so each is read once. What was never written is zero,
    which no row is."""

    def __init__(self, model: Model, file: Path, phases: int, documents: list[Document]) -> None:
        self.model, self.documents, width = model, documents, model.encoder.size.width
        words = sum(whole(d).words for d in documents)
        self.kept = torch.from_file(str(file), True, phases * words * width, dtype=torch.bfloat16).view(phases, words, width)

    def begin(self, phase: int) -> None:
        for d, rows in zip(self.documents, self.kept[phase].split([whole(d).words for d in self.documents])):
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
        row = (((model.projection(rows) - their_rows) ** 2).mean(-1) * batch.real).sum()
        loss = (1 - TAUGHT) * loss + TAUGHT * learned + ROW * row
        figures |= {"teacher loss": (learned, words), "row loss": (row, words)}
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


def mentions(window: Window) -> tuple[Tensor, Tensor]:
    """The head words (in the window, in order) of its mentions and the chain of each. Of mentions with one head, the longest chain's counts."""
    chains = [m[3] for m in window.document.mentions]
    by_head = {head: chain for _, _, head, chain in sorted(window.document.mentions, key=lambda m: chains.count(m[3]))}
    inside = sorted((head - window.start, chain) for head, chain in by_head.items() if window.start <= head < window.end)
    return torch.tensor(inside, dtype=torch.long).reshape(-1, 2).unbind(1)


def coreference(model: Model, windows: list[Window]) -> Loss:
    """The marginal likelihood of the gold antecedents. "antecedent" is the share of right choices among all gold mentions, "anaphor" among
    those with an antecedent in the window, "pronoun" among pronouns of those, "link" among the antecedents chosen."""
    batch = Batch(windows)
    rows = model.dropout(model.rows(batch))
    heads, loss, tally = torch.zeros_like(batch.real), torch.zeros(()), torch.zeros(6, dtype=torch.long)
    kinds, forms = model.kinds[model.upos(rows).argmax(-1)], batch.word("form")
    for r, window in enumerate(windows):
        places, chains = mentions(window)
        heads[r, places] = True
        scores, counts = model.coref(rows[r, places], places, kinds[r, places], forms[r, places])
        earlier = (chains[:, None] == chains).tril(-1)
        gold = torch.cat([~(earlier & counts[:, 1:]).any(1, keepdim=True), earlier], 1) & counts
        each = scores.logsumexp(1) - scores.masked_fill(~gold, -torch.inf).logsumexp(1)
        loss = loss + (each * torch.where(gold[:, 0], FIRST, 1)).sum()
        best, linked = scores.argmax(1), earlier.any(1)  # where the antecedent is too far away, no choice is right
        right, pronoun = gold.gather(1, best[:, None])[:, 0] & ((best > 0) | ~linked), linked & (kinds[r, places] == 0)
        tally += torch.stack([x.sum() for x in (right, right & linked, linked, right & pronoun, pronoun, best > 0)])
    mention = model.mention(rows)
    both = loss + binary(mention, heads[..., None].float(), batch.real)
    return COREF * both, {"coref loss": (both, batch.real.sum()), "mention F1": f1(mention[..., 0] > 0, heads, batch.real),
                          "antecedent": (tally[0], heads.sum()), "anaphor": tally[1:3], "pronoun": tally[3:5], "link": (tally[1], tally[5])}


def attitude(model: Model, windows: list[Window]) -> Loss:
    """Of windows that are whole documents."""
    pairs = [(r, x.words, *pair) for r, x in enumerate(windows) for pair in x.document.pairs]
    row, words, *ends, gold = torch.tensor(pairs).unbind(1)
    scores = model.attitude(model.dropout(model.rows(Batch(windows))), row, torch.stack(ends), words)
    loss, best = F.cross_entropy(scores, gold, torch.tensor(ATTITUDES), reduction="sum"), scores.argmax(1)
    each = {f"attitude {k} F1": f1(best == k, gold == k) for k in range(len(ATTITUDES))}
    return ATTITUDE * loss, {"attitude loss": (loss, len(gold))} | each
