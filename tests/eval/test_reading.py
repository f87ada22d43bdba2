"""Scoring the network head by head: what is counted, what stands beside it, and how it is written down."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eval.bootstrap import f_scores, share
from eval.figures import Figure, line, table
from eval.gold_file import load_gold
from eval.reader import record, with_loss
from eval.reading.documents import as_text, as_words, some
from eval.reading.happenings import ClausePair, clause_pairs, grouped_f1, shared_words
from eval.reading.names import capital_runs
from eval.reading.raw import arc_set, rule_sentences, sentence_spans
from eval.reading.scores import Score, span_score
from eval.reading.trees import read_given, score_trees
from eval.reading.voices import linked_counts
from tests.eval.stories import write_story
from training.happenings import split_stories
from training.windows import Window
from variorum.reader.network import load_network

TWO = Window(
    corpus="treebank",
    words=("The", "ferry", "left", "Selmar", "It", "sank", "."),
    breaks=(3, 1, 1, 1, 1, 1, 0),
    sentences=((0, 4), (4, 7)),
    columns={
        "upos": ("DET", "NOUN", "VERB", "PROPN", "PRON", "VERB", "PUNCT"),
        "xpos": ("DT", "NN", "VBD", "NNP", "PRP", "VBD", "."),
        "lemma": tuple("-0+" for _ in range(7)),
        "relation": ("det", "nsubj", "root", "obj", "nsubj", "root", "punct"),
    },
    heads=(1, 2, -1, 2, 5, -1, 5),
    certainty={2: 2.5, 5: 1.0},
)
"""Two sentences; the first has no full stop, so that only the corpus knows where it ends."""


def test_given_sentences_are_kept() -> None:
    """With sentences given each has one root and no arc leaves it, though no mark ends the first."""
    columns = read_given(load_network(threads=1), TWO)
    heads = columns.heads.tolist()
    assert [sum(h < 0 for h in heads[a:b]) for a, b in TWO.sentences] == [1, 1]
    assert all(a <= h < b for a, b in TWO.sentences for h in heads[a:b] if h >= 0)


def test_trees_and_certainty_are_counted_by_the_word() -> None:
    """Every share stands on the words of the documents, certainty on its predicates alone."""
    network = load_network(threads=1)
    figures = {s.name: s.figure() for s in score_trees(network, [TWO])}
    error, _ = figures.pop("certainty, mean absolute error"), figures.pop("certainty, Pearson's r")
    assert (error.units, error.baseline) == (2, pytest.approx(0.75))
    assert {f.units for f in figures.values()} == {7}
    assert figures["upos"].baseline == pytest.approx(1 / 7)
    assert figures["UAS, sentences given"].baseline == pytest.approx(2 / 7)
    assert all(0.0 <= f.value <= 1.0 and f.low is None for f in figures.values())


def test_a_document_becomes_words_and_text() -> None:
    """Blocks are paragraphs, or sentences where they are given; offsets cut the words out of the text."""
    assert as_words(TWO).block == [0] * 7
    assert as_words(TWO, sentences=True).block == [0, 0, 0, 0, 1, 1, 1]
    text, offsets = as_text(TWO)
    assert text == "The ferry left Selmar It sank."
    assert tuple(text[a:b] for a, b in offsets) == TWO.words
    assert some([TWO] * 10, 0.2) == [TWO] * 2


def test_sentences_by_a_rule_and_by_numbers() -> None:
    """The rule ends a sentence before a capital only; sentence numbers give offsets."""
    text = "It cost approx. five crowns. He paid."
    assert rule_sentences(text) == {(0, 28), (29, 37)}
    assert sentence_spans([(0, 2), (3, 7), (8, 9)], [0, 0, 1]) == {(0, 7), (8, 9)}


def test_arcs_do_not_depend_on_subtypes() -> None:
    """A relation is compared without its subtype, its head by offsets."""
    arcs = arc_set([(0, 2), (3, 7)], [1, -1], ["nsubj:pass", "root"])
    assert arcs == {(0, 2, 3, 7, "nsubj"), (3, 7, -1, -1, "root")}


def test_capital_runs_are_the_baseline_of_names() -> None:
    """Runs of capitalised words, without an article at the start."""
    assert capital_runs(("The", "Orvane", "Library", "of", "Tarn")) == {(1, 3), (4, 5)}


def test_a_content_counts_with_its_source() -> None:
    """Half of both contents must meet, and the source; no source on either side is right too."""
    gold = Window(
        "polnear",
        tuple("abcdefgh"),
        (3, *[1] * 7),
        columns={"source": ("S-", "O", "O", "O", "O", "O", "O", "O")},
        links=((2, 5, None, 0), (6, 8, None, None)),
    )
    assert linked_counts(gold, [((2, 4), (0, 1)), ((6, 8), None)]) == (2, 2, 2)
    assert linked_counts(gold, [((2, 4), (1, 2)), ((6, 8), (0, 1))]) == (0, 2, 2)
    assert linked_counts(gold, [((4, 8), (0, 1))]) == (0, 1, 2)


def test_a_score_says_on_what_it_stands() -> None:
    """Value, units, baseline and interval come of the counts by document."""
    score = Score(name="x", rows=[(1, 2)] * 6, metric=share, counted=1, unit="words", baseline=[(1, 4)] * 6, simple="y")
    assert score.figure() == Figure(
        name="x", value=0.5, units=12, unit="words", low=0.5, high=0.5, baseline=0.25, simple="y"
    )
    spans = span_score("z", "names", [({(0, 1), (2, 3)}, {(0, 1)})])
    assert (spans.figure().value, spans.metric, spans.figure().units) == (pytest.approx(2 / 3), f_scores, 1)


def test_what_int8_costs() -> None:
    """The loss is float32 less int8 by name; a figure that float32 lacks has none, and nothing invented is printed."""
    small = {"c": [Figure(name="a", value=0.5, units=1, unit="w"), Figure(name="b", value=0.1, units=1, unit="w")]}
    whole = {"c": [Figure(name="a", value=0.625, units=1, unit="w")]}
    first, second = with_loss(small, whole)["c"]
    assert (first.loss, second.loss) == (0.125, None)
    assert "float32 +0.1250" in line(first)
    assert line(second).split() == ["b", "0.100", "1", "w"]
    assert table({"c": [second]}).startswith("c\n  b")
    assert record("r", 1.0, small)["scores"] == {"c": {"a": [0.5, None], "b": [0.1, None]}}


def test_pairs_of_clauses_from_the_gold(tmp_path: Path) -> None:
    """One point's clauses are the same even where they are also two readings; a compatible pair is different."""
    pairs = {(p.first, p.second): p.same for p in clause_pairs(load_gold(write_story(tmp_path / "bridge")))}
    assert pairs["Engineers closed the Arden bridge on Monday", "The Arden bridge was closed on Tuesday"]
    assert pairs["Three cars were stopped", "Two cars were stopped"]
    assert not pairs["It may open again in May", "The Arden bridge was closed on Tuesday"]
    assert split_stories(tmp_path)[1] == []


def test_grouping_by_a_perfect_likeness() -> None:
    """A likeness that knows the answer gets all; shared words get what they can."""
    pairs = [ClausePair("a b", "a c", True), ClausePair("a b", "d e", False), ClausePair("a c", "d e", False)]

    def knows(asked: object) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        del asked
        return np.array([0.9, 0.1, 0.1], dtype=np.float32)

    assert grouped_f1([pairs], knows) == 1.0
    assert shared_words([("a b", "a c"), ("a b", "d e")]).tolist() == pytest.approx([1 / 3, 0.0])
