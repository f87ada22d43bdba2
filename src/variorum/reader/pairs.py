"""Two clauses as one input of the network."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

from variorum.reader.pieces import CLS, SEP, encode_words
from variorum.reader.shapes import break_of
from variorum.reader.words import split_words

#: A clause is cut at this many pieces; the longest that readers marked have about 60.
LONGEST_CLAUSE = 64


def clause_pieces(tokenizer: Tokenizer, text: str, longest: int = LONGEST_CLAUSE) -> tuple[list[int], list[int]]:
    """Return (ids, shapes) of a clause's first `longest` pieces, without special pieces."""
    offsets = split_words(text)
    if not offsets:
        return [], []
    words = [text[s:e] for s, e in offsets]
    breaks = [1 if i == 0 else min(1, break_of(text[offsets[i - 1][1] : s])) for i, (s, _) in enumerate(offsets)]
    pieces = encode_words(tokenizer, words, breaks)
    return pieces.ids[1:-1][:longest], pieces.shapes[1:-1][:longest]


def pair_input(
    a: tuple[Sequence[int], Sequence[int]], b: tuple[Sequence[int], Sequence[int]]
) -> tuple[list[int], list[int], list[int]]:
    """Return (ids, shapes, types) of `[CLS] a [SEP] b [SEP]`."""
    ids = [CLS, *a[0], SEP, *b[0], SEP]
    shapes = [0, *a[1], 0, *b[1], 0]
    return ids, shapes, [0] * (len(a[0]) + 2) + [1] * (len(b[0]) + 1)
