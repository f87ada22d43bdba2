"""Numbers, their bounds, units and what they count."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.counted import find_quantities
from variorum.annotate.measures import singular
from variorum.annotate.numerals import value
from variorum.annotate.quantities import parse_quantities
from variorum.model import Reading, Report

Row = tuple[str, float | None, float | None, str, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Return the quantities of a text, each as words, low, high, bound, unit, counted."""
    return [
        (text[q.span.start : q.span.end], q.low, q.high, q.bound, q.unit, q.counted)
        for q in parse_quantities(text, "r")
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("At least 12 people fell ill.", ("At least 12", 12, None, "at_least", None, "people")),
        ("Up to 40 tanks crossed.", ("Up to 40", None, 40, "at_most", None, "tank")),
        ("As many as 57 girls fled.", ("As many as 57", None, 57, "at_most", None, "girl")),
        ("More than 20,000 troops came.", ("More than 20,000", 20_000, None, "more_than", None, "troop")),
        ("Fewer than ten cases came.", ("Fewer than ten", None, 10, "less_than", None, "case")),
        ("Nearly 200 homes burned.", ("Nearly 200", 200, 200, "about", None, "home")),
        ("A dozen or so boats sank.", ("A dozen or so", 12, 12, "about", None, "boat")),
        ("Dozens of shells fell.", ("Dozens of", 24, None, "at_least", None, "shell")),
        (
            "Hundreds of thousands of refugees left.",
            ("Hundreds of thousands of", 2e5, None, "at_least", None, "refugee"),
        ),
        ("Between 10 and 15 rebels left.", ("Between 10 and 15", 10, 15, "range", None, "rebel")),
        ("Some 10-15 million voters stayed.", ("Some 10-15 million", 1e7, 1.5e7, "range", None, "voter")),
        ("Two to three weeks passed.", ("Two to three weeks", 2, 3, "range", "week", None)),
        ("It cost $3.5 billion then.", ("$3.5 billion", 3.5e9, 3.5e9, "exact", "USD", None)),
        ("It cost €2bn then.", ("€2bn", 2e9, 2e9, "exact", "EUR", None)),
        ("It cost 400 yuan then.", ("400 yuan", 400, 400, "exact", "CNY", None)),
        ("It took 12 percent of voters.", ("12 percent", 12, 12, "exact", "percent", "voter")),
        ("It lies 40 km north.", ("40 km", 40, 40, "exact", "km", None)),
        ("Two-thirds of members agreed.", ("Two-thirds", 2 / 3, 2 / 3, "exact", "share", "member")),
        ("Half a million homes went dark.", ("Half a million", 5e5, 5e5, "exact", None, "home")),
        ("Twenty-one pupils left.", ("Twenty-one", 21, 21, "exact", None, "pupil")),
        ("No casualties were reported.", ("No casualties", 0, 0, "exact", None, "casualty")),
        ("A 33-year-old nurse spoke.", ("33-year", 33, 33, "exact", "year", "age")),
        ("There were 10 foreign citizens aboard.", ("10", 10, 10, "exact", None, "citizen")),
    ],
)
def test_one_quantity(text: str, row: Row) -> None:
    """Bounds, magnitudes, currencies, units, shares and counted nouns come out as the model documents them."""
    assert rows(text) == [row]


def test_part_and_whole_count_the_same_noun() -> None:
    """The words "12 of the 30 hostages" count hostages twice."""
    assert [(r[1], r[5]) for r in rows("They freed 12 of the 30 hostages.")] == [(12, "hostage"), (30, "hostage")]


