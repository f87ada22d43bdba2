"""What a page's own marks tell: captions, credits, standfirsts, bylines and dates by tag, class and microdata.

Every marked element is placed on the page's letters and digits, a coordinate that survives whatever a main-text
extractor does to white space and punctuation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from variorum.model.report import Role

_SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "select",
        "textarea",
        "button",
        "object",
        "head",
        "math",
    )
)
"""Elements whose text is never shown as part of an article, or is code."""

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])|wp-caption-text|(?:image|photo|picture|figure)\w{0,12}caption|image-?credit|photo-?credit|media-?credit|image__(?:caption|credit)",
    re.I,
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?(?:title|headline|heading|head)|article-?(?:summary|intro|lead|excerpt|description))(?:$|[\s_-])",
    re.I,
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author-?(?:name|info)?|authors|contributor)(?:$|[\s_-])", re.I)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date-?line|timestamp|pub-?date|publish(?:ed)?-?(?:date|time)?|updated?-?(?:date|time)?|article-?date|post-?date)(?:$|[\s_-])",
    re.I,
)
_LONGEST: dict[Role, int] = {"caption": 120, "standfirst": 80, "byline": 30, "update": 30, "title": 40}
"""Words: a marked element that holds more is a container of something else."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An element whose marks tell a role, with its place in the page's letters and digits."""

    start: int
    end: int
    text: str
    role: Role


def survey(tree: HtmlElement) -> tuple[str, list[Marked]]:
    """Return the page's letters and digits in reading order, and its marked elements placed on them."""
    parts: list[str] = []
    length = 0
    open_marks: list[tuple[HtmlElement, Role, int]] = []
    marked: list[Marked] = []
    silent: HtmlElement | None = None
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            if silent is None and node.tag in _SILENT:
                silent = node
            role = _role_of_marks(node) if silent is None else None
            if role is not None and not any(role == known for _, known, _ in open_marks):
                open_marks.append((node, role, length))
            added = "" if silent is not None else bare(node.text)
        else:
            if open_marks and open_marks[-1][0] is node:
                _, role, start = open_marks.pop()
                text = _shown_text(node)
                if text and length > start and len(text.split()) <= _LONGEST[role]:
                    marked.append(Marked(start, length, text, role))
            if silent is node:
                silent = None
            added = "" if silent is not None or node is tree else bare(node.tail)
        parts.append(added)
        length += len(added)
    return "".join(parts), sorted(marked, key=lambda mark: (mark.start, -mark.end))


def _role_of_marks(node: HtmlElement) -> Role | None:
    """Return the role that an element's tag, class or microdata states, None when they state none."""
    if not isinstance(node.tag, str):
        return None
    if node.tag == "figcaption":
        return "caption"
    if node.tag == "h1":
        return "title"
    if node.tag in ("html", "body", "article", "main", "section", "figure", "img", "ul", "ol"):
        return None
    marks = f"{node.get('class') or ''} {node.get('itemprop') or ''} {node.get('rel') or ''}"
    if node.tag == "time":
        return "update"
    for pattern, role in _BY_MARKS:
        if pattern.search(marks):
            return role
    return None


_BY_MARKS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (_CAPTION, "caption"),
    (_STANDFIRST, "standfirst"),
    (_BYLINE, "byline"),
    (_DATE, "update"),
)


def _shown_text(element: HtmlElement) -> str:
    """Return an element's visible text with single spaces."""
    parts: list[str] = []
    silent: HtmlElement | None = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if silent is None and node.tag in _SILENT:
                silent = node
            parts.append(node.text or "" if silent is None else "")
        else:
            if silent is node:
                silent = None
            parts.append(node.tail or "" if silent is None and node is not element else "")
    return " ".join("".join(parts).split())


def bare(text: str | None) -> str:
    """Return the letters and digits of a text, the coordinate on which marks are placed."""
    return re.sub(r"[\W_]+", "", text or "")
