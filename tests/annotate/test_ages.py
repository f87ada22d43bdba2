"""Ages beside names."""

from __future__ import annotations

import pytest

from variorum.annotate.ages import age_beside

NAME = "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Ana Ruiz, 61, a pilot, left.", "61"),
        ("Ana Ruiz, aged 61, left.", "61"),
        ("Ana Ruiz (61) left.", "61"),
        ("Ana Ruiz, 61 and a pilot, left.", "61"),
        ("Then came Ana Ruiz, 61", "61"),
        ("A 61-year-old airline pilot, Ana Ruiz, left.", "61"),
        ("Ana Ruiz left 61, she said.", None),
        ("Ana Ruiz 61, Eva Lund 58.", None),  # a score
        ("Ana Ruiz, 61.5 points ahead, left.", None),
        ("Ana Ruiz, 61 years in office, left.", None),
        ("A 61-year-old pilot left. Ana Ruiz stayed.", None),
    ],
)
def test_an_age_stands_right_beside_its_name(text: str, figures: str | None) -> None:
    """Behind the name set off by a comma, brackets or "aged", or before it as "61-year-old"."""
    at = text.index(NAME)
    found = age_beside(text, (at, at + len(NAME)), (0, len(text)))
    assert (text[found.start : found.end] if found else None) == figures


def test_what_stands_outside_the_clause_does_not_count() -> None:
    """An age behind the clause's end, or before its start, is not read."""
    text = "A 61-year-old pilot, Ana Ruiz, 60, left."
    at = text.index(NAME)
    assert age_beside(text, (at, at + len(NAME)), (at, at + len(NAME))) is None
