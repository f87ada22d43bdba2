"""A story's claims as columns, so that features are worked out for all pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.align.incidence import Incidence, Rows, incidence_of
from variorum.align.views import Views
from variorum.model import Certainty

_FAMILY: dict[Certainty, str] = {
    "asserted": "told",
    "expected": "ahead",
    "wanted": "ahead",
    "possible": "open",
    "hypothetical": "open",
    "alleged": "alleged",
    "denied": "denied",
}
"""Certainties that stand close enough to tell one happening."""

FAMILIES = tuple(sorted(set(_FAMILY.values())))
"""Their names; a claim's number is the place here."""


@dataclass(frozen=True, eq=False)
class Columns:
    """What the features read of each claim, one entry a claim.

    Attributes:
        words: Stems of the content words.
        entities: The participants' entities.
        agents: Entities of the agents.
        roles: The participants' entities with their roles.
        head: Number of the head's stem.
        head_word: The same stem's number among `words`, -1 where no claim's content words hold it.
        voice: Number of the voice, -1 where the report itself speaks.
        family: Place of the certainty in `FAMILIES`.
        first: First day of the moment, counted from the year 1; -1 where the text does not tell.
        last: Its last day, likewise.
        inherited: The moment stands elsewhere in the sentence.
        length: Characters.
        title: The claim stands in a title or heading.
        holds: Two or more claims stand side by side inside its words.
    """

    words: Incidence
    entities: Incidence
    agents: Incidence
    roles: Incidence
    head: Rows
    head_word: Rows
    voice: Rows
    family: Rows
    first: Rows
    last: Rows
    inherited: NDArray[np.bool_]
    length: NDArray[np.float64]
    title: NDArray[np.bool_]
    holds: NDArray[np.bool_]


def _numbers(values: Sequence[str | None]) -> Rows:
    """Return equal numbers for equal values, -1 for None."""
    number = {value: k for k, value in enumerate(sorted({v for v in values if v is not None}))}
    return np.array([-1 if v is None else number[v] for v in values], np.int64)


def columns_of(views: Views) -> Columns:
    """Return a story's claims as columns."""
    claims = [view.claim for view in views.claims]
    words = incidence_of([view.words for view in views.claims])
    return Columns(
        words=words,
        entities=incidence_of([view.entities for view in views.claims]),
        agents=incidence_of([view.agents for view in views.claims]),
        roles=incidence_of([{f"{role} {entity}" for role, entity in view.roles} for view in views.claims]),
        head=_numbers([view.head for view in views.claims]),
        head_word=np.array([words.number.get(view.head, -1) for view in views.claims], np.int64),
        voice=_numbers([view.voice for view in views.claims]),
        family=np.array([FAMILIES.index(_FAMILY[claim.certainty]) for claim in claims], np.int64),
        first=np.array([c.moment.first.toordinal() if c.moment else -1 for c in claims], np.int64),
        last=np.array([c.moment.last.toordinal() if c.moment else -1 for c in claims], np.int64),
        inherited=np.array([claim.moment_inherited for claim in claims], bool),
        length=np.array([len(claim.span) for claim in claims], np.float64),
        title=np.array([claim.segment in ("title", "heading") for claim in claims], bool),
        holds=np.array([view.holds for view in views.claims], bool),
    )
