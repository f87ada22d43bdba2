"""What holds for any text and any bytes."""

from __future__ import annotations

import gzip

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.errors import InputError
from variorum.ingest import report_from_bytes, report_from_text
from variorum.ingest.decoding import clean
from variorum.model import Report

LINES = st.sampled_from(
    [
        "Ferry Missing in the Bay",
        "By Ada Obi",
        "Published March 3, 2021",
        "The ferry left the harbour shortly after noon with forty passengers on board, the port authority said.",
        "Related Stories",
        "Read more:",
        "AFP via Getty Images",
        "Copyright 2021 Orrin Radio",
        "(ORN) The ship was old.",
        "<p>tag</p>",
        "# Heading",
        "---",
        "",
        "\u200b",
        "a\u202bb",
        "___",
    ]
)
PAGES = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n".join)
FEW = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def check(report: Report) -> None:
    """Segments are in order, apart, inside the text, and hold all that is not white space."""
    covered = 0
    for segment in report.segments:
        assert covered <= segment.start < segment.end <= len(report.text)
        assert not report.text[covered : segment.start].strip()
        covered = segment.end
    assert not report.text[covered:].strip()
    assert report.published.day is None or report.published.basis != "unknown"
    for span in report.published.evidence:
        assert report.passage(span)


@FEW
@given(PAGES)
def test_any_text_gives_a_report_whose_segments_hold_it(text: str) -> None:
    """Only a text without a letter or a digit is refused."""
    try:
        report = report_from_text(text, "x.txt")
    except InputError:
        return
    check(report)


@FEW
@given(PAGES)
def test_pasted_lines_can_be_found_again(text: str) -> None:
    """A text that is neither page nor Markdown and has no front matter is kept to the character."""
    plain = "Notes: " + text.replace("<", "").replace("#", "")
    assert report_from_text(plain, "x.txt").text == clean(plain)


@FEW
@given(st.binary(max_size=400), st.sampled_from(["x.txt", "x.html", "x.md"]), st.booleans())
def test_any_bytes_give_a_report_or_an_input_error(data: bytes, source: str, packed: bool) -> None:
    """No bytes give a traceback, and every refusal is one line that names the source."""
    message = None
    try:
        check(report_from_bytes(gzip.compress(data) if packed else data, source))
    except InputError as error:
        message = str(error)
    assert message is None or (message.startswith(source) and "\n" not in message)


@FEW
@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=10), st.booleans())
def test_any_markup_gives_a_report_or_an_input_error(parts: list[str], closed: bool) -> None:
    """Tags around anything: whatever the parsers make of it, segments hold the text."""
    tags = ("p", "h1", "figcaption", "div class='byline'", "script", "li", "time", "h2", "blockquote", "td")
    body = "".join(
        f"<{tag}>{part}" + (f"</{tag.split()[0]}>" if closed else "") for tag, part in zip(tags, parts, strict=False)
    )
    try:
        check(report_from_bytes(f"<html><body>{body}".encode("utf-8", "replace"), "x.html"))
    except InputError:
        return


@FEW
@given(PAGES)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Nothing hangs on chance."""
    try:
        assert report_from_text(text) == report_from_text(text)
    except InputError:
        return
