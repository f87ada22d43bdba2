"""How a claim that looks ahead and one that may tell its outcome are told: how surely, where, and by how many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.compare.forecasts import AHEAD, OUTLIVED, looks_ahead, not_known, speaks_of_supposing
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_rows import OutcomePairs

DEEP = 2000  # characters into a report, from where on "deep in its report" counts in full
LONG = 300  # characters of a claim, from where on its length counts in full
NEAR = 300  # characters between two claims of one report that stand side by side
_MOST_OTHERS = 3  # further reports of a point, that count in full

_HEADLINES = frozenset({"title", "heading", "standfirst"})


def telling_columns(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    """Return how both claims are told, by feature, each of shape (pairs,)."""
    return {**_certainty(index, pairs), **_places(index, pairs), **_telling(index, pairs)}


def _certainty(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    columns = {
        f"plan is {kind}": pairs.both(lambda c, kind=kind: c.certainty == kind)[0]  # type: ignore[misc]
        for kind in ("expected", "wanted", "possible")
    }
    return columns | {
        "plan's words look ahead": pairs.both(lambda c: bool(AHEAD.search(index.text(c))))[0],
        "plan is told as past": pairs.both(lambda c: bool(OUTLIVED.search(index.text(c))))[0],
        "plan is supposed or not known": pairs.both(lambda c: speaks_of_supposing(index, c))[0],
        "plan is not known yet": pairs.both(lambda c: not_known(index, c))[0],
        "plan is no mere guess": pairs.both(lambda c: looks_ahead(index, c))[0],
        "outcome is told as past": pairs.both(lambda c: c.tense == "past")[1],
        "outcome is told as present": pairs.both(lambda c: c.tense == "present")[1],
    }


def _places(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
    number = {report.id: n for n, report in enumerate(index.story.reports)}
    one_report = np.equal(*pairs.both(lambda c: number[c.span.report]))
    starts, ends = pairs.both(lambda c: c.span.start), pairs.both(lambda c: c.span.end)
    behind, before = starts[1] - ends[0], starts[0] - ends[1]
    headline = pairs.both(lambda c: c.segment in _HEADLINES)
    deep = pairs.both(lambda c: min(1.0, c.span.start / DEEP))
    return {
        "outcome right behind": (one_report & (behind >= 0) & (behind < NEAR)).astype(np.float64),
        "outcome right before": (one_report & (before >= 0) & (before < NEAR)).astype(np.float64),
        "plan in a headline": headline[0],
        "outcome in a headline": headline[1],
        "plan deep in its report": deep[0],
        "outcome deep in its report": deep[1],
    }


def _telling(index: ClaimIndex, pairs: OutcomePairs) -> dict[str, NDArray[np.float64]]:
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
