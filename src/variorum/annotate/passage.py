"""A run of words that becomes a claim: its head, and how it is cut where it is too long."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.annotate.clauses import LONGEST, Clause
from variorum.annotate.contents import trim
from variorum.annotate.splits import predicate
from variorum.annotate.tree import Tree
from variorum.model import ClaimKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of tokens that becomes a claim.

    Attributes:
        start: First token.
        end: Token behind the last one.
        head: Token that names the happening or state.
        clause: The clause it belongs to.
        kind: As in the model.
        saying: Number of the saying that it is part of, None where the report itself speaks.
    """

    start: int
    end: int
    head: int
    clause: Clause
    kind: ClaimKind
    saying: int | None


def alike(tree: Tree, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two runs share nine tenths of their characters."""
    a, b = tree.span(*one), tree.span(*other)
    shared = a.overlap(b)
    return shared * 10 >= 9 * (len(a) + len(b) - shared)


def head_in(tree: Tree, start: int, end: int) -> int:
    """Return the token of a run whose head lies outside it, a predicate before anything else."""
    outer = [token for token in range(start, end) if not start <= tree.head(token) < end]
    return next((token for token in outer if predicate(tree, token)), next(iter(outer), start))


def distinct(tree: Tree, made: list[Passage]) -> list[Passage]:
    """Sort passages, leave out doubles, and cut what is longer than a claim may be."""
    short: list[Passage] = []
    for passage in made:
        short.extend(_short(tree, passage))
    found: dict[tuple[int, int], Passage] = {}
    for passage in sorted(short, key=lambda p: (p.start, -p.end, p.kind == "content", p.kind == "fragment")):
        found.setdefault((passage.start, passage.end), passage)
    return list(found.values())


def _short(tree: Tree, passage: Passage) -> list[Passage]:
    """Cut a passage that is too long at its commas, as evenly as they allow."""
    pieces: list[Passage] = []
    start = passage.start
    while start < passage.end:
        end = passage.end
        if len(tree.span(start, end)) > LONGEST:
            fitting = [e for e in range(start + 1, passage.end) if len(tree.span(start, e)) <= LONGEST]
            commas = [e for e in fitting if tree.reading.words[e - 1] in ",;:" and e > start + 3]
            end = commas[-1] if commas else (fitting[-1] if fitting else start + 1)
        run = trim(tree, start, end)
        if run is not None and len(tree.span(*run)) <= LONGEST:
            if run == (passage.start, passage.end):
                return [passage]
            head = passage.head if run[0] <= passage.head < run[1] else head_in(tree, *run)
            pieces.append(Passage(run[0], run[1], head, passage.clause, passage.kind, passage.saying))
        start = end
    return pieces
