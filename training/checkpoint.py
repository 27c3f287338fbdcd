"""Files of weights. Checkpoints: float32 safetensors whose metadata are strings of JSON. Under the same names: the pre-trained weights to
begin at, MiniLM (BERT's layout) and MPNet; the packed weights that the program ships."""
import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from .data import CLS, SEP
from .encoder import POSITIONS, Size
from .model import Model

VERSION, PANEL = "1", 16  # columns side by side in a packed layer

# Ours from theirs. The three parts of an attention's input are laid one over the other.
BERT = {"qkv": ("attention.self.query", "attention.self.key", "attention.self.value"), "out": ("attention.output.dense",),
        "norm1": ("attention.output.LayerNorm",), "up": ("intermediate.dense",), "down": ("output.dense",), "norm2": ("output.LayerNorm",)}
MPNET = BERT | {"qkv": ("attention.attn.q", "attention.attn.k", "attention.attn.v"), "out": ("attention.attn.o",),
                "norm1": ("attention.LayerNorm",)}


def base(folder: Path) -> tuple[Size, dict[str, Tensor]]:
    """The encoder in a folder of config.json and model.safetensors."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    weights = load_file(folder / "model.safetensors")
    mpnet = config["model_type"] == "mpnet"
    size = Size(config["num_hidden_layers"], config["hidden_size"], config["num_attention_heads"],
                config["intermediate_size"], config["layer_norm_eps"], config["relative_attention_num_buckets"] if mpnet else 0)
    word, position = (weights[f"embeddings.{x}_embeddings.weight"] for x in ("word", "position"))
    if mpnet:  # pieces are <s>, <pad>, </s>, <unk>, then BERT's in BERT's order, <mask>: with two of them moved, one set of ids serves both
        pieces = word[4:-1].clone()
        pieces[CLS], pieces[SEP] = word[0], word[2]
        tensors = {"embeddings.word": pieces, "embeddings.position": position[2:2 + POSITIONS],
                   "relative": weights["encoder.relative_attention_bias.weight"]}
    else:  # all pieces are of the first token type, so its row joins the positions
        tensors = {"embeddings.word": word, "embeddings.position": position + weights["embeddings.token_type_embeddings.weight"][0]}
    for part in ("weight", "bias"):
        tensors[f"embeddings.norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for i in range(size.layers):
            for ours, theirs in (MPNET if mpnet else BERT).items():
                tensors[f"layers.{i}.{ours}.{part}"] = torch.cat([weights[f"encoder.layer.{i}.{x}.{part}"] for x in theirs])
    return size, tensors


def packed(folder: Path) -> dict[str, Tensor]:
    """The encoder that `onrecord pack` wrote, back in float32. An int8 has a scale a row in the table of pieces, a scale a column in a
    layer [k, n], which is laid out as panels of 16 columns. There, rows 2i and 2i + 1 of a column stand side by side: [n/16, k/2, 16, 2]."""
    out = load_file(folder / "table.safetensors") | load_file(folder / "layers.safetensors")
    for name in [k.removesuffix(".scale") for k in out if k.endswith(".scale")]:
        weight, scale = out.pop(f"{name}.weight"), out.pop(f"{name}.scale")
        if name == "embeddings.word":
            out[name] = weight * scale[:, None]
        else:
            k, n = weight.shape
            out[f"{name}.weight"] = weight.view(n // PANEL, k // 2, PANEL, 2).permute(0, 2, 1, 3).reshape(n, k) * scale[:, None]
    return out


def stored(model: nn.Module) -> dict[str, Tensor]:
    """The parameters under the names of the checkpoint."""
    return {k.removeprefix("encoder."): v for k, v in model.state_dict().items()}


def restore(model: nn.Module, tensors: dict[str, Tensor]) -> list[str]:
    """Takes over the tensors that fit the model and names those of its own that stay as they are."""
    own = stored(model)
    fit = {k for k in own.keys() & tensors.keys() if own[k].shape == tensors[k].shape}
    for name in fit:
        own[name].copy_(tensors[name])
    return sorted(own.keys() - fit)


def save(path: Path, model: Model, meta: dict[str, Any]) -> None:
    """Writes beside the file and renames, so that it is whole or not there."""
    meta = meta | {"size": asdict(model.encoder.size), "version": VERSION}
    part = path.with_suffix(".part")
    save_file(stored(model), part, {k: json.dumps(v, ensure_ascii=False) for k, v in meta.items()})
    os.replace(part, path)


def load(path: Path, dropout: float = 0, anew: str | tuple[str, ...] = (), labels: dict[str, Any] | None = None) -> tuple[Model, dict[str, Any]]:
    """The model of a checkpoint, and the metadata with `labels`. Tensors whose name begins with `anew` are left as new."""
    with safe_open(path, "pt") as file:
        meta = {k: json.loads(v) for k, v in file.metadata().items()} | (labels or {})
    tensors = {k: v for k, v in load_file(path).items() if not k.startswith(anew)}
    model = Model(Size(**meta["size"]), meta, dropout)
    if missing := [k for k in restore(model, tensors) if not k.startswith(anew)]:
        raise ValueError(f"{path}: tensors are missing: {missing}")
    return model.eval(), meta


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
