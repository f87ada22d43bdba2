"""The dossier as JSON, second half: what comes out of laying claims side by side, and the whole."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from variorum.model.codec.parts import (
    SCHEMA,
    Offset,
    Wire,
    WireClaim,
    WireEntity,
    WireMoment,
    WireReport,
    WireSpan,
    WireTime,
)
from variorum.model.comparison import ConflictKind, Outcome
from variorum.model.point import OriginKind, Standing


class WireFactor(Wire):
    """One reason for a decision."""

    name: str
    value: float
    detail: str = ""
    evidence: tuple[WireSpan, ...] = ()


class WirePoint(Wire):
    """What several claims tell alike."""

    id: str
    claims: tuple[str, ...]
    standing: Standing
    origins: tuple[str, ...]
    best: str
    factors: tuple[WireFactor, ...] = ()


class WirePair(Wire):
    """Two claims weighed against each other: whether they tell one happening."""

    first: str
    second: str
    probability: float
    bar: float
    joined: bool
    refused: str = ""
    factors: tuple[WireFactor, ...] = ()


class WireOrigin(Wire):
    """Where claims come from before any outlet."""

    id: str
    name: str
    kind: OriginKind
    reports: tuple[str, ...]
    entity: str | None = None
    evidence: tuple[WireSpan, ...] = ()


class WireTransmission(Wire):
    """A road from an origin to a report."""

    origin: str
    via: tuple[str, ...]
    report: str
    claims: tuple[str, ...]


class WireCopy(Wire):
    """A passage that two reports share."""

    first: WireSpan
    second: WireSpan
    similarity: float


class WireConflictReading(Wire):
    """One side of a conflict."""

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()
    values: tuple[WireSpan, ...] = ()
    older: bool = False


class WireConflict(Wire):
    """A question that reports answer differently."""

    id: str
    kind: ConflictKind
    question: str
    readings: tuple[WireConflictReading, ...]
    factors: tuple[WireFactor, ...] = ()
    weighed: tuple[str, ...] = ()
    strength: float | None = None
    bar: float | None = None


class WireDevelopment(Wire):
    """A forecast and its outcome."""

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    outcome: Outcome
    factors: tuple[WireFactor, ...] = ()
    weighed: tuple[str, ...] = ()
    strength: float | None = None
    bar: float | None = None
    sure: float | None = None


class WireQuotation(Wire):
    """One voice's same words in different wordings; `words` holds the passage of each variant."""

    id: str
    voice: str | None
    variants: tuple[str, ...]
    words: tuple[WireSpan, ...]


class WireTimelineEntry(WireMoment):
    """A dated happening."""

    claims: tuple[str, ...]
    point: str | None = None
    main: bool = False
    announced: bool = False


class WireCoverage(Wire):
    """What one report alone has, and what it lacks."""

    report: str
    only: tuple[str, ...]
    lacks: tuple[str, ...]


class WireSetAside(Wire):
    """What was read and is in no point."""

    report: str
    start: Offset
    end: Offset
    reason: str


class WireGenerator(Wire):
    """What made the dossier."""

    name: str
    version: str
    reader: str


class WireDossier(Wire):
    """Several reports of one event, laid side by side."""

    schema_: Literal["variorum/dossier/1"] = Field(default=SCHEMA, alias="schema")
    generator: WireGenerator
    reports: tuple[WireReport, ...]
    entities: tuple[WireEntity, ...]
    times: tuple[WireTime, ...]
    claims: tuple[WireClaim, ...]
    points: tuple[WirePoint, ...]
    origins: tuple[WireOrigin, ...]
    transmissions: tuple[WireTransmission, ...] = ()
    copies: tuple[WireCopy, ...] = ()
    conflicts: tuple[WireConflict, ...]
    developments: tuple[WireDevelopment, ...]
    open: tuple[str, ...] = ()
    quotations: tuple[WireQuotation, ...]
    timeline: tuple[WireTimelineEntry, ...]
    coverage: tuple[WireCoverage, ...] = ()
    set_aside: tuple[WireSetAside, ...]
    pairs: tuple[WirePair, ...] = ()


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a dossier file."""
    schema = WireDossier.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **schema}
