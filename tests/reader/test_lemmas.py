"""Lemma rules give back the lemma that they were made from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.reader.lemmas import apply_rule, find_lemma, lemma_rule


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("ships", "ship"), ("Ships", "ship"), ("carried", "carry"), ("went", "go"), ("was", "be"), ("Osk", "Osk"),
     ("Tarns", "Tarn"), ("UN", "UN"), ("boat", "boat"), ("'s", "be")],
)  # fmt: skip
def test_rule_gives_the_lemma_back(word: str, lemma: str) -> None:
    """Regular endings, irregular words, names and clitics."""
    assert apply_rule(word, lemma_rule(word, lemma)) == lemma


def test_one_rule_serves_many_words() -> None:
    """The rule of one word's plural makes another's."""
    assert apply_rule("Harbours", lemma_rule("boats", "boat")) == "harbour"


def test_a_rule_longer_than_its_word_leaves_the_word() -> None:
    """A rule that would cut off the whole word gives the word in small letters."""
    assert apply_rule("Ox", lemma_rule("carried", "carry")) == "ox"


def test_the_longest_known_ending_decides() -> None:
    """The whole word comes before its endings, a longer ending before a shorter, and a name is its own lemma."""
    table = {"VBD": {"": "-0+", "ed": "-2+", "ied": "-3+y", "^ran": "-2+un"}}
    words = ["Walked", "denied", "ran", "cut"]
    assert [find_lemma(w, "VBD", table) for w in words] == ["walk", "deny", "run", "cut"]
    assert find_lemma("Denied", "NNP", table) == "Denied"
    assert find_lemma("Odd", "XX", table) == "odd"


@settings(deadline=None, max_examples=150)
@given(st.text("abCDé'", min_size=1, max_size=8), st.text("abCDé'", min_size=1, max_size=8))
def test_any_pair_survives(word: str, lemma: str) -> None:
    """Whatever word and lemma, the rule gives the lemma back."""
    assert apply_rule(word, lemma_rule(word, lemma)) == lemma
