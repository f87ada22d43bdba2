"""Stories for the tests of aligning, written in a few words: no reader, no network.

report("a", "Ann Reed left Oslo.")                 one paragraph a line; the first line is no title
told("a", "Ann Reed left Oslo", head="left")       a claim by its words
story_of([report(...)], [told(...)])               a Story whose vectors come of the words
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from variorum.align.wording import content_words
from variorum.model import (
    AnnotatedReport,
    Attribution,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Mention,
    Mode,
    Moment,
    Quantity,
    Report,
    Role,
    Segment,
    Span,
    Story,
    Tense,
)

WIDTH = 96


def report(name: str, *lines: str, roles: Sequence[Role] = ()) -> Report:
    """Return a report of the lines given, each a segment: `body` where `roles` names no other."""
    segments, at = [], 0
    for number, line in enumerate(lines):
        role = roles[number] if number < len(roles) else "body"
        segments.append(Segment(at, at + len(line), role))
        at += len(line) + 1
    text = "\n".join(lines)
    return Report(name, f"{name}.txt", text, tuple(segments), hashlib.sha256(text.encode()).hexdigest())


@dataclass(frozen=True)
class Told:
    """A claim to be: its report, its words, and what differs from a plain statement."""

    report: str
    words: str
    head: str
    certainty: Certainty = "asserted"
    tense: Tense = "past"
    negated: bool = False
    day: date | None = None
    count: tuple[float, str] | None = None
    voice: str | None = None
    says: str | None = None
    mode: Mode = "indirect"


def vector(words: str) -> NDArray[np.float32]:
    """Return the words as a vector of length 1, one fixed direction a stem: texts that share words lie near."""
    total = np.zeros(WIDTH)
    for stem in sorted(content_words(words)):
        seed = int.from_bytes(hashlib.sha256(stem.encode()).digest()[:4], "big")
        total += np.random.default_rng(seed).normal(size=WIDTH)
    length = float(np.linalg.norm(total))
    return np.asarray(total / length if length else total, np.float32)


def _claim(number: int, told: Told, source: Report) -> Claim:
    at = source.text.index(told.words)
    span = Span(source.id, at, at + len(told.words))
    head_at = at + told.words.index(told.head)
    quantities: tuple[Quantity, ...] = ()
    if told.count:
        value, noun = told.count
        quantities = (Quantity(span, value, value, "exact", None, noun),)
    attribution = None
    if told.voice or told.says:
        attribution = Attribution(told.voice, None, told.says or told.voice, None, told.mode)
    return Claim(
        id=f"{source.id}.c{number}",
        span=span,
        head=Span(source.id, head_at, head_at + len(told.head)),
        lemma=told.head.lower(),
        certainty=told.certainty,
        attribution=attribution,
        moment=Moment(told.day, told.day) if told.day else None,
        quantities=quantities,
        tense=told.tense,
        negated=told.negated,
    )


def story_of(reports: Sequence[Report], tolds: Sequence[Told], people: Mapping[str, str] | None = None) -> Story:
    """Return a story of these reports and claims, in the order that a story has; `people` are names by id."""
    by_id = {r.id: r for r in reports}
    placed = sorted(tolds, key=lambda t: (t.report, by_id[t.report].text.index(t.words), len(t.words)))
    claims = tuple(_claim(n + 1, told, by_id[told.report]) for n, told in enumerate(placed))
    rows = np.stack([vector(t.words) for t in placed]) if placed else np.zeros((0, WIDTH), np.float32)
    entities = tuple(Entity(i, "person", name, (name,), ()) for i, name in sorted((people or {}).items()))
    return Story(tuple(sorted(reports, key=lambda r: r.id)), entities, (), claims, rows)


def named(source: Report, *people: tuple[str, EntityKind, Sequence[str]]) -> AnnotatedReport:
    """Return a report whose entities are (fullest name, kind, forms), with a mention for each form that it holds."""
    entities = []
    for number, (name, kind, forms) in enumerate(people):
        spans = [
            Span(source.id, source.text.index(form), source.text.index(form) + len(form))
            for form in forms
            if form in source.text
        ]
        mentions = tuple(Mention(span) for span in sorted(spans))
        entities.append(Entity(f"x{number}", kind, name, tuple(sorted({name, *forms})), mentions))
    return AnnotatedReport(source, tuple(entities), (), (), np.zeros((0, WIDTH), np.float32))


def people_of(*reports: AnnotatedReport) -> list[AnnotatedReport]:
    """Return the reports as a list; reads better at the call."""
    return list(reports)
