"""Measure the time grammar: stories, TimeBank, and the Recognizers' own cases.

    python -m eval.times [--data DIR] [--stories DIR] [--json FILE]

Three tables:

- **stories**: share of the marked expressions whose days come out exactly, by the
  scorer's own rule, each report dated as the gold dates it.
- **timebank**: DATE and TIME expressions with a value. A span counts when it
  overlaps (TempEval-3's relaxed match), a value when the days are the same;
  references without days (PAST_REF, "now") are left out on the gold side, and
  an expression of ours over a gold duration or set, or over one of those
  references, is counted on neither side.
- **recognizers**: expressions of dates and date periods of which one resolution is
  the days that ours gives. Kinds that the grammar leaves out are told by the form of
  their words, before anything is read, and counted one by one; `all_share` holds them too.
"""

from __future__ import annotations

import argparse
import calendar
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from eval.folding import Folded, fold
from eval.time_kinds import unsupported_kind
from variorum.model import TimeExpression
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


def story_times(story: Path) -> Iterator[tuple[str, str, str, bool, list[str]]]:
    """Yield report, expression, value, whether it came out, and what was read there instead."""
    gold = yaml.safe_load((story / "gold.yaml").read_text(encoding="utf-8"))
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted((story / "reports").iterdir())}
    published = {r["id"]: r.get("published") for r in gold["reports"]}
    read: dict[str, tuple[TimeExpression, ...]] = {}
    folds: dict[str, Folded] = {name: fold(text) for name, text in texts.items()}
    for mark in gold.get("times", []):
        name, text = mark["report"], texts[mark["report"]]
        if name not in read:
            day = published[name]
            read[name] = resolve_moments(text, date.fromisoformat(str(day)[:10]) if day else None, report=name)
        outer = folds[name].find(mark["in"])
        inside = fold(text[slice(*outer)]).find(str(mark["expr"])) if outer else None
        inner = (outer[0] + inside[0], outer[0] + inside[1]) if outer and inside else None
        here = [e for e in read[name] if inner and e.span.start < inner[1] and inner[0] < e.span.end]
        right = any((e.moment.first, e.moment.last) == days_of(str(mark["value"])) for e in here)
        ours = [f"{text[e.span.start : e.span.end]!r} {e.moment.first}..{e.moment.last}" for e in here]
        yield name, f"{mark['in']} | {mark['expr']}", str(mark["value"]), right, ours


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


def _resolutions(result: dict[str, Any]) -> list[Days]:
    """Return the days of each resolution that a case allows, ends made inclusive."""
    found: list[Days] = []
    unit = timex_days(str((result.get("Value") or {}).get("Timex") or ""))
    if unit is not None:  # a part of a unit ("earlier this month") is the whole of it in our convention
        found.append(unit)
    for key in ("FutureResolution", "PastResolution"):
        values = (result.get("Value") or {}).get(key) or {}
        try:
            if "date" in values:
                day = date.fromisoformat(values["date"])
                found.append((day, day))
            elif "startDate" in values and "endDate" in values:
                first, last = (date.fromisoformat(values[k]) for k in ("startDate", "endDate"))
                found.append((first, last - timedelta(days=1)))
                found.append((first, last))  # named ends ("from 4 to 22") are part of the range in our convention
                if last.day == 1:  # "from May to July" ends with July, "from 2014 to 2018" with 2018
                    found += [(first, days_of(f"{last:%Y-%m}")[1]), (first, days_of(f"{last:%Y}")[1])]
        except ValueError:
            continue
    return found


def recognizers(path: Path, wrong: list[str]) -> dict[str, Any]:
    """Return the share of cases that resolve to the days of one of their resolutions.

    Returns:
        `share` over the `cases` of supported kinds, `all_share` over all of them, and the cases of each `unsupported`
        kind with how many come out all the same.
    """
    right = total = 0
    left_out: dict[str, list[int]] = {}
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        today = (case.get("Context") or {}).get("ReferenceDateTime")
        results = [r for r in case.get("Results", []) if _resolutions(r)]
        if not today or ("python" in str(case.get("NotSupported", "")) and not results):
            continue
        ours = resolve_moments(case["Input"], date.fromisoformat(today[:10]), report="case")
        for result in results:
            start, end = result["Start"], result["Start"] + result["Length"]
            here = [e for e in ours if e.span.start < end and start < e.span.end]
            good = any((e.moment.first, e.moment.last) in _resolutions(result) for e in here)
            kind = unsupported_kind(result["Text"], _resolutions(result))
            if kind is not None:
                count = left_out.setdefault(kind, [0, 0])
                count[0], count[1] = count[0] + 1, count[1] + good
                continue
            total, right = total + 1, right + good
            if not good:
                got = [f"{case['Input'][e.span.start : e.span.end]!r} {e.moment.first}..{e.moment.last}" for e in here]
                timex = (result.get("Value") or {}).get("Timex")
                wrong.append(
                    f"{today[:10]} {result['Text']!r} {timex} {_resolutions(result)[-1]} got {got} | {case['Input']}"
                )
    outside = [sum(count[n] for count in left_out.values()) for n in (0, 1)]
    return {
        "share": right / total if total else 0.0,
        "cases": total,
        "all_share": (right + outside[1]) / (total + outside[0]) if total else 0.0,
        "all_cases": total + outside[0],
        "unsupported": {name: f"{good} of {cases}" for name, (cases, good) in sorted(left_out.items())},
    }


def main() -> int:
    """Print the tables; return 0."""
    parser = argparse.ArgumentParser(description="Measure the time grammar.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES"))
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument(
        "--wrong", choices=["stories", "timebank", "aquaint", "date", "period"], help="list what failed"
    )
    args = parser.parse_args()
    figures: dict[str, Any] = {}
    wrong: dict[str, list[str]] = {name: [] for name in ("stories", "timebank", "aquaint", "date", "period")}
    if args.stories:
        for story in sorted(p for p in args.stories.iterdir() if (p / "gold.yaml").is_file()):
            marks = list(story_times(story))
            if marks:
                figures[f"stories/{story.name}"] = {
                    "accuracy": sum(m[3] for m in marks) / len(marks),
                    "gold": len(marks),
                }
            wrong["stories"] += [f"{m[0]}: {m[1]} = {m[2]}, got {m[4]}" for m in marks if not m[3]]
    if args.data:
        time = args.data / "time"
        figures["timebank"] = timebank(time / "timex_timebank.jsonl", wrong["timebank"])
        figures["aquaint"] = timebank(time / "timex_aquaint.jsonl", wrong["aquaint"])
        figures["recognizers/date"] = recognizers(time / "recognizers-DateParser.json", wrong["date"])
        figures["recognizers/period"] = recognizers(time / "recognizers-DatePeriodParser.json", wrong["period"])
    for name, values in figures.items():
        shown = {k: v for k, v in values.items() if not isinstance(v, dict)}
        print(
            f"{name:28}" + "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in shown.items())
        )
        for kind, count in values.get("unsupported", {}).items():
            print(f"    unsupported, right all the same: {count:9} {kind}")
    if args.wrong:
        print("\n".join(wrong[args.wrong]))
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
