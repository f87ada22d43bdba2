"""Trees: always one root, no cycle, no crossing arcs, and the best there is."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from variorum.reader.trees import best_trees


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the heads of the best tree of one sentence by itself."""
    return best_trees([scores])[0]


def is_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether heads (0 for the root, else word number + 1) make a tree with one root and no crossing arcs."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        node = word
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    arcs = [sorted((word, head)) for word, head in enumerate(heads, 1)]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)


@settings(deadline=None, max_examples=80)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_tree_scores_higher(words: int, seed: int) -> None:
    """Of all trees with one root whose arcs do not cross, none has a higher sum."""
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    found = tuple(int(h) for h in best_tree(scores))
    assert is_tree(found)
    totals = [
        sum(float(scores[w, h]) for w, h in enumerate(heads))
        for heads in product(range(words + 1), repeat=words)
        if is_tree(heads)
    ]
    assert abs(sum(float(scores[w, h]) for w, h in enumerate(found)) - max(totals)) < 1e-4


@settings(deadline=None, max_examples=25)
@given(st.integers(5, 40), st.integers(0, 10_000))
def test_long_sentences_are_trees_too(words: int, seed: int) -> None:
    """Random scores, full of cycles and crossings, still give a tree."""
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    assert is_tree(tuple(int(h) for h in best_tree(scores)))


def test_arcs_that_would_cross_are_mended() -> None:
    """A subject that hangs a little rather on the verb before comes to its own verb, inside whose clause it stands.

    Words: knew, that, many, fell. `that` hangs on `fell`, so nothing between the two may hang on `knew`.
    """
    scores = np.full((4, 5), -9.0, dtype=np.float32)
    scores[0, 0] = scores[1, 4] = scores[3, 1] = -0.1
    scores[2, 1], scores[2, 4] = -0.6, -0.9
    assert best_tree(scores).tolist() == [0, 4, 4, 1]


def test_no_words_no_tree() -> None:
    """An empty sentence has no heads."""
    assert len(best_tree(np.zeros((0, 1), dtype=np.float32))) == 0


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, 25), max_size=20), st.integers(0, 10_000))
def test_sentences_searched_together_are_each_as_alone(sizes: list[int], seed: int) -> None:
    """However many sentences of whatever length share a search, each gets the tree that it gets by itself."""
    random = np.random.default_rng(seed)
    sentences = [random.normal(size=(words, words + 1)).astype(np.float32) for words in sizes]
    together = best_trees(sentences)
    assert [t.tolist() for t in together] == [best_tree(scores).tolist() for scores in sentences]
