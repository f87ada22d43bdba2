"""Training stories as the program itself reads them, or as their gold clauses."""

from __future__ import annotations

import pickle
from pathlib import Path

from eval.oracle import load_story
from variorum.align import join_entities
from variorum.annotate import annotate
from variorum.ingest import date_reports, read_reports
from variorum.model import Story
from variorum.reader import Reader


def read_story(folder: Path, reader: Reader) -> Story:
    """Return a story read by the program: its claims are what the network and the rules find."""
    reports = date_reports(read_reports(sorted((folder / "reports").iterdir())).reports)
    return join_entities([annotate(r, reading) for r, reading in zip(reports, reader.read_all(reports), strict=True)])


def cached_story(folder: Path, reader: Reader | None, cache: Path | None) -> Story:
    """Return a story, from `cache` where it lies there.

    Args:
        folder: Holds `reports/` and `gold.yaml`.
        reader: None takes the gold's own clauses.
        cache: A folder of pickles written by this function; None keeps none. Empty it when the reader or
            the annotation changes.
    """
    kept = cache / f"{'gold' if reader is None else 'read'}-{folder.name}.pickle" if cache else None
    if kept and kept.exists():
        story: Story = pickle.loads(kept.read_bytes())
        return story
    story = load_story(folder) if reader is None else read_story(folder, reader)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(story))
    return story
