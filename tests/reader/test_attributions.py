"""Attributions: spans are lawful, and links find the cue and the source that the words point to."""

import numpy as np

from variorum.reader.attributions import LinkRows, decode_layer, join_attributions
from variorum.reader.tags import SPAN_TAGS


def logits(tags: str) -> np.ndarray:
    """Return scores that clearly ask for these tags."""
    out = np.full((len(tags), 5), -4.0, dtype=np.float32)
    for i, tag in enumerate(tags):
        out[i, SPAN_TAGS.index(tag)] = 4.0
    return out


def test_spans_stay_inside_their_group() -> None:
    """A span that the scores carry over a group's edge is cut there, lawfully on both sides."""
    spans = decode_layer(logits("OBIIEO"), [0, 0, 0, 1, 1, 1])
    assert [(a, b) for a, b, _ in spans] == [(1, 3), (3, 5)]
    assert [(a, b) for a, b, _ in decode_layer(logits("OBIIEO"), [0] * 6)] == [(1, 5)]


def test_a_score_for_none_leaves_doubtful_spans_out() -> None:
    """Raising the score of no span drops what is less sure than that."""
    scores = logits("OSO")
    scores[1, 0] = 3.5
    assert len(decode_layer(scores, [0] * 3)) == 1
    assert decode_layer(scores, [0] * 3, outside=1.0) == []


def links(cue: int, source: int, size: int = 8) -> LinkRows:
    """Return link scores by which every word points to one cue and one source."""
    scores = np.zeros((2, size, size), dtype=np.float32)
    scores[0, :, cue] = 9.0
    scores[1, :, source] = 9.0
    return LinkRows(scores, 0, 0)


def test_content_gets_the_cue_and_source_that_its_words_point_to() -> None:
    """Of two cues and two sources the links choose, not the distance."""
    layers = {"source": [(0, 1, 0.9), (7, 8, 0.9)], "cue": [(1, 2, 0.9), (6, 7, 0.9)], "content": [(2, 6, 0.8)]}
    (near,) = join_attributions(layers, [links(1, 0)])
    (far,) = join_attributions(layers, [links(6, 7)])
    assert (near.source, near.cue, near.content) == ((0, 1), (1, 2), (2, 6))
    assert (far.source, far.cue) == ((7, 8), (6, 7))
    assert 0.7 < near.score <= 0.8


def test_content_without_source_keeps_its_cue() -> None:
    """Words that point to themselves have no source; a content with neither cue nor source is no attribution."""
    layers = {"source": [(0, 1, 0.9)], "cue": [(1, 2, 0.9)], "content": [(2, 6, 0.8)]}
    (found,) = join_attributions(layers, [links(1, 3)])
    assert found.source is None
    assert found.cue == (1, 2)
    assert join_attributions(layers, [links(3, 3)]) == ()


def test_links_of_two_windows_count_together() -> None:
    """A content over a window's edge is linked by the words of both."""
    layers = {"source": [(0, 1, 0.9)], "cue": [(1, 2, 0.9)], "content": [(2, 6, 0.8)]}
    whole = links(1, 0)
    first = LinkRows(whole.scores[:, :4, :4], 0, 0)
    second = LinkRows(whole.scores[:, 4:, 1:], 4, 1)
    (found,) = join_attributions(layers, [first, second])
    assert found.cue == (1, 2)
    assert found.source == (0, 1)
