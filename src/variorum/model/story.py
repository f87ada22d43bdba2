"""Between the stages: one report's annotations, and all reports of a story together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.model.claim import Claim
from variorum.model.entity import Entity
from variorum.model.moment import TimeExpression
from variorum.model.report import Report
from variorum.model.span import Span


@dataclass(frozen=True, slots=True)
class SetAside:
    """A passage that was read and stands in no point, with the reason in a few words."""

    span: Span
    reason: str


@dataclass(frozen=True, eq=False)
class AnnotatedReport:
    """A report with its claims. Entity ids count within this report.

    Attributes:
        vectors: Meaning of each claim, shape (claims, width), rows of length 1, in the claims' order.
    """

    report: Report
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    claims: tuple[Claim, ...]
    vectors: NDArray[np.float32]
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, eq=False)
class Story:
    """All reports of a story after entities were joined: every entity id counts for the whole story.

    Attributes:
        reports: Sorted by id, whatever the order of input.
        claims: Sorted by report and position.
        vectors: Meaning of each claim, shape (claims, width), rows of length 1, in the claims' order.
    """

    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    claims: tuple[Claim, ...]
    vectors: NDArray[np.float32]
    set_aside: tuple[SetAside, ...] = ()

    def report(self, report_id: str) -> Report:
        """Return the report of that id; KeyError when there is none."""
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(report_id)

    def passage(self, span: Span) -> str:
        """Return the characters of `span`."""
        return self.report(span.report).passage(span)
