"""How many, by two voices of one report: some 400 marched, and the police put the crowd at 150.

The second number says of what it is only by standing beside the first, so the two are opposed by their places in the
text: an estimate and the nearest other count within a few lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.tightest import tightest
from variorum.model import Claim, Factor, Quantity, Span

BESIDE = 1.0  # what standing beside each other counts; nothing else is weighed
BAR = 1.0
NEAR = 160  # characters between the two numbers
MOST_TIMES = 10.0  # estimates of one crowd lie closer
FEWEST = 10.0  # smaller numbers are parts and lists
_ESTIMATE = re.compile(
    r"\b(?:put(?:s|ting)? (?:the |its |their |that )?(?:crowd|number|figure|toll|count|total|turnout|attendance|losses|"
    r"cost|damage)(?: of [\w ]{2,20})? at|spoke of|speaks? of|"
    r"estimated (?:the |it at|them at)(?:crowd |number )?(?:at )?)\s*"
    r"(?:only |about |around |some |nearly |at least )*$",
    re.IGNORECASE,
)
_NOT_COUNTS = frozenset({"year", "day", "month", "week", "hour", "minute", "second", "percent"})


def oppose_estimates(index: ClaimIndex) -> Sequence[Opposition]:
    """Return estimates with the nearest other count of the same report that they set right."""
    counts = tightest(_counts(index))
    found = []
    for claim, quantity in counts:
        report = index.reports[claim.span.report]
        before = report.text[max(claim.span.start, quantity.span.start - 80) : quantity.span.start]
        if not (_ESTIMATE.search(before) or _ESTIMATE.search(before + _lead(report.passage(quantity.span)))):
            continue
        near = [(c, q) for c, q in counts if _other(quantity, q) and not _one_voice(claim, c)]
        if near:
            other = min(near, key=lambda n: (_gap(quantity.span, n[1].span), n[1].span))
            found.append(_opposition(index, (claim, quantity), other))
    return found


def _lead(words: str) -> str:
    return words[: next((i for i, ch in enumerate(words) if ch.isdigit()), 0)]


def _counts(index: ClaimIndex) -> Iterator[tuple[Span, Claim, tuple[Claim, Quantity]]]:
    for claim in index.story.claims:
        for quantity in claim.quantities:
            low = quantity.low
            if low is None or low != quantity.high or low < FEWEST or 1900 <= low <= 2100:
                continue
            if quantity.unit in _NOT_COUNTS or quantity.counted in _NOT_COUNTS | {"age"}:
                continue
            yield quantity.span, claim, (claim, quantity)


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _other(estimate: Quantity, count: Quantity) -> bool:
    if estimate.span.report != count.span.report or not 0 < _gap(estimate.span, count.span) <= NEAR:
        return False
    low, high = sorted((estimate.low or 0.0, count.low or 0.0))
    return estimate.unit == count.unit and 0 < low < high <= MOST_TIMES * low


def _one_voice(a: Claim, b: Claim) -> bool:
    if a.attribution is None or b.attribution is None:
        return False
    return bool(a.attribution.text) and a.attribution.text == b.attribution.text


def _opposition(index: ClaimIndex, a: tuple[Claim, Quantity], b: tuple[Claim, Quantity]) -> Opposition:
    sides = sorted((Side(f"{q.low:,.10g}", (c,), (q.span,)) for c, q in (a, b)), key=lambda s: s.value)
    factors = (Factor("an estimate beside a count", BESIDE, "", (a[1].span, b[1].span)),)
    asked = question(index, b[0], b[1].span)
    return Opposition("number", asked, f"estimate {a[1].span.start}", (sides[0], sides[1]), BESIDE, factors, BAR)
