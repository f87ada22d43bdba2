"""Files that hold no article as they stand: each is refused with what to do instead."""

from __future__ import annotations

import json

import pytest

from variorum.errors import NotTextError
from variorum.ingest.foreign import why_no_article
from variorum.ingest.reports import report_from_bytes

ARTICLE = "The ferry left the harbour shortly after noon with forty passengers on board, the mayor said."
FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0"><channel><title>Post</title><item><title>Ferry</title><description>{ARTICLE}</description></item>
</channel></rss>"""
ATOM = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>{ARTICLE}</content></entry></feed>"
MAIL = f"From: Ana <ana@post.example>\nSubject: Ferry\nDate: Mon, 17 Jun 2024\nMIME-Version: 1.0\n\n{ARTICLE}"
MAILBOX = f"From ana@post.example Mon Jun 17 10:00:00 2024\n{MAIL}"
ONE_FILE = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/1\nSubject: Ferry\nMIME-Version: 1.0\n"
    f"Content-Type: multipart/related;\n\ttype=text/html\n\n<html><p>{ARTICLE}</p></html>"
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (FEED, "a feed"),
        (ATOM, "a feed"),
        ("<?xml version='1.0'?><urlset><url><loc>https://post.example/1</loc></url></urlset>", "a list of addresses"),
        ("WARC/1.0\nWARC-Type: response\n\n<p>Ferry</p>", "a web archive"),
        (MAILBOX, "a mailbox"),
        (MAIL, "a mail"),
        (ONE_FILE, "a page saved as one file"),
        (json.dumps({"text": ARTICLE}), "JSON data"),
        (json.dumps({"schema": "variorum/dossier/1"}), "written by Variorum"),
    ],
)
def test_what_holds_no_article_is_refused(text: str, reason: str) -> None:
    """By its content, whatever its name; the message names the file and is one line."""
    with pytest.raises(NotTextError, match=f"notes.txt: {reason}") as caught:
        report_from_bytes(text.encode(), "notes.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        f"From: Ana Ruiz\nSubject: Ferry\nDate: 17 June 2024\nTo: all\n\n{ARTICLE}",
        f"From Stenness Mon came the news.\n{ARTICLE}",
        f"[Photo: the harbour]\n\n{ARTICLE}",
        f"{{{ARTICLE}}}",
        f"<html><body><feed>{ARTICLE}</feed></body></html>",
        "[" * 100_000,
        "",
    ],
)
def test_what_only_begins_alike_is_read(text: str) -> None:
    """Headers that are copied with an article, brackets and braces stay text."""
    assert why_no_article(text) is None
