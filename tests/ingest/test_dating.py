"""Stated days in date lines, and days inferred from what a story says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.ingest.datelines import dateline_of
from variorum.ingest.dating import date_reports, stated_day
from variorum.model import Publication, Report, Segment, Span


def report(name: str, text: str, day: date | None = None) -> Report:
    """Return a report of that text, its day given where there is one."""
    published = Publication(day, None, "given") if day else Publication()
    return Report(name, f"{name}.txt", text, (), "0" * 64, published=published)


def test_update_wins_over_publication() -> None:
    """The last stated update is the report's day, wherever it stands in the line."""
    found = stated_day("Updated January 5, 2018 | Published January 7, 2018")
    assert found is not None
    assert found.day == date(2018, 1, 5)
    assert found.basis == "stated"


def test_evidence_is_the_date_itself() -> None:
    """With the report's id the date's own characters are the evidence, counted from the line's offset."""
    found = stated_day("Posted on June 18, 2024 by the desk", report="a", offset=100)
    assert found is not None
    assert found.evidence == (Span("a", 110, 123),)


def test_line_without_a_full_date_states_nothing() -> None:
    """A weekday, a day without its year and an ambiguous order state no day."""
    assert stated_day("Posted on Tuesday, June 18") is None
    assert stated_day("05/06/2024") is None


def test_weekdays_past_and_to_come_pin_the_day() -> None:
    """A day told as past on Monday and to come on Wednesday lies between them, near the story's other reports."""
    one = report("one", "The dam failed on Monday, officials said. Repairs will begin on Wednesday.")
    other = report("other", "The dam failed on Monday.", date(2024, 6, 18))
    (dated, same) = date_reports([one, other])
    assert dated.published.day in (date(2024, 6, 17), date(2024, 6, 18), date(2024, 6, 19))
    assert dated.published.basis == "inferred"
    assert same == other


def test_date_without_year_takes_the_story_s() -> None:
    """A date in the past tense sets the earliest day, the story's other reports the year."""
    one = report("one", "A clerk noted on June 13 that the dam was weak. The minister is expected on June 18.")
    other = report("other", "The minister came.", date(2024, 6, 18))
    dated = date_reports([one, other])[0].published
    assert dated.day is not None
    assert date(2024, 6, 13) <= dated.day <= date(2024, 6, 18)
    assert [one.passage(span) for span in dated.evidence] == ["June 13", "June 18"]


def test_dates_of_the_text_do_without_other_reports() -> None:
    """Two dates with their year, told as past, date a report that stands alone."""
    text = "The bridge fell on Saturday, March 2, 2019. Divers searched on March 3, 2019, and found a car on Monday."
    dated = date_reports([report("one", text)])[0].published
    assert dated.day in (date(2019, 3, 3), date(2019, 3, 4), date(2019, 3, 5))


def test_report_without_any_date_takes_the_story_s_day() -> None:
    """Where other reports are of one day, a report without any word of its own is of that day too."""
    dated = date_reports([report("a", "The dam failed."), report("b", "It failed.", date(2024, 6, 18))])[0]
    assert dated.published == Publication(date(2024, 6, 18), None, "inferred")


def test_nothing_to_infer_from_stays_unknown() -> None:
    """Without any date in the story no day is guessed."""
    reports = (report("a", "The dam failed on Monday."), report("b", "It failed, they said."))
    assert date_reports(reports) == reports


def test_distant_dates_do_not_date_a_report() -> None:
    """A year long ago in the text does not draw the report to it."""
    one = report("one", "The dam, built on May 4, 1931 and widened on May 9, 1931, failed on Monday.")
    other = report("other", "The dam failed on Monday.", date(2024, 6, 18))
    dated = date_reports([one, other])[0].published.day
    assert dated is not None
    assert dated.year == 2024


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_reports_changes_nothing(order: tuple[int, ...]) -> None:
    """Whatever the order of input, each report gets the same day."""
    reports = [
        report("a", "The dam failed on Sunday. Work will begin Tuesday."),
        report("b", "On Sunday the dam failed.", date(2024, 6, 17)),
        report("c", "A clerk said on June 16 that it leaked.", date(2024, 6, 18)),
    ]
    expected = {r.id: r.published for r in date_reports(reports)}
    assert {r.id: r.published for r in date_reports([reports[i] for i in order])} == expected


