"""Contradiction between two sentences: the corpora, the typed slots alone, the program, and the regression."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.contradiction.claims import FEATURES, best_bar, claim_features, folded_f1, rule_f1
from eval.contradiction.corpora import ClaimPair, Label, read_breaking, read_claimdiff, read_equate
from eval.contradiction.dossiers import conflicts_of, thinned
from eval.contradiction.slots import apart, judge, judge_numbers, nations_of, within
from eval.readings import KeptReader
from variorum.model import Quantity, Span
from variorum.reader import load_reader

HALL = "The hall in Ostwick held {} visitors on the first evening of the fair."
HERE = Span("r", 0, 1)


@pytest.mark.parametrize(
    ("told", "asked", "label"),
    [
        ("300", "300", "entailment"),
        ("300", "more than 200", "entailment"),
        ("300", "less than 200", "contradiction"),
        ("300", "more than 300", "contradiction"),
        ("more than 300", "400", "neutral"),
        ("300", "310", "contradiction"),
    ],
)
def test_bounds_decide(told: str, asked: str, label: Label) -> None:
    """A number follows from a tighter one, contradicts one that cannot be, and is open otherwise."""
    assert judge_numbers(HALL.format(told), HALL.format(asked)) == label


def test_numbers_of_other_things_are_open() -> None:
    """What the premise does not count is neither held nor contradicted; lists are compared place by place."""
    assert judge_numbers("They sold 40 lamps.", "They sold 40 chairs.") == "neutral"
    lists = "The shop gave 3 prizes on Monday and 5 prizes on Friday."
    assert judge_numbers(lists, lists.replace("3", "4")) == "contradiction"
    assert judge_numbers(lists, lists) == "entailment"


def test_a_sum_of_told_numbers_follows() -> None:
    """Twelve and five eggs make seventeen, and seven more remain; eighteen contradicts."""
    told = "Rosa had 12 eggs and bought 5 eggs."
    assert judge_numbers(told, "Rosa has 17 eggs now.") == "entailment"
    assert judge_numbers(told, "Rosa has 7 eggs more of the first.") == "entailment"
    assert judge_numbers(told, "Rosa has 18 eggs now.") == "contradiction"


def test_opposites_contradict_in_one_place() -> None:
    """One word for its opposite contradicts; a sentence that holds both words does not."""
    assert judge("The mayor supports the bill.", "The mayor opposes the bill.") == "contradiction"
    assert judge("One mayor supports the bill, one opposes it.", "One mayor supports the bill.") == "entailment"


def test_nations_and_negation() -> None:
    """Another nation in the place of one contradicts, an added one does not; so does a lone negation."""
    assert nations_of("South Korean and U.S. envoys met a Thai delegation") == {
        "south korea",
        "united states",
        "thailand",
    }
    assert judge("A Thai ship left.", "A Greek ship left.") == "contradiction"
    assert judge("A Thai ship left.", "A Thai ship and a Greek tug left.") == "entailment"
    assert judge("The gate was open.", "The gate was not open.") == "contradiction"


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Draw a number with one end, two ends, or a strict bound."""
    low = draw(st.integers(0, 9))
    bound = draw(st.sampled_from(["exact", "range", "at_least", "more_than", "at_most", "less_than"]))
    high = low + (draw(st.integers(1, 5)) if bound == "range" else 0)
    first = None if bound in {"at_most", "less_than"} else float(low)
    last = None if bound in {"at_least", "more_than"} else float(high)
    return Quantity(HERE, first, last, bound)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=150)
@given(quantities(), quantities())
def test_apart_and_within_agree_with_the_numbers_themselves(one: Quantity, other: Quantity) -> None:
    """On a grid of halves, two are apart when no number is in both, and within when all of one are in the other."""

    def allowed(q: Quantity) -> set[float]:
        grid = [n / 2 for n in range(-4, 60)]
        low, high = q.low if q.low is not None else -9.0, q.high if q.high is not None else 99.0
        strict = {q.low} if q.bound == "more_than" else {q.high} if q.bound == "less_than" else set()
        return {n for n in grid if low <= n <= high and n not in strict}

    assert apart(one, other) == apart(other, one) == allowed(one).isdisjoint(allowed(other))
    assert within(one, other) == (allowed(one) <= allowed(other))


def test_corpora_are_read(tmp_path: Path) -> None:
    """Labels and categories come through; a label that is none of three is an error."""
    table = tmp_path / "equate.csv"
    table.write_text('premise,hypothesis,label,sample_index\n"One, two ",three,neutral,0\n', encoding="utf-8")
    (pair,) = read_equate(table)
    assert (pair.premise, pair.hypothesis, pair.label) == ("One, two", "three", "neutral")
    table.write_text("premise,hypothesis,label\na,b,maybe\n", encoding="utf-8")
    with pytest.raises(ValueError, match="maybe"):
        read_equate(table)
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        json.dumps({"sentence1": "a", "sentence2": "b", "gold_label": "contradiction", "category": "colors"})
    )
    assert read_breaking(lines)[0].group == "colors"
    lines.write_text(json.dumps({"claim_a": "a", "claim_b": "b", "weaken": "1", "topic": "t"}))
    assert read_claimdiff(lines) == [ClaimPair("a", "b", True, "t")]


def test_the_program_reports_a_conflict_of_two_reports() -> None:
    """Two counts of one thing in two sentences make a conflict; the same sentence twice makes none."""
    reader = KeptReader(load_reader(threads=1))
    told = "Mayor Rosa Lind said on Monday that {} people were injured in the ferry accident near Selmar."
    assert [c.kind for c in conflicts_of(told.format("24"), told.format("31"), reader)] == ["number"]
    assert not conflicts_of(told.format("24"), told.format("24"), reader)
    assert claim_features(ClaimPair(told.format("24"), told.format("31"), True, "t"), reader)[:2].tolist() == [1.0, 1.0]


def test_a_draw_is_fixed_and_small_sets_are_whole() -> None:
    """The same numbers each time, in order, never more than asked."""
    assert thinned(4, 10) == [0, 1, 2, 3]
    assert thinned(100, 10) == thinned(100, 10) == sorted(set(thinned(100, 10)))
    assert len(thinned(100, 10)) == 10


def test_rules_and_regression_are_scored_on_topics_left_out() -> None:
    """A feature that tells all is learned in every fold; rules alone are scored by the first column."""
    weakens = np.array([n % 4 == 0 for n in range(80)])
    features = np.zeros((80, len(FEATURES)))
    features[:, 4] = weakens
    topics = [f"topic {n // 8}" for n in range(80)]
    assert folded_f1(features, weakens, topics) == 1.0
    assert rule_f1(features, weakens) == 0.0
    features[0, 0] = 1
    assert rule_f1(features, weakens) == pytest.approx(2 / 21)
    assert best_bar(np.array([0.9, 0.1, 0.5]), np.array([True, False, True])) == 0.5
