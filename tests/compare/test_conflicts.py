"""Where reports disagree, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.stories import Told, alone, by, story
from variorum.compare import find_conflicts, magnitudes, trace_origins
from variorum.model import Conflict, Quantity, Span, Story

FERRY = "passengers were rescued from the burning ferry Corvina off Stenness"


def _found(told: Story, *together: tuple[str, ...]) -> tuple[Conflict, ...]:
    tracing = trace_origins(told, alone(told, *together), ())
    return find_conflicts(told, tracing.points, tracing.transmissions)


def _count(value: float, word: str) -> Told:
    return Told(f"{word} {FERRY}", "rescued", number=(f"{word} passengers", value, None, "passenger"))


def test_two_counts_of_one_thing_are_a_conflict() -> None:
    """Forty-one rescued against forty-seven: one conflict, its values marked, most origins first."""
    told = story(
        {"a": [_count(41, "41")], "b": [_count(47, "47")], "c": [_count(47, "47")]},
        outlets={"a": "Ledger", "b": "Post", "c": "Herald"},
        names={"Corvina": "other", "Stenness": "place"},
    )
    (conflict,) = _found(told, ("b.c1", "c.c1"))
    assert conflict.kind == "number"
    assert conflict.question == "… were rescued from the burning ferry Corvina off Stenness"
    assert [(r.value, r.claims) for r in conflict.readings] == [("47", ("b.c1", "c.c1")), ("41", ("a.c1",))]
    assert [told.passage(v) for v in conflict.readings[1].values] == ["41 passengers"]


def test_the_same_count_is_no_conflict() -> None:
    """Two reports with one number agree."""
    told = story({"a": [_count(41, "41")], "b": [_count(41, "41")]}, names={"Corvina": "other"})
    assert _found(told) == ()


def test_counts_of_different_things_are_no_conflict() -> None:
    """Passengers are not sailors, whatever else the clauses share."""
    other = Told(
        "7 sailors were rescued from the burning ferry Corvina off Stenness",
        "rescued",
        number=("7 sailors", 7, None, "sailor"),
    )
    told = story({"a": [_count(41, "41")], "b": [other]}, names={"Corvina": "other"})
    assert _found(told) == ()


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (Quantity(Span("a", 0, 1), 48, 48), Quantity(Span("b", 0, 1), 47, 47), True),
        (Quantity(Span("a", 0, 1), 200, 200), Quantity(Span("b", 0, 1), 197, 197), False),
        (Quantity(Span("a", 0, 1), 3e9, 3e9), Quantity(Span("b", 0, 1), 3.2e9, 3.2e9), False),
        (Quantity(Span("a", 0, 1), 43e6, 43e6), Quantity(Span("b", 0, 1), 43_885_310, 43_885_310), False),
        (Quantity(Span("a", 0, 1), 31.2, 31.2), Quantity(Span("b", 0, 1), 32.6, 32.6), True),
        (Quantity(Span("a", 0, 1), 12, None, "at_least"), Quantity(Span("b", 0, 1), 15, 15), False),
        (Quantity(Span("a", 0, 1), 12, None, "at_least"), Quantity(Span("b", 0, 1), 9, 9), True),
        (Quantity(Span("a", 0, 1), 100, 100, "about"), Quantity(Span("b", 0, 1), 93, 93), False),
        (Quantity(Span("a", 0, 1), None, None), Quantity(Span("b", 0, 1), 93, 93), False),
    ],
)
def test_when_two_numbers_cannot_be_one(a: Quantity, b: Quantity, apart: bool) -> None:
    """Bounds, "about" and rounding let two numbers be one; the order of the two does not matter."""
    assert magnitudes.apart(a, b) is apart
    assert magnitudes.apart(b, a) is apart


def _landing(
    day: date, last: date | None = None, words: str = "The envoy Mara Quist landed at Stenness airport"
) -> Told:
    return Told(words, "landed", day=day, last_day=last)


def test_one_happening_on_two_days_is_a_conflict() -> None:
    """The same landing told for Monday and for Tuesday."""
    told = story(
        {
            "a": [_landing(date(2031, 5, 5))],
            "b": [_landing(date(2031, 5, 6), words="Mara Quist the envoy landed early at Stenness")],
        },
        names={"Mara Quist": "person", "Stenness": "place"},
    )
    (conflict,) = _found(told)
    assert conflict.kind == "time"
    assert [r.value for r in conflict.readings] == ["2031-05-05", "2031-05-06"]


def test_one_text_dated_from_two_days_is_no_conflict() -> None:
    """The same words in two reports say the same day, however each report's own day was worked out."""
    told = story(
        {"a": [_landing(date(2031, 5, 5))], "b": [_landing(date(2031, 5, 6))]},
        names={"Mara Quist": "person", "Stenness": "place"},
    )
    assert _found(told) == ()


