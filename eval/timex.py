"""TIMEX3: the days of its values, and the score over documents that are marked with it."""

from __future__ import annotations

import calendar
import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from variorum.moments import resolve_moments

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}

Days = tuple[date, date]


def days_of(value: str) -> Days:
    """Return first and last day of a gold value: a day, a month, a year, or two of them with a slash between."""
    if "/" in value:
        first, last = value.split("/")
        return days_of(first)[0], days_of(last)[1]
    parts = [int(p) for p in value[:10].split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    day = date(parts[0], parts[1], parts[2])
    return day, day


def timex_days(value: str) -> Days | None:
    """Return the days of a TIMEX3 value, None for what has no days (PAST_REF, durations, sets)."""
    value = value.partition("T")[0]
    try:
        if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
            return (monday + timedelta(days=5 if m[3] else 0), monday + timedelta(days=6))
        if m := re.fullmatch(r"(?:FY)?(\d{4})-Q([1-4])", value):
            return date(int(m[1]), 3 * int(m[2]) - 2, 1), days_of(f"{m[1]}-{3 * int(m[2]):02d}")[1]
        if m := re.fullmatch(r"(\d{4})-H([12])", value):
            return date(int(m[1]), 6 * int(m[2]) - 5, 1), days_of(f"{m[1]}-{6 * int(m[2]):02d}")[1]
        if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value):
            month, year = SEASONS[m[2]], int(m[1])
            end_month, end_year = (month + 2, year) if month < 11 else (2, year + 1)
            return date(year, month, 1), days_of(f"{end_year}-{end_month:02d}")[1]
        if m := re.fullmatch(r"(?:FY)?(\d{4})", value):
            return days_of(m[1])
        if m := re.fullmatch(r"(\d{3})", value):
            return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
        if m := re.fullmatch(r"(\d{2})", value):
            return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
        if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
            return days_of(value)
    except ValueError:
        return None
    return None


def timebank(path: Path, wrong: list[str]) -> dict[str, float]:
    """Return relaxed span and value scores over one file of TIMEX3 documents, and list what failed."""
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        text, today = doc["text"], date.fromisoformat(doc["dct"][:10])
        ours = resolve_moments(text, today, report=doc["doc"])
        golds = [
            (t["start"], t["end"], timex_days(t["value"] or "")) for t in doc["timex"] if t["type"] in ("DATE", "TIME")
        ]
        dated = [g for g in golds if g[2] is not None]
        aside = [(t["start"], t["end"]) for t in doc["timex"] if t["type"] not in ("DATE", "TIME")]
        aside += [(g[0], g[1]) for g in golds if g[2] is None]
        counts["gold"] += len(dated)
        for start, end, days in dated:
            here = [e for e in ours if e.span.start < end and start < e.span.end]
            counts["found"] += bool(here)
            right = any((e.moment.first, e.moment.last) == days for e in here)
            counts["valued"] += right
            if not right and days is not None:
                got = [f"{e.moment.first}..{e.moment.last}" for e in here]
                context = text[max(0, start - 60) : end + 30].replace("\n", " ")
                wrong.append(f"{today} {text[start:end]!r} {days[0]}..{days[1]} got {got} | {context}")
        for e in ours:
            here_gold = [g for g in dated if e.span.start < g[1] and g[0] < e.span.end]
            if here_gold:
                counts["system"] += 1
                counts["span_hit"] += 1
                counts["value_hit"] += any((e.moment.first, e.moment.last) == g[2] for g in here_gold)
            elif any(e.span.start < b and a < e.span.end for a, b in aside):
                counts["aside"] += 1
            else:
                counts["system"] += 1
                context = text[max(0, e.span.start - 40) : e.span.end + 30].replace("\n", " ")
                wrong.append(f"EXTRA {text[e.span.start : e.span.end]!r} {e.moment.first} | {context}")
    span = _f1(counts["span_hit"], counts["system"], counts["found"], counts["gold"])
    value = _f1(counts["value_hit"], counts["system"], counts["valued"], counts["gold"])
    return {
        "span_p": span[0], "span_r": span[1], "span_f1": span[2],
        "value_p": value[0], "value_r": value[1], "value_f1": value[2],
        "gold": counts["gold"], "system": counts["system"], "set_aside": counts["aside"],
    }  # fmt: skip


def _f1(hit_p: int, n_p: int, hit_r: int, n_r: int) -> tuple[float, float, float]:
    p, r = hit_p / n_p if n_p else 0.0, hit_r / n_r if n_r else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
