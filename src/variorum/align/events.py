"""Many reports -> reports by event, from their words alone, before anything is read by the network.

Each report becomes a vector of stems: how often each stands in it (damped), doubled for capitalised words (names are
what sets one fire apart from another), raised in the title and in the lead, times its rarity. Rarity is counted over
the reports given, as if `_BACKGROUND` others stood beside them, so that the bar means the same for three reports and
for three hundred. Days far apart lower the cosine: the same office holder wins again four years later. Reports are
then joined by average link. The recipe is that of first story detection and of news clustering since the TDT
evaluations (Allan et al., 1998); bar and background were set on the training topics of ECB+.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from variorum.align.clustering import Pair, cluster
from variorum.align.wording import FUNCTION_WORDS, stem
from variorum.model import Report

EVENT_BAR = 0.18
"""Mean cosine at which two groups of reports tell one event."""

_NAME = 2.0  # weight of a capitalised word beside another
_TITLE = 2.0  # added for each word of the title
_LEAD = 1.5  # weight of the first words: a report opens with what it is about
_LEAD_WORDS = 60
_BACKGROUND = 200  # reports that rarity imagines beside the ones given ...
_KNOWN = 2  # ... so many of them with any one word
_FAR_DAYS = 365.0  # days by which the weight of time has mostly fallen off
_TIMELESS = 0.7  # share of the cosine that no distance in time takes away
_LEAST = 0.03  # a cosine under this counts as none
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ROLES = frozenset({"title", "standfirst", "caption", "heading", "body"})


def sort_by_event(reports: Sequence[Report], *, bar: float = EVENT_BAR) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the reports, grouped by the event that they report.

    Cost grows with the square of the number of reports: made for hundreds, not for a stream.

    Args:
        reports: In any order, which changes nothing; no two with one id.
        bar: Least mean cosine for two groups to be one, 0 to 1; higher gives more and smaller groups.

    Returns:
        Every report in one group; groups and the ids in them sorted.

    Raises:
        ValueError: Two reports have one id.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    if len({r.id for r in ordered}) != len(ordered):
        raise ValueError("two reports have the same id")
    cosine = report_likeness(ordered)
    score: dict[Pair, float] = {
        (i, j): float(cosine[i, j])
        for i in range(len(ordered))
        for j in range(i + 1, len(ordered))
        if cosine[i, j] >= _LEAST
    }
    groups = cluster(len(ordered), score, nested=set(), apart=set(), stop=bar)
    return tuple(sorted(tuple(ordered[i].id for i in rows) for rows in groups))


def report_likeness(reports: Sequence[Report]) -> NDArray[np.float64]:
    """Return how alike the events of each two reports are, shape (reports, reports), 0 to 1, symmetric."""
    counts = [_weighted_words(report) for report in reports]
    held = Counter(word for words in counts for word in words)
    column = {word: i for i, word in enumerate(sorted(held))}
    table = np.zeros((len(reports), len(column)))
    for row, words in enumerate(counts):
        for word, weight in words.items():
            rarity = math.log((len(reports) + _BACKGROUND) / (held[word] + _KNOWN))
            table[row, column[word]] = (1 + math.log(weight)) * rarity
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    cosine: NDArray[np.float64] = np.clip(table @ table.T, 0.0, 1.0)
    return cosine * _nearness([r.published.day for r in reports])


def _weighted_words(report: Report) -> dict[str, float]:
    """Return the weight of each stem in one report, 1 or more, in the order of their first places."""
    found: dict[str, float] = {}
    number = 0
    for segment in report.segments:
        if segment.role not in _ROLES:
            continue
        for match in _WORD.finditer(report.text, segment.start, segment.end):
            number += 1
            name = _NAME if match.group()[0].isupper() else 1.0
            _add(found, match.group(), name * (_LEAD if number <= _LEAD_WORDS else 1.0))
    for match in _WORD.finditer(report.title or ""):
        _add(found, match.group(), _TITLE)
    return found


def _add(found: dict[str, float], word: str, weight: float) -> None:
    folded = word.lower().replace("’", "'")
    if folded not in FUNCTION_WORDS and (len(folded) > 1 or folded.isdigit()):
        key = stem(folded)
        found[key] = found.get(key, 0.0) + weight


def _nearness(days: Sequence[date | None]) -> NDArray[np.float64]:
    """Return the factor of each two days, `_TIMELESS` to 1; 1 where one of them is unknown."""
    known = np.array([day is not None for day in days], dtype=bool)
    number = np.array([day.toordinal() if day else 0 for day in days], dtype=float)
    apart = np.abs(number[:, None] - number[None, :])
    factor = _TIMELESS + (1 - _TIMELESS) * np.exp(-apart / _FAR_DAYS)
    out: NDArray[np.float64] = np.where(known[:, None] & known[None, :], factor, 1.0)
    return out
