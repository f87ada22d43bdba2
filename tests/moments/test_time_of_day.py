"""Times of day: the hour is kept beside the day that other words name."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import TimeOfDay
from variorum.moments import resolve_moments

TODAY = date(2024, 6, 18)


def told(text: str) -> list[tuple[str, TimeOfDay | None]]:
    """Return the expressions of a text with the times of day that they tell."""
    found = resolve_moments(text, TODAY, report="r")
    return [(text[e.span.start : e.span.end], e.time_of_day) for e in found]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("at 4:05 p.m.", TimeOfDay(time(16, 5))),
        ("around 9.40pm", TimeOfDay(time(21, 40), "about")),
        ("at 21:55", TimeOfDay(time(21, 55))),
        ("12:10 a.m.", TimeOfDay(time(0, 10))),
        ("shortly after 12 p.m.", TimeOfDay(time(12), "about")),
        ("until 14:30", TimeOfDay(time(14, 30), "before")),
        ("by 6 a.m. local time", TimeOfDay(time(6), "before")),
        ("after 7:15 p.m. Eastern time", TimeOfDay(time(19, 15), "after", "ET")),
        ("0345 GMT", TimeOfDay(time(3, 45), "exact", "GMT")),
        ("1400 hours", TimeOfDay(time(14))),
        ("ten o’clock in the evening", TimeOfDay(time(22))),
        ("12 o'clock at night", TimeOfDay(time(0))),
        ("10 o'clock", TimeOfDay(None)),  # of either half
        ("just before noon", TimeOfDay(None, "about")),  # which is said loosely
        ("before dawn", TimeOfDay(None, "before")),
        ("that night", TimeOfDay(None)),
    ],
)
def test_words_and_the_time_of_day(words: str, meant: TimeOfDay) -> None:
    """Hour and minute in figures, what fences them, and the zone; None for what the words leave open."""
    assert told(f"The ferry sank {words}, he said.") == [(words, meant)]


def test_a_full_stop_behind_pm_is_the_sentences() -> None:
    """Only the dotted form ends in a full stop of its own."""
    assert [words for words, _ in told("It sank at 9.40pm. It sank at 9.40 p.m.")] == ["at 9.40pm", "at 9.40 p.m."]


def test_the_day_may_stand_beside_the_hour() -> None:
    """Hour and day in one expression are told from an hour alone; days alone and a stretch of hours have none."""
    beside = TimeOfDay(time(16, 5), with_day=True)
    assert told("It left at 4:05 p.m. on Monday.") == [("at 4:05 p.m. on Monday", beside)]
    assert told("It left on Monday.") == [("Monday", None)]
    assert told("It is open from 9 a.m. to 10:30 a.m. today.")[0][1] is None


@settings(deadline=None, max_examples=40)
@given(st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_a_clock_time_is_read_as_it_is_written(at: time) -> None:
    """Any hour and minute on either clock."""
    assert [clock for _, clock in told(f"It sank at {at:%H:%M} there.")] == [TimeOfDay(at)]
    assert [clock for _, clock in told(f"It sank at {at:%I:%M %p} there.")] == [TimeOfDay(at)]
