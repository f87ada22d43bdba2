"""Pairs of a claim that looks ahead and one that can tell what came of it, as arrays of one row a pair."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.model import Claim

UNKNOWN = np.iinfo(np.int64).min // 4  # stands for a day that is not known: far from every day


@dataclass(frozen=True, eq=False)
class OutcomePairs:
    """Pairs of a claim that looks ahead and one that can tell what came of it.

    Attributes:
        plans: Claims that look ahead, in the story's order.
        outcomes: Plain claims, in the story's order.
        plan: Place in `plans`, shape (pairs,).
        outcome: Place in `outcomes`, shape (pairs,).
        cosine: Of the two vectors, shape (pairs,).
        rare: Rarity of the content words that both have, shape (pairs,).
    """

    plans: tuple[Claim, ...]
    outcomes: tuple[Claim, ...]
    plan: NDArray[np.int64]
    outcome: NDArray[np.int64]
    cosine: NDArray[np.float64]
    rare: NDArray[np.float64]

    def both(
        self, of_plan: Callable[[Claim], object], of_outcome: Callable[[Claim], object] | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return a number of each pair's plan and of its outcome, shapes (pairs,)."""
        mine = np.array([of_plan(c) for c in self.plans], np.float64)
        theirs = np.array([(of_outcome or of_plan)(c) for c in self.outcomes], np.float64)
        return mine[self.plan], theirs[self.outcome]

    def shared(
        self, of_plan: Callable[[Claim], Iterable[Hashable]], of_outcome: Callable[[Claim], Iterable[Hashable]]
    ) -> NDArray[np.float64]:
        """Return how many things of each pair's plan its outcome has too, shape (pairs,)."""
        places = places_of(self.outcomes, of_outcome)
        counts = np.zeros(len(self.plan))
        ends = np.searchsorted(self.plan, np.arange(len(self.plans) + 1))
        for number, claim in enumerate(self.plans):
            own = slice(ends[number], ends[number + 1])
            found = [places[thing] for thing in set(of_plan(claim)) if thing in places]
            if found and ends[number] < ends[number + 1]:
                counts[own] = np.bincount(np.concatenate(found), minlength=len(self.outcomes))[self.outcome[own]]
        return counts


def places_of(claims: Sequence[Claim], things: Callable[[Claim], Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    """Return the places of the claims that have a thing, by thing."""
    found: dict[Hashable, list[int]] = {}
    for place, claim in enumerate(claims):
        for thing in set(things(claim)):
            found.setdefault(thing, []).append(place)
    return found
