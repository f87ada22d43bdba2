"""Outlet, authors, agencies, title, day and language from a pasted text's own lines."""

from __future__ import annotations

from datetime import date

import pytest

from variorum.ingest import report_from_text
from variorum.model import Report

BODY = (
    "The ferry left the harbour shortly after noon with forty passengers on board, the port authority said.\n\n"
    "Two fishing boats and a helicopter searched the bay until nightfall, but found only a wooden door.\n\n"
    "Relatives of the crew waited at the pier, where the mayor told them that the search would go on at dawn."
)


def read(before: str = "", after: str = "") -> Report:
    """Return the report of a pasted article with lines above and below."""
    return report_from_text(f"Ferry Missing in the Bay of Orrin\n\n{before}{BODY}\n\n{after}", "ferry.txt")


@pytest.mark.parametrize(
    ("before", "after", "outlet"),
    [
        ("", "Copyright 2021 Orrin Radio", "Orrin Radio"),
        ("", "© 2014-2025 ORA - Orrin Research Association", "ORA"),
        ("", "Source: Orrin Radio and news agencies", "Orrin Radio"),
        ("(ORN) ", "", "ORN"),
        ("ORRIN (Reuters) - ", "", "Reuters"),
        ("", "Copyright 2021 The Associated Press. All rights reserved.", None),
        ("", "", None),
    ],
)
def test_outlet(before: str, after: str, outlet: str | None) -> None:
    """Named by copyright, credit or dateline; an agency's copyright names no outlet, and a file name never does."""
    assert read(before, after).outlet == outlet


def test_an_outlet_that_speaks_of_itself() -> None:
    """Two paragraphs that were told to one acronym are that outlet's; one may quote another."""
    told = "Falk told ORN that she had not slept.\n\nDivers told ORN that the water was cold.\n\n"
    assert read(told).outlet == "ORN"
    assert read("Falk told ORN that she had not slept.\n\n").outlet is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Obi", ("Ada Obi",)),
        ("By Ada Obi and Ben Roy", ("Ada Obi", "Ben Roy")),
        ("By Ada Obi, Ben Roy and Ines van Falk, Orrin Herald", ("Ada Obi", "Ben Roy", "Ines van Falk")),
        ("By Staff Writer", ()),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]) -> None:
    """Names of persons in a byline, in its order; functions and outlets are none."""
    named = read(f"{line}\n\n").authors
    assert named[: len(authors)] == authors
    assert "Staff Writer" not in named


def test_agencies_are_those_credited_for_the_whole() -> None:
    """A contribution, a dateline or a copyright counts; a picture's credit does not."""
    assert read("ORRIN (Reuters) - ").agencies == ("Reuters",)
    assert read("", "Copyright 2021 The Associated Press. All rights reserved.").agencies == ("Associated Press",)
    assert read("A lifebelt on the beach of Orrin. (Ada Obi/AFP)\n\n").agencies == ()


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ("Published March 3, 2021\n\n", "", date(2021, 3, 3)),
        ("Published March 3, 2021\n\nUpdated March 4, 2021\n\n", "", date(2021, 3, 4)),
        ("Wed 3 Mar 2021 10.15 GMT\n\n", "", date(2021, 3, 3)),
        ("", "Last updated: 3 March 2021", date(2021, 3, 3)),
        ("", "", None),
    ],
)
def test_the_last_stated_day_counts(before: str, after: str, day: date | None) -> None:
    """Update lines state the day; without one it stays unknown."""
    published = read(before, after).published
    assert published.day == day
    assert published.basis == ("stated" if day else "unknown")


def test_a_day_carries_its_evidence_and_its_zone() -> None:
    """The passage that states the day can be looked up, and a clock time with a zone is kept."""
    report = read("Updated March 3, 2021 at 9:30 PM ET\n\n")
    assert [report.passage(span) for span in report.published.evidence] == ["March 3, 2021 at 9:30 PM ET"]
    assert report.published.at is not None
    assert report.published.at.isoformat() == "2021-03-03T21:30:00-05:00"


def test_what_the_user_gives_goes_first() -> None:
    """A given day and outlet are not overruled by the page."""
    text = f"Ferry Missing\n\nPublished March 3, 2021\n\n{BODY}\n\nCopyright 2021 Orrin Radio"
    report = report_from_text(text, published=date(2021, 3, 9), outlet="Bay News")
    assert (report.published.day, report.published.basis, report.outlet) == (date(2021, 3, 9), "given", "Bay News")


def test_language_is_told_or_unknown() -> None:
    """A few letters tell no language."""
    assert read().language == "en"
    german = "Die Fähre verließ am Mittag den Hafen, sagte die Behörde. Niemand wurde verletzt."
    assert report_from_text(german).language == "de"
    assert report_from_text("Marta").language is None


def test_pasted_text_is_read_by_form() -> None:
    """A caption without its full stop is told in a report as it is in its lines: nothing marks it for us."""
    line = "The old ferry was built forty years ago and had been repaired twice since then"
    report = read("", f"{line}\n\n{BODY.replace('ferry', 'boat')}")
    assert [s.role for s in report.segments if report.text[s.start : s.end] == line] == ["caption"]


def test_a_masthead_is_no_title() -> None:
    """The name of the paper above the headline gives the outlet; the headline stays the title."""
    text = (
        "The Almery Courier\nCrane falls onto quay as dockers watch\nBy Dana Ostrow\n\nA loading crane fell onto a "
        "quay in Port Almery on Tuesday, and three dockers were taken to hospital, the authority said.\n\n"
        "Work stopped.\n"
    )
    report = report_from_text(text, "courier.txt")
    assert (report.outlet, report.title) == ("The Almery Courier", "Crane falls onto quay as dockers watch")


def test_an_outlet_beside_the_day() -> None:
    """A newspaper's name in the line that dates the page is the outlet; a place there is none."""
    report = read("The Orrin Herald, Sport, Monday 2 May 2022\n\n")
    assert (report.outlet, report.published.day) == ("The Orrin Herald", date(2022, 5, 2))
    assert read("Falkenholm, 2 May 2022\n\n").outlet is None


def test_a_masthead_in_capitals_names_the_outlet() -> None:
    """Capitals are undone, short names of letters stay."""
    for line, outlet in (("THE ORRIN GAZETTE", "The Orrin Gazette"), ("ORN NEWS", "ORN News")):
        text = f"{line}\n\nFerry goes missing in the bay\n\n{BODY}"
        assert report_from_text(text, "ferry.txt").outlet == outlet
