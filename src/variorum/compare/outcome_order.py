"""Whether a claim can tell the outcome of another by the days of both and of their reports."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.compare.forecasts import OUTLIVED
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_kinds import told_otherwise
from variorum.compare.outcome_rows import UNKNOWN, OutcomePairs
from variorum.model import Claim

_DAY_BEFORE, _MONTH_BEFORE = 1, 30  # days between an outcome and the report that looks ahead, from where on it is none


def report_days(index: ClaimIndex, pairs: OutcomePairs) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the ordinal of each pair's two report days, `UNKNOWN` where a day is not known."""
    return pairs.both(lambda c: day.toordinal() if (day := index.day(c)) else UNKNOWN)


def in_time(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether the outcome's report is not older than the plan's, nor its day before or after what can be.

    What was called off or moved, or looks ahead itself, may name a day that is still to come.
    """
    first, second = report_days(index, pairs)
    known = (first != UNKNOWN) & (second != UNKNOWN)
    guessed = np.logical_or(*pairs.both(lambda c: index.reports[c.span.report].published.basis == "inferred"))
    older = known & (second < first) & ~(guessed & (np.abs(first - second) <= 1))  # one day apart by a guess is open
    _, starts = pairs.both(lambda c: c.moment.first.toordinal() if c.moment else UNKNOWN)
    _, done = pairs.both(lambda c: c.certainty != "expected" and not told_otherwise(index, c))
    yet_to_come = (done > 0) & (starts != UNKNOWN) & (second != UNKNOWN) & (starts > second)
    return np.asarray(~older & ~yet_to_come & ~_long_before(index, pairs, first), np.bool_)


def new_day(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.bool_]:
    """Tell whether a later report gives the happening another day than the plan does, by the same word for it."""
    first, second = report_days(index, pairs)
    later = (first != UNKNOWN) & (second != UNKNOWN) & (second > first)
    same = pairs.shared(lambda c: (index.head(c),), lambda c: (index.head(c),)) > 0
    _, apart = days_meet(pairs)
    return np.asarray(later & same & apart, np.bool_)


def days_meet(pairs: OutcomePairs) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return whether the days of both claims of a pair meet, and whether they do not; neither where one has none."""
    starts = pairs.both(lambda c: c.moment.first.toordinal() if c.moment else UNKNOWN)
    ends = pairs.both(lambda c: c.moment.last.toordinal() if c.moment else UNKNOWN)
    dated = (starts[0] != UNKNOWN) & (starts[1] != UNKNOWN)
    meet = (starts[0] <= ends[1]) & (starts[1] <= ends[0])
    return np.asarray(dated & meet, np.bool_), np.asarray(dated & ~meet, np.bool_)


def _long_before(index: ClaimIndex, pairs: OutcomePairs, first: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell whether the outcome's day lies before the report that still looks ahead.

    A day that the outcome has from the words around it, or a plan told in the past tense ("asked for"), may be off by
    a little, so these count from a month on.
    """

    def not_outlived(claim: Claim) -> bool:
        return not OUTLIVED.search(index.text(claim))

    def waits(claim: Claim) -> bool:
        return claim.tense in {"future", "present"} or claim.segment == "title" or claim.kind == "nominal"

    ahead, ends = pairs.both(not_outlived, lambda c: c.moment.last.toordinal() if c.moment else UNKNOWN)
    waiting, own_day = pairs.both(waits, index.dated_itself)
    days = np.where((waiting > 0) & (own_day > 0), _DAY_BEFORE, _MONTH_BEFORE)
    return np.asarray((ahead > 0) & (first != UNKNOWN) & (ends != UNKNOWN) & (first - ends > days), np.bool_)
