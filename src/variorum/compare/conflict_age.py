"""How old: one person given two ages by reports of the same days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.annotate.ages import age_beside
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.tightest import tightest
from variorum.model import Claim, Factor, Span

NAMED_ALIKE = 1.0  # the person is the same by the story's own entities; nothing else is weighed
BAR = 1.0
_FARTHEST = 30  # days between two reports, in which few have a birthday


@dataclass(frozen=True, slots=True)
class _Age:
    claim: Claim
    person: str
    years: int
    span: Span


def oppose_ages(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims that give one person two ages."""
    ages: dict[str, list[_Age]] = {}
    for age in tightest(_ages(index)):
        ages.setdefault(age.person, []).append(age)
    return [
        _opposition(index, a, b)
        for _, same in sorted(ages.items())
        for i, a in enumerate(same)
        for b in same[i + 1 :]
        if a.years != b.years and _of_one_time(index, a.claim, b.claim)
    ]


def _ages(index: ClaimIndex) -> Iterator[tuple[Span, Claim, _Age]]:
    for claim in index.story.claims:
        text, clause = index.reports[claim.span.report].text, (claim.span.start, claim.span.end)
        for entity_id, mentions in index.named(claim).items():
            entity = index.entity(entity_id)
            if entity is None or entity.kind != "person":
                continue
            for mention in mentions:
                found = age_beside(text, (mention.span.start, mention.span.end), clause)
                if found is not None and mention.form == "name":
                    span = Span(claim.span.report, found.start, found.end)
                    yield span, claim, _Age(claim, entity_id, found.years, span)


def _of_one_time(index: ClaimIndex, a: Claim, b: Claim) -> bool:
    first, second = index.day(a), index.day(b)
    return first is None or second is None or abs((first - second).days) <= _FARTHEST


def _opposition(index: ClaimIndex, a: _Age, b: _Age) -> Opposition:
    entity = index.entity(a.person)
    name = entity.name if entity else a.person
    sides = sorted((Side(str(g.years), (g.claim,), (g.span,)) for g in (a, b)), key=lambda s: s.value)
    factors = (
        Factor("one person", NAMED_ALIKE, name),
        Factor("two ages", 0.0, f"{a.years} / {b.years}", (a.span, b.span)),
    )
    asked = question(index, a.claim, a.span)
    return Opposition("number", asked, f"age of {a.person}", (sides[0], sides[1]), NAMED_ALIKE, factors, BAR)