def test_precision_is_no_conflict() -> None:
    """A day lies in its month."""
    told = story(
        {"a": [_landing(date(2031, 5, 5))], "b": [_landing(date(2031, 5, 1), date(2031, 5, 31))]},
        names={"Mara Quist": "person", "Stenness": "place"},
    )
    assert _found(told) == ()


def test_one_role_for_two_persons_is_a_conflict() -> None:
    """Two deputy prime ministers in one delegation, by what stands before their names."""
    told = story(
        {
            "a": [Told("Deputy Prime Minister Ann Lee will join Mara Quist on the trip to Stenness", "join")],
            "b": [Told("Deputy Prime Minister Bo Falk has joined Mara Quist on the trip to Stenness", "joined")],
        },
        names={"Ann Lee": "person", "Bo Falk": "person", "Mara Quist": "person", "Stenness": "place"},
    )
    (conflict,) = _found(told)
    assert (conflict.kind, conflict.question) == ("person", "deputy prime minister")
    assert [r.value for r in conflict.readings] == ["Ann Lee", "Bo Falk"]


def test_a_list_that_names_both_is_no_conflict() -> None:
    """A clause that names both holders knows that there are two."""
    both = "Deputy Prime Minister Ann Lee and Bo Falk will join Mara Quist on the trip to Stenness"
    told = story(
        {
            "a": [Told(both, "join")],
            "b": [Told("Deputy Prime Minister Bo Falk has joined Mara Quist on the trip to Stenness", "joined")],
        },
        names={"Ann Lee": "person", "Bo Falk": "person", "Mara Quist": "person", "Stenness": "place"},
    )
    assert _found(told) == ()


def test_two_towns_of_one_region_are_a_conflict() -> None:
    """The same pair of pilots from two towns of one region."""
    told = story(
        {
            "a": [Told("The two pilots came from Elmstead, Norland, and were brothers", "came")],
            "b": [Told("The two pilots came from Oakby, Norland, and were brothers", "came")],
        }
    )
    (conflict,) = _found(told)
    assert (conflict.kind, sorted(r.value for r in conflict.readings)) == ("place", ["Elmstead", "Oakby"])


def test_an_accusation_and_its_denial_are_a_conflict() -> None:
    """A denial that only points back is set against the accusation that names who denies."""
    told = story(
        {
            "a": [Told("Prosecutors accuse Mara Quist of taking bribes", "accuse", "alleged")],
            "b": [Told("Mara Quist has denied the accusations", "denied", "denied")],
        },
        names={"Mara Quist": "person"},
    )
    (conflict,) = _found(told)
    assert conflict.kind == "denial"
    assert {r.value: r.claims for r in conflict.readings} == {"told": ("a.c1",), "denied": ("b.c1",)}


def test_a_voice_does_not_contradict_itself() -> None:
    """What somebody says and denies in one breath is no disagreement of two."""
    told = story(
        {
            "a": [Told("Mara Quist is accused of taking bribes from Falk", "accused", "alleged", by("Mara Quist"))],
            "b": [Told("Mara Quist denied taking bribes from Falk", "denied", "denied", by("Mara Quist"))],
        },
        names={"Mara Quist": "person"},
    )
    assert _found(told) == ()


def test_a_refusal_to_say_is_no_denial() -> None:
    """Who can neither confirm nor deny has denied nothing."""
    told = story(
        {
            "a": [Told("Prosecutors accuse Mara Quist of taking bribes", "accuse", "alleged")],
            "b": [Told("Mara Quist could neither confirm nor deny taking bribes", "confirm", "denied")],
        },
        names={"Mara Quist": "person"},
    )
    assert _found(told) == ()


def test_no_answer_is_no_denial() -> None:
    """Who has not commented has denied nothing."""
    told = story(
        {
            "a": [Told("Mara Quist commented on the fire at Stenness", "commented")],
            "b": [Told("Mara Quist did not comment on the fire at Stenness", "comment", "denied", negated=True)],
        },
        names={"Mara Quist": "person", "Stenness": "place"},
    )
    assert _found(told) == ()


@settings(deadline=None, max_examples=15)
@given(st.permutations([0, 1, 2]))
def test_comparing_in_any_order_gives_the_same(order: list[int]) -> None:
    """Renaming nothing and shuffling the points changes no conflict; a against b is b against a."""
    told = story(
        {
            "a": [_count(41, "41")],
            "b": [_count(47, "47"), Told("Mara Quist has denied the accusations", "denied", "denied")],
            "c": [Told("Prosecutors accuse Mara Quist of taking bribes", "accuse", "alleged")],
        },
        names={"Corvina": "other", "Stenness": "place", "Mara Quist": "person"},
    )
    tracing = trace_origins(told, alone(told), ())
    points = [tracing.points[i] for i in order] + list(tracing.points[3:])
    found = find_conflicts(told, points, tracing.transmissions)
    assert found == find_conflicts(told, tracing.points, tracing.transmissions)
    assert {c.kind for c in found} == {"number", "denial"}


