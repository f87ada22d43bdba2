"""A report's text as units: its lines, or its paragraphs where lines were wrapped to a width."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERMINAL = re.compile(r"[.!?…。！？؟।][\"'”’»)\]\u200b-\u200f\u202a-\u202e\u2066-\u2069]*$")
_DOTS = re.compile(r"(?:\.\.\.|…)[\"'”’]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or a paragraph of wrapped lines, without the white space around it.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        text: Its characters, inner line ends included.
    """

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """Number of words between white space."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in a full stop, a question mark or the like, closing quotes aside."""
        return bool(_TERMINAL.search(self.text)) and not _DOTS.search(self.text)

    @property
    def title_case(self) -> float:
        """Share of its words of four letters and more that begin with a capital; 0.0 when it has none."""
        longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", self.text) if len(word) >= 4]
        return sum(word[0].isupper() for word in longer) / len(longer) if longer else 0.0

    @property
    def folded(self) -> str:
        """Its letters and digits in lower case, for comparing lines whatever their punctuation."""
        return " ".join(re.findall(r"\w+", self.text.lower()))


def split_units(text: str) -> list[Unit]:
    """Return the units of `text` in order: together they hold every character that is not white space."""
    lines = _spans(text, r"[^\n]+")
    blocks = _spans(text, r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
    return blocks if _is_wrapped(lines, blocks) else _continued(text, lines)


def _spans(text: str, pattern: str) -> list[Unit]:
    units = []
    for match in re.finditer(pattern, text):
        inner = match.group()
        start = match.start() + len(inner) - len(inner.lstrip())
        end = match.end() - len(inner) + len(inner.rstrip())
        if start < end:
            units.append(Unit(start, end, text[start:end]))
    return units


def _continued(text: str, lines: list[Unit]) -> list[Unit]:
    """Join a line that breaks off in mid-sentence at a mail's width with the next one, when that goes on in lower case.

    A short report has too few lines to tell that all of it was wrapped; each break can still tell for itself.
    """
    units: list[Unit] = []
    for line in lines:
        last = units[-1] if units else None
        if last and _goes_on(last.text.rpartition("\n")[2], line.text) and text[last.end : line.start].count("\n") == 1:
            units[-1] = Unit(last.start, line.end, text[last.start : line.end])
        else:
            units.append(line)
    return units


def _goes_on(line: str, following: str) -> bool:
    return 45 <= len(line) <= 110 and not _TERMINAL.search(line.rstrip()) and following[:1].islower()


def _is_wrapped(lines: list[Unit], blocks: list[Unit]) -> bool:
    """Tell whether lines were broken to a width, as in mail: most lines inside paragraphs end in mid-sentence."""
    inner = [line for block in blocks for line in block.text.split("\n")[:-1]]
    if len(inner) < 6 or len(inner) * 2 < len(lines):
        return False
    unfinished = sum(not _TERMINAL.search(line.rstrip()) for line in inner)
    widths = sorted(len(line) for line in inner)
    middle = widths[len(widths) // 2]
    return unfinished * 4 >= len(inner) * 3 and 45 <= middle <= 100 and widths[-1] <= 110
