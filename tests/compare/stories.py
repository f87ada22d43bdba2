"""Stories for the tests of comparing, from a few words each: no reader, no annotation."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from variorum.compare.lexicon import STOP_WORDS
from variorum.compare.stems import stem
from variorum.model import (
    Attribution,
    Certainty,
    Claim,
    ClaimGroup,
    Entity,
    EntityKind,
    Mention,
    Moment,
    Participant,
    Publication,
    Quantity,
    Report,
    Segment,
    Span,
    Story,
    Tense,
)

WIDTH = 64


@dataclass(frozen=True)
class Told:
    """One claim: its words, the word for the happening, and what else is known of it.

    A number is given as (words, value, unit, counted noun).
    """

    words: str
    head: str
    certainty: Certainty = "asserted"
    attribution: Attribution | None = None
    day: date | None = None
    last_day: date | None = None
    number: tuple[str, float, str | None, str | None] | None = None
    tense: Tense = "past"
    negated: bool = False


def by(
    voice: str | None = None, text: str | None = None, via: tuple[str, ...] = (), document: str | None = None
) -> Attribution:
    """Return an attribution to an entity id, to words, or to a document."""
    return Attribution(voice, None, text or voice, None, "indirect", via, document)


@cache
def _direction(word: str) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
    return np.random.default_rng(seed).normal(size=WIDTH)


def vector(words: str) -> NDArray[np.float32]:
    """Return a bag of words as a vector of length 1: texts that share words lie close."""
    total = np.zeros(WIDTH)
    for word in words.lower().replace(",", " ").replace(".", " ").split():
        if word not in STOP_WORDS:
            total += _direction(stem(word))
    norm = float(np.linalg.norm(total))
    return np.asarray(total / norm if norm else total, np.float32)


def story(
    told: Mapping[str, Sequence[Told]],
    *,
    outlets: Mapping[str, str] | None = None,
    days: Mapping[str, date] | None = None,
    agencies: Mapping[str, tuple[str, ...]] | None = None,
    names: Mapping[str, EntityKind] | None = None,
) -> Story:
    """Return a story with one claim per sentence; every name in `names` is an entity wherever it stands."""
    reports, claims, mentions = [], [], {name: [] for name in names or {}}  # type: ignore[var-annotated]
    for report_id in sorted(told):
        text = ""
        for number, one in enumerate(told[report_id]):
            start = len(text)
            text += one.words + ". "
            for name in sorted(mentions):
                at = one.words.find(name)
                if at >= 0:
                    mentions[name].append(Mention(Span(report_id, start + at, start + at + len(name))))
            claims.append(_claim(report_id, number + 1, start, one))
        reports.append(
            Report(
                id=report_id,
                source=f"{report_id}.txt",
                text=text,
                segments=(Segment(0, len(text), "body"),),
                sha256="0" * 64,
                outlet=(outlets or {}).get(report_id),
                published=Publication((days or {}).get(report_id)),
                agencies=(agencies or {}).get(report_id, ()),
            )
        )
    entities = tuple(
        Entity(name, (names or {})[name], name, (name,), tuple(found)) for name, found in sorted(mentions.items())
    )
    claims = [_with_participants(c, entities) for c in claims]
    words = {r.id: r.text for r in reports}
    rows = [vector(words[c.span.report][c.span.start : c.span.end]) for c in claims]
    return Story(tuple(reports), entities, (), tuple(claims), np.array(rows, np.float32).reshape(len(rows), WIDTH))


def _claim(report: str, number: int, start: int, one: Told) -> Claim:
    at = one.words.index(one.head)
    quantities = []
    if one.number:
        words, value, unit, counted = one.number
        where = one.words.index(words)
        span = Span(report, start + where, start + where + len(words))
        quantities.append(Quantity(span, value, value, "exact", unit, counted))
    moment = None
    if one.day:
        last = one.last_day or one.day
        moment = Moment(one.day, last, "day" if last == one.day else "month")
    return Claim(
        id=f"{report}.c{number}",
        span=Span(report, start, start + len(one.words)),
        head=Span(report, start + at, start + at + len(one.head)),
        lemma=one.head.lower(),
        certainty=one.certainty,
        attribution=one.attribution,
        moment=moment,
        quantities=tuple(quantities),
        tense=one.tense,
        negated=one.negated,
    )


def _with_participants(claim: Claim, entities: Sequence[Entity]) -> Claim:
    found = tuple(
        Participant("agent" if m.span < claim.head else "patient", m.span, e.name.split()[-1].lower(), e.id)
        for e in entities
        for m in e.mentions
        if claim.span.contains(m.span)
    )
    return Claim(
        **{f: getattr(claim, f) for f in Claim.__slots__ if f != "participants"},
        participants=tuple(sorted(found, key=lambda p: p.span)),
    )


def groups(*together: Sequence[str]) -> tuple[ClaimGroup, ...]:
    """Return one group for each sequence of claim ids."""
    return tuple(ClaimGroup(tuple(ids)) for ids in together)


def alone(told: Story, *together: Sequence[str]) -> tuple[ClaimGroup, ...]:
    """Return `together` as groups and every other claim of the story as a group of its own."""
    taken = {c for ids in together for c in ids}
    return groups(*together, *([c.id] for c in told.claims if c.id not in taken))
