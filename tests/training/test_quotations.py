"""Fitting the regression for variants of one quotation."""

from __future__ import annotations

from typing import Any

from tests.align.stories import Told, report, story_of
from training.points.quotations import fit_quotations
from variorum.align.spoken import QUOTATION_FEATURES
from variorum.model import Story

SAYINGS = (
    "We shall rebuild the northern lighthouse before the autumn storms",
    "The harbour fees are to fall by a tenth next spring",
    "Nobody will dredge the silted channel without a survey of the eels",
)


def _marked() -> tuple[Story, dict[str, Any]]:
    """Return a story in which two reports quote three sayings, and its gold."""
    tolds = [Told(name, words, words.split()[2], voice="e1", mode="direct") for name in "ab" for words in SAYINGS]
    reports = [report(name, *(f"“{words},” Ada Holt said." for words in SAYINGS)) for name in "ab"]
    gold = {"quotations": [{"variants": [{"report": r, "quote": words} for r in "ab"]} for words in SAYINGS]}
    return story_of(reports, tolds, {"e1": "Ada Holt"}), gold


def test_shared_words_speak_for_one_quotation() -> None:
    """What makes variants is learned; what no gold can teach is set by hand, and every feature has its weight."""
    table = fit_quotations([_marked()])
    weights: Any = table["quotation"]
    assert weights.keys() == {"bias", *QUOTATION_FEATURES}
    assert weights["words in common"] > 0
    assert weights["longest run"] > 0
    assert weights["other voices, neither quoted"] < weights["other voices"] < 0


def test_a_story_without_marked_quotations_teaches_nothing() -> None:
    """Its pairs are no evidence of anything, so the weights are those of the other story alone."""
    story, gold = _marked()
    assert fit_quotations([(story, gold), (story, {})]) == fit_quotations([(story, gold)])
