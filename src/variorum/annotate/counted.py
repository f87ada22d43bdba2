"""The quantities of a report, each with what it counts as the tree tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.measures import PERSON_VERBS, singular
from variorum.annotate.quantities import parse_quantities
from variorum.model import Quantity, Reading, Report, TimeExpression


def find_quantities(
    reading: Reading, report: Report, times: Sequence[TimeExpression] | None = None
) -> tuple[Quantity, ...]:
    """Find the quantities of a report, with what they count as its tree tells.

    Args:
        reading: The report's reading.
        report: The report that was read.
        times: The report's time expressions, as resolved from its own day; None to find them here.

    Returns:
        As `parse_quantities`; where the tree shows a counted noun, its lemma stands instead of the next
        noun's, and a bare number of people hurt or held counts `people`.
    """
    starts = [int(start) for start in reading.start]
    quantities = parse_quantities(report.text, report.id, times=times)
    return tuple(_with_tree(quantity, reading, starts) for quantity in quantities)


def _with_tree(quantity: Quantity, reading: Reading, starts: Sequence[int]) -> Quantity:
    if quantity.counted == "age" or not starts:
        return quantity
    first = max(0, bisect_right(starts, quantity.span.start) - 1)
    last = bisect_right(starts, quantity.span.end - 1)
    counted = quantity.counted
    for token in range(first, last):
        if reading.upos[token] == "NUM" and reading.deprels[token].startswith("nummod"):
            head = int(reading.heads[token])
            behind = last if last < len(reading) and reading.upos[last] == "NOUN" else head
            head = behind if 0 <= head < first else head  # what a number counts stands behind it in English
            if head >= 0 and not first <= head < last and reading.upos[head] == "NOUN":
                counted = lemma_of(reading, head)
        elif reading.upos[token] == "NUM":
            counted = _of_which(reading, token) or _understood(reading, token) or counted
    return replace(quantity, counted=counted)


def lemma_of(reading: Reading, token: int) -> str:
    """Return the lemma by which a counted noun is compared."""
    return singular(reading.lemmas[token].lower())


def _of_which(reading: Reading, token: int) -> str | None:
    """Return the noun of "12 of the 30 hostages"."""
    for other in range(token + 1, min(len(reading), token + 8)):
        if int(reading.heads[other]) == token and reading.deprels[other].startswith("nmod"):
            return lemma_of(reading, other) if reading.upos[other] == "NOUN" else None
    return None


def _understood(reading: Reading, token: int) -> str | None:
    """Return `people` for the bare number of "killing 12" and "30 were arrested"."""
    head = int(reading.heads[token])
    if head >= 0 and reading.deprels[token].split(":")[0] in ("obj", "nsubj") and reading.lemmas[head] in PERSON_VERBS:
        return "people"
    return None
