"""Front matter and Markdown."""

from __future__ import annotations

from datetime import date

import pytest

from variorum.ingest import report_from_bytes, report_from_text
from variorum.ingest.front_matter import split_front_matter
from variorum.ingest.markdown import plain

HEAD = """---
outlet: The Orrin Herald
title: "Ferry: missing"
authors:
  - Ada Obi
  - Ben Roy
url: https://herald.example/ferry
published: 2021-03-03T21:30:00-05:00
---
"""
MARKDOWN = """# Ferry missing

By **Ada Obi**

![The harbour](x.jpg "Orrin in March")

The [ferry](https://ferry.example) left the harbour shortly after noon with forty passengers on board,
the port authority said.

## A night of *waiting*

> Nobody told us.
"""


def test_front_matter_states_particulars_and_is_no_text() -> None:
    """Every known field is read; the report's text begins behind the fence."""
    report = report_from_text(HEAD + "The ferry left the harbour shortly after noon.", "ferry.txt")
    assert report.text == "The ferry left the harbour shortly after noon."
    assert (report.outlet, report.title, report.authors) == (
        "The Orrin Herald",
        "Ferry: missing",
        ("Ada Obi", "Ben Roy"),
    )
    assert report.url == "https://herald.example/ferry"
    assert report.published.day == date(2021, 3, 3)
    assert report.published.at is not None


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    """A fenced passage without a known field belongs to the text."""
    text = "---\nNote: of no use\n---\nThe ferry left."
    assert split_front_matter(text)[1] == text


def test_an_author_may_stand_alone_and_a_date_may_be_bad() -> None:
    """`author` splits as a byline does; a day that is none stays unknown."""
    stated, rest = split_front_matter("---\nauthor: Ada Obi and Ben Roy\ndate: soon\n---\nText")
    assert (stated.authors, stated.day, rest) == (("Ada Obi", "Ben Roy"), None, "Text")


@pytest.mark.parametrize("name", ["publication", "newspaper", "Source", "site", "publisher"])
def test_the_outlet_goes_by_several_names(name: str) -> None:
    """Heads call the outlet a publication, a source and more; an address is none."""
    stated, _ = split_front_matter(f"---\n{name}: Orrin Weekly\ndate: 2021-03-03\n---\nText")
    assert stated.outlet == "Orrin Weekly"
    assert split_front_matter(f"---\n{name}: https://orrin.example/7\n---\nText")[0].outlet is None


def test_markdown_marks_become_roles_and_leave_the_text() -> None:
    """Headings, pictures and quotations are typed; links and emphasis are their words; wrapped lines join."""
    report = report_from_bytes(MARKDOWN.encode(), "ferry.md")
    assert [(s.role, report.text[s.start : s.end]) for s in report.segments] == [
        ("title", "Ferry missing"),
        ("byline", "By Ada Obi"),
        ("caption", "The harbour Orrin in March"),
        (
            "body",
            "The ferry left the harbour shortly after noon with forty passengers on board, the port authority said.",
        ),
        ("heading", "A night of waiting"),
        ("body", "Nobody told us."),
    ]


def test_plain_keeps_what_only_looks_like_a_mark() -> None:
    """Underscores inside words and escaped stars stay."""
    assert plain(r"snake_case_name and 2 * 3 \* 4 and [Falk] said") == "snake_case_name and 2 * 3 * 4 and [Falk] said"
