"""What the other pairs say of a pair."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from variorum.align.clustering import Pair
from variorum.align.second_look import SECOND_FEATURES, second_features

REPORT = np.array([0, 0, 1, 1, 2, 2], np.int32)
"""Rows 0 and 1 stand in one report, 2 and 3 in another, 4 and 5 in a third."""


def _look(
    scored: dict[Pair, float], nested: set[Pair] | None = None, beside: list[tuple[int, ...]] | None = None
) -> dict[Pair, dict[str, float]]:
    pairs = sorted(scored)
    table = second_features(pairs, np.array([scored[p] for p in pairs]), nested or set(), REPORT, beside or [()] * 6)
    return {p: dict(zip(SECOND_FEATURES, row, strict=True)) for p, row in zip(pairs, table.tolist(), strict=True)}


def test_the_only_match_is_ahead_of_one_that_has_better_ones() -> None:
    """Two pairs of one score: the one whose claims match nothing else is ahead, the rival of a better pair behind."""
    found = _look({(0, 2): -1.0, (1, 3): -1.0, (1, 2): 1.5})
    alone, behind = _look({(0, 2): -1.0})[0, 2], found[0, 2]
    assert alone["ahead of the next best"] > 0 < alone["ahead of the next best, the other way"]
    assert behind["ahead of the next best, the other way"] == -2.5
    assert behind["likeness of the two"] == alone["likeness of the two"] == -1.0


def test_a_third_claim_near_both_counts() -> None:
    """A pair whose claims are both near a third has a common neighbour; a cut of one of them is none."""
    chain: dict[Pair, float] = {(0, 2): -1.0, (0, 4): 2.0, (2, 4): 2.0}
    assert _look(chain)[0, 2]["common neighbours"] > 0.7
    assert _look({(0, 2): -1.0, (0, 4): 2.0})[0, 2]["common neighbours"] == 0
    assert _look(chain, {(2, 4)})[0, 2]["common neighbours"] == 0


def test_a_better_cut_of_the_same_passage_is_seen() -> None:
    """A pair whose longer or shorter cuts match better says by how much; cuts are no rivals of each other."""
    found = _look({(0, 2): -1.0, (0, 3): 1.0}, {(2, 3)})
    assert found[0, 2]["longer or shorter cuts are more alike"] == 2.0
    assert found[0, 3]["longer or shorter cuts are more alike"] == 0.0
    assert found[0, 2]["ahead of the next best, the other way"] > 0


BESIDE = [(1,), (0,), (3,), (2,), (5,), (4,)]
"""The two rows of each report stand beside each other."""


def test_what_stands_beside_two_claims_speaks_for_them() -> None:
    """Between neighbours that match, a pair has a match beside it; it never counts itself, nor the other way round."""
    found = _look({(0, 2): -1.0, (1, 3): 2.0}, beside=BESIDE)
    assert found[0, 2]["what stands beside them is alike"] == 2.0
    assert found[0, 2]["how much beside them is alike"] > 0.8
    assert found[1, 3]["what stands beside them is alike"] == -1.0
    alone = _look({(0, 2): -1.0, (1, 2): 2.0}, beside=BESIDE)[0, 2]
    assert alone["what stands beside them is alike"] < -3.5
    assert alone["how much beside them is alike"] == 0.0


_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda p: p[0] < p[1]), st.floats(-3.5, 6), min_size=1
)


def _turned(pair: Pair) -> Pair:
    return 5 - pair[1], 5 - pair[0]


@given(_PAIRS)
@settings(deadline=None, max_examples=40)
def test_the_order_of_claims_changes_nothing(scored: dict[Pair, float]) -> None:
    """Counting the claims from the other end gives each pair the same features."""
    pairs = sorted(scored)
    turned = [_turned(p) for p in pairs]

    def look(rows: list[Pair], report: NDArray[np.int32]) -> NDArray[np.float64]:
        return second_features(rows, np.array([scored[p] for p in pairs]), set(), report, BESIDE)

    assert np.allclose(look(pairs, REPORT), look(turned, np.array(REPORT.tolist()[::-1], np.int32)))
