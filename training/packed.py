"""The encoder as the program ships it: what `onrecord pack` wrote, back in float32."""
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from .checkpoint import restore
from .data import Batch, Document, whole
from .encoder import Encoder, Size

PANEL = 16  # columns side by side
HEADS, EPSILON = 12, 1e-12  # of MiniLM; the files leave them out


def tensors(folder: Path) -> dict[str, Tensor]:
    """Under the checkpoint's names. An int8 has a scale a row in the table of pieces and a scale a column [n] in a layer. A layer [k, n] is
    laid out as panels of 16 columns, in which the rows 2i and 2i + 1 of a column stand side by side: [n/16, k/2, 16, 2]."""
    out = load_file(folder / "table.safetensors") | load_file(folder / "layers.safetensors")
    for name in [k.removesuffix(".scale") for k in out if k.endswith(".scale")]:
        weight, scale = out.pop(f"{name}.weight"), out.pop(f"{name}.scale")
        if name == "embeddings.word":
            out[name] = weight * scale[:, None]
        else:
            k, n = weight.shape
            out[f"{name}.weight"] = weight.view(n // PANEL, k // 2, PANEL, 2).permute(0, 2, 1, 3).reshape(n, k) * scale[:, None]
    return out


@torch.no_grad()
def rows(folder: Path, documents: list[Document]) -> dict[str, Tensor]:
    """For document i, as one window of [CLS], its pieces and [SEP]: the input i.pieces, i.lens, i.shape, i.quote and i.first, all as
    floats, since the program reads no other numbers; and i.rows [words, width], the last layer at each word's first piece."""
    found, out = tensors(folder), {}
    layers, inner = sum(k.endswith(".qkv.bias") for k in found), len(found["layers.0.up.bias"])
    vocabulary, width = found["embeddings.word"].shape
    encoder = Encoder(vocabulary, Size(layers, width, HEADS, inner, EPSILON), 0).eval()
    if missing := restore(encoder, found):
        raise ValueError(f"{folder}: tensors are missing: {missing}")
    for i, d in enumerate(documents):
        lead = torch.tensor(d.offset[:-1])
        pieces, *features = d.input
        words = dict(zip(("shape", "quote", "first"), (x[lead] for x in features)), lens=torch.tensor(d.offset).diff(), pieces=pieces)
        out |= {f"{i}.{k}": v.float() for k, v in words.items()} | {f"{i}.rows": encoder(Batch([whole(d)]))[0, lead + 1]}
    return out
