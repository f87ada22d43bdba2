"""When: an interval of days with the precision that the words carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from variorum.model.span import Span

Precision = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "range"]
"""The unit that the words name; `range` for anything else with two ends ("June 18-19", "since 2019")."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An interval of days.

    Attributes:
        first: First day, inclusive.
        last: Last day, inclusive; the same for a single day.
        precision: The unit that the words name.
        approximate: True for "about", "around", "just over".
        open_start: True for "until June": it may have begun any time before `first`.
        open_end: True for "since 2019": it goes on past `last`.
    """

    first: date
    last: date
    precision: Precision = "day"
    approximate: bool = False
    open_start: bool = False
    open_end: bool = False

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a moment that ends before it begins: {self.first}..{self.last}")

    def contains(self, other: Moment) -> bool:
        """Tell whether `other` lies wholly inside these days."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Moment) -> bool:
        """Tell whether the two share a day: whether both can be one moment told more or less precisely."""
        return self.first <= other.last and other.first <= self.last


ClockBound = Literal["exact", "about", "before", "after"]


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """When on its day ("around 9:40 p.m. ET on Saturday", "before dawn").

    Attributes:
        at: Hour and minute; None where the words leave them open ("10 o'clock" of either half, "that night").
        bound: How the words fence it: "shortly after" and "just before" are `about`, "by" and "until" are `before`.
        zone: The zone's name as English abbreviates it ("GMT", "ET"); None for the place's own or where none is given.
        with_day: True where the same words name the day; else it is the day that the passage speaks of.
    """

    at: time | None
    bound: ClockBound = "exact"
    zone: str | None = None
    with_day: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a moment, and the moment against the report's own day.

    Attributes:
        span: Where.
        moment: The days that are meant.
        time_of_day: When on that day; None where the words name days only.
    """

    span: Span
    moment: Moment
    time_of_day: TimeOfDay | None = None
