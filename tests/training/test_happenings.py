"""Passages with the happenings that readers marked in them, and how batches are drawn from them."""

import json
import random
from pathlib import Path

import yaml

from training.happenings import Passage, draw_groups, happening_counts, read_ecbplus, read_stories, split_stories
from training.windows import Window


def test_marked_clauses_become_mentions(tmp_path: Path) -> None:
    """A quotation becomes the words that it stands on; one that stands in two points is left out."""
    gold = {
        "points": [
            {
                "id": "sank",
                "evidence": [{"report": "a", "quote": "The ferry  sank"}, {"report": "a", "quote": "it rained"}],
            },
            {"id": "rain", "evidence": [{"report": "a", "quote": "it rained"}]},
        ]
    }
    (tmp_path / "gold.yaml").write_text(yaml.safe_dump(gold), encoding="utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(
        "Tarn.\n\nThe ferry sank while it rained.\n\nNothing else.", encoding="utf-8"
    )
    (passage,) = read_stories([tmp_path])
    assert [(passage.window.words[a:b], name) for a, b, name in passage.mentions] == [
        (("The", "ferry", "sank"), "sank")
    ]


def test_long_reports_are_cut_at_paragraphs(tmp_path: Path) -> None:
    """Each passage is of whole paragraphs, and its mentions stand where they stood."""
    (tmp_path / "reports").mkdir()
    text = "\n\n".join(f"Paragraph {n} says that boat {n} left the old harbour again today." for n in range(40))
    (tmp_path / "reports" / "a.txt").write_text(text, encoding="utf-8")
    gold = {"points": [{"id": str(n), "evidence": [{"report": "a", "quote": f"boat {n} left"}]} for n in (1, 39)]}
    (tmp_path / "gold.yaml").write_text(yaml.safe_dump(gold), encoding="utf-8")
    passages = read_stories([tmp_path])
    assert len(passages) == 2
    for passage in passages:
        assert passage.window.words[0] == "Paragraph"
        for a, b, name in passage.mentions:
            assert passage.window.words[a:b] == ("boat", name, "left")


def test_ecbplus_sentences_bring_the_sentence_before(tmp_path: Path) -> None:
    """Only validated events of validated sentences are mentions; the topic is the group."""
    mention = {"id": "1", "chain": "C1", "event": True, "validated": True, "sent": 1, "tokens": [4]}
    place = mention | {"id": "2", "event": False, "tokens": [6]}
    document = {
        "doc_id": "1_1", "topic": "1", "tokens": ["It", "blew", ".", "Boats", "sank", "off", "Tarn", "."],
        "sent": [0, 0, 0, 1, 1, 1, 1, 1], "validated_sents": [1], "mentions": [place, mention],
    }  # fmt: skip
    path = tmp_path / "ecb.jsonl"
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    (passage,) = read_ecbplus(path)
    assert (passage.group, passage.mentions) == ("ecb 1", ((4, 5, "C1"),))
    assert passage.window.words[0] == "It"
    assert happening_counts([passage]) == {"mentions": 1, "happenings": 1}


def test_batches_hold_one_group_and_something_told_twice() -> None:
    """A batch never mixes stories, stays within its size, and without a repeated happening it is not drawn."""
    groups = ["a", "a", "a", "b", "c", "c"]
    names = [["x"], ["x", "y"], ["y"], ["z"], ["q"], ["r"]]
    batches = draw_groups(groups, [10] * 6, names, random.Random(1), 30)
    assert sorted(sorted(b) for b in batches) == [[0, 1, 2]]
    assert draw_groups(groups, [10] * 6, names, random.Random(1), 30) == batches
    assert all(len(b) <= 2 for b in draw_groups(groups, [10] * 6, names, random.Random(3), 20))


def test_held_out_stories_are_not_trained_on(tmp_path: Path) -> None:
    """Every seventh story is held out, whatever order the folder lists them in."""
    for n in range(20):
        (tmp_path / f"s{n:02}").mkdir()
        (tmp_path / f"s{n:02}" / "gold.yaml").write_text("{}", encoding="utf-8")
    train, dev = split_stories(tmp_path)
    assert [d.name for d in dev] == ["s03", "s10", "s17"]
    assert not set(train) & set(dev)
    assert len(train) + len(dev) == 20


def test_a_passage_knows_its_group() -> None:
    """Happenings of two groups with one name count as two."""
    window = Window("stories", ("it", "sank"), (3, 1))
    passages = [Passage(g, window, ((0, 2, "p1"),)) for g in ("a", "b")]
    assert happening_counts(passages) == {"mentions": 2, "happenings": 2}