@pytest.mark.parametrize(
    "text",
    [
        "He came on June 18, 2024 at 3 p.m. in the summer of 2016.",
        "Flight 370 was a Cessna 208 in the 21st wing.",
        "They won 3-1 with COVID-19 and an F-16.",
        "One of the pilots was the one who had no comment.",
        "Two years ago it was the second try.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """Dates, clock times, names, scores, ordinals and pronouns count nothing."""
    assert rows(text) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,234.5", 1234.5),
        ("one hundred and five", 105),
        ("two hundred thousand", 2e5),
        ("two and a half million", 2.5e6),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("3m", None),
        ("sundry", None),
    ],
)
def test_value_of_numerals(words: str, number: float | None) -> None:
    """Digits and words have one value; what is no number has none."""
    assert value(words) == number


@pytest.mark.parametrize(
    ("plural", "lemma"),
    [
        ("cities", "city"),
        ("boxes", "box"),
        ("women", "woman"),
        ("persons", "people"),
        ("gas", "gas"),
        ("glass", "glass"),
    ],
)
def test_singular(plural: str, lemma: str) -> None:
    """Plurals lose their ending, irregular ones by list; other words stay."""
    assert singular(plural) == lemma


def reading_of(words: list[tuple[str, str, str, int, str]]) -> tuple[Reading, Report]:
    """Return a reading and its report from rows of word, lemma, tag, head and relation."""
    text = " ".join(w[0] for w in words)
    ends = np.cumsum([len(w[0]) + 1 for w in words]).astype(np.int32) - 1
    starts = ends - np.array([len(w[0]) for w in words], dtype=np.int32)
    n = len(words)
    reading = Reading(
        "r", starts, ends, tuple(w[0] for w in words), tuple(w[1] for w in words), tuple(w[2] for w in words),
        ("",) * n, ("_",) * n, np.zeros(n, np.int32),
        np.array([w[3] for w in words], np.int32), tuple(w[4] for w in words),
        np.zeros(n, np.float32), ("plain",) * n, np.zeros((n, 1), np.float32), np.zeros((n, 1), np.float32), (), (),
    )  # fmt: skip
    return reading, Report("r", "r.txt", text, (), "0" * 64)


def test_tree_tells_what_is_counted() -> None:
    """The head of a numeral is the counted noun, however far it stands."""
    reading, report = reading_of(
        [
            ("Twelve", "twelve", "NUM", 4, "nummod"),
            ("very", "very", "ADV", 2, "advmod"),
            ("young", "young", "ADJ", 4, "amod"),
            ("and", "and", "CCONJ", 4, "cc"),
            ("sailors", "sailor", "NOUN", 5, "nsubj"),
            ("swam", "swim", "VERB", -1, "root"),
        ]
    )
    assert [q.counted for q in find_quantities(reading, report)] == ["sailor"]


def test_bare_number_of_killed_counts_people() -> None:
    """A number that is itself the object of a verb of harm counts people."""
    reading, report = reading_of(
        [
            ("Fire", "fire", "NOUN", 1, "nsubj"),
            ("killed", "kill", "VERB", -1, "root"),
            ("12", "12", "NUM", 1, "obj"),
        ]
    )
    assert [q.counted for q in find_quantities(reading, report)] == ["people"]


WORDS = """at least up to 12 1,000 3.5 million $ € bn k percent % half of a dozen between and - 10 2024 no one none
people hundred thousand two-thirds or so more than km years old , . No. Flight"""
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=60), st.integers(0, 9))
def test_any_text_gives_apart_spans(text: str, offset: int) -> None:
    """No text breaks it; spans lie in the text, in order, apart, and low never passes high."""
    reached = offset
    for quantity in parse_quantities(text, "r", offset):
        assert reached <= quantity.span.start < quantity.span.end <= offset + len(text)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        reached = quantity.span.end


def test_relative_times_are_left_out_on_any_day() -> None:
    """The report's own day plays no part in what is a quantity."""
    text = "Three days ago 12 boats sank."
    assert [r[0] for r in rows(text)] == ["12"]
    assert date(2000, 1, 3).weekday() == 0


def test_a_length_of_time_counts_nothing() -> None:
    """The words "25 minutes of its call" measure time; "12 tons of steel" measures steel."""
    found = parse_quantities("It sank within 25 minutes of its distress call with 12 tons of steel.", "test")
    assert [(quantity.unit, quantity.counted) for quantity in found] == [("minute", None), ("ton", "steel")]
