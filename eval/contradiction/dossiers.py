"""The whole program on two sentences: each is a report of its own, and the dossier has a conflict or has none."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from eval.readings import KeptReader, report_of_lines
from variorum.align import find_copies, group_claims, join_entities
from variorum.annotate import annotate
from variorum.compare import find_conflicts, trace_origins
from variorum.model import Conflict


def conflicts_of(premise: str, hypothesis: str, reader: KeptReader) -> Sequence[Conflict]:
    """Return the conflicts that a dossier of the two sentences reports."""
    reports = [report_of_lines(premise, "premise"), report_of_lines(hypothesis, "hypothesis")]
    story = join_entities([annotate(report, reader.read(report)) for report in reports])
    tracing = trace_origins(story, group_claims(story, reader.compare), find_copies(story.reports))
    return find_conflicts(story, tracing.points, tracing.transmissions)


def thinned(count: int, most: int) -> list[int]:
    """Return at most `most` of the numbers below `count`, in order, drawn with one fixed seed.

    Every nth would not do: the corpora go round their labels in turn.
    """
    return list(range(count)) if count <= most else sorted(Random(count).sample(range(count), most))
