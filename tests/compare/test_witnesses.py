"""Which claims of a point bring an origin: those that stand in running text and that another report tells too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.compare.stories import Told, groups, story
from variorum.compare import trace_origins
from variorum.compare.index import ClaimIndex
from variorum.compare.witnesses import heard
from variorum.model import CopiedPassage, Span, Story

OUTLETS = {"a": "Daily Ledger", "b": "Evening Post", "c": "Morning Star", "d": "Valley Voice"}
CLOSED = "The bridge over the Marn was closed to lorries"
ALIKE = "To lorries the bridge over the Marn is closed"
AGAIN = "Closed to lorries is the bridge over the Marn"
STRAY = "Farmers brought their sheep home before the storm"


def _heard(told: Story, *copied: tuple[str, str]) -> list[str]:
    index = ClaimIndex(told)
    return [c.id for c in heard(index, told.claims, {frozenset(pair) for pair in copied}, {})]


def _third(words: str) -> Story:
    return story(
        {"a": [Told(CLOSED, "closed")], "b": [Told(ALIKE, "closed")], "c": [Told(words, words.split(maxsplit=1)[0])]},
        outlets=OUTLETS,
    )


def test_a_stray_clause_brings_no_origin() -> None:
    """A clause of a third outlet that tells something else is no third witness, though it stays in the point."""
    tracing = trace_origins(_third(STRAY), groups(["a.c1", "b.c1", "c.c1"]), ())
    names = {o.id: o.name for o in tracing.origins}
    assert sorted(names[o] for o in tracing.points[0].origins) == ["Daily Ledger", "Evening Post"]
    assert tracing.points[0].claims == ("a.c1", "b.c1", "c.c1")
    assert {t.report for t in tracing.transmissions} == {"a", "b", "c"}


def test_a_headline_brings_no_origin_beside_running_text() -> None:
    """Who has only the headline of a point says from nobody whom he has it."""
    told = _third(AGAIN)
    assert _heard(told) == ["a.c1", "b.c1", "c.c1"]
    titled = replace(told, claims=(*told.claims[:2], replace(told.claims[2], segment="title")))
    assert _heard(titled) == ["a.c1", "b.c1"]
    labelled = replace(told, claims=(*told.claims[:2], replace(told.claims[2], kind="fragment")))
    assert _heard(labelled) == ["a.c1", "b.c1"]


def test_a_point_of_headlines_or_of_unlike_clauses_keeps_its_claims() -> None:
    """Where a question would leave nothing, it is not asked."""
    told = _third(AGAIN)
    titles = replace(told, claims=tuple(replace(c, segment="title") for c in told.claims))
    assert _heard(titles) == ["a.c1", "b.c1", "c.c1"]
    unlike = story({"a": [Told(CLOSED, "closed")], "b": [Told(STRAY, "brought")]}, outlets=OUTLETS)
    assert _heard(unlike) == ["a.c1", "b.c1"]


def test_a_copy_of_a_stray_clause_makes_it_no_witness() -> None:
    """What is near only to its own copy is as stray as before."""
    told = story(
        {
            "a": [Told(CLOSED, "closed")],
            "b": [Told(ALIKE, "closed")],
            "c": [Told(STRAY, "brought")],
            "d": [Told(STRAY, "brought")],
        },
        outlets=OUTLETS,
    )
    assert _heard(told) == ["a.c1", "b.c1", "c.c1", "d.c1"]
    assert _heard(told, ("c.c1", "d.c1")) == ["a.c1", "b.c1"]
    whole = CopiedPassage(Span("c", 0, len(STRAY)), Span("d", 0, len(STRAY)), 1.0)
    tracing = trace_origins(told, groups(["a.c1", "b.c1", "c.c1", "d.c1"]), (whole,))
    assert len(tracing.points[0].origins) == 2


def test_the_nearest_are_heard_where_nothing_is_near() -> None:
    """Of three claims that are all unlike, the two that are least so."""
    told = _third(STRAY)
    unlike = replace(told, vectors=np.array([[1.0, 0.0, 0.0], [0.5, 0.866, 0.0], [0.1, 0.1, 0.99]], np.float32))
    assert _heard(unlike) == ["a.c1", "b.c1"]
    opposed = replace(told, vectors=np.array([[1.0, 0.0], [-0.5, 0.866], [-0.5, -0.866]], np.float32))
    assert _heard(opposed) == ["a.c1", "b.c1", "c.c1"]


def test_a_claim_near_in_words_only_by_chance_brings_no_origin() -> None:
    """Where claims were compared, another report's must also be likely to tell the same; else nearness alone counts."""
    told = _third(AGAIN)
    index = ClaimIndex(told)

    def heard_with(*likeness: tuple[str, str, float]) -> list[str]:
        table = {frozenset((a, b)): value for a, b, value in likeness}
        return [c.id for c in heard(index, told.claims, set(), table)]

    both = ("a.c1", "b.c1", 0.9)
    assert heard_with() == ["a.c1", "b.c1", "c.c1"]
    assert heard_with(both, ("b.c1", "c.c1", 0.85)) == ["a.c1", "b.c1", "c.c1"]
    assert heard_with(both, ("b.c1", "c.c1", 0.65)) == ["a.c1", "b.c1"]
    assert heard_with(both) == ["a.c1", "b.c1"]


def test_the_likeliest_are_heard_where_nobody_is_likely() -> None:
    """Claims that were all found hardly likely to tell the same are measured by their likeliest two."""
    told = _third(AGAIN)
    table = {frozenset(("a.c1", "b.c1")): 0.4, frozenset(("b.c1", "c.c1")): 0.2}
    assert [c.id for c in heard(ClaimIndex(told), told.claims, set(), table)] == ["a.c1", "b.c1"]
