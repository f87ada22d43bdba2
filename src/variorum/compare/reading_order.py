"""From values and the claims that give them to the readings of a conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.compare.index import ClaimIndex
from variorum.model import Claim, ConflictReading, Span, Transmission


def origins_by_claim(index: ClaimIndex, roads: Sequence[Transmission]) -> dict[str, tuple[str, ...]]:
    """Return the origins of each claim: its own, of these those that count for its point where any does.

    A claim that no voice stands behind takes those that count for its point and reached its report, if any did. One
    that has a voice keeps it: it may be no witness of what its point tells on the whole, and yet it gives the value
    that its reading is about.
    """
    reached = {(road.origin, road.report) for road in roads}
    own: dict[str, list[str]] = {}
    for road in roads:
        for claim_id in road.claims:
            own.setdefault(claim_id, []).append(road.origin)
    found: dict[str, tuple[str, ...]] = {}
    for claim in index.story.claims:
        counted = index.points[index.point[claim.id]].origins if claim.id in index.point else ()
        mine = tuple(own.get(claim.id, ()))
        here = tuple(origin for origin in counted if (origin, claim.span.report) in reached)
        voiced = mine if claim.attribution else ()
        found[claim.id] = tuple(o for o in counted if o in mine) or voiced or here or mine
    return found


def make_reading(
    value: str,
    claims: Sequence[Claim],
    values: Sequence[Span],
    origins: Mapping[str, tuple[str, ...]],
    *,
    older: bool = False,
) -> ConflictReading:
    """Return one side of a conflict with its claims, value spans and origins, each sorted and without repeats."""
    ids = sorted({c.id: c for c in claims}.values(), key=lambda c: (c.span, c.id))
    found = sorted({o for c in ids for o in origins.get(c.id, ())}, key=lambda o: (len(o), o))
    return ConflictReading(value, tuple(c.id for c in ids), tuple(found), tuple(sorted(set(values))), older)


def most_origins_first(readings: Sequence[ConflictReading]) -> tuple[ConflictReading, ...]:
    """Return readings by number of origins, then of claims, newest before `older`, then by value."""
    return tuple(sorted(readings, key=lambda r: (r.older, -len(r.origins), -len(r.claims), r.value, r.claims)))
