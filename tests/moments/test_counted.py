"""Days counted from an event that the text dates elsewhere, in a report of Tuesday, 18 June 2024."""

from __future__ import annotations

from datetime import date

import pytest

from variorum.moments import resolve_moments

TODAY = date(2024, 6, 18)


def days(text: str) -> dict[str, str]:
    """Return the days of each expression of a text, as `first` or `first/last`, by its words."""
    found = {}
    for e in resolve_moments(text, TODAY, report="r"):
        first, last = e.moment.first.isoformat(), e.moment.last.isoformat()
        found[text[e.span.start : e.span.end]] = first if first == last else f"{first}/{last}"
    return found


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "The envoy flew to Lima on March 4. Two months after his trip, the pact was signed.",
            "Two months after his trip",
            "2024-05-01/2024-05-31",
        ),
        (
            "He was heard two days before the vote. The vote was held on June 9.",
            "two days before the vote",
            "2024-06-07",
        ),
        ("Three days after the flood of May 2, crews left.", "Three days after the flood", "2024-05-05"),
        ("It came a day after the truce began on June 1.", "a day after the truce", "2024-06-02"),
        ("The morning after the crash on June 3 was grey.", "The morning after the crash", "2024-06-04"),
        (
            "The week before the election was calm. The election was on May 12.",
            "The week before the election",
            "2024-04-29/2024-05-05",
        ),
        (
            "The U.S. visit began on May 6. A day after the U.S. visit, he fell.",
            "A day after the U.S. visit",
            "2024-05-07",
        ),
        ("The boat sank last Friday night and was found the next morning.", "the next morning", "2024-06-15"),
        ("The boat sank on June 3. The day before, it had left Oslo.", "The day before", "2024-06-02"),
        ("She quit on Thursday, a day before the vote.", "a day before", "2024-06-13"),
    ],
)
def test_counted_from_what_the_text_dates(text: str, words: str, meant: str) -> None:
    """The event's day may stand in another sentence, or right behind its name; an apposition only explains."""
    assert days(text).get(words) == meant


def test_the_name_of_an_event_ends_with_its_clause() -> None:
    """Neither the verb behind the event nor the next sentence becomes part of the expression."""
    text = "He fell two weeks before the vote. The vote was held on June 9."
    assert max(days(text), key=len) == "two weeks before the vote"


def test_an_event_that_nothing_dates_gives_no_days() -> None:
    """Unknown stays unknown."""
    assert days("Two days after the coronation they left.") == {}
