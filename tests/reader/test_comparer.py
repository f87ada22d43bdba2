"""Two claims read side by side, with the trained files."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import ReaderError
from variorum.reader import Reader, load_reader
from variorum.reader.comparer import LONGEST_CLAIM, claim_pieces

READER = load_reader(threads=1)
SANK, LOST, ROSE = (
    "the ferry Corvina sank off Amber Point on Monday",
    "a passenger ship was lost near Amber Point",
    "bread prices rose by a third in the capital",
)


def test_the_same_told_in_other_words_is_likelier_than_something_else() -> None:
    """A sinking told twice, in other words, stands above a sinking and a price."""
    same, other, again = READER.compare([SANK, LOST, ROSE], [(0, 1), (0, 2), (0, 0)]).tolist()
    assert again > same > other
    assert same - other > 2


@settings(max_examples=20, deadline=None)
@given(st.permutations([(0, 1), (1, 2), (0, 2), (2, 0), (1, 0)]))
def test_neither_the_order_of_pairs_nor_of_their_claims_matters(pairs: list[tuple[int, int]]) -> None:
    """Any order of the same pairs, and either claim first, gives the same numbers to the bit."""
    texts = [SANK, LOST, ROSE]
    wanted = READER.compare(texts, [(0, 1), (0, 2), (1, 2)])
    values = dict(zip([(0, 1), (0, 2), (1, 2)], wanted.tolist(), strict=True))
    found = READER.compare(texts, pairs)
    assert found.tolist() == [values[min(a, b), max(a, b)] for a, b in pairs]


def test_no_pairs_and_long_claims() -> None:
    """No pair gives no number; a claim without end is cut and one without words is read all the same."""
    assert READER.compare([SANK], []).shape == (0,)
    endless = " ".join([SANK] * 40)
    assert len(claim_pieces(READER.tokenizer, endless)) == LONGEST_CLAIM
    assert np.isfinite(READER.compare([endless, "", SANK], [(0, 1), (0, 2), (1, 2)])).all()


def test_missing_files_are_named(tmp_path: Path) -> None:
    """A folder without the network for pairs is named in the error."""
    with pytest.raises(ReaderError, match=str(tmp_path)):
        Reader(compared=tmp_path).compare([SANK, LOST], [(0, 1)])
