"""Which claims deny, in which way, and which tell something that can be denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.compare.denial_words import (
    ACCUSING,
    BLAMED_FOR,
    CARRIES_ON,
    DENIAL,
    DENIED_THAT,
    EMBEDDED,
    FLAT_NO,
    GOES_ON,
    MODAL_NO,
    NEGATION,
    NO_ANSWER,
    NO_DENIAL,
    NOT_TOLD,
    OPEN_END,
    POINTING,
    RELATIVE,
    SUBORDINATE,
    WRONG,
)
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import SPEECH_VERBS
from variorum.compare.stems import stem
from variorum.model import Claim

Way = Literal["points", "carries", "answers", "returns"]
"""How a text says no: a denial that points to what it denies, one that carries it, a negated clause, or a clause that
says no more than no to what stands right before it ("that is not true")."""

LONGEST_DENIAL = 240  # characters: in a longer claim the denial may be an aside
_LONGEST_FLAT = 60  # characters of a whole clause that says no more than "that is not true"
_CONTEXT = 60  # characters before a clause in which the words that deny or blame it stand
FEWEST_WORDS = 3  # content words of a claim that can be opposed
_SPEECH = frozenset(stem(verb) for verb in SPEECH_VERBS if verb not in {"ask", "call"})  # these may be charged


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that says no.

    Attributes:
        claim: The claim.
        way: How it says so.
        back: True when its own words point to what stands right before it.
    """

    claim: Claim
    way: Way
    back: bool = False


def find_denials(index: ClaimIndex) -> list[Denial]:
    """Return the claims of a story that deny something, in their order."""
    found = []
    for claim in index.story.claims:
        if claim.certainty in {"expected", "hypothetical", "wanted"} or claim.kind == "fragment":
            continue
        text = index.text(claim)
        if NO_DENIAL.search(text):
            continue
        if (denial := _spoken(index, claim, text)) is not None:
            found.append(denial)
        elif claim.certainty == "denied" and claim.negated and not SUBORDINATE.search(text):
            found.append(Denial(claim, "answers"))
    return found


def find_told(index: ClaimIndex) -> list[Claim]:
    """Return the claims of a story that tell what somebody may deny, in their order."""
    return [c for c in index.story.claims if _tells(index, c)]


def evades(text: str) -> bool:
    """Tell whether a negated clause gives no answer, or speaks of what cannot or will not be."""
    return bool(NO_ANSWER.search(text) or MODAL_NO.search(text))


def accuses(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim is an accusation: by its certainty, its own words or those that lead it in."""
    charged = claim.attribution is not None and bool(WRONG.search(index.text(claim)))
    return (
        claim.certainty == "alleged"
        or charged
        or bool(ACCUSING.search(index.text(claim)))
        or bool(BLAMED_FOR.search(_before(index, claim) + index.text(claim)[:4]))
    )


def deniers(index: ClaimIndex, denial: Claim) -> list[str]:
    """Return the entities that deny: who acts or speaks, else whom the denial names; sorted."""
    agents = {p.entity for p in denial.participants if p.role == "agent" and p.entity}
    if denial.attribution and denial.attribution.voice:
        agents.add(denial.attribution.voice)
    return sorted(agents) or sorted(index.named(denial))


def one_voice(a: Claim, b: Claim) -> bool:
    """Tell whether two claims are given to one voice."""
    return bool(a.attribution and b.attribution and a.attribution.voice and a.attribution.voice == b.attribution.voice)


def named_inside(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Claim]:
    """Return accusations that stand in the denial's own words before the denying ("they say ...; she denied it")."""
    found = DENIAL.search(index.text(denial))
    if found is None or not ACCUSING.search(index.text(denial)[: found.start()]):
        return []
    until = denial.span.start + found.start()
    return [c for c in told if denial.span.contains(c.span) and c.span.end <= until and len(c.span) < len(denial.span)]


def _before(index: ClaimIndex, claim: Claim) -> str:
    text = index.reports[claim.span.report].text
    return text[max(0, claim.span.start - _CONTEXT) : claim.span.start]


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
        and not NOT_TOLD.search(_before(index, claim))
        and len(index.words(claim)) >= FEWEST_WORDS
        and index.head(claim) not in _SPEECH
    )


def _spoken(index: ClaimIndex, claim: Claim, text: str) -> Denial | None:
    """Return a claim that says that somebody denies something, or is what somebody is said to deny."""
    if len(text) <= _LONGEST_FLAT and FLAT_NO.search(text):
        return Denial(claim, "returns")
    if len(text) > LONGEST_DENIAL:
        return None
    after = index.reports[claim.span.report].text[claim.span.end : claim.span.end + 30]
    if OPEN_END.search(text) and GOES_ON.match(after):
        return Denial(claim, "returns")
    if CARRIES_ON.search(text) and after[:1].isspace():
        return None
    pointing = bool(POINTING.search(text))
    if found := DENIAL.search(text):
        if text[: found.start()].lower().endswith(" to "):
            return None  # somebody is to deny something: nobody has
        if len(index.words(claim)) >= FEWEST_WORDS or pointing:
            return Denial(claim, "points" if pointing else "carries", back=pointing and bool(RELATIVE.match(text)))
        return None
    if DENIED_THAT.search(_before(index, claim)) and not NEGATION.search(text):
        return Denial(claim, "carries")
    cue = claim.certainty_cue or (claim.attribution.cue if claim.attribution else None)
    if claim.certainty == "denied" and not claim.negated and cue is not None:
        return Denial(claim, "carries") if DENIAL.search(index.reports[claim.span.report].passage(cue)) else None
    return None
