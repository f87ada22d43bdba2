"""Why claims stand together, and why their nearest neighbours do not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from variorum.model import Factor, WeighedPair
from variorum.render.index import DossierIndex
from variorum.render.lines import Line

MOST_NEAR = 6
"""Neighbours shown with one card: what is further off explains nothing."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """A weighed pair as it is shown.

    Attributes:
        pair: The pair.
        here: Its claim that stands in what is explained; of two that do, the first.
        there: The other one.
        there_point: Id of the point of `there`; None when it stands in none.
    """

    pair: WeighedPair
    here: Line
    there: Line
    there_point: str | None


@dataclass(frozen=True, slots=True)
class Reasons:
    """The pairs that join some claims, and the likeliest that leads to each claim outside; the likeliest first."""

    joined: tuple[Weighing, ...]
    near: tuple[Weighing, ...]

    def __bool__(self) -> bool:
        return bool(self.joined or self.near)


def reasons_of(index: DossierIndex, claims: Collection[str]) -> Reasons:
    """Return what joined these claims with each other and what kept others outside."""
    inside = set(claims)
    pairs = {(pair.first, pair.second): pair for claim in claims for pair in index.pairs_of.get(claim, ())}
    joined, near, shown = [], [], set()
    for pair in sorted(pairs.values(), key=lambda pair: (-pair.probability, pair.first, pair.second)):
        here, there = (pair.first, pair.second) if pair.first in inside else (pair.second, pair.first)
        weighing = Weighing(pair, index.line(here), index.line(there), index.point_of.get(there))
        if pair.joined and there in inside:
            joined.append(weighing)
        elif there not in inside and there not in shown:
            shown.add(there)
            near.append(weighing)
    return Reasons(tuple(joined), tuple(near[:MOST_NEAR]))


def strengths(factors: Collection[Factor]) -> list[Factor]:
    """Return the factors that speak for or against, the strongest first, then those that only say what was compared."""
    return sorted(factors, key=lambda factor: (-abs(factor.value), factor.name))
