"""Reports, entities and times of a story, from its gold where it marks them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.folding import folded
from eval.gold import parse_days
from eval.oracle.guesses import guess_names
from eval.oracle.marks import locate
from variorum.model import (
    Entity,
    EntityKind,
    Mention,
    Moment,
    Precision,
    Publication,
    Report,
    Role,
    Segment,
    Span,
    TimeExpression,
)
from variorum.moments import resolve_moments


def moment_of(value: object) -> Moment:
    """Return the days of a gold value: '2000-07', '2024-06-18/2024-06-19', a date."""
    found = parse_days(value)
    days = (found.last - found.first).days
    precision: Precision = "day" if not days else "year" if days > 360 else "month" if days > 26 else "range"
    return Moment(found.first, found.last, precision)


def report_of(folder: Path, entry: dict[str, Any], marks: Sequence[dict[str, Any]]) -> Report:
    """Return a report of a story; without marks of its lines a short first one is its title."""
    path = next(p for p in sorted((folder / "reports").iterdir()) if p.stem == entry["id"])
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    segments: list[Segment] = []
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        line = folded(match.group().strip())
        role: Role = "body"
        for mark in marks:
            wanted = folded(mark["line"])
            if line == wanted if mark.get("exact") else line.startswith(wanted):
                role = mark["role"]
        if not marks and not segments and len(line) < 130:
            role = "title"
        segments.append(Segment(match.start(), match.end(), role))
    title = next((text[s.start : s.end].strip() for s in segments if s.role == "title"), None)
    day = entry.get("published")
    return Report(
        id=entry["id"],
        source=str(path),
        text=text,
        segments=tuple(segments),
        sha256=hashlib.sha256(raw).hexdigest(),
        outlet=entry.get("outlet"),
        title=title,
        published=Publication(day=day, basis="stated" if day else "unknown"),
        language="en",
    )


def entities_of(gold: dict[str, Any], reports: Sequence[Report]) -> tuple[Entity, ...]:
    """Return the entities that the gold lists, else runs of capitals, with every place where a form of them stands."""
    listed = [(e["kind"], e["name"], tuple(sorted({e["name"], *e["aliases"]}))) for e in gold.get("entities") or []]
    entities = []
    taken: dict[str, list[tuple[int, int]]] = {r.id: [] for r in reports}
    forms: dict[str, tuple[EntityKind, str, tuple[str, ...]]] = {}
    for item in listed or guess_names(reports):
        for form in item[2]:
            forms.setdefault(form, item)
    mentions: dict[str, list[Mention]] = {}
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        for report in reports:
            for match in pattern.finditer(report.text):
                if not any(a < match.end() and match.start() < b for a, b in taken[report.id]):
                    taken[report.id].append(match.span())
                    mentions.setdefault(forms[form][1], []).append(Mention(Span(report.id, *match.span())))
    for number, (kind, name, aliases) in enumerate(
        sorted({i[1]: i for i in forms.values()}.values(), key=lambda i: i[1])
    ):
        if name in mentions:
            ordered = tuple(sorted(mentions[name], key=lambda m: m.span))
            entities.append(Entity(f"e{number + 1}", kind, name, aliases, ordered))
    return tuple(entities)


def times_of(gold: dict[str, Any], reports: Sequence[Report]) -> tuple[TimeExpression, ...]:
    """Return the time expressions that the gold marks, else what the program reads, by offset."""
    texts = {r.id: r.text for r in reports}
    times = []
    for entry in gold.get("times") or []:
        outer = locate(texts[entry["report"]], entry["in"])
        inner = locate(texts[entry["report"]][slice(*outer)], str(entry["expr"])) if outer else None
        if outer and inner:
            span = Span(entry["report"], outer[0] + inner[0], outer[0] + inner[1])
            times.append(TimeExpression(span, moment_of(entry["value"])))
    if not times:
        times = [t for r in reports for t in resolve_moments(r.text, r.published.day, report=r.id)]
    return tuple(sorted(times, key=lambda t: t.span))
