"""Where claims come from, as a picture: origins above, channels in the middle, reports below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from variorum.model import Transmission
from variorum.render.index import DossierIndex
from variorum.render.lines import ReportView
from variorum.render.timeline_picture import shorten

WIDTH = 880
MOST_ORIGINS = 10
# Of more than twelve reports the picture shows fewer origins, or it is a web that nobody can follow.
MOST_ORIGINS_OF_MANY = 6
MOST_EDGES = 60
MOST_CHANNELS = 7
THICKEST = 14.0
LETTER = 6.6
"""Width of a letter of a label, on the wide side: fonts differ."""


Edge = tuple[str, str | None, str, int]
"""Origin, channel or None, report, number of claims."""


def foreign(index: DossierIndex, transmission: Transmission) -> bool:
    """Tell whether the claims come from outside the report: an outlet's own words are no road."""
    origin = index.origins[transmission.origin]
    return bool(transmission.via) or origin.kind != "outlet" or origin.reports != (transmission.report,)


def draw_origins(index: DossierIndex) -> tuple[Markup, bool]:
    """Draw origins, channels and reports with edges as thick as the claims.

    Returns:
        The picture, empty when every claim is an outlet's own; and whether every road is in it.
    """
    roads = [road for road in index.dossier.transmissions if foreign(index, road)]
    if not roads:
        return Markup(""), True
    views = list(index.reports.values())
    few = len(views) > 12
    origins = _most([(road.origin, len(road.claims)) for road in roads], MOST_ORIGINS_OF_MANY if few else MOST_ORIGINS)
    channels = _most([(road.via[-1], len(road.claims)) for road in roads if road.via], MOST_CHANNELS)
    drawn = [road for road in roads if road.origin in origins]
    edges = _edges(index, drawn, channels)
    place = {view.report.id: view.index for view in views}
    tops = _positions(origins, 0, edges, place)
    middles = _positions([name for name in channels if any(via == name for _, via, *_ in edges)], 1, edges, place)
    bottoms = dict(zip(place, _spread(len(views)), strict=True))
    most = max(count for *_, count in edges)
    top, middle, bottom = 66, 170, 282 if middles else 214
    height = bottom + 14 + (42 if index.dossier.copies else 0)
    parts = [
        f'<svg class="roads" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        'aria-label="From which origins, through which channels, claims came to each report; listed below">'
    ]
    for source, via, report, count in edges:
        colour = index.reports[report].colour
        points = [(tops[source], top), *([(middles[via], middle)] if via else []), (bottoms[report], bottom - 12)]
        parts.append(_edge(points, max(1.4, THICKEST * count / most), colour, count))
    parts += [_origin(index, key, x, top) for key, x in tops.items()]
    parts += [_channel(key, x, middle) for key, x in middles.items()]
    parts += _copies(index, bottoms, bottom)
    parts += [_report(view, bottoms[view.report.id], bottom) for view in views]
    complete = len(drawn) == len(roads) and sum(count for *_, count in edges) == sum(len(road.claims) for road in roads)
    return Markup("".join([*parts, "</svg>"])), complete  # every part is escaped or made here


def _most(weights: Sequence[tuple[str, int]], most: int) -> list[str]:
    counts: Counter[str] = Counter()
    for key, weight in weights:
        counts[key] += weight
    return sorted(counts, key=lambda key: (-counts[key], key))[:most]


def _positions(keys: Sequence[str], column: int, edges: Sequence[Edge], place: dict[str, int]) -> dict[str, float]:
    """Place nodes evenly, each near the mean of the reports that it leads to, so that few edges cross."""

    def mean(key: str) -> float:
        to = [(place[edge[2]], edge[3]) for edge in edges if edge[column] == key]
        return sum(at * count for at, count in to) / max(1, sum(count for _, count in to))

    ordered = sorted(keys, key=lambda key: (mean(key), key))
    return dict(zip(ordered, _spread(len(ordered)), strict=True))


def _spread(number: int) -> list[float]:
    """Return evenly spaced middles across the width."""
    return [WIDTH * (place + 0.5) / number for place in range(number)]


def _edges(index: DossierIndex, roads: Sequence[Transmission], channels: Sequence[str]) -> list[Edge]:
    """Join the roads that the picture draws as one, thickest first so that thin ones stay seen."""
    counts: Counter[tuple[str, str | None, str]] = Counter()
    for road in roads:
        via = road.via[-1] if road.via and road.via[-1] in channels else None
        counts[road.origin, via, road.report] += len(road.claims)
    order = sorted(counts, key=lambda key: (-counts[key], key[0], key[1] or "", index.reports[key[2]].index))
    return [(*key, counts[key]) for key in order[:MOST_EDGES]]


def _edge(points: Sequence[tuple[float, float]], width: float, colour: str, count: int) -> str:
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in pairwise(points):
        half = (y0 + y1) / 2
        path += f"C{x0:.1f} {half:.1f} {x1:.1f} {half:.1f} {x1:.1f} {y1:.1f}"
    return f'<path class="road {colour}" d="{path}" stroke-width="{width:.1f}"><title>{count}</title></path>'


def _origin(index: DossierIndex, key: str, x: float, y: int) -> str:
    name = index.origins[key].name
    lines = wrap(name, 13, 3)
    half = LETTER * max(len(line) for line in lines) / 2
    middle = min(max(x, half), WIDTH - half)  # a long name at the edge moves inwards
    text = "".join(
        f'<tspan x="{middle:.1f}" y="{y - 14 - 13.5 * (len(lines) - 1 - number):.1f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return (
        f'<g class="origin"><title>{escape(name)}</title><circle class="node" cx="{x:.1f}" cy="{y}" r="5"/>'
        f'<text text-anchor="middle">{text}</text></g>'
    )


def _channel(name: str, x: float, y: int) -> str:
    short = shorten(name, 16)
    width = 7 * len(short) + 18
    return (
        f'<g class="channel"><title>{escape(name)}</title>'
        f'<rect x="{x - width / 2:.1f}" y="{y - 11}" width="{width}" height="22" rx="11"/>'
        f'<text x="{x:.1f}" y="{y + 4}" text-anchor="middle">{escape(short)}</text></g>'
    )


def _report(view: ReportView, x: float, y: int) -> str:
    return (
        f'<a href="#report-{view.slug}" class="{view.colour}"><title>{escape(view.name)}</title>'
        f'<rect class="badge" x="{x - 10:.1f}" y="{y - 12}" width="20" height="20" rx="4"/>'
        f'<text class="letter" x="{x:.1f}" y="{y + 2.5}" text-anchor="middle">{view.letter}</text></a>'
    )


def _copies(index: DossierIndex, bottoms: dict[str, float], y: int) -> list[str]:
    """Join reports that share passages by an arc beneath them."""
    pairs = Counter((copy.first.report, copy.second.report) for copy in index.dossier.copies)
    parts = []
    for (first, second), count in sorted(pairs.items()):
        x0, x1 = sorted((bottoms[first], bottoms[second]))
        parts.append(
            f'<path class="copy" d="M{x0:.1f} {y + 8}C{x0:.1f} {y + 44} {x1:.1f} {y + 44} {x1:.1f} {y + 8}">'
            f"<title>{count}</title></path>"
            f'<text class="tick" x="{(x0 + x1) / 2:.1f}" y="{y + 50}" text-anchor="middle">{count} copied</text>'
        )
    return parts


def wrap(name: str, room: int, most: int) -> list[str]:
    """Break a name into at most `most` lines of about `room` characters; what is left over is cut off."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shorten(line, room + 2) for line in lines] or ["?"]
