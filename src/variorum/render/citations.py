"""Numbered references, in the order in which lines are first shown."""

from __future__ import annotations

from variorum.model import Span
from variorum.render.index import DossierIndex
from variorum.render.lines import ReportView


class Citations:
    """Numbers passages as they are cited; one passage keeps its number. Used once for one document."""

    def __init__(self, index: DossierIndex) -> None:
        """Begin with nothing cited."""
        self._index = index
        self._numbers: dict[Span, int] = {}

    def number(self, span: Span) -> int:
        """Return the passage's number, the next one when it is cited for the first time."""
        return self._numbers.setdefault(span, len(self._numbers) + 1)

    def notes(self) -> list[tuple[int, Span, ReportView, str]]:
        """Return number, passage, report and quoted words of all that was cited so far."""
        return [
            (number, span, self._index.reports[span.report], self._index.dossier.passage(span))
            for span, number in self._numbers.items()
        ]