WORDS = "on Monday June 18 will said 2024 Christmas Eve expected to the dam , . last Friday 31 February"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join), min_size=1, max_size=3),
    st.none() | st.dates(),
)
def test_any_story_keeps_what_is_known(texts: list[str], day: date | None) -> None:
    """No story breaks it; known days stay, evidence lies in the texts."""
    reports = [report(f"r{i}", text, day if i == 0 else None) for i, text in enumerate(texts)]
    for before, after in zip(reports, date_reports(reports), strict=True):
        assert before.published.day is None or after == before
        assert all(span.end <= len(texts[int(span.report[1:])]) for span in after.published.evidence)


def opened(name: str, text: str) -> Report:
    """Return a report without a day whose whole text is one body segment."""
    return replace(report(name, text), segments=(Segment(0, len(text), "body"),))


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("FALKENHOLM, April 2 (Tidings) - The dyke", date(2022, 4, 2)),
        ("FALKENHOLM, April 2 (Tidings) The dyke", date(2022, 4, 2)),
        ("FALKENHOLM (Tidings), April 2 - The dyke", date(2022, 4, 2)),
        ("Falkenholm, Sudra, 2 April — The dyke", date(2022, 4, 2)),
        ("FALKENHOLM, Dec. 30 (Tidings) - The dyke", date(2021, 12, 30)),
    ],
)
def test_a_dateline_without_a_year_is_the_report_s_day(opening: str, day: date) -> None:
    """Weeks from the story's other reports, and before any weekday that it tells of; the year is the nearest one."""
    one = opened("one", f"{opening} was opened on Tuesday, the water board said.")
    others = [report("other", "The dyke broke.", date(2022, 5, 20)), report("late", "It broke.", date(2022, 3, 1))]
    dated = date_reports([one, *others])[0].published
    assert (dated.day, dated.basis) == (day, "inferred")
    assert one.passage(dated.evidence[0]) in ("April 2", "2 April", "Dec. 30")


def test_a_dateline_s_weekday_goes_before_nearness() -> None:
    """Tuesday, June 1 was in 2021, though the story's dated report of February 2022 lies nearer to the next one."""
    one = opened("one", "FALKENHOLM, Tuesday, June 1 (Tidings) - The dyke stood.")
    assert date_reports([one, report("other", "It broke.", date(2022, 2, 1))])[0].published.day == date(2021, 6, 1)


@pytest.mark.parametrize(
    "opening",
    [
        "On Sunday, April 2 - the day of the flood - the dyke",
        "The dyke, built on April 2 - a Saturday -",
        "April 2 - a",
    ],
)
def test_a_sentence_is_no_dateline(opening: str) -> None:
    """A date between dashes in running text is the story's, not the report's."""
    assert dateline_of(opened("one", f"{opening} day broke.")) is None


def test_a_report_is_not_older_than_the_post_that_it_shows() -> None:
    """The day beneath a post is past, though the post itself looks forward."""
    first = report("a", "The bridge closed on Monday, the mayor said.", date(2031, 5, 13))
    posted = "The mayor spoke on Monday.\n\nThe bridge can open again next month — Tolva Post (@tolvapost) May 14, 2031"
    dated = date_reports([first, report("b", posted)])
    assert dated[1].published.day == date(2031, 5, 14)


def test_a_line_may_name_the_report_s_weekday_alone() -> None:
    """A line "Updated ... Thursday" is of the report's own weekday, whatever day the text tells of."""
    first = report("a", "The bridge closed on Friday, the mayor said.", date(2031, 5, 16))
    update = "The bridge closes\n\nUpdated at 9:50 p.m. ET Thursday\n\nThe bridge has closed Friday morning local time."
    dated = date_reports([first, report("b", update)])[1].published
    assert dated.day == date(2031, 5, 15)
    assert [update[span.start : span.end] for span in dated.evidence] == ["Updated at 9:50 p.m. ET Thursday"]


def test_a_story_may_span_weeks_but_not_years() -> None:
    """A date near any of the story's dated reports tells; one near an echo of a later year does not."""
    one = report("one", "The dyke broke on March 2, the water board said. It will be rebuilt.")
    others = [report("a", "It broke.", date(2022, 3, 1)), report("b", "Rebuilt.", date(2022, 4, 20))]
    late = [report("c", "Opened.", date(2022, 4, 22)), report("echo", "A year on.", date(2023, 4, 20))]
    assert date_reports([one, *others, *late])[0].published.day == date(2022, 3, 2)
    other = report("other", "Walls were built by April 21, 2023, two days earlier than planned.")
    assert (date_reports([other, *others, *late])[0].published.day or date(2022, 1, 1)).year == 2022
