"""Whatever the network reads, nothing crashes and nothing is lost."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotate.readings import annotated, read
from variorum.annotate import annotate
from variorum.model import AttributionSpans, EntitySpan, Publication, Reading, Report, Segment

WORDS = [
    "said", "told", "the", "mayor", "Ruiz", "Norland", "denied", "according", "to", "that", "if", "will", "not",
    "who", "“", "”", '"', "‘", "’", "'", ",", ".", ":", "and", "12", "people", "Monday", "2019", "visit", "he",
    "U.S.", "called", "may", "she", "(", ")", "è", "🙂", "expected", "by", "since",
]  # fmt: skip
XPOS = [
    "NN", "NNP", "NNS", "VBD", "VBZ", "VB", "VBN", "VBG", "IN", "DT", "PRP", "MD", "TO", "CC", "CD", ",", ".",
    "RB",
]  # fmt: skip
UPOS = [
    "NOUN", "PROPN", "VERB", "AUX", "ADP", "DET", "PRON", "PART", "CCONJ", "NUM", "PUNCT", "ADV", "ADJ",
    "SCONJ",
]  # fmt: skip
RELATIONS = [
    "root", "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "ccomp", "xcomp", "advcl", "acl", "acl:relcl",
    "conj", "cc", "mark", "case", "fixed", "parataxis", "appos", "nmod", "nmod:poss", "aux", "aux:pass", "cop",
    "det", "amod", "punct", "advmod", "compound", "flat", "nummod", "csubj", "dep", "iobj",
]  # fmt: skip


@st.composite
def readings(draw: st.DrawFn) -> tuple[Report, Reading]:
    """Draw a report of random words with a random, even a cyclic, tree and random spans."""
    size = draw(st.integers(0, 40))
    pick = lambda values: draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))  # noqa: E731
    words, breaks = pick(WORDS), pick(["", " ", " ", " ", "\n\n"])
    text, start = "", []
    for word, gap in zip(words, breaks, strict=True):
        text += gap if text else ""
        start.append(len(text))
        text += word
    sentence = np.cumsum([draw(st.integers(0, 7)) == 0 for _ in range(size)]).astype(np.int32)
    heads = np.array([draw(st.integers(-1, max(0, size - 1))) for _ in range(size)], dtype=np.int32)
    segments = tuple(
        Segment(match.start(), match.end(), draw(st.sampled_from(["body", "body", "title", "caption", "boilerplate"])))
        for match in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    report = Report("test", "test", text, segments, "0" * 64, published=Publication(date(2031, 5, 14)))
    spans = sorted({draw(st.integers(0, size)) for _ in range(6)})
    pairs = [(a, b) for a, b in zip(spans[::2], spans[1::2], strict=False) if a < b]
    reading = Reading(
        report="test",
        start=np.array(start, dtype=np.int32),
        end=np.array([s + len(w) for s, w in zip(start, words, strict=True)], dtype=np.int32),
        words=tuple(words),
        lemmas=tuple(
            {"said": "say", "told": "tell", "denied": "deny", "called": "call"}.get(w, w.lower()) for w in words
        ),
        upos=tuple(pick(UPOS)),
        xpos=tuple(pick(XPOS)),
        feats=("_",) * size,
        sentence=sentence,
        heads=heads,
        deprels=tuple(pick(RELATIONS)),
        certainty=np.zeros(size, dtype=np.float32),
        licences=("plain",) * size,
        vectors=np.ones((size, 4), dtype=np.float32),
        happenings=np.ones((size, 4), dtype=np.float32),
        entities=tuple(EntitySpan(a, b, draw(st.sampled_from(["Person", "Location", "NORP"])), 0.9) for a, b in pairs),
        attributions=tuple(AttributionSpans(pairs[0], pairs[-1], pair, 0.9) for pair in pairs),
    )
    return report, reading


@settings(deadline=None, max_examples=60)
@given(readings())
def test_any_reading_gives_claims_that_hold(drawn: tuple[Report, Reading]) -> None:
    """Random words under random trees: no crash, sound spans and parents, every word claimed or set aside."""
    report, reading = drawn
    result = annotate(report, reading)
    held = bytearray(len(report.text))
    ids = {claim.id for claim in result.claims}
    for claim in result.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(report.text)
        assert len(claim.span) <= 700
        assert claim.parent is None or claim.parent in ids - {claim.id}
        held[claim.span.start : claim.span.end] = b"\1" * len(claim.span)
    for rest in result.set_aside:
        held[rest.span.start : rest.span.end] = b"\1" * len(rest.span)
    assert not [m.group() for m in re.finditer(r"\w", report.text) if not held[m.start()]]
    assert len(result.vectors) == len(result.claims)
    assert [claim.span.start for claim in result.claims] == sorted(claim.span.start for claim in result.claims)
    for entity in result.entities:
        assert all(report.passage(m.span) in entity.aliases for m in entity.mentions if m.form == "name")


@settings(deadline=None, max_examples=10)
@given(readings())
def test_annotation_is_deterministic(drawn: tuple[Report, Reading]) -> None:
    """The same reading gives the same claims."""
    first, second = annotate(*drawn), annotate(*drawn)
    assert first.claims == second.claims
    assert first.entities == second.entities


def test_a_reading_of_another_report_is_refused() -> None:
    """A reading belongs to its report."""
    report, _ = read("Rain:NN:2:nsubj fell=fall:VBD:0:root .:.:2:punct")
    other = Report("other", "other", report.text, report.segments, report.sha256)
    with pytest.raises(ValueError, match="reading of test"):
        annotate(other, read("Rain:NN:2:nsubj fell=fall:VBD:0:root .:.:2:punct")[1])


def test_a_sentence_longer_than_a_claim_is_cut() -> None:
    """No claim is longer than 700 characters, however long its sentence."""
    words = " ".join(f"word{n:03d}:NN:1:dep" for n in range(2, 200))
    result = annotated(f"Rain:NN:0:root {words} .:.:1:punct")
    assert len(result.claims) > 1
    assert max(len(found.span) for found in result.claims) <= 700
