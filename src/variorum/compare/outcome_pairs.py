"""Which claims could tell what came of which: a claim that looks ahead and a plain one, alike and in order."""

from __future__ import annotations

import numpy as np

from variorum.compare.forecasts import AHEAD, LEAVES_OPEN, looks_ahead, supposes, tells_as_done
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import word_set
from variorum.compare.outcome_copies import one_telling
from variorum.compare.outcome_order import in_time
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
    """Return the pairs of a story that are weighed: alike, apart in the text, the outcome not before the plan."""
    claims = [c for c in index.story.claims if index.words(c) - _TIMES]
    plans = tuple(c for c in claims if _plans(index, c))
    outcomes = tuple(c for c in claims if _tells_plainly(index, c))
    pairs = _nearest(index, plans, outcomes)
    kept = in_time(index, pairs) & ~one_telling(index, pairs)
    return OutcomePairs(plans, outcomes, pairs.plan[kept], pairs.outcome[kept], pairs.cosine[kept], pairs.rare[kept])


def _plans(index: ClaimIndex, claim: Claim) -> bool:
    return (looks_ahead(index, claim) or supposes(index, claim)) and not tells_as_done(index, claim)


def _tells_plainly(index: ClaimIndex, claim: Claim) -> bool:
    plain = claim.certainty in {"asserted", "denied"} and claim.tense != "future"
    return plain and not AHEAD.search(index.text(claim)) and not LEAVES_OPEN.search(index.text(claim))


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
