"""From arc scores to a tree: one root, every word with one head, no cycle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the heads of the best tree with exactly one root (Chu-Liu and Edmonds).

    Args:
        scores: Log probability that a word (row) hangs on a column, [W, W + 1]; column 0 is the root.

    Returns:
        For each word the column of its head, 0 for the one root.
    """
    words = scores.shape[0]
    if words == 0:
        return np.zeros(0, dtype=np.int64)
    table = np.full((words + 1, words + 1), -np.inf)
    table[1:, :] = np.maximum(scores, -1e8)  # lawful arcs stay finite, so that there is always a tree
    np.fill_diagonal(table, -np.inf)
    heads = _edmonds(table)
    if int((heads[1:] == 0).sum()) == 1:
        return np.array(heads[1:])
    # One root: a second arc from the root must cost more than any tree can gain elsewhere. The
    # toll comes second, since with it everything contracts to one node before the root is looked at.
    finite = table[1:][np.isfinite(table[1:])]
    toll = (float(finite.max()) - float(finite.min()) + 1.0) * (words + 1)
    table[1:, 0] -= toll
    return np.array(_edmonds(table)[1:])


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """Return the nodes of one cycle, empty when there is none; node 0 is the root."""
    done = np.zeros(len(heads), dtype=bool)
    done[0] = True
    for start in range(1, len(heads)):
        path: list[int] = []
        on_path: set[int] = set()
        node = start
        while not done[node] and node not in on_path:
            path.append(node)
            on_path.add(node)
            node = int(heads[node])
        if node in on_path:
            return path[path.index(node) :]
        done[path] = True
    return []


def _edmonds(table: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the heads of the maximum arborescence from node 0; `table[child, head]`."""
    heads: NDArray[np.int64] = table.argmax(1)
    heads[0] = 0
    cycle = np.array(_cycle(heads), dtype=np.int64)
    if not len(cycle):
        return heads
    nodes = len(table)
    inside = np.zeros(nodes, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)  # keeps node 0 first
    own = table[cycle, heads[cycle]]
    into = table[np.ix_(cycle, outside)] - own[:, None]  # entering the cycle breaks the entered node's arc
    out = table[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = table[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    entered, left = into.argmax(0), out.argmax(1)
    contracted = _edmonds(small)
    result: NDArray[np.int64] = heads.copy()
    for row, node in enumerate(outside):
        if row == 0:
            continue
        head = int(contracted[row])
        result[node] = cycle[int(left[row])] if head == len(outside) else outside[head]
    head = int(contracted[-1])
    broken = int(entered[head])
    result[cycle[broken]] = outside[head]
    return result
