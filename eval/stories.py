"""A story as the program has it before anything is compared: read, annotated, joined, and grouped into points."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align import find_copies, join_entities, weigh_claims
from variorum.annotate import annotate
from variorum.compare import trace_origins
from variorum.compare.index import ClaimIndex
from variorum.ingest import date_reports
from variorum.model import Report, Story
from variorum.reader import Reader


def story_of(reports: Sequence[Report], reader: Reader) -> Story:
    """Return reports as a story, dated, read, annotated and joined as `collate` does it, in the order given."""
    return join_entities(tuple(annotate(report, reader.read(report)) for report in date_reports(tuple(reports))))


def index_of(story: Story, reader: Reader) -> ClaimIndex:
    """Return a story's claims with the points that `collate` makes of them."""
    groups = weigh_claims(story, reader.compare).groups
    return ClaimIndex(story, trace_origins(story, groups, find_copies(story.reports)).points)
