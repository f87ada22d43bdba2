"""What stands around a number decides whether it counts the same thing."""

from __future__ import annotations

from datetime import date

from tests.compare.stories import Told, alone, story
from variorum.compare import find_conflicts, trace_origins
from variorum.model import Conflict, Story

NAMES = {"Mara Quist": "person", "Stenness": "place", "Larkby Retreat": "place"}


def _found(told: Story) -> tuple[Conflict, ...]:
    tracing = trace_origins(told, alone(told), ())
    return find_conflicts(told, tracing.points, tracing.transmissions)


def _kept(value: int, unit: str | None = None, counted: str | None = "pigeon") -> Told:
    words = f"Mara Quist kept {value} pigeons in the old harbour tower of Stenness"
    return Told(words, "kept", number=(f"{value} pigeons", value, unit, counted))


def test_a_unit_says_what_is_counted() -> None:
    """Tonnes are tonnes, whether a report writes of nets or of gear."""
    told = story(
        {
            "a": [Told("The harbour of Stenness lost 60 tonnes of nets a year", "lost",
                       number=("60 tonnes", 60, "tonne", "net"))],
            "b": [Told("The harbour of Stenness lost 67 tonnes of gear a year", "lost",
                       number=("67 tonnes", 67, "tonne", "gear"))],
        },
        names=NAMES,  # type: ignore[arg-type]
    )  # fmt: skip
    assert [c.kind for c in _found(told)] == ["number"]


def test_the_sum_of_two_numbers_is_no_other_count() -> None:
    """Twenty-six and six make thirty-two: a total beside its parts is silent, any other number is not."""
    parts = [_kept(26), Told("Mara Quist bought 6 pigeons", "bought", number=("6 pigeons", 6, None, "pigeon"))]
    assert _found(story({"a": parts, "b": [_kept(32)]}, names=NAMES)) == ()  # type: ignore[arg-type]
    assert len(_found(story({"a": parts, "b": [_kept(33)]}, names=NAMES))) == 1  # type: ignore[arg-type]


def test_the_same_words_around_two_sums_are_enough() -> None:
    """One entry of two lists, with two figures, is a conflict though the clauses are not alike."""
    told = story(
        {
            "a": [Told("Mara Quist paid $587 on a holistic vacation at Larkby Retreat", "paid",
                       number=("$587", 587, "USD", None))],
            "b": [Told("The ledger lists $577 on a vacation at the holistic Larkby Retreat", "lists",
                       number=("$577", 577, "USD", None))],
        },
        names=NAMES,  # type: ignore[arg-type]
    )  # fmt: skip
    assert len(_found(told)) == 1


def test_terms_of_one_paper_may_be_told_as_to_come() -> None:
    """What somebody will pay against what she pays, by the same paper, is no forecast with its outcome."""
    words = "million crowns towards the repair of the Stenness dam"
    told = story(
        {
            "a": [Told(f"Velland will pay 90 {words}", "pay", "expected", tense="future",
                       number=("90 million crowns", 9e7, None, "crown"))],
            "b": [Told(f"Velland pays 120 {words}", "pays", tense="present",
                       number=("120 million crowns", 1.2e8, None, "crown"))],
        },
        names=NAMES,  # type: ignore[arg-type]
    )  # fmt: skip
    assert len(_found(told)) == 1


def test_two_later_counts_are_not_joined_by_an_older_one() -> None:
    """A toll that grew from 19 by 23 to 31 is one count at three times."""
    days = {"a": date(2031, 5, 5), "b": date(2031, 5, 6), "c": date(2031, 5, 9)}
    words = "people died in the fire of the old harbour tower of Stenness"
    told = story(
        {
            name: [Told(f"{n} {words}", "died", number=(f"{n} people", n, None, "people"))]
            for name, n in (("a", 19), ("b", 23), ("c", 31))
        },
        days=days,
        names=NAMES,  # type: ignore[arg-type]
    )
    assert _found(told) == ()


def test_a_rough_number_stands_for_an_exact_one() -> None:
    """61,000 pigeons may be 60,812 counted one by one; 61,012 and 60,812 may not be one."""
    assert _found(story({"a": [_kept(61000)], "b": [_kept(60812)]}, names=NAMES)) == ()  # type: ignore[arg-type]
    (conflict,) = _found(story({"a": [_kept(61012)], "b": [_kept(60812)]}, names=NAMES))  # type: ignore[arg-type]
    assert [f.value for f in conflict.factors if f.name == "counts close"] == [0.45]


def test_a_raised_offer_is_another_offer() -> None:
    """A number told of what was raised is set against nothing: it says itself that there was another before."""

    def offered(which: str, value: int) -> Told:
        words = f"{which} offer values the mill of Stenness at {value} million crowns"
        return Told(words, "values", number=(f"{value} million crowns", value * 1e6, None, "crown"))

    same = story({"a": [offered("The", 23)], "b": [offered("The", 25)]}, names=NAMES)  # type: ignore[arg-type]
    raised = story({"a": [offered("The", 23)], "b": [offered("The increased", 25)]}, names=NAMES)  # type: ignore[arg-type]
    assert [c.kind for c in _found(same)] == ["number"]
    assert _found(raised) == ()
