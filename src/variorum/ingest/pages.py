"""Saved web pages: the main text by trafilatura, with titles, captions and credits typed instead of dropped.

trafilatura finds the paragraphs of the article (`page_article`); the page's own marks find what it drops
(`page_marks`). Both are laid on one coordinate, the offset in the page's letters and digits, so that a caption comes
back to the place where a reader sees it.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from variorum.errors import EmptyInputError
from variorum.ingest.kept import Block, Kept, Stated, join_blocks
from variorum.ingest.markup import bounded
from variorum.ingest.metadata import read_metadata
from variorum.ingest.page_article import article_blocks, paragraph_blocks
from variorum.ingest.page_marks import Marked, bare, survey
from variorum.model.report import Role


def read_page(markup: str, source: str) -> Kept:
    """Return a saved page's article: its text, the roles that its marks tell, and its metadata.

    Args:
        markup: HTML, however broken; scripts are never run and never kept.
        source: Named in errors.

    Raises:
        EmptyInputError: The page holds no element with text, or no article could be found in it.
        TooLargeError: It has more tags or more text than a page that people read.
    """
    markup = bounded(markup, source)
    tree = _parse(markup, source)
    stated = read_metadata(tree)
    letters, marked = survey(tree)
    blocks = article_blocks(tree) or paragraph_blocks(markup)
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


def _merge(blocks: list[Block], letters: str, marked: list[Marked], stated: Stated) -> list[Block]:
    """Return the article's blocks and the marked elements around them in the page's order."""
    placed: list[tuple[int, int, Block]] = []
    at, reached = 0, 0
    for order, block in enumerate(blocks):
        key = bare(block.text)[:60]
        found = letters.find(key, reached)
        if found < 0:
            found = letters.find(key)
        if key and found >= 0:
            at = found
            reached = max(reached, found)
        inside = next((mark for mark in marked if mark.start <= at < mark.end and found >= 0), None)
        covered = inside is not None and at + len(bare(block.text)) <= inside.end + 20
        placed.append((at, order, Block(block.text, inside.role if inside and covered else block.role)))
    first = next((place for place, _, block in placed if block.role in (None, "body")), placed[0][0])
    last = placed[-1][0]
    kept = {bare(block.text) for _, _, block in placed}
    title_at = max((mark.start for mark in marked if mark.role == "title" and mark.start <= first + 1), default=None)
    once: dict[Role, int] = {"title": 1, "standfirst": 1, "byline": 2, "update": 2}
    for mark in marked:
        floor = title_at if title_at is not None else first - 1500
        if not floor <= mark.start <= (last if mark.role == "caption" else first) or bare(mark.text) in kept:
            continue
        if mark.role != "caption":
            if not once.get(mark.role, 0):
                continue
            once[mark.role] -= 1
        kept.add(bare(mark.text))
        placed.append((mark.start, -1, Block(mark.text, mark.role)))
    ordered = [block for _, _, block in sorted(placed, key=lambda item: item[:2])]
    if stated.title and not any(block.role == "title" for block in ordered):
        ordered.insert(0, Block(stated.title, "title"))
    return ordered
