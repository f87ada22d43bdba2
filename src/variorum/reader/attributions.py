"""From span tags and link scores to attributions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.model import AttributionSpans
from variorum.reader.tags import SPAN_TAGS, best_tags, lawful_steps, stretches, tag_spans

_STEPS = lawful_steps(SPAN_TAGS)

#: A content below this probability is left out.
LEAST = 0.2

#: Log probability of "no span" above which a word is in none, whatever its neighbours say.
SURELY_OUTSIDE = -0.005

#: A link to a cue or source below this probability is none.
LEAST_LINK = 0.2


@dataclass(frozen=True, slots=True)
class LinkRows:
    """Link scores of some words to the words of their window.

    Attributes:
        scores: Of each word (row) to cue (0) and source (1), [2, rows, columns].
        first: Number of the word of the first row.
        left: Number of the word of the first column.
    """

    scores: NDArray[np.float32]
    first: int
    left: int


def log_softmax(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the log probabilities of scores over their last axis."""
    shifted = x - x.max(-1, keepdims=True)
    out: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return out


def decode_layer(
    scores: NDArray[np.float32], groups: Sequence[int], outside: float = 0.0
) -> list[tuple[int, int, float]]:
    """Return the spans (start, end, probability) of one layer, decoded by groups of words that a span cannot leave.

    Args:
        scores: Logits, [W, 5] in the order of `SPAN_TAGS`.
        groups: Group of each word, never falling.
        outside: Added to the score of no span: above 0 for fewer spans, below for more.
    """
    logs = log_softmax(scores)
    biased = logs.copy()
    biased[:, 0] += outside
    out = []
    for at, stop in stretches(biased[:, 0] > SURELY_OUTSIDE + outside, groups):
        path = best_tags(biased[at:stop], _STEPS)
        for s, e, _ in tag_spans([SPAN_TAGS[t] for t in path]):
            taken = logs[at + s : at + e][np.arange(e - s), path[s:e]]
            out.append((at + s, at + e, float(np.exp(taken.mean()))))
    return out


def join_attributions(
    layers: Mapping[str, Sequence[tuple[int, int, float]]], links: Sequence[LinkRows]
) -> tuple[AttributionSpans, ...]:
    """Give each content its cue and its source.

    A content's score for a span is the mean, over its words, of the probability that the word
    links into that span; linking to the content itself stands for having none.
    """
    out = []
    for start, end, sure in layers["content"]:
        if sure < LEAST:
            continue
        cue, cue_sure = _linked(0, start, end, layers["cue"], links)
        source, _ = _linked(1, start, end, layers["source"], links)
        if cue is None and source is None:
            continue
        out.append(AttributionSpans(source, cue, (start, end), round(sure * cue_sure, 4)))
    return tuple(sorted(out, key=lambda a: a.content))


def _linked(
    which: int, start: int, end: int, spans: Sequence[tuple[int, int, float]], links: Sequence[LinkRows]
) -> tuple[tuple[int, int] | None, float]:
    """Return the span that the content's words link to, None for none, and the probability of that."""
    totals = np.zeros(len(spans))
    words = 0
    for rows in links:
        a, b = max(start, rows.first), min(end, rows.first + rows.scores.shape[1])
        if a >= b:
            continue
        part = np.exp(log_softmax(rows.scores[which, a - rows.first : b - rows.first]))
        words += b - a
        right = rows.left + part.shape[1]
        for n, (s, e, _) in enumerate(spans):
            lo, hi = max(s, rows.left), min(e, right)
            if lo < hi and (e <= start or s >= end):
                totals[n] += float(part[:, lo - rows.left : hi - rows.left].sum())
    if words == 0 or not len(spans):
        return None, 1.0
    best = int(totals.argmax())
    chance = float(totals[best]) / words
    return ((spans[best][0], spans[best][1]), chance) if chance >= LEAST_LINK else (None, 1.0 - chance)
