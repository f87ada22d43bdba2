"""What time expressions mean in a report of Tuesday, 18 June 2024."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import Moment, Tense
from variorum.moments import moment_of, resolve_moments

TODAY = date(2024, 6, 18)


def days(text: str, today: date | None = TODAY) -> list[tuple[str, str]]:
    """Return the expressions of a text with their days as `first` or `first/last`."""
    found = []
    for e in resolve_moments(text, today, report="r"):
        first, last = e.moment.first.isoformat(), e.moment.last.isoformat()
        found.append((text[e.span.start : e.span.end], first if first == last else f"{first}/{last}"))
    return found


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("The ferry sank on Monday.", "Monday", "2024-06-17"),
        ("The ferry sank on Tuesday.", "Tuesday", "2024-06-18"),
        ("The ferry sank on Friday.", "Friday", "2024-06-14"),
        ("The ferry sank last Tuesday.", "last Tuesday", "2024-06-11"),
        ("The ferry will sail on Friday.", "Friday", "2024-06-21"),
        ("The ferry is expected to sail Tuesday.", "Tuesday", "2024-06-18"),
        ("Talks are due to open on Thursday.", "Thursday", "2024-06-20"),
        ("Divers found the hull early Sunday morning.", "early Sunday morning", "2024-06-16"),
        ("He said on Monday the ferry would sail on Thursday.", "Thursday", "2024-06-20"),
        ("The first boat docked early Wednesday.", "early Wednesday", "2024-06-19"),
        ("They spoke on the night of Saturday.", "night of Saturday", "2024-06-15"),
        ("“We’ll sail this Friday,” he said.", "this Friday", "2024-06-21"),
        ("They met two Sundays ago.", "two Sundays ago", "2024-06-09"),
        ("The sea was about seven degrees on Sunday.", "Sunday", "2024-06-16"),
        ("The service has been moved to Sunday by the families.", "Sunday", "2024-06-23"),
        ("Word has been going round since Thursday.", "Thursday", "2024-06-13"),
        ("The mayor will shut the port on Friday.", "Friday", "2024-06-21"),
    ],
)
def test_weekday_by_tense(text: str, words: str, meant: str) -> None:
    """A weekday is the last one in the past, the next one in the future, and never six days off."""
    assert any(words in found and value == meant for found, value in days(text))


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("It opened last year.", "last year", "2023-01-01/2023-12-31"),
        ("It opened last week.", "last week", "2024-06-10/2024-06-16"),
        ("It opened last weekend.", "last weekend", "2024-06-15/2024-06-16"),
        ("It opened over the weekend.", "over the weekend", "2024-06-15/2024-06-16"),
        ("It will open next month.", "next month", "2024-07-01/2024-07-31"),
        ("It opened earlier this month.", "earlier this month", "2024-06-01/2024-06-30"),
        ("It opened just over a month ago.", "just over a month ago", "2024-05-01/2024-05-31"),
        ("It opened a year and two months ago.", "a year and two months ago", "2023-04-01/2023-04-30"),
        ("It opened 1 month, 21 days ago.", "1 month, 21 days ago", "2024-04-27"),
        ("It grew in the third week of this month.", "the third week of this month", "2024-06-17/2024-06-23"),
        ("It grew in Q3 of last year.", "Q3 of last year", "2023-07-01/2023-09-30"),
        ("It grew in H1 2019.", "H1 2019", "2019-01-01/2019-06-30"),
        ("It opened in the nineteen sixties.", "the nineteen sixties", "1960-01-01/1969-12-31"),
        ("It was the fashion of the 70's.", "the 70's", "1970-01-01/1979-12-31"),
        ("It opened in the seventies.", "the seventies", "1970-01-01/1979-12-31"),
        ("It opened on 2015.5.13.", "2015.5.13", "2015-05-13"),
        ("It ran from 2014 through 2018.", "2014 through 2018", "2014-01-01/2018-12-31"),
        ("It opened 24 years ago.", "24 years ago", "2000-01-01/2000-12-31"),
        ("It opened more than two years ago.", "more than two years ago", "2022-01-01/2022-12-31"),
        ("It opened three days ago.", "three days ago", "2024-06-15"),
        ("It grew over the past seven years.", "the past seven years", "2017-06-18/2024-06-18"),
        ("It opened last September.", "last September", "2023-09-01/2023-09-30"),
        ("It opened in September.", "September", "2023-09-01/2023-09-30"),
        ("It opened in March.", "March", "2024-03-01/2024-03-31"),
        ("It will open in March.", "March", "2025-03-01/2025-03-31"),
        ("It opened in late November.", "late November", "2023-11-01/2023-11-30"),
        ("It opened this spring.", "this spring", "2024-03-01/2024-05-31"),
        ("It opened in the summer.", "the summer", "2024-06-01/2024-08-31"),
        ("It will not open before the summer.", "before the summer", "2024-06-01/2024-08-31"),
        ("He had said a day earlier that it would open.", "a day earlier", "2024-06-17"),
        ("It opened last winter.", "last winter", "2023-12-01/2024-02-29"),
        ("It opened yesterday.", "yesterday", "2024-06-17"),
        ("It opened last night.", "last night", "2024-06-17"),
        ("It opened this morning.", "this morning", "2024-06-18"),
        ("It opened around Easter.", "Easter", "2024-03-31"),
        ("It opened on Thanksgiving.", "Thanksgiving", "2023-11-23"),
        ("It will open in two weeks.", "in two weeks", "2024-07-01/2024-07-07"),
        ("It opened in the first week of June.", "the first week of June", "2024-06-03/2024-06-09"),
        ("It opened on the first Friday of May.", "the first Friday of May", "2024-05-03"),
    ],
)
def test_words_that_point_from_today(text: str, words: str, meant: str) -> None:
    """Units are calendar units, seasons three months, and months without a year the nearest by tense."""
    assert any(words in found and value == meant for found, value in days(text))


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Built on 2024-06-18 at once.", "2024-06-18", "2024-06-18"),
        ("Built on Sept. 13, 2023 by hand.", "Sept. 13, 2023", "2023-09-13"),
        ("Built on 13 September 2023 by hand.", "13 September 2023", "2023-09-13"),
        ("Built in July 2000 by hand.", "July 2000", "2000-07-01/2000-07-31"),
        ("Built on June 18 and 19, 2021 by hand.", "June 18 and 19, 2021", "2021-06-18/2021-06-19"),
        ("Built on June 28-July 2, 2021 by hand.", "June 28-July 2, 2021", "2021-06-28/2021-07-02"),
        ("Built between 2011 and 2014 by hand.", "between 2011 and 2014", "2011-01-01/2014-12-31"),
        ("Built in the early 1990s by hand.", "the early 1990s", "1990-01-01/1999-12-31"),
        ("Built in the 19th century by hand.", "the 19th century", "1800-01-01/1899-12-31"),
        ("Built in the first quarter of 2019.", "the first quarter of 2019", "2019-01-01/2019-03-31"),
        ("Built in the summer of 2016.", "the summer of 2016", "2016-06-01/2016-08-31"),
        ("Built before 9/11 by hand.", "9/11", "2001-09-11"),
        ("Under the 1961 treaty they share it.", "1961", "1961-01-01/1961-12-31"),
        ("Built on the twenty-first of May 2019.", "twenty-first of May 2019", "2019-05-21"),
    ],
)
def test_dates_that_name_their_year(text: str, words: str, meant: str) -> None:
    """What names its own year needs no day to count from."""
    assert any(words in found and value == meant for found, value in days(text, None))


def test_years_in_a_list_are_three() -> None:
    """A list of years is one expression each."""
    assert [v[:4] for _, v in days("Pacts were signed in 1961, 2000, and 2021.")] == ["1961", "2000", "2021"]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they march on.",
        "The second man had a fall.",
        "Flight 2019 carried 1,984 people and 2000 soldiers.",
        "He sat in the Sun and read the Mon valley map.",
        "A 33-year-old won 3-1 after two hours.",
        "It cost $1999 or 2,015 euros.",
        "They talked recently, in recent days, for years.",
        "She came third on every Monday.",
        "They met in the Winter Palace and the Summer Garden.",
    ],
)
def test_look_alikes_are_no_times(text: str) -> None:
    """Verbs, counts, names, durations, ages and habits are left alone."""
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("The mayor left on Sunday. It was noon. That day he slept.", "That day", "2024-06-16"),
        ("The plane rose at 12:10 p.m. Sunday and fell at 12:20 p.m. in a wood.", "12:20 p.m.", "2024-06-16"),
        ("It rose on Sunday at noon and fell about 10 minutes later.", "about 10 minutes later", "2024-06-16"),
        ("The dam broke in July 2000, four months after he was elected.", "four months after", "2000-07-01/2000-07-31"),
        ("He was born in 1984. Two years later he moved.", "Two years later", "1986-01-01/1986-12-31"),
        ("He fell on June 3, 2024. The following day he rose.", "The following day", "2024-06-04"),
        (
            "The king visited Oslo in January. Two months after his Oslo trip, he fell ill.",
            "Two months after his Oslo trip",
            "2024-03-01/2024-03-31",
        ),
        (
            "The queen arrived in Oslo on June 16. Guards drilled on the eve of her visit to Oslo.",
            "on the eve of her visit",
            "2024-06-15",
        ),
        ("They met last weekend, and rivals met earlier in the week.", "earlier in the week", "2024-06-10/2024-06-16"),
    ],
)
def test_moments_that_lean_on_others(text: str, words: str, meant: str) -> None:
    """Clock times take the day spoken of; steps are counted from the moment or event that they name."""
    assert any(words in found and value == meant for found, value in days(text))


def test_event_moment_of_the_caller_comes_first() -> None:
    """An event that the caller knows is not looked up in the text."""
    moment = Moment(date(2024, 5, 2), date(2024, 5, 2))
    found = resolve_moments(
        "Guards drilled two days after the coronation.", TODAY, report="r", event_moment=lambda _w: moment
    )
    assert [e.moment.first for e in found] == [date(2024, 5, 4)]


@pytest.mark.parametrize(("tense", "meant"), [("past", date(2024, 6, 14)), ("future", date(2024, 6, 21))])
def test_tense_of_the_caller_comes_first(tense: Tense, meant: date) -> None:
    """A tree's tense overrules the words nearby."""
    found = resolve_moments("The boat will dock Friday.", TODAY, report="r", tense_at=lambda _offset: tense)
    assert [e.moment.first for e in found] == [meant]


