"""What one report alone has, and what it leaves out that most others tell."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.compare.index import ClaimIndex
from variorum.model import Coverage, Point, Story

_MOST = 0.5  # a point is widely told when more than this share of the other reports has it
_AT_LEAST = 2  # and never by a single other report


def compare_coverage(story: Story, points: Sequence[Point]) -> tuple[Coverage, ...]:
    """Return one entry per report, by report id; the points in the order of their numbers.

    A point whose every claim lies inside a claim of another point that only this report has is left out of `only`:
    its words are shown with that one.
    """
    index = ClaimIndex(story, points)
    told = {p.id: {index.claims[c].span.report for c in p.claims} for p in points}
    ordered = sorted(points, key=lambda p: int(p.id[1:]))
    return tuple(
        Coverage(
            report=report.id,
            only=tuple(p.id for p in ordered if told[p.id] == {report.id} and not _inside_another(index, p, told)),
            lacks=tuple(
                p.id
                for p in ordered
                if report.id not in told[p.id]
                and len(told[p.id]) >= _AT_LEAST
                and len(told[p.id]) > _MOST * (len(story.reports) - 1)
            ),
        )
        for report in sorted(story.reports, key=lambda r: r.id)
    )


def _inside_another(index: ClaimIndex, point: Point, told: dict[str, set[str]]) -> bool:
    parents = [index.claims[c].parent for c in point.claims]
    return all(
        p is not None and index.point.get(p) not in {None, point.id} and told[index.point[p]] == told[point.id]
        for p in parents
    )
