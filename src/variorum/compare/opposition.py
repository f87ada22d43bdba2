"""Two claims that cannot both hold, and how many such pairs become one conflict.

Every kind of conflict finds `Opposition`s; what follows is the same for all: oppositions about one question are
joined, values become readings, readings are ordered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from variorum.compare.index import ClaimIndex
from variorum.compare.reading_order import make_reading, most_origins_first, origins_by_claim
from variorum.model import Claim, Conflict, ConflictKind, Factor, Span, Transmission


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a question.

    Attributes:
        value: Normalised; equal for equal answers.
        claims: All that give it, one or more; the one that was weighed first.
        values: The passages that hold the value.
        older: As of `ConflictReading`.
    """

    value: str
    claims: tuple[Claim, ...]
    values: tuple[Span, ...] = ()
    older: bool = False


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two answers that cannot both hold.

    Attributes:
        kind: What differs.
        question: In the reports' own words.
        topic: Oppositions of one kind and topic that share a claim or a point are one conflict.
        sides: Two, in order of value.
        strength: How sure it is that both are about one thing; the sum of the factors.
        factors: Why.
        bar: What the strength had to reach; None where none is set.
    """

    kind: ConflictKind
    question: str
    topic: str
    sides: tuple[Side, Side]
    strength: float
    factors: tuple[Factor, ...]
    bar: float | None = None


Finder = Callable[[ClaimIndex], Sequence[Opposition]]
"""One kind of conflict: a function from a story's claims to oppositions."""


def assemble(
    index: ClaimIndex, oppositions: Sequence[Opposition], roads: Sequence[Transmission]
) -> tuple[Conflict, ...]:
    """Join oppositions about one question into conflicts, the best attested first, numbered `x1` on."""
    reached = origins_by_claim(index, roads)
    drafts = [c for group in _questions(index, oppositions) if (c := _conflict(group, reached)) is not None]
    drafts.sort(key=lambda c: (-sum(len(r.origins) for r in c.readings), c.kind, c.readings[0].claims, c.question))
    return tuple(replace(conflict, id=f"x{n + 1}") for n, conflict in enumerate(drafts))


def _questions(index: ClaimIndex, oppositions: Sequence[Opposition]) -> list[list[Opposition]]:
    ordered = sorted(oppositions, key=lambda o: (-round(o.strength, 6), _order(o)))
    groups: list[list[Opposition]] = []
    holds: list[set[tuple[str, str, str]]] = []
    for one in ordered:
        places: set[tuple[str, str, str]] = {
            (one.kind, one.topic, index.point.get(c.id, c.id)) for s in one.sides for c in s.claims
        }
        touched = [i for i, held in enumerate(holds) if held & places]
        if not touched:
            groups.append([one])
            holds.append(places)
            continue
        first, *rest = touched
        groups[first].append(one)
        holds[first] |= places
        for i in reversed(rest):
            groups[first] += groups.pop(i)
            holds[first] |= holds.pop(i)
    return groups


def _order(one: Opposition) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    return one.topic, tuple((s.value, tuple(c.id for c in s.claims)) for s in one.sides)


def _conflict(group: Sequence[Opposition], reached: dict[str, tuple[str, ...]]) -> Conflict | None:
    sides: dict[str, list[Side]] = {}
    taken: dict[str, str] = {}
    for one in group:  # strongest first: a claim stands under the value that it was found with first
        for side in one.sides:
            own = tuple(c for c in side.claims if taken.setdefault(c.id, side.value) == side.value)
            if own:
                sides.setdefault(side.value, []).append(replace(side, claims=own))
    if sum(not all(s.older for s in found) for found in sides.values()) < 2:
        return None  # an older, provisional value against what replaced it is no disagreement
    if all(any(s.older for s in one.sides) for one in group):
        return None  # nor are two later values that only an older one brought together
    readings = [
        make_reading(
            value,
            [c for s in found for c in s.claims],
            [v for s in found for v in s.values],
            reached,
            older=all(s.older for s in found),
        )
        for value, found in sorted(sides.items())
    ]
    best = group[0]
    weighed = tuple(s.claims[0].id for s in best.sides)
    return Conflict(
        "", best.kind, best.question, most_origins_first(readings), best.factors, weighed, best.strength, best.bar
    )
