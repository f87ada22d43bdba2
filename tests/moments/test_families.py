"""Families of time expressions, in a report of Tuesday, 18 June 2024."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.moments import resolve_moments
from variorum.moments.terms import business_day

TODAY = date(2024, 6, 18)


def days(text: str, today: date = TODAY) -> dict[str, str]:
    """Return the days of each expression of a text, as `first` or `first/last`, by its words."""
    found = {}
    for e in resolve_moments(text, today, report="r"):
        first, last = e.moment.first.isoformat(), e.moment.last.isoformat()
        found[text[e.span.start : e.span.end]] = first if first == last else f"{first}/{last}"
    return found


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("It sank on May twenty-first.", "May twenty-first", "2024-05-21"),
        ("It sank on May twenty one.", "May twenty one", "2024-05-21"),
        ("It sank on May twenty one, 2019.", "May twenty one, 2019", "2019-05-21"),
        ("It sank on May 3, nineteen oh four.", "May 3, nineteen oh four", "1904-05-03"),
        ("It sank on the third of May two thousand and six.", "the third of May two thousand and six", "2006-05-03"),
        ("It sank in May of nineteen ninety-one.", "May of nineteen ninety-one", "1991-05-01/1991-05-31"),
        ("It sank in two thousand and four.", "two thousand and four", "2004-01-01/2004-12-31"),
        ("It sank in the winter of nineteen eighty.", "the winter of nineteen eighty", "1980-12-01/1981-02-28"),
        ("It sank on May3 at sea.", "May3", "2024-05-03"),
        ("It sank on May 3 in 2019.", "May 3 in 2019", "2019-05-03"),
        ("It sank on 3 May 1341.", "3 May 1341", "1341-05-03"),
        ("It sank in 2019 May, he said.", "2019 May", "2019-05-01/2019-05-31"),
        ("It sank on Tuesday the 11th at sea.", "Tuesday the 11th", "2024-06-11"),
        ("He goes for the twenty-second.", "the twenty-second", "2024-06-22"),
    ],
)
def test_days_and_years_as_they_are_spoken(text: str, words: str, meant: str) -> None:
    """Days and years in words, as transcripts have them, are those of their numbers."""
    assert days(text).get(words) == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Sold on 5/22 at noon.", "on 5/22", "2024-05-22"),
        ("Sold on 5-22.", "on 5-22", "2024-05-22"),
        ("Sold 22/05 at noon.", "22/05", "2024-05-22"),
        ("Sold 05/06/2024.", "05/06/2024", "2024-05-06"),
        ("Sold 05.06.2024.", "05.06.2024", "2024-06-05"),
        ("Sold 05/06/2024, not 25/06/2024.", "05/06/2024", "2024-06-05"),
        ("Sold 06/05/2024, not 05/25/2024.", "06/05/2024", "2024-06-05"),
        ("Sold 05/06/2023, 2024.", "05/06/2023", "2023-05-06"),
        ("Sold 05/06, 2023.", "05/06, 2023", "2023-05-06"),
        ("It will be shut from 10/25 to 1/25.", "from 10/25 to 1/25", "2024-10-25/2025-01-25"),
        ("Sold 2023 - 11.", "2023 - 11", "2023-11-01/2023-11-30"),
        ("Sold 2/29/2023.", "2/29/2023", None),
    ],
)
def test_dates_in_figures(text: str, words: str, meant: str | None) -> None:
    """Where two orders are days, the text's other dates decide, then its marks; no day is none."""
    assert days(text).get(words) == meant


