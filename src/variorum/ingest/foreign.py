"""Text that holds no article as it stands: feeds, mail, web archives, JSON.

Read as prose it would fill a dossier with addresses and headers, so each is refused with what to do instead.
"""

from __future__ import annotations

import json
import re

_HEAD = 20_000
"""Characters in which a file shows what it is."""

_PROLOGUE = r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*"
_FEED = re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF|opml)\b", re.DOTALL | re.IGNORECASE)
_SITEMAP = re.compile(_PROLOGUE + r"<(?:urlset|sitemapindex)\b", re.DOTALL | re.IGNORECASE)
_WEB_ARCHIVE = re.compile(r"WARC/\d")
_MAILBOX = re.compile(r"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d")
_HEADERS = re.compile(r"\s*((?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3,})")
_MACHINE_HEADERS = re.compile(r"^(?:MIME-Version|Message-ID|Received|Return-Path):", re.MULTILINE | re.IGNORECASE)
"""What a mail program writes and nobody pastes; "From", "Subject" and "Date" are copied with an article."""
_SAVED_PAGE = re.compile(r"^(?:Snapshot-Content-Location:|From: <Saved by)", re.MULTILINE | re.IGNORECASE)


def why_no_article(text: str) -> str | None:
    """Return what a text is that holds no article as it stands, and what to do instead; None for anything else.

    Args:
        text: A decoded file; its first characters and, for JSON, all of it count.
    """
    head = text[:_HEAD]
    if _FEED.match(head):
        return "a feed; save its articles as pages"
    if _SITEMAP.match(head):
        return "a list of addresses; save its articles as pages"
    if _WEB_ARCHIVE.match(head):
        return "a web archive; save its pages as .html"
    if _MAILBOX.match(head):
        return "a mailbox; save the text of each mail as .txt"
    headers = _HEADERS.match(head)
    if headers and _MACHINE_HEADERS.search(headers[1]):
        saved = _SAVED_PAGE.search(headers[1])
        return "a page saved as one file (MHTML); save it as .html" if saved else "a mail; save its text as .txt"
    return _why_json(text)


def _why_json(text: str) -> str | None:
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None  # "[Photo: the harbour]" begins an article
    if isinstance(found, dict) and str(found.get("schema", "")).startswith("variorum/"):
        return "written by Variorum, no report"
    return "JSON data, no article"
