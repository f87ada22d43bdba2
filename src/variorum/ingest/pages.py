"""Saved web pages: the main text by trafilatura, with titles, captions and credits typed instead of dropped.

trafilatura finds the paragraphs of the article; the page's own marks (`figcaption`, `h1`,
class names) find what it drops. Both are laid on one coordinate, the offset in the page's
letters and digits, so that a caption comes back to the place where a reader sees it.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from variorum.errors import EmptyInputError
from variorum.ingest.kept import Block, Kept, Stated, join_blocks
from variorum.ingest.metadata import read_metadata
from variorum.model.report import Role

for _name in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # their notes on odd pages are not for our users

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
    r"(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])|wp-caption-text|image-?credit|photo-?credit|media-?credit|image__(?:caption|credit)",
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


_HIDDEN = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|noscript|template|head|svg|select|textarea)\b.*?(?:</\1\s*>|$)", re.I | re.S
)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|section|article|nav|header|footer|aside|main|blockquote|figure)\b[^<>]*>",
    re.I,
)
_TAG = re.compile(r"<[/!a-z][^<>]*>", re.I)


_HARDLY_AN_ARTICLE = 80
"""Words: a notice, a teaser or a caption has fewer, and so have some short reports, which both modes then find."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """An element whose marks tell a role, with its place in the page's letters and digits."""

    start: int
    end: int
    text: str
    role: Role


def read_page(markup: str, source: str) -> Kept:
    """Return a saved page's article: its text, the roles that its marks tell, and its metadata.

    Args:
        markup: HTML, however broken; scripts are never run and never kept.
        source: Named in errors.

    Raises:
        EmptyInputError: The page holds no element with text, or no article could be found in it.
    """
    tree = _parse(markup, source)
    stated = read_metadata(tree)
    letters, marked = _survey(tree)
    blocks = _article(tree) or _paragraphs(markup)
    if not blocks:
        raise EmptyInputError(source, "no article text was found in the page")
    return join_blocks(_merge(blocks, letters, marked, stated), stated)


def _parse(markup: str, source: str) -> HtmlElement:
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)  # lxml refuses a str that declares an encoding
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyInputError(source, "no text was found in the page") from error
    return tree


def _article(tree: HtmlElement) -> list[Block]:
    """Return trafilatura's blocks of the article, empty when it finds none.

    Its precise mode is asked first; where that finds next to nothing, the usual one may find the article.
    """
    spare = deepcopy(tree)  # trafilatura works in the tree that it is given
    blocks = _extracted(tree, precise=True)
    count = _words(blocks)
    if count >= _HARDLY_AN_ARTICLE:
        return blocks
    others = _extracted(spare, precise=False)
    return others if _words(others) > max(_HARDLY_AN_ARTICLE, 2 * count) else blocks


def _extracted(tree: HtmlElement, *, precise: bool) -> list[Block]:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, favor_precision=precise, include_comments=False, with_metadata=False)
        body = getattr(document, "body", None)
    except Exception:  # a foreign parser on a foreign page: whatever it trips over, the page's paragraphs remain
        return []
    return [] if body is None else list(_walk_article(body))


def _words(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _walk_article(body: etree._Element) -> Iterator[Block]:
    """Yield the blocks of trafilatura's tree: headings typed, paragraphs open, quotations body."""
    for element in body:
        tag = element.tag
        if tag == "list":
            for item in element.iter("item"):
                yield Block(_inner_text(item))
        elif tag == "table":
            for row in element.iter("row"):
                yield Block(" | ".join(filter(None, (" ".join(_inner_text(cell).split()) for cell in row))))
        elif tag == "head":
            yield Block(_inner_text(element), "heading")
        elif tag == "quote":
            yield Block(_inner_text(element), "body")
        elif tag != "graphic":
            yield Block(_inner_text(element))


def _inner_text(element: etree._Element) -> str:
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append("\n" if node.tag in ("lb", "p", "item") else "")
            parts.append(node.text or "")
        elif node is not element:
            parts.append("\n" if node.tag in ("p", "item") else "")
            parts.append(node.tail or "")
    return "".join(parts).strip()


def _paragraphs(markup: str) -> list[Block]:
    """Return the lines of running text in a page that no parser finds an article in, by its block tags alone.

    A page's menus are lines of few words; when no line reads as a sentence there is no article.
    """
    text = _HIDDEN.sub(" ", markup)
    text = html.unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", text)))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    sentences = [line for line in lines if len(line.split()) >= 8 and re.search(r"[.!?。؟।][\"'”’»)]*$", line)]
    return [Block(line) for line in lines if len(line.split()) >= 4] if sentences else []


def _survey(tree: HtmlElement) -> tuple[str, list[_Marked]]:
    """Return the page's letters and digits in reading order, and its marked elements placed on them."""
    parts: list[str] = []
    length = 0
    open_marks: list[tuple[HtmlElement, Role, int]] = []
    marked: list[_Marked] = []
    silent: HtmlElement | None = None
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            if silent is None and node.tag in _SILENT:
                silent = node
            role = _role_of_marks(node) if silent is None else None
            if role is not None and not any(role == known for _, known, _ in open_marks):
                open_marks.append((node, role, length))
            added = "" if silent is not None else _bare(node.text)
        else:
            if open_marks and open_marks[-1][0] is node:
                _, role, start = open_marks.pop()
                text = _shown_text(node)
                if text and length > start and len(text.split()) <= _LONGEST[role]:
                    marked.append(_Marked(start, length, text, role))
            if silent is node:
                silent = None
            added = "" if silent is not None or node is tree else _bare(node.tail)
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


def _merge(blocks: list[Block], letters: str, marked: list[_Marked], stated: Stated) -> list[Block]:
    """Return the article's blocks and the marked elements around them in the page's order."""
    placed: list[tuple[int, int, Block]] = []
    at, reached = 0, 0
    for order, block in enumerate(blocks):
        key = _bare(block.text)[:60]
        found = letters.find(key, reached)
        if found < 0:
            found = letters.find(key)
        if key and found >= 0:
            at = found
            reached = max(reached, found)
        inside = next((mark for mark in marked if mark.start <= at < mark.end and found >= 0), None)
        covered = inside is not None and at + len(_bare(block.text)) <= inside.end + 20
        placed.append((at, order, Block(block.text, inside.role if inside and covered else block.role)))
    first = next((place for place, _, block in placed if block.role in (None, "body")), placed[0][0])
    last = placed[-1][0]
    kept = {_bare(block.text) for _, _, block in placed}
    title_at = max((mark.start for mark in marked if mark.role == "title" and mark.start <= first + 1), default=None)
    once: dict[Role, int] = {"title": 1, "standfirst": 1, "byline": 2, "update": 2}
    for mark in marked:
        floor = title_at if title_at is not None else first - 1500
        if not floor <= mark.start <= (last if mark.role == "caption" else first) or _bare(mark.text) in kept:
            continue
        if mark.role != "caption":
            if not once.get(mark.role, 0):
                continue
            once[mark.role] -= 1
        kept.add(_bare(mark.text))
        placed.append((mark.start, -1, Block(mark.text, mark.role)))
    ordered = [block for _, _, block in sorted(placed, key=lambda item: item[:2])]
    if stated.title and not any(block.role == "title" for block in ordered):
        ordered.insert(0, Block(stated.title, "title"))
    return ordered


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


def _bare(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", text or "")
