"""Claims made of other claims are placed after them."""

from __future__ import annotations

from tests.align.stories import Told, report, story_of
from variorum.align.wide import place_wide, wide_rows

FIRST, SECOND = "The harbour master resigned", "the council chose a successor"
WHOLE = f"{FIRST} and {SECOND}"


def test_a_claim_that_two_others_fill_is_wide() -> None:
    """A sentence whose two halves are claims is wide; one with a single claim inside, or two small ones, is not."""
    told = [Told("a", WHOLE, "resigned"), Told("a", FIRST, "resigned"), Told("a", SECOND, "chose")]
    story = story_of([report("a", WHOLE)], told)
    whole = next(row for row, c in enumerate(story.claims) if story.passage(c.span) == WHOLE)
    assert wide_rows(story.claims) == {whole: frozenset({0, 1, 2} - {whole})}
    assert wide_rows(story_of([report("a", WHOLE)], told[:2]).claims) == {}
    small = [told[0], Told("a", "resigned", "resigned"), Told("a", "chose", "chose")]
    assert wide_rows(story_of([report("a", WHOLE)], small).claims) == {}


def test_a_wide_claim_goes_where_no_part_of_it_is() -> None:
    """Row 0 is made of 1 and 2: it joins the group of 3 unless its part stands there."""
    wide, score = {0: frozenset({1, 2})}, {(0, 3): 0.9, (1, 3): 0.2}
    alone = place_wide([[0], [1], [2], [3]], wide, score, apart=set(), stop=0.5)
    assert alone == [[0, 3], [1], [2]]
    told = place_wide([[0], [1, 3], [2]], wide, score, apart=set(), stop=0.5)
    assert told == [[0], [1, 3], [2]]


def test_a_wide_claim_heeds_the_bar_and_what_stays_apart() -> None:
    """It stays alone under the bar, and where one of the group may not be with it."""
    wide, score = {0: frozenset({1, 2})}, {(0, 3): 0.9}
    groups = [[0], [1], [2], [3, 4]]
    assert place_wide(groups, wide, score, apart=set(), stop=0.4) == [[0, 3, 4], [1], [2]]
    assert place_wide(groups, wide, score, apart=set(), stop=0.5) == groups
    assert place_wide(groups, wide, score, apart={(0, 4)}, stop=0.4) == groups


def test_two_prints_of_one_sentence_are_joined_though_no_group_takes_them() -> None:
    """Wholes left alone share a group where they are as good as certain to tell one thing, and may stand together."""
    wide = {0: frozenset({1, 2}), 3: frozenset({4, 5})}
    groups = [[row] for row in range(6)]
    assert place_wide(groups, wide, {(0, 3): 0.95}, apart=set(), stop=0.4) == [[0, 3], [1], [2], [4], [5]]
    assert place_wide(groups, wide, {(0, 3): 0.8}, apart=set(), stop=0.4) == groups
    assert place_wide(groups, wide, {(0, 3): 0.95}, apart={(0, 3)}, stop=0.4) == groups


def test_a_whole_that_found_a_group_has_no_twin() -> None:
    """It stands in one group only: the twin of a placed whole stays alone."""
    wide, score = {0: frozenset({1, 2}), 3: frozenset({4, 5})}, {(0, 3): 0.95, (0, 6): 0.9}
    groups = [[row] for row in range(7)]
    assert place_wide(groups, wide, score, apart=set(), stop=0.4) == [[0, 6], [1], [2], [3], [4], [5]]
