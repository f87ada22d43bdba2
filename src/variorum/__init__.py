"""Several reports of one event in, one dossier out that can be checked line by line.

    from variorum import collate, read_reports

    intake = read_reports(["reports/"])
    dossier = collate(intake.reports)
    for conflict in dossier.conflicts:
        print(conflict.question, [reading.value for reading in conflict.readings])

The names below are public; each is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from variorum.annotate import annotate_report, annotate_reports, parse_quantities
    from variorum.collation import collate
    from variorum.errors import (
        DossierFormatError,
        EmptyInputError,
        InputError,
        NoReportsError,
        NotTextError,
        OptionError,
        OutputError,
        ReaderError,
        TooLargeError,
        UnreadableError,
        VariorumError,
    )
    from variorum.ingest import Intake, read_report, read_reports, report_from_text
    from variorum.model import AnnotatedReport, Claim, Dossier, Generator, Report, Span
    from variorum.model.codec import from_json, json_schema
    from variorum.moments import resolve_moments
    from variorum.reader import load_reader
    from variorum.render import to_html, to_markdown
    from variorum.render.reading_json import reading_json_schema, to_reading_json
    from variorum.render.reading_list import to_reading_list

_HOMES = {
    "AnnotatedReport": "model",
    "Claim": "model",
    "Dossier": "model",
    "DossierFormatError": "errors",
    "EmptyInputError": "errors",
    "Generator": "model",
    "InputError": "errors",
    "Intake": "ingest",
    "NoReportsError": "errors",
    "NotTextError": "errors",
    "OptionError": "errors",
    "OutputError": "errors",
    "ReaderError": "errors",
    "Report": "model",
    "Span": "model",
    "TooLargeError": "errors",
    "UnreadableError": "errors",
    "VariorumError": "errors",
    "annotate_report": "annotate",
    "annotate_reports": "annotate",
    "collate": "collation",
    "from_json": "model.codec",
    "json_schema": "model.codec",
    "load_reader": "reader",
    "parse_quantities": "annotate",
    "read_report": "ingest",
    "read_reports": "ingest",
    "reading_json_schema": "render.reading_json",
    "report_from_text": "ingest",
    "resolve_moments": "moments",
    "to_html": "render",
    "to_markdown": "render",
    "to_reading_json": "render.reading_json",
    "to_reading_list": "render.reading_list",
}

__all__ = [
    "AnnotatedReport",
    "Claim",
    "Dossier",
    "DossierFormatError",
    "EmptyInputError",
    "Generator",
    "InputError",
    "Intake",
    "NoReportsError",
    "NotTextError",
    "OptionError",
    "OutputError",
    "ReaderError",
    "Report",
    "Span",
    "TooLargeError",
    "UnreadableError",
    "VariorumError",
    "annotate_report",
    "annotate_reports",
    "collate",
    "from_json",
    "json_schema",
    "load_reader",
    "parse_quantities",
    "read_report",
    "read_reports",
    "reading_json_schema",
    "report_from_text",
    "resolve_moments",
    "to_html",
    "to_markdown",
    "to_reading_json",
    "to_reading_list",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its room: importing `variorum` alone costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    value = getattr(import_module(f"variorum.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
