"""Ways to say no, and who is accused by whom."""

from __future__ import annotations

import pytest

from tests.compare.stories import Told, alone, by, story
from variorum.compare import find_conflicts, trace_origins
from variorum.compare.denial_sides import find_denials
from variorum.compare.denial_told import accuses, find_told
from variorum.compare.index import ClaimIndex
from variorum.model import Conflict, Story

PEOPLE = {"Mara Quist": "person", "Oren Pall": "person", "Vera Holt": "person"}


def _found(told: Story) -> tuple[Conflict, ...]:
    tracing = trace_origins(told, alone(told), ())
    return find_conflicts(told, tracing.points, tracing.transmissions)


def _ways(*told: Told) -> list[tuple[str, str]]:
    made = story({"a": told}, names=PEOPLE)  # type: ignore[arg-type]
    return [(d.claim.id, d.way) for d in find_denials(ClaimIndex(made))]


def test_that_is_not_true_is_set_against_what_stands_right_before_it() -> None:
    """Whoever says it, and however little the words share, "that is not true" is about the sentence before."""
    told = story(
        {
            "a": [
                Told("Rain fell on the roofs of Stenness for many hours", "fell"),
                Told("Vera Holt thinks the harbour tower is older than the chapel", "thinks", "possible"),
                Told("That is not true", "true", "denied", by("Oren Pall"), negated=True),
            ]
        },
        names=PEOPLE,  # type: ignore[arg-type]
    )
    (conflict,) = _found(told)
    assert {r.value: r.claims for r in conflict.readings} == {"told": ("a.c2",), "denied": ("a.c3",)}
    assert "right before" in {f.name for f in conflict.factors}


@pytest.mark.parametrize(
    ("before", "way"),
    [("Oren Pall challenged claims that", "carries"), ("Oren Pall denied that", "carries"), ("Oren Pall said", None)],
)
def test_words_before_a_clause_deny_it(before: str, way: str | None) -> None:
    """A clause led in by "challenged claims that" is what is denied, though it is told plainly."""
    made = story(
        {"a": [Told(f"{before} smugglers used the old tower of the harbour", "used")]},
        names=PEOPLE,  # type: ignore[arg-type]
    )
    text = made.reports[0].text
    inner = text.index("smugglers")
    claim = made.claims[0]
    span = type(claim.span)("a", inner, inner + len("smugglers used the old tower of the harbour"))
    fields = {f: getattr(claim, f) for f in type(claim).__slots__ if f not in {"span", "participants"}}
    index = ClaimIndex(type(made)(made.reports, made.entities, (), (type(claim)(span=span, **fields),), made.vectors))
    assert [d.way for d in find_denials(index)] == ([way] if way else [])


@pytest.mark.parametrize(
    "words",
    [
        "since they did not have the keys of the tower",
        "Mara Quist no longer keeps pigeons in the tower",
        "without having the keys of the tower",
    ],
)
def test_a_reason_or_a_change_denies_nothing(words: str) -> None:
    """A negated clause that explains something, or says that a thing has ended, answers nobody."""
    assert _ways(Told(words, "keys" if "keys" in words else "keeps", "denied", negated=True)) == []


def test_what_stands_under_if_or_ruled_out_is_not_told() -> None:
    """What is left open or ruled out by the words right before it is no claim that somebody could deny."""
    for before, expected in (("Mara Quist ruled out", []), ("Mara Quist announced", ["a.c1"])):
        made = story(
            {"a": [Told("closing any of the three mills of Stenness", "closing")]},
            names={"Stenness": "place"},
        )
        report = made.reports[0]
        fields = {f: getattr(report, f) for f in type(report).__slots__ if f not in {"text", "segments"}}
        text = f"{before} {report.text}"
        claim = made.claims[0]
        moved = {f: getattr(claim, f) for f in type(claim).__slots__ if f not in {"span", "head", "participants"}}
        shift = len(before) + 1
        span = type(claim.span)("a", shift, shift + len(claim.span))
        moved_claim = type(claim)(span=span, head=span, **moved)
        index = ClaimIndex(
            type(made)((type(report)(text=text, segments=(), **fields),), (), (), (moved_claim,), made.vectors)
        )
        assert [c.id for c in find_told(index).claims] == expected


def test_who_accuses_is_not_accused() -> None:
    """A denial of the claims is not set against what the same person accuses another of."""
    denial = Told("Mara Quist denied the accusations of fraud", "denied", "denied")
    of_her = story(
        {"a": [Told("Oren Pall accused Mara Quist of fraud at the harbour", "accused", "alleged")], "b": [denial]},
        names=PEOPLE,  # type: ignore[arg-type]
    )
    by_her = story(
        {"a": [Told("Mara Quist accused Oren Pall of fraud at the harbour", "accused", "alleged")], "b": [denial]},
        names=PEOPLE,  # type: ignore[arg-type]
    )
    assert [c.kind for c in _found(of_her)] == ["denial"]
    assert _found(by_her) == ()


def test_a_wrong_told_by_somebody_is_an_accusation() -> None:
    """What a voice says of bribes accuses; the report's own words on them do not."""
    words = "Mara Quist bribed the pilots of the ferry"
    for attribution, expected in ((by("Oren Pall"), True), (None, False)):
        made = story({"a": [Told(words, "bribed", attribution=attribution)]}, names=PEOPLE)  # type: ignore[arg-type]
        assert accuses(ClaimIndex(made), made.claims[0]) is expected


