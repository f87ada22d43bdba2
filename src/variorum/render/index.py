"""A dossier with its lookups: what every section needs to turn an id into a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from variorum.model import Claim, Dossier, Entity, Moment, Origin, Point, Report, Span
from variorum.render.labels import BASIS_LABELS, day_label
from variorum.render.palette import REPORT_COLOURS, report_letter

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as the page names it.

    Attributes:
        report: The report itself.
        index: Its place in the dossier, from 0.
        letter: "A", "B" ..., its own on the whole page.
        slug: Its id, safe inside an address.
        name: Outlet, or the report's id where no outlet can be told.
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


@dataclass(frozen=True)
class DossierIndex:
    """A dossier and its parts by id."""

    dossier: Dossier
    reports: dict[str, ReportView] = field(default_factory=dict)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.dossier.claims}

    @cached_property
    def points(self) -> dict[str, Point]:
        """Points by id."""
        return {point.id: point for point in self.dossier.points}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.dossier.origins}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.dossier.entities}

    def line(self, claim_id: str, marks: Iterable[Span] = ()) -> Line:
        """Return a claim as a line, with the parts of `marks` that lie in it marked."""
        claim = self.claims[claim_id]
        report = self.reports[claim.span.report]
        said = claim.attribution
        voice = None
        if said is not None:
            entity = self.entities.get(said.voice) if said.voice else None
            voice = entity.name if entity else said.text
        return Line(
            claim=claim,
            report=report,
            pieces=cut(report.report.text, claim.span, marks),
            voice=voice,
            via=said.via if said else (),
        )

    def lines(self, claim_ids: Iterable[str], marks: Sequence[Span] = ()) -> list[Line]:
        """Return claims as lines: the fullest of each report first, then what else each report has."""
        lines = [self.line(claim_id, marks) for claim_id in claim_ids]
        lines.sort(
            key=lambda line: (line.report.index, _fragmentary(line, bool(marks)), line.claim.span, line.claim.id)
        )
        turns: dict[int, int] = {}
        ranked = []
        for line in lines:
            turn = turns[line.report.index] = turns.get(line.report.index, -1) + 1
            ranked.append((turn, line.report.index, line))
        return [line for *_, line in sorted(ranked, key=lambda entry: entry[:2])]

    def reports_of(self, claim_ids: Iterable[str]) -> list[ReportView]:
        """Return the reports in which these claims stand, in the dossier's order, each once."""
        found = {self.claims[claim_id].span.report for claim_id in claim_ids}
        return [view for view in self.reports.values() if view.report.id in found]

    def moment_of(self, claim_ids: Iterable[str]) -> Moment | None:
        """Return the moment that most of the claims give, the earliest of several; None when none gives one."""
        moments = [moment for claim_id in claim_ids if (moment := self.claims[claim_id].moment)]
        return min(moments, key=lambda moment: (-moments.count(moment), moment), default=None)

    def locate(self, words: str) -> Span | None:
        """Return the first passage that holds exactly these words, None when no report does."""
        for view in self.reports.values():
            start = view.report.text.find(words) if words else -1
            if start >= 0:
                return Span(view.report.id, start, start + len(words))
        return None


def _fragmentary(line: Line, marked: bool) -> int:
    """Return how far a line is from a whole sentence with the value in it; 0 is best to be shown first."""
    unmarked = marked and not any(piece.marked for piece in line.pieces)
    length = len(line.claim.span)
    begun = line.text[:1].isupper() or not line.text[:1].isalnum()
    return 4 * unmarked + 2 * (line.claim.kind in ("nominal", "fragment")) + 2 * (not 30 <= length <= 280) + (not begun)


def cut(text: str, span: Span, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """Cut a passage's characters at the ends of marks; joined again they are the passage."""
    flags = [False] * len(span)
    for mark in marks:
        if mark.overlap(span):
            for offset in range(max(mark.start, span.start), min(mark.end, span.end)):
                flags[offset - span.start] = True
    pieces = []
    begin = 0
    for offset in range(1, len(span) + 1):
        if offset == len(span) or flags[offset] != flags[begin]:
            pieces.append(Piece(text[span.start + begin : span.start + offset], flags[begin]))
            begin = offset
    return tuple(pieces)


def index_dossier(dossier: Dossier) -> DossierIndex:
    """Give every report of a dossier its letter and name."""
    views: dict[str, ReportView] = {}
    slugs: set[str] = set()
    for index, report in enumerate(dossier.reports):
        letter = report_letter(index)
        slug = _UNSAFE.sub("-", report.id)
        if slug in slugs or not slug:
            slug = f"{slug}-{letter}"
        slugs.add(slug)
        published = report.published
        views[report.id] = ReportView(
            report=report,
            index=index,
            letter=letter,
            slug=slug,
            name=report.outlet or report.id,
            day=day_label(published.day) if published.day else None,
            basis=BASIS_LABELS[published.basis if published.day else "unknown"],
            words=len(report.text.split()),
        )
    return DossierIndex(dossier, views)
