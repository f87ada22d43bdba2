"""A page's markup, cut to what a parser takes in bounded time and depth.

Parsers compare every attribute of a tag with every other, follow every opened tag one level down and stop reading at
a depth of some hundred. What is cut here, no page shows to its readers; a page without any of it passes unchanged to
the character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from variorum.errors import TooLargeError
from variorum.ingest.decoding import LONGEST_TEXT

MOST_TAGS = 100_000
"""Opening tags: long live pages have some 30,000, and finding the main text takes a second for every 20,000 or so."""

MOST_TEXT = 10 * LONGEST_TEXT
"""Characters between tags, code and comments left out: menus and remarks are never nine times the longest article."""

DEEPEST = 80
"""Tags opened in one another, those left out that close by themselves; libxml2 gives up at 256 of all kinds."""

DEEPEST_TABLES = 8
"""Tables in one another: pages laid out by tables have some five, and each level is searched through once more for
every one around it. The rows of a deeper one become rows of the deepest that is kept."""

MOST_ATTRIBUTES = 64
"""Of one tag; the richest ones that content systems write have about 30."""

LONGEST_VALUE = 4_096
"""Characters of an attribute's value in a long tag; what is longer is a picture or a program, no name and no date."""

_LONG_TAG = 500  # characters: a shorter tag holds too few attributes to be slow
_MOST_LOOKED_AT = 4 * MOST_ATTRIBUTES

_ALONE = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_CLOSES_ITSELF = frozenset(("p", "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot"))
_CODE = {"script": re.compile("</script", re.I), "style": re.compile("</style", re.I), "!--": re.compile("-->")}

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]{0,40}|!--)")
_ATTRIBUTE = re.compile(r"[\s/]*(?P<name>[^\s=>/]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s>]*))?")


def bounded(markup: str, source: str) -> str:
    """Return markup without the attributes and the nesting that no page needs; the text between tags stays.

    Args:
        markup: HTML, however broken.
        source: Named in errors.

    Raises:
        TooLargeError: There are more than `MOST_TAGS` opening tags, or `MOST_TEXT` characters between tags.
    """
    nesting = _Nesting()
    endless: set[str] = set()  # code and comments that nothing closes are looked for once
    pieces: list[str] = []
    copied = seen = between = at = 0
    while (tag := _TAG.search(markup, at)) is not None:
        between += tag.start() - at
        name, opens = tag["name"].lower(), not tag["close"]
        at = tag.end()
        if name != "!--":
            at, cut = _end_of(markup, tag)
            shown = nesting.open(name) if opens else nesting.close(name)
            if cut is not None or not shown:
                pieces += [markup[copied : tag.start()], cut or "" if shown else ""]
                copied = at
            seen += opens
        if seen > MOST_TAGS:
            raise TooLargeError(source, f"a page of more than {MOST_TAGS:,} tags")
        if opens and name in _CODE and name not in endless:
            closing = _CODE[name].search(markup, at)
            endless |= {name} if closing is None else set()
            at = at if closing is None else closing.start()
    if between + len(markup) - at > MOST_TEXT:
        raise TooLargeError(source, f"a page of more than {MOST_TEXT:,} characters of text")
    return "".join([*pieces, markup[copied:]])


def _end_of(markup: str, tag: re.Match[str]) -> tuple[int, str | None]:
    """Return the offset behind a tag, and the tag without what is too much, None when nothing is."""
    end = markup.find(">", tag.end())
    end = len(markup) if end < 0 else end + 1
    quotes = [markup.count(quote, tag.end(), min(end, tag.end() + _LONG_TAG)) for quote in "\"'"]
    if end - tag.start() <= _LONG_TAG and not any(number % 2 for number in quotes):
        return end, None
    kept: list[str] = []
    at, number, left_out = tag.end(), 0, False
    while number < _MOST_LOOKED_AT and (attribute := _ATTRIBUTE.match(markup, at)) is not None:
        at, number = attribute.end(), number + 1
        if len(kept) < MOST_ATTRIBUTES and len(attribute["value"] or "") <= LONGEST_VALUE:
            kept.append(attribute.group().strip())
        else:
            left_out = True
    end = markup.find(">", at)  # a value may have held one of its own
    end = len(markup) if end < 0 else end + 1
    return end, " ".join([tag.group(), *kept]) + ">" if left_out else None


@dataclass(slots=True)
class _Nesting:
    """The tags that are open, outermost first, each with whether the parser is to see it."""

    tags: list[tuple[str, bool]] = field(default_factory=list)
    depth: int = 0
    tables: int = 0

    def open(self, name: str) -> bool:
        """Open a tag; tell whether it is within the depth that is kept."""
        if name in _ALONE or name in _CLOSES_ITSELF:
            return True
        shown = self.depth < DEEPEST and (name != "table" or self.tables < DEEPEST_TABLES)
        self.tags.append((name, shown))
        self.depth += shown
        self.tables += shown and name == "table"
        return shown

    def close(self, name: str) -> bool:
        """Close a tag with all that is still open inside it; tell whether its opening was kept."""
        for back in range(1, min(DEEPEST, len(self.tags)) + 1):
            if self.tags[-back][0] == name:
                shown = self.tags[-back][1]
                self.depth -= sum(kept for _, kept in self.tags[-back:])
                self.tables -= sum(kept for tag, kept in self.tags[-back:] if tag == "table")
                del self.tags[-back:]
                return shown
        return True  # nothing to close: the parser drops it
