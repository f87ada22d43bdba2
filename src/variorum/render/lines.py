"""What a line is made of: its report, and its words cut where marks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model import Claim, Report, Span
from variorum.render.palette import REPORT_COLOURS


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as the page names it.

    Attributes:
        report: The report itself.
        index: Its place in the dossier, from 0.
        letter: "A", "B" ..., its own on the whole page.
        slug: Its id, safe inside an address.
        name: Outlet, or the file or host that it was read from where no outlet can be told.
        day: "18 June 2024", or None when it is unknown.
        basis: How the day is known, in a word.
        words: Length of the text in words.
    """

    report: Report
    index: int
    letter: str
    slug: str
    name: str
    day: str | None
    basis: str
    words: int

    @property
    def colour(self) -> str:
        """Style class of its colour."""
        return f"r{self.index % len(REPORT_COLOURS)}"

    @property
    def link(self) -> str | None:
        """Its address on the web; None unless it is a plain http or https address."""
        url = self.report.url or ""
        return url if re.match(r"https?://[^\s]+$", url) else None

    @property
    def cited(self) -> str:
        """Outlet, headline and day, as far as they are known."""
        return ", ".join((self.name, self.titled))

    @property
    def titled(self) -> str:
        """Headline and day, as far as they are known."""
        return ", ".join(part for part in (self.report.title, self.day or "day unknown") if part)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage's characters; `marked` when it is what the line is about."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One claim as it is shown: verbatim words with their place, voice and certainty.

    Attributes:
        claim: The claim.
        report: Where it stands.
        pieces: Its words, verbatim and complete, cut where marks begin and end.
        voice: Who it is given to, by the fullest name; None when the report itself speaks.
        via: The channels, nearest to the report first.
    """

    claim: Claim
    report: ReportView
    pieces: tuple[Piece, ...]
    voice: str | None
    via: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(piece.text for piece in self.pieces)


def fragmentary(line: Line, marked: bool) -> int:
    """Return how far a line is from a whole sentence with the value in it; 0 is best to be shown first."""
    unmarked = marked and not any(piece.marked for piece in line.pieces)
    length = len(line.claim.span)
    begun = line.text[:1].isupper() or not line.text[:1].isalnum()
    return 4 * unmarked + 2 * (line.claim.kind in ("nominal", "fragment")) + 2 * (not 30 <= length <= 280) + (not begun)


def cut(text: str, span: Span, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """Cut a passage's characters at the ends of marks; joined again they are the passage."""
    start, end = span.start, span.end
    inside = sorted((max(m.start, start), min(m.end, end)) for m in marks if m.overlap(span))
    pieces: list[Piece] = []
    at = begin = start  # up to `at` all is cut or in the mark that began at `begin`
    for left, right in inside:
        if left > at:
            _add_pieces(pieces, text, begin, at, left)
            begin = left
        at = max(at, right)
    _add_pieces(pieces, text, begin, at, end)
    return tuple(pieces)


def _add_pieces(pieces: list[Piece], text: str, begin: int, middle: int, end: int) -> None:
    """Add the marked characters from `begin` to `middle` and the others from there to `end`, each if there are any."""
    if begin < middle:
        pieces.append(Piece(text[begin:middle], marked=True))
    if middle < end:
        pieces.append(Piece(text[middle:end]))


def told_again(lines: Sequence[Line]) -> list[bool]:
    """Tell for each line whether an earlier one of the same report shows at least half of its words already."""
    return [
        any(2 * other.claim.span.overlap(line.claim.span) >= len(line.claim.span) for other in lines[:place])
        for place, line in enumerate(lines)
    ]
