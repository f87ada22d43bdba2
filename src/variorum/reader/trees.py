"""From arc scores to a tree: one root, every word with one head, no cycle, no arcs that cross.

English news hardly ever needs arcs that cross; where the best arcs do, one of them is nearly always wrong, and
the clause that it runs through falls apart.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the heads of the best tree with exactly one root whose arcs do not cross.

    Each word's best head is taken where that makes such a tree; else the whole is searched (Eisner 1996).

    Args:
        scores: Log probability that a word (row) hangs on a column, [W, W + 1]; column 0 is the root.

    Returns:
        For each word the column of its head, 0 for the one root.
    """
    words = scores.shape[0]
    if words == 0:
        return np.zeros(0, dtype=np.int64)
    lawful = np.maximum(scores, -1e8).astype(np.float64)  # arcs stay finite, so that there is always a tree
    lawful[np.arange(words), np.arange(1, words + 1)] = -np.inf
    heads = lawful.argmax(1)
    return heads if _lawful(heads) else _searched(lawful)


def _lawful(heads: NDArray[np.int64]) -> bool:
    """Tell whether heads make one tree with one root and no crossing arcs."""
    if int((heads == 0).sum()) != 1:
        return False
    ups = np.concatenate([[0], heads])
    for _ in range(len(ups).bit_length()):
        ups = ups[ups]
    if ups.any():
        return False  # a cycle never comes to the root
    places = np.arange(1, len(heads) + 1)
    low, high = np.minimum(heads, places), np.maximum(heads, places)
    crossing = (low[:, None] < low) & (low < high[:, None]) & (high[:, None] < high)
    return not crossing.any()


def _searched(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the best tree by spans: each word's left and right halves are found apart, the shorter spans first."""
    words = len(scores)
    spans = _Spans(scores[:, 1:].T)
    for width in range(1, words):
        spans.grow(width)
    whole = spans.left.ending[np.arange(words), np.arange(words)] + spans.right.begun[:, ::-1].diagonal()
    root = int((whole + scores[:, 0]).argmax())
    return spans.heads(root)


class _Half:
    """Scores of spans of one kind, by first word and width and by last word and width."""

    def __init__(self, words: int, alone: float) -> None:
        self.begun = np.full((words, words), -np.inf)
        self.ending = np.full((words, words), -np.inf)
        self.begun[:, 0] = self.ending[:, 0] = alone
        self.split = np.zeros((words, words), dtype=np.int64)

    def put(self, width: int, values: NDArray[np.float64]) -> None:
        """Set the scores of all spans that are `width` words wider than one."""
        words = len(self.begun)
        self.begun[: words - width, width] = values
        self.ending[width:, width] = values


class _Spans:
    """The best halves of trees: complete ones, headed at one end, and ones whose two ends are joined by an arc."""

    def __init__(self, arcs: NDArray[np.float64]) -> None:
        """Take the score of each arc, [head, dependent]."""
        self.arcs = arcs
        words = len(arcs)
        self.right, self.left = _Half(words, 0.0), _Half(words, 0.0)
        self.right_arc, self.left_arc = _Half(words, -np.inf), _Half(words, -np.inf)

    def grow(self, width: int) -> None:
        """Find the best spans that are `width` words wider than one, from the shorter ones."""
        first = np.arange(len(self.arcs) - width)
        last = first + width
        inner = self.right.begun[first, :width] + self.left.ending[last, :width][:, ::-1]
        best = inner.argmax(1)
        value = inner[first, best]
        self.right_arc.split[first, width] = self.left_arc.split[first, width] = first + best
        self.right_arc.put(width, value + self.arcs[first, last])
        self.left_arc.put(width, value + self.arcs[last, first])
        inner = self.left.begun[first, :width] + self.left_arc.ending[last, 1 : width + 1][:, ::-1]
        best = inner.argmax(1)
        self.left.split[first, width] = first + best
        self.left.put(width, inner[first, best])
        inner = self.right_arc.begun[first, 1 : width + 1] + self.right.ending[last, :width][:, ::-1]
        best = inner.argmax(1)
        self.right.split[first, width] = first + 1 + best
        self.right.put(width, inner[first, best])

    def heads(self, root: int) -> NDArray[np.int64]:
        """Return the head's column of each word of the best tree under `root`."""
        found = np.zeros(len(self.arcs), dtype=np.int64)
        waiting = [(self.left, 0, root), (self.right, root, len(found) - 1)]
        while waiting:
            kind, first, last = waiting.pop()
            if first == last:
                continue
            split = int(kind.split[first, last - first])
            if kind is self.left:
                waiting += [(self.left, first, split), (self.left_arc, split, last)]
            elif kind is self.right:
                waiting += [(self.right_arc, first, split), (self.right, split, last)]
            else:
                head, dependent = (last, first) if kind is self.left_arc else (first, last)
                found[dependent] = head + 1
                waiting += [(self.right, first, split), (self.left, split + 1, last)]
        return found