def test_an_older_provisional_count_is_kept_out() -> None:
    """A first count that is called one and a later, other count are two stages, no disagreement."""
    told = story(
        {
            "a": [Told(f"So far 41 {FERRY}", "rescued", number=("41 passengers", 41, None, "passenger"))],
            "b": [_count(47, "47")],
        },
        days={"a": date(2031, 5, 5), "b": date(2031, 5, 6)},
        names={"Corvina": "other", "Stenness": "place"},
    )
    assert _found(told) == ()


def test_a_toll_that_grew_is_no_conflict_and_one_that_shrank_is() -> None:
    """More dead in a later report are news; fewer are a disagreement."""

    def toll(first: int, later: int) -> Story:
        words = "people died when the ferry Corvina burned off Stenness"
        return story(
            {
                "a": [Told(f"{first} {words}", "died", number=(f"{first} people", first, None, "people"))],
                "b": [Told(f"{later} {words}", "died", number=(f"{later} people", later, None, "people"))],
            },
            days={"a": date(2031, 5, 5), "b": date(2031, 5, 6)},
            names={"Corvina": "other", "Stenness": "place"},
        )

    assert _found(toll(12, 14)) == ()
    assert [c.kind for c in _found(toll(14, 12))] == ["number"]


def test_a_forecast_and_its_outcome_are_no_conflict() -> None:
    """What was expected and what came of it are a development."""
    told = story(
        {
            "a": [Told(f"47 {FERRY}", "rescued", "expected", number=("47 passengers", 47, None, "passenger"))],
            "b": [_count(41, "41")],
        },
        names={"Corvina": "other", "Stenness": "place"},
    )
    assert _found(told) == ()


def test_opinions_about_the_future_are_no_conflict() -> None:
    """Two views of what is to come oppose nobody's facts."""
    told = story(
        {
            "a": [Told("the bridge at Stenness will fall", "fall", "expected", by("Vera Holt"), tense="future")],
            "b": [
                Told(
                    "the bridge at Stenness will not fall",
                    "fall",
                    "denied",
                    by("Tom Reed"),
                    tense="future",
                    negated=True,
                )
            ],
        },
        names={"Vera Holt": "person", "Tom Reed": "person", "Stenness": "place"},
    )
    assert _found(told) == ()


def test_a_total_and_its_part_are_no_conflict() -> None:
    """A count for one town does not meet the count for all."""
    told = story(
        {
            "a": [Told("60 people voted early", "voted", number=("60 people", 60, None, "people"))],
            "b": [Told("40 people voted early in Stenness", "voted", number=("40 people", 40, None, "people"))],
        },
        names={"Stenness": "place"},
    )
    assert _found(told) == ()


def test_two_ages_of_one_person_are_a_conflict() -> None:
    """An age stands behind a name or before it; the question shows where it is missing."""
    told = story(
        {
            "a": [Told("Mara Quist, 58, was convicted of fraud", "convicted")],
            "b": [Told("Judges heard the 59-year-old dealer Mara Quist", "heard")],
        },
        names={"Mara Quist": "person"},
    )
    (conflict,) = _found(told)
    assert (conflict.kind, conflict.question) == ("number", "Mara Quist, …, was convicted of fraud")
    assert {r.value for r in conflict.readings} == {"58", "59"}
    assert [told.passage(v) for r in conflict.readings for v in r.values] == [r.value for r in conflict.readings]


def test_ages_of_two_persons_are_no_conflict() -> None:
    """Somebody else is as old as they are."""
    told = story(
        {
            "a": [Told("Mara Quist, 58, was convicted", "convicted")],
            "b": [Told("Tom Reed, 59, was convicted", "convicted")],
        },
        names={"Mara Quist": "person", "Tom Reed": "person"},
    )
    assert _found(told) == ()


def test_an_estimate_beside_a_count_is_a_conflict() -> None:
    """Inside one report, too: the second number counts what stands beside it."""
    told = story(
        {
            "a": [
                Told(
                    "Some 600 dockers marched to the town hall", "marched", number=("600 dockers", 600, None, "docker")
                ),
                Told("The police put the crowd at 450", "put", number=("450", 450, None, None)),
            ]
        }
    )
    (conflict,) = _found(told)
    assert {r.value for r in conflict.readings} == {"600", "450"}
    assert conflict.question == "Some … marched to the town hall"


