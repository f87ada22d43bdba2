"""What each layer counts as right and as wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.laid import LONGEST_CLAIM, stray_spans
from eval.layers import LAYERS, mean, score_story
from tests.eval.stories import full_dossier, laid


def test_a_full_dossier_gets_everything(tmp_path: Path) -> None:
    """Every layer of a dossier that finds all the reader found scores 1, and no pair is a trap."""
    scores = score_story(laid(tmp_path / "s", full_dossier()))
    assert {name: score.value for name, score in scores.items()} == dict.fromkeys(LAYERS, 1.0)
    assert scores["conflicts"].traps == 0
    assert mean(scores) == 1.0


def test_an_empty_dossier_gets_nothing(tmp_path: Path) -> None:
    """A dossier without reports scores 0 in every layer and does not fail."""
    assert mean(score_story(laid(tmp_path / "s", {}))) == 0.0


def test_a_claim_as_long_as_a_paragraph_stands_for_nothing(tmp_path: Path) -> None:
    """A claim beyond the longest length is no claim over any quotation."""
    dossier = full_dossier()
    report = dossier["reports"][1]
    report["text"] += " " * LONGEST_CLAIM
    for claim in dossier["claims"]:
        if claim["report"] == "south":
            claim["end"] = claim["start"] + LONGEST_CLAIM + 1
    assert score_story(laid(tmp_path / "s", dossier))["points"].recall == 0.0


def test_half_of_a_quotation_is_enough(tmp_path: Path) -> None:
    """A claim over half of the quotation's characters stands for it; one over less does not."""
    dossier = full_dossier()
    claim = dossier["claims"][2]
    length = claim["end"] - claim["start"]
    claim["end"] = claim["start"] + (length + 1) // 2
    assert score_story(laid(tmp_path / "half", dossier))["points"].value == 1.0
    claim["end"] = claim["start"] + length // 2 - 2
    assert score_story(laid(tmp_path / "less", dossier))["points"].value < 1.0


def test_a_voice_must_be_the_right_one(tmp_path: Path) -> None:
    """The right words given to somebody else are no attribution found."""
    dossier = full_dossier()
    dossier["claims"][1]["attribution"]["voice"] = "e2"
    score = score_story(laid(tmp_path / "s", dossier))["attributions"]
    assert (score.precision, score.recall) == (0.5, 0.5)


def test_a_part_of_a_full_name_is_that_voice(tmp_path: Path) -> None:
    """A source of two of a longer name's words, or of all its words and more, names the voice."""
    dossier = full_dossier()
    dossier["claims"][1]["attribution"] = {"voice": None, "text": "the mayor, Rosa Lind", "mode": "direct"}
    assert score_story(laid(tmp_path / "s", dossier))["attributions"].value == 1.0


def test_the_tightest_claim_speaks_for_its_words(tmp_path: Path) -> None:
    """A wider claim with another certainty does not spoil the narrow one."""
    dossier = full_dossier()
    wide = {**dossier["claims"][1], "id": "wide", "certainty": "asserted", "attribution": None}
    wide["start"] -= 10
    dossier["claims"].insert(0, wide)
    assert score_story(laid(tmp_path / "s", dossier))["certainty"].value == 1.0


def test_joining_two_points_costs_precision(tmp_path: Path) -> None:
    """One big point finds all links and links what does not belong together."""
    dossier = full_dossier()
    dossier["points"] = [{"id": "p", "claims": ["c1", "c3", "c4", "c6"], "origins": ["o1", "o2"]}]
    score = score_story(laid(tmp_path / "s", dossier))["points"]
    assert score.recall == 1.0
    assert score.precision == pytest.approx(1 / 3)


def test_one_person_as_two_entities_costs_recall(tmp_path: Path) -> None:
    """B-cubed halves the recall of a name whose mentions are split."""
    dossier = full_dossier()
    mention = dossier["entities"][0]["mentions"].pop()
    dossier["entities"].append({"id": "e3", "name": "Rosa Lind", "aliases": [], "mentions": [mention]})
    score = score_story(laid(tmp_path / "s", dossier))["entities"]
    assert score.precision == 1.0
    assert score.recall == pytest.approx((0.5 + 0.5 + 1) / 3)


def test_a_compatible_pair_reported_as_conflict_is_a_trap(tmp_path: Path) -> None:
    """A false conflict costs precision and is counted when it is a known trap."""
    dossier = full_dossier()
    dossier["conflicts"].append({"id": "x2", "readings": [{"claims": ["c3"]}, {"claims": ["c6"]}]})
    score = score_story(laid(tmp_path / "s", dossier))["conflicts"]
    assert (score.precision, score.recall, score.traps) == (0.5, 1.0, 1)


def test_both_sides_in_one_reading_are_no_conflict(tmp_path: Path) -> None:
    """The two clauses must stand in two different readings."""
    dossier = full_dossier()
    dossier["conflicts"] = [{"id": "x1", "readings": [{"claims": ["c1", "c4"]}, {"claims": ["c7"]}]}]
    assert score_story(laid(tmp_path / "s", dossier))["conflicts"].value == 0.0


def test_origins_are_counted_for_the_nearest_point(tmp_path: Path) -> None:
    """A wrong number of origins is wrong; a gold point without a number is not asked for."""
    dossier = full_dossier()
    dossier["points"][0]["origins"] = ["o1"]
    score = score_story(laid(tmp_path / "s", dossier))["origins"]
    assert (score.value, score.gold) == (0.0, 1)


def test_a_day_off_is_forgiven_and_two_are_not(tmp_path: Path) -> None:
    """A report's own day may be one off."""
    dossier = full_dossier()
    dossier["reports"][0]["published"] = "2030-03-03"
    assert score_story(laid(tmp_path / "one", dossier))["dates"].value == 1.0
    dossier["reports"][0]["published"] = "2030-03-02"
    assert score_story(laid(tmp_path / "two", dossier))["dates"].value == 0.5


def test_other_days_for_a_time_are_wrong(tmp_path: Path) -> None:
    """A time expression needs exactly the reader's days."""
    dossier = full_dossier()
    dossier["times"][0]["to"] = "2030-03-05"
    assert score_story(laid(tmp_path / "s", dossier))["times"].value == 0.0


def test_dropping_boilerplate_is_right_and_dropping_body_is_not(tmp_path: Path) -> None:
    """A boilerplate line that the text no longer holds counts as right."""
    dossier = full_dossier()
    report = dossier["reports"][0]
    kept = report["text"].replace("Photo: the old bridge\n", "").replace("\nThree cars were stopped.", "")
    dossier.update(claims=[], entities=[], times=[])
    report["text"] = kept
    lines = kept.split("\n")
    report["segments"] = [
        {"start": 0, "end": len(lines[0]), "role": "title"},
        {"start": len(lines[0]) + 1, "end": len(kept), "role": "body"},
    ]
    assert score_story(laid(tmp_path / "s", dossier))["roles"].value == pytest.approx(6 / 7)


def test_a_span_outside_its_report_is_named() -> None:
    """Spans that reach past the text are found before anything is scored."""
    dossier = full_dossier()
    assert stray_spans(dossier) == []
    dossier["claims"][0]["end"] = 10_000
    assert len(stray_spans(dossier)) == 1
