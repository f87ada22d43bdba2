"""Names with their classes, on given words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.reading.documents import as_words
from eval.reading.scores import Score, Span, SpanSets, span_score
from training.windows import Window
from variorum.reader.network import Network
from variorum.reader.reader import read_words
from variorum.reader.tags import tag_spans

_LOW = frozenset({"the", "a", "an", "in"})


def score_names(network: Network, documents: Sequence[Window]) -> list[Score]:
    """Score exact names with their class, and without it; the baseline is runs of capitalised words."""
    found: list[SpanSets] = []
    bare: list[SpanSets] = []
    rule: list[SpanSets] = []
    for gold in documents:
        columns = read_words(network, as_words(gold))
        truth = tag_spans(gold.columns["entity"])
        ends: set[Span] = {(a, b) for a, b, _ in truth}
        ours = columns.entities()
        found.append(({(e.start, e.end, e.label) for e in ours}, set(truth)))
        bare.append(({(e.start, e.end) for e in ours}, ends))
        rule.append((capital_runs(gold.words), ends))
    return [
        span_score("names F1, nine classes", "names", found),
        span_score("names F1, spans alone", "names", bare, rule, simple="runs of capitals"),
    ]


def capital_runs(words: Sequence[str]) -> set[Span]:
    """Return the longest runs of capitalised words, the commonest first words of sentences left out."""
    flags = "".join("B" if w[:1].isupper() and w.lower() not in _LOW else "O" for w in words)
    return {(m.start(), m.end()) for m in re.finditer("B+", flags)}
