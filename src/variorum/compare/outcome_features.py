"""What can be said about a claim that looks ahead beside one that may tell what came of it, as numbers with names.

The weights are fitted by `training/developments`; see `outcome_weights.json`.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from variorum.compare.forecasts import AHEAD, OUTLIVED, looks_ahead, speaks_of_supposing
from variorum.compare.index import ClaimIndex
from variorum.compare.kindred import families
from variorum.compare.lexicon import CANCEL_VERBS, CHANGE_VERBS
from variorum.compare.outcome_pairs import UNKNOWN, OutcomePairs, report_days
from variorum.compare.stems import stem
from variorum.model import Claim, ParticipantRole

Columns = dict[str, NDArray[Any]]

DEEP = 2000  # characters into a report, from where on "deep in its report" counts in full
LONG = 300  # characters of a claim, from where on its length counts in full
NEAR = 300  # characters between two claims of one report that stand side by side
_RARE = 12.0  # rarity of the common words that counts in full, as in the pair score of points
_MOST_NAMES = 3
_MOST_OTHERS = 3  # further reports of a point, that count in full

CALLED_OFF = re.compile(
    r"\b(?:called|put) off\b|\bbacked (?:off|out|down|away)\b|\bcame to nothing\b|\b(?:moved up|brought forward)\b|"
    r"\b(?:sooner|earlier|later) than\b|\bno longer\b",
    re.IGNORECASE,
)
"""Phrases by which a clause tells that something came otherwise, whatever its head."""
_CALLED_OFF = frozenset(stem(verb) for verb in CANCEL_VERBS | CHANGE_VERBS)
_AGENT: frozenset[ParticipantRole] = frozenset({"agent"})
_PATIENT: frozenset[ParticipantRole] = frozenset({"patient", "other"})
_HEADLINES = frozenset({"title", "heading", "standfirst"})

FEATURES = (
    "wording",
    "wording beside the story's own",
    "rare words in common",
    "same head",
    "same head that says little",
    "kindred heads",
    "outcome's head among the plan's words",
    "named alike",
    "same object",
    "agent of one is object of the other",
    "other agents",
    "days meet",
    "days apart",
    "called off or changed",
    "plan is expected",
    "plan is wanted",
    "plan is possible",
    "plan's words look ahead",
    "plan is told as past",
    "plan is supposed or not known",
    "plan is no mere guess",
    "later report",
    "earlier report",
    "outcome right behind",
    "outcome right before",
    "outcome is told as past",
    "outcome is told as present",
    "plan in a headline",
    "outcome in a headline",
    "others tell the plan",
    "others tell the outcome",
    "other reports in the plan's point",
    "other reports in the outcome's point",
    "plan deep in its report",
    "outcome deep in its report",
    "length of the plan",
    "length of the outcome",
    "plan is attributed",
    "outcome is attributed",
    "outcome is no clause",
)
"""Names of the columns of `outcome_features`, in order: cosines as they are, all others 0 to 1."""


def outcome_features(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.float64]:
    """Return one row of `FEATURES` for each pair, shape (pairs, features)."""
    columns = {
        **_wording(index, pairs),
        **_happening(index, pairs),
        **_participants(index, pairs),
        **_days(index, pairs),
        **_certainty(index, pairs),
        **_places(index, pairs),
        **_telling(index, pairs),
    }
    return np.column_stack([columns[name] for name in FEATURES])


def _wording(index: ClaimIndex, pairs: OutcomePairs) -> Columns:
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


def _happening(index: ClaimIndex, pairs: OutcomePairs) -> Columns:
    same = pairs.shared(lambda c: (index.head(c),), lambda c: (index.head(c),))
    named = pairs.shared(index.words, lambda c: (index.head(c),))
    telling = pairs.both(index.telling_head)
    kin = pairs.shared(lambda c: families(index.words(c)), lambda c: families([index.head(c)]))
    _, called_off = pairs.both(
        lambda c: index.head(c) in _CALLED_OFF or bool(CALLED_OFF.search(index.text(c))),
    )
    return {
        "same head": same * telling[0],
        "same head that says little": same * (1 - telling[0]),
        "kindred heads": (kin > 0) * (1 - named),
        "outcome's head among the plan's words": named * (1 - same) * telling[1],
        "called off or changed": called_off,
    }


def _participants(index: ClaimIndex, pairs: OutcomePairs) -> Columns:
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


def _days(index: ClaimIndex, pairs: OutcomePairs) -> Columns:
    first, second = report_days(index, pairs)
    known = (first != UNKNOWN) & (second != UNKNOWN)
    starts = pairs.both(lambda c: c.moment.first.toordinal() if c.moment else UNKNOWN)
    ends = pairs.both(lambda c: c.moment.last.toordinal() if c.moment else UNKNOWN)
    dated = (starts[0] != UNKNOWN) & (starts[1] != UNKNOWN)
    meet = dated & (starts[0] <= ends[1]) & (starts[1] <= ends[0])
    return {
        "days meet": meet * 1.0,
        "days apart": (dated & ~meet) * 1.0,
        "later report": (known & (second > first)) * 1.0,
        "earlier report": (known & (second < first)) * 1.0,
    }


def _certainty(index: ClaimIndex, pairs: OutcomePairs) -> Columns:
    columns = {
        f"plan is {kind}": pairs.both(lambda c, kind=kind: c.certainty == kind)[0]  # type: ignore[misc]
        for kind in ("expected", "wanted", "possible")
    }
    return columns | {
        "plan's words look ahead": pairs.both(lambda c: bool(AHEAD.search(index.text(c))))[0],
        "plan is told as past": pairs.both(lambda c: bool(OUTLIVED.search(index.text(c))))[0],
        "plan is supposed or not known": pairs.both(lambda c: speaks_of_supposing(index, c))[0],
        "plan is no mere guess": pairs.both(lambda c: looks_ahead(index, c))[0],
        "outcome is told as past": pairs.both(lambda c: c.tense == "past")[1],
        "outcome is told as present": pairs.both(lambda c: c.tense == "present")[1],
    }


def _places(index: ClaimIndex, pairs: OutcomePairs) -> Columns:
    number = {report.id: n for n, report in enumerate(index.story.reports)}
    one_report = np.equal(*pairs.both(lambda c: number[c.span.report]))
    starts, ends = pairs.both(lambda c: c.span.start), pairs.both(lambda c: c.span.end)
    behind, before = starts[1] - ends[0], starts[0] - ends[1]
    headline = pairs.both(lambda c: c.segment in _HEADLINES)
    deep = pairs.both(lambda c: min(1.0, c.span.start / DEEP))
    return {
        "outcome right behind": (one_report & (behind >= 0) & (behind < NEAR)) * 1.0,
        "outcome right before": (one_report & (before >= 0) & (before < NEAR)) * 1.0,
        "plan in a headline": headline[0],
        "outcome in a headline": headline[1],
        "plan deep in its report": deep[0],
        "outcome deep in its report": deep[1],
    }


def _telling(index: ClaimIndex, pairs: OutcomePairs) -> Columns:
    support = index.support()
    told = pairs.both(lambda c: float(support[index.row[c.id]]))
    reports = {p.id: len({index.claims[c].span.report for c in p.claims}) for p in index.points.values()}
    others = pairs.both(lambda c: min(_MOST_OTHERS, reports.get(index.point.get(c.id, ""), 1) - 1) / _MOST_OTHERS)
    length = pairs.both(lambda c: min(1.0, len(c.span) / LONG))
    attributed = pairs.both(lambda c: c.attribution is not None)
    return {
        "others tell the plan": told[0],
        "others tell the outcome": told[1],
        "other reports in the plan's point": others[0],
        "other reports in the outcome's point": others[1],
        "length of the plan": length[0],
        "length of the outcome": length[1],
        "plan is attributed": attributed[0],
        "outcome is attributed": attributed[1],
        "outcome is no clause": pairs.both(lambda c: c.kind in {"nominal", "fragment"})[1],
    }
