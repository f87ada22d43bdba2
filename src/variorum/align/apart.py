"""What two claims cannot tell alike, however near their words are."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.clustering import Pair
from variorum.align.features import disjoint, same_count
from variorum.align.wording import stem
from variorum.model import Certainty, Claim, Moment, Quantity, Story

_PHASE: dict[Certainty, str] = {
    "asserted": "done",
    "alleged": "done",
    "expected": "ahead",
    "wanted": "ahead",
    "denied": "denied",
}
"""What a certainty says of a happening's phase; `possible` and `hypothetical` go with any."""


_NEAR_DAYS = 1  # a happening near midnight, or told by another zone's clock, falls on neighbouring days
_ROUNDING = 0.15  # two amounts nearer than this share of the larger can be one, where either is round
_ROUND_DIGITS = 2  # digits before the zeros of a number that may be another one rounded


def _days_between(a: Moment, b: Moment) -> int:
    """Return the days between two moments, 0 or less where they meet."""
    return max((a.first - b.last).days, (b.first - a.last).days)


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether no value satisfies both quantities, rounding allowed for."""
    if not disjoint(a, b):
        return False
    ends = [v for q in (a, b) for v in (q.low, q.high) if v is not None]
    gap = max((a.low or 0) - (b.high or 0), (b.low or 0) - (a.high or 0))
    if not (_rounded(a) or _rounded(b)):
        return True
    return gap > _ROUNDING * max(abs(v) for v in ends)


def _rounded(quantity: Quantity) -> bool:
    """Tell whether a quantity may be another one, rounded: a range, or a number with few digits before its zeros."""
    if quantity.low is None or quantity.low != quantity.high:
        return True
    if quantity.low % 1 == 0 and quantity.low % 10:
        return False
    digits = f"{quantity.low:f}".rstrip("0").rstrip(".").replace(".", "").strip("0-")
    return len(digits) <= _ROUND_DIGITS


def why_apart(a: Claim, b: Claim) -> str | None:
    """Return why two claims cannot tell one happening alike, in few words; None when they can.

    They cannot when of one head one looks ahead and the other tells it as done, or one denies what the
    other asserts; when their own moments lie more than a day apart; when they count one thing otherwise.
    A certainty speaks for its claim's head only, so that claims of two heads are not parted by it.
    """
    if stem(a.lemma) == stem(b.lemma):
        phases = {_PHASE.get(a.certainty), _PHASE.get(b.certainty)} - {None}
        if phases == {"done", "denied"} and a.negated != b.negated:
            return "one denies what the other tells"
        if phases == {"done", "ahead"} and "future" in (a.tense, b.tense) and "past" in (a.tense, b.tense):
            return "one looks ahead to what the other tells as done"
    own = not (a.moment_inherited or b.moment_inherited)
    if own and a.moment and b.moment and _days_between(a.moment, b.moment) > _NEAR_DAYS:
        return "their moments lie more than a day apart"
    counted = [(x, y) for x in a.quantities for y in b.quantities if same_count(x, y)]
    if counted and all(_far_apart(x, y) for x, y in counted):
        return "they count one thing otherwise"
    return None


def must_stay_apart(a: Claim, b: Claim) -> bool:
    """Tell whether two claims cannot tell one happening alike; `why_apart` says why."""
    return why_apart(a, b) is not None


def apart_pairs(story: Story, pairs: Sequence[Pair]) -> set[Pair]:
    """Return those of the pairs of rows whose claims must stay apart."""
    return {p for p in pairs if must_stay_apart(story.claims[p[0]], story.claims[p[1]])}
