"""Countries by demonym, name and capital."""

from __future__ import annotations

import pytest

from variorum.annotate.capitals import SEATS
from variorum.compare.governments import nation
from variorum.compare.nations import NATIONS


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("the French government", "france"),
        ("Paris", "france"),
        ("officials in New Delhi", "india"),
        ("South Korean officials", "south korea"),
        ("Seoul and Tokyo", None),
        ("the harbour board", None),
    ],
)
def test_one_country_is_named(words: str, country: str | None) -> None:
    """By any of its words; two countries are none."""
    assert nation(words) == country


def test_capitals_are_those_of_the_one_list() -> None:
    """Every capital of a country with a demonym here stands for that country."""
    known = set(NATIONS.values())
    listed = {city: country.lower() for city, country in SEATS.items() if country.lower() in known}
    assert len(listed) > 40
    assert {city: NATIONS[city.lower().replace(" ", "-")] for city in listed} == listed
