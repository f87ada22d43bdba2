"""Voices with what is given to them, and quotations in several wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Entity, Quotation, Span
from variorum.render.index import DossierIndex
from variorum.render.lines import Line, ReportView
from variorum.render.wording import WordingPiece, compare_wordings


@dataclass(frozen=True, slots=True)
class QuotationView:
    """A quotation with its wordings, the base first."""

    quotation: Quotation
    wordings: tuple[tuple[Line, tuple[WordingPiece, ...]], ...]

    @property
    def across(self) -> bool:
        """True when several reports give it: these are what the reader compares."""
        return len({line.report.index for line, _ in self.wordings}) > 1


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A voice with all that is given to it.

    Attributes:
        entity: None for a voice that no report names.
        name: Its fullest name, or the words that stand for it; empty when there are none.
        reports: The reports that give it something to say.
        statements: What is given to it and stands in no quotation of several wordings.
        quotations: Its words that stand in several wordings.
    """

    entity: Entity | None
    name: str
    reports: tuple[ReportView, ...]
    statements: tuple[Line, ...]
    quotations: tuple[QuotationView, ...]


def quotation_views(index: DossierIndex) -> list[QuotationView]:
    """Return the quotations with their wordings laid against the longest."""
    views = []
    for quotation in index.dossier.quotations:
        pieces = compare_wordings([index.dossier.passage(span) for span in quotation.words])
        lines = [index.line(claim_id) for claim_id in quotation.variants]
        views.append(QuotationView(quotation, tuple(zip(lines, pieces, strict=True))))
    return views


def voice_views(index: DossierIndex) -> list[VoiceView]:
    """Return every voice, those that most reports quote first; voices without a name come last."""
    quotations = quotation_views(index)
    said: dict[str, list[Line]] = {}
    for claim in index.dossier.claims:
        if claim.attribution is None:
            continue
        key = claim.attribution.voice or f"\0{(claim.attribution.text or '').casefold()}"
        said.setdefault(key, []).append(index.line(claim.id))
    views = []
    for key, lines in said.items():
        entity = index.entities.get(key)
        own = tuple(view for view in quotations if entity and view.quotation.voice == entity.id and view.across)
        words = [span for view in own for span in view.quotation.words]
        outer = _outermost([line for line in lines if not _stands_in(line, words)])
        statements = tuple(index.lines(line.claim.id for line in outer))
        reports = tuple(index.reports_of(line.claim.id for line in lines))
        views.append(VoiceView(entity, entity.name if entity else lines[0].voice or "", reports, statements, own))
    return sorted(views, key=lambda view: (view.entity is None, -len(view.reports), -len(view.statements), view.name))


def _stands_in(line: Line, words: Sequence[Span]) -> bool:
    """Tell whether at least half of a statement is shown in a quotation of the same card."""
    return any(2 * span.overlap(line.claim.span) >= len(line.claim.span) for span in words)


def unvoiced_quotations(index: DossierIndex, voices: Sequence[VoiceView]) -> list[QuotationView]:
    """Return the quotations that stand with no voice, so that none is lost."""
    shown = {view.quotation.id for voice in voices for view in voice.quotations}
    return [view for view in quotation_views(index) if view.quotation.id not in shown]


def _outermost(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Drop statements that another of the same voice holds whole: one line shows both."""
    kept = [
        line
        for line in lines
        if not any(
            other is not line
            and other.claim.span.contains(line.claim.span)
            and (len(other.claim.span), other.claim.id) > (len(line.claim.span), line.claim.id)
            for other in lines
        )
    ]
    return tuple(kept)
