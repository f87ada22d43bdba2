"""The age beside a person's name: "Ana Ruiz, 61, a pilot", "the 61-year-old pilot Ana Ruiz"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEHIND = re.compile(
    r"(?:,?\s*\(|,\s+|\s+(?=aged?\s))(?:aged?\s+)?(\d{1,3})(?!\d|[.,]\d)(?=[,;.)]|\s+(?:and|who|of|from)\b|$)"
)
_BEFORE = re.compile(r"\b(\d{1,3})-year-old(?:\s+[a-z][\w-]*){0,3},?\s+$")

_REACH = 60
"""Characters before a name in which its age stands."""


@dataclass(frozen=True, slots=True)
class Age:
    """A person's age in years, and the offsets of its figures, half-open."""

    years: int
    start: int
    end: int


def age_beside(text: str, name: tuple[int, int], within: tuple[int, int]) -> Age | None:
    """Return the age that stands right beside a name, None where there is none.

    Args:
        text: A report's text.
        name: Where the name stands, by offsets, half-open.
        within: The clause or paragraph around it, by offsets; what stands outside does not count.
    """
    start, end = name
    first, last = within
    found = _BEHIND.match(text, end, last) or _BEFORE.search(text, max(first, start - _REACH), start)
    return None if found is None else Age(int(found[1]), found.start(1), found.end(1))
