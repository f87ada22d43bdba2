"""From values and the claims that give them to the readings of a conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.compare.index import ClaimIndex
from variorum.model import Claim, ConflictReading, Origin, Span


def origins_by_claim(index: ClaimIndex, origins: Sequence[Origin]) -> dict[str, tuple[str, ...]]:
    """Return the origins of each claim, as far as its point and its report tell: those that reached its report."""
    reached = {o.id: set(o.reports) for o in origins}
    return {
        claim.id: tuple(
            o
            for o in (index.points[index.point[claim.id]].origins if claim.id in index.point else ())
            if claim.span.report in reached.get(o, set())
        )
        for claim in index.story.claims
    }


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
