"""A report: text, the role of each of its passages, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from variorum.model.span import Span

Role = Literal["title", "standfirst", "byline", "update", "caption", "heading", "boilerplate", "body"]
"""What a passage of a report is for, see docs/dossier.md: everything that is not `body` is marked."""

PublishedBasis = Literal["stated", "given", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a report's text with one role: a line, or a block of an HTML page.

    Segments of a report do not overlap, stand in order, and together hold every
    character that is not white space. Offsets are code points, half-open.
    """

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Publication:
    """The day that a report's own "today" counts from, and how it is known.

    Attributes:
        day: None when it is unknown.
        at: The moment with its zone where the source states one, else None.
        basis: `stated` by the report or its metadata, `given` by the user,
            `inferred` from what the texts say, or `unknown`.
        evidence: The passages that decided it; empty for metadata, `given` and `unknown`.
    """

    day: date | None = None
    at: datetime | None = None
    basis: PublishedBasis = "unknown"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's report, never changed after ingest.

    Attributes:
        id: Unique in a story and a slug of the source's name, so that it does not hang on the order of input.
        source: The path or URL that it was read from, as given.
        text: The kept text. All offsets in Variorum are code points of this string.
        segments: Roles of its passages, in order.
        sha256: Hex digest of the input's bytes.
        outlet: None when it cannot be told.
        title: The headline, verbatim; None when there is none.
        authors: Empty when none is named.
        url: None when it is not known.
        published: The report's own day.
        language: ISO 639-1 code, None when it cannot be told.
        agencies: Names of agencies that the report credits as a whole ("AP contributed", "(Reuters)").
    """

    id: str
    source: str
    text: str
    segments: tuple[Segment, ...]
    sha256: str
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: Publication = Publication()
    language: str | None = None
    agencies: tuple[str, ...] = ()

    def passage(self, span: Span) -> str:
        """Return the characters of `span`, which must belong to this report."""
        if span.report != self.id:
            raise ValueError(f"passage of {span.report} asked of {self.id}")
        return self.text[span.start : span.end]

    def role_at(self, offset: int) -> Role:
        """Return the role of the segment that holds `offset`, or the next one's; `body` past the end."""
        for segment in self.segments:
            if offset < segment.end:
                return segment.role
        return "body"
