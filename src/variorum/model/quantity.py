"""How many: a number with its bounds, its unit and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.span import Span

Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a report gives it.

    Attributes:
        span: The words of number, bound and unit ("at least 12", "$3.5 billion").
        low: Smallest value that the words allow; None where they set none ("up to 40").
        high: Largest value that the words allow; None where they set none ("at least 12").
        bound: How the words fence it.
        unit: `USD`, `EUR`, `percent`, `km`, `year` ...; None for a bare count.
        counted: Lemma of the counted noun ("people", "shell"); None where it is not said.
    """

    span: Span
    low: float | None
    high: float | None
    bound: Bound = "exact"
    unit: str | None = None
    counted: str | None = None
