"""Quotations word against word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.render.wording import compare_wordings


def _kinds(wordings: list[str]) -> list[list[tuple[str, str]]]:
    return [[(piece.kind, piece.text) for piece in pieces] for pieces in compare_wordings(wordings)]


def test_differing_words_are_marked_in_both() -> None:
    """Words that another wording lacks are marked in the base, and the other's own words in the other."""
    base, other = _kinds(["We will never leave the valley", "We shall never leave the valley"])
    assert base == [("same", "We "), ("differs", "will"), ("same", " never leave the valley")]
    assert other == [("same", "We "), ("differs", "shall"), ("same", " never leave the valley")]


def test_words_left_out_leave_a_gap() -> None:
    """Where a wording leaves words out and puts none in their place, a gap stands."""
    _, other = _kinds(["We will not let a single night win", "We will not let a night win"])
    assert other == [("same", "We will not let a "), ("gap", ""), ("same", "night win")]


def test_a_shorter_cut_differs_in_nothing() -> None:
    """A wording that begins later or ends earlier leaves the base unmarked and has no gap at its ends."""
    base, other = _kinds(["We will, she said, never leave the valley or sell it", "never leave the valley"])
    assert base == [("same", "We will, she said, never leave the valley or sell it")]
    assert other == [("same", "never leave the valley")]


def test_case_and_punctuation_do_not_differ() -> None:
    """Marks and capitals are no difference, nor is the form of an apostrophe."""
    assert _kinds(["“Don't go,”", "don’t go."]) == [[("same", "“Don't go,”")], [("same", "don’t go.")]]


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("ab c,'", max_size=30), min_size=1, max_size=4))
def test_pieces_joined_are_the_wording(wordings: list[str]) -> None:
    """No character is lost or added, whatever the wordings."""
    assert ["".join(piece.text for piece in pieces) for pieces in compare_wordings(wordings)] == wordings
