"""What is found in one report before its claims are put together."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.annotate.cast import Cast
from variorum.annotate.quotes import Quote
from variorum.annotate.saying import Saying
from variorum.annotate.speakers import Voice
from variorum.model import Quantity, TimeExpression


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one report before its claims are put together."""

    cast: Cast
    quotes: tuple[Quote, ...]
    sayings: tuple[Saying, ...]
    voices: tuple[Voice, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
