"""What time of day: one happening told with two clock times ("sank at 4:05 a.m.", "sank around 4:30").

Only times in figures are compared, of one zone or of none: "shortly before noon" fits many a figure, and what an hour
is elsewhere is not worked out. Far apart on the clock are two happenings of one day, a departure and a return.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TENTATIVE
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.tightest import tightest
from variorum.model import Claim, Factor, Span

BAR = 0.7  # of `about`
LONGEST = 200  # characters: a longer claim tells more than one thing, and the hour may be of another
FARTHEST = 120  # minutes
ROUGH = 5  # minutes that "around" allows for
_ZONES = r"GMT|UTC|[ECMP][SD]T|[CE]ET|BST|local time"
_CLOCK = re.compile(
    r"(?P<about>(?:about|around|approximately|shortly|just|nearly|roughly)\s+(?:before |after )?)?"
    r"(?:\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b\.?|\b(?P<hours>\d{1,2}):(?P<minutes>\d\d)\b)"
    rf"(?:\s*(?P<zone>{_ZONES})\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Clock:
    claim: Claim
    minute: int  # of the day
    rough: bool
    zone: str
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
        if not _fit(index, claim):
            continue
        found = list(_CLOCK.finditer(index.text(claim)))
        if len(found) != 1:
            continue  # two hours in one clause are two happenings, or one in two zones
        match = found[0]
        span = Span(claim.span.report, claim.span.start + match.start(), claim.span.start + match.end())
        zone = (match["zone"] or "").lower()
        local = "" if zone == "local time" else zone
        yield span, claim, _Clock(claim, _minute(match), bool(match["about"]), local, span)


def _fit(index: ClaimIndex, claim: Claim) -> bool:
    return (
        len(claim.span) <= LONGEST
        and claim.kind != "nominal"  # "the crash around noon" may be what was reported then
        and not claim.negated
        and claim.certainty not in TENTATIVE
        and index.telling_head(claim)
    )


def _minute(match: re.Match[str]) -> int:
    if match["half"]:
        afternoon = match["half"].lower() == "p"
        return (int(match["hour"]) % 12 + 12 * afternoon) * 60 + int(match["minute"] or 0)
    return int(match["hours"]) * 60 + int(match["minutes"])


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
