"""Invented stories laid out by hand: plans, what came of them, and what else was told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

#: The folder of the project's own; its README says what a line means.
LAID_OUT = Path(__file__).parent / "stories"

Role = Literal["plan", "outcome", "other"]
_ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


@dataclass(frozen=True, slots=True)
class Block:
    """One thing told in one or more ways.

    Attributes:
        role: `plan` looks ahead, `outcome` tells what came of the plan with the same key, `other` is all else.
        key: Of a plan and its outcome; of others for the reader's sake, or empty.
        clauses: The tellings, by different outlets.
    """

    role: Role
    key: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One invented story."""

    name: str
    blocks: tuple[Block, ...]


def read_laid_out(folder: Path = LAID_OUT) -> list[LaidOut]:
    """Return the stories of a folder's text files, in the order of the files.

    Raises:
        ValueError: A line stands outside a block, a role is unknown, or an outcome has no plan; says file and line.
    """
    return [story for path in sorted(folder.glob("*.txt")) for story in _stories(path)]


def _stories(path: Path) -> list[LaidOut]:
    told: list[tuple[str, list[tuple[Role, str, list[str]]]]] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line, place = raw.strip(), f"{path.name}, line {number}"
        if line.startswith("## "):
            told.append((line[3:], []))
        elif line.startswith("+"):
            name, key = (*line[1:].split(), "", "")[:2]
            role = _ROLES.get(name)
            if role is None or not told:
                raise ValueError(f"{place}: no block can open with {line!r}")
            if role == "outcome" and not any(r == "plan" and k == key for r, k, _ in told[-1][1]):
                raise ValueError(f"{place}: an outcome of {key!r}, which no plan has")
            told[-1][1].append((role, key, []))
        elif line:
            if not told or not told[-1][1]:
                raise ValueError(f"{place}: a clause outside of any block")
            told[-1][1][-1][2].append(line)
    return [LaidOut(name, tuple(Block(r, k, tuple(c)) for r, k, c in blocks)) for name, blocks in told]
