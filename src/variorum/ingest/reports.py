"""Bytes or a pasted text to a report: what kind it is, its kept text, its segments, its particulars."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import PurePath
from typing import Literal

from anyascii import anyascii

from variorum.errors import EmptyInputError, NotTextError, TooLargeError
from variorum.ingest.decoding import LONGEST_TEXT, clean, decode, unpack
from variorum.ingest.foreign import why_no_article
from variorum.ingest.front_matter import split_front_matter
from variorum.ingest.kept import Kept, join_blocks
from variorum.ingest.languages import language_of
from variorum.ingest.markdown import looks_like_markdown, read_markdown
from variorum.ingest.particulars import Particulars, read_particulars
from variorum.ingest.segments import segment_text
from variorum.model.report import Publication, Report

Kind = Literal["text", "markdown", "page"]

_SUFFIX = re.compile(r"\.(?:txt|text|md|markdown|html?|xhtml)$", re.IGNORECASE)
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|article|section|body|table|ul|li|meta|script|title)\b[^<>]*>", re.IGNORECASE
)


def report_from_bytes(data: bytes, source: str, *, published: date | None = None, outlet: str | None = None) -> Report:
    """Return the report that a file's bytes hold.

    Args:
        data: The bytes as they are on disk: text, Markdown or HTML in any encoding, gzipped or not.
        source: The path or URL that they were read from; names the report, and hints at its kind.
        published: The report's day, if the user knows it; goes before what the source states.
        outlet: The report's outlet, if the user knows it; likewise.

    Raises:
        InputError: One of its four kinds, when the bytes cannot become a report.
    """
    text = decode(unpack(data, source), source)
    return _report(text, source, hashlib.sha256(data).hexdigest(), published, outlet)


def report_from_text(
    text: str, source: str = "text", *, published: date | None = None, outlet: str | None = None
) -> Report:
    """Return the report that a pasted text holds; arguments and errors as in `report_from_bytes`."""
    cleaned = clean(text)
    digest = hashlib.sha256(cleaned.encode("utf-8")).hexdigest()
    return _report(cleaned, source, digest, published, outlet)


def slug_of(source: str) -> str:
    """Return an id for a source: its name without folder and suffix, in ASCII, lower case, words joined by hyphens."""
    name = PurePath(re.sub(r"[?#].*$", "", source) if "://" in source else source).name or source
    name = re.sub(r"\.gz$", "", name, flags=re.IGNORECASE)
    stem = _SUFFIX.sub("", name)
    slug = re.sub(r"[^a-z0-9]+", "-", anyascii(stem).lower()).strip("-")[:60].strip("-")
    return slug or "report"


def kind_of(text: str, source: str) -> Kind:
    """Tell what a text is: by its content, and by the suffix of its source where the content leaves it open."""
    name = re.sub(r"\.gz$", "", source.lower())
    head = text[:50_000]
    if _PAGE_START.match(head):
        return "page"
    tags = len(_TAG.findall(head))
    if tags >= 1 and name.endswith((".html", ".htm", ".xhtml")):
        return "page"
    if tags >= 4 and head.lstrip().startswith("<"):
        return "page"
    if name.endswith((".md", ".markdown")) or looks_like_markdown(split_front_matter(text)[1]):
        return "markdown"
    return "text"


def _report(text: str, source: str, digest: str, published: date | None, outlet: str | None) -> Report:
    if not any(char.isalnum() for char in text):
        raise EmptyInputError(source, "nothing to read in it")
    foreign = why_no_article(text)
    if foreign is not None:
        raise NotTextError(source, foreign)
    kept = _kept(text, source)
    if not any(char.isalnum() for char in kept.text):
        raise EmptyInputError(source, "nothing to read in it but its front matter")
    if len(kept.text) > LONGEST_TEXT:
        raise TooLargeError(source, f"{len(kept.text):,} characters of text, more than the limit of {LONGEST_TEXT:,}")
    identity = slug_of(source)
    segments = segment_text(kept.text, kept.preset)
    told = read_particulars(kept.text, segments, identity)
    stated = kept.stated
    return Report(
        id=identity,
        source=source.encode("utf-8", "replace").decode("utf-8"),  # a file's name need not be text
        text=kept.text,
        segments=segments,
        sha256=digest,
        outlet=outlet or stated.outlet or told.outlet,
        title=told.title or stated.title,
        authors=stated.authors or told.authors,
        url=stated.url,
        published=_publication(published, kept, told),
        language=language_of(kept.text),
        agencies=told.agencies,
    )


def _kept(text: str, source: str) -> Kept:
    kind = kind_of(text, source)
    if kind == "page":
        from variorum.ingest.pages import read_page  # lxml and trafilatura load slowly, and text needs neither

        return read_page(text, source)
    stated, rest = split_front_matter(text)
    if kind == "markdown":
        return join_blocks(read_markdown(rest), stated)
    return Kept(rest, None, stated)


def _publication(given: date | None, kept: Kept, told: Particulars) -> Publication:
    """Return the day with the best basis: given, then stated by metadata, then stated in a line."""
    if given is not None:
        return Publication(given, None, "given")
    if kept.stated.day is not None:
        return Publication(kept.stated.day, kept.stated.at, "stated")
    return told.published
