"""What a text must hold for a rule to read anything in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.moments.grammar import Rule
from variorum.moments.required import Searcher, requirements
from variorum.moments.resolve import RULES

SLOTS = {"season": requirements("spring|summer", {})}


@pytest.mark.parametrize(
    ("template", "required"),
    [
        ("the (?P<unit>week|month) of", [{"of"}, {"the"}, {"month", "week"}]),
        ("(?:early )?<season>", [{"spring", "summer"}]),
        ("late|<season:when>", [{"late", "spring", "summer"}]),
        ("weeks? ago", [{"ago"}, {"week"}]),
        ("to+morrow", [{"morrow"}, {"to"}]),
        (r"\d+(?:st|nd)(?! of)(?<!the )", [{"nd", "st"}]),
        (r"(?P<mark>[-/])ago(?P=mark)(?-i:Then){2}", [{"ago"}, {"then"}]),
        (r"\d\d|today", []),
        ("(?:year)*?(?:week){0,3}", []),
    ],
)
def test_requirements_of_a_template(template: str, required: list[set[str]]) -> None:
    """A sequence requires each of its parts, a choice one of its branches, and what may be absent nothing."""
    assert [set(r) for r in requirements(template, SLOTS)] == required


@pytest.mark.parametrize("rule", RULES, ids=[rule.example for rule in RULES])
def test_examples_hold_what_their_rules_require(rule: Rule) -> None:
    """The words that document a rule are never passed over."""
    assert Searcher(rule.example).windows(rule.required)


def test_most_rules_are_spared_where_nothing_is_dated() -> None:
    """A text without months, units and weekdays leaves few rules to be searched."""
    searcher = Searcher("The ferry sank and nobody was hurt, the harbour master said.")
    assert sum(bool(searcher.windows(rule.required)) for rule in RULES) < len(RULES) / 5


def test_a_long_text_is_searched_around_what_is_required() -> None:
    """Windows around far places stand apart, those around near places are one, and none is outside the text."""
    text = "May 3" + " and so on" * 100 + " on May 4, on May 5"
    first, second = Searcher(text).windows([frozenset({"may"})])
    assert first[0] == 0
    assert first[1] < second[0]
    assert second[1] == len(text)


WORDS = """on in the last next Monday may JUNE 18 2024 two weeks ago after before from to between and since early late
noon 12:10 p.m. - 31 quarter Q3 H1 of week year's day 9/11 1st first thirty-first Christmas that his trip until '90s
3/4 2024-06-18 o'clock mid- decade nineteen ninety twenties past rest end summer fiscal GMT w/c TODAY yesterday"""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "\n", "İ", "and so on " * 20]), max_size=12))
def test_the_search_finds_what_a_search_of_the_whole_text_finds(words: list[str]) -> None:
    """Requirements are necessary, and no expression reaches out of the windows around them."""
    text = " ".join(words)
    searcher = Searcher(text)
    for rule in RULES:
        found = [match.span() for match in searcher.matches(rule.required, rule.compile)]
        assert found == [match.span() for match in rule.compile().finditer(text)]
