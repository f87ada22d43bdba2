"""Tags, lemmas, trees and certainty on given words, with sentences found and with sentences given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from eval.bootstrap import Rows, correlation, share
from eval.reading.documents import as_words
from eval.reading.scores import Row, Score
from training.windows import Window
from variorum.reader.decode import Columns
from variorum.reader.lemmas import apply_rule
from variorum.reader.network import Network
from variorum.reader.reader import read_words

_GIVEN = "sentences given"
_FOUND = "sentences found"


class GivenSentences(Columns):
    """Outputs of a document whose sentences are known: its blocks. Published parsers are scored so."""

    def _sentence_ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        blocks = self.words.block
        firsts = [i for i in range(start, end) if i == start or blocks[i] != blocks[i - 1]]
        return list(zip(firsts, [*firsts[1:], end], strict=True))


def read_given(network: Network, gold: Window) -> Columns:
    """Read a document by the same windows as the program, its sentences given."""
    words = as_words(gold, sentences=True)
    return read_words(network, words, GivenSentences(words, network))


@dataclass
class _Counts:
    """Rows by figure, for the network and for the baseline; certainty found and true, by document."""

    ours: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    plain: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    certainty: list[list[tuple[float, float]]] = field(default_factory=list)


def score_trees(network: Network, documents: Sequence[Window]) -> list[Score]:
    """Score tags, lemmas, trees, and certainty where a document has it.

    Baselines are the class most seen, the word itself, the word before as head, and the median certainty.
    """
    counts = _Counts()
    for gold in documents:
        columns = read_words(network, as_words(gold))
        _count_arcs(counts, columns, gold, _FOUND)
        _count_arcs(counts, read_given(network, gold), gold, _GIVEN)
        _count_classes(counts, columns, gold)
        if gold.certainty:
            counts.certainty.append([(float(columns.certainty[i]), v) for i, v in sorted(gold.certainty.items())])
    scores = []
    for name, rows in counts.ours.items():
        plain = counts.plain.get(name, [])
        simple = {"UAS": "the word before", "upos": "NOUN", "lemma": "the word itself"}.get(name.split(",")[0], "")
        scores.append(
            Score(
                name=name,
                rows=rows,
                metric=share,
                counted=1,
                unit="words",
                baseline=plain,
                simple=simple if plain else "",
            )
        )
    return [*scores, *certainty_scores(counts.certainty)]


def _count_arcs(counts: _Counts, columns: Columns, gold: Window, how: str) -> None:
    heads, size = np.array(gold.heads), len(gold.words)
    hit = columns.heads == heads
    pairs = zip(columns.deprels, gold.columns["relation"], strict=True)
    same = np.array([a.split(":")[0] == b.split(":")[0] for a, b in pairs])
    counts.ours[f"UAS, {how}"].append((int(hit.sum()), size))
    counts.ours[f"LAS, {how}"].append((int((hit & same).sum()), size))
    before = np.maximum(np.arange(size) - 1, -1)
    counts.plain[f"UAS, {how}"].append((int((before == heads).sum()), size))


def _count_classes(counts: _Counts, columns: Columns, gold: Window) -> None:
    size = len(gold.words)
    for head in ("upos", "xpos"):
        counts.ours[head].append((_same(columns.best(head), gold.columns[head]), size))
    counts.plain["upos"].append((gold.columns["upos"].count("NOUN"), size))
    lemmas = [apply_rule(w, rule) for w, rule in zip(gold.words, gold.columns["lemma"], strict=True)]
    counts.ours["lemma"].append((_same(columns.lemmas(), lemmas), size))
    counts.plain["lemma"].append((_same([w.lower() for w in gold.words], lemmas), size))


def _same(ours: Sequence[str], gold: Sequence[str]) -> int:
    return sum(a == b for a, b in zip(ours, gold, strict=True))


def certainty_scores(pairs: Sequence[Sequence[tuple[float, float]]]) -> list[Score]:
    """Return mean absolute error beside the median, and Pearson's r, from (found, true) by document; none for none."""
    if not pairs:
        return []
    median = float(np.median([value for document in pairs for _, value in document]))
    return [
        Score(
            name="certainty, mean absolute error",
            rows=[(sum(abs(a - b) for a, b in d), len(d)) for d in pairs],
            metric=share,
            counted=1,
            unit="predicates",
            baseline=[(sum(abs(median - b) for _, b in d), len(d)) for d in pairs],
            simple="the median",
        ),
        Score(
            name="certainty, Pearson's r",
            rows=[tuple(_moments(np.array(d))) for d in pairs],
            metric=correlation,
            counted=0,
            unit="predicates",
        ),
    ]


def _moments(pairs: Rows | NDArray[np.float64]) -> list[float]:
    x, y = pairs.T
    return [float(v) for v in (len(x), x.sum(), y.sum(), (x * x).sum(), (y * y).sum(), (x * y).sum())]
