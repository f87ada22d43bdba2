"""Which claims stand beside which."""

from __future__ import annotations

from tests.align.stories import Told, report, story_of
from variorum.align.beside import rows_beside

OPENING, MIDDLE, END = "The ferry left at noon", "the wind rose", "The crew turned back"
FAR = "Nobody on the quay had seen it. " * 6


def test_what_stands_next_is_beside() -> None:
    """Clauses that follow one another stand beside each other, either way; a whole and its part do not."""
    whole = f"{OPENING} and {MIDDLE}"
    text = f"{whole}. {END}."
    story = story_of(
        [report("a", text)],
        [Told("a", whole, "left"), Told("a", OPENING, "left"), Told("a", MIDDLE, "rose"), Told("a", END, "turned")],
    )
    row = {story.passage(c.span): i for i, c in enumerate(story.claims)}
    beside = rows_beside(story.claims)
    assert beside[row[whole]] == (row[END],)
    assert set(beside[row[OPENING]]) == {row[MIDDLE], row[END]}
    assert set(beside[row[END]]) == {row[whole], row[OPENING], row[MIDDLE]}


def test_what_stands_far_away_or_in_another_report_is_not_beside() -> None:
    """Some sentences in between, or another report, and two clauses are no neighbours."""
    reports = [report("a", f"{OPENING}. {FAR}{END}."), report("b", f"{END}.")]
    story = story_of(reports, [Told("a", OPENING, "left"), Told("a", END, "turned"), Told("b", END, "turned")])
    assert rows_beside(story.claims) == ((), (), ())
