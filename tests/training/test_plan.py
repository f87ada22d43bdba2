"""The plan of training: a function of its seed, and within its bounds."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from training.parts import MIXED
from training.plan import batch_by_length, draw_epoch, rate_at


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 300), max_size=80), st.integers(0, 99))
def test_every_item_is_in_one_batch_within_its_size(lengths: list[int], seed: int) -> None:
    """Nothing is lost or doubled, and only an item longer than a batch makes one too large."""
    batches = batch_by_length(lengths, random.Random(seed), most=256, chunk=16)
    assert sorted(i for b in batches for i in b) == list(range(len(lengths)))
    assert all(len(b) == 1 or len(b) * max(lengths[i] for i in b) <= 256 for b in batches)


def test_an_epoch_is_drawn_by_its_seed() -> None:
    """The same seed draws the same epoch; another draws another; passes set how often a corpus comes."""
    sizes = {"treebank": 100, "polnear": 50}
    one, again, other = (draw_epoch(sizes, random.Random(s), MIXED.passes) for s in (1, 1, 2))
    assert one == again != other
    assert sum(c == "treebank" for c, _ in one) == round(100 * MIXED.passes["treebank"])


def test_the_rate_rises_stays_and_falls() -> None:
    """Up over the warm-up, level in the middle, zero at the end."""
    rates = [rate_at(s, steps=1000, decay=200, warmup=100) for s in range(1001)]
    assert 0 < rates[0] < rates[50] < rates[100] == rates[799] == 1
    assert rates[1000] == 0
    assert rates[900] == 0.5