def test_a_date_in_figures_of_the_same_days_needs_no_order() -> None:
    """The report's own day, and the days beside it, are read in whichever order gives them."""
    assert days("Updated 05/06/2024.", date(2024, 6, 6)) == {"05/06/2024": "2024-06-05"}


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("They will appeal within 30 days.", "within 30 days", "2024-06-18/2024-07-18"),
        ("They will appeal within the next two weeks.", "within the next two weeks", "2024-06-18/2024-07-02"),
        ("They will end within a year and two months.", "within a year and two months", "2024-06-18/2025-08-18"),
        ("The books will open in four business days.", "in four business days", "2024-06-24"),
        ("It rose over the past three working days.", "the past three working days", "2024-06-13/2024-06-17"),
        ("It will shut for two weeks starting Friday.", "for two weeks starting Friday", "2024-06-21/2024-07-04"),
        ("It will shut for three days from tomorrow.", "for three days from tomorrow", "2024-06-19/2024-06-21"),
        ("It will rain over the next two days.", "the next two days", "2024-06-19/2024-06-20"),
        ("It rained for past three weeks.", "past three weeks", "2024-05-28/2024-06-18"),
        ("It shuts for the rest of the year.", "the rest of the year", "2024-06-18/2024-12-31"),
        ("It shuts for the rest of June.", "the rest of June", "2024-06-18/2024-06-30"),
        ("A year and two days later he left.", "A year and two days later", "2025-06-20"),
    ],
)
def test_terms_counted_from_a_day_on(text: str, words: str, meant: str) -> None:
    """What lies ahead begins tomorrow, a term today; a run of so many days counts its first."""
    assert days(text).get(words) == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("It ran from Friday to Monday.", "from Friday to Monday", "2024-06-14/2024-06-17"),
        ("It will run from Friday to Monday.", "from Friday to Monday", "2024-06-21/2024-06-24"),
        ("Shut next week between Tue and Thu at sea.", "next week between Tue and Thu", "2024-06-25/2024-06-27"),
        ("Shut Tuesday to Thursday of next week.", "Tuesday to Thursday of next week", "2024-06-25/2024-06-27"),
        ("It will run from next Monday to Friday.", "from next Monday to Friday", "2024-06-24/2024-06-28"),
        ("It ran May 3, 2024 - June 5, 2024.", "May 3, 2024 - June 5, 2024", "2024-05-03/2024-06-05"),
        ("Shut from 4 to July 22.", "from 4 to July 22", "2024-07-04/2024-07-22"),
        ("It rained from March to date.", "from March to date", "2024-03-01/2024-06-18"),
        ("It fell in the first week of 2015.", "the first week of 2015", "2014-12-29/2015-01-04"),
        ("It fell in the last week of last year.", "the last week of last year", "2023-12-25/2023-12-31"),
        ("It fell in week 31 of 2023.", "week 31 of 2023", "2023-07-31/2023-08-06"),
        ("It fell in calendar week 9.", "calendar week 9", "2024-02-26/2024-03-03"),
        ("It met on the third Friday of last month.", "the third Friday of last month", "2024-05-17"),
        ("It met on the 15th day of next month.", "the 15th day of next month", "2024-07-15"),
        ("It grew in the third quarter of last year.", "the third quarter of last year", "2023-07-01/2023-09-30"),
        ("It grew in the summer of last year.", "the summer of last year", "2023-06-01/2023-08-31"),
        ("The books of the year ended March 31 are shut.", "March 31", "2024-03-31"),
    ],
)
def test_runs_of_days_and_weeks_by_number(text: str, words: str, meant: str) -> None:
    """Two ends make one run; weeks are counted as ISO 8601 counts them."""
    assert days(text).get(words) == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("It grew in the first six months of 2023.", "the first six months of 2023", "2023-01-01/2023-06-30"),
        ("It rained in the last two weeks of May.", "the last two weeks of May", "2024-05-18/2024-05-31"),
        ("It stood from 2007 to the end of 2008.", "from 2007 to the end of 2008", "2007-01-01/2008-12-31"),
        ("It stood from 2014 through May 2018.", "from 2014 through May 2018", "2014-01-01/2018-05-31"),
        ("The term is 2014 to 2018.", "2014 to 2018", "2014-01-01/2018-12-31"),
        ("It fell over the past two quarters.", "the past two quarters", "2023-10-01/2024-03-31"),
        ("It fell in the last half of 1989.", "the last half of 1989", "1989-07-01/1989-12-31"),
        ("It grew last fiscal year.", "last fiscal year", "2023-01-01/2023-12-31"),
        ("It sank over Labor Day weekend.", "Labor Day weekend", "2023-09-02/2023-09-03"),
        ("It sank on Christmas Eve last year.", "Christmas Eve last year", "2023-12-24"),
        ("The town has hired guards for Independence Day.", "Independence Day", "2024-07-04"),
        ("The town hired guards for Christmas.", "Christmas", "2023-12-25"),
        ("It will end in a fortnight’s time.", "in a fortnight’s time", "2024-07-01/2024-07-07"),
        ("It opens Fri 14th at noon.", "Fri 14th", "2024-06-14"),
        ("It rained May ninth to seventeenth.", "May ninth to seventeenth", "2024-05-09/2024-05-17"),
        ("He fell on Sep-23-2020 at sea.", "Sep-23-2020", "2020-09-23"),
    ],
)
def test_parts_and_names_of_units(text: str, words: str, meant: str) -> None:
    """So many units of a longer one, quarters and fiscal years, and holidays with their year or weekend."""
    assert days(text).get(words) == meant


def test_a_day_that_is_moved_makes_no_run() -> None:
    """An old day and a new one are two expressions."""
    assert days("The vote was moved from May 5 to July 10.") == {"May 5": "2024-05-05", "July 10": "2024-07-10"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The dam broke on Sunday. The next day it rained.", "2024-06-17"),
        ("The next day it rained.", "2024-06-19"),
    ],
)
def test_the_next_day_is_that_after_the_one_spoken_of(text: str, meant: str) -> None:
    """Only where nothing else is named does it count from the report's own."""
    assert days(text)["The next day"] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Talks are expected to last three weeks.",
        "Divers found it within two weeks.",
        "The team won in Week 10 and shot 4-22.",
        "The cup needs 3/16 inch screws and 24/7 care.",
        "Odds were cut from 10/1 to 7/2.",
        "Two thousand nineteen soldiers marched in two thousand places.",
        "He wept on this day and to this day.",
        "It was the last day of talks.",
        "They must file within five days of the ruling.",
        "He paid $12 and $14.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    """Durations, fractions, odds, scores and counts are left alone."""
    assert days(text) == {}


@settings(max_examples=50, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_business_days_count_back_as_they_count_on(start: date, count: int) -> None:
    """From a day of the week, so many business days on and so many back lead to it again."""
    there = business_day(start, count)
    assert there is not None
    assert there.weekday() < 5
    assert start.weekday() > 4 or business_day(there, -count) == start


@pytest.mark.parametrize("today", [date(1923, 4, 19), date(1, 6, 1), date(2024, 6, 18), date(9990, 1, 1)])
def test_decades_of_two_digits_are_read_in_reports_of_any_year(today: date) -> None:
    """A decade that is named by two digits means the last such one, also in a report from before 1955."""
    found = days("She was born in the sixties, or in the ’90s.", today)
    assert all(int(meant[:4]) <= today.year + 5 for meant in found.values())
    if today.year == 1923:
        assert found["the sixties"] == "1860-01-01/1869-12-31"
