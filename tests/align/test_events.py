"""Reports sorted by the event that they report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.stories import report
from variorum.align.events import report_likeness, sort_by_event
from variorum.model import Publication, Report

FIRE = (
    report("fire-1", "A fire destroyed the Halvern market hall in Ostwick on Monday.", "Nobody was hurt in the fire."),
    report("fire-2", "The market hall of Ostwick burnt down.", "Firefighters fought the Halvern fire all night."),
)
VOTE = (
    report("vote-1", "Mina Corvel won the vote for mayor of Tarnmouth.", "Corvel beat the sitting mayor by 200 votes."),
    report("vote-2", "Tarnmouth has a new mayor: Corvel took 51 per cent of the votes.", "The loser conceded."),
)


def on(day: date, plain: Report) -> Report:
    """Return the report with its own day."""
    return replace(plain, published=Publication(day, None, "given"))


def test_two_events_are_two_groups() -> None:
    """Reports of a fire and of a vote part, and each group holds both of its reports."""
    assert sort_by_event([*FIRE, *VOTE]) == (("fire-1", "fire-2"), ("vote-1", "vote-2"))


@settings(deadline=None, max_examples=10)
@given(st.permutations([*FIRE, *VOTE]))
def test_order_changes_nothing(reports: list[Report]) -> None:
    """The groups are the same in whatever order the reports come."""
    assert sort_by_event(reports) == sort_by_event([*FIRE, *VOTE])


def test_years_apart_are_less_alike() -> None:
    """The same words four years later are less alike than a day later, and an unknown day costs nothing."""
    first, second = FIRE
    day = date(2031, 5, 1)

    def alike(a: Report, b: Report) -> float:
        return float(report_likeness([a, b])[0, 1])

    near = alike(on(day, first), on(date(2031, 5, 2), second))
    assert alike(on(day, first), on(date(2035, 5, 2), second)) < 0.8 * near
    assert near <= alike(first, second)


def test_what_is_no_article_does_not_count() -> None:
    """A menu that two sites share joins nothing."""
    menu = "Home News Sport Weather Contact Imprint Subscribe Newsletter Archive"
    reports = [
        report("a", menu, FIRE[0].text, roles=["boilerplate", "body"]),
        report("b", menu, VOTE[0].text, roles=["boilerplate", "body"]),
    ]
    assert sort_by_event(reports) == (("a",), ("b",))


def test_no_words_no_report_and_twice_one_id() -> None:
    """A report without words stands alone, no report gives no group, two of one id are an error."""
    assert sort_by_event([]) == ()
    assert sort_by_event([report("x", "..."), report("y", "...")]) == (("x",), ("y",))
    with pytest.raises(ValueError, match="same id"):
        sort_by_event([FIRE[0], FIRE[0]])
