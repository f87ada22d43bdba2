"""Classes of words that the templates of rules name as slots, and templates made into patterns."""

from __future__ import annotations

import re
from functools import cache

from variorum.moments.lexicon import (
    CARDINAL_DAY,
    DECADES,
    MONTHS,
    NUMBER,
    ORDINALS,
    SAID_YEAR,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
    one_of,
)
from variorum.moments.required import Requirement, requirements

GAP = r"(?:[^\S\n]{1,5}|[^\S\n]?\n[^\S\n]?)"
"""White space between two words of one paragraph; bounded, so that no text makes the search slow."""

_VERBS_TOO = ("May", "March", "Mar")  # words of their own in small letters
_MONTH = (
    rf"(?:(?:{one_of(m for m in MONTHS if m not in _VERBS_TOO)})|(?-i:{one_of(_VERBS_TOO)}|MAY|MARCH))"
    rf"(?:(?<=[a-z])\.(?=\s?\d))?"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)"
_DAYWORD = rf"(?:twenty|thirty)\s(?:{one_of(list(ORDINALS)[:9])})|{one_of(ORDINALS)}"

ABOUT = (
    "about|around|roughly|nearly|almost|just over|just under|over|more than|less than|some|at least|well over|exactly|"
    "just|only|barely"
)
"""Words that blur a count of units, or pretend to sharpen it."""

SLOTS: dict[str, str] = {
    "month": _MONTH,
    "day": _DAY,
    "ordday": rf"{_DAY}|{_DAYWORD}",
    "dayname": rf"{_DAYWORD}|{CARDINAL_DAY}",
    "year": r"(?:1[5-9]|20)\d\d(?![\d%]|[.,:]\d)",
    "shortyear": r"['’]\d\d(?![\d%]|[.,:]\d)",
    # A doubled last letter is a frequent slip of the keyboard, and nothing else is spelt so.
    "weekday": rf"(?:{one_of(WEEKDAYS)})y?",
    "anyweekday": rf"(?:{one_of([*WEEKDAYS, *SHORT_WEEKDAYS])})y?\.?",
    "number": NUMBER,
    "dayword": _DAYWORD,
    "ordinal": rf"{_DAYWORD}|\d{{1,2}}(?:st|nd|rd|th)",
    "saidyear": SAID_YEAR,
    "unit": one_of(UNITS),
    "decade": one_of(DECADES),
    "season": "spring|summer|autumn|fall|winter",
    "part": (
        r"(?:early|late|mid)?[-\s]?"
        "(?:morning|afternoon|evening|night(?:time)?|lunchtime|noon|midday|midnight|dawn|dusk)"
    ),
    "edge": r"early|late|mid|earlier|later|first thing|the (?:start|beginning|middle|end|close|eve) of".replace(
        " ", GAP
    ),
}
"""Classes of words. `mid` and the like stand before the thing whose part they name."""

BEHIND = "(?:)"
"""Mark of an operator's template: a gap follows the words."""


@cache
def compiled(template: str) -> re.Pattern[str]:
    """Return a template as a pattern that begins and ends at word boundaries."""

    def slot(match: re.Match[str]) -> str:
        kind, _, name = match[1].partition(":")
        return f"(?P<{name or kind}>{SLOTS[kind]})"

    core, behind = template.removesuffix(BEHIND), GAP if template.endswith(BEHIND) else ""
    body = re.sub(r"(?<!\?P)<(\w+(?::\w+)?)>", slot, core.replace(" ", GAP))
    return re.compile(rf"(?<![\w#@/])(?:{body})(?!\w){behind}", re.IGNORECASE)


@cache
def required_of(template: str) -> tuple[Requirement, ...]:
    """Return what a text must hold for a template to match in it."""
    return requirements(template, _slots_required())


@cache
def _slots_required() -> dict[str, tuple[Requirement, ...]]:
    return {name: requirements(pattern, {}) for name, pattern in SLOTS.items()}
