"""The timeline as a picture: days are dots, longer moments bars as long as their precision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup, escape

from variorum.model import Moment
from variorum.render.index import DossierIndex
from variorum.render.labels import moment_label
from variorum.render.lines import ReportView
from variorum.render.time_axis import LEFT, RIGHT, Axis, TimelineRow, ticks

WIDTH = 880
ROW = 27
HEAD = 58
MOST_ROWS = 16
LEAST_ROOM = 260
# So that one busy day does not fill the picture.
MOST_AT_ONCE = 3


def timeline_rows(index: DossierIndex) -> list[TimelineRow]:
    """Return all entries by time, each with its clauses."""
    entries = sorted(index.dossier.timeline, key=lambda entry: (entry.moment, not entry.main, entry.claims))
    rows = []
    for number, entry in enumerate(entries, start=1):
        lines = index.lines(entry.claims)
        best = index.points[entry.point].best if entry.point in index.points else None
        lines.sort(key=lambda line: line.claim.id != best)
        rows.append(TimelineRow(entry, moment_label(entry.moment), tuple(lines), f"t{number}"))
    return rows


def drawn_rows(rows: Sequence[TimelineRow], most: int = MOST_ROWS) -> list[TimelineRow]:
    """Return the rows that the picture has room for: main ones and those most reports tell."""

    def weight(row: TimelineRow) -> tuple[bool, int, int]:
        return (not row.entry.main, -len({line.report.index for line in row.lines}), -len(row.lines))

    kept: set[str] = set()
    same: Counter[Moment] = Counter()
    for row in sorted(rows, key=weight):
        if len(kept) < most and same[row.entry.moment] < MOST_AT_ONCE:
            kept.add(row.key)
            same[row.entry.moment] += 1
    return [row for row in rows if row.key in kept]


def draw_timeline(index: DossierIndex, rows: Sequence[TimelineRow]) -> Markup:
    """Draw the rows as an SVG picture without script; an empty one when there are none."""
    if not rows:
        return Markup("")
    views = list(index.reports.values())
    axis = Axis(rows, views)
    drawn: list[str] = []
    height = HEAD + 6
    for row in rows:
        part, used = _row(row, axis, height + ROW // 2)
        drawn.append(part)
        height += used
    height += 6
    parts = [
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-label="Timeline of {len(rows)} dated happenings, listed below">',
        *_axis_marks(axis, height),
        *_report_ticks(axis, views),
        *drawn,
    ]
    return Markup("".join([*parts, "</svg>"]))  # every part is escaped or made here


def _axis_marks(axis: Axis, height: int) -> list[str]:
    y = HEAD - 10
    parts = [f'<path class="axis" d="M{axis.start - 14:.0f} {y}H{axis.end + 14:.0f}"/>']
    for days, at, sign in ((axis.before, axis.start - 14, -1), (axis.after, axis.end + 14, 1)):
        if days:
            far = LEFT if sign < 0 else RIGHT
            parts.append(f'<path class="axis far" d="M{far} {y}H{at + sign * 12:.0f}"/>')
            parts.append(
                f'<path class="axis" d="M{at + sign * 8:.0f} {y + 6}l4 -12m4 12l4 -12"/>'
                if sign > 0
                else f'<path class="axis" d="M{at - 14:.0f} {y + 6}l4 -12m4 12l4 -12"/>'
            )
            text, anchor = ("earlier", "start") if sign < 0 else ("later", "end")
            parts.append(f'<text class="tick" x="{far}" y="{y - 12}" text-anchor="{anchor}">{text}</text>')
    for day, label in ticks(axis.first, axis.last):
        x = axis.x(day)
        parts.append(f'<path class="grid" d="M{x:.1f} {y}V{height}"/>')
        parts.append(f'<text class="tick" x="{x:.1f}" y="{y - 12}" text-anchor="middle">{escape(label)}</text>')
    return parts


def _report_ticks(axis: Axis, views: Sequence[ReportView]) -> list[str]:
    """Mark the reports' own days with their letters on the axis."""
    dated = sorted(
        (view for view in views if view.report.published.day), key=lambda view: (view.report.published.day, view.index)
    )
    parts = []
    for day, group in groupby(dated, key=lambda view: view.report.published.day):
        if day is None:
            continue
        own = list(group)
        x = axis.x(day)
        parts.append(f'<path class="own" d="M{x:.1f} {HEAD - 15}v10"/>')
        shown = own[:5]
        for place, view in enumerate(shown):
            at = x + (place - (len(shown) - 1) / 2) * 16
            parts.append(
                f'<g class="{view.colour}"><circle class="badge" cx="{at:.1f}" cy="{HEAD + 1}" r="7.5"/>'
                f'<text class="letter" x="{at:.1f}" y="{HEAD + 4.5}" text-anchor="middle">{view.letter}</text></g>'
            )
        if len(own) > len(shown):
            parts.append(
                f'<text class="tick" x="{x + len(shown) * 8 + 5:.1f}" y="{HEAD + 4.5}">+{len(own) - len(shown)}</text>'
            )
    return parts


def _row(row: TimelineRow, axis: Axis, y: int) -> tuple[str, int]:
    """Draw a row whose mark has its middle at `y`; return it with its height."""
    moment, main = row.entry.moment, row.entry.main
    left, right = axis.x(moment.first), axis.x(moment.last)
    kinds = {"main": main, "open": row.entry.announced, "about": moment.approximate}
    style = " ".join(["mark", *(name for name, holds in kinds.items() if holds)])
    if right - left < 8:
        middle = (left + right) / 2
        shape = f'<circle class="{style}" cx="{middle:.1f}" cy="{y}" r="{7 if main else 4.5}"/>'
        left, right = middle - 5, middle + 5
    else:
        half = 5 if main else 3.5
        shape = f'<rect class="{style}" x="{left:.1f}" y="{y - half}" width="{right - left:.1f}" '
        shape += f'height="{2 * half}" rx="{half}"/>'
    after, before = WIDTH - right, left
    x, anchor, room, used = right + 9, "start", after, ROW
    if max(after, before) < LEAST_ROOM:  # a bar across the picture: its words stand under it
        x, room, y, used = left, WIDTH - left, y + 17, ROW + 17
    elif after <= 330 and after < before:
        x, anchor, room = left - 9, "end", before
    letters = int((room - 24 - 7 * len(row.label)) / 6.6)
    words = shorten(" ".join(row.lines[0].text.split()), max(8, letters)) if row.lines else ""
    label = f'<tspan class="when">{escape(row.label)}</tspan><tspan class="what" dx="8">{escape(words)}</tspan>'
    return (
        f'<a href="#{row.key}" class="go"><title>{escape(row.label)}</title>{shape}'
        f'<text x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="{anchor}">{label}</text></a>'
    ), used


def shorten(text: str, room: int) -> str:
    """Cut at a word's end so that the text with its ellipsis has at most `room` characters."""
    if len(text) <= room:
        return text
    short = text[: max(1, room - 1)]
    return (short.rsplit(" ", 1)[0] if " " in short[room // 2 :] else short).rstrip(" ,;:–—-") + "…"
