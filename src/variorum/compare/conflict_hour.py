"""What time of day: one happening told with two clock times ("sank at 4:05 a.m.", "sank around 4:30").

Only times in figures are compared, of one zone or of none: "shortly before noon" fits many a figure, and what an hour
is elsewhere is not worked out. Far apart on the clock are two happenings of one day, a departure and a return.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TENTATIVE
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.tightest import tightest
from variorum.model import Claim, Factor, Span, TimeOfDay

BAR = 0.7  # of `about`
LONGEST = 200  # characters: a longer claim tells more than one thing, and the hour may be of another
FARTHEST = 120  # minutes
ROUGH = 5  # minutes that "around" allows for


@dataclass(frozen=True, slots=True)
class _Clock:
    claim: Claim
    minute: int  # of the day
    rough: bool
    zone: str | None
    span: Span


def oppose_hours(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims of two reports that give one happening two clock times."""
    by_head: dict[str, list[_Clock]] = {}
    for clock in tightest(_clocks(index)):
        by_head.setdefault(index.head(clock.claim), []).append(clock)
    return [
        one
        for _, clocks in sorted(by_head.items())
        for i, a in enumerate(clocks)
        for b in clocks[i + 1 :]
        if (one := _oppose(index, a, b)) is not None
    ]


def _clocks(index: ClaimIndex) -> Iterator[tuple[Span, Claim, _Clock]]:
    for claim in index.story.claims:
        found = _figures(index, claim) if _fit(index, claim) else []
        if len(found) == 1:  # two hours in one clause are two happenings
            span, at, told = found[0]
            if told.bound in ("exact", "about"):  # "after 9:40 p.m." fits any later hour
                yield span, claim, _Clock(claim, at.hour * 60 + at.minute, told.bound == "about", told.zone, span)


def _figures(index: ClaimIndex, claim: Claim) -> list[tuple[Span, time, TimeOfDay]]:
    """Return the times of day that a claim gives in figures; one in brackets is the one before it in another zone."""
    text = index.reports[claim.span.report].text
    return [
        (expression.span, told.at, told)
        for expression in index.times(claim)
        if (told := expression.time_of_day) is not None
        and told.at is not None
        and text[max(0, expression.span.start - 1) : expression.span.start] != "("
    ]


def _fit(index: ClaimIndex, claim: Claim) -> bool:
    return (
        len(claim.span) <= LONGEST
        and claim.kind != "nominal"  # "the crash around noon" may be what was reported then
        and not claim.negated
        and claim.certainty not in TENTATIVE
        and index.telling_head(claim)
    )


def _oppose(index: ClaimIndex, a: _Clock, b: _Clock) -> Opposition | None:
    apart = abs(a.minute - b.minute)
    if a.claim.span.report == b.claim.span.report or a.zone != b.zone or apart > FARTHEST:
        return None
    if apart <= (ROUGH if a.rough or b.rough else 0):
        return None
    if a.claim.moment and b.claim.moment and not a.claim.moment.meets(b.claim.moment):
        return None
    strength, factors = about(index, a.claim, b.claim)
    if strength < BAR:
        return None
    told = (Side(f"{c.minute // 60:02}:{c.minute % 60:02}", (c.claim,), (c.span,)) for c in (a, b))
    sides = sorted(told, key=lambda s: s.value)
    reason = Factor("two clock times", 0.0, " / ".join(s.value for s in sides), (a.span, b.span))
    topic = f"hour {index.head(a.claim)}"
    asked = question(index, a.claim, a.span)
    return Opposition("time", asked, topic, (sides[0], sides[1]), strength, (*factors, reason), BAR)
