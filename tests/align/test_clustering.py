"""Groups from pair scores."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.align.clustering import cluster


def test_sure_pairs_meet_and_weak_ones_do_not() -> None:
    """Rows join over the bar and stay apart under it."""
    assert cluster(3, {(0, 1): 0.9, (1, 2): 0.1}, nested=set(), apart=set(), stop=0.5) == [[0, 1], [2]]


def test_a_chain_of_half_likeness_does_not_run_on() -> None:
    """A pair that was never scored counts as improbable, so three rows need more than two links."""
    score = {(0, 1): 0.9, (1, 2): 0.6}
    assert cluster(3, score, nested=set(), apart=set(), stop=0.5) == [[0, 1], [2]]


def test_rows_that_must_stay_apart_never_meet() -> None:
    """Not even through a third that is near both."""
    score = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    groups = cluster(3, score, nested=set(), apart={(0, 2)}, stop=0.3)
    assert all(not {0, 2} <= set(group) for group in groups)
    assert [0, 1] in groups


def test_nested_rows_neither_join_nor_hinder() -> None:
    """Two cuts of one sentence are not joined by that, and both may join a third row."""
    assert cluster(2, {}, nested={(0, 1)}, apart=set(), stop=0.3) == [[0], [1]]
    score = {(0, 2): 0.9, (1, 2): 0.8}
    assert cluster(3, score, nested={(0, 1)}, apart=set(), stop=0.5) == [[0, 1, 2]]


_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 1), max_size=20
)


@given(_PAIRS, st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), max_size=6))
@settings(deadline=None, max_examples=40)
def test_groups_divide_the_rows(score: dict[tuple[int, int], float], apart: set[tuple[int, int]]) -> None:
    """Every row stands in one group, and no forbidden pair in any."""
    groups = cluster(8, score, nested=set(), apart=apart, stop=0.4)
    assert sorted(row for group in groups for row in group) == list(range(8))
    assert not any(i in group and j in group for group in groups for i, j in apart)
