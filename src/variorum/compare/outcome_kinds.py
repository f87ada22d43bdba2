"""In which way a plan came out: it happened, happened otherwise, or was called off."""

from __future__ import annotations

import re

from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import CANCEL_VERBS, CHANGE_VERBS
from variorum.compare.magnitudes import apart
from variorum.compare.stems import stem
from variorum.model import Claim, Outcome

_CANCELLED = frozenset(stem(verb) for verb in CANCEL_VERBS)
_CHANGED = frozenset(stem(verb) for verb in CHANGE_VERBS)

_OFF = re.compile(r"\bcalled off\b|\bbacked (?:off|out|down|away)\b|\bcame to nothing\b|\bno longer\b", re.IGNORECASE)
"""Phrases by which a clause tells that something did not come about, whatever its head."""
_MOVED = re.compile(r"\bput off\b|\b(?:moved up|brought forward)\b|\b(?:sooner|earlier|later) than\b", re.IGNORECASE)
"""Phrases by which a clause tells that something came at another time."""


def called_off(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim's words say that something did not come about."""
    return index.head(claim) in _CANCELLED or bool(_OFF.search(index.text(claim)))


def told_otherwise(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim's words say that something was called off, or came otherwise than planned."""
    return called_off(index, claim) or index.head(claim) in _CHANGED or bool(_MOVED.search(index.text(claim)))


def outcome_kind(index: ClaimIndex, plan: Claim, outcome: Claim) -> Outcome:
    """Return what came of a plan by the claim that tells it: its words, its certainty, the days and amounts of both."""
    if outcome.certainty == "denied" or called_off(index, outcome):
        return "cancelled"
    moved = plan.moment is not None and outcome.moment is not None and not plan.moment.meets(outcome.moment)
    return "changed" if moved or told_otherwise(index, outcome) or _other_amount(plan, outcome) else "happened"


def _other_amount(plan: Claim, outcome: Claim) -> bool:
    """Tell whether both count one thing, and otherwise: "will pay 90 million" against "pays 120 million"."""
    both = [
        (a, b)
        for a in plan.quantities
        for b in outcome.quantities
        if a.unit == b.unit and (a.unit or (a.counted and a.counted == b.counted))
    ]
    return bool(both) and all(apart(a, b) for a, b in both)