@pytest.mark.parametrize(("plea", "expected"), [("pleaded guilty", False), ("pleaded not guilty", True)])
def test_what_somebody_pleaded_guilty_to_is_no_accusation(plea: str, expected: bool) -> None:
    """A charge that is admitted is held against nobody by anybody; one that is contested is."""
    words = f"Mara Quist {plea} to a charge that she bribed the pilots of the ferry"
    made = story({"a": [Told(words, "bribed", "alleged")]}, names=PEOPLE)  # type: ignore[arg-type]
    assert accuses(ClaimIndex(made), made.claims[0]) is expected


def test_an_answer_to_a_hedged_charge() -> None:
    """Who is said to have done something, and says that it is not so, answers it; a second sentence blurs it."""
    charge = Told("Mara Quist is said to have sold ferry tickets on the quay", "sold", "possible", by("Oren Pall"))
    no = "Mara Quist never sold ferry tickets on the quay"
    plain = Told(no, "sold", "denied", by("Vera Holt"), negated=True)
    more = Told(f"Pigeons never paid a fare. {no}", "sold", "denied", by("Vera Holt"), negated=True)
    (conflict,) = _found(story({"a": [charge, plain]}, names=PEOPLE))  # type: ignore[arg-type]
    assert "a hedged charge" in {f.name for f in conflict.factors}
    assert _found(story({"a": [charge, more]}, names=PEOPLE)) == ()  # type: ignore[arg-type]


def test_not_yet_against_done() -> None:
    """One voice says that the tower has been mended, another that it is not mended yet; a report alone says neither."""
    done = Told("We have mended the harbour tower of Stenness", "mended", attribution=by("Mara Quist"))
    undone = Told("the harbour tower of Stenness was not yet mended", "mended", "denied", by("Oren Pall"), negated=True)
    names = {**PEOPLE, "Stenness": "place"}
    (conflict,) = _found(story({"a": [done], "b": [undone]}, names=names))  # type: ignore[arg-type]
    assert {r.value: r.claims for r in conflict.readings} == {"told": ("a.c1",), "denied": ("b.c1",)}
    plain = Told(undone.words, "mended", "denied", negated=True)
    assert _found(story({"a": [done], "b": [plain]}, names=names)) == ()  # type: ignore[arg-type]


def test_not_yet_done_to_them_answers_nothing() -> None:
    """By "has not mended them yet" nobody can tell what is not mended; with the thing named it is opposed."""
    done = Told("Vera Holt has mended the tower of Stenness", "mended", attribution=by("Mara Quist"))
    names = {**PEOPLE, "Stenness": "place"}
    for thing, kinds in (("the tower of Stenness", ["denial"]), ("them", [])):
        words = f"Vera Holt has not mended {thing} yet" + ("" if thing != "them" else ", she said in Stenness")
        undone = Told(words, "mended", "denied", by("Oren Pall"), negated=True)
        assert [c.kind for c in _found(story({"a": [done], "b": [undone]}, names=names))] == kinds  # type: ignore[arg-type]


def test_a_denial_may_stand_up_for_somebody_else() -> None:
    """A spokeswoman dismisses the allegations as aimed at her minister: they are the ones that name the minister."""
    charge = Told("Inspectors keep allegations involving friends of Mara Quist", "keep")
    denial = Told(
        "Vera Holt dismissed the allegations as aimed at Mara Quist", "dismissed", attribution=by("Vera Holt")
    )
    (conflict,) = _found(story({"a": [charge], "b": [denial]}, names=PEOPLE))  # type: ignore[arg-type]
    assert {r.claims for r in conflict.readings} == {("a.c1",), ("b.c1",)}
    other = Told("Inspectors keep allegations involving friends of Oren Pall", "keep")
    assert _found(story({"a": [other], "b": [denial]}, names=PEOPLE)) == ()  # type: ignore[arg-type]


def test_charges_under_if_accuse_nobody() -> None:
    """Allegations against somebody are an accusation, and no longer one where they only may be true."""
    told = [
        Told("the inspectors wrote of allegations against Mara Quist", "wrote"),
        Told("Mara Quist will go if the allegations against her are true", "go"),
    ]
    index = ClaimIndex(story({"a": told}, names=PEOPLE))  # type: ignore[arg-type]
    assert [accuses(index, c) for c in index.story.claims] == [True, False]


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Mara Quist pleaded not guilty at the court of Stenness", "points"),
        ("Mara Quist insists that she has done nothing wrong at the harbour", "points"),
        ("Mara Quist pushed back on the allegations at the harbour", "points"),
        ("Mara Quist brushed off reports of smuggling at the harbour", "carries"),
        ("Mara Quist shot down the harbour gulls", None),
        ("Mara Quist saw nothing at the harbour", None),
    ],
)
def test_words_that_say_no_without_denying(words: str, way: str | None) -> None:
    """A plea of not guilty, nothing done wrong, a report brushed off: denials, with or without what is denied."""
    assert _ways(Told(words, words.split()[2])) == ([("a.c1", way)] if way else [])
