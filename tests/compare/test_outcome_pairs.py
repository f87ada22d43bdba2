"""Which claims are weighed as a plan and its outcome, and what the weighing says of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.stories import Told, alone, story
from variorum.compare import find_developments, trace_origins
from variorum.compare.forecasts import looks_ahead
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_copies import longest_run
from variorum.compare.outcome_features import FEATURES, outcome_features
from variorum.compare.outcome_pairs import outcome_pairs
from variorum.compare.outcome_rows import OutcomePairs
from variorum.compare.outcomes import load_outcome_weights, weigh_outcomes
from variorum.model import Certainty, Moment, Story

NAMES = {"Mara Quist": "person", "Stenness": "place"}
MONDAY, WEDNESDAY = date(2031, 5, 5), date(2031, 5, 7)
PLAN = Told("Mara Quist will sign the fishing treaty in Stenness", "sign", "expected", tense="future")
DONE = Told("Mara Quist signed the fishing treaty on the pier in Stenness", "signed")
OTHER = Told("Mara Quist opened a school for the children of Stenness", "opened")


def _story(*told: Told, plan: Told = PLAN, late: bool = True) -> Story:
    days = {"a": MONDAY, "b": WEDNESDAY} if late else {"a": WEDNESDAY, "b": MONDAY}
    return story({"a": [plan], "b": told}, days=days, names=NAMES)  # type: ignore[arg-type]


def _ids(pairs: OutcomePairs) -> set[tuple[str, str]]:
    return {
        (pairs.plans[p].id, pairs.outcomes[o].id)
        for p, o in zip(pairs.plan.tolist(), pairs.outcome.tolist(), strict=True)
    }


def test_every_feature_has_one_weight() -> None:
    """The shipped table names the features and nothing else, so that no weight is lost by a changed name."""
    table = json.loads((files("variorum.compare") / "outcome_weights.json").read_text(encoding="utf-8"))
    assert tuple(table["weights"]) == FEATURES
    assert tuple(load_outcome_weights()) == FEATURES


def test_an_older_report_is_weighed_for_no_outcome() -> None:
    """The same two claims are a pair in one order of the days and none in the other."""
    assert _ids(outcome_pairs(ClaimIndex(_story(DONE)))) == {("a.c1", "b.c1")}
    assert _ids(outcome_pairs(ClaimIndex(_story(DONE, late=False)))) == set()


def test_what_happened_years_before_the_report_is_no_outcome_of_its_plan() -> None:
    """A visit that is still to come when its report appears is not met by one of long ago."""
    past = replace(DONE, day=date(2019, 4, 1))
    assert _ids(outcome_pairs(ClaimIndex(_story(past)))) == set()
    visit = replace(
        PLAN,
        words="the signing of a fishing treaty by Mara Quist and elders of western isles in Stenness",
        head="signing",
    )
    told = _story(past, plan=replace(visit, tense="none"))
    nominal = replace(told, claims=(replace(told.claims[0], kind="nominal"), *told.claims[1:]))
    assert _ids(outcome_pairs(ClaimIndex(nominal))) == set()
    outlived = replace(PLAN, words="Mara Quist had been expected to sign the fishing treaty in Stenness", tense="past")
    assert _ids(outcome_pairs(ClaimIndex(_story(past, plan=outlived)))) == {("a.c1", "b.c1")}


@pytest.mark.parametrize(("days", "taken"), [(7, True), (60, False)])
def test_a_day_from_the_words_around_counts_from_a_month_on(days: int, taken: bool) -> None:
    """A day that the outcome only inherits may be off by a week, not by two months."""
    made = _story(replace(DONE, day=MONDAY - timedelta(days=days)))
    claims = tuple(replace(c, moment_inherited=True) for c in made.claims)
    assert (_ids(outcome_pairs(ClaimIndex(replace(made, claims=claims)))) == {("a.c1", "b.c1")}) is taken


def test_features_are_named_columns() -> None:
    """Each pair has a row: a signing has the plan's word for it and its object, the other has not; both name two."""
    index = ClaimIndex(_story(DONE, OTHER))
    pairs = outcome_pairs(index)
    features = outcome_features(index, pairs)
    assert features.shape == (2, len(FEATURES))
    assert np.isfinite(features).all()
    told = [pairs.outcomes[o].id for o in pairs.outcome]
    rows = {claim: dict(zip(FEATURES, row, strict=True)) for claim, row in zip(told, features, strict=True)}
    assert rows["b.c1"]["same head"] == 1.0
    assert rows["b.c2"]["same head"] == 0.0
    assert rows["b.c1"]["rare words in common"] > rows["b.c2"]["rare words in common"]
    assert {row["later report"] for row in rows.values()} == {1.0}
    assert {row["named alike"] for row in rows.values()} == {2 / 3}


