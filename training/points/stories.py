"""Training stories as the program itself reads them."""

from __future__ import annotations

from pathlib import Path

from variorum.align import join_entities
from variorum.annotate import annotate
from variorum.ingest import date_reports, read_reports
from variorum.model import Story
from variorum.reader import Reader


def read_story(folder: Path, reader: Reader) -> Story:
    """Return a story read by the program: its claims are what the network and the rules find."""
    reports = date_reports(read_reports(sorted((folder / "reports").iterdir())).reports)
    return join_entities([annotate(r, reading) for r, reading in zip(reports, reader.read_all(reports), strict=True)])
