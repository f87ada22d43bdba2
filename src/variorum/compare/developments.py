"""What was expected, possible, planned or wanted, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from variorum.compare.forecasts import looks_ahead
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TENTATIVE
from variorum.compare.outcome_kinds import outcome_kind
from variorum.compare.outcomes import Links, weigh_outcomes
from variorum.model import Claim, Development, Point, Story

BAR = 4.5  # of a link's strength, for a development to be told
SURE = 8.0  # of a link's strength, for a development to be told openly; see decision 30
SURE_OF_GUESS = 9.0  # the same, where the plan only supposes something
MARGIN = 4.0  # weaker links about the same happening join it down to this much below its strongest
SAME_COSINE = 0.3  # to the strongest link's two claims, for a link to be about the same happening
LONGEST_SIDE = 10  # claims that a side takes by links; claims of one point come with it
FEWEST_KEPT = 2  # developments told of any story ...
KEPT_PER_REPORT = 0.7  # ... and of a large one for each report: the most alike and most widely told


@dataclass(frozen=True, slots=True)
class Developments:
    """What was expected and what came of it.

    Attributes:
        resolved: By position of the first claim that looked ahead.
        open: Ids of claims that look ahead and whose outcome no report tells, the best of each point, sorted.
    """

    resolved: tuple[Development, ...]
    open: tuple[str, ...]


def find_developments(story: Story, points: Sequence[Point]) -> Developments:
    """Join claims that look ahead to later claims about the same happening.

    An outcome is asserted or denied, of a report not older than the forecast's, and dated not after its own report.
    The strongest pair of the story opens a development and takes with it what else looks ahead to the same and what
    else tells its outcome; then the strongest of what is left, and so on.
    """
    index = ClaimIndex(story, points)
    order = {c.id: n for n, c in enumerate(story.claims)}
    drafts = sorted(told_developments(index, weigh_outcomes(index)), key=lambda d: (order[d.before[0]], d.after))
    resolved = tuple(replace(d, id=f"d{n + 1}") for n, d in enumerate(drafts))
    return Developments(resolved, _open(index, resolved, order))


def told_developments(index: ClaimIndex, links: Links) -> list[Development]:
    """Return the developments that a story's links make, the strongest first, without ids."""
    most = max(FEWEST_KEPT, round(KEPT_PER_REPORT * len(index.story.reports)))
    order = {c.id: n for n, c in enumerate(index.story.claims)}
    return [_development(index, links, group, order) for group in _grouped(index, links, most)]


@dataclass(frozen=True, slots=True)
class _Group:
    """Links about one happening: the place of the strongest, and the claims of both sides, the strongest first."""

    seed: int
    before: tuple[Claim, ...]
    after: tuple[Claim, ...]


def _grouped(index: ClaimIndex, links: Links, most: int) -> list[_Group]:
    """Return the happenings with the strongest links, no claim in two of them."""
    plans = np.array([index.row[c.id] for c in links.pairs.plans], int)[links.pairs.plan[links.order]]
    outcomes = np.array([index.row[c.id] for c in links.pairs.outcomes], int)[links.pairs.outcome[links.order]]
    used = np.zeros(len(index.story.claims), bool)
    groups: list[_Group] = []
    for seed in range(int((links.strength >= BAR).sum())):
        if len(groups) == most:
            break
        if used[plans[seed]] or used[outcomes[seed]]:
            continue
        near = _near(index, plans[seed])[plans] & _near(index, outcomes[seed])[outcomes]
        near &= (links.strength >= links.strength[seed] - MARGIN) & ~used[plans] & ~used[outcomes]
        before, after = {plans[seed]: None}, {outcomes[seed]: None}
        for plan, outcome in zip(plans[near].tolist(), outcomes[near].tolist(), strict=True):
            if (plan in before or len(before) < LONGEST_SIDE) and (outcome in after or len(after) < LONGEST_SIDE):
                before[plan] = after[outcome] = None
        used[[*before, *after]] = True
        claims = index.story.claims
        groups.append(_Group(seed, tuple(claims[r] for r in before), tuple(claims[r] for r in after)))
    return groups


def _near(index: ClaimIndex, row: int) -> NDArray[np.bool_]:
    """Return for each claim of the story, by row, whether it can be about the same happening as this one."""
    vectors = index.story.vectors
    near: NDArray[np.bool_] = vectors @ vectors[row] >= SAME_COSINE
    return near


def _development(index: ClaimIndex, links: Links, group: _Group, order: dict[str, int]) -> Development:
    before = {c.id for b in group.before for c in index.siblings(b) if c == b or c.certainty in TENTATIVE}
    after = {c.id for a in group.after for c in index.siblings(a) if c.certainty in {"asserted", "denied"}}
    plan, outcome = links.before(group.seed), links.after(group.seed)  # neither may stand on the other's side
    return Development(
        "",
        tuple(sorted(_passages(index, before - {outcome.id}, plan), key=lambda c: order[c])),
        tuple(sorted(_passages(index, after - before, outcome), key=lambda c: order[c])),
        outcome_kind(index, plan, outcome),
        links.factors(group.seed),
        (plan.id, outcome.id),
        float(links.strength[group.seed]),
        BAR,
        SURE if looks_ahead(index, plan) else SURE_OF_GUESS,
    )


def _passages(index: ClaimIndex, side: Set[str], weighed: Claim) -> list[str]:
    """Return a side with each passage once: a claim inside another of the side is left out, but for the weighed one."""
    kept = [weighed]
    for claim in sorted((index.claims[c] for c in side), key=lambda c: (-len(c.span), c.span, c.id)):
        if claim != weighed and not any(k.span.contains(claim.span) for k in kept):
            kept.append(claim)
    return [c.id for c in kept]


def _open(index: ClaimIndex, resolved: Sequence[Development], order: dict[str, int]) -> tuple[str, ...]:
    used = {index.point.get(c, c) for d in resolved for c in d.before}
    waiting = {
        c.id: index.point.get(c.id, c.id)
        for c in index.story.claims
        if c.certainty == "expected" and index.point.get(c.id, c.id) not in used
    }
    shown: dict[str, str] = {}
    for claim, point_id in waiting.items():
        point = index.points.get(point_id)
        shown.setdefault(point_id, point.best if point and point.best in waiting else claim)
    return tuple(sorted(shown.values(), key=lambda c: order[c]))
