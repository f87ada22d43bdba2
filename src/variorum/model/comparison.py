"""What comes out of comparing points: conflicts, developments, quotations, timeline, coverage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.moment import Moment
from variorum.model.point import Factor
from variorum.model.span import Span

ConflictKind = Literal["number", "time", "place", "person", "denial", "other"]
Outcome = Literal["happened", "changed", "cancelled"]


@dataclass(frozen=True, slots=True)
class ConflictReading:
    """One side of a conflict.

    Attributes:
        value: The normalised value ("12", "2024-06-18", "denied") or the words themselves.
        claims: Ids of the claims that give it, sorted; never empty.
        origins: Ids of their independent origins, sorted.
        values: The passages that hold the value itself, to be marked.
        older: True for a value that its report gives as provisional or that a later one replaces.
    """

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()
    values: tuple[Span, ...] = ()
    older: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question that reports answer differently.

    Attributes:
        id: `xN`.
        kind: What differs.
        question: The question in few words of the reports' own ("people killed", "arrived: day").
        readings: Two or more, most origins first.
        factors: Why the sides are about the same thing and cannot both hold; they add up to `strength`.
        weighed: Ids of the two claims, of two readings, that the factors compare; empty when unknown.
        strength: How sure it is; None when unknown.
        bar: What `strength` had to reach; None when unknown.
    """

    id: str
    kind: ConflictKind
    question: str
    readings: tuple[ConflictReading, ...]
    factors: tuple[Factor, ...] = ()
    weighed: tuple[str, ...] = ()
    strength: float | None = None
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class Development:
    """Something expected, possible, planned or wanted, and what came of it.

    Attributes:
        id: `dN`.
        before: Ids of the claims that looked ahead, sorted.
        after: Ids of the claims that tell the outcome, sorted.
        outcome: It happened, happened otherwise, or was called off.
        factors: Why the two belong together; they add up to `strength`.
        weighed: Ids of the two claims, of `before` and of `after`, that the factors compare; empty when unknown.
        strength: How sure it is; None when unknown.
        bar: What `strength` had to reach; None when unknown.
        sure: What `strength` reaches in a development that is told openly; a weaker one is told as perhaps. None
            where no such line is drawn.
    """

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    outcome: Outcome
    factors: tuple[Factor, ...] = ()
    weighed: tuple[str, ...] = ()
    strength: float | None = None
    bar: float | None = None
    sure: float | None = None

    @property
    def told_openly(self) -> bool:
        """Whether it is strong enough to stand among those that are not told as perhaps."""
        return self.sure is None or self.strength is None or self.strength >= self.sure


@dataclass(frozen=True, slots=True)
class Quotation:
    """One voice's same words, in different wordings or translations.

    Attributes:
        id: `qN`.
        voice: Entity id, None when it cannot be told who speaks.
        variants: Claim ids, the longest wording first; two or more.
        words: For each variant, the passage that is compared word against word.
    """

    id: str
    voice: str | None
    variants: tuple[str, ...]
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated happening.

    Attributes:
        moment: Its days, with their precision.
        claims: Ids of the claims that tell it, sorted.
        point: Id of the point it stands for, None when its claims stand in several.
        main: True for what the story is about, false for background.
        announced: True when no claim tells it as having happened.
    """

    moment: Moment
    claims: tuple[str, ...]
    point: str | None = None
    main: bool = False
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one report alone has, and which widely told points it lacks.

    Attributes:
        report: Report id.
        only: Ids of points that no other report tells.
        lacks: Ids of points that most other reports tell and this one does not.
    """

    report: str
    only: tuple[str, ...]
    lacks: tuple[str, ...]
