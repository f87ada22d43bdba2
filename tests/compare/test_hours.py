"""One happening and two clock times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.stories import Told, alone, story
from variorum.compare import find_conflicts, trace_origins
from variorum.model import Conflict
from variorum.moments import resolve_moments

WORDS = "the coast guard of Stenness received the call of the ferry Corvina"


def _found(first: str, second: str, *, head: str = "received") -> tuple[Conflict, ...]:
    told = story(
        {"a": [Told(f"{WORDS} {first}", "received")], "b": [Told(f"{WORDS} {second}".replace("received", head), head)]},
        names={"Stenness": "place", "Corvina": "other"},
    )
    times = tuple(t for r in told.reports for t in resolve_moments(r.text, date(2024, 6, 18), report=r.id))
    told = replace(told, times=times)
    tracing = trace_origins(told, alone(told), ())
    return find_conflicts(told, tracing.points, tracing.transmissions)


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("at 4:05 p.m.", "around 4:12 p.m.", ["16:05", "16:12"]),
        ("at 9.40pm", "at 21:55", ["21:40", "21:55"]),
        ("at 4:05 p.m. local time", "at 4:30 p.m.", ["16:05", "16:30"]),
        ("at 4:05 p.m.", "around 4:07 p.m.", []),  # which "around" allows for
        ("at 4:05 p.m. (1505 GMT)", "around 4:30 p.m.", ["16:05", "16:30"]),  # one time in two zones
        ("at 4:05 p.m.", "before sunrise", []),  # in words
        ("after 4:05 p.m.", "at 4:30 p.m.", []),  # which may well be after
        ("at 4:05 p.m. GMT", "at 11:05 a.m. EST", []),  # of another zone
        ("at 9:13 a.m.", "at 7:40 p.m.", []),  # a second call
        ("at 4:05 p.m.", "at 4:05 p.m.", []),
        ("between 3:00 p.m. and 4:05 p.m.", "at 4:30 p.m.", []),  # two hours in one clause
    ],
)
def test_two_clock_times_of_one_happening(first: str, second: str, values: list[str]) -> None:
    """Times in figures, of one zone, near each other on the clock and further apart than "around" allows for."""
    found = _found(first, second)
    assert sorted(r.value for c in found for r in c.readings) == values
    assert {c.kind for c in found} <= {"time"}


def test_another_happening_has_another_time() -> None:
    """A call that was answered later than it was received is no conflict."""
    assert _found("at 4:05 p.m.", "at 4:12 p.m.", head="answered") == ()


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 23), st.integers(0, 59), st.integers(1, 120))
def test_the_same_from_either_side(hour: int, minute: int, later: int) -> None:
    """Which report gives which time changes nothing but the order of the readings' claims."""
    other = (hour * 60 + minute + later) % (24 * 60)
    one, two = f"at {hour}:{minute:02}", f"at {other // 60}:{other % 60:02}"
    values = [sorted(r.value for c in _found(*pair) for r in c.readings) for pair in ((one, two), (two, one))]
    assert values[0] == values[1]
