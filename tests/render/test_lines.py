"""A line's words, cut where marks begin and end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import Span
from variorum.render.lines import Piece, cut

TEXT = "The bridge at Tarn Mill stays shut."
SPANS = st.builds(
    lambda report, start, length: Span(report, start, min(start + length, len(TEXT))),
    st.sampled_from(["almery", "almery", "other"]),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, len(TEXT)),
)


def test_a_mark_is_cut_out_of_its_line() -> None:
    """The words before a mark, the mark and the words behind it are three pieces."""
    assert cut(TEXT, Span("almery", 4, 23), [Span("almery", 14, 18)]) == (
        Piece("bridge at "),
        Piece("Tarn", marked=True),
        Piece(" Mill"),
    )


@given(span=SPANS, marks=st.lists(SPANS, max_size=5))
@settings(deadline=None, max_examples=200)
def test_each_character_is_marked_if_a_mark_holds_it(span: Span, marks: list[Span]) -> None:
    """The pieces are the passage, each character marked as it should be, and no two neighbours are alike."""
    pieces = cut(TEXT, span, marks)
    assert "".join(piece.text for piece in pieces) == TEXT[span.start : span.end]
    flags = [piece.marked for piece in pieces for _ in piece.text]
    assert flags == [any(m.overlap(Span(span.report, i, i + 1)) for m in marks) for i in range(span.start, span.end)]
    assert all(a.marked != b.marked for a, b in pairwise(pieces))
