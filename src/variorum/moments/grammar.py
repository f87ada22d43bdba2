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
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from variorum.model import Moment, Tense, TimeExpression, TimeOfDay
from variorum.moments.required import Requirement
from variorum.moments.slots import BEHIND, compiled, required_of
from variorum.moments.tense import paragraph_of, tense_near

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
    """A moment, the offset behind its words, and the time of day where they name one."""

    moment: Moment
    end: int
    time_of_day: TimeOfDay | None = None


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

    def compile(self) -> re.Pattern[str]:
        """Return the template as a pattern, compiled when it is first asked for."""
        return compiled(self.template)

    @property
    def required(self) -> tuple[Requirement, ...]:
        """What a text must hold for the pattern to match in it; see `requirements`."""
        return required_of(self.template)


def rule(example: str, template: str, resolve: Resolve, *, leans: bool = False) -> Rule:
    """Return a rule that reads whole expressions of that form."""
    return Rule(example, template, resolve, leans)


def operator(example: str, template: str, apply: Apply, *, leans: bool = False) -> Rule:
    """Return a rule that reads an operator ("the eve of") and works on the moment that stands right behind it."""

    def resolve(match: re.Match[str], setting: Setting) -> Found | None:
        inner = setting.read_at(match.end())
        moment = None if inner is None else apply(match, setting, inner.moment)
        return None if inner is None or moment is None else replace(inner, moment=moment)

    return Rule(example, f"(?:{template}){BEHIND}", resolve, leans)
