"""What was expected and what came of it."""

from __future__ import annotations

from datetime import date

import numpy as np

from tests.compare.stories import Told, alone, story
from variorum.compare import Developments, find_developments, trace_origins
from variorum.compare.developments import SURE, SURE_OF_GUESS, told_developments
from variorum.compare.forecasts import tells_as_done
from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_features import FEATURES, outcome_features
from variorum.compare.outcome_kinds import outcome_kind
from variorum.compare.outcome_pairs import outcome_pairs
from variorum.compare.outcomes import rank
from variorum.model import Certainty, Story

NAMES = {"Mara Quist": "person", "Stenness": "place"}
MONDAY, WEDNESDAY = date(2031, 5, 5), date(2031, 5, 7)


def _found(told: Story, *together: tuple[str, ...]) -> Developments:
    return find_developments(told, trace_origins(told, alone(told, *together), ()).points)


def _visit(before: str = "expected", after: Certainty = "asserted", *, late: bool = True) -> Story:
    days = {"a": MONDAY, "b": WEDNESDAY} if late else {"a": WEDNESDAY, "b": MONDAY}
    return story(
        {
            "a": [Told("Mara Quist will sign the fishing treaty in Stenness", "sign", before, tense="future")],  # type: ignore[arg-type]
            "b": [Told("Mara Quist signed the fishing treaty on the pier in Stenness", "signed", after)],
        },
        days=days,
        names=NAMES,  # type: ignore[arg-type]
    )


def test_a_plan_meets_its_outcome() -> None:
    """What one report announces and a later one tells as done has happened; nothing stays open."""
    found = _found(_visit())
    assert [(d.before, d.after, d.outcome) for d in found.resolved] == [(("a.c1",), ("b.c1",), "happened")]
    assert found.open == ()


def test_a_denied_outcome_is_cancelled() -> None:
    """What was announced and later is said not to be so was called off."""
    (found,) = _found(_visit(after="denied")).resolved
    assert found.outcome == "cancelled"


def test_an_older_report_tells_no_outcome() -> None:
    """A report of an earlier day cannot tell how a later forecast came out."""
    found = _found(_visit(late=False))
    assert found.resolved == ()
    assert found.open == ("a.c1",)


