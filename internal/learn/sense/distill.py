"""Learns the table of sense: one row a word piece, so that the mean of a sentence's rows points where the sentence encoder
all-MiniLM-L6-v2 points. Needs torch, safetensors and tokenizers; no labels.

    python distill.py --base MINILM_FOLDER --vocabulary internal/model/en/vocab.txt --sentences FILE --out sense.safetensors

FILE has a sentence a line, of 6 to 50 words, in the order of their SHA-1; the shipped table saw 36,000 of PolNeAR train, EWT train and
directed-sentiment train. Begins at a linear map from the encoder's own embedding and each piece's vector alone, then improves the rows."""
import argparse
import hashlib
import json
import struct
from pathlib import Path

import torch
from safetensors.torch import load_file, save
from tokenizers import BertWordPieceTokenizer
from torch import Tensor
from torch.nn import functional as F

WIDTH, HEADS, LAYERS, HELD_OUT = 384, 12, 6, 1500


def encode(w: dict[str, Tensor], ids: Tensor, mask: Tensor) -> Tensor:
    """The last layer's rows of a batch [B, T, WIDTH]."""
    def linear(x: Tensor, name: str) -> Tensor:
        return F.linear(x, w[f"{name}.weight"], w[f"{name}.bias"])

    def norm(x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, (WIDTH,), w[f"{name}.weight"], w[f"{name}.bias"], 1e-12)

    e, (b, t) = "embeddings", ids.shape
    x = w[f"{e}.word_embeddings.weight"][ids] + w[f"{e}.position_embeddings.weight"][:t] + w[f"{e}.token_type_embeddings.weight"][0]
    x = norm(x, f"{e}.LayerNorm")
    for i in range(LAYERS):
        p = f"encoder.layer.{i}"
        q, k, v = (linear(x, f"{p}.attention.self.{n}").view(b, t, HEADS, -1).transpose(1, 2) for n in ("query", "key", "value"))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = norm(x + linear(a.transpose(1, 2).reshape(b, t, WIDTH), f"{p}.attention.output.dense"), f"{p}.attention.output.LayerNorm")
        x = norm(x + linear(F.gelu(linear(x, f"{p}.intermediate.dense")), f"{p}.output.dense"), f"{p}.output.LayerNorm")
    return x


@torch.no_grad()
def vectors(w: dict[str, Tensor], texts: list[list[int]], marks: bool) -> Tensor:
    """The mean row of each text, with or without the two marks around it, encoded in batches of like length."""
    out, order = torch.zeros(len(texts), WIDTH), sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for at in range(0, len(order), 128):
        batch = order[at:at + 128]
        ids = torch.nn.utils.rnn.pad_sequence([torch.tensor([101, *texts[i], 102]) for i in batch], batch_first=True)
        length = torch.tensor([len(texts[i]) + 2 for i in batch])[:, None]
        place = torch.arange(ids.shape[1])[None]
        mask = place < length
        mean = (mask if marks else mask & (place > 0) & (place < length - 1))[..., None].float()
        out[torch.tensor(batch)] = (encode(w, ids, mask) * mean).sum(1) / mean.sum(1)
    return out


def pool(table: Tensor, texts: list[list[int]]) -> Tensor:
    begins = torch.tensor([0] + [len(x) for x in texts[:-1]]).cumsum(0)
    return F.embedding_bag(torch.tensor([i for x in texts for i in x]), table, begins, mode="mean")


def learn(start: Tensor, texts: list[list[int]], target: Tensor, rounds: int) -> Tensor:
    """Improves the rows by the cosine to target, close to where they start, as long as it helps held-out sentences."""
    table, best, kept = torch.nn.Parameter(start.clone()), 0.0, start
    optimizer, generator, n = torch.optim.Adam([table], lr=0.003), torch.Generator().manual_seed(1), len(texts) - HELD_OUT
    for _ in range(rounds):
        for batch in torch.randperm(n, generator=generator).split(256):
            some = [texts[i] for i in batch.tolist()]
            used = torch.unique(torch.tensor([i for x in some for i in x]))
            loss = 1 - F.cosine_similarity(pool(table, some), target[batch]).mean()
            loss = loss + 0.001 * ((table[used] - start[used]) ** 2).sum() / len(some)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        score = F.cosine_similarity(pool(table, texts[n:]), target[n:]).mean().item()
        print(f"cosine {score:.4f}", flush=True)
        if score < best:
            break
        best, kept = score, table.detach().clone()
    return kept


def write(path: Path, table: Tensor) -> None:
    """Rounds each row to int8 with a scale and names the file by the digest of its body."""
    scale = table.abs().amax(1).clamp(min=1e-9) / 127
    tensors = {"sense.weight": (table / scale[:, None]).round().to(torch.int8), "sense.scale": scale}
    raw = save(tensors)
    body = raw[8 + struct.unpack("<Q", raw[:8])[0]:]
    meta = {"digest": hashlib.sha256(body).hexdigest(), "kind": "sense", "teacher": "all-MiniLM-L6-v2"}
    header = json.loads(raw[8:len(raw) - len(body)]) | {"__metadata__": meta}
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    path.write_bytes(struct.pack("<Q", len(head)) + head + body)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "vocabulary", "sentences", "out"):
        p.add_argument(f"--{name}", type=Path, required=True)
    p.add_argument("--width", type=int, default=128)
    p.add_argument("--rounds", type=int, default=3)
    o = p.parse_args()
    w = {k.removeprefix("bert."): v.float() for k, v in load_file(o.base / "model.safetensors").items()}
    cut = BertWordPieceTokenizer(str(o.vocabulary), lowercase=True)
    texts = [x for line in o.sentences.read_text(encoding="utf-8").splitlines() if (x := cut.encode(line).ids[1:-1][:250])]
    target = F.normalize(vectors(w, texts, marks=False), dim=-1)
    target = target - target.mean(0)
    axes = torch.linalg.svd(target[:12000], full_matrices=False)[2][:256].T
    target = F.normalize(target @ axes, dim=-1)
    word = w["embeddings.word_embeddings.weight"]
    alone = vectors(w, [[i] for i in range(len(word))], marks=True)
    rank = (torch.arange(len(word)).float() - 1990).clamp(min=1)  # pieces stand by frequency from 1,996 on
    rare = (rank / (rank + 130))[:, None]
    start = torch.cat([word * rare * 8, alone * rare], 1)
    one = torch.cat([pool(start, texts), torch.ones(len(texts), 1)], 1)[:-HELD_OUT]
    square = one.T @ one
    square += torch.eye(len(square)) * 1e-3 * square.trace() / len(square)
    into = torch.linalg.solve(square, one.T @ target[:-HELD_OUT])
    write(o.out, learn(start @ into[:-1] + into[-1], texts, target, o.rounds)[:, :o.width])


if __name__ == "__main__":
    main()
