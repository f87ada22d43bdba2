"""What was expected, possible, planned or wanted, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import CANCEL_VERBS, CHANGE_VERBS, TENTATIVE
from variorum.compare.outcomes import Link, weigh_outcomes
from variorum.compare.stems import stem
from variorum.model import Claim, Development, Outcome, Point, Story

BAR = 0.9  # of a link's strength, for a development to be told
MARGIN = 0.9  # weaker links about the same happening join it down to this much below its strongest
SAME_COSINE = 0.3  # to the strongest link's two claims, for a link to be about the same happening
LONGEST_SIDE = 15  # claims that a side takes by links; claims of one point come with it
FEWEST_KEPT = 2  # developments told of any story ...
KEPT_PER_REPORT = 0.7  # ... and of a large one for each report: the most alike and most widely told

_CANCELLED = frozenset(stem(verb) for verb in CANCEL_VERBS)
_CHANGED = frozenset(stem(verb) for verb in CHANGE_VERBS)
_OFF = re.compile(r"\b(?:called off|backed out|came to nothing|no longer)\b", re.IGNORECASE)


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
    most = max(FEWEST_KEPT, round(KEPT_PER_REPORT * len(story.reports)))
    groups = _grouped(index, weigh_outcomes(index), most)
    order = {c.id: n for n, c in enumerate(story.claims)}
    drafts = sorted((_development(index, g, order) for g in groups), key=lambda d: (order[d.before[0]], d.after))
    resolved = tuple(replace(d, id=f"d{n + 1}") for n, d in enumerate(drafts))
    return Developments(resolved, _open(index, resolved, order))


def _grouped(index: ClaimIndex, links: Sequence[Link], most: int) -> list[list[Link]]:
    used: set[str] = set()
    groups: list[list[Link]] = []
    for seed in links:
        if seed.strength < BAR or len(groups) == most:
            break
        if seed.before.id in used or seed.after.id in used:
            continue
        plans, outcomes = _near(index, seed.before), _near(index, seed.after)
        before, after = {seed.before.id}, {seed.after.id}
        group = [seed]
        for link in links:
            if link.strength < seed.strength - MARGIN:
                break
            new = {link.before.id, link.after.id}
            if new & used or not (plans[index.row[link.before.id]] and outcomes[index.row[link.after.id]]):
                continue
            if len(before | {link.before.id}) <= LONGEST_SIDE and len(after | {link.after.id}) <= LONGEST_SIDE:
                before.add(link.before.id)
                after.add(link.after.id)
                group.append(link)
        used |= before | after
        groups.append(group)
    return groups


def _near(index: ClaimIndex, claim: Claim) -> NDArray[np.bool_]:
    """Return for each claim of the story, by row, whether it can be about the same happening as this one."""
    vectors = index.story.vectors
    near: NDArray[np.bool_] = vectors @ vectors[index.row[claim.id]] >= SAME_COSINE
    return near


def _development(index: ClaimIndex, group: Sequence[Link], order: dict[str, int]) -> Development:
    before = {c.id for k in group for c in index.siblings(k.before) if c == k.before or c.certainty in TENTATIVE}
    after = {c.id for k in group for c in index.siblings(k.after) if c.certainty in {"asserted", "denied"}}
    return Development(
        "",
        tuple(sorted(before, key=lambda c: order[c])),
        tuple(sorted(after - before, key=lambda c: order[c])),
        _outcome(index, group[0]),
        group[0].factors,
        (group[0].before.id, group[0].after.id),
        group[0].strength,
        BAR,
    )


def _outcome(index: ClaimIndex, link: Link) -> Outcome:
    before, after = link.before, link.after
    if after.certainty == "denied" or index.head(after) in _CANCELLED or _OFF.search(index.text(after)):
        return "cancelled"
    apart = before.moment is not None and after.moment is not None and not before.moment.meets(after.moment)
    return "changed" if apart or index.head(after) in _CHANGED else "happened"


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
