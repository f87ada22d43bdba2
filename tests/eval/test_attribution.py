"""Attributions laid beside marked ones."""

from __future__ import annotations

from eval.attribution_pairs import Told, marked, pairs, same_source, shown
from tests.annotate.readings import annotated

_TEXT = "Ruiz said the dam held, but officials who fear floods disagree."


def _told(content: str, source: str = "") -> Told:
    at = _TEXT.index(content)
    words = frozenset(at + n for n in range(len(content)) if n == 0 or content[n - 1] == " ")
    start = _TEXT.index(source) if source else 0
    return Told(words, ((start, start + len(source)),) if source else ())


def test_each_attribution_stands_in_one_pair() -> None:
    """Of two contents that meet one marked content, the more alike one is its pair; the other is found in vain."""
    gold = [_told("the dam held", "Ruiz")]
    assert pairs(gold, [_told("dam held"), _told("the dam held", "Ruiz")]) == [(0, 1)]


def test_contents_that_share_too_little_are_two() -> None:
    """A word in common does not make one attribution."""
    assert pairs([_told("the dam held")], [_told("held, but officials who fear")]) == []


def test_an_antecedent_meets_its_relative_pronoun() -> None:
    """Where `who` is marked as the source, the noun right before it names the same voice; any other noun does not."""
    gold = _told("floods", "who")
    assert same_source(_TEXT, gold, _told("floods", "officials"))
    assert not same_source(_TEXT, gold, _told("floods", "Ruiz"))


def test_no_source_is_no_right_source() -> None:
    """An attribution to nobody meets no marked source."""
    assert not same_source(_TEXT, _told("floods", "who"), _told("floods"))


def test_marked_attributions_without_content_are_left_out() -> None:
    """What has no content cannot be found, and is not counted."""
    assert marked(_TEXT, [{"source": [[[0, 4]]], "cue": [], "content": []}]) == []


def test_claims_of_one_cue_and_source_are_one_attribution() -> None:
    """Two clauses of what somebody says are one attribution, whose content holds the words of both."""
    result = annotated(
        "Ruiz:NNP:2:nsubj said:VBD:0:root the:DT:4:det dam:NN:5:nsubj held=hold:VBD:2:ccomp and:CC:8:cc "
        "nobody:NN:8:nsubj left:VBD:5:conj .:.:2:punct",
        names={"Ruiz": "Person"},
    )
    (found,) = shown(result.report.text, result.claims)
    held = {result.report.text[start:].split()[0] for start in found.content}
    assert {"dam", "held", "nobody"} <= held
    assert [result.report.text[a:b] for a, b in found.source] == ["Ruiz"]