def test_the_outcome_itself_ranks_before_what_merely_names_the_same() -> None:
    """The signing stands before the school, and its factors add up to its strength."""
    links = weigh_outcomes(ClaimIndex(_story(OTHER, DONE)))
    assert links.after(0).id == "b.c2"
    assert np.isclose(sum(f.value for f in links.factors(0)), links.strength[0])


def test_a_story_without_plans_has_no_pairs() -> None:
    """Nothing that looks ahead, or nothing that tells plainly: no pair, and no crash."""
    for told in (_story(DONE, plan=OTHER), _story(PLAN)):
        links = weigh_outcomes(ClaimIndex(told))
        assert len(links.strength) == 0


def test_a_passage_stands_once_on_a_side() -> None:
    """A claim whose words lie inside another of the side is told by that one; the weighed claim always stays."""
    told = _story(DONE, Told("Mara Quist signed the fishing treaty on the pier in Stenness on Tuesday", "signed"))
    whole = told.claims[2]
    inner = replace(whole, id="b.c3", span=replace(whole.span, end=whole.span.end - len(" on Tuesday")))
    nested = replace(told, claims=(*told.claims, inner), vectors=np.vstack([told.vectors, told.vectors[2]]))
    (found,) = find_developments(nested, trace_origins(nested, alone(nested), ()).points).resolved
    inside = {"b.c2", "b.c3"} & set(found.after)
    assert inside == {"b.c2"} | ({"b.c3"} & set(found.weighed))


def test_days_that_meet_and_days_apart_are_two_features() -> None:
    """A plan for Tuesday told as done on Tuesday meets it; done on Wednesday it came apart."""
    for day, name in ((date(2031, 5, 6), "days meet"), (WEDNESDAY, "days apart")):
        told = _story(replace(DONE, day=day))
        plan = replace(told.claims[0], moment=Moment(date(2031, 5, 6), date(2031, 5, 6)))
        index = ClaimIndex(replace(told, claims=(plan, *told.claims[1:])))
        row = dict(zip(FEATURES, outcome_features(index, outcome_pairs(index))[0], strict=True))
        assert row[name] == 1.0
        assert row["days meet"] + row["days apart"] == 1.0


