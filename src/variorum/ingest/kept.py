"""Between a source and its report: the kept text, its stated roles, and what the source says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from variorum.model.report import Role


@dataclass(frozen=True, slots=True)
class Stated:
    """What a source states about itself outside its text: front matter, or a page's metadata.

    Attributes:
        outlet: None when it is not stated, as for every other field.
        title: The headline.
        authors: Empty when none is stated.
        url: Where the page stood.
        day: The day of the last update that is stated, else of publication.
        at: The same with its clock time, where a zone is given.
    """

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    day: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of a page in reading order, with its role where the page's own marks tell it, else None."""

    text: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A source's kept text.

    Attributes:
        text: All that is kept; offsets of the report count its code points.
        preset: Roles that the source's own marks tell, by the offset at which their line starts; None for a
            source without marks.
        stated: What the source says of itself.
    """

    text: str
    preset: dict[int, Role] | None = None
    stated: Stated = Stated()


def join_blocks(blocks: Iterable[Block], stated: Stated) -> Kept:
    """Return blocks as one text, a blank line between two, each line of a block with its block's role."""
    parts: list[str] = []
    preset: dict[int, Role] = {}
    at = 0
    for block in blocks:
        lines = [line for line in (_one_space(line) for line in block.text.split("\n")) if line]
        if not lines:
            continue
        for line in lines:
            if block.role is not None:
                preset[at] = block.role
            parts.append(line)
            at += len(line) + 1
        parts[-1] += "\n"
        at += 1
    return Kept("\n".join(parts).rstrip("\n"), preset, stated)


def _one_space(line: str) -> str:
    return re.sub(r"\s+", " ", line).strip()
