"""Whether two numbers can be one: bounds, "about", rounding and size."""

from __future__ import annotations

from math import floor, inf, log10

from variorum.model import Quantity

CLOSE_TIMES = 1.25
ABOUT_SHARE = 0.1  # "about 100" reaches from 90 to 110
SLIP_TIMES = 1.05
FEWEST_DIGITS = 3  # of a number that nobody has rounded much
ROUGH_SHARE = 0.02  # a rough number lies this near what it stands for
MOST_TIMES = 2.0  # counts of one thing lie closer; further apart they are a total and its part


def value_of(quantity: Quantity) -> str:
    """Return the number with its unit, a range with both ends, an open end left empty."""

    def plain(number: float | None) -> str:
        return "" if number is None else f"{number:,.10g}" if number < 1e15 else f"{number:g}"

    low, high = plain(quantity.low), plain(quantity.high)
    number = low if low == high else f"{low}–{high}"
    return f"{number} {quantity.unit}" if quantity.unit else number


def apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether no number can be both: bounds, "about" and rounding taken into account."""
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return False
    (low, high), (other_low, other_high) = _range(a), _range(b)
    if low <= other_high and other_low <= high:
        return False
    return not (_rounds_to(a, b) or _rounds_to(b, a))


def of_one_size(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers are of one size."""
    ends = sorted(abs(v) for v in (a.low if a.low is not None else a.high, b.low if b.low is not None else b.high) if v)
    return len(ends) == 2 and ends[1] <= MOST_TIMES * ends[0]


def close(a: Quantity, b: Quantity) -> bool:
    """Tell whether two exact numbers of two digits or more differ by little."""
    if a.low is None or b.low is None or (a.low, b.low) != (a.high, b.high) or min(abs(a.low), abs(b.low)) < 10:
        return False
    low, high = sorted((abs(a.low), abs(b.low)))
    return high <= CLOSE_TIMES * low


def nearly_one(a: Quantity, b: Quantity) -> bool:
    """Tell whether two exact numbers of three digits or more differ by a slip: a few hundredths."""
    if not close(a, b) or a.low is None or b.low is None or min(_digits(a.low), _digits(b.low)) < FEWEST_DIGITS:
        return False
    low, high = sorted((abs(a.low), abs(b.low)))
    return high <= SLIP_TIMES * low


def rough_for(rough: Quantity, fine: Quantity) -> bool:
    """Tell whether one number in few digits stands for another in many: 61 million for 60,812,344."""
    if rough.low is None or fine.low is None or (rough.low, fine.low) != (rough.high, fine.high):
        return False
    near = abs(rough.low - fine.low) <= ROUGH_SHARE * abs(fine.low)
    return near and _digits(rough.low) <= FEWEST_DIGITS < _digits(fine.low) - 1


def _digits(value: float) -> int:
    """Return how many digits a number is told to, zeros at the end left out."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0"))


def _range(quantity: Quantity) -> tuple[float, float]:
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    if quantity.bound == "about" and low == high:
        return low - ABOUT_SHARE * abs(low), high + ABOUT_SHARE * abs(high)
    return low, high


def _rounds_to(rough: Quantity, fine: Quantity) -> bool:
    """Tell whether `rough` is `fine` at fewer digits: 3 billion for 3.2 billion, 200 for 197, never 48 for 47."""
    if rough.low != rough.high or fine.low != fine.high or not (rough.low and fine.low):
        return False  # an open end, a range, or a zero, which is no rounding of anything
    value, exact = abs(rough.low), abs(fine.low)
    digits = f"{value:.12g}".rstrip("0").rstrip(".") if "." in f"{value:.12g}" else f"{value:.12g}"
    if "." in digits:
        step = 10.0 ** -len(digits.split(".")[1])
    else:
        zeros = len(digits) - len(digits.rstrip("0"))
        step = 10.0**zeros
    if value >= 1e6:
        step = max(step, 10.0 ** (floor(log10(value)) - 2))
    return (
        step > 10.0 ** (floor(log10(exact)) - 6)
        and (step if value >= 1000 else step / 2) >= abs(value - exact) > 0
        and step > _step(exact)
    )


def _step(value: float) -> float:
    digits = f"{value:.12g}"
    if "." in digits:
        return 10.0 ** -len(digits.split(".")[1])
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))
