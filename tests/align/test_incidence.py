"""What many pairs of small sets share is found at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.align.incidence import incidence_of

SETS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=5), min_size=1, max_size=6)


@settings(deadline=None, max_examples=50)
@given(SETS, st.data())
def test_shared_members_are_counted_as_by_hand(sets: list[frozenset[str]], data: st.DataObject) -> None:
    """For any sets and any pairs of them, the count and the weight are those of the sets' intersection."""
    found = incidence_of(sets)
    weight = np.arange(1.0, len(found.number) + 1)
    rows = st.integers(0, len(sets) - 1)
    pairs = data.draw(st.lists(st.tuples(rows, rows), max_size=8))
    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    both = [sets[a] & sets[b] for a, b in pairs]
    assert found.shared(left, right).tolist() == [len(members) for members in both]
    weighed = [sum(weight[found.number[m]] for m in members) for members in both]
    assert np.allclose(found.shared(left, right, weight), weighed)
    assert found.sizes().tolist() == [len(members) for members in sets]


def test_an_unknown_item_is_held_by_none() -> None:
    """An item that no set has is numbered -1 and found nowhere, nor in sets that are all empty."""
    found = incidence_of([frozenset("ab"), frozenset(), frozenset("b")])
    rows = np.array([0, 1, 2, 2])
    assert found.holds(rows, np.array([0, 0, -1, 1])).tolist() == [True, False, False, True]
    assert not incidence_of([frozenset()]).holds(np.array([0]), np.array([0])).any()
