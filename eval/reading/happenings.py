"""Do two clauses tell one happening? On the stories that training leaves out, from the clauses alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.bootstrap import f_scores, whole
from eval.figures import Figure
from eval.gold import GoldStory, Quote
from eval.gold_file import load_gold
from eval.reading.scores import Row
from training.happenings import split_stories
from variorum.align.clustering import Pair as Rows
from variorum.align.clustering import cluster
from variorum.reader import Reader

BARS = tuple(round(0.2 + 0.05 * n, 2) for n in range(14))
"""Thresholds tried; the best is given for the network and for the baseline alike, which flatters both."""

Likeness = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]
"""How sure it is that two clauses tell one happening, one value a pair."""


@dataclass(frozen=True, slots=True, order=True)
class ClausePair:
    """Two clauses that a careful reader marked, and whether both tell one point."""

    first: str
    second: str
    same: bool


def clause_pairs(gold: GoldStory) -> list[ClausePair]:
    """Return the pairs of clauses of a story's gold that it marks as one point or as different.

    Clauses of two points, of two readings of one conflict, of a compatible pair, and of before and after of a
    development are different; clauses that one point holds are the same whatever else is marked.
    """
    same: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    points = [[_plain(q) for q in point.evidence] for point in gold.points]
    for clauses in points:
        same.update(_pair(a, b) for a, b in combinations(clauses, 2) if a != b)
    two_sides = [*combinations(points, 2), *(([_plain(a)], [_plain(b)]) for a, b in gold.compatible)]
    for conflict in gold.conflicts:
        two_sides += combinations([[_plain(q) for q in reading] for reading in conflict.readings], 2)
    two_sides += [([_plain(q) for q in d.before], [_plain(q) for q in d.after]) for d in gold.developments]
    for one, other in two_sides:
        apart.update(_pair(a, b) for a, b in product(one, other) if a != b)
    return sorted([ClausePair(a, b, True) for a, b in same] + [ClausePair(a, b, False) for a, b in apart - same])


def _plain(quote: Quote) -> str:
    return " ".join(quote.text.split())


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def shared_words(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """Return the share of words that both clauses have (Jaccard): the baseline."""
    bags = [(set(re.findall(r"\w+", a.lower())), set(re.findall(r"\w+", b.lower()))) for a, b in pairs]
    return np.array([len(a & b) / max(1, len(a | b)) for a, b in bags], dtype=np.float32)


def vector_likeness(reader: Reader) -> Likeness:
    """Return the cosine of the clauses' vectors as a likeness."""

    def likeness(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        texts = sorted({t for p in pairs for t in p})
        rows = dict(zip(texts, reader.embed(texts), strict=True))
        return np.array([rows[a] @ rows[b] for a, b in pairs], dtype=np.float32)

    return likeness


def grouped_f1(stories: Sequence[Sequence[ClausePair]], likeness: Likeness) -> float:
    """Return pairwise F1 after average link inside each story, at the best of `BARS`."""
    scored = [(pairs, likeness([(p.first, p.second) for p in pairs])) for pairs in stories]
    return max(whole([_grouped(pairs, values, bar) for pairs, values in scored], f_scores) for bar in BARS)


def _grouped(pairs: Sequence[ClausePair], values: NDArray[np.float32], bar: float) -> Row:
    clauses = sorted({t for p in pairs for t in (p.first, p.second)})
    number = {text: i for i, text in enumerate(clauses)}
    score: dict[Rows, float] = {
        (number[p.first], number[p.second]): float(v) for p, v in zip(pairs, values, strict=True)
    }
    groups = cluster(len(clauses), score, nested=set(), apart=set(), stop=bar)
    group = {row: n for n, rows in enumerate(groups) for row in rows}
    together = [group[number[p.first]] == group[number[p.second]] for p in pairs]
    right = sum(p.same and found for p, found in zip(pairs, together, strict=True))
    return right, sum(together), sum(p.same for p in pairs)


def happening_figures(reader: Reader, folder: Path) -> list[Figure]:
    """Return the figures of what the network offers for it, the vectors.

    A folder without stories gives none.
    """
    stories = [clause_pairs(load_gold(story)) for story in split_stories(folder)[1]]
    if not stories:
        return []
    plain = grouped_f1(stories, shared_words)
    return [
        Figure(
            name="same happening, vectors: F1 of pairs",
            value=grouped_f1(stories, vector_likeness(reader)),
            units=sum(p.same for pairs in stories for p in pairs),
            unit="pairs",
            baseline=plain,
            simple="shared words",
        )
    ]
