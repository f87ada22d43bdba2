"""What a text must hold for a rule to read anything in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.moments.grammar import Rule
from variorum.moments.required import holder, requirements
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
    assert holder(rule.example)(rule.required)


def test_most_rules_are_spared_where_nothing_is_dated() -> None:
    """A text without months, units and weekdays leaves few rules to be searched."""
    holds = holder("The ferry sank and nobody was hurt, the harbour master said.")
    assert sum(holds(rule.required) for rule in RULES) < len(RULES) / 5


WORDS = """on in the last next Monday may JUNE 18 2024 two weeks ago after before from to between and since early late
noon 12:10 p.m. - 31 quarter Q3 H1 of week year's day 9/11 1st first thirty-first Christmas that his trip until '90s
3/4 2024-06-18 o'clock mid- decade nineteen ninety twenties past rest end summer fiscal GMT w/c TODAY yesterday"""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=12))
def test_no_rule_reads_a_text_without_what_it_requires(words: list[str]) -> None:
    """Requirements are necessary: where one is not met, the pattern matches nowhere."""
    text = " ".join(words)
    holds = holder(text)
    for rule in RULES:
        assert holds(rule.required) or rule.pattern.search(text) is None
