"""Measure the time grammar: stories, TimeBank, and the Recognizers' own cases.

    python -m eval.times [--data DIR] [--stories DIR] [--json FILE]

Three tables:

- **stories**: share of the marked expressions whose days come out exactly, by the
  scorer's own rule, each report dated as the gold dates it.
- **timebank**, **aquaint**: DATE and TIME expressions with a value. A span counts when it
  overlaps (TempEval-3's relaxed match), a value when the days are the same;
  references without days (PAST_REF, "now") are left out on the gold side, and
  an expression of ours over a gold duration or set, or over one of those
  references, is counted on neither side.
- **recognizers**: expressions of dates and date periods that resolve to the days of one of their
  values (see `eval.recognizers` for how a case counts). `all_share` is over every case, `share` over those of the kinds
  that the grammar claims to read. Two lists tell the others by kind with their counts: kinds that another convention
  reads otherwise, and kinds that are left out. `model` are the dates and ranges in the cases of their whole model.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from eval.folding import Folded, fold
from eval.recognizers import tally
from eval.timex import days_of, timebank
from variorum.model import TimeExpression
from variorum.moments import resolve_moments

PARSERS = {"date": "DateParser", "period": "DatePeriodParser", "model": "DateTimeModel"}
"""Files of the Recognizers' cases by the name that their figures go under."""


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


def measure(data: Path | None, stories: Path | None) -> tuple[dict[str, dict[str, Any]], dict[str, list[str]]]:
    """Return the figures of each table and, by table, lines that tell what failed."""
    figures: dict[str, dict[str, Any]] = {}
    wrong: dict[str, list[str]] = {"stories": []}
    for story in sorted(p for p in stories.iterdir() if (p / "gold.yaml").is_file()) if stories else ():
        marks = list(story_times(story))
        if marks:
            figures[f"stories/{story.name}"] = {"accuracy": sum(m[3] for m in marks) / len(marks), "gold": len(marks)}
        wrong["stories"] += [f"{m[0]}: {m[1]} = {m[2]}, got {m[4]}" for m in marks if not m[3]]
    if data:
        for name in ("timebank", "aquaint"):
            figures[name] = dict(timebank(data / "time" / f"timex_{name}.jsonl", wrong.setdefault(name, [])))
        for name, parser in PARSERS.items():
            counts = tally(data / "time" / f"recognizers-{parser}.json")
            figures[f"recognizers/{name}"], wrong[name] = counts.figures(), counts.wrong
    return figures, wrong


def show(figures: dict[str, dict[str, Any]]) -> None:
    """Print a line for each table, and under it the kinds that it leaves out."""
    for name, values in figures.items():
        shown = {k: v for k, v in values.items() if not isinstance(v, dict)}
        line = "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in shown.items())
        print(f"{name:28}{line}")
        for heading, key in (("other convention", "other_convention"), ("unsupported", "unsupported")):
            for kind, count in values.get(key, {}).items():
                print(f"    {heading}, right all the same: {count:>9}  {kind}")


def main() -> int:
    """Print the tables; return 0."""
    parser = argparse.ArgumentParser(description="Measure the time grammar.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES"))
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--wrong", choices=["stories", "timebank", "aquaint", *PARSERS], help="list what failed")
    args = parser.parse_args()
    figures, wrong = measure(args.data, args.stories)
    show(figures)
    if args.wrong:
        print("\n".join(wrong.get(args.wrong, [])))
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
