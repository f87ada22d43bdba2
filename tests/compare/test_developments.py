"""What was expected and what came of it."""

from __future__ import annotations

from datetime import date

from tests.compare.stories import Told, alone, story
from variorum.compare import Developments, find_developments, trace_origins
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
