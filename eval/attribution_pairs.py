"""Lay the attributions that a reader is shown beside those that people marked, one to one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from variorum.model import Claim, Span

Words = frozenset[int]
"""Offsets of the words' first characters."""

_WORD = re.compile(r"\w+")
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
LEAST = 0.5
"""Dice's coefficient of two contents' words from which they are taken for one attribution's."""


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution, marked or found.

    Attributes:
        content: The words of what is said; never empty.
        source: Character ranges of the words that name the voice; empty where none are marked or found.
    """

    content: Words
    source: tuple[tuple[int, int], ...]


def words_in(text: str, spans: Sequence[Sequence[int]]) -> Words:
    """Return the words that begin inside any of the spans."""
    return frozenset(m.start() for a, b in spans for m in _WORD.finditer(text, a, b))


def marked(text: str, gold: Sequence[dict[str, Any]]) -> list[Told]:
    """Return the marked attributions that have a content; every range of a layer counts."""
    found = []
    for one in gold:
        content = words_in(text, spans_of(one, "content"))
        if content:
            found.append(Told(content, tuple((a, b) for a, b in spans_of(one, "source"))))
    return found


def shown(text: str, claims: Sequence[Claim]) -> list[Told]:
    """Return the attributions of a report's claims: claims of one cue and source are one attribution.

    A quotation that goes on without a cue belongs to the last cue of the same source before it.
    """
    groups: dict[tuple[Span | None, Span | None, str | None], set[int]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.span.start, claim.span.end)):
        given = claim.attribution
        if given is None:
            continue
        key = (given.source, given.cue, given.text)
        if given.cue is None and given.source is not None:
            key = next((k for k in reversed(groups) if k[0] == given.source), key)
        groups.setdefault(key, set()).update(words_in(text, [(claim.span.start, claim.span.end)]))
    return [
        Told(frozenset(content), ((source.start, source.end),) if source is not None else ())
        for (source, _, _), content in groups.items()
        if content
    ]


def pairs(gold: Sequence[Told], ours: Sequence[Told]) -> list[tuple[int, int]]:
    """Return which marked and which found attribution are one: each in one pair at most, the most alike first."""
    alike = []
    for g, one in enumerate(gold):
        for o, other in enumerate(ours):
            both = len(one.content & other.content)
            dice = 2 * both / (len(one.content) + len(other.content))
            if dice >= LEAST:
                alike.append((-dice, not same_source("", one, other), g, o))
    found: list[tuple[int, int]] = []
    for _, _, g, o in sorted(alike):
        if all(g != known and o != other for known, other in found):
            found.append((g, o))
    return found


def same_source(text: str, gold: Told, ours: Told) -> bool:
    """Tell whether both name the voice by words that meet.

    A marked relative pronoun ("officials *who* fear") is met by its antecedent, which ends right before it.
    """
    for a, b in ours.source:
        for start, end in gold.source:
            if a < end and start < b:
                return True
            if text[start:end].lower() in _RELATIVE and not _WORD.search(text, b, start) and b <= start:
                return True
    return False


def spans_of(gold: dict[str, Any], layer: str) -> list[list[int]]:
    """Return the character ranges of one layer (`source`, `cue`, `content`) of a marked attribution."""
    return [span for group in gold.get(layer) or [] for span in group]
