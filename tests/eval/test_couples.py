"""Invented stories of plans and outcomes: every line has a place, and a plan that finds its outcome counts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from eval.couples.__main__ import measure
from eval.couples.laid_out import Block, LaidOut, read_laid_out
from eval.couples.told import tell
from variorum.reader import load_reader


def test_a_story_is_read_block_by_block(tmp_path: Path) -> None:
    """A story has its blocks in order, each with its role, its key and its tellings; blank lines mean nothing."""
    text = "## ford\n+plan bridge\nThe bridge will open.\n+outcome bridge changed\nIt opened late.\n\n+other\nRain"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    assert read_laid_out(tmp_path) == [
        LaidOut(
            "ford",
            (
                Block("plan", "bridge", ("The bridge will open.",)),
                Block("outcome", "bridge", ("It opened late.",)),
                Block("other", "", ("Rain",)),
            ),
        )
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A clause.", "one.txt, line 1: a clause outside of any block"),
        ("## ford\n+omen\nIt rained.", "one.txt, line 2: no block can open with '\\+omen'"),
        ("## ford\n+outcome bridge\nIt opened.", "one.txt, line 2: an outcome of 'bridge'"),
    ],
)
def test_a_line_without_a_place_is_named(tmp_path: Path, text: str, reason: str) -> None:
    """What cannot be read is refused by file and line."""
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=reason):
        read_laid_out(tmp_path)


def test_the_projects_own_stories_are_sound() -> None:
    """Names are told apart, every block says something, no plan has two outcomes, no clause stands twice in a story."""
    stories = read_laid_out()
    assert len(stories) > 200
    assert len({story.name for story in stories}) == len(stories)
    for story in stories:
        clauses = [clause for block in story.blocks for clause in block.clauses]
        assert all(block.clauses for block in story.blocks), story.name
        assert len(set(clauses)) == len(clauses), story.name
        keys = Counter((block.role, block.key) for block in story.blocks if block.role != "other")
        assert set(keys.values()) == {1}, story.name


def test_plans_stand_in_early_reports_and_find_their_outcomes() -> None:
    """A plan that comes true in plain words is weighed and found; one that no clause answers is no couple."""
    laid = LaidOut(
        "ford",
        (
            Block("plan", "bridge", ("The governor will open the new bridge at Arlow Ford on Friday.",)),
            Block("outcome", "bridge", ("The governor opened the new bridge at Arlow Ford.",)),
            Block("plan", "toll", ("The council may ask drivers for a toll next year.",)),
            Block("other", "", ("Geese crossed the river at dawn.",)),
        ),
    )
    told = tell(laid, load_reader(threads=1))
    days = {report.id: report.published.day for report in told.index.story.reports}
    assert days == {"a": date(2019, 3, 4), "c": date(2019, 3, 12)}
    assert len(told.couples) == 1
    weighed, first = measure([told])
    assert (weighed.value, first.value, first.units) == (1.0, 1.0, 1)
