"""How well a clustering meets another: MUC, B³, CEAF-e and their mean, the CoNLL score of coreference.

Every function takes two clusterings of the same items as labels, `gold[i]` and `system[i]` for item i; only which
items share a label matters. Definitions: MUC, Vilain et al. (1995); B³, Bagga and Baldwin (1998); CEAF-e with the
similarity phi-4, Luo (2005); the mean of the three F1, CoNLL-2011 and 2012 (Pradhan et al.).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Labels = Sequence[Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Recall and precision of a system's clusters against the gold ones, each 0 to 1.

    A share of nothing (no links in any gold cluster, say) is 0, as the reference scorer has it.
    """

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean, 0 where both are."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def muc(gold: Labels, system: Labels) -> Agreement:
    """Return the share of links: a cluster of n items has n - 1, and loses one for each part it falls into."""
    return Agreement(_links_kept(gold, system), _links_kept(system, gold))


def b_cubed(gold: Labels, system: Labels) -> Agreement:
    """Return the mean over items of the share of the item's own cluster that the other clustering keeps with it."""
    together = Counter(zip(gold, system, strict=True))
    gold_size, system_size = Counter(gold), Counter(system)
    total = max(1, len(gold))
    recall = sum(n * n / gold_size[g] for (g, _), n in together.items()) / total
    precision = sum(n * n / system_size[s] for (_, s), n in together.items()) / total
    return Agreement(recall, precision)


def ceaf_e(gold: Labels, system: Labels) -> Agreement:
    """Return the similarity of the clusters under their best one-to-one assignment, per cluster of either side."""
    similar = _assigned_similarity(gold, system)
    return Agreement(similar / max(1, len(set(gold))), similar / max(1, len(set(system))))


def conll(gold: Labels, system: Labels) -> float:
    """Return the mean F1 of MUC, B³ and CEAF-e, 0 to 1."""
    return (muc(gold, system).f1 + b_cubed(gold, system).f1 + ceaf_e(gold, system).f1) / 3


def pairwise(gold: Labels, system: Labels) -> Agreement:
    """Return the share of pairs of items that are together in both."""
    together = _pairs(Counter(zip(gold, system, strict=True)))
    of_gold, of_system = _pairs(Counter(gold)), _pairs(Counter(system))
    return Agreement(together / of_gold if of_gold else 0.0, together / of_system if of_system else 0.0)


def _pairs(sizes: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


def _links_kept(clusters: Labels, other: Labels) -> float:
    parts: dict[Hashable, set[Hashable]] = defaultdict(set)
    for label, part in zip(clusters, other, strict=True):
        parts[label].add(part)
    sizes = Counter(clusters)
    links = sum(n - 1 for n in sizes.values())
    return sum(n - len(parts[label]) for label, n in sizes.items()) / links if links else 0.0


def _assigned_similarity(gold: Labels, system: Labels) -> float:
    """Return the greatest sum of 2 |K & R| / (|K| + |R|) over one-to-one pairs of clusters.

    Clusters that share no item add nothing, so each connected group of clusters is assigned by itself.
    """
    gold_size, system_size = Counter(gold), Counter(system)
    together = Counter(zip(gold, system, strict=True))
    total = 0.0
    for group in _connected(list(together)):
        rows = {g: i for i, g in enumerate(dict.fromkeys(g for g, _ in group))}
        columns = {s: j for j, s in enumerate(dict.fromkeys(s for _, s in group))}
        table = np.zeros((len(rows), len(columns)))
        for g, s in group:
            table[rows[g], columns[s]] = 2 * together[g, s] / (gold_size[g] + system_size[s])
        total += best_assignment(table)
    return total


def _connected(edges: Sequence[tuple[Hashable, Hashable]]) -> list[list[tuple[Hashable, Hashable]]]:
    """Return the edges by connected component."""
    by_gold: dict[Hashable, list[tuple[Hashable, Hashable]]] = defaultdict(list)
    by_system: dict[Hashable, list[tuple[Hashable, Hashable]]] = defaultdict(list)
    for edge in edges:
        by_gold[edge[0]].append(edge)
        by_system[edge[1]].append(edge)
    seen: set[tuple[Hashable, Hashable]] = set()
    out = []
    for first in edges:
        if first in seen:
            continue
        seen.add(first)
        group, at = [first], 0
        while at < len(group):
            for edge in (*by_gold[group[at][0]], *by_system[group[at][1]]):
                if edge not in seen:
                    seen.add(edge)
                    group.append(edge)
            at += 1
        out.append(group)
    return out


def best_assignment(table: NDArray[np.float64]) -> float:
    """Return the greatest sum of entries with at most one in each row and column.

    The Hungarian method by shortest augmenting paths (Kuhn 1955, in the form of Jonker and Volgenant 1987).

    Args:
        table: Shape (rows, columns), entries of 0 or more.
    """
    if table.shape[0] > table.shape[1]:
        table = table.T
    size, width = table.shape
    cost = -table
    row_of = np.full(width + 1, -1)  # the last column is where a path starts
    by_row, by_column = np.zeros(size), np.zeros(width + 1)
    for row in range(size):
        row_of[width] = row
        column = width
        least, came = np.full(width, np.inf), np.full(width, width)
        done = np.zeros(width + 1, dtype=bool)
        while row_of[column] >= 0:
            done[column] = True
            reduced = cost[row_of[column]] - by_row[row_of[column]] - by_column[:width]
            nearer = ~done[:width] & (reduced < least)
            least[nearer], came[nearer] = reduced[nearer], column
            following = int(np.where(done[:width], np.inf, least).argmin())
            step = least[following]
            by_row[row_of[done]] += step
            by_column[done] -= step
            least[~done[:width]] -= step
            column = following
        while column != width:
            row_of[column] = row_of[came[column]]
            column = int(came[column])
    return float(sum(table[row_of[j], j] for j in range(width) if row_of[j] >= 0))
