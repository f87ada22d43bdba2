"""What every head is scored by: counts a document, a metric over their sums, and what it stands against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.bootstrap import Metric, f_scores, interval, whole
from eval.figures import Figure

Row = tuple[float, ...]
"""What one document adds to the counts of a metric."""

Span = tuple[int, ...] | tuple[int, int, str]
"""A span by its ends, with a class or without; an arc by the ends of child and head and its relation."""

SpanSets = tuple[set[Span], set[Span]]
"""Spans of one document as the system has them, and as the corpus has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One head by one metric.

    Attributes:
        name: Head and metric.
        rows: Counts by document.
        metric: Over summed counts.
        counted: Column of the counts that says on how many units the score stands.
        unit: What they are.
        baseline: Counts of something that needs no training, by document; empty where there is nothing simple.
        simple: What that is.
        published: As of `Figure`.
        source: As of `Figure`.
    """

    name: str
    rows: Sequence[Row]
    metric: Metric
    counted: int
    unit: str
    baseline: Sequence[Row] = ()
    simple: str = ""
    published: float | None = None
    source: str = ""

    def figure(self) -> Figure:
        """Return the score over all documents with its bootstrap interval."""
        low, high = interval(self.rows, self.metric) or (None, None)
        return Figure(
            name=self.name,
            value=whole(self.rows, self.metric),
            units=int(sum(row[self.counted] for row in self.rows)),
            unit=self.unit,
            low=low,
            high=high,
            baseline=whole(self.baseline, self.metric) if self.baseline else None,
            simple=self.simple,
            published=self.published,
            source=self.source,
        )


def span_rows(pairs: Iterable[SpanSets]) -> list[Row]:
    """Return (right, system, gold) of each document."""
    return [(len(system & gold), len(system), len(gold)) for system, gold in pairs]


def span_score(name: str, unit: str, pairs: Sequence[SpanSets], plain: Sequence[SpanSets] = (), **more: str) -> Score:
    """Return exact F1 of spans, with what a plain rule finds as the baseline; `more` may name it as `simple`."""
    return Score(
        name=name,
        rows=span_rows(pairs),
        metric=f_scores,
        counted=2,
        unit=unit,
        baseline=span_rows(plain),
        simple=more.get("simple", ""),
    )
