"""Kinds of time expressions that the grammar reads otherwise or does not claim to read."""

from __future__ import annotations

import pytest

from eval.time_kinds import OTHER_CONVENTIONS, UNSUPPORTED, kind_of


@pytest.mark.parametrize(
    "words",
    [
        *("June 18", "last month", "the summer of 2016", "yesterday", "from May to July", "the third quarter"),
        *("the 27th", "week 31 of 2024", "within 5 days", "4/22", "the rest of the year", "May twenty one"),
    ],
)
def test_what_the_grammar_reads_is_of_no_kind(words: str) -> None:
    """Plain dates and periods are never set aside, so that failing at them counts."""
    assert kind_of(words) is None


@pytest.mark.parametrize(
    "words", ["two weeks ago", "next Sunday", "the past two decades", "end of March", "few days ago"]
)
def test_other_conventions_are_told_by_their_form(words: str) -> None:
    """Each is set aside under a name that says how ours reads it, whatever comes of it."""
    assert kind_of(words) in OTHER_CONVENTIONS


@pytest.mark.parametrize("words", ["the 27", "week 31", "third Tuesday", "4.22", "my weekend", "year 247"])
def test_bare_numbers_and_units_are_unsupported(words: str) -> None:
    """In news they are mostly something else."""
    assert kind_of(words) in UNSUPPORTED