def test_two_cuts_of_one_statement_are_no_plan_and_outcome() -> None:
    """Where most of the shorter claim stands word for word in the other, one certainty was misread."""
    told = story(
        {
            "a": [Told("Mara Quist earning her bread as a young teacher in Stenness", "earning", "expected")],
            "b": [
                Told("She spoke of early days, of earning her bread as a young teacher among herring boats", "spoke")
            ],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    assert _ids(outcome_pairs(ClaimIndex(told))) == set()


def test_a_plan_may_share_its_words_with_its_outcome() -> None:
    """What a claim with "will" says may come about in the same words."""
    plan = replace(PLAN, words="Mara Quist will sign the fishing treaty of Stenness on the pier", head="sign")
    done = replace(DONE, words="She did sign the fishing treaty of Stenness on the pier", head="sign")
    assert _ids(outcome_pairs(ClaimIndex(_story(done, plan=plan)))) == {("a.c1", "b.c1")}


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_the_longest_run_is_the_longest_common_stretch(a: list[str], b: list[str]) -> None:
    """It equals what trying every stretch finds, whichever of the two comes first."""
    stretches = [a[i:j] for i in range(len(a)) for j in range(i + 1, len(a) + 1)]
    found = [s for s in stretches if any(b[k : k + len(s)] == s for k in range(len(b)))]
    assert longest_run(a, b) == longest_run(b, a) == max(map(len, found), default=0)


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("Mara Quist and the elders might all have signed the fishing treaty of Stenness", False),
        ("Mara Quist signed the fishing treaty, and the council of Stenness may end it", True),
        ("Mara Quist has not signed the fishing treaty of Stenness yet", False),
        ("Mara Quist promised again that she would sign, and signed the fishing treaty of Stenness as a mayor", False),
        ("Mara Quist could not sign the fishing treaty of Stenness after all", True),
        ("Mara Quist signed the fishing treaty of Stenness in May", True),
    ],
)
def test_what_leaves_something_open_tells_no_outcome(words: str, taken: bool) -> None:
    """What may be, is not yet, or is still to come tells no outcome; "could not", and "may" of another word, do."""
    head = "signed" if "signed" in words else "sign"
    assert bool(_ids(outcome_pairs(ClaimIndex(_story(replace(DONE, words=words, head=head)))))) is taken


def _one_point(*told: Told, plan: Told = PLAN) -> ClaimIndex:
    made = _story(*told, plan=plan)
    return ClaimIndex(made, trace_origins(made, alone(made, ("a.c1", "b.c1")), ()).points)


def test_a_plan_and_its_outcome_in_one_point_are_two_tellings() -> None:
    """Points can join what is to come with what came; a plain statement in another certainty is no plan."""
    assert _ids(outcome_pairs(_one_point(DONE))) == {("a.c1", "b.c1")}
    misread = Told("Mara Quist is glad of the fishing treaty of Stenness", "glad", "expected", tense="present")
    assert _ids(outcome_pairs(_one_point(DONE, plan=misread))) == set()


@pytest.mark.parametrize(
    ("words", "inner", "taken"),
    [
        (
            "The dinner that had been planned for Tuesday in Stenness was cancelled",
            "had been planned for Tuesday",
            True,
        ),
        ("The dinner that had been planned for Tuesday in Stenness was dull", "had been planned for Tuesday", False),
    ],
)
def test_one_sentence_can_tell_a_plan_and_its_end(words: str, inner: str, taken: bool) -> None:
    """A plan within the clause that calls it off is a pair; within any other it is one passage."""
    whole = Told(words, "cancelled" if taken else "dull")
    made = story({"a": [whole], "b": [DONE]}, days={"a": MONDAY, "b": WEDNESDAY}, names=NAMES)  # type: ignore[arg-type]
    start = words.index(inner)
    head = replace(made.claims[0].span, start=words.index("planned"), end=words.index("planned") + len("planned"))
    span = replace(made.claims[0].span, start=start, end=start + len(inner))
    plan = replace(made.claims[0], id="a.c2", span=span, head=head, certainty="expected")
    made = replace(made, claims=(*made.claims, plan), vectors=np.vstack([made.vectors, made.vectors[0]]))
    assert (("a.c2", "a.c1") in _ids(outcome_pairs(ClaimIndex(made)))) is taken


def test_another_day_is_an_outcome_and_the_same_day_is_none() -> None:
    """What a later report expects on another day has been moved; told as before, or less exactly, it is the plan."""
    tuesday, friday = date(2031, 5, 13), date(2031, 5, 16)
    plan = Told("Mara Quist will sign the fishing treaty of Stenness on Tuesday", "sign", "expected", day=tuesday)
    again = replace(plan, words="The treaty of Stenness that Mara Quist is to sign on Friday", day=friday)
    whole_week = replace(again, day=date(2031, 5, 12), last_day=date(2031, 5, 18))
    for later, taken in ((again, True), (replace(again, day=tuesday), False), (whole_week, False)):
        made = _story(later, plan=plan)
        dated = tuple(replace(c, moment_inherited=False) for c in made.claims)
        assert (("a.c1", "b.c1") in _ids(outcome_pairs(ClaimIndex(replace(made, claims=dated))))) is taken


