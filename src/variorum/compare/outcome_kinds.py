"""In which way a plan came out: it happened, happened otherwise, or was called off."""

from __future__ import annotations

import re

from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import CANCEL_VERBS, CHANGE_VERBS
from variorum.compare.stems import stem
from variorum.model import Claim, Outcome

_CANCELLED = frozenset(stem(verb) for verb in CANCEL_VERBS)
_CHANGED = frozenset(stem(verb) for verb in CHANGE_VERBS)

_OFF = re.compile(r"\bcalled off\b|\bbacked (?:off|out|down|away)\b|\bcame to nothing\b|\bno longer\b", re.IGNORECASE)
"""Phrases by which a clause tells that something did not come about, whatever its head."""
_MOVED = re.compile(r"\bput off\b|\b(?:moved up|brought forward)\b|\b(?:sooner|earlier|later) than\b", re.IGNORECASE)
"""Phrases by which a clause tells that something came at another time."""


def told_otherwise(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim's words say that something was called off, or came otherwise than planned."""
    if index.head(claim) in _CANCELLED | _CHANGED:
        return True
    text = index.text(claim)
    return bool(_OFF.search(text) or _MOVED.search(text))


def outcome_kind(index: ClaimIndex, plan: Claim, outcome: Claim) -> Outcome:
    """Return what came of a plan by the claim that tells it: its words, its certainty and the days of both."""
    text = index.text(outcome)
    if outcome.certainty == "denied" or index.head(outcome) in _CANCELLED or _OFF.search(text):
        return "cancelled"
    apart = plan.moment is not None and outcome.moment is not None and not plan.moment.meets(outcome.moment)
    return "changed" if apart or index.head(outcome) in _CHANGED or _MOVED.search(text) else "happened"
