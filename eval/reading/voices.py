"""Attributions: their three layers, and which source says which content."""

from __future__ import annotations

from collections.abc import Sequence

from eval.bootstrap import f_scores
from eval.reading.documents import as_words
from eval.reading.scores import Row, Score, Span, SpanSets, span_rows
from training.windows import Window
from variorum.model import AttributionSpans
from variorum.reader.attributions import join_attributions
from variorum.reader.decode import Columns
from variorum.reader.network import Network
from variorum.reader.reader import read_words
from variorum.reader.tags import tag_spans

LAYERS = ("source", "cue", "content")
CITRON = {"source": 0.820, "cue": 0.823, "content": 0.593, "content by words": 0.833}
"""F1 of BBC Citron on PARC 3, another corpus of the same scheme, as its authors give it."""

_SAYING = frozenset({"said", "says", "told", "according", "tweeted", "asked", "added"})


def score_voices(network: Network, documents: Sequence[Window]) -> list[Score]:
    """Score the layers exactly, content by words, and whole attributions; the baseline for cues is seven verbs."""
    layers: dict[str, list[SpanSets]] = {layer: [] for layer in LAYERS}
    soft: list[Row] = []
    linked: list[Row] = []
    nearest: list[Row] = []
    plain: list[SpanSets] = []
    for gold in documents:
        columns = read_words(network, as_words(gold))
        truth: dict[str, set[Span]] = {k: {(a, b) for a, b, _ in tag_spans(gold.columns[k])} for k in LAYERS}
        for layer, rows in layers.items():
            rows.append(({(a, b) for a, b, _ in columns.spans(layer)}, truth[layer]))
        plain.append(({(i, i + 1) for i, w in enumerate(gold.words) if w in _SAYING}, truth["cue"]))
        system = {i for a, b, _ in columns.spans("content") for i in range(a, b)}
        wanted = {i for a, b in truth["content"] for i in range(a, b)}  # type: ignore[misc]
        soft.append((len(system & wanted), len(system), len(wanted)))
        found = [(a.content, a.source) for a in _attributions(columns)]
        linked.append(linked_counts(gold, found))
        nearest.append(linked_counts(gold, [(c, nearest_source(c, columns)) for c, _ in found]))
    scores = [
        Score(
            name=f"{layer} F1, exact",
            rows=span_rows(rows),
            metric=f_scores,
            counted=2,
            unit="spans",
            baseline=span_rows(plain) if layer == "cue" else (),
            simple="seven verbs" if layer == "cue" else "",
            published=CITRON[layer],
            source="Citron on PARC 3",
        )
        for layer, rows in layers.items()
    ]
    by_words = {"published": CITRON["content by words"], "source": "Citron on PARC 3"}
    return [
        *scores,
        Score(name="content F1, by words", rows=soft, metric=f_scores, counted=2, unit="words", **by_words),  # type: ignore[arg-type]
        Score(
            name="content with its source, F1",
            rows=linked,
            metric=f_scores,
            counted=2,
            unit="contents",
            baseline=nearest,
            simple="nearest source",
        ),
    ]


def _attributions(columns: Columns) -> list[AttributionSpans]:
    return list(join_attributions({layer: columns.spans(layer) for layer in LAYERS}, columns.links))


def nearest_source(content: tuple[int, int], columns: Columns) -> tuple[int, int] | None:
    """Return the source span nearest to a content: the baseline of linking."""
    spans = [(a, b) for a, b, _ in columns.spans("source")]
    return min(spans, key=lambda s: (max(content[0] - s[1], s[0] - content[1]), s), default=None)


def linked_counts(
    gold: Window, found: Sequence[tuple[tuple[int, int], tuple[int, int] | None]]
) -> tuple[int, int, int]:
    """Count contents (with their source, None for none) that meet a gold one by half of both, with the right source."""
    spans = {a: (a, b) for a, b, _ in tag_spans(gold.columns["source"])}
    wanted = [(a, b, spans.get(s) if s is not None else None) for a, b, _, s in gold.links or ()]
    right = 0
    for a, b, source in wanted:
        for content, ours in found:
            both = min(b, content[1]) - max(a, content[0])
            if 2 * both < max(b - a, content[1] - content[0]):
                continue
            meets = source is not None and ours is not None and ours[0] < source[1] and source[0] < ours[1]
            right += meets or source is ours is None
            break
    return right, len(found), len(wanted)
