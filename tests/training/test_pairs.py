"""Pairs of clauses from a story's gold."""

import json
from pathlib import Path

import yaml

from training.pairs import event_pairs, split_stories, story_pairs


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


def test_sentences_that_share_their_events_are_the_same(tmp_path: Path) -> None:
    """Of three reports two mark one event and the third, of a like happening, another."""

    def document(name: str, chain: str, words: str) -> str:
        tokens = words.split()
        mention = {"event": True, "validated": True, "sent": 0, "chain": chain}
        return json.dumps(
            {"doc_id": name, "topic": "1", "tokens": tokens, "sent": [0] * len(tokens), "mentions": [mention]}
        )

    lines = [
        document("a", "fire", "Fire destroyed a mill in Tarn ."),
        document("b", "fire", "A mill in Tarn burned down ."),
        document("c", "other", "Fire destroyed a barn in Vale ."),
    ]
    (tmp_path / "e.jsonl").write_text("\n".join(lines))
    pairs = event_pairs(tmp_path / "e.jsonl")
    assert [p.same for p in pairs] == [False, True, False]
    assert (pairs[1].first, pairs[1].second) == ("A mill in Tarn burned down.", "Fire destroyed a mill in Tarn.")


def test_held_out_stories_are_never_trained_on(tmp_path: Path) -> None:
    """The split is by name and holds each story once."""
    for n in range(20):
        (tmp_path / f"s{n:02}").mkdir()
        (tmp_path / f"s{n:02}" / "gold.yaml").write_text("{}")
    train, dev = split_stories(tmp_path, held_out=2)
    assert [p.name for p in dev] == ["s03", "s10"]
    assert len({*train, *dev}) == 20
    assert not {*train} & {*dev}
