"""Which claim could tell what came of which: pairs of a claim that looks ahead and a plain one, as arrays of rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.compare.forecasts import AHEAD, OUTLIVED, looks_ahead, supposes
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import word_set
from variorum.compare.stems import stem
from variorum.model import Claim

COSINE_BAR = 0.15  # below, no pair is looked at
MOST_LOOKED_AT = 100  # outcomes weighed for one claim, the most alike by cosine
COPY_COSINE = 0.88  # above, without a word that looks ahead, both are one statement with one certainty misread
COPY_WORDS = 0.7  # the same, of the rarity-weighted share of words
UNKNOWN = np.iinfo(np.int64).min // 4  # stands for a day that is not known: far from every day

_TIMES = frozenset(
    stem(word)
    for word in word_set(
        "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday morning afternoon evening "
        "night noon week month year january february march april june july august september october november december"
    )
)
"""Words of time: a piece of a sentence that holds nothing else ("Tuesday evening") plans and tells nothing."""


@dataclass(frozen=True, eq=False)
class OutcomePairs:
    """Pairs of a claim that looks ahead and one that can tell what came of it.

    Attributes:
        plans: Claims that look ahead, in the story's order.
        outcomes: Plain claims, in the story's order.
        plan: Place in `plans`, shape (pairs,).
        outcome: Place in `outcomes`, shape (pairs,).
        cosine: Of the two vectors, shape (pairs,).
        rare: Rarity of the content words that both have, shape (pairs,).
    """

    plans: tuple[Claim, ...]
    outcomes: tuple[Claim, ...]
    plan: NDArray[np.int64]
    outcome: NDArray[np.int64]
    cosine: NDArray[np.float64]
    rare: NDArray[np.float64]

    def both(
        self, of_plan: Callable[[Claim], object], of_outcome: Callable[[Claim], object] | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return a number of each pair's plan and of its outcome, shapes (pairs,)."""
        mine = np.array([of_plan(c) for c in self.plans], np.float64)
        theirs = np.array([(of_outcome or of_plan)(c) for c in self.outcomes], np.float64)
        return mine[self.plan], theirs[self.outcome]

    def shared(
        self, of_plan: Callable[[Claim], Iterable[Hashable]], of_outcome: Callable[[Claim], Iterable[Hashable]]
    ) -> NDArray[np.float64]:
        """Return how many things of each pair's plan its outcome has too, shape (pairs,)."""
        places = _places(self.outcomes, of_outcome)
        counts = np.zeros(len(self.plan))
        ends = np.searchsorted(self.plan, np.arange(len(self.plans) + 1))
        for number, claim in enumerate(self.plans):
            own = slice(ends[number], ends[number + 1])
            found = [places[thing] for thing in set(of_plan(claim)) if thing in places]
            if found and ends[number] < ends[number + 1]:
                counts[own] = np.bincount(np.concatenate(found), minlength=len(self.outcomes))[self.outcome[own]]
        return counts


def outcome_pairs(index: ClaimIndex) -> OutcomePairs:
    """Return the pairs of a story that are weighed: alike, apart in the text, the outcome not before the plan."""
    claims = [c for c in index.story.claims if index.words(c) - _TIMES]
    plans = tuple(c for c in claims if looks_ahead(index, c) or supposes(index, c))
    outcomes = tuple(c for c in claims if _tells_plainly(index, c))
    pairs = _nearest(index, plans, outcomes)
    kept = _in_time(index, pairs) & ~_one_telling(index, pairs)
    return OutcomePairs(plans, outcomes, pairs.plan[kept], pairs.outcome[kept], pairs.cosine[kept], pairs.rare[kept])


def _tells_plainly(index: ClaimIndex, claim: Claim) -> bool:
    plain = claim.certainty in {"asserted", "denied"} and claim.tense != "future"
    return plain and not AHEAD.search(index.text(claim))


