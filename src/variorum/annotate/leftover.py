"""What was read and stands in no claim, with the reason: nothing of a report is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.model import Claim, Report, Role, SetAside, Span

_REASONS: dict[Role, str] = {
    "boilerplate": "not part of the report",
    "byline": "names the authors",
    "update": "dates the report",
}
_REST = "tells no happening of its own"


def set_aside(report: Report, claims: Sequence[Claim]) -> tuple[SetAside, ...]:
    """Return every run of the report's words that no claim holds, in order."""
    held = bytearray(len(report.text))
    for claim in claims:
        held[claim.span.start : claim.span.end] = b"\1" * len(claim.span)
    return tuple(_runs(report, held))


def _runs(report: Report, held: bytearray) -> Iterator[SetAside]:
    for line in re.finditer(r"[^\n]*\S[^\n]*", report.text):
        start, end = line.span()
        at = start
        while at < end:
            if held[at]:
                at += 1
                continue
            stop = at
            while stop < end and not held[stop]:
                stop += 1
            words = re.search(r"\w.*\w|\w", report.text[at:stop], re.DOTALL)
            if words:
                span = Span(report.id, at + words.start(), at + words.end())
                yield SetAside(span, _REASONS.get(report.role_at(span.start), _REST))
            at = stop
