"""Points across the reports: who tells each, and what one report alone tells or lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Origin, Point
from variorum.render.index import DossierIndex
from variorum.render.labels import moment_label
from variorum.render.lines import Line, ReportView


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point across the reports.

    Attributes:
        point: The point.
        best: The claim that stands for it.
        cells: For each report its claims of this point, empty where it does not tell it.
        origins: Where it comes from.
        when: First day as ISO text for sorting, and its label; None when no claim tells.
    """

    point: Point
    best: Line
    cells: tuple[tuple[Line, ...], ...]
    origins: tuple[Origin, ...]
    when: tuple[str, str] | None

    @property
    def first_report(self) -> int:
        """Place of the first report that tells it."""
        return next(place for place, cell in enumerate(self.cells) if cell)

    @property
    def voices(self) -> list[str]:
        """Ids of the voices that it is given to, sorted."""
        said = (line.claim.attribution for cell in self.cells for line in cell)
        return sorted({attribution.voice for attribution in said if attribution and attribution.voice})


@dataclass(frozen=True, slots=True)
class OnlyView:
    """What one report alone tells, and what most others tell and it does not."""

    report: ReportView
    only: tuple[PointRow, ...]
    lacks: tuple[PointRow, ...]


def point_rows(index: DossierIndex) -> list[PointRow]:
    """Return all points in the dossier's order."""
    rows = []
    for point in index.dossier.points:
        by_report: dict[str, list[Line]] = {report_id: [] for report_id in index.reports}
        for claim_id in point.claims:
            line = index.line(claim_id)
            by_report[line.report.report.id].append(line)
        moment = index.moment_of(point.claims)
        rows.append(
            PointRow(
                point=point,
                best=index.line(point.best),
                cells=tuple(tuple(cell) for cell in by_report.values()),
                origins=tuple(index.origins[origin] for origin in point.origins),
                when=(moment.first.isoformat(), moment_label(moment)) if moment else None,
            )
        )
    return rows


def told_by_many(rows: Sequence[PointRow]) -> list[PointRow]:
    """Return the points that two or more reports tell."""
    return [row for row in rows if sum(bool(cell) for cell in row.cells) > 1]


def only_views(index: DossierIndex, rows: Sequence[PointRow]) -> list[OnlyView]:
    """Return for each report what stands in it alone and what it lacks, also where nothing was compared."""
    by_id = {row.point.id: row for row in rows}
    lacks = {coverage.report: coverage.lacks for coverage in index.dossier.coverage}
    singles: dict[int, list[PointRow]] = {}
    for row in rows:
        if sum(bool(cell) for cell in row.cells) == 1:
            singles.setdefault(row.first_report, []).append(row)
    return [
        OnlyView(
            report=view,
            only=tuple(_fullest_first(index, singles.get(view.index, ()))),
            lacks=tuple(by_id[point] for point in lacks.get(view.report.id, ())),
        )
        for view in index.reports.values()
    ]


def _fullest_first(index: DossierIndex, rows: Sequence[PointRow]) -> list[PointRow]:
    by_claim = {row.best.claim.id: row for row in rows}
    return [by_claim[line.claim.id] for line in index.lines(by_claim)]
