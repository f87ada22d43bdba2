"""Which pairs of a story's claims tell one happening, by its gold; and how well groups agree with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from eval.oracle import locate
from variorum.model import Span, Story

_LONGEST = 700  # characters: the scorer takes no longer claim for a clause


@dataclass(frozen=True)
class Labels:
    """Gold evidence of a story as rows of its claims.

    Attributes:
        points: For each point, for each piece of evidence, the rows that stand for it (may be empty).
        apart: Pairs of such pieces that tell two happenings though they look alike: the readings of a
            conflict, a forecast and its outcome, pairs marked as compatible.
    """

    points: tuple[tuple[frozenset[int], ...], ...]
    apart: tuple[tuple[frozenset[int], frozenset[int]], ...]


def rows_of(story: Story, evidence: dict[str, Any]) -> frozenset[int]:
    """Return the rows of the claims that stand for a piece of gold evidence, as the scorer counts them."""
    found = locate(story.report(evidence["report"]).text, evidence["quote"])
    if found is None:
        return frozenset()
    span = Span(evidence["report"], *found)
    return frozenset(
        row
        for row, claim in enumerate(story.claims)
        if claim.span.report == span.report
        and len(claim.span) <= _LONGEST
        and 2 * claim.span.overlap(span) >= len(span)
    )


def _apart(gold: dict[str, Any]) -> Iterable[tuple[dict[str, Any], dict[str, Any]]]:
    for conflict in gold.get("conflicts") or []:
        for one, other in combinations(conflict["readings"], 2):
            yield from ((a, b) for a in one["evidence"] for b in other["evidence"])
    for development in gold.get("developments") or []:
        yield from ((a, b) for a in development["before"] for b in development["after"])
    for pair in gold.get("compatible") or []:
        yield pair["a"], pair["b"]


def labels_of(story: Story, gold: dict[str, Any]) -> Labels:
    """Return the gold evidence of `gold` as rows of the story's claims."""
    points = tuple(tuple(rows_of(story, e) for e in p["evidence"]) for p in gold.get("points") or [])
    return Labels(points, tuple((rows_of(story, a), rows_of(story, b)) for a, b in _apart(gold)))


def labelled_pairs(labels: Labels) -> dict[tuple[int, int], bool]:
    """Return pairs of rows, the smaller first, and whether they tell one happening.

    A row may stand for several points; a pair is one happening when it shares any of them.
    """
    of_row: dict[int, set[int]] = {}
    for number, pieces in enumerate(labels.points):
        for rows in pieces:
            for row in rows:
                of_row.setdefault(row, set()).add(number)
    pairs = {(a, b): bool(of_row[a] & of_row[b]) for a, b in combinations(sorted(of_row), 2)}
    for left, right in labels.apart:
        for a in left - right:
            for b in right - left:
                pairs.setdefault((min(a, b), max(a, b)), False)
    return pairs


def agreement(labels: Labels, groups: Sequence[Iterable[int]]) -> tuple[int, int, int]:
    """Return (right, wrong, missed) pairs of gold evidence, counted as the story scorer counts them."""
    systems = [frozenset(g) for g in groups]
    of_row: dict[int, set[int]] = {}
    for number, group in enumerate(systems):
        for row in group:
            of_row.setdefault(row, set()).add(number)
    items = [(p, rows) for p, pieces in enumerate(labels.points) for rows in pieces]
    reach = [frozenset(g for row in rows for g in of_row.get(row, ())) for _, rows in items]
    right = wrong = missed = 0
    for x, y in combinations(range(len(items)), 2):
        (p, a), (q, b) = items[x], items[y]
        together = bool(reach[x] & reach[y]) and not (a and a == b)
        if p == q:
            right += together
            missed += not together
        elif not a & b:
            wrong += together
    return right, wrong, missed