def test_what_somebody_answers_to_an_accusation_is_a_conflict() -> None:
    """A quoted negated clause meets the accusation that names who speaks."""
    told = story(
        {
            "a": [
                Told("Vera Holt sold false tickets on the quay of Stenness", "sold", "alleged", by("Tom Reed")),
                Told(
                    "Vera Holt never sold tickets on the quay of Stenness",
                    "sold",
                    "denied",
                    by("Vera Holt"),
                    negated=True,
                ),
            ]
        },
        names={"Vera Holt": "person", "Tom Reed": "person", "Stenness": "place"},
    )
    (conflict,) = _found(told)
    assert (conflict.kind, conflict.question) == ("denial", "Vera Holt sold false tickets on the quay of Stenness")


def test_what_cannot_be_is_no_denial_of_what_is() -> None:
    """A negated modal says nothing about the facts."""
    told = story(
        {
            "a": [
                Told("Vera Holt sold false tickets on the quay of Stenness", "sold", "alleged", by("Tom Reed")),
                Told(
                    "Vera Holt cannot sell tickets on the quay of Stenness",
                    "sell",
                    "denied",
                    by("Vera Holt"),
                    negated=True,
                ),
            ]
        },
        names={"Vera Holt": "person", "Tom Reed": "person", "Stenness": "place"},
    )
    assert _found(told) == ()


def test_the_last_meeting_is_only_one() -> None:
    """What happened last happened once, in May or in March, though the clauses have little else in common."""
    told = story(
        {
            "a": [
                Told(
                    "Mara Quist and Tom Reed last met at a summit in spring",
                    "met",
                    day=date(2031, 5, 1),
                    last_day=date(2031, 5, 31),
                )
            ],
            "b": [
                Told(
                    "Mara Quist last met Tom Reed at a summit dinner",
                    "met",
                    day=date(2031, 3, 1),
                    last_day=date(2031, 3, 31),
                )
            ],
        },
        names={"Mara Quist": "person", "Tom Reed": "person"},
    )
    (conflict,) = _found(told)
    assert conflict.kind == "time"
    assert "there is only one" in {f.name for f in conflict.factors}


def test_a_conflict_shows_which_two_claims_were_weighed() -> None:
    """The strength reaches the bar, and each of the two claims stands under a reading of its own."""
    told = story({"a": [_count(41, "41")], "b": [_count(47, "47")]}, names={"Corvina": "other", "Stenness": "place"})
    (conflict,) = _found(told)
    assert conflict.strength is not None
    assert conflict.bar is not None
    assert conflict.strength >= conflict.bar
    assert sorted(conflict.weighed) == sorted(c for r in conflict.readings for c in r.claims)


def test_an_answer_right_behind_an_accusation_needs_fewer_common_words() -> None:
    """Who is accused and says right after it that nothing of the kind was done has answered; far below, not yet."""
    accusation = Told("Inspectors accuse Mara Quist of dealings with the smugglers of Stenness", "accuse", "alleged")
    answer = Told(
        "Mara Quist never did any dealings of a business kind with smugglers", "did", "denied", by("Mara Quist"),
        negated=True,
    )  # fmt: skip
    between = [Told(f"Rain fell on the roofs of street number {n} for many hours", "fell") for n in range(12)]
    names = {"Mara Quist": "person", "Stenness": "place"}
    near = story({"a": [accusation, answer]}, names=names)  # type: ignore[arg-type]
    far = story({"a": [accusation, *between, answer]}, names=names)  # type: ignore[arg-type]
    (conflict,) = _found(near)
    assert "answers right behind" in {f.name for f in conflict.factors}
    assert all("answers right behind" not in {f.name for f in c.factors} for c in _found(far))


def test_who_denies_wrongdoing_denies_every_accusation() -> None:
    """One denial of all wrongdoing is one conflict with each of many accusations, not with the best four only."""
    deeds = ("forging bills", "hiding ballots", "selling permits", "burning letters", "bribing pilots", "paying guards")
    told = story(
        {
            "a": [Told(f"Prosecutors accuse Mara Quist of wrongdoing by {d}", "accuse", "alleged") for d in deeds],
            "b": [Told("Mara Quist denied the accusations of wrongdoing by prosecutors", "denied")],
        },
        names={"Mara Quist": "person"},
    )
    (conflict,) = _found(told)
    assert sorted(len(r.claims) for r in conflict.readings) == [1, len(deeds)]


def test_a_denial_that_points_back_is_not_held_against_what_others_are_accused_of() -> None:
    """The accusation right before it is of somebody else: only who is named, or a bare "denied it", answers it."""
    told = story(
        {
            "a": [
                Told("Inspectors accuse Mara Quist of hiding the ledger of the ferry", "accuse", "alleged"),
                Told("Oren Pall dismissed the claims as a fable of the ledger", "dismissed"),
            ]
        },
        names={"Mara Quist": "person", "Oren Pall": "person"},
    )
    assert _found(told) == ()
