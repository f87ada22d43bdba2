"""Which rank: one person given an office in one report and a lower one of the same name in another.

"Then a harbour master" and "then a deputy harbour master" are two offices, where most differences of a title
are only more or less said. Compared are appositions to a name; a title before a name is often cut short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.compare.index import ClaimIndex
from variorum.compare.nations import NATIONS
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.model import Claim, Factor, Span

BAR = 1.0  # one person and one office but for a word; nothing else is weighed
_LOWER = frozenset({"assistant", "deputy", "vice", "associate", "junior"})
"""Words that make another office of one."""
_AFTER = re.compile(
    r"^,\s+(?:then\s+)?(?:an?|the|its|their)\s+"
    r"((?:[a-zA-Z][\w'’-]*\s+){0,3}?[a-z][\w'’-]*)(?=\s+(?:who|of|for|at|in|and)\b|[,.;]|$)"
)


@dataclass(frozen=True, slots=True)
class _Office:
    claim: Claim
    words: frozenset[str]
    span: Span


def oppose_ranks(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims of two reports that give one person an office and a lower one of its name."""
    held: dict[str, list[_Office]] = {}
    for person, office in _offices(index):
        held.setdefault(person, []).append(office)
    return [
        _opposition(index, person, a, b)
        for person, offices in sorted(held.items())
        for i, a in enumerate(offices)
        for b in offices[i + 1 :]
        if a.claim.span.report != b.claim.span.report and a.words ^ b.words and (a.words ^ b.words) <= _LOWER
    ]


def _offices(index: ClaimIndex) -> Iterator[tuple[str, _Office]]:
    for claim in index.story.claims:
        text = index.reports[claim.span.report].text
        for entity_id, mentions in index.named(claim).items():
            entity = index.entity(entity_id)
            if entity is None or entity.kind != "person":
                continue
            for mention in mentions:
                found = _AFTER.search(text[mention.span.end : claim.span.end]) if mention.form == "name" else None
                if found is None:
                    continue
                words = frozenset(w.lower() for w in found.group(1).split() if w.lower() not in NATIONS)
                base = mention.span.end
                if words - _LOWER:
                    span = Span(claim.span.report, base + found.start(1), base + found.end(1))
                    yield entity_id, _Office(claim, words, span)


def _opposition(index: ClaimIndex, person: str, a: _Office, b: _Office) -> Opposition:
    sides = sorted(
        (Side(index.reports[o.span.report].passage(o.span), (o.claim,), (o.span,)) for o in (a, b)),
        key=lambda s: s.value,
    )
    name = entity.name if (entity := index.entity(person)) else person
    reason = Factor("one person, two ranks", 0.0, " / ".join(s.value for s in sides), (a.span, b.span))
    factors = (Factor("one person", BAR, name), reason)
    return Opposition(
        "person", question(index, a.claim, a.span), f"rank of {person}", (sides[0], sides[1]), BAR, factors, BAR
    )
