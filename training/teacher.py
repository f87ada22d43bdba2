"""The original encoder's vectors of passages: what the meaning head is kept close to."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional

from training.network import Reader
from training.windows import Window, spell_out


def draw_passages(window: Window, rng: random.Random, most: int = 3) -> list[tuple[int, int]]:
    """Draw up to `most` passages of a window: whole sentences where they are known, and runs inside them."""
    spans = list(window.sentences)
    if not spans:
        stops = [i + 1 for i, w in enumerate(window.words) if w in {".", "?", "!"}]
        spans = list(zip([0, *stops], [*stops, len(window.words)], strict=True))
    spans = [(a, b) for a, b in spans if 4 <= b - a <= 80]
    rng.shuffle(spans)
    out = []
    for n, (a, b) in enumerate(spans[:most]):
        if n % 3 and b - a > 8:
            size = rng.randint(4, min(b - a, 24))
            a = rng.randint(a, b - size)  # noqa: PLW2901
            b = a + size  # noqa: PLW2901
        out.append((a, b))
    return out


def passage_text(window: Window, span: tuple[int, int]) -> str:
    """Return a passage's text."""
    return spell_out(window.words[span[0] : span[1]], window.breaks[span[0] : span[1]])


@torch.no_grad()
def embed(net: Reader, tokenizer: Tokenizer, texts: Sequence[str], longest: int = 128) -> NDArray[np.float16]:
    """Return the mean-pooled, normalised vectors of `texts` by the untouched trunk in `net`, without shapes."""
    encoded = [tokenizer.encode(t).ids[:longest] for t in texts]
    order = sorted(range(len(texts)), key=lambda i: (len(encoded[i]), i))
    out = np.zeros((len(texts), net.pieces.embedding_dim), dtype=np.float16)
    for at in range(0, len(order), 64):
        part = order[at : at + 64]
        size = max(len(encoded[i]) for i in part)
        ids = torch.zeros(len(part), size, dtype=torch.long)
        mask = torch.zeros(len(part), size)
        for row, i in enumerate(part):
            ids[row, : len(encoded[i])] = torch.tensor(encoded[i])
            mask[row, : len(encoded[i])] = 1
        x = net.trunk(ids, mask, torch.zeros_like(ids))
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        out[part] = functional.normalize(mean, dim=-1).numpy().astype(np.float16)
    return out
