"""Layers that look at a report alone: roles of its lines, its own day, its time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eval.folding import fold, folded
from eval.gold import LineMark
from eval.laid import Laid, Place, place_of, same_days, shared
from eval.score import Score, accuracy

DAYS_OFF = 1
"""A report's day may be one off: midnight and time zones are not the reader's business."""


def _gold_role(line: str, marks: Sequence[LineMark], used: set[int]) -> str:
    """Return a line's role by the first mark that fits and, unless it holds for every line, is not used up."""
    for number, mark in enumerate(marks):
        fits = line == mark.line if mark.exact else folded(line).startswith(folded(mark.line))
        if fits and (mark.every or number not in used):
            used.add(number)
            return mark.role
    return "body"


def roles(laid: Laid) -> Score:
    """Share of lines with the right role; a boilerplate line that the text no longer holds is right."""
    right = total = 0
    for report in laid.gold.reports:
        marks = laid.gold.segments.get(report.id, ())
        used: set[int] = set()
        text = laid.texts.get(report.id)
        segments = laid.report(report.id).get("segments", [])
        cursor = 0
        for line in filter(None, (raw.strip() for raw in laid.gold.sources[report.id].split("\n"))):
            role = _gold_role(line, marks, used)
            total += 1
            if text is None:
                continue
            wanted = folded(line)
            place = text.find(line, cursor)
            if place is None:
                right += role == "boilerplate"
                continue
            cursor = text.text.find(wanted, cursor) + len(wanted)
            right += _role_at(segments, place) == role
    return accuracy(right, total)


def _role_at(segments: Sequence[dict[str, object]], place: Place) -> object:
    """Return the role of the segment that shares most with a place; None when none shares any."""
    best = max(segments, key=lambda s: shared(place_of(s), place), default=None)
    return best["role"] if best and shared(place_of(best), place) else None


def dates(laid: Laid) -> Score:
    """Share of reports whose own day is right within `DAYS_OFF`."""
    dated = [report for report in laid.gold.reports if report.published]
    right = 0
    for report in dated:
        found = laid.report(report.id).get("published")
        if found and report.published:
            gap = date.fromisoformat(str(found)[:10]) - report.published
            right += abs(gap.days) <= DAYS_OFF
    return accuracy(right, len(dated))


def times(laid: Laid) -> Score:
    """Share of time expressions with exactly the reader's days."""
    right = 0
    for gold in laid.gold.times:
        outer = laid.place(gold.inside)
        if outer is None:
            continue
        report = laid.report(gold.inside.report)
        inner = fold(report["text"][outer[0] : outer[1]]).find(gold.expression)
        if inner is None:
            continue
        place = (outer[0] + inner[0], outer[0] + inner[1])
        right += any(
            time["report"] == report["id"] and shared(place_of(time), place) > 0 and same_days(time, gold.days)
            for time in laid.records("times")
        )
    return accuracy(right, len(laid.gold.times))
