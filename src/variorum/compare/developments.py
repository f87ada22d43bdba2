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
SURE = 8.5  # of a link's strength, for a development to be told openly; see decision 33
SURE_OF_GUESS = 9.0  # the same, where the plan only supposes something
MARGIN = 4.0  # weaker links about the same happening join it down to this much below its strongest
ONE_COSINE = 0.6  # mean cosine of two links, plan to plan and outcome to outcome, from where on they are one happening
ONE_COSINE_OF_WORD = 0.3  # the same, where a claim of one and a claim of the other have one word for the happening
SAME_COSINE = 0.35  # the same, from where on a weaker link can join the development of a stronger one
LONGEST_SIDE = 10  # claims that a side takes by links; claims of one point come with it
FEWEST_KEPT = 2  # developments told of any story ...
KEPT_PER_REPORT = 0.5  # ... and of a large one for each report: the most alike and most widely told


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

    An outcome is asserted, denied or given another day, of a report not older than the forecast's.
    The strongest links about different happenings open the developments. Each takes with it what else looks ahead to
    the same and what else tells its outcome.
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
    number: dict[str, int] = {}
    word = np.array([number.setdefault(index.head(c), len(number)) for c in index.story.claims], int)
    seeds: list[int] = []
    apart = links.strength >= BAR  # links that tell no seed's happening
    nearest = np.full(len(plans), -1)  # place of the seed that each link is most alike, and how alike
    nearness = np.zeros(len(plans))
    while len(seeds) < most and apart.any():
        seed = int(apart.argmax())
        likeness = (_alike(index, plans[seed])[plans] + _alike(index, outcomes[seed])[outcomes]) / 2
        closer = np.where(nearest < 0, likeness >= SAME_COSINE, likeness > nearness)
        closer &= links.strength >= links.strength[seed] - MARGIN
        nearest[closer], nearness[closer] = len(seeds), likeness[closer]
        seeds.append(seed)
        same_claim = _meets(np.arange(len(word)), plans, outcomes, seed)
        same_word = _meets(word, plans, outcomes, seed)
        apart &= ~same_claim & (likeness < np.where(same_word, ONE_COSINE_OF_WORD, ONE_COSINE))
    joins = np.flatnonzero(nearest >= 0)
    sides = _sides([(plans[s], outcomes[s]) for s in seeds], plans[joins], outcomes[joins], nearest[joins])
    claims = index.story.claims
    return [
        _Group(seed, tuple(claims[r] for r in before), tuple(claims[r] for r in after))
        for seed, (before, after) in zip(seeds, sides, strict=True)
    ]


def _meets(
    thing: NDArray[np.int64], plans: NDArray[np.int64], outcomes: NDArray[np.int64], seed: int
) -> NDArray[np.bool_]:
    """Tell for each link whether a claim of it has the thing, given by row, of a claim of the seed."""
    mine = (thing[plans[seed]], thing[outcomes[seed]])
    found: NDArray[np.bool_] = np.isin(thing[plans], mine) | np.isin(thing[outcomes], mine)
    return found


def _sides(
    seeds: Sequence[tuple[int, int]], plans: NDArray[np.int64], outcomes: NDArray[np.int64], nearest: NDArray[np.int64]
) -> list[tuple[list[int], list[int]]]:
    """Return the rows of both sides of each seed, the strongest first.

    Args:
        seeds: Rows of the plan and of the outcome that open each development.
        plans: Rows of the plans of the links that may join, the strongest first.
        outcomes: Rows of their outcomes.
        nearest: Place in `seeds` of the seed that each link is most alike.
    """
    sides = [([plan], [outcome]) for plan, outcome in seeds]
    owner = {row: n for n, pair in enumerate(seeds) for row in pair}
    for plan, outcome, seed in zip(plans.tolist(), outcomes.tolist(), nearest.tolist(), strict=True):
        rows = ((plan, sides[seed][0]), (outcome, sides[seed][1]))
        free = all(owner.get(row, seed) == seed for row, _ in rows)
        if free and all(row in side or len(side) < LONGEST_SIDE for row, side in rows):
            for row, side in rows:
                if row not in side:
                    side.append(row)
                owner[row] = seed
    return sides


def _alike(index: ClaimIndex, row: int) -> NDArray[np.float64]:
    """Return for each claim of the story, by row, its cosine to this one."""
    vectors = index.story.vectors
    return np.asarray(np.round(vectors @ vectors[row], 6), np.float64)


def _development(index: ClaimIndex, links: Links, group: _Group, order: dict[str, int]) -> Development:
    before = {c.id for b in group.before for c in index.siblings(b) if c == b or c.certainty in TENTATIVE}
    after = {c.id for a in group.after for c in index.siblings(a) if c == a or c.certainty in {"asserted", "denied"}}
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
