"""The pairs in doubt are read side by side, and what is found there counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tests.align.test_groups import LINES, _story
from variorum.align.clustering import Pair
from variorum.align.scores import PAIR_FEATURES, PairScores
from variorum.align.side_by_side import SIDE_BY_SIDE, Compare, asked_places, opinions
from variorum.align.views import views_of
from variorum.align.weights import Opinion, load_weights


def _saying(value: float) -> tuple[list[list[Pair]], Compare]:
    """Return a network that says one thing of every pair, and what it was asked."""
    asked: list[list[Pair]] = []

    def compare(_texts: Sequence[str], pairs: Sequence[Pair]) -> NDArray[np.float32]:
        asked.append(list(pairs))
        return np.full(len(pairs), value, np.float32)

    return asked, compare


def test_the_likeliest_pairs_are_asked_about_but_the_sure_ones() -> None:
    """As many pairs as claims, the likeliest, in their order; what is sure already is not asked."""
    log_odds = np.array([9.0, -3.0, 1.0, 2.0, -2.0, 0.0, -1.0])
    assert asked_places(log_odds, 3).tolist() == [2, 3]
    assert asked_places(log_odds, 9).tolist() == [1, 2, 3, 4, 5, 6]


def test_what_is_not_asked_stays_unknown() -> None:
    """Without a network, and for pairs beyond the likeliest, the opinion is nan and adds nothing."""
    log_odds = np.array([1.0, 0.5, 0.2, -1.0])
    pairs = [(0, 1), (0, 1), (0, 1), (0, 1)]
    texts = ["one", "two", "three"]
    assert np.isnan(opinions(texts, pairs, log_odds, None)).all()
    asked, compare = _saying(99.0)
    said = opinions(texts, pairs, log_odds, compare)
    assert said[:3].tolist() == [6.0, 6.0, 6.0]  # no opinion is worth more
    assert np.isnan(said[3])
    assert len(asked) == 1
    assert Opinion(0.5, 1.0).heard(said).tolist() == [5.0, 5.0, 5.0, 0.0]


def test_the_opinion_moves_a_pair_and_is_named() -> None:
    """A network that finds pairs alike raises them, one that does not lowers them, and the feature has its name."""
    lines = LINES | {"b": ("A vessel sank near Amber Point with its crew", LINES["b"][1])}
    views, table = views_of(_story(lines)), load_weights()
    likely, unlikely = (PairScores(views, table, _saying(v)[1]) for v in (6.0, -6.0))
    none = PairScores(views, table)
    assert likely.pairs == unlikely.pairs == none.pairs
    column = PAIR_FEATURES.index(SIDE_BY_SIDE)
    assert (none.features[:, column] == 0).all()
    asked = likely.features[:, column] > 0
    assert asked.any()
    assert (likely.log_odds[asked] > unlikely.log_odds[asked]).all()
    place = int(np.flatnonzero(asked)[0])
    assert SIDE_BY_SIDE in [name for name, _, _ in likely.strengths([place])[:6]]
