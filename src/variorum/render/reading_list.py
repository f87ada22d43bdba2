"""One report's claims as a list to read: the clause's own words, where they stand, and what was made of them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from variorum.model import AnnotatedReport, Claim, Moment, Quantity, Report, Span
from variorum.render.labels import BASIS_LABELS, CERTAINTY_LABELS, count_label, day_label, moment_label

_BOUND_WORDS = {"about": "about ", "at_least": "at least ", "at_most": "at most ", "more_than": "more than ",
                "less_than": "less than "}  # fmt: skip


def to_reading_list(reports: Sequence[AnnotatedReport]) -> str:
    """Return the claims of reports as plain text, a block a report, two lines a claim.

    The first line of a claim has its place and its words: `L4 210-268` is line 4 of the report's kept text, code
    points 210 to 268 of the whole, half-open. A claim inside another one's words is indented. The second line has the
    voice with the channels that it came through, how surely it is told, its days, and what it counts; a part that the
    text does not tell is left out.

    Args:
        reports: In the order to print them; none gives an empty text.

    Returns:
        The text, without control characters, ending in a line feed unless it is empty.
    """
    return "\n".join("\n".join([*_head(report), "", *_claims(report), ""]) for report in reports)


def line_of(report: Report, offset: int) -> int:
    """Return the number of the line of the report's text that holds an offset, from 1."""
    return report.text.count("\n", 0, offset) + 1


def _head(annotated: AnnotatedReport) -> Iterator[str]:
    report, claims = annotated.report, annotated.claims
    published = report.published
    day = f"{day_label(published.day)} ({BASIS_LABELS[published.basis]})" if published.day else "day unknown"
    yield _printable(f"{report.outlet or report.id} · {day}")
    if report.title:
        yield _printable(report.title)
    given = [claim for claim in claims if claim.attribution is not None]
    voices = {claim.attribution.text for claim in given if claim.attribution and claim.attribution.text}
    told = f"{count_label(len(claims), 'claim')}, {len(given)} of them given to {count_label(len(voices), 'voice')}"
    yield _printable(f"{report.source}: {told}; {count_label(len(annotated.set_aside), 'passage')} set aside")


def _claims(annotated: AnnotatedReport) -> Iterator[str]:
    report = annotated.report
    breaks = [at for at, character in enumerate(report.text) if character == "\n"]
    names = {entity.id: entity.name for entity in annotated.entities}
    depth: dict[str, int] = {}
    for claim in annotated.claims:
        depth[claim.id] = depth.get(claim.parent or "", -1) + 1
        place = f"L{bisect_right(breaks, claim.span.start) + 1} {claim.span.start}-{claim.span.end}"
        indent = "  " * depth[claim.id]
        yield f"{indent}[{place}] {_printable(report.passage(claim.span))}"
        yield f"{indent}    {_printable(' · '.join(_told(report, claim, names)))}"


def _told(report: Report, claim: Claim, names: dict[str, str]) -> Iterator[str]:
    if claim.segment != "body":
        yield claim.segment
    voice = voice_chain(report, claim, names)
    if voice is not None:
        yield voice
    cue = f" (“{report.passage(claim.certainty_cue)}”)" if claim.certainty_cue is not None else ""
    yield CERTAINTY_LABELS[claim.certainty] + cue
    if claim.moment is not None:
        yield when(claim.moment, inherited=claim.moment_inherited)
    for quantity in claim.quantities:
        yield how_many(report, quantity)


def voice_chain(report: Report, claim: Claim, names: dict[str, str]) -> str | None:
    """Return who a claim is given to, the words that say so, and the channels; None where the report itself speaks.

    Args:
        report: The claim's report.
        claim: Any claim of it.
        names: Names of the report's entities by id.
    """
    given = claim.attribution
    if given is None:
        return None
    name = names.get(given.voice or "") or given.text or "an unnamed voice"
    words = [_quoted(report, span, name) for span in (given.source, given.cue)]
    told = ", ".join([given.mode, *(word for word in words if word)])
    via = "".join(f" via {channel}" for channel in given.via)
    document = f" in {given.document}" if given.document else ""
    return f"{name}{via}{document} ({told})"


def _quoted(report: Report, span: Span | None, name: str) -> str | None:
    if span is None or report.passage(span) == name:
        return None
    return f"“{report.passage(span)}”"


def when(moment: Moment, *, inherited: bool) -> str:
    """Return the days of a claim, and whether it is its sentence that names them."""
    return moment_label(moment) + (" (named elsewhere in the sentence)" if inherited else "")


def how_many(report: Report, quantity: Quantity) -> str:
    """Return a quantity as its words with what they were read as: `“a dozen” = 12 people`."""
    ends = [f"{end:,.12g}" for end in (quantity.low, quantity.high) if end is not None]
    number = ends[0] if len(set(ends)) == 1 else " to ".join(ends)
    unit = " ".join(part for part in (quantity.unit, quantity.counted) if part)
    return f"“{report.passage(quantity.span)}” = {_BOUND_WORDS.get(quantity.bound, '')}{number} {unit}".rstrip()


def _printable(text: str) -> str:
    """Put text on one line, without characters that a terminal would obey or that hide."""
    shown = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join("".join(c for c in shown if unicodedata.category(c) not in ("Cf", "Cs", "Co")).split())
