"""The way through a text: find what the rules read, take the longest, resolve what leans on others last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from variorum.model import Moment, Span, Tense, TimeExpression
from variorum.moments import (
    anchored,
    bare,
    clock,
    counted,
    dates,
    decades,
    deictic,
    elapsed,
    figures,
    holidays,
    monthdays,
    months,
    parts,
    periods,
    ranges,
    reckoning,
    runs,
    terms,
    weekdays,
)
from variorum.moments.grammar import Found, Rule, Setting
from variorum.moments.required import Searcher

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *figures.RULES,
    *monthdays.RULES,
    *bare.RULES,
    *periods.RULES,
    *decades.RULES,
    *weekdays.RULES,
    *deictic.RULES,
    *parts.RULES,
    *months.RULES,
    *elapsed.RULES,
    *terms.RULES,
    *holidays.RULES,
    *reckoning.RULES,
    *runs.RULES,
    *ranges.RULES,
    *clock.RULES,
    *anchored.RULES,
    *counted.RULES,
)
"""All rules. Of those that read from the same character on, the one that reads furthest wins, then the first here."""

_DEEPEST = 6  # operators on operators; news has two


@dataclass
class _Scan:
    """One pass over a text; `known` is None on the first and grows on the second by what it finds."""

    text: str
    today: date | None
    tense_at: Callable[[int], Tense] | None
    event_moment: Callable[[str], Moment | None] | None
    known: list[TimeExpression] | None
    candidates: dict[int, list[tuple[Rule, re.Match[str]]]]
    memory: dict[int, Found | None] = field(default_factory=dict)
    depth: int = 0

    def read_at(self, offset: int) -> Found | None:
        """Return the furthest-reaching moment whose words begin at `offset`."""
        if offset in self.memory:
            return self.memory[offset]
        if self.depth > _DEEPEST:
            return None
        self.depth += 1
        best: Found | None = None
        for rule, match in self.candidates.get(offset, ()):
            if rule.leans and self.known is None:
                continue
            found = self._resolved(rule, match)
            if found is not None and (best is None or found.end > best.end):
                best = found
        self.depth -= 1
        self.memory[offset] = best
        return best

    def _resolved(self, rule: Rule, match: re.Match[str]) -> Found | None:
        found = rule.resolve(match, self._setting(match.start(), match.end()))
        return Found(found, match.end()) if isinstance(found, Moment) else found

    def _setting(self, start: int, end: int) -> Setting:
        known = self.known or ()
        return Setting(self.text, self.today, start, end, known, self.tense_at, self.event_moment, self.read_at)

    def run(self, report: str) -> tuple[TimeExpression, ...]:
        """Return the expressions of the text in order, none inside another."""
        found: list[TimeExpression] = []
        reached = 0
        for offset in sorted(self.candidates):
            if offset < reached:
                continue
            here = self.read_at(offset)
            if here is not None and here.moment.precision in ("day", "month", "year"):
                here = runs.run_on(self._setting(offset, here.end), here)
            if here is not None:
                moment = ranges.flagged(here.moment, self.text[max(0, offset - 30) : offset])
                end = offset + len(self.text[offset : here.end].rstrip(" ,"))
                found.append(TimeExpression(Span(report, offset, end), moment, here.time_of_day))
                if self.known is not None:
                    first = bisect_right(self.known, offset, key=lambda e: e.span.end)
                    last = bisect_left(self.known, here.end, key=lambda e: e.span.start)
                    self.known[first:last] = [found[-1]]
                reached = here.end
        return tuple(found)


def resolve_moments(
    text: str,
    today: date | None,
    *,
    report: str,
    tense_at: Callable[[int], Tense] | None = None,
    event_moment: Callable[[str], Moment | None] | None = None,
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text and the days that they mean.

    What is read are the dates, and the times by their day, of TIMEX3. Durations, sets, ages and words that resolve to
    no days ("recently") are no expressions. Values are intervals of days with a precision, by these conventions: units
    are the calendar's ("two years ago" is that year, "last week" Monday to Sunday); a part of a unit is the whole of it
    ("late November", "Tuesday night"); a season is three whole months; a weekday is the nearest by the tense of its
    clause, the report's own day included. Rules and conventions stand beside each other in the modules of this package.

    Args:
        text: A report's whole text; what one sentence leaves open another may tell. Offsets count its code points.
        today: The report's own day. Without it only what names its own year resolves.
        report: Id of the report, for the spans.
        tense_at: Gives the tense of the clause around an offset, as a tree shows it; where it gives
            neither past nor future, nearby words decide.
        event_moment: Gives the moment of an event by the words that name it ("his Russia trip"); where
            it gives None, the text's own dated sentences are searched.

    Returns:
        Expressions in order of offset, half-open, none inside another. One whose moment cannot be told is left out,
        and never guessed; open ends ("since Monday") and vagueness ("around 1990") are marked on the moment. The same
        arguments give the same expressions; any text is accepted, and none raises.
    """
    candidates: dict[int, list[tuple[Rule, re.Match[str]]]] = {}
    searcher = Searcher(text)
    for rule in RULES:
        for match in searcher.matches(rule.required, rule.compile):
            candidates.setdefault(match.start(), []).append((rule, match))
    first = _Scan(text, today, tense_at, event_moment, None, candidates).run(report)
    return _Scan(text, today, tense_at, event_moment, list(first), candidates).run(report)


def moment_of(expression: str, today: date | None, tense: Tense = "none") -> Moment | None:
    """Return the moment that a short string means as a whole ("last September"), None when it is no expression.

    Args:
        expression: The words; white space around them does not count.
        today: The day to count from.
        tense: Of the clause that they come from.
    """
    words = expression.strip()
    for found in resolve_moments(words, today, report="expression", tense_at=lambda _offset: tense):
        if found.span.start == 0 and found.span.end == len(words):
            return found.moment
    return None
