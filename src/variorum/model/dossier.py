"""The dossier: all that was found, each line with its passages."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.claim import Claim
from variorum.model.comparison import Conflict, Coverage, Development, Quotation, TimelineEntry
from variorum.model.entity import Entity
from variorum.model.moment import TimeExpression
from variorum.model.point import CopiedPassage, Origin, Point, Transmission, WeighedPair
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.model.story import SetAside


@dataclass(frozen=True, slots=True)
class Generator:
    """What made a dossier: the program's name and version, and the network's release."""

    name: str
    version: str
    reader: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Several reports of one event, laid side by side.

    Every part is a tuple in an order that does not hang on the order of input:
    reports by id, claims by report and position, points by coverage.

    Attributes:
        open: Ids of claims that look ahead and whose outcome no report tells.
        pairs: Claims that were weighed against each other: for each claim of a point of several the one that it
            goes with best, and for each point the nearest claims that stayed outside.
    """

    generator: Generator
    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    claims: tuple[Claim, ...]
    points: tuple[Point, ...]
    origins: tuple[Origin, ...]
    transmissions: tuple[Transmission, ...]
    copies: tuple[CopiedPassage, ...]
    conflicts: tuple[Conflict, ...]
    developments: tuple[Development, ...]
    open: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    timeline: tuple[TimelineEntry, ...]
    coverage: tuple[Coverage, ...]
    set_aside: tuple[SetAside, ...]
    pairs: tuple[WeighedPair, ...] = ()

    def passage(self, span: Span) -> str:
        """Return the characters of `span`; KeyError when no report has its id."""
        for report in self.reports:
            if report.id == span.report:
                return report.passage(span)
        raise KeyError(span.report)

    def to_json(self) -> str:
        """Return the dossier as JSON text, as docs/dossier.md describes it; equal dossiers give equal bytes."""
        from variorum.model.codec import to_json  # the codec knows every part, this one included

        return to_json(self)
