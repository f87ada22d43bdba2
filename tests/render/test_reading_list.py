"""One report's claims as a list to read."""

from __future__ import annotations

from datetime import date

import numpy as np

from variorum.model import (
    AnnotatedReport,
    Attribution,
    Claim,
    Entity,
    Mention,
    Moment,
    Publication,
    Quantity,
    Report,
    Segment,
    Span,
)
from variorum.render.reading_list import to_reading_list

TEXT = "Dam\x1b[31m holds\n\nThe mayor told Norradio at least 12 gates would open by June."
REPORT = Report(
    "dam", "dam.txt", TEXT, (Segment(0, 14, "title"), Segment(16, len(TEXT), "body")), "0" * 64,
    outlet="The Weir", title="Dam holds", published=Publication(date(2031, 5, 14), basis="stated"),
)  # fmt: skip


def span(words: str) -> Span:
    """Return where the words stand in the report."""
    return Span("dam", TEXT.index(words), TEXT.index(words) + len(words))


def listed(*claims: Claim) -> list[str]:
    """Return the lines of the list of these claims."""
    mayor = Entity("e1", "person", "Ilse Brandt", ("Ilse Brandt",), (Mention(span("The mayor"), "nominal"),))
    vectors = np.zeros((len(claims), 2), dtype=np.float32)
    return to_reading_list([AnnotatedReport(REPORT, (mayor,), (), claims, vectors)]).splitlines()


def test_a_claim_shows_all_that_was_made_of_it() -> None:
    """Place and words on one line; voice, words that show it, channel, certainty, days and numbers on the next."""
    gates = span("at least 12 gates would open by June")
    given = Attribution("e1", span("The mayor"), "the mayor", span("told"), "indirect", ("Norradio",), "a letter")
    claim = Claim(
        "dam.c1", gates, span("open"), "open", "expected", span("would"), given,
        Moment(date(2031, 6, 1), date(2031, 6, 30), "month", open_start=True), True,
        quantities=(Quantity(span("at least 12"), 12.0, None, "at_least", None, "gate"),),
    )  # fmt: skip
    lines = listed(claim)
    assert lines[:3] == ["The Weir · 14 May 2031 (stated)", "Dam holds", lines[2]]
    assert lines[2] == "dam.txt: 1 claim, 1 of them given to 1 voice; 0 passages set aside"
    assert lines[4] == f"[L3 {gates.start}-{gates.end}] at least 12 gates would open by June"
    assert lines[5].strip() == (
        "Ilse Brandt via Norradio in a letter (indirect, “The mayor”, “told”) · expected (“would”) · "
        "until June 2031 (named elsewhere in the sentence) · “at least 12” = at least 12 gate"
    )


def test_a_clause_inside_another_is_indented_and_control_characters_are_gone() -> None:
    """Two spaces for each claim that holds it; nothing that a terminal would obey is printed."""
    outer = Claim("dam.c1", Span("dam", 0, 14), Span("dam", 9, 14), "hold", "asserted", segment="title")
    inner = Claim("dam.c2", Span("dam", 9, 14), Span("dam", 9, 14), "hold", "asserted", parent="dam.c1")
    lines = listed(outer, inner)
    assert lines[4] == "[L1 0-14] Dam [31m holds"
    assert lines[5].strip() == "title · stated as fact"
    assert lines[6] == "  [L1 9-14] holds"
    assert not [c for line in lines for c in line if ord(c) < 32]


def test_no_report_is_an_empty_text() -> None:
    """Nothing is printed for nothing."""
    assert to_reading_list([]) == ""
