"""Every rule of the time grammar reads its own example."""

from __future__ import annotations

from datetime import date

import pytest

from variorum.moments import resolve_moments
from variorum.moments.grammar import Rule
from variorum.moments.resolve import RULES

TODAY = date(2024, 6, 18)
STAGE = (
    "The summit of Monday, March 11, 2024 was short. "
    "On Sunday, January 14, 2024 his trip began and the vote was held.\n\n"
)


@pytest.mark.parametrize("rule", RULES, ids=[rule.example for rule in RULES])
def test_rule_finds_its_example(rule: Rule) -> None:
    """The pattern of each rule matches inside the words that document it."""
    assert rule.compile().search(rule.example) is not None


@pytest.mark.parametrize("rule", RULES, ids=[rule.example for rule in RULES])
def test_example_means_some_days(rule: Rule) -> None:
    """On a stage that holds what they lean on, the words of each example resolve to days."""
    tense = "They will leave" if "in about two weeks" in rule.example else "They left"
    text = f"{STAGE}{tense} {rule.example}."
    assert any(e.span.start >= len(STAGE) for e in resolve_moments(text, TODAY, report="r"))


def test_examples_are_distinct() -> None:
    """No two rules are documented by the same words."""
    examples = [rule.example for rule in RULES]
    assert len(examples) == len(set(examples))
