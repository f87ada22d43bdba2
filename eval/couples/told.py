"""An invented story as four reports, and which of its claims are a plan and what came of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import cycle

from eval.couples.laid_out import Block, LaidOut
from eval.readings import report_of_lines
from eval.stories import index_of, story_of
from variorum.compare.index import ClaimIndex
from variorum.model import Claim, Story
from variorum.reader import Reader

_EARLY, _LATE = ("a", "b"), ("c", "d")
_DATELINE = {**dict.fromkeys(_EARLY, "March 4, 2019"), **dict.fromkeys(_LATE, "March 12, 2019")}
_MOST_OF = 2  # a claim stands for a line from half of its length on


@dataclass(frozen=True, eq=False)
class Told:
    """A story as the program reads it.

    Attributes:
        index: Of its claims and points.
        couples: Of each plan that has an outcome the ids of the claims of both.
    """

    index: ClaimIndex
    couples: tuple[tuple[frozenset[str], frozenset[str]], ...]


def tell(laid: LaidOut, reader: Reader) -> Told:
    """Return a story as four reports, read and grouped as `collate` does it.

    Plans are told by two reports of one day, their outcomes by two of a week later, all else by either, in turn. Each
    telling is a paragraph, in the order of the file; a third telling finds no report and is left out.
    """
    lines: dict[str, list[str]] = defaultdict(list)
    either = cycle((_EARLY, _LATE))
    told: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, block in enumerate(laid.blocks):
        reports = {"plan": _EARLY, "outcome": _LATE}.get(block.role) or next(either)
        for name, clause in zip(reports, block.clauses, strict=False):
            lines[name].append(_sentence(clause))
            told[number].append((name, _sentence(clause)))
    raw = [report_of_lines("\n".join((_DATELINE[name], *own)), name) for name, own in sorted(lines.items())]
    story = story_of(raw, reader)
    claims = {n: frozenset(c.id for c in story.claims if _stands_for(story, c, told[n])) for n in told}
    return Told(index_of(story, reader), tuple((claims[p], claims[o]) for p, o in _couples(laid.blocks)))


def _couples(blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    plans = {block.key: number for number, block in enumerate(blocks) if block.role == "plan"}
    return [(plans[block.key], number) for number, block in enumerate(blocks) if block.role == "outcome"]


def _sentence(clause: str) -> str:
    text = clause[0].upper() + clause[1:]
    return text if text.endswith((".", "!", "?", '"', "”")) else f"{text}."


def _stands_for(story: Story, claim: Claim, tellings: list[tuple[str, str]]) -> bool:
    for name, text in tellings:
        if name == claim.span.report:
            start = story.report(name).text.index(text)
            inside = start <= claim.span.start and claim.span.end <= start + len(text)
            if inside and _MOST_OF * len(claim.span) >= len(text):
                return True
    return False
