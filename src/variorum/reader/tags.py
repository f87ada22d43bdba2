"""Spans as tags: BIOES, one tag a word, and the best lawful sequence of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

#: The nine classes of the en_worldwide corpus, in the order of the network's outputs.
ENTITY_LABELS = (
    "Person", "Organization", "Location", "Facility", "NORP", "Product", "Money", "Date", "Miscellaneous",
)  # fmt: skip

#: Tags of one span layer without classes.
SPAN_TAGS = ("O", "B", "I", "E", "S")
ENTITY_TAGS = ("O", *(f"{p}-{label}" for label in ENTITY_LABELS for p in "BIES"))


def span_tags(size: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Return `size` BIOES tags of half-open spans (start, end, class); class "" gives bare tags.

    A span that meets an earlier one is left out.
    """
    tags = ["O"] * size
    for start, end, label in spans:
        if any(t != "O" for t in tags[start:end]) or not 0 <= start < end <= size:
            continue
        suffix = f"-{label}" if label else ""
        if end - start == 1:
            tags[start] = f"S{suffix}"
            continue
        tags[start:end] = [f"B{suffix}", *[f"I{suffix}"] * (end - start - 2), f"E{suffix}"]
    return tags


def lawful_steps(tags: Sequence[str]) -> NDArray[np.bool_]:
    """Return [T + 1, T + 1]: which tag may follow which; the last row and column are the window's edge."""
    size = len(tags)
    out = np.zeros((size + 1, size + 1), dtype=bool)
    parts = [(t[0], t[2:]) for t in tags]
    for i, (a, label_a) in enumerate(parts):
        opens = a in "BI"
        for j, (b, label_b) in enumerate(parts):
            out[i, j] = (b in "IE" and label_a == label_b) if opens else b in "OBS"
        out[i, size] = not opens
    for j, (b, _) in enumerate(parts):
        out[size, j] = b in "OBS"
    return out


def stretches(outside: NDArray[np.bool_], groups: Sequence[int]) -> list[tuple[int, int]]:
    """Return the longest half-open ranges of words that share a group and are not surely outside all spans.

    Most words are; deciding the others apart from them is several times as fast and gives the same tags.

    Args:
        outside: True for a word that is in no span, [W].
        groups: Group of each word, never falling.
    """
    out: list[tuple[int, int]] = []
    for i in np.flatnonzero(~outside).tolist():
        if out and out[-1][1] == i and groups[i] == groups[i - 1]:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


def best_tags(scores: NDArray[np.float32], steps: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the lawful sequence of highest summed score (Viterbi).

    Args:
        scores: Log probabilities or logits, [W, T].
        steps: From `lawful_steps`.
    """
    words, size = scores.shape
    if words == 0:
        return np.zeros(0, dtype=np.int64)
    penalty = np.where(steps, 0.0, -1e9).astype(np.float32)
    best = scores[0] + penalty[size, :size]
    back = np.zeros((words, size), dtype=np.int64)
    for w in range(1, words):
        paths = best[:, None] + penalty[:size, :size]
        back[w] = paths.argmax(0)
        best = paths[back[w], np.arange(size)] + scores[w]
    out = np.zeros(words, dtype=np.int64)
    out[-1] = int((best + penalty[:size, size]).argmax())
    for w in range(words - 1, 0, -1):
        out[w - 1] = back[w, out[w]]
    return out


def tag_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the spans (start, end, class) of a lawful tag sequence."""
    out: list[tuple[int, int, str]] = []
    start = 0
    for i, tag in enumerate(tags):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            out.append((start, i + 1, tag[2:]))
    return out
