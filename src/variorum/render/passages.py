"""Reports' texts with an address at every passage that a line can point to."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from variorum.model import Dossier, Report, Segment, Span
from variorum.render.index import DossierIndex

_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")
_UNPAIRED = re.compile("[\ud800-\udfff]")


class Addresses:
    """The address on the page of every passage that may be pointed to.

    A passage's address is `r-REPORT-START`. Where several begin at one character,
    the longest has that address and the others end in `.END`.
    """

    def __init__(self, index: DossierIndex) -> None:
        """Give every passage of a dossier that any section shows its address."""
        self._ids: dict[Span, str] = {}
        self._by_report: dict[str, list[Span]] = {report.id: [] for report in index.dossier.reports}
        taken: set[tuple[str, int]] = set()
        for span in sorted(set(_shown_spans(index)), key=lambda span: (span.report, span.start, -span.end)):
            slug = index.reports[span.report].slug
            shared = (span.report, span.start) in taken
            taken.add((span.report, span.start))
            self._ids[span] = f"r-{slug}-{span.start}" + (f".{span.end}" if shared else "")
            self._by_report[span.report].append(span)

    def of(self, span: Span) -> str:
        """Return a passage's address; KeyError for one that no section shows."""
        return self._ids[span]

    def __contains__(self, span: Span) -> bool:
        return span in self._ids

    def in_report(self, report_id: str) -> list[Span]:
        """Return the report's addressed passages, by start, longest first."""
        return self._by_report[report_id]


def _shown_spans(index: DossierIndex) -> Iterator[Span]:
    dossier: Dossier = index.dossier
    for claim in dossier.claims:
        yield claim.span
    for aside in dossier.set_aside:
        yield aside.span
    for copy in dossier.copies:
        yield copy.first
        yield copy.second
    for quotation in dossier.quotations:
        yield from quotation.words
    for entity in dossier.entities:
        for role in entity.roles:
            span = index.locate(role)
            if span is not None:
                yield span
    for report in dossier.reports:
        yield from report.published.evidence
        title = title_span(report)
        if title is not None:
            yield title


def title_span(report: Report) -> Span | None:
    """Return where the headline stands in the text; None when it comes from elsewhere or there is none."""
    start = report.text.find(report.title) if report.title else -1
    return Span(report.id, start, start + len(report.title)) if report.title and start >= 0 else None


def report_blocks(report: Report, addresses: Addresses) -> list[tuple[Segment, Markup]]:
    """Return each block of a report's text with its passages wrapped.

    Wrapped passages nest: one that crosses another's end is cut there, and its first part has the address.
    The text inside a block is the report's, character for character, so that offsets can be counted in the page.
    """
    spans = addresses.in_report(report.id)
    blocks = []
    for block in _blocks(report):
        inside = [
            (
                max(span.start, block.start),
                min(span.end, block.end),
                addresses.of(span) if span.start >= block.start else "",
            )
            for span in spans
            if span.start < block.end and span.end > block.start
        ]
        blocks.append((block, _wrapped(report.text, block, inside)))
    return blocks


def _blocks(report: Report) -> Iterator[Segment]:
    """Yield the segments, and whatever text no segment holds as a body block of its own."""
    position = 0
    for segment in (*report.segments, None):
        end = segment.start if segment else len(report.text)
        gap = report.text[position:end]
        if gap.strip():
            yield Segment(position, end, "body")
        if segment:
            yield segment
            position = max(position, segment.end)


def _wrapped(text: str, block: Segment, spans: Iterable[tuple[int, int, str]]) -> Markup:
    queue = [(start, -end, address) for start, end, address in spans]
    heapq.heapify(queue)
    parts: list[str] = []
    ends: list[int] = []
    position = block.start
    while queue or ends:
        if ends and (not queue or ends[-1] <= queue[0][0]):
            parts += [escape_text(text[position : ends[-1]]), "</span>"]
            position = ends.pop()
            continue
        start, minus_end, address = heapq.heappop(queue)
        end = -minus_end
        if ends and end > ends[-1]:
            heapq.heappush(queue, (ends[-1], minus_end, ""))
            end = ends[-1]
        parts += [escape_text(text[position:start]), f'<span id="{escape(address)}">' if address else "<span>"]
        position = start
        ends.append(end)
    parts.append(escape_text(text[position : block.end]))
    return Markup("".join(parts))  # every part is escaped or made here


def escape_text(text: str) -> str:
    """Escape a passage so that a browser's text has the same number of characters.

    Browsers turn a carriage return into a line feed, and two of them into one, unless it is written
    as a reference; they drop a null, and a lone surrogate cannot be written in UTF-8 at all.
    """
    return _UNPRINTABLE.sub("\ufffd", str(escape(text))).replace("\r", "&#13;")


def writable(text: str) -> str:
    """Return a drawn page that can be written as UTF-8: unpaired surrogates, as in odd file names, become U+FFFD."""
    return _UNPAIRED.sub("\ufffd", text)
