"""Pairs of clauses from a story's gold."""

import random
from pathlib import Path

import yaml

from training.pairs import Pair, draw_pairs, story_pairs


def evidence(*quotes: str) -> list[dict[str, str]]:
    """Return evidence of one report."""
    return [{"report": "r", "quote": q} for q in quotes]


def test_points_make_the_same_and_marks_make_the_different(tmp_path: Path) -> None:
    """One point's clauses are the same, two points' are not, and readings of one question are marked as different."""
    gold = {
        "points": [{"evidence": evidence("boat left", "ship sailed")}, {"evidence": evidence("it sank")}],
        "conflicts": [
            {"readings": [{"evidence": evidence("ten died")}, {"evidence": evidence("twelve died")}]},
        ],
        "developments": [{"before": evidence("will leave"), "after": evidence("boat left")}],
        "compatible": [{"a": evidence("boat left")[0], "b": evidence("ship sailed")[0]}],
    }
    (tmp_path / "gold.yaml").write_text(yaml.safe_dump(gold), encoding="utf-8")
    pairs = {(p.first, p.second): (p.same, p.marked) for p in story_pairs(tmp_path)}
    assert pairs == {
        ("boat left", "ship sailed"): (True, False),
        ("boat left", "it sank"): (False, False),
        ("it sank", "ship sailed"): (False, False),
        ("ten died", "twelve died"): (False, True),
        ("boat left", "will leave"): (False, True),
    }


def test_all_that_is_the_same_is_seen_and_close_others_oftener() -> None:
    """Every pair of one happening is in each draw, and of the others the close ones more often than the far."""
    pairs = [Pair("s", f"{i:04}", "x", i < 20) for i in range(1000)]
    drawn = draw_pairs(pairs, [1 - i / 1000 for i in range(1000)], random.Random(3))
    assert set(pairs[:20]) <= set(drawn)
    assert len(drawn) == len(set(drawn))
    near = sum(20 <= int(p.first) < 140 for p in drawn) / 120
    far = sum(int(p.first) >= 140 for p in drawn) / 860
    assert near > 3 * far


def test_marked_pairs_are_drawn_though_they_are_far() -> None:
    """A pair that a reader marked as different comes into about three of five draws."""
    pairs = [Pair("s", "a", "b", True), *(Pair("s", f"{i:03}", "x", False, i == 99) for i in range(100))]
    closeness = [1.0, *(1 - i / 100 for i in range(100))]
    drawn = [pairs[-1] in draw_pairs(pairs, closeness, random.Random(n)) for n in range(100)]
    assert 40 <= sum(drawn) <= 80
