"""One report's claims as JSON, with the words and the line of each claim beside its offsets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from variorum.model import AnnotatedReport, Dossier, Generator
from variorum.model.codec.encode import encode
from variorum.model.codec.parts import Wire, WireClaim, WireEntity, WireReport, WireTime
from variorum.model.codec.whole import WireGenerator, WireSetAside
from variorum.render.reading_list import line_of

READING_SCHEMA: Literal["variorum/reading/1"] = "variorum/reading/1"


class WireReadClaim(WireClaim):
    """A claim as in a dossier, with its words verbatim and the line of the report's text that they begin on."""

    text: str
    line: int = Field(ge=1)


class WireReadReport(Wire):
    """A report and what was found in it; entity ids count within the report."""

    report: WireReport
    entities: tuple[WireEntity, ...]
    times: tuple[WireTime, ...]
    claims: tuple[WireReadClaim, ...]
    set_aside: tuple[WireSetAside, ...]


class WireReading(Wire):
    """Several reports, each read by itself."""

    schema_: Literal["variorum/reading/1"] = Field(default=READING_SCHEMA, alias="schema")
    generator: WireGenerator
    reports: tuple[WireReadReport, ...]


def to_reading_json(reports: Sequence[AnnotatedReport], generator: Generator) -> str:
    """Return the claims of reports as JSON text, indented by one space, ending in a line feed.

    Fields mean what docs/dossier.md says of a dossier's. Equal reports give equal bytes.

    Args:
        reports: In the order to write them.
        generator: What read them.
    """
    model = WireReading.model_validate(
        {
            "schema": READING_SCHEMA,
            "generator": {"name": generator.name, "version": generator.version, "reader": generator.reader},
            "reports": [_encoded(annotated, generator) for annotated in reports],
        }
    )
    return model.model_dump_json(by_alias=True, indent=1) + "\n"


def reading_json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `to_reading_json` writes."""
    schema = WireReading.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": READING_SCHEMA, **schema}


def _encoded(annotated: AnnotatedReport, generator: Generator) -> dict[str, Any]:
    """Encode as the dossier of one report in which nothing was compared, and keep the parts that a reading has."""
    nothing = ((),) * 11
    parts = encode(
        Dossier(
            generator,
            (annotated.report,),
            annotated.entities,
            annotated.times,
            annotated.claims,
            *nothing[:-1],
            annotated.set_aside,
        )
    )
    for claim, encoded in zip(annotated.claims, parts["claims"], strict=True):
        encoded["text"] = annotated.report.passage(claim.span)
        encoded["line"] = line_of(annotated.report, claim.span.start)
    kept = ("entities", "times", "claims", "set_aside")
    return {"report": parts["reports"][0], **{part: parts[part] for part in kept}}
