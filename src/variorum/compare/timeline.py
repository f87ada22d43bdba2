"""When: the dated happenings of a story, each with exactly its days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TENTATIVE
from variorum.model import Claim, Moment, Point, Story, TimelineEntry

_NEAR_MAIN = timedelta(days=3)  # what many reports tell of these days belongs to the main event

_JOINED = re.compile(r"\s*(?:,|and|or|,\s*(?:and|or))\s+(?:in\s+|on\s+)?", re.IGNORECASE)

Days = tuple[date, date]


def build_timeline(story: Story, points: Sequence[Point]) -> tuple[TimelineEntry, ...]:
    """Return one entry for each happening on each of the days that reports give for it, in order of days.

    Claims stand together when they are of one point and name the same days, or when one lies inside the other and
    names the same days. Moments that go on without an end ("since 2019") stand by the days that they begin with, also
    where the claim has another moment or none; of several moments in a row ("1961, 2000 and 2021") each has its entry.
    """
    index = ClaimIndex(story, points)
    moments = {(c.id, _days(c)): c.moment for c in story.claims if c.moment}
    drafts = _with_further(index, _grouped(index), moments)
    main = _main_days(index, drafts)
    entries = [_entry(index, days, claims, [moments[c.id, days] for c in claims], main) for days, claims in drafts]
    return tuple(sorted(entries, key=lambda e: (e.moment.first, e.moment.last, e.claims)))


def _grouped(index: ClaimIndex) -> list[tuple[Days, list[Claim]]]:
    dated = [c for c in index.story.claims if c.moment is not None]
    label = {c.id: c.id for c in dated}

    def root(claim: str) -> str:
        while label[claim] != claim:
            claim = label[claim]
        return claim

    first_of: dict[tuple[str, Days], str] = {}
    for claim in dated:
        days = _days(claim)
        point = index.point.get(claim.id, claim.id)
        first = root(first_of.setdefault((point, days), claim.id))
        label[root(claim.id)] = first
        if claim.parent in label and _days(index.claims[claim.parent]) == days:
            a, b = sorted((root(claim.id), root(claim.parent)))
            label[b] = a
    groups: dict[tuple[Days, str], list[Claim]] = {}
    for claim in dated:
        groups.setdefault((_days(claim), root(claim.id)), []).append(claim)
    return [(days, sorted(claims, key=lambda c: (c.span, c.id))) for (days, _), claims in sorted(groups.items())]


def _with_further(
    index: ClaimIndex, drafts: list[tuple[Days, list[Claim]]], moments: dict[tuple[str, Days], Moment]
) -> list[tuple[Days, list[Claim]]]:
    """Return drafts with the further moments of claims, which are added to `moments`."""
    held = {(days, index.point.get(c.id, c.id)): claims for days, claims in drafts for c in claims}
    for claim, moment in _further(index):
        days = (moment.first, moment.last)
        if (claim.id, days) not in moments:
            moments[claim.id, days] = moment
            key = (days, index.point.get(claim.id, claim.id))
            if key not in held:
                held[key] = []
                drafts.append((days, held[key]))
            held[key].append(claim)
    return [(days, sorted(claims, key=lambda c: (c.span, c.id))) for days, claims in drafts]


def _further(index: ClaimIndex) -> Iterator[tuple[Claim, Moment]]:
    """Yield moments that claims name beside their own: since when something goes on, and each of several in a row."""
    by_report: dict[str, list[Claim]] = {}
    for claim in index.story.claims:
        by_report.setdefault(claim.span.report, []).append(claim)
    before = None
    for time in sorted(index.story.times, key=lambda t: t.span):
        gap = index.reports[time.span.report].text[before.span.end : time.span.start] if before else ""
        one_report = before is not None and before.span.report == time.span.report
        in_a_row = one_report and bool(_JOINED.fullmatch(gap))
        around = [c for c in by_report.get(time.span.report, ()) if c.span.contains(time.span)]
        if around and (time.moment.open_end or in_a_row):
            claim = min(around, key=lambda c: (len(c.span), c.span, c.id))
            if time.moment.open_end or (before and claim.span.contains(before.span)):
                yield claim, time.moment
        before = time


def _days(claim: Claim) -> Days:
    if claim.moment is None:
        raise ValueError(f"no moment: {claim.id}")
    return claim.moment.first, claim.moment.last


def _main_days(index: ClaimIndex, drafts: Sequence[tuple[Days, list[Claim]]]) -> Days | None:
    """Return the days of what most origins and reports tell, the most precise of equals; None without any date."""

    def weight(draft: tuple[Days, list[Claim]]) -> tuple[int, int, int, Days]:
        days, claims = draft
        points = {index.point[c.id] for c in claims if c.id in index.point}
        origins = max((len(index.points[p].origins) for p in points), default=0)
        reports = len({c.span.report for c in claims})
        return -reports, -origins, (days[1] - days[0]).days, days

    return min(drafts, key=weight)[0] if drafts else None


def _entry(
    index: ClaimIndex, days: Days, claims: Sequence[Claim], moments: Sequence[Moment], main: Days | None
) -> TimelineEntry:
    points = {index.point.get(c.id) for c in claims}
    near = main is not None and days[0] <= main[1] + _NEAR_MAIN and main[0] - _NEAR_MAIN <= days[1]
    short = (days[1] - days[0]) <= 2 * _NEAR_MAIN
    many = len({c.span.report for c in claims}) > 1
    return TimelineEntry(
        moment=min(moments, key=_plainness),
        claims=tuple(c.id for c in claims),
        point=points.pop() if len(points) == 1 else None,
        main=days == main or (near and short and many),
        announced=all(c.certainty in TENTATIVE for c in claims),
    )


def _plainness(moment: Moment) -> tuple[bool, bool, bool, str]:
    return moment.approximate, moment.open_start, moment.open_end, moment.precision