def test_a_plain_statement_looks_nowhere() -> None:
    """Two statements of one thing are no development."""
    told = story(
        {
            "a": [Told("Mara Quist is the first to sign a fishing treaty in Stenness", "sign", tense="present")],
            "b": [Told("Mara Quist signed the fishing treaty on the pier in Stenness", "signed")],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    assert _found(told).resolved == ()


def test_words_that_look_ahead_count_whatever_the_certainty_was_read_as() -> None:
    """A clause with "will" is a forecast even where its certainty was read as a plain statement."""
    assert len(_found(_visit(before="asserted")).resolved) == 1


def test_a_guess_about_the_past_is_no_forecast() -> None:
    """What may have been is not what is to come."""
    told = story(
        {
            "a": [Told("Mara Quist may have signed the fishing treaty in Stenness", "signed", "possible")],
            "b": [Told("Mara Quist signed the fishing treaty on the pier in Stenness", "signed")],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    assert _found(told).resolved == ()


def test_a_development_shows_which_two_claims_were_weighed() -> None:
    """The factors compare one forecast with one outcome, add up to the strength, and reach the bar."""
    (found,) = _found(_visit()).resolved
    assert found.weighed == ("a.c1", "b.c1")
    assert found.strength is not None
    assert found.bar is not None
    assert found.strength >= found.bar
    assert abs(sum(f.value for f in found.factors) - found.strength) < 1e-9


def test_another_word_for_the_happening_is_enough() -> None:
    """What will travel and what flew name one sort of happening, and the factors say so."""
    told = story(
        {
            "a": [Told("Mara Quist will travel to the harbour of Stenness", "travel", "expected", tense="future")],
            "b": [Told("Mara Quist flew to the harbour of Stenness", "flew")],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    (found,) = _found(told).resolved
    assert "kindred heads" in {f.name for f in found.factors}


def test_an_unlike_outcome_leaves_the_forecast_open() -> None:
    """Something else that happened later says nothing about the plan."""
    told = story(
        {
            "a": [Told("Mara Quist will sign the fishing treaty in Stenness", "sign", "expected", tense="future")],
            "b": [Told("Heavy rain flooded the cellars of the old town", "flooded")],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    found = _found(told)
    assert found.resolved == ()
    assert found.open == ("a.c1",)


def test_forecasts_of_one_point_are_one_development() -> None:
    """Two reports announce, one tells the outcome: one development with both before it."""
    told = story(
        {
            "a": [Told("Mara Quist will sign the fishing treaty in Stenness", "sign", "expected", tense="future")],
            "b": [Told("Mara Quist is to sign a fishing treaty at Stenness", "sign", "expected", tense="future")],
            "c": [Told("Mara Quist signed the fishing treaty on the pier in Stenness", "signed")],
        },
        days={"a": MONDAY, "b": MONDAY, "c": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    (found,) = _found(told, ("a.c1", "b.c1")).resolved
    assert found.before == ("a.c1", "b.c1")
    assert found.after == ("c.c1",)


def test_what_was_called_off_in_so_many_words_is_cancelled() -> None:
    """To be "called off" is a phrase, not a verb of its own: the outcome is read from the words."""
    told = story(
        {
            "a": [Told("The regatta of Stenness is planned for Friday in the harbour", "planned", "expected")],
            "b": [Told("The regatta of Stenness in the harbour was called off because of fog", "called")],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    (found,) = _found(told).resolved
    assert found.outcome == "cancelled"
    assert "called off or changed" in {f.name for f in found.factors}


def test_what_was_asked_for_waits_for_an_outcome() -> None:
    """A demand, or a plain clause that speaks of something proposed, is met by what came of it."""
    for words, head, certainty in (
        ("the court to send Mara Quist to prison in Stenness for nine years", "send", "wanted"),
        (
            "Prosecutors proposed that the court send Mara Quist to prison in Stenness for nine years",
            "send",
            "asserted",
        ),
    ):
        told = story(
            {
                "a": [Told(words, head, certainty)],  # type: ignore[arg-type]
                "b": [
                    Told("The harbour court did send Mara Quist to prison in Stenness on Monday for six years", "send")
                ],
            },
            days={"a": MONDAY, "b": WEDNESDAY},
            names=NAMES,  # type: ignore[arg-type]
        )
        assert [d.after for d in _found(told).resolved] == [("b.c1",)]


def test_a_piece_that_holds_only_a_time_plans_nothing() -> None:
    """Two pieces that name a part of one day are no plan and outcome, however alike."""
    told = story(
        {
            "a": [Told("on Tuesday evening", "evening", "expected")],
            "b": [Told("on Tuesday morning", "morning")],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
    )
    assert _found(told).resolved == ()


def test_what_is_told_as_done_is_no_open_plan() -> None:
    """Whatever else a claim looks ahead to: where its own word is told as done, it is no plan."""
    for words, head, certainty, done in (
        ("Mara Quist, who plans to run again in Stenness, signed the fishing treaty", "signed", "expected", True),
        ("Mara Quist will sign the fishing treaty in Stenness", "sign", "expected", False),
        ("Mara Quist was expected to sign the fishing treaty in Stenness", "sign", "expected", False),
        ("the council demanded that Mara Quist sign the fishing treaty", "sign", "wanted", False),
        ("Mara Quist urged Stenness to sign the fishing treaty", "urged", "asserted", False),
        ("the fishing treaty had been signed in Stenness by Mara Quist", "signed", "wanted", True),
    ):
        told = story({"a": [Told(words, head, certainty)]}, names=NAMES)  # type: ignore[arg-type]
        index = ClaimIndex(told)
        assert tells_as_done(index, told.claims[0]) is done, words
        assert bool(outcome_pairs(index).plans) is not done, words


def test_a_guess_needs_more_to_be_told_openly() -> None:
    """What a plan needs to be told openly is not enough for a claim that only supposes, under any weights."""
    weights = np.array([20.0 * (name == "wording") for name in FEATURES])
    suspected = "Stenness suspects that the fishing treaty was torn up on the pier by Mara Quist"
    guess = story(
        {
            "a": [Told(suspected, "suspects")],
            "b": [Told("Mara Quist signed the fishing treaty on the pier in Stenness", "signed")],
        },
        days={"a": MONDAY, "b": WEDNESDAY},
        names=NAMES,  # type: ignore[arg-type]
    )
    sure = []
    for told in (_visit(), guess):
        index = ClaimIndex(told)
        pairs = outcome_pairs(index)
        (found,) = told_developments(index, rank(pairs, outcome_features(index, pairs), weights))
        sure.append(found.sure)
    assert sure == [SURE, SURE_OF_GUESS]
    assert SURE_OF_GUESS > SURE


def test_a_step_is_called_off_or_moved_by_its_words() -> None:
    """Heads and phrases tell in which way a plan came out."""
    for words, head, kind in (
        ("Mara Quist backed out of the fishing treaty on the pier in Stenness", "backed", "cancelled"),
        ("The signing of the fishing treaty by Mara Quist in Stenness was put off", "signing", "changed"),
        ("Mara Quist signed the fishing treaty in Stenness earlier than planned", "signed", "changed"),
        ("Mara Quist signed the fishing treaty on the pier in Stenness", "signed", "happened"),
    ):
        told = story({"a": [Told("Mara Quist will sign it in Stenness", "sign", "expected")], "b": [Told(words, head)]})
        plan, outcome = told.claims
        assert outcome_kind(ClaimIndex(told), plan, outcome) == kind, words


def test_another_amount_than_planned_is_a_change() -> None:
    """What was to cost 90 crowns and cost 120 came otherwise; the same, or another thing counted, does not say so."""
    plan = Told("Mara Quist will pay 90 crowns", "pay", "expected", number=("90 crowns", 90.0, "crowns", None))
    for number, kind in (
        (("120 crowns", 120.0, "crowns", None), "changed"),
        (("90 crowns", 90.0, "crowns", None), "happened"),
        (("120 days", 120.0, "days", None), "happened"),
    ):
        told = story({"a": [plan], "b": [Told(f"Mara Quist paid {number[0]}", "paid", number=number)]})
        assert outcome_kind(ClaimIndex(told), *told.claims) == kind


def test_each_strong_link_opens_a_development_of_its_own() -> None:
    """Two happenings of one visit are told apart, each with its own plan and outcome, though their words are near."""
    plans = [
        Told("Mara Quist will sign the fishing treaty in Stenness on the pier", "sign", "expected", tense="future"),
        Told("Mara Quist will open the new school of the island", "open", "expected", tense="future"),
    ]
    ends = [
        Told("Mara Quist signed the fishing treaty in Stenness on the old pier", "signed"),
        Told("Mara Quist opened the new school of the island today", "opened"),
    ]
    told = story({"a": plans, "b": ends}, days={"a": MONDAY, "b": WEDNESDAY}, names=NAMES)  # type: ignore[arg-type]
    assert {d.weighed for d in _found(told).resolved} == {("a.c1", "b.c1"), ("a.c2", "b.c2")}
