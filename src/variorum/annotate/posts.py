"""Posts of social networks as pages carry them: the words, a dash, a name and its handle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.annotate.contents import trim
from variorum.annotate.passage import Passage
from variorum.annotate.quotes import Quote, paragraphs
from variorum.annotate.saying import Saying
from variorum.annotate.sources import first_noun
from variorum.annotate.tree import Tree

_SIGNED = re.compile(r"\s+[—–-]{1,2}\s*(?P<name>[^()\n—–]{2,60}?)\s*\(@\w+\)")


def unsigned(tree: Tree, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return the passages that are no part of a post's signature: its name, its handle and its day tell nothing."""
    signed = [tree.tokens_in(match.start("name"), match.endpos) for _, match in _signatures(tree)]
    return tuple(p for p in passages if not any(s.start <= p.start and p.end <= s.stop for s in signed))


def find_posts(tree: Tree) -> tuple[tuple[Saying, Quote], ...]:
    """Return each signed post of the report, as a saying and as the quotation that its words are."""
    found: list[tuple[Saying, Quote]] = []
    for number, match in _signatures(tree):
        name, said = tree.tokens_in(*match.span("name")), tree.tokens_in(match.pos, match.start())
        run = trim(tree, said.start, said.stop) if name else None
        if run is None or run[1] - run[0] < 3:
            continue
        source = (name.start, name.stop)
        saying = Saying((run,), first_noun(tree, *source), source, kind="quoted")
        found.append((saying, Quote(run[0], run[1], True, True, number, True)))
    return tuple(found)


def _signatures(tree: Tree) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the signature of each paragraph that has one, searched between its ends, with the paragraph's number."""
    for number, (start, end) in enumerate(paragraphs(tree.report.text)):
        match = _SIGNED.search(tree.report.text, start, end)
        if match is not None:
            yield number, match
