"""Tags: spans in and out, and only lawful sequences."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.reader.tags import ENTITY_TAGS, SPAN_TAGS, best_tags, lawful_steps, span_tags, stretches, tag_spans


def test_spans_become_tags_and_spans_again() -> None:
    """One word, two words and more come back as they were; what meets an earlier span is left out."""
    spans = [(0, 1, "Person"), (2, 4, "Date"), (4, 8, "Money"), (7, 9, "Person")]
    tags = span_tags(9, spans)
    assert tags[:4] == ["S-Person", "O", "B-Date", "E-Date"]
    assert tag_spans(tags) == spans[:3]


def test_a_name_never_breaks_in_the_middle() -> None:
    """Where the best tags one by one are unlawful, the best lawful sequence is taken instead."""
    order = {t: i for i, t in enumerate(SPAN_TAGS)}
    scores = np.full((4, 5), -5.0, dtype=np.float32)
    for word, tag in enumerate("BOIE"):
        scores[word, order[tag]] = 2.0
    scores[1, order["I"]] = 1.0
    path = "".join(SPAN_TAGS[t] for t in best_tags(scores, lawful_steps(SPAN_TAGS)))
    assert path == "BIIE"


def test_classes_never_mix_inside_a_name() -> None:
    """A name that begins as one class ends as it."""
    steps = lawful_steps(ENTITY_TAGS)
    order = {t: i for i, t in enumerate(ENTITY_TAGS)}
    assert steps[order["B-Person"], order["E-Person"]]
    assert not steps[order["B-Person"], order["E-Date"]]
    assert not steps[order["O"], order["I-Person"]]
    assert not steps[order["B-Person"], -1]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 6), st.integers(0, 1000))
def test_best_tags_are_the_best_of_all(words: int, seed: int) -> None:
    """Against every lawful sequence tried out, none has a higher sum."""
    scores = np.random.default_rng(seed).normal(size=(words, 3)).astype(np.float32)
    steps = lawful_steps(("O", "B", "E"))
    best = best_tags(scores, steps)
    if words == 0:
        assert len(best) == 0
        return
    sums = []
    for path in np.ndindex(*[3] * words):
        edges = [(3, path[0]), *pairwise(path), (path[-1], 3)]
        if all(steps[a, b] for a, b in edges):
            sums.append(float(sum(scores[w, t] for w, t in enumerate(path))))
    found = float(sum(scores[w, t] for w, t in enumerate(best)))
    assert abs(found - max(sums)) < 1e-4


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_stretches_are_the_longest_runs_in_doubt(words: list[tuple[bool, bool]]) -> None:
    """Every word in doubt is in one stretch, no other word is, and no stretch could be longer."""
    outside = np.array([o for o, _ in words], dtype=bool)
    groups = np.cumsum([g for _, g in words]).tolist()
    found = stretches(outside, groups)
    assert [i for a, b in found for i in range(a, b)] == np.flatnonzero(~outside).tolist()
    assert all(groups[a] == groups[b - 1] for a, b in found)
    assert all(b < c or groups[b] != groups[b - 1] for (_, b), (c, _) in pairwise(found))
