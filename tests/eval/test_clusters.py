"""What counts as a near-copy, and what the program finds of it."""

from __future__ import annotations

import json
from pathlib import Path

from eval.clusters import found_copies, gold_copies, measure, read_articles, same_opening, sentences_of
from variorum.align import find_copies

OPENING = "A burst pipe flooded the cellars of the Orvane library on Tuesday night, the caretaker reported."
MIDDLE = [
    "Some four thousand old newspapers were soaked before anyone noticed the rising water.",
    "Helpers carried the bound volumes up the stairs until the early hours of the morning.",
    "Conservators will freeze the sheets so that they can be dried slowly over the winter.",
    "The town council had put off the repair of the pipes twice within three years.",
]
OTHER = [
    "Water stood knee-deep under the reading rooms when the first fire crew reached the building.",
    "Whether the collection can be saved is open, a restorer warned after a first look at it.",
    "Nobody can yet put a sum to the damage, though insurers have been told of the flood.",
    "The reading rooms stay closed until the electricity has been checked by an engineer.",
]


def write(folder: Path) -> Path:
    """Write four articles: one, its copy with a cut and a changed word, one of one's own, one of another event."""
    far = "Voters in Selmar elected a new mayor on Sunday after a long and bitter campaign over the harbour. " * 5
    texts = {
        "a": "\n".join([OPENING, *MIDDLE]),
        "b": "\n".join([OPENING, *MIDDLE[:3]]).replace("soaked", "drenched") + "\nThe mayor visits the library today.",
        "c": "\n".join(OTHER) + "\nThe Orvane library flood was found by the caretaker.",
        "d": far,
    }
    path = folder / "articles.jsonl"
    rows = [
        {"id": name, "text": text, "date": "2031-02-03T00:00:00", "event": "vote" if name == "d" else "flood"}
        for name, text in texts.items()
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_a_copy_with_an_editors_cut_is_a_near_copy(tmp_path: Path) -> None:
    """Only the rewritten copy is one, by the corpus's measure and by the program's."""
    reports = [a.report for a in read_articles(write(tmp_path))]
    assert gold_copies({r.id: r.text for r in reports}) == {("a", "b")}
    assert found_copies(reports, find_copies(reports)) == {("a", "b")}
    assert same_opening(reports) == {("a", "b")}


def test_short_sentences_are_no_evidence() -> None:
    """Sentences of five words or fewer are left out, and a point inside a number ends none."""
    assert sentences_of("He left. It cost 3.5 million crowns in all, they said.") == [
        "it cost 3 5 million crowns in all they said"
    ]


def test_the_figures_of_a_small_collection(tmp_path: Path) -> None:
    """Near-copies are all found, and every figure says on how many units it stands."""
    figures = {figure.name: figure for figure in measure(write(tmp_path))}
    assert figures["near-copies, F1 of pairs"].value == 1.0
    assert figures["near-copies, F1 of pairs"].units == 1
    assert figures["events, B³ F1"].value > (figures["events, B³ F1"].baseline or 0.0)
    assert figures["events, B³ precision"].value == 1.0
