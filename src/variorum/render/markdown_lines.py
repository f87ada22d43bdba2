"""Lines of a dossier as Markdown, each with its reference."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.model import Span
from variorum.render.citations import Citations
from variorum.render.index import DossierIndex
from variorum.render.labels import CERTAINTY_LABELS
from variorum.render.lines import Line
from variorum.render.markdown_text import escape_markdown, keep_edges, quoted
from variorum.render.voices import QuotationView
from variorum.render.wording import WordingPiece


class LineWriter:
    """Writes claims, cells and quotations, and numbers what they cite."""

    def __init__(self, index: DossierIndex) -> None:
        """Begin with nothing cited."""
        self.index = index
        self.citations = Citations(index)

    def line(self, line: Line) -> str:
        """Return one claim: its words, its reference, who says it, through whom, how surely."""
        words = "".join(f"**{escape_markdown(p.text)}**" if p.marked else keep_edges(p.text) for p in line.pieces)
        parts = [line.report.letter, *([escape_markdown(line.voice)] if line.voice else [])]
        parts += [f"via {escape_markdown(name)}" for name in line.via]
        if line.claim.certainty != "asserted":
            parts.append(CERTAINTY_LABELS[line.claim.certainty])
        return f"{quoted(words.strip())} [{self.citations.number(line.claim.span)}] ({', '.join(parts)})"

    def bullets(self, lines: Iterable[Line], indent: str = "") -> str:
        """Return lines as a list."""
        return "\n".join(f"{indent}- {self.line(line)}" for line in lines)

    def cell(self, line: Line) -> str:
        """Return a report's letter, how surely it tells a point, and where."""
        number = self.citations.number(line.claim.span)
        return f"{line.report.letter} {CERTAINTY_LABELS[line.claim.certainty]} [{number}]"

    def quotation(self, view: QuotationView) -> str:
        """Return a quotation's wordings, words that differ in italics, ‸ where words are left out."""
        entries = []
        for (line, pieces), span in zip(view.wordings, view.quotation.words, strict=True):
            words = "".join(_wording(piece) for piece in pieces)
            entries.append(f"- {words.strip()} [{self.citations.number(span)}] ({line.report.letter})")
        return f"One quotation in {len(entries)} wordings ({view.quotation.id}):\n\n" + "\n".join(entries)

    def cited(self, span: Span) -> str:
        """Return a passage in quotation marks with its reference."""
        words = escape_markdown(self.index.dossier.passage(span))
        return f"{quoted(words)} [{self.citations.number(span)}] ({self.index.reports[span.report].letter})"


def _wording(piece: WordingPiece) -> str:
    if piece.kind == "gap":
        return "‸"
    return f"*{escape_markdown(piece.text)}*" if piece.kind == "differs" else keep_edges(piece.text)
