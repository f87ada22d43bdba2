"""Which claims could tell what came of which: a claim that looks ahead and a plain one, alike and in order."""

from __future__ import annotations

import numpy as np

from variorum.compare.forecasts import (
    NOTHING_YET,
    left_open,
    likely,
    looks_ahead,
    not_known,
    still_open,
    supposes,
    tells_as_done,
)
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import word_set
from variorum.compare.outcome_copies import one_telling
from variorum.compare.outcome_order import in_time, new_day
from variorum.compare.outcome_rows import OutcomePairs, places_of
from variorum.compare.stems import stem
from variorum.model import Claim

COSINE_BAR = 0.15  # below, no pair is looked at
MOST_LOOKED_AT = 100  # outcomes weighed for one claim, the most alike by cosine

_TIMES = frozenset(
    stem(word)
    for word in word_set(
        "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday morning afternoon evening "
        "night noon week month year january february march april june july august september october november december"
    )
)
"""Words of time: a piece of a sentence that holds nothing else ("Tuesday evening") plans and tells nothing."""


def outcome_pairs(index: ClaimIndex) -> OutcomePairs:
    """Return the pairs of a story that are weighed: alike, two tellings, the outcome not before the plan.

    An outcome is told as a fact or denied; it looks ahead itself, to another day than the plan's; or it is the likely
    answer to what was not known. That something else is not known either is no answer.
    """
    claims = [c for c in index.story.claims if index.words(c) - _TIMES]
    plans = tuple(c for c in claims if _plans(index, c))
    outcomes = tuple(c for c in claims if _tells(index, c))
    pairs = _nearest(index, plans, outcomes)
    ahead = pairs.both(_looks_to_a_day)[1] > 0
    open_still = pairs.shared(lambda c: (index.head(c),), lambda c: still_open(index, c)) > 0
    unknown, still_unknown = pairs.both(lambda c: not_known(index, c))
    _, guess = pairs.both(lambda c: likely(index, c))
    answers = np.where(unknown > 0, still_unknown == 0, guess == 0)
    fits = np.where(ahead, new_day(index, pairs), ~open_still) & answers
    kept = in_time(index, pairs) & ~one_telling(index, pairs) & fits
    return OutcomePairs(plans, outcomes, pairs.plan[kept], pairs.outcome[kept], pairs.cosine[kept], pairs.rare[kept])


def _plans(index: ClaimIndex, claim: Claim) -> bool:
    if not_known(index, claim):
        return True
    return (looks_ahead(index, claim) or supposes(index, claim)) and not tells_as_done(index, claim)


def _tells(index: ClaimIndex, claim: Claim) -> bool:
    told = claim.certainty in {"asserted", "denied"} and claim.tense != "future"
    plain = told and not left_open(index, claim) and not NOTHING_YET.search(index.text(claim))
    return plain or likely(index, claim) or (_looks_to_a_day(claim) and index.dated_itself(claim))


def _looks_to_a_day(claim: Claim) -> bool:
    return claim.certainty == "expected" and claim.moment is not None


def _nearest(index: ClaimIndex, plans: tuple[Claim, ...], outcomes: tuple[Claim, ...]) -> OutcomePairs:
    vectors = index.story.vectors
    theirs = vectors[[index.row[c.id] for c in outcomes]]
    places = {word: np.array(rows) for word, rows in places_of(outcomes, index.words).items()}
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
