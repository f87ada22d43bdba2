"""Where: two places of one rank for one thing.

Without a gazetteer two place names may be one inside the other, so only pairs are opposed that the reports
themselves put on one rank: two towns of one region ("Elm, Ohio" and "Oak, Ohio").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.tightest import tightest
from variorum.model import Claim, Factor, Span

BAR = 0.8  # of `about`
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_TOWN_IN_REGION = re.compile(rf"\b(in|from|at|near|of|to) ({_NAME}), ({_NAME})")


@dataclass(frozen=True, slots=True)
class _Where:
    claim: Claim
    joint: str
    town: str
    region: str
    span: Span


def oppose_places(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims that put one thing into two towns of one region."""
    places = tightest(_places(index))
    found = []
    for i, a in enumerate(places):
        for b in places[i + 1 :]:
            if (a.joint, a.region) == (b.joint, b.region) and a.town != b.town:
                one = _oppose(index, a, b)
                if one:
                    found.append(one)
    return found


def _places(index: ClaimIndex) -> Iterator[tuple[Span, Claim, _Where]]:
    for claim in index.story.claims:
        for match in _TOWN_IN_REGION.finditer(index.text(claim)):
            span = Span(claim.span.report, claim.span.start + match.start(2), claim.span.start + match.end(2))
            yield span, claim, _Where(claim, match.group(1), match.group(2), match.group(3), span)


def _oppose(index: ClaimIndex, a: _Where, b: _Where) -> Opposition | None:
    if a.claim.span.report == b.claim.span.report or b.town in index.text(a.claim) or a.town in index.text(b.claim):
        return None
    if a.claim.moment and b.claim.moment and not a.claim.moment.meets(b.claim.moment):
        return None
    strength, factors = about(index, a.claim, b.claim)
    if strength < BAR:
        return None
    sides = sorted((Side(w.town, (w.claim,), (w.span,)) for w in (a, b)), key=lambda s: s.value)
    reason = Factor("two towns of one region", 0.0, a.region, (a.span, b.span))
    asked, topic = question(index, a.claim, a.span), f"{a.joint} …, {a.region}"
    return Opposition("place", asked, topic, (sides[0], sides[1]), strength, (*factors, reason), BAR)
