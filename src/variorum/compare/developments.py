"""What was expected, possible, planned or wanted, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.compare.closeness import weigh
from variorum.compare.index import ClaimIndex, stem
from variorum.compare.lexicon import CANCEL_VERBS, CHANGE_VERBS, TENTATIVE
from variorum.model import Claim, Development, Factor, Outcome, Point, Story

BAR = 1.2  # of `about` with the bonuses below
COSINE_BAR = 0.45  # below, no pair is looked at
COPY_COSINE = 0.88  # above, without a word that looks ahead, both are one statement with one certainty misread
COPY_WORDS = 0.7  # the same, of the rarity-weighted share of words
DAYS_MEET_BONUS = 0.15
EXPECTED_BONUS = 0.1  # said to come, not only possible or wanted
LATER_BONUS = 0.1  # the outcome's report is of a later day

_AHEAD = re.compile(
    r"\b(will|would|plan(?:s|ned)? to|expected to|scheduled|set to|going to|vow\w*|intend\w*)\b", re.IGNORECASE
)

_CANCELLED = frozenset(stem(verb) for verb in CANCEL_VERBS)
_CHANGED = frozenset(stem(verb) for verb in CHANGE_VERBS)


@dataclass(frozen=True, slots=True)
class Developments:
    """What was expected and what came of it.

    Attributes:
        resolved: By position of the first claim that looked ahead.
        open: Ids of claims that look ahead and whose outcome no report tells, the best of each point, sorted.
    """

    resolved: tuple[Development, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    before: Claim
    after: Claim
    strength: float
    factors: tuple[Factor, ...]


def find_developments(story: Story, points: Sequence[Point]) -> Developments:
    """Join claims that look ahead to later claims about the same happening.

    An outcome is asserted or denied, of a report not older than the forecast's, and dated not after its own report.
    Each claim that looks ahead goes to its one most alike outcome; those that share an outcome's point or stand in
    one point are one development.
    """
    index = ClaimIndex(story, points)
    resolved = _developments(index, _links(index, [c for c in story.claims if c.certainty in TENTATIVE]))
    used = {index.point.get(c, c) for d in resolved for c in d.before}
    waiting = [c for c in story.claims if c.certainty == "expected" and index.point.get(c.id, c.id) not in used]
    first: dict[str, str] = {}
    for claim in waiting:
        point = index.points.get(index.point.get(claim.id, ""))
        shown = point.best if point and point.best in {c.id for c in waiting} else claim.id
        first.setdefault(index.point.get(claim.id, claim.id), shown)
    order = {c.id: n for n, c in enumerate(story.claims)}
    return Developments(resolved, tuple(sorted(first.values(), key=lambda c: order[c])))


def _outcomes(index: ClaimIndex, ahead: Sequence[Claim]) -> list[Claim]:
    """Return the claims that can tell an outcome: plain ones that neither hold nor lie in one that looks ahead."""
    by_report: dict[str, list[Claim]] = {}
    for claim in ahead:
        by_report.setdefault(claim.span.report, []).append(claim)
    return [
        c
        for c in index.story.claims
        if c.certainty in {"asserted", "denied"}
        and c.tense != "future"
        and not _AHEAD.search(index.text(c))
        and not any(index.nested(c, a) for a in by_report.get(c.span.report, ()))
    ]


def _links(index: ClaimIndex, ahead: Sequence[Claim]) -> list[_Link]:
    """Return for each claim that looks ahead its most alike outcome, where one passes the bar."""
    best: dict[str, _Link] = {}
    for before, after in index.pairs(COSINE_BAR, ahead, _outcomes(index, ahead)):
        link = _weigh(index, before, after)
        known = best.get(before.id)
        if link and (known is None or (-link.strength, after.span) < (-known.strength, known.after.span)):
            best[before.id] = link
    return [best[c.id] for c in ahead if c.id in best and best[c.id].strength >= BAR]


def _weigh(index: ClaimIndex, before: Claim, after: Claim) -> _Link | None:
    first, second = index.day(before), index.day(after)
    if first and second and second < first:
        return None
    if after.moment and second and after.moment.first > second:
        return None
    if index.point.get(before.id, before.id) == index.point.get(after.id, after.id):
        return None  # one telling; the certainty of one of them was misread
    like = index.likeness(before, after)
    if (like.cosine > COPY_COSINE or like.words > COPY_WORDS) and not _AHEAD.search(index.text(before)):
        return None
    strength, factors = weigh(index, like)
    meet = before.moment is not None and after.moment is not None and before.moment.meets(after.moment)
    bonuses = (
        Factor("days meet", DAYS_MEET_BONUS * meet),
        Factor("said to come", EXPECTED_BONUS * (before.certainty == "expected")),
        Factor("later report", LATER_BONUS * (first is not None and second is not None and second > first)),
    )
    total = strength + sum(b.value for b in bonuses)
    return _Link(before, after, total, (*factors, *(b for b in bonuses if b.value)))


def _developments(index: ClaimIndex, links: Sequence[_Link]) -> tuple[Development, ...]:
    groups: list[list[_Link]] = []
    holds: list[set[tuple[str, str]]] = []
    for link in sorted(links, key=lambda k: (-round(k.strength, 6), k.before.span, k.before.id)):
        ends = {
            ("before", index.point.get(link.before.id, link.before.id)),
            ("after", index.point.get(link.after.id, link.after.id)),
        }
        touched = [i for i, held in enumerate(holds) if held & ends]
        if not touched:
            groups.append([link])
            holds.append(ends)
            continue
        first, *rest = touched
        groups[first].append(link)
        holds[first] |= ends
        for i in reversed(rest):
            groups[first] += groups.pop(i)
            holds[first] |= holds.pop(i)
    order = {c.id: n for n, c in enumerate(index.story.claims)}
    drafts = sorted((_development(index, g) for g in groups), key=lambda d: order[d.before[0]])
    return tuple(Development(f"d{n + 1}", d.before, d.after, d.outcome, d.factors) for n, d in enumerate(drafts))


def _development(index: ClaimIndex, group: Sequence[_Link]) -> Development:
    order = {c.id: n for n, c in enumerate(index.story.claims)}
    before = {c.id for k in group for c in index.siblings(k.before) if c.certainty in TENTATIVE}
    after = {c.id for k in group for c in index.siblings(k.after) if c.certainty in {"asserted", "denied"}}
    best = group[0]
    return Development(
        "",
        tuple(sorted(before, key=lambda c: order[c])),
        tuple(sorted(after - before, key=lambda c: order[c])),
        _outcome(index, best),
        best.factors,
    )


def _outcome(index: ClaimIndex, link: _Link) -> Outcome:
    before, after = link.before, link.after
    if after.certainty == "denied" or index.head(after) in _CANCELLED:
        return "cancelled"
    apart = before.moment is not None and after.moment is not None and not before.moment.meets(after.moment)
    return "changed" if apart or index.head(after) in _CHANGED else "happened"
