"""A story's claims as the program reads them."""

from __future__ import annotations

from pathlib import Path

from variorum.align import join_entities
from variorum.annotate import annotate
from variorum.ingest import date_reports, read_reports
from variorum.model import Story
from variorum.reader import Reader


def read_story(folder: Path, reader: Reader) -> Story:
    """Return the story of a folder with `reports/`, read and annotated as `collate` does it."""
    taken = read_reports(sorted((folder / "reports").iterdir())).reports
    dated = date_reports(tuple(sorted(taken, key=lambda r: r.id)))
    return join_entities(tuple(annotate(report, reader.read(report)) for report in dated))
