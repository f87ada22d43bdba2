"""Look-ups that every comparison needs: claims by id, what they name, how alike two are.

Built once per comparison from a `Story`; nothing in it hangs on the order of input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from variorum.compare.content_words import content_words, rarities
from variorum.compare.lexicon import LIGHT_VERBS
from variorum.compare.named import named_in_claims
from variorum.compare.stems import stem
from variorum.compare.support import support
from variorum.model import Claim, Entity, Mention, Point, Report, Span, Story, TimeExpression

_BLOCK = 1024  # rows of the similarity matrix held at once: 40 reports of 150 claims stay under 30 MB
_LIGHT = frozenset(stem(verb) for verb in LIGHT_VERBS)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, told by features that a person can follow.

    Attributes:
        cosine: Of the claims' vectors, -1 to 1.
        words: Rarity-weighted share of the content words that both have (Jaccard), 0 to 1.
        entities: Ids of the entities that both name, sorted.
        same_head: True when the happening's word is the same but for its form.
        participants: Lemmas of the common participants that no entity stands for, sorted.
    """

    cosine: float
    words: float
    entities: tuple[str, ...]
    same_head: bool
    participants: tuple[str, ...]


class ClaimIndex:
    """A story's claims with what they name, by id.

    Attributes:
        story: As given.
        claims: By id.
        row: Row of each claim in `story.vectors`, by id.
        counting: Claims that hold a number, by report, in their order; reports without one are left out.
        point: Id of the point that holds each claim, by claim id; empty when built without points.
    """

    def __init__(self, story: Story, points: Sequence[Point] = ()) -> None:
        self.story = story
        self.claims: dict[str, Claim] = {c.id: c for c in story.claims}
        self.row = {c.id: i for i, c in enumerate(story.claims)}
        self.counting: dict[str, list[Claim]] = {}
        for claim in story.claims:
            if claim.quantities:
                self.counting.setdefault(claim.span.report, []).append(claim)
        self.points = {p.id: p for p in points}
        self.point = {c: p.id for p in points for c in p.claims}
        self.reports: dict[str, Report] = {r.id: r for r in story.reports}
        self._entities: dict[str, Entity] = {e.id: e for e in story.entities}
        self._support: NDArray[np.float32] | None = None
        self._times: dict[str, list[TimeExpression]] = {}
        for time in story.times:
            self._times.setdefault(time.span.report, []).append(time)
        self._words = {c.id: self.stems_of(c.span) for c in story.claims}
        self._named = named_in_claims(story)
        self._head = {c.id: stem(self.reports[c.span.report].passage(c.head).lower().split()[-1]) for c in story.claims}
        self._rarity = rarities(self._words.values())

    def text(self, claim: Claim) -> str:
        """Return the claim's words, verbatim."""
        return self.reports[claim.span.report].passage(claim.span)

    def day(self, claim: Claim) -> date | None:
        """Return the day of the claim's report, None when it is unknown."""
        return self.reports[claim.span.report].published.day

    def entity(self, entity_id: str | None) -> Entity | None:
        """Return an entity by id, None for None or an id that is not in the story."""
        return self._entities.get(entity_id or "")

    def named(self, claim: Claim) -> dict[str, tuple[Mention, ...]]:
        """Return the mentions inside a claim, by entity id; pronouns and nominals included."""
        return self._named[claim.id]

    def words(self, claim: Claim) -> frozenset[str]:
        """Return the stems of a claim's content words."""
        return self._words[claim.id]

    def rarity(self, stems: frozenset[str]) -> float:
        """Return how telling a set of stems is: the sum of their inverse frequencies in the story."""
        return sum([self._rarity.get(s, 0.0) for s in sorted(stems)])  # a list: this is the hottest line of comparing

    def head(self, claim: Claim) -> str:
        """Return the stem of the word that names the happening, by its form in the text."""
        return self._head[claim.id]

    def telling_head(self, claim: Claim) -> bool:
        """Tell whether the word for the happening says what happens: not "have", "be" and their like."""
        return self.head(claim) not in _LIGHT

    def times(self, claim: Claim) -> tuple[TimeExpression, ...]:
        """Return the time expressions inside a claim, in order."""
        return tuple(time for time in self._times.get(claim.span.report, ()) if claim.span.contains(time.span))

    def dated_itself(self, claim: Claim) -> bool:
        """Tell whether the claim's own words name its day, not only its sentence, and not only a time of day."""
        if claim.moment is None:
            return False
        told = [time.time_of_day for time in self.times(claim) if time.moment == claim.moment]
        return any(clock is None or clock.with_day for clock in told) if told else not claim.moment_inherited

    def support(self) -> NDArray[np.float32]:
        """Return for each claim how near the other reports come to it, shape (claims,), -1 to 1.

        The mean over the other reports of their most alike claim's cosine; 0 where there is one report only.
        """
        if self._support is None:
            self._support = support(self.story)
        return self._support

    def siblings(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims of the same point, the claim itself included."""
        point = self.points.get(self.point.get(claim.id, ""))
        return tuple(self.claims[c] for c in point.claims) if point else (claim,)

    def nested(self, a: Claim, b: Claim) -> bool:
        """Tell whether the words of two claims overlap: they are no two witnesses."""
        return a.span.overlap(b.span) > 0

    def likeness(self, a: Claim, b: Claim) -> Likeness:
        """Return how alike two claims are; the same for (a, b) and (b, a)."""
        both = self._words[a.id] & self._words[b.id]
        mine = {p.lemma for p in a.participants}
        shared = {p.lemma for p in b.participants if p.lemma in mine}
        return Likeness(
            cosine=float(np.dot(self.story.vectors[self.row[a.id]], self.story.vectors[self.row[b.id]])),
            words=self.rarity(both) / (self.rarity(self._words[a.id] | self._words[b.id]) or 1.0) if both else 0.0,
            entities=tuple(sorted(self._named[a.id].keys() & self._named[b.id].keys())),
            same_head=self.head(a) == self.head(b),
            participants=tuple(sorted(shared)),
        )

    def pairs(self, bar: float, chosen: Sequence[Claim], others: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
        """Yield (one of `chosen`, one of `others`) with a cosine of at least `bar`, in the order given.

        Claims whose words overlap are left out. A pair of two claims that stand in both lists comes twice.
        """
        if not chosen or not others:
            return
        right = self.story.vectors[[self.row[c.id] for c in others]]
        for start in range(0, len(chosen), _BLOCK):
            block = chosen[start : start + _BLOCK]
            cosines = self.story.vectors[[self.row[c.id] for c in block]] @ right.T
            for i, j in zip(*np.nonzero(cosines >= bar), strict=True):
                if not self.nested(block[i], others[j]):
                    yield block[i], others[j]

    def stems_of(self, span: Span) -> frozenset[str]:
        """Return the stems of the content words of any passage."""
        return content_words(self.reports[span.report].passage(span))
