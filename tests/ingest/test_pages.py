"""Saved web pages: main text, typed captions and titles, metadata. All pages are invented."""

from __future__ import annotations

import gzip
import json
from datetime import date

import pytest

from variorum.errors import EmptyInputError
from variorum.ingest import report_from_bytes
from variorum.model import Report

PARAGRAPHS = (
    "The ferry left the harbour shortly after noon with forty passengers on board, the port authority said.",
    "Two fishing boats and a helicopter searched the bay until nightfall, but found only a wooden door.",
    "Relatives of the crew waited at the pier, where the mayor told them that the search would go on at dawn.",
    "The ship was built forty years ago and had been repaired twice since then, according to its owner.",
)
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "Orrin Media"},
        {
            "@type": "NewsArticle",
            "headline": "Ferry missing in the bay",
            "datePublished": "2021-03-03T21:30:00-05:00",
            "dateModified": "2021-03-04T01:10:00-05:00",
            "author": [{"@type": "Person", "name": "Ada Obi"}, {"name": "Ben Roy"}],
            "publisher": {"name": "The Orrin Herald"},
        },
    ],
}


def page(body: str, head: str = "") -> bytes:
    """Return a page with navigation and footer around `body`."""
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("News", "Sport", "Weather"))
    return (
        f"<!DOCTYPE html><html><head><title>Ferry missing | Herald</title>{head}</head><body><nav><ul>{menu}</ul></nav>"
        f"<article>{body}</article><footer><p>Orrin Media, 1 Quay Street</p></footer></body></html>"
    ).encode()


def read(body: str, head: str = "", source: str = "ferry.html") -> Report:
    """Return the report in a page."""
    return report_from_bytes(page(body, head), source)


def lines(report: Report, role: str) -> list[str]:
    """Return the report's lines of one role."""
    return [report.text[s.start : s.end] for s in report.segments if s.role == role]


def test_marks_of_a_page_become_roles_in_reading_order() -> None:
    """h1, standfirst, byline, time, figcaption and h2 are kept where a reader sees them, and typed."""
    body = (
        "<h1>Ferry missing in the bay</h1><p class='standfirst'>Search goes on at dawn</p>"
        "<div class='byline'>By Ada Obi</div><time datetime='2021-03-03'>March 3, 2021</time>"
        f"<p>{PARAGRAPHS[0]}</p><figure><img src='x.jpg'>"
        "<figcaption>The harbour of Orrin. Ada Obi/AP</figcaption></figure>"
        f"<p>{PARAGRAPHS[1]}</p><h2>A night of waiting</h2><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"
    )
    report = read(body)
    assert [(s.role, report.text[s.start : s.end]) for s in report.segments] == [
        ("title", "Ferry missing in the bay"),
        ("standfirst", "Search goes on at dawn"),
        ("byline", "By Ada Obi"),
        ("update", "March 3, 2021"),
        ("body", PARAGRAPHS[0]),
        ("caption", "The harbour of Orrin. Ada Obi/AP"),
        ("body", PARAGRAPHS[1]),
        ("heading", "A night of waiting"),
        ("body", PARAGRAPHS[2]),
        ("body", PARAGRAPHS[3]),
    ]
    assert report.title == "Ferry missing in the bay"
    assert report.published.day == date(2021, 3, 3)


def test_json_ld_states_outlet_authors_and_the_last_update() -> None:
    """A change within a week is the report's own update, and keeps its time and zone."""
    head = f"<script type='application/ld+json'>{json.dumps(LINKED)}</script>"
    report = read(f"<h1>Ferry missing in the bay</h1>{ARTICLE}", head)
    assert (report.outlet, report.authors) == ("The Orrin Herald", ("Ada Obi", "Ben Roy"))
    assert report.published.basis == "stated"
    assert report.published.day == date(2021, 3, 4)
    assert report.published.at is not None
    assert report.published.at.isoformat() == "2021-03-04T01:10:00-05:00"


def test_a_change_long_after_is_the_content_systems() -> None:
    """A page that was touched a year later is still of its first day."""
    head = (
        "<meta property='article:published_time' content='2021-03-03T10:00:00Z'>"
        "<meta property='article:modified_time' content='2022-05-01T10:00:00Z'>"
        "<meta property='og:site_name' content='The Orrin Herald'><meta name='author' content='By Ada Obi'>"
        "<link rel='canonical' href='https://herald.example/ferry'>"
    )
    report = read(f"<h1>Ferry missing in the bay</h1>{ARTICLE}", head)
    assert report.published.day == date(2021, 3, 3)
    assert (report.outlet, report.authors, report.url) == (
        "The Orrin Herald",
        ("Ada Obi",),
        "https://herald.example/ferry",
    )


def test_broken_json_ld_is_passed_over() -> None:
    """Metadata that cannot be read is metadata that is not there."""
    report = read(f"<h1>Ferry</h1>{ARTICLE}", "<script type='application/ld+json'>{\"@type\": </script>")
    assert report.authors == ()


def test_scripts_never_leak() -> None:
    """Code, styles and what stands in for scripts are not text."""
    body = f"<h1>Ferry missing</h1><script>leak()</script><style>.leak{{}}</style><noscript>leak</noscript>{ARTICLE}"
    report = read(body)
    assert "leak" not in report.text
    assert PARAGRAPHS[2] in report.text


def test_a_heading_over_links_is_furniture() -> None:
    """A marked heading is not believed where its words open a list of links."""
    report = read(f"<h1>Ferry missing</h1>{ARTICLE}<h2>Related stories</h2><p>{PARAGRAPHS[1]} Again.</p>")
    assert "Related stories" not in lines(report, "heading")


@pytest.mark.parametrize(
    "body",
    [
        ARTICLE.replace("</p>", ""),
        "<div>" * 10_000 + ARTICLE,
        "<b>" * 10_000 + ARTICLE + "</b>" * 10_000,
        f"<table><tr><td>{ARTICLE}",
    ],
)
def test_broken_markup_still_gives_its_text(body: str) -> None:
    """Tags that never close or nest without end do not lose the paragraphs."""
    report = read(body)
    assert "forty passengers on board" in report.text


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<html><head><title>Only a title of a page</title></head></html>",
        b"<html><body>"
        + b"".join(b"<a href='/%d'>Link number %d</a> " % (i, i) for i in range(40))
        + b"</body></html>",
    ],
)
def test_a_page_without_an_article_is_empty(data: bytes) -> None:
    """Menus are not a report: the error says what was missed."""
    with pytest.raises(EmptyInputError, match="no article text"):
        report_from_bytes(data, "menu.html")


def test_a_page_is_told_by_content_and_gzip_is_unpacked() -> None:
    """HTML under a text file's name, gzipped without saying so, is a page."""
    report = report_from_bytes(gzip.compress(page(f"<h1>Ferry missing</h1>{ARTICLE}")), "ferry.txt")
    assert lines(report, "title") == ["Ferry missing"]
    assert lines(report, "body") == list(PARAGRAPHS)


def test_an_xml_declaration_does_no_harm() -> None:
    """Pages that are XML begin with an encoding, which the parser refuses in decoded text."""
    data = b'<?xml version="1.0" encoding="utf-8"?>' + page(f"<h1>Ferry missing</h1>{ARTICLE}")
    assert PARAGRAPHS[0] in report_from_bytes(data, "ferry.xhtml").text
