"""The Recognizers' own English cases: an expression, a reference date, and the days that it may mean.

How a case counts. It comes out right when one of our expressions inside its words has exactly the days of one of its
values; where it holds a reading ahead and one behind ("June 18"), either will do, since a single sentence seldom tells
which. Their ranges end before their last day. Ours include it, so both a range without that day and one with it are
right, and where they name the first of a month or a year as an end ("from May to July") so is the whole of that unit.
A case whose value is no day at all ("February 30") is right when ours gives none inside its words. Nothing else is
forgiven, and no case is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from eval.time_kinds import OTHER_CONVENTIONS, UNSUPPORTED, kind_of
from eval.timex import Days, days_of, timex_days
from variorum.moments import resolve_moments


@dataclass(frozen=True, slots=True)
class Case:
    """One expression of one sentence.

    Attributes:
        text: The sentence.
        words: The expression.
        start: Its first character in the sentence.
        today: The reference date.
        allowed: Days of each value that it may have; empty when no such day exists.
    """

    text: str
    words: str
    start: int
    today: date
    allowed: tuple[Days, ...]

    @property
    def ours(self) -> list[Days]:
        """What the grammar gives inside the words."""
        end = self.start + len(self.words)
        found = resolve_moments(self.text, self.today, report="case")
        here = [e for e in found if e.span.start < end and self.start < e.span.end]
        return [(e.moment.first, e.moment.last) for e in here]

    @property
    def right(self) -> bool:
        """True when one of ours is one of the values, or none is where there is no day."""
        ours = self.ours
        return any(days in self.allowed for days in ours) if self.allowed else not ours


@dataclass
class Tally:
    """Counts of one file of cases.

    Attributes:
        cases: All of them.
        right: Those that come out.
        left_out: Cases and right ones of each kind that the grammar reads otherwise or not at all.
        wrong: Lines that tell what failed.
    """

    cases: int = 0
    right: int = 0
    left_out: dict[str, list[int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """Return `all_share` over all cases, `share` without the kinds left out, and these with their counts."""
        outside, outside_right = (sum(counts[n] for counts in self.left_out.values()) for n in (0, 1))
        inside = self.cases - outside
        return {
            "all_share": self.right / self.cases if self.cases else None,
            "all_cases": self.cases,
            "share": (self.right - outside_right) / inside if inside else None,
            "cases": inside,
            "other_convention": self._kinds(OTHER_CONVENTIONS),
            "unsupported": self._kinds(UNSUPPORTED),
        }

    def _kinds(self, kinds: Mapping[str, str]) -> dict[str, str]:
        return {name: "{1} of {0}".format(*self.left_out[name]) for name in kinds if name in self.left_out}


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of a file of a parser or, where they are dates or ranges of dates, of the whole model."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        today = str((case.get("Context") or {}).get("ReferenceDateTime") or "")
        for result in case.get("Results", []) if today else []:
            kind = str(result.get("TypeName", "datetimeV2.date")).removeprefix("datetimeV2.")
            values = _values(result)
            if kind not in ("date", "daterange") or not values:
                continue
            allowed = tuple(days for timex, value in values for days in _allowed(timex, value))
            nowhere = any(str(v).startswith("0001-") for _, value in values for v in value.values())
            if allowed or nowhere:
                start = int(result["Start"])
                words = case["Input"][start : start + int(result.get("Length", len(result["Text"])))]
                yield Case(case["Input"], words, start, date.fromisoformat(today[:10]), () if nowhere else allowed)


def _values(result: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    """Return TIMEX3 value and resolution of each value, in the form of a parser's file or of the model's."""
    if "Resolution" in result:
        return [(str(v.get("timex") or ""), v) for v in (result["Resolution"] or {}).get("values") or []]
    value = result.get("Value") or {}
    return [(str(value.get("Timex") or ""), value.get(k) or {}) for k in ("FutureResolution", "PastResolution")]


def _allowed(timex: str, value: dict[str, str]) -> Iterator[Days]:
    unit = timex_days(timex)
    if unit is not None:  # a part of a unit ("earlier this month") is the whole of it in our convention
        yield unit
    day, first, last = (
        value.get(one) or value.get(other)
        for one, other in (("date", "value"), ("startDate", "start"), ("endDate", "end"))
    )
    try:
        if day:
            yield date.fromisoformat(day), date.fromisoformat(day)
        elif first and last:
            head, tail = date.fromisoformat(first), date.fromisoformat(last)
            yield head, tail - timedelta(days=1)
            yield head, tail
            if timex.startswith("(") and tail.day == 1:
                yield head, days_of(f"{tail:%Y-%m}")[1]
                if tail.month == 1:
                    yield head, days_of(f"{tail:%Y}")[1]
    except ValueError:
        return


def tally(path: Path) -> Tally:
    """Count the cases of one file, each kind that is left out by the form of its words alone."""
    counts = Tally()
    for case in cases_of(path):
        good, kind = case.right, kind_of(case.words)
        counts.cases, counts.right = counts.cases + 1, counts.right + good
        if kind is not None:
            of_kind = counts.left_out.setdefault(kind, [0, 0])
            of_kind[0], of_kind[1] = of_kind[0] + 1, of_kind[1] + good
        if not good:
            allowed = " ".join(f"{first}/{last}" for first, last in case.allowed) or "no day"
            got = " ".join(f"{first}/{last}" for first, last in case.ours) or "none"
            counts.wrong.append(f"{case.today} {case.words!r} {allowed} got {got} | {kind or 'read'} | {case.text}")
    return counts
