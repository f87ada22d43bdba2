"""The article of a saved page as blocks: trafilatura's, or the lines of running text where it finds none."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from variorum.ingest.kept import Block

for _name in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # their notes on odd pages are not for our users

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


def article_blocks(tree: HtmlElement) -> list[Block]:
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


def paragraph_blocks(markup: str) -> list[Block]:
    """Return the lines of running text in a page that no parser finds an article in, by its block tags alone.

    A page's menus are lines of few words; when no line reads as a sentence there is no article.
    """
    text = _HIDDEN.sub(" ", markup)
    text = html.unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", text)))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    sentences = [line for line in lines if len(line.split()) >= 8 and re.search(r"[.!?。؟।][\"'”’»)]*$", line)]
    return [Block(line) for line in lines if len(line.split()) >= 4] if sentences else []
