"""The dossier as JSON, first half: reports, entities, times and claims.

The fields that docs/dossier.md promises keep their names and meaning; the others are additions.
Offsets count code points of that report's `text`, half-open; days are inclusive ISO 8601 dates.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from variorum.model.claim import Certainty, ClaimKind, Mode, ParticipantRole, Tense
from variorum.model.entity import EntityKind, MentionForm
from variorum.model.moment import ClockBound, Precision
from variorum.model.quantity import Bound
from variorum.model.report import PublishedBasis, Role

SCHEMA: Literal["variorum/dossier/1"] = "variorum/dossier/1"

Offset = Annotated[int, Field(ge=0, description="Code points of the report's text.")]


class Wire(BaseModel):
    """A part of the JSON: nothing may be added to it by accident."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, ser_json_inf_nan="null")


class WirePassage(Wire):
    """A passage of a report that the context names."""

    start: Offset
    end: Offset


class WireSpan(Wire):
    """A passage and its report."""

    report: str
    start: Offset
    end: Offset


class WireSegment(Wire):
    """A passage with its role."""

    start: Offset
    end: Offset
    role: Role


class WireReport(Wire):
    """A report with its whole text."""

    id: str
    source: str
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    url: str | None
    published: date | None
    published_at: datetime | None = None
    published_basis: PublishedBasis
    published_evidence: tuple[WirePassage, ...] = ()
    language: str | None
    agencies: tuple[str, ...] = ()
    sha256: str
    text: str
    segments: tuple[WireSegment, ...]


class WireMention(Wire):
    """Words that stand for an entity."""

    report: str
    start: Offset
    end: Offset
    form: MentionForm = "name"


class WireEntity(Wire):
    """A person, organization, place or other named thing."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[WireMention, ...]
    roles: tuple[str, ...] = ()


class WireMoment(Wire):
    """Days, both inclusive, with the precision of the words."""

    from_: date = Field(alias="from")
    to: date
    precision: Precision = "day"
    approximate: bool = False
    open_start: bool = False
    open_end: bool = False


class WireTimeOfDay(Wire):
    """Hour and minute where the words tell them, and whether they name the day, too."""

    at: time | None = None
    bound: ClockBound = "exact"
    zone: str | None = None
    with_day: bool = False


class WireTime(WireMoment):
    """A time expression."""

    report: str
    start: Offset
    end: Offset
    time_of_day: WireTimeOfDay | None = None


class WireQuantity(Wire):
    """A number with bounds, unit and counted thing; null bounds are open."""

    start: Offset
    end: Offset
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    counted: str | None


class WireAttribution(Wire):
    """Who a claim is given to."""

    voice: str | None
    source: WirePassage | None
    text: str | None
    cue: WirePassage | None
    mode: Mode
    via: tuple[str, ...]
    document: str | None = None


class WireParticipant(Wire):
    """Somebody or something in a claim."""

    role: ParticipantRole
    start: Offset
    end: Offset
    lemma: str
    entity: str | None
    preposition: str | None


class WireClaim(Wire):
    """A clause with its attribution, certainty and moment; `from` and `to` repeat the moment's days."""

    id: str
    report: str
    start: Offset
    end: Offset
    certainty: Certainty
    attribution: WireAttribution | None
    from_: date | None = Field(alias="from")
    to: date | None
    moment: WireMoment | None = None
    moment_inherited: bool = False
    head: WirePassage
    lemma: str
    certainty_cue: WirePassage | None = None
    participants: tuple[WireParticipant, ...] = ()
    quantities: tuple[WireQuantity, ...] = ()
    tense: Tense = "none"
    negated: bool = False
    kind: ClaimKind = "clause"
    segment: Role = "body"
    parent: str | None = None
