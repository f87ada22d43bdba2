"""The frame of the time grammar: a rule reads words, an operator works on the moment that follows it.

A family of expressions is a module with a table of rules. A rule's template is a
regular expression in which `<slot>` stands for a class of words from the lexicon,
`<slot:name>` for the same under another name, and a space for any gap inside a
paragraph. Every rule carries an example, which the tests read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from variorum.model import Moment, Tense, TimeExpression
from variorum.moments.lexicon import DECADES, MONTHS, NUMBER, ORDINALS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, one_of
from variorum.moments.required import Requirement, requirements
from variorum.moments.tense import paragraph_of, tense_near

GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"
"""White space between two words of one paragraph; bounded, so that no text makes the search slow."""

_VERBS_TOO = ("May", "March", "Mar")  # words of their own in small letters
_MONTH = (
    rf"(?:(?:{one_of(m for m in MONTHS if m not in _VERBS_TOO)})|(?-i:{one_of(_VERBS_TOO)}|MAY|MARCH))"
    rf"(?:(?<=[a-z])\.(?=\s?\d))?"
)

ABOUT = (
    "about|around|roughly|nearly|almost|just over|just under|over|more than|less than|some|at least|well over|exactly|"
    "just|only|barely"
)
"""Words that blur a count of units, or pretend to sharpen it."""

SLOTS: dict[str, str] = {
    "month": _MONTH,
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)",
    "year": r"(?:1[5-9]|20)\d\d(?![\d%]|[.,:]\d)",
    "shortyear": r"['’]\d\d(?![\d%]|[.,:]\d)",
    # A doubled last letter is a frequent slip of the keyboard, and nothing else is spelt so.
    "weekday": rf"(?:{one_of(WEEKDAYS)})y?",
    "anyweekday": rf"(?:{one_of([*WEEKDAYS, *SHORT_WEEKDAYS])})y?\.?",
    "number": NUMBER,
    "dayword": rf"{one_of(ORDINALS)}|(?:twenty|thirty)\s(?:{one_of(list(ORDINALS)[:9])})",
    "ordinal": rf"{one_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)",
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


MEMORY = 40
"""Expressions on either side that words may lean on; more stand in no paragraph that a person wrote."""


def _start_of(expression: TimeExpression) -> int:
    return expression.span.start


def _end_of(expression: TimeExpression) -> int:
    return expression.span.end


@dataclass(frozen=True)
class Setting:
    """What a rule may look at beside its own words.

    Attributes:
        text: The whole text.
        today: The report's own day, None when it is unknown.
        start: Offset of the rule's first character.
        end: Offset behind its last.
        known: Expressions resolved without the help of others, in order; empty on the first pass.
        tense_at: The caller's judgement of the clause's tense, None when it has none.
        event_moment: The caller's knowledge of when a named event was, None when it has none.
        read_at: Reads the moment whose words begin at an offset.
    """

    text: str
    today: date | None
    start: int
    end: int
    known: Sequence[TimeExpression]
    tense_at: Callable[[int], Tense] | None
    event_moment: Callable[[str], Moment | None] | None
    read_at: Callable[[int], Found | None]

    @cached_property
    def tense(self) -> Tense:
        """Tense of the clause around the words; `none` when nothing tells."""
        judged = self.tense_at(self.start) if self.tense_at else "none"
        return judged if judged in ("past", "future") else tense_near(self.text, self.start, self.end)

    @property
    def before(self) -> str:
        """The characters before the words inside their paragraph, 60 at most."""
        return self.text[max(0, self.start - 60) : self.start].rpartition("\n\n")[2]

    @property
    def after(self) -> str:
        """The characters behind the words inside their paragraph, 60 at most."""
        return self.text[self.end : self.end + 60].partition("\n\n")[0]

    def earlier(self, paragraphs: int) -> list[TimeExpression]:
        """Return the known expressions before the words, nearest first, that many paragraphs back at most."""
        floor = paragraph_of(self.text, self.start)[0]
        for _ in range(paragraphs):
            end = floor
            while end and self.text[end - 1].isspace():
                end -= 1
            floor = paragraph_of(self.text, end - 1)[0] if end else 0
        index = bisect_right(self.known, self.start, key=_end_of)
        nearest = self.known[max(0, index - MEMORY) : index]
        return [e for e in reversed(nearest) if floor <= e.span.start]

    def later(self) -> list[TimeExpression]:
        """Return the known expressions behind the words in the same paragraph, nearest first."""
        ceiling = paragraph_of(self.text, self.start)[1]
        index = bisect_left(self.known, self.end, key=_start_of)
        return [e for e in self.known[index : index + MEMORY] if e.span.end <= ceiling]


@dataclass(frozen=True, slots=True)
class Found:
    """A moment and the offset behind its words."""

    moment: Moment
    end: int


Resolve = Callable[["re.Match[str]", Setting], "Moment | Found | None"]
Apply = Callable[["re.Match[str]", Setting, Moment], "Moment | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words and what they mean.

    Attributes:
        example: Words that it reads.
        template: Regular expression with slots; see the head of the module.
        resolve: Gives the moment, or None where these words mean none here.
        leans: True when it needs moments that other words of the text name.
    """

    example: str
    template: str
    resolve: Resolve
    leans: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The template as a pattern, compiled when it is first asked for."""
        return compiled(self.template)

    @property
    def required(self) -> tuple[Requirement, ...]:
        """What a text must hold for the pattern to match in it; see `requirements`."""
        return required_of(self.template)


@cache
def compiled(template: str) -> re.Pattern[str]:
    """Return a template as a pattern that begins and ends at word boundaries."""

    def slot(match: re.Match[str]) -> str:
        kind, _, name = match[1].partition(":")
        return f"(?P<{name or kind}>{SLOTS[kind]})"

    core, behind = template.removesuffix(_BEHIND), GAP if template.endswith(_BEHIND) else ""
    body = re.sub(r"(?<!\?P)<(\w+(?::\w+)?)>", slot, core.replace(" ", GAP))
    return re.compile(rf"(?<![\w#@/])(?:{body})(?!\w){behind}", re.IGNORECASE)


@cache
def required_of(template: str) -> tuple[Requirement, ...]:
    """Return what a text must hold for a template to match in it."""
    return requirements(template, _slots_required())


@cache
def _slots_required() -> dict[str, tuple[Requirement, ...]]:
    return {name: requirements(pattern, {}) for name, pattern in SLOTS.items()}


def rule(example: str, template: str, resolve: Resolve, *, leans: bool = False) -> Rule:
    """Return a rule that reads whole expressions of that form."""
    return Rule(example, template, resolve, leans)


_BEHIND = "(?:)"
"""Mark of an operator's template: a gap follows the words."""


def operator(example: str, template: str, apply: Apply, *, leans: bool = False) -> Rule:
    """Return a rule that reads an operator ("the eve of") and works on the moment that stands right behind it."""

    def resolve(match: re.Match[str], setting: Setting) -> Found | None:
        inner = setting.read_at(match.end())
        moment = None if inner is None else apply(match, setting, inner.moment)
        return None if inner is None or moment is None else Found(moment, inner.end)

    return Rule(example, f"(?:{template}){_BEHIND}", resolve, leans)
