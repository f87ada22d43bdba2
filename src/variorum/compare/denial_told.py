"""Which claims tell something that can be denied, and which of them accuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.compare.denial_sides import FEWEST_WORDS, before
from variorum.compare.denial_words import (
    ACCUSING,
    ADMITTED,
    BLAMED_FOR,
    CHARGES,
    DENIAL,
    EMBEDDED,
    NOT_TOLD,
    SENTENCE_END,
    WRONG,
)
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import SPEECH_VERBS
from variorum.compare.stems import stem
from variorum.model import Claim

_SPEECH = frozenset(stem(verb) for verb in SPEECH_VERBS if verb not in {"ask", "call"})  # these may be charged


@dataclass(frozen=True, slots=True)
class Told:
    """What a story tells that somebody may deny.

    Attributes:
        claims: In their order.
        accusing: Ids of those that are accusations.
        charging: Those that accuse, or say something with a hedge; in their order.
    """

    claims: tuple[Claim, ...]
    accusing: frozenset[str]
    charging: tuple[Claim, ...]


def find_told(index: ClaimIndex) -> Told:
    """Return the claims of a story that tell what somebody may deny."""
    claims = tuple(c for c in index.story.claims if _tells(index, c))
    accusing = frozenset(c.id for c in claims if accuses(index, c))
    return Told(claims, accusing, tuple(c for c in claims if c.id in accusing or c.certainty == "possible"))


def accuses(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim is an accusation: by its certainty, its own words or those that lead it in.

    What somebody pleaded guilty to in the same sentence is none.
    """
    lead = SENTENCE_END.split(before(index, claim))[-1]
    if ADMITTED.search(lead + index.text(claim)):
        return False
    charged = claim.attribution is not None and bool(WRONG.search(index.text(claim)))
    return (
        claim.certainty == "alleged"
        or charged
        or bool(ACCUSING.search(index.text(claim)) or CHARGES.search(index.text(claim)))
        or bool(BLAMED_FOR.search(before(index, claim) + index.text(claim)[:4]))
    )


def named_inside(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Claim]:
    """Return accusations that stand in the denial's own words before the denying ("they say ...; she denied it")."""
    found = DENIAL.search(index.text(denial))
    if found is None or not ACCUSING.search(index.text(denial)[: found.start()]):
        return []
    until = denial.span.start + found.start()
    return [c for c in told if denial.span.contains(c.span) and c.span.end <= until and len(c.span) < len(denial.span)]


def _tells(index: ClaimIndex, claim: Claim) -> bool:
    text = index.text(claim)
    known = (
        claim.certainty in {"asserted", "alleged", "possible"}
        or (
            claim.certainty == "denied" and not claim.negated  # "declined", "refused": told of somebody, and deniable
        )
        or (claim.tense == "past" and WRONG.match(index.reports[claim.span.report].passage(claim.head)) is not None)
    )
    # A piece without a verb tells nothing to deny, unless it is a title or speaks of what is alleged.
    whole = claim.kind != "fragment" or claim.segment != "body" or bool(ACCUSING.search(text))
    return (
        known
        and whole
        and not DENIAL.search(text)
        and not EMBEDDED.search(text)
        and not NOT_TOLD.search(before(index, claim))
        and len(index.words(claim)) >= FEWEST_WORDS
        and index.head(claim) not in _SPEECH
    )
