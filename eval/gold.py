"""What a careful reader found in a story, as data; docs/evaluation.md describes the layers."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

CERTAINTIES = frozenset({"asserted", "expected", "possible", "alleged", "denied", "wanted", "hypothetical"})
ROLES = frozenset({"title", "standfirst", "byline", "update", "caption", "heading", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words copied from a report; they stand in it once."""

    report: str
    text: str


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends inclusive."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report as the gold lists it; `published` is None when no reader can tell."""

    id: str
    published: date | None


@dataclass(frozen=True, slots=True)
class LineMark:
    """A line that is not body.

    Attributes:
        line: The line's first words, or the whole line when `exact`.
        role: What it is for.
        exact: Only a line of exactly these words.
        every: Every such line, not only the first.
    """

    line: str
    role: str
    exact: bool
    every: bool


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person, organization, place or other with all its names."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """A statement that a report gives to a voice."""

    content: Quote
    voice: str
    mode: str


@dataclass(frozen=True, slots=True)
class GoldCertainty:
    """A clause and one of the seven classes."""

    quote: Quote
    value: str


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression, found inside a longer quotation that stands once."""

    inside: Quote
    expression: str
    days: Days


@dataclass(frozen=True, slots=True)
class GoldPoint:
    """The clauses that tell one thing; `origins` is None where the reader left it open."""

    id: str
    evidence: tuple[Quote, ...]
    origins: int | None


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """A question with two or more answers, each with its clauses."""

    id: str
    readings: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True)
class GoldDevelopment:
    """What was ahead, and what came of it."""

    before: tuple[Quote, ...]
    after: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldHappening:
    """A dated happening of the timeline."""

    days: Days
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldStory:
    """All layers of one story.

    Attributes:
        sources: Each report's file as text, HTML tags included, by report id.
        compatible: Pairs that look like conflicts and are none.
        quotations: Groups of variants of one voice's words.
    """

    name: str
    title: str
    reports: tuple[GoldReport, ...]
    sources: Mapping[str, str]
    segments: Mapping[str, tuple[LineMark, ...]]
    entities: tuple[GoldEntity, ...]
    attributions: tuple[GoldAttribution, ...]
    certainty: tuple[GoldCertainty, ...]
    times: tuple[GoldTime, ...]
    points: tuple[GoldPoint, ...]
    conflicts: tuple[GoldConflict, ...]
    compatible: tuple[tuple[Quote, Quote], ...]
    developments: tuple[GoldDevelopment, ...]
    quotations: tuple[tuple[Quote, ...], ...]
    timeline: tuple[GoldHappening, ...]

    def names_of(self, voice: str) -> frozenset[str]:
        """Return every name of the entity that `voice` names, `voice` included."""
        names = {voice}
        for entity in self.entities:
            if voice == entity.name or voice in entity.aliases:
                names |= {entity.name, *entity.aliases}
        return frozenset(names)


def parse_days(value: object) -> Days:
    """Read `2000`, `2000-07`, `2000-07-19` or `A/B` as the days it covers.

    Raises:
        ValueError: The value is no such date.
    """
    text = str(value)
    if "/" in text:
        first, last = text.split("/")
        return Days(parse_days(first).first, parse_days(last).last)
    parts = [int(part) for part in text[:10].split("-")]
    if len(parts) == 1:
        return Days(date(parts[0], 1, 1), date(parts[0], 12, 31))
    if len(parts) == 2:
        year, month = parts
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Days(date(*parts), date(*parts))