def test_what_was_moved_may_lie_ahead_still() -> None:
    """That the signing has been moved to Friday is known on Wednesday; that it took place on Friday is not."""
    friday = date(2031, 5, 9)
    moved = Told("The signing of the fishing treaty in Stenness was moved to Friday", "moved", day=friday)
    done = replace(DONE, day=friday)
    assert _ids(outcome_pairs(ClaimIndex(_story(moved, done)))) == {("a.c1", "b.c1")}


def test_a_plan_told_again_is_no_outcome() -> None:
    """A clause about something else that also says what is to come repeats the plan; it tells no end of it."""
    again = Told("The elders are in Stenness and would sign the fishing treaty with Mara Quist", "are", tense="present")
    assert _ids(outcome_pairs(ClaimIndex(_story(again)))) == set()


def test_what_is_not_known_can_get_a_likely_answer() -> None:
    """A likely cause meets the clause that asked for it, and no plan."""
    asked = Told("It is not clear what sank the ferry of Mara Quist off Stenness", "clear", "denied", tense="present")
    answer = Told("A wave most likely sank the ferry of Mara Quist off Stenness", "sank", "possible")
    assert _ids(outcome_pairs(ClaimIndex(_story(answer, plan=asked)))) == {("a.c1", "b.c1")}
    plan = Told("Mara Quist will sink the ferry off Stenness", "sink", "expected", tense="future")
    assert _ids(outcome_pairs(ClaimIndex(_story(answer, plan=plan)))) == set()


def test_what_is_not_known_either_is_no_answer() -> None:
    """That the names are not released answers no question for the names, and does tell that a promise was not kept."""
    names = Told("The names of the crew off Stenness were not released", "released", "denied", negated=True)
    asked = Told("It is not clear who was in the crew off Stenness", "clear", "denied", tense="present")
    assert _ids(outcome_pairs(ClaimIndex(_story(names, plan=asked)))) == set()
    plan = Told("The names of the crew will be released in Stenness", "released", "expected", tense="future")
    assert _ids(outcome_pairs(ClaimIndex(_story(names, plan=plan)))) == {("a.c1", "b.c1")}


@pytest.mark.parametrize(
    ("words", "head", "certainty", "plan"),
    [
        ("Mara Quist called shortly after leaving Stenness on a planned flight", "leaving", "asserted", False),
        ("Mara Quist went to meet the elders of Stenness before the planned signing", "meet", "expected", False),
        ("Mara Quist will rest after signing the treaty of Stenness", "signing", "expected", True),
        ("Mara Quist will come to sign the treaty of Stenness", "sign", "expected", True),
    ],
)
def test_what_is_told_by_the_way_is_no_plan(words: str, head: str, certainty: Certainty, plan: bool) -> None:
    """What follows "after", or what somebody went to do, is told as done, but where all of it is still to come."""
    index = ClaimIndex(_story(DONE, plan=Told(words, head, certainty, tense="none")))
    assert looks_ahead(index, index.claims["a.c1"])
    assert bool(outcome_pairs(index).plans) is plan


@pytest.mark.parametrize(
    ("words", "ahead"),
    [
        ("The signing of Stenness is due to take place", True),
        ("The signing of Stenness was late due to the fog", False),
        ("Mara Quist pledged money to Stenness", True),
        ("Mara Quist pledged allegiance to Stenness", False),
        ("Mara Quist is to stay, and the mayor of Stenness will continue to rule", False),
    ],
)
def test_words_that_only_seem_to_look_ahead(words: str, ahead: bool) -> None:
    """A reason, an oath and what goes on as before are no plans."""
    head = "rule" if "rule" in words else words.split()[1] if words.startswith("The") else words.split()[2]
    certainty = "expected" if "rule" in words else "asserted"
    index = ClaimIndex(_story(DONE, plan=Told(words, head, certainty, tense="present")))  # type: ignore[arg-type]
    assert looks_ahead(index, index.claims["a.c1"]) is ahead
    assert bool(outcome_pairs(index).plans) is ahead
