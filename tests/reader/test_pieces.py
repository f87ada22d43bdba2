"""Pieces: every word has a first piece, and print's variants read alike."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.reader.network import WEIGHTS
from variorum.reader.pieces import CLS, LONGEST_WORD, SEP, PieceTable, encode_words, load_tokenizer, plain_word

TOKENIZER = load_tokenizer(str(WEIGHTS / "tokenizer.json"))


@pytest.mark.parametrize(
    ("word", "plain"),
    [("“", '"'), ("``", '"'), ("’s", "'s"), ("—", "-"), ("so\u00adft", "soft"), ("Lavr\u043ev", "Lavrov"),
     ("\u043e\u043d\u0430", "\u043e\u043d\u0430"), ("\u200b", "[UNK]")],
)  # fmt: skip
def test_variants_of_print_are_asked_for_alike(word: str, plain: str) -> None:
    """Quotation marks, dashes, invisible characters and look-alikes; a wholly Cyrillic word stays Cyrillic."""
    assert plain_word(word) == plain


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8))
def test_every_word_has_pieces(words: list[str]) -> None:
    """Whatever the characters, words keep their order, and none is without a piece or has too many."""
    pieces = encode_words(TOKENIZER, words, [1] * len(words))
    assert len(pieces.ids) == len(pieces.shapes)
    assert (pieces.ids[0], pieces.ids[-1]) == (CLS, SEP)
    ends = [*pieces.first[1:], len(pieces.ids) - 1]
    sizes = [b - a for a, b in zip(pieces.first, ends, strict=True)]
    assert pieces.first[0] == 1
    assert all(1 <= n <= LONGEST_WORD for n in sizes)


def test_embeddings_are_rows_times_their_scale() -> None:
    """Each piece gets its row, whatever the shape of the ids."""
    table = PieceTable(np.array([[1, 2], [-3, 4]], dtype=np.int8), np.array([0.5, 2.0], dtype=np.float32))
    rows = table.rows(np.array([[1, 0], [0, 1]]))
    assert rows.tolist() == [[[-6.0, 8.0], [0.5, 1.0]], [[0.5, 1.0], [-6.0, 8.0]]]
