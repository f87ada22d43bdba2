"""When: one happening told with days that cannot be one, at the precision that the words carry.

"July 2000" lies in 2000: no conflict. The bar is high because most pairs of like clauses with different days are two
happenings of one sort: two visits, two votes, two statements.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TENTATIVE
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.stems import stem
from variorum.model import Claim, Factor, Moment

BAR = 1.25  # of `about`
ARRANGED_BAR = 0.95  # the same, for what is yet to come: it is planned once, and days lie close
ARRANGED_DAYS = 7
SAME_BAR = 0.55  # of `about`, for more tellings of the same days
COPY_WORDS = 0.75  # above, one text was dated from two reports' own days
COSINE_BAR = 0.55  # below, no pair is looked at
ONLY_ONE_BONUS = 0.35  # "last met", "first flight": there is one such happening
_NEARBY_DAYS = 400  # days further apart are two happenings, not one misdated
_ONLY_ONE = re.compile(r"\b(last|first|latest|maiden|inaugural)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ONLY_ONE_ANYWHERE = re.compile(r"\b(last|first|latest|maiden|inaugural)\s+(\w+)", re.IGNORECASE)


def oppose_times(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims that date one happening differently."""
    dated = [c for c in index.story.claims if index.dated_itself(c) and _fit(c)]
    same_days: dict[Moment, list[Claim]] = {}
    for claim in index.story.claims:
        if claim.moment is not None:
            same_days.setdefault(claim.moment, []).append(claim)
    found = []
    for a, b in index.pairs(COSINE_BAR, dated, dated):
        if a.span < b.span and a.span.report != b.span.report:
            one = _oppose(index, a, b, same_days)
            if one:
                found.append(one)
    return found


def _fit(claim: Claim) -> bool:
    moment = claim.moment
    return (
        moment is not None
        and not (moment.approximate or moment.open_start or moment.open_end)
        and claim.certainty not in {"denied", "hypothetical", "wanted"}
        and not claim.negated
    )


def _oppose(index: ClaimIndex, a: Claim, b: Claim, same_days: Mapping[Moment, Sequence[Claim]]) -> Opposition | None:
    if a.moment is None or b.moment is None or a.moment.meets(b.moment):
        return None
    if abs((a.moment.first - b.moment.first).days) > _NEARBY_DAYS or a.moment.precision != b.moment.precision:
        return None
    if (a.certainty in TENTATIVE) != (b.certainty in TENTATIVE):
        return None
    only = _only_one(index, a) & _only_one(index, b)
    if ("nominal" in {a.kind, b.kind} and not only) or index.likeness(a, b).words > COPY_WORDS:
        return None
    strength, factors = about(index, a, b)
    if only:
        strength += ONLY_ONE_BONUS
        factors = (*factors, Factor("there is only one", ONLY_ONE_BONUS, ", ".join(sorted(only))))
    arranged = a.certainty == b.certainty == "expected" and index.telling_head(a) and _close(a.moment, b.moment)
    bar = ARRANGED_BAR if arranged else BAR
    if strength < bar or not any(f.name == "same head" for f in factors):
        return None
    if not any(f.name in {"named alike", "participants", "there is only one"} for f in factors):
        return None
    sides = sorted(
        (_side(index, c, same_days.get(m, ())) for c, m in ((a, a.moment), (b, b.moment))), key=lambda s: s.value
    )
    asked = question(index, min(a, b, key=lambda c: (c.span, c.id)))
    reason = Factor("moments apart", 0.0, f"{sides[0].value} / {sides[1].value}", (a.span, b.span))
    return Opposition("time", asked, index.head(a), (sides[0], sides[1]), strength, (*factors, reason), bar)


def _close(a: Moment, b: Moment) -> bool:
    return a.precision == "day" and abs((a.first - b.first).days) <= ARRANGED_DAYS


def _only_one(index: ClaimIndex, claim: Claim) -> frozenset[str]:
    """Return the words right before the happening's that leave one such happening only ("last", "first")."""
    text = index.reports[claim.span.report].text[max(claim.span.start, claim.head.start - 24) : claim.head.start]
    found = _ONLY_ONE.search(text)
    if (
        found is None
        and (found := _ONLY_ONE_ANYWHERE.search(index.text(claim)))
        and stem(found.group(2)) != index.head(claim)
    ):
        found = None
    return frozenset({found.group(1).lower()}) if found else frozenset()


def _side(index: ClaimIndex, claim: Claim, same_days: Sequence[Claim]) -> Side:
    """Return the days that a claim gives, with all else that its report and its point tell of the same days."""
    same = [
        c
        for c in same_days
        if c != claim
        and (index.point.get(c.id, c.id) == index.point.get(claim.id) or c.span.report == claim.span.report)
        and about(index, c, claim)[0] >= SAME_BAR
    ]
    return Side(_value(claim.moment) if claim.moment else "", (claim, *same), (claim.span,))


def _value(moment: Moment) -> str:
    if moment.first == moment.last:
        return moment.first.isoformat()
    if moment.precision == "month":
        return moment.first.isoformat()[:7]
    if moment.precision == "year":
        return str(moment.first.year)
    return f"{moment.first.isoformat()}/{moment.last.isoformat()}"
