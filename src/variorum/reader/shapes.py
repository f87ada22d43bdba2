"""What an uncased vocabulary cannot see of a word: capitals, digits, spacing, quotation marks.

A shape is one number made of five small features; the network adds an embedding of it to
each piece at its input.
"""

from __future__ import annotations

from collections.abc import Sequence

CASES = 5  # no letter, lower, Title, UPPER, mixed
DIGITS = 3  # none, some, only
BREAKS = 4  # joined to the word before, space, new line, new paragraph
QUOTED = 2  # outside, inside double quotation marks
PARTS = 2  # first piece of its word, a later one
SHAPES = CASES * DIGITS * BREAKS * QUOTED * PARTS

_OPENING = frozenset("“„«‟")
_CLOSING = frozenset("”»")
_STRAIGHT = frozenset({'"', "＂"})


def case_of(word: str) -> int:
    """Return the case class of `word`: 0 no letter, 1 lower, 2 title, 3 upper, 4 mixed."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    if all(not c.isupper() for c in letters):
        return 1
    if all(c.isupper() for c in letters):
        return 3 if len(letters) > 1 else 2
    if letters[0].isupper() and all(not c.isupper() for c in letters[1:]):
        return 2
    return 4


def digits_of(word: str) -> int:
    """Return the digit class of `word`: 0 none, 1 some, 2 nothing but digits and their punctuation."""
    if not any(c.isdigit() for c in word):
        return 0
    return 2 if all(c.isdigit() or c in ".,:%-/" for c in word) else 1


def break_of(gap: str) -> int:
    """Return the class of the white space before a word: 0 none, 1 space, 2 new line, 3 blank line."""
    if not gap:
        return 0
    lines = gap.count("\n")
    return 1 if lines == 0 else 2 if lines == 1 else 3


def quoted_words(words: Sequence[str], breaks: Sequence[int]) -> list[bool]:
    """Tell of each word whether it stands inside double quotation marks, the marks included.

    A new paragraph closes straight marks; curly ones left open go on only over a paragraph
    that opens with a mark again, as print does it.
    """
    out: list[bool] = []
    inside = False
    for word, gap in zip(words, breaks, strict=True):
        if gap == 3:
            inside = False
        first = word[0] if word else ""
        if word == "``" or first in _OPENING:
            inside = True
            out.append(True)
        elif word == "''" or first in _CLOSING:
            out.append(True)
            inside = False
        elif first in _STRAIGHT:
            out.append(True)
            inside = not inside
        else:
            out.append(inside)
    return out


def word_shapes(words: Sequence[str], breaks: Sequence[int]) -> list[int]:
    """Return the shape of each word's first piece; a later piece of it has that number plus 1.

    Args:
        words: The words as they stand in the text.
        breaks: For each, the class of the white space before it, see `break_of`.
    """
    out: list[int] = []
    for word, gap, quoted in zip(words, breaks, quoted_words(words, breaks), strict=True):
        shape = case_of(word)
        shape = shape * DIGITS + digits_of(word)
        shape = shape * BREAKS + gap
        shape = shape * QUOTED + quoted
        out.append(shape * PARTS)
    return out


def shape_features(shape: int) -> tuple[int, int, int, int, int]:
    """Return (case, digits, break, quoted, part) of a shape number."""
    shape, part = divmod(shape, PARTS)
    shape, quoted = divmod(shape, QUOTED)
    shape, gap = divmod(shape, BREAKS)
    case, digits = divmod(shape, DIGITS)
    return case, digits, gap, quoted, part
