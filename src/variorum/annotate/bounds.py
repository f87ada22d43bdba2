"""What "at least", "up to" and "or so" make of a number."""

from __future__ import annotations

import re

from variorum.annotate.measures import (
    BOUNDS,
)
from variorum.model import Bound


def fenced(low: float, high: float, bound: Bound) -> tuple[float | None, float | None, Bound]:
    """Return the ends that a bound leaves of a number: "at least 12" sets no most, "up to 40" no least."""
    if bound in ("at_least", "more_than"):
        return low, None, bound
    if bound in ("at_most", "less_than"):
        return None, high, bound
    return low, high, bound


def bound_before(words: str | None) -> Bound:
    """Return the bound that the words before a number set ("at least"); `exact` for none and for unknown ones."""
    if not words:
        return "exact"
    folded = re.sub(r"\s+", " ", words.strip().lower()).removesuffix(" the")
    return BOUNDS.get(folded, "exact")


def bound_behind(words: str | None) -> Bound | None:
    """Return the bound that the words behind a number set ("or so", "or more"), None where they set none."""
    last = words.split()[-1].lower() if words else ""
    bounds: dict[str, Bound] = {"so": "about", "more": "at_least", "less": "at_most", "fewer": "at_most"}
    return bounds.get(last)
