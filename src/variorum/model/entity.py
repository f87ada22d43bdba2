"""Who and where: an entity and the words that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.span import Span

EntityKind = Literal["person", "organization", "place", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity.

    Attributes:
        span: Where.
        form: A `name` ("Putin"), a `nominal` ("the Russian president") or a `pronoun` ("he").
    """

    span: Span
    form: MentionForm = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, place or other named thing.

    Attributes:
        id: Unique in its report before reports are aligned, in its story after.
        kind: One of four.
        name: The fullest form that a report gives, verbatim.
        aliases: Every name form that stands in the reports, `name` included, sorted.
        mentions: In order of report and offset.
        roles: What reports say it is ("foreign policy adviser"), verbatim, without repeats, in order.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()
