"""Passages in quotation marks, over paragraphs too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.annotate.tree import Tree

_PAIRS = {"“": "”", "„": "”", "«": "»", "‘": "’"}
_MEANING = re.compile(
    r"\b(?:means?|meaning|meant|translat\w+|entitled|titled|dubbed|headlined|reading|stands? for)(?:\s\w+){0,2}\W*$",
    re.IGNORECASE,
)
"""Words before a quotation that is a gloss or a title and nobody's speech."""
_SPOKEN_END = frozenset(",.?!…")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks inside one paragraph.

    Attributes:
        start: First token inside the marks.
        end: Token behind the last one inside the marks.
        opens: True when nothing but the mark stands before it in its paragraph.
        closed: False when the paragraph ends before the marks close, as where a quotation goes on in the next.
        paragraph: Number of its paragraph.
        statement: True for what reads as speech: ends as a sentence or a clause does inside the marks, or holds a verb
            and four words or more; false for a scare quote, a title or a term.
    """

    start: int
    end: int
    opens: bool
    closed: bool
    paragraph: int
    statement: bool


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the character ranges of the text's lines that are not blank."""
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def find_quotes(tree: Tree) -> tuple[Quote, ...]:
    """Return the quotations of a report in order; a quotation inside another one is not listed by itself."""
    found: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs(tree.report.text)):
        for first, last, closed in _marked(tree.report.text, start, end):
            tokens = tree.tokens_in(first, last)
            if not any(tree.is_word(token) for token in tokens):
                continue
            before = tree.report.text[start : first - 1].strip()
            spoken = _is_statement(tree, tokens) and _MEANING.search(before) is None
            found.append(Quote(tokens.start, tokens.stop, not before, closed, number, spoken))
    return tuple(found)


def _marked(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (first offset inside the marks, offset of the closing mark, closed) of one paragraph's quotations.

    Straight double marks open and close by turns; straight single ones count only where a paragraph has no double
    mark, since they are apostrophes most of the time.
    """
    line = text[start:end]
    at = 0
    singles = not any(mark in line for mark in '"“”„«')
    while at < len(line):
        mark = line[at]
        close = -1
        if mark == '"':
            close = _first_of(line, at + 1, '"”')
        elif mark in _PAIRS and (mark != "‘" or singles):
            close = _closing(line, at, _PAIRS[mark])
            straight = line.find('"', at + 1) if mark == "“" else -1
            if straight >= 0 and (close < 0 or line.find("“", at + 1, close) > straight):
                close = straight  # opened by a curly mark, closed by a straight one
        elif mark == "'" and singles and _opens_single(line, at):
            close = _closing(line, at, "'")
            if close < 0:
                at += 1
                continue
        else:
            at += 1
            continue
        yield start + at + 1, start + (close if close >= 0 else len(line)), close >= 0
        at = close + 1 if close >= 0 else len(line)


def _first_of(line: str, start: int, marks: str) -> int:
    return min((found for mark in marks if (found := line.find(mark, start)) >= 0), default=-1)


def _opens_single(line: str, at: int) -> bool:
    before = line[at - 1] if at else " "
    return not before.isalnum() and at + 1 < len(line) and line[at + 1].isalnum()


def _closing(line: str, at: int, mark: str) -> int:
    """Return the offset of the mark that closes the quotation opened at `at`, -1 for none; apostrophes are passed."""
    for here in range(at + 1, len(line)):
        if line[here] != mark:
            continue
        after = line[here + 1] if here + 1 < len(line) else " "
        if mark in "’'" and (after.isalnum() or (line[here - 1] == "s" and _opens_later(line, here, mark))):
            continue
        return here
    return -1


def _opens_later(line: str, at: int, mark: str) -> bool:
    """Tell whether the mark after an s is a plural's apostrophe: another closing mark comes before any opening one."""
    rest = line[at + 1 :]
    close = rest.find(mark)
    opening = rest.find("‘" if mark == "’" else " '")
    return close > 0 and not (0 <= opening < close) and rest[close - 1] in _SPOKEN_END


def _is_statement(tree: Tree, tokens: range) -> bool:
    words = [token for token in tokens if tree.is_word(token)]
    if not words:
        return False
    last = tree.reading.words[tokens[-1]][-1]
    behind = tree.report.text[tree.ends[tokens[-1]] :][:2]
    ends = last in _SPOKEN_END or (len(behind) > 1 and behind[1] in ",.")
    verb = any(tree.upos(token) in ("VERB", "AUX") for token in words)
    return (
        (verb and len(words) >= 4) or (last in _SPOKEN_END and len(words) >= 3) or (ends and verb and len(words) >= 3)
    )
