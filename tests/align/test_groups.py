"""Claims of several reports are grouped by what they tell."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.stories import Told, report, story_of
from variorum.align import group_claims
from variorum.align.apart import must_stay_apart
from variorum.align.features import FEATURES, pair_features
from variorum.align.scores import PAIR_FEATURES, PairScores
from variorum.align.second_look import SECOND_FEATURES
from variorum.align.views import views_of
from variorum.align.weights import load_weights
from variorum.model import Story

LINES = {
    "a": ("The ferry Corvina sank off Amber Point on Monday", "Rescuers pulled forty passengers from the water"),
    "b": ("The Corvina, a ferry, sank off Amber Point", "The harbour master resigned over the lighthouse"),
    "c": ("Forty passengers were pulled from the water by rescuers", "Bread prices rose in the capital"),
}
HEADS = ("sank", "pulled", "resigned", "rose")


def _story(lines: dict[str, tuple[str, ...]] | None = None) -> Story:
    lines = lines or LINES
    reports = [report(name, *texts) for name, texts in lines.items()]
    tolds = [Told(name, text, next(h for h in HEADS if h in text)) for name, texts in lines.items() for text in texts]
    return story_of(reports, tolds)


def _groups(story: Story) -> list[set[str]]:
    words = {c.id: story.passage(c.span) for c in story.claims}
    return [{words[c] for c in g.claims} for g in group_claims(story)]


def test_the_same_happening_shares_a_group() -> None:
    """Two tellings of the sinking and two of the rescue meet; what only one report tells stays alone."""
    groups = _groups(_story())
    assert {LINES["a"][0], LINES["b"][0]} in groups
    assert {LINES["a"][1], LINES["c"][0]} in groups
    assert {LINES["b"][1]} in groups
    assert {LINES["c"][1]} in groups


def test_groups_explain_themselves() -> None:
    """A group of several claims names what spoke for it, with passages of its own claims."""
    story = _story()
    for group in group_claims(story):
        if len(group.claims) == 1:
            assert group.factors == ()
        else:
            assert group.factors
            assert {f.name for f in group.factors} <= set(PAIR_FEATURES)
            reports = {c.split(".")[0] for c in group.claims}
            assert all(span.report in reports for f in group.factors for span in f.evidence)


def test_an_announcement_is_not_the_event() -> None:
    """A claim that looks ahead and one that tells it as done are two points."""
    a, b = Told("a", "The Corvina will sail", "sail", "expected", "future"), Told("b", "The Corvina did sail", "sail")
    story = story_of([report("a", a.words), report("b", b.words)], [a, b])
    assert must_stay_apart(*story.claims)
    assert len(group_claims(story)) == 2


def test_a_denial_is_not_the_assertion() -> None:
    """What one report denies, another's assertion does not join."""
    a = Told("a", "The Corvina carried oil", "carried")
    b = Told("b", "The Corvina carried no oil", "carried", "denied", negated=True)
    story = story_of([report("a", a.words), report("b", b.words)], [a, b])
    assert len(group_claims(story)) == 2


def test_other_days_and_other_counts_stay_apart() -> None:
    """Moments that share no day, and one thing counted otherwise, part claims of the same words."""
    words = "Divers found sailors in the wreck"
    for one, other in (
        (Told("a", words, "found", day=date(2031, 5, 1)), Told("b", words, "found", day=date(2031, 5, 9))),
        (Told("a", words, "found", count=(3, "sailor")), Told("b", words, "found", count=(9, "sailor"))),
    ):
        story = story_of([report("a", words), report("b", words)], [one, other])
        assert len(group_claims(story)) == 2


def test_a_near_count_is_the_same_only_where_one_is_round() -> None:
    """190 may be 186 rounded; 163 and 186, or 41 and 43, are two counts however near they are."""
    words = "Divers counted sailors in the wreck"
    for first, second, apart in (
        (186, 190, False),
        (186, 200, False),
        (163, 186, True),
        (41, 43, True),
        (41, 40, False),
    ):
        one, other = (Told(name, words, "counted", count=(n, "sailor")) for name, n in (("a", first), ("b", second)))
        story = story_of([report("a", words), report("b", words)], [one, other])
        assert must_stay_apart(*story.claims) is apart


def test_few_pairs_are_kept_however_many_look_alike() -> None:
    """The number of scored pairs stays under six a claim where thirty reports tell the same two things."""
    story = _story({f"r{n:02d}": tuple(LINES["a"]) for n in range(30)})
    assert len(PairScores(views_of(story), load_weights()).pairs) <= 6 * len(story.claims)


def test_no_claims_no_groups() -> None:
    """A story without claims has no groups."""
    assert group_claims(story_of([report("a", "Nothing")], [])) == ()


_LINES = st.lists(st.sampled_from([*LINES["a"], *LINES["b"], *LINES["c"]]), min_size=1, max_size=3, unique=True)


@given(st.lists(_LINES, min_size=1, max_size=4))
@settings(deadline=None, max_examples=20)
def test_every_claim_ends_in_exactly_one_group(stories: list[list[str]]) -> None:
    """Groups divide the claims: none is lost, none stands twice."""
    story = _story({f"r{n}": tuple(lines) for n, lines in enumerate(stories)})
    grouped = [c for g in group_claims(story) for c in g.claims]
    assert sorted(grouped) == sorted(c.id for c in story.claims)


def test_comparing_a_with_b_equals_comparing_b_with_a() -> None:
    """Every feature of a pair is symmetric."""
    views = views_of(_story())
    pairs = [(i, j) for i in range(len(views.claims)) for j in range(len(views.claims)) if i != j]
    turned = [(j, i) for i, j in pairs]
    assert np.array_equal(pair_features(views, pairs), pair_features(views, turned))


def test_the_shipped_weights_name_known_features() -> None:
    """Every weight of the table belongs to a feature."""
    table = load_weights()
    assert len(table.points.weight) == len(FEATURES)
    assert len(table.second.weight) == len(SECOND_FEATURES)
    assert 0 < table.stop < 1
