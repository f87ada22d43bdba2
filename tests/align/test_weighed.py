"""What held claims together and what kept others outside is kept with the groups."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.stories import Told, report, story_of
from variorum.align import weigh_claims
from variorum.align.apart import why_apart
from variorum.align.scores import PAIR_FEATURES
from variorum.model import Story

SANK = ("The ferry Corvina sank off Amber Point on Monday", "The Corvina, a ferry, sank off Amber Point")
PULLED = "Rescuers pulled forty passengers from the water"


def _story(tolds: list[Told]) -> Story:
    lines: dict[str, list[str]] = {}
    for told in tolds:
        lines.setdefault(told.report, []).append(told.words)
    return story_of([report(name, *words) for name, words in lines.items()], tolds)


def test_joined_claims_have_the_pair_that_joined_them() -> None:
    """Two tellings of one sinking are one group, and their pair is kept with what spoke for it."""
    story = _story([Told("a", SANK[0], "sank"), Told("b", SANK[1], "sank"), Told("b", PULLED, "pulled")])
    grouping = weigh_claims(story)
    joined = [pair for pair in grouping.pairs if pair.joined]
    assert [(pair.first, pair.second) for pair in joined] == [grouping.groups[0].claims]
    assert joined[0].probability >= joined[0].bar
    assert joined[0].refused == ""
    assert {factor.name for factor in joined[0].factors} <= set(PAIR_FEATURES)
    strengths = [abs(factor.value) for factor in joined[0].factors]
    assert strengths == sorted(strengths, reverse=True)


def test_a_rule_that_keeps_two_apart_is_named() -> None:
    """The same words of two days are two groups, and the pair says that their days are why."""
    words = "Divers found sailors in the wreck"
    story = _story([Told("a", words, "found", day=date(2031, 5, 1)), Told("b", words, "found", day=date(2031, 5, 9))])
    (pair,) = weigh_claims(story).pairs
    assert not pair.joined
    assert pair.refused == why_apart(*story.claims) == "their moments lie more than a day apart"


def test_a_rule_between_two_others_is_named_with_them() -> None:
    """A claim that fits one member of a group and not another stays outside, and the pair that forbids it is named."""
    words = "Divers found sailors in the wreck"
    story = _story(
        [
            Told("a", words, "found", day=date(2031, 5, 1)),
            Told("b", words, "found"),
            Told("c", words, "found", day=date(2031, 5, 9)),
        ]
    )
    grouping = weigh_claims(story)
    assert len(grouping.groups) == 2
    refusals = {(pair.first, pair.second): pair.refused for pair in grouping.pairs if not pair.joined}
    a, b, c = (claim.id for claim in story.claims)
    outside = c if any(set(group.claims) == {a, b} for group in grouping.groups) else a
    between = tuple(sorted((outside, b)))
    assert "their moments lie more than a day apart" in refusals[between[0], between[1]]
    assert a in refusals[between[0], between[1]]
    assert c in refusals[between[0], between[1]]


_WORDS = st.lists(st.sampled_from([*SANK, PULLED]), min_size=1, max_size=3, unique=True)


@given(st.lists(_WORDS, min_size=1, max_size=4))
@settings(deadline=None, max_examples=20)
def test_pairs_agree_with_the_groups(stories: list[list[str]]) -> None:
    """A pair is joined exactly when its claims share a group, a refusal is given exactly when they do not."""
    story = _story(
        [
            Told(f"r{n}", words, "sank" if "sank" in words else "pulled")
            for n, lines in enumerate(stories)
            for words in lines
        ]
    )
    grouping = weigh_claims(story)
    group_of = {claim: n for n, group in enumerate(grouping.groups) for claim in group.claims}
    for pair in grouping.pairs:
        assert pair.joined == (group_of[pair.first] == group_of[pair.second])
        assert pair.joined == (not pair.refused)
    paired = {claim for pair in grouping.pairs if pair.joined for claim in (pair.first, pair.second)}
    scored = {claim for group in grouping.groups if len(group.claims) > 1 for claim in group.claims}
    assert paired <= scored
