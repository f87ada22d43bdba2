"""Shapes: what an uncased vocabulary is told besides."""

import pytest

from variorum.reader import shapes


@pytest.mark.parametrize(("word", "case"), [("12", 0), ("boat", 1), ("Boat", 2), ("UN", 3), ("iPod", 4), ("A", 2)])
def test_case(word: str, case: int) -> None:
    """The five classes of capitals."""
    assert shapes.case_of(word) == case


def test_every_shape_comes_apart_again() -> None:
    """A shape's number gives back the features that it was made of, one number for each combination."""
    found = {shapes.shape_features(n) for n in range(shapes.SHAPES)}
    assert len(found) == shapes.SHAPES
    word, gap = "Harbour", shapes.break_of(" ")
    assert shapes.shape_features(shapes.word_shapes([word], [gap])[0]) == (2, 0, 1, 0, 0)


def test_quoted_words_end_with_the_mark_or_the_paragraph() -> None:
    """Words between marks are quoted; a straight mark that is never closed ends with its paragraph."""
    words = ["He", '"', "left", '"', "now", "“", "Go", "”", '"', "lost", "Next"]
    breaks = [3, 1, 0, 0, 1, 1, 0, 0, 1, 0, 3]
    assert shapes.quoted_words(words, breaks) == [
        False, True, True, True, False, True, True, True, True, True, False,
    ]  # fmt: skip


def test_breaks() -> None:
    """No gap, a space, a line, a paragraph."""
    assert [shapes.break_of(g) for g in ("", " ", " \n", "\n \n")] == [0, 1, 2, 3]
