"""Stems of English words."""

from __future__ import annotations

import pytest

from variorum.compare.stems import stem


@pytest.mark.parametrize(
    ("verb", "forms"),
    [("cancel", "cancels cancelled canceled cancelling cancellation"), ("travel", "travelled traveled travelling")],
)
def test_a_doubled_last_letter_is_no_other_verb(verb: str, forms: str) -> None:
    """British and American spellings of one form have the stem of their verb."""
    assert {stem(form) for form in forms.split()} == {stem(verb)}
