"""The words that are ours: days and values."""

from datetime import date

import pytest

from variorum.model import Moment
from variorum.render.labels import count_label, days_label, moment_label, value_label


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        (Moment(date(2025, 3, 12), date(2025, 3, 12)), "12 March 2025"),
        (Moment(date(2025, 3, 12), date(2025, 3, 13), "range"), "12–13 March 2025"),
        (Moment(date(2025, 2, 1), date(2025, 2, 28), "month"), "February 2025"),
        (Moment(date(2024, 12, 1), date(2025, 2, 28), "season"), "December 2024 – February 2025"),
        (Moment(date(2025, 6, 1), date(2025, 8, 31), "season", approximate=True), "about June – August 2025"),
        (Moment(date(1961, 1, 1), date(1961, 12, 31), "year"), "1961"),
        (Moment(date(1960, 1, 1), date(1969, 12, 31), "decade"), "1960–1969"),
        (Moment(date(2009, 1, 1), date(2009, 12, 31), "range", open_end=True), "since 2009"),
        (Moment(date(2025, 6, 30), date(2025, 6, 30), open_start=True), "until 30 June 2025"),
        (Moment(date(2025, 3, 10), date(2025, 3, 16), "week"), "10–16 March 2025"),
    ],
)
def test_moments_are_named_in_their_own_precision(moment: Moment, label: str) -> None:
    """A month is a month and a year a year, never their first and last day."""
    assert moment_label(moment) == label


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2025-03-12", "12 March 2025"),
        ("2025-03-01/2025-03-31", "March 2025"),
        ("2025-03-12/2025-03-13", "12–13 March 2025"),
        ("2025-13-45", "2025-13-45"),
        ("200–", "200 or more"),
        ("–40 km", "up to 40 km"),
        ("6–7", "6–7"),
        ("Deputy Prime Minister", "Deputy Prime Minister"),
    ],
)
def test_values_are_spelt_out(value: str, label: str) -> None:
    """ISO days and open ranges become words; everything else is left as it is."""
    assert value_label(value) == label


def test_counts_and_days() -> None:
    """Numbers go with their noun; a range repeats no more than it must."""
    assert count_label(1, "report") == "1 report"
    assert count_label(1200, "claim") == "1,200 claims"
    assert days_label(date(2024, 12, 30), date(2025, 1, 2)) == "30 December 2024 – 2 January 2025"