def test_without_today_only_absolute_expressions() -> None:
    """Nothing is guessed where the report's day is unknown."""
    assert days("Last week he spoke, on Monday, of May 3 and of July 2000.", None) == [
        ("July 2000", "2000-07-01/2000-07-31")
    ]


def test_open_ends_and_vagueness() -> None:
    """The words "since" and "until" leave an end open, "around" blurs; the days stay those of the words."""
    since, until, around = resolve_moments(
        "Closed since 2019, shut until June 30, built around 1900.", TODAY, report="r"
    )
    assert since.moment.open_end
    assert since.moment.last == date(2019, 12, 31)
    assert until.moment.open_start
    assert around.moment.approximate


@pytest.mark.parametrize(
    ("words", "first"),
    [("last September", date(2023, 9, 1)), (" June 18, 2024 ", date(2024, 6, 18)), ("the cat", None), ("", None)],
)
def test_moment_of_a_short_string(words: str, first: date | None) -> None:
    """A short string is a moment as a whole or none."""
    moment = moment_of(words, TODAY)
    assert (moment.first if moment else None) == first


WORDS = """on in the last next Monday May June 18 2024 two weeks ago after before from to between and since early late
noon 12:10 p.m. , . - 31 30 February quarter of week year day 9/11 1st first 0 99999 ' ’ € that his trip until"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n"])


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80), st.none() | st.dates())
def test_any_text_gives_ordered_spans(text: str, today: date | None) -> None:
    """No text and no day break the grammar; spans lie in the text, in order, apart from each other."""
    reached = 0
    for e in resolve_moments(text, today, report="r"):
        assert reached <= e.span.start < e.span.end <= len(text)
        reached = e.span.end


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The trial, which had been planned for September, has been put off, Falk said.", "2024-09-01/2024-09-30"),
        ("A trial at sea planned for September was cancelled, Falk said.", "2024-09-01/2024-09-30"),
        ("The vote was put off until early August, officials said.", "2024-08-01/2024-08-31"),
        ("The march had been planned for April.", "2024-04-01/2024-04-30"),
        ("She warned that the licence runs out in October.", "2024-10-01/2024-10-31"),
        ("Approval, which the group expects by November, was said to be near.", "2024-11-01/2024-11-30"),
        ("The new rule takes effect in January, he said.", "2025-01-01/2025-01-31"),
        ("The judge retires at the end of February, it was announced.", "2025-02-01/2025-02-28"),
        ("He will publish the list of every crossing since January.", "2024-01-01/2024-01-31"),
        ("The licence ran out in October.", "2023-10-01/2023-10-31"),
        ("The licence did expire in October.", "2023-10-01/2023-10-31"),
    ],
)
def test_a_month_that_is_planned_lies_ahead(text: str, month: str) -> None:
    """A plan, or a verb of the calendar in the present tense, right before a bare month goes before the clause."""
    assert month in [meant for _, meant in days(text)]
