"""The JSON of a dossier: out and in is the identity, and it keeps to its own schema."""

from __future__ import annotations

import json
from datetime import UTC, date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import DossierFormatError
from variorum.model import (
    Attribution,
    Claim,
    Conflict,
    ConflictReading,
    CopiedPassage,
    Coverage,
    Development,
    Dossier,
    Entity,
    Factor,
    Generator,
    Mention,
    Moment,
    Origin,
    Participant,
    Point,
    Publication,
    Quantity,
    Quotation,
    Report,
    Segment,
    SetAside,
    Span,
    TimeExpression,
    TimelineEntry,
    TimeOfDay,
    Transmission,
    WeighedPair,
)
from variorum.model.codec import from_json, json_schema

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
spans = st.builds(
    lambda report, start, length: Span(report, start, start + length),
    st.sampled_from(["alpha", "beta"]),
    st.integers(0, 500),
    st.integers(1, 90),
)
inside = spans.map(lambda s: Span("alpha", s.start, s.end))
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
moments = st.builds(lambda a, b, **rest: Moment(min(a, b), max(a, b), **rest), days, days, open_end=st.booleans())
times_of_day = st.builds(
    TimeOfDay,
    st.none() | st.times(),
    st.sampled_from(["exact", "about", "before", "after"]),
    st.none() | words,
    st.booleans(),
)
finite = st.floats(allow_nan=False, allow_infinity=False, width=32)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return tuples of a few of them."""
    return st.lists(strategy, max_size=2).map(tuple)


claims = st.builds(
    Claim,
    id=words,
    span=inside,
    head=inside,
    lemma=words,
    certainty=st.sampled_from(["asserted", "denied"]),
    certainty_cue=st.none() | inside,
    attribution=st.none()
    | st.builds(Attribution, voice=st.none() | words, source=st.none() | inside, text=st.none() | words,
                cue=st.none() | inside, mode=st.just("mixed"), via=some(words)),
    moment=st.none() | moments,
    participants=some(st.builds(Participant, role=st.just("agent"), span=inside, lemma=words)),
    quantities=some(st.builds(Quantity, span=inside, low=st.none() | finite, high=st.none() | finite)),
)  # fmt: skip
reports = st.builds(
    Report,
    id=st.just("alpha"),
    source=words,
    text=words,
    segments=some(st.builds(Segment, st.integers(0, 5), st.integers(6, 9), st.just("title"))),
    sha256=words,
    published=st.builds(
        Publication,
        st.none() | days,
        st.none() | st.datetimes(timezones=st.just(UTC)),
        st.sampled_from(["stated", "unknown"]),
        some(inside),
    ),
)
factors = some(st.builds(Factor, words, finite, words, some(spans)))
dossiers = st.builds(
    Dossier,
    generator=st.builds(Generator, words, words, words),
    reports=some(reports),
    entities=some(st.builds(Entity, words, st.just("place"), words, some(words), some(st.builds(Mention, spans)))),
    times=some(st.builds(TimeExpression, spans, moments, st.none() | times_of_day)),
    claims=some(claims),
    points=some(st.builds(Point, words, some(words), st.just("single"), some(words), words, factors)),
    origins=some(st.builds(Origin, words, words, st.just("agency"), some(words), st.none() | words, some(spans))),
    transmissions=some(st.builds(Transmission, words, some(words), words, some(words))),
    copies=some(st.builds(CopiedPassage, spans, spans, finite)),
    conflicts=some(
        st.builds(Conflict, words, st.just("time"), words,
                  some(st.builds(ConflictReading, words, some(words), some(words), some(spans), st.booleans())),
                  factors, some(words), st.none() | finite, st.none() | finite)
    ),
    developments=some(
        st.builds(Development, words, some(words), some(words), st.just("changed"), factors, some(words),
                  st.none() | finite, st.none() | finite)
    ),
    open=some(words),
    quotations=some(st.builds(Quotation, words, st.none() | words, some(words), some(spans))),
    timeline=some(st.builds(TimelineEntry, moments, some(words), st.none() | words, st.booleans(), st.booleans())),
    coverage=some(st.builds(Coverage, words, some(words), some(words))),
    set_aside=some(st.builds(SetAside, spans, words)),
    pairs=some(st.builds(WeighedPair, words, words, finite, finite, st.booleans(), words, factors)),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(dossiers)
def test_json_out_and_in_is_the_identity(dossier: Dossier) -> None:
    """Every part and every field survives the way to JSON and back."""
    assert from_json(dossier.to_json()) == dossier


@settings(max_examples=20, deadline=None)
@given(dossiers)
def test_claims_carry_the_fields_of_the_contract(dossier: Dossier) -> None:
    """A claim's passage and days stand flat beside its id, where other programs look for them."""
    for claim, written in zip(dossier.claims, json.loads(dossier.to_json())["claims"], strict=True):
        assert (written["report"], written["start"], written["end"]) == (
            claim.span.report,
            claim.span.start,
            claim.span.end,
        )
        assert written["from"] == (claim.moment.first.isoformat() if claim.moment else None)


@pytest.mark.parametrize("text", ["", "[]", "{}", "not json", '{"schema": "variorum/dossier/9"}'])
def test_what_is_no_dossier_is_refused_in_one_line(text: str) -> None:
    """Any other text gives one error of ours, with the place of the fault."""
    with pytest.raises(DossierFormatError) as caught:
        from_json(text)
    assert "\n" not in str(caught.value)


def test_schema_names_every_part_of_the_contract() -> None:
    """The generated JSON Schema requires what the contract promises."""
    promised = {
        "generator", "reports", "entities", "times", "claims", "points", "origins",
        "conflicts", "developments", "quotations", "timeline", "set_aside",
    }  # fmt: skip
    assert promised <= set(json_schema()["required"])