def _places(claims: Sequence[Claim], things: Callable[[Claim], Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for place, claim in enumerate(claims):
        for thing in set(things(claim)):
            found.setdefault(thing, []).append(place)
    return found


def _nearest(index: ClaimIndex, plans: tuple[Claim, ...], outcomes: tuple[Claim, ...]) -> OutcomePairs:
    vectors = index.story.vectors
    theirs = vectors[[index.row[c.id] for c in outcomes]]
    places = {word: np.array(rows) for word, rows in _places(outcomes, index.words).items()}
    plan, outcome, cosine, rare = [], [], [], []
    for number, claim in enumerate(plans if outcomes else ()):
        cosines = np.round(theirs @ vectors[index.row[claim.id]], 6).astype(np.float64)
        near = np.argsort(-cosines, kind="stable")[:MOST_LOOKED_AT]
        near = near[cosines[near] >= COSINE_BAR]
        common = np.zeros(len(outcomes))
        for word in sorted(index.words(claim)):
            if word in places:
                common[places[word]] += index.rarity(frozenset({word}))
        plan.append(np.full(len(near), number))
        outcome.append(near)
        cosine.append(cosines[near])
        rare.append(common[near])

    none = np.zeros(0)
    return OutcomePairs(
        plans,
        outcomes,
        np.concatenate([none, *plan]).astype(np.int64),
        np.concatenate([none, *outcome]).astype(np.int64),
        np.concatenate([none, *cosine]),
        np.concatenate([none, *rare]),
    )


def report_days(index: ClaimIndex, pairs: OutcomePairs) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the ordinal of each pair's two report days, `UNKNOWN` where a day is not known."""
    return pairs.both(lambda c: day.toordinal() if (day := index.day(c)) else UNKNOWN)


def _in_time(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether the outcome's report is not older than the plan's, nor its day before or after what can be."""
    first, second = report_days(index, pairs)
    known = (first != UNKNOWN) & (second != UNKNOWN)
    guessed = np.logical_or(*pairs.both(lambda c: index.reports[c.span.report].published.basis == "inferred"))
    older = known & (second < first) & ~(guessed & (np.abs(first - second) <= 1))  # one day apart by a guess is open
    _, starts = pairs.both(lambda c: c.moment.first.toordinal() if c.moment else UNKNOWN)
    yet_to_come = (starts != UNKNOWN) & (second != UNKNOWN) & (starts > second)
    return np.asarray(~older & ~yet_to_come & ~_long_before(index, pairs, first), np.bool_)


def _long_before(index: ClaimIndex, pairs: OutcomePairs, first: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell whether the outcome's own day lies before the report that still looks ahead."""

    def still_ahead(claim: Claim) -> bool:
        waiting = claim.tense in {"future", "present"} or claim.segment == "title" or claim.kind == "nominal"
        return waiting and not OUTLIVED.search(index.text(claim))

    waiting, ends = pairs.both(
        still_ahead, lambda c: c.moment.last.toordinal() if c.moment and index.dated_itself(c) else UNKNOWN
    )
    return np.asarray((waiting > 0) & (first != UNKNOWN) & (ends != UNKNOWN) & (first - ends > 1), np.bool_)


def _one_telling(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether both are one passage, one point, or one statement of which one certainty was misread."""
    number = {report.id: n for n, report in enumerate(index.story.reports)}
    one_report = np.equal(*pairs.both(lambda c: number[c.span.report]))
    starts, ends = pairs.both(lambda c: c.span.start), pairs.both(lambda c: c.span.end)
    overlap = one_report & (starts[0] < ends[1]) & (starts[1] < ends[0])
    points = {point: n for n, point in enumerate(index.points)}
    mine, theirs = pairs.both(lambda c: points.get(index.point.get(c.id, ""), -1))
    rarity = pairs.both(lambda c: index.rarity(index.words(c)))
    share = pairs.rare / np.maximum(rarity[0] + rarity[1] - pairs.rare, 1e-9)
    ahead, _ = pairs.both(lambda c: bool(AHEAD.search(index.text(c))), lambda _: False)
    copy = (ahead == 0) & ((pairs.cosine > COPY_COSINE) | (share > COPY_WORDS))
    return np.asarray(overlap | ((mine >= 0) & (mine == theirs)) | copy, np.bool_)
