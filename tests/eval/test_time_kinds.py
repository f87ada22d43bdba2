"""Kinds of time expressions that the grammar does not claim to read."""

from __future__ import annotations

from datetime import date

import pytest

from eval.time_kinds import NO_SUCH_DAY, unsupported_kind

DAY = [(date(2024, 6, 18), date(2024, 6, 18))]


@pytest.mark.parametrize(
    "words", ["June 18", "last month", "the summer of 2016", "yesterday", "from May to July", "the third quarter"]
)
def test_what_the_grammar_reads_is_no_unsupported_kind(words: str) -> None:
    """Plain dates and periods are never set aside, so that failing at them counts."""
    assert unsupported_kind(words, DAY) is None


@pytest.mark.parametrize(
    "words", ["two weeks ago", "in four business days", "week 31", "tmrw", "within 5 days", "4/22", "the 27"]
)
def test_other_conventions_and_shorthand_are_told_by_their_form(words: str) -> None:
    """Each is set aside under a name, whatever comes of it."""
    assert unsupported_kind(words, DAY) is not None


def test_a_day_that_no_calendar_has_is_a_kind() -> None:
    """The cases write the year 1 for it."""
    assert unsupported_kind("Feb 30", [(date(1, 1, 1), date(1, 1, 1))]) == NO_SUCH_DAY
