"""Clauses that are the same but for two words that cannot both hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.stories import Told, alone, by, story
from variorum.compare import find_conflicts, trace_origins
from variorum.compare.antonyms import opposed, opposites
from variorum.compare.stems import stem
from variorum.model import Conflict, Story

WORDS = st.sampled_from([stem(w) for w in ("support", "oppose", "win", "lost", "alive", "dead", "harbour", "fired")])


def _found(told: Story) -> tuple[Conflict, ...]:
    tracing = trace_origins(told, alone(told), ())
    return find_conflicts(told, tracing.points, tracing.transmissions)


def test_opposites_in_otherwise_equal_words_are_a_conflict() -> None:
    """Who backs the bill in one report and opposes it in another: both words are marked."""
    told = story(
        {
            "a": [Told("Mayor Quist supports the harbour bill of the council", "supports")],
            "b": [Told("Mayor Quist opposes the harbour bill of the council", "opposes")],
        }
    )
    (conflict,) = _found(told)
    assert conflict.kind == "other"
    assert sorted(r.value for r in conflict.readings) == ["opposes", "supports"]
    assert sorted(told.passage(v) for r in conflict.readings for v in r.values) == ["opposes", "supports"]
    assert conflict.strength is not None
    assert abs(sum(f.value for f in conflict.factors) - conflict.strength) < 1e-9


def test_opposites_about_one_name_alone_are_two_happenings() -> None:
    """Shares that rose and fell, a guest who arrived and left: other words around them, no conflict."""
    told = story(
        {
            "a": [Told("Quist arrived in Stenness for talks on fishing", "arrived")],
            "b": [Told("Quist left Stenness after a dinner with the mayor", "left")],
        }
    )
    assert _found(told) == ()


def test_a_negated_opposite_says_the_same() -> None:
    """Not to support is no contradiction of to oppose."""
    told = story(
        {
            "a": [Told("Mayor Quist does not support the harbour bill of the council", "support")],
            "b": [Told("Mayor Quist opposes the harbour bill of the council", "opposes")],
        }
    )
    assert [c for c in _found(told) if c.kind == "other"] == []


@given(WORDS, WORDS)
def test_being_opposite_is_mutual(one: str, other: str) -> None:
    """A word is opposite to another exactly when the other is to it, and never to itself."""
    assert (other in opposites(one)) == (one in opposites(other))
    assert one not in opposites(one)
    assert bool(opposed({one}, {other})) == bool(opposed({other}, {one}))


@settings(deadline=None, max_examples=30)
@given(st.booleans())
def test_the_order_of_reports_changes_nothing(swapped: bool) -> None:
    """The same two readings, whichever report comes first."""
    words = ["Mayor Quist supports the harbour bill", "Mayor Quist opposes the harbour bill"]
    first, second = reversed(words) if swapped else words
    told = story({"a": [Told(first, first.split()[2])], "b": [Told(second, second.split()[2])]})
    assert sorted(r.value for c in _found(told) for r in c.readings) == ["opposes", "supports"]


def test_where_two_voices_stand_may_be_told_in_other_words() -> None:
    """A rival says that somebody supported a toll, who says to have opposed it: a stance, and no happening."""

    def said(words: str, head: str, voice: str) -> Told:
        return Told(words, head, attribution=by(voice))

    names = {"Mara Quist": "person", "Oren Pall": "person"}
    supported = "supported the steep harbour toll on fishing boats"
    opposed_it = "opposed the steep harbour toll on fishing boats"
    two = story(
        {"a": [said(supported, "supported", "Oren Pall"), said(opposed_it, "opposed", "Mara Quist")]},
        names=names,  # type: ignore[arg-type]
    )
    one = story(
        {"a": [said(supported, "supported", "Oren Pall"), said(opposed_it, "opposed", "Oren Pall")]},
        names=names,  # type: ignore[arg-type]
    )
    assert [c.kind for c in _found(two)] == ["other"]
    assert _found(one) == ()


def test_who_was_dismissed_has_not_resigned() -> None:
    """One person was fired in one report and stepped down in another; somebody else's going is no conflict."""
    names = {"Mara Quist": "person", "Oren Pall": "person"}
    fired = Told("The council fired Mara Quist over the ledger", "fired")
    for who, kinds in (("Mara Quist", ["other"]), ("Oren Pall", [])):
        told = story({"a": [fired], "b": [Told(f"{who} stepped down", "stepped")]}, names=names)  # type: ignore[arg-type]
        assert [c.kind for c in _found(told)] == kinds
    up = story({"a": [fired], "b": [Told("Mara Quist stepped up to the desk", "stepped")]}, names=names)  # type: ignore[arg-type]
    assert _found(up) == ()
