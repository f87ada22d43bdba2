"""Whether a claim that looks ahead and one that tells plainly are about one happening: words, participants, days."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.compare.index import ClaimIndex
from variorum.compare.kindred import families
from variorum.compare.outcome_kinds import told_otherwise
from variorum.compare.outcome_order import days_meet, report_days
from variorum.compare.outcome_rows import UNKNOWN, OutcomePairs
from variorum.model import Claim, ParticipantRole

_RARE = 12.0  # rarity of the common words that counts in full, as in the pair score of points
_MOST_NAMES = 3

_AGENT: frozenset[ParticipantRole] = frozenset({"agent"})
_PATIENT: frozenset[ParticipantRole] = frozenset({"patient", "other"})


def happening_columns(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    """Return what speaks for one happening, by feature, each of shape (pairs,)."""
    return {
        **_wording(index, pairs),
        **_happening(index, pairs),
        **_participants(index, pairs),
        **_days(index, pairs),
    }


def _wording(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    vectors = index.story.vectors
    centred = vectors - vectors.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9
    plans = np.array([index.row[c.id] for c in pairs.plans], int)[pairs.plan]
    outcomes = np.array([index.row[c.id] for c in pairs.outcomes], int)[pairs.outcome]
    beside = np.einsum("ij,ij->i", centred[plans], centred[outcomes])
    return {
        "wording": pairs.cosine,
        "wording beside the story's own": np.round(beside.astype(np.float64), 6),
        "rare words in common": np.minimum(1.0, pairs.rare / _RARE),
    }


def _happening(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    same = pairs.shared(lambda c: (index.head(c),), lambda c: (index.head(c),))
    named = pairs.shared(index.words, lambda c: (index.head(c),))
    telling = pairs.both(index.telling_head)
    kin = pairs.shared(lambda c: families(index.words(c)), lambda c: families([index.head(c)]))
    _, called_off = pairs.both(lambda c: told_otherwise(index, c))
    return {
        "same head": same * telling[0],
        "same head that says little": same * (1 - telling[0]),
        "kindred heads": (kin > 0) * (1 - named),
        "outcome's head among the plan's words": named * (1 - same) * telling[1],
        "called off or changed": called_off,
    }


def _participants(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    def of(claim: Claim, roles: frozenset[ParticipantRole]) -> set[str]:
        return {p.entity or p.lemma for p in claim.participants if p.role in roles}

    def agents(claim: Claim) -> set[str]:
        return of(claim, _AGENT)

    def objects(claim: Claim) -> set[str]:
        return of(claim, _PATIENT)

    have = np.multiply(*pairs.both(lambda c: bool(agents(c))))
    crossed = pairs.shared(agents, objects) + pairs.shared(objects, agents)
    return {
        "named alike": np.minimum(_MOST_NAMES, pairs.shared(index.named, index.named)) / _MOST_NAMES,
        "same object": np.sign(pairs.shared(objects, objects)),
        "agent of one is object of the other": np.sign(crossed),
        "other agents": have * (pairs.shared(agents, agents) == 0),
    }


def _days(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    first, second = report_days(index, pairs)
    known = (first != UNKNOWN) & (second != UNKNOWN)
    meet, apart = days_meet(pairs)
    return {
        "days meet": meet * 1.0,
        "days apart": apart * 1.0,
        "later report": (known & (second > first)) * 1.0,
        "earlier report": (known & (second < first)) * 1.0,
    }
