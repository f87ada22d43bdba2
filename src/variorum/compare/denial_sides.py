"""Which claims deny, in which way, and who denies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.compare.denial_words import (
    CARRIES_ON,
    DENIAL,
    DENIED_THAT,
    FLAT_NO,
    GOES_ON,
    MODAL_NO,
    NEGATION,
    NO_ANSWER,
    NO_DENIAL,
    NOT_YET,
    OPEN_END,
    POINTING,
    RELATIVE,
    SUBORDINATE,
)
from variorum.compare.index import ClaimIndex
from variorum.model import Claim

Way = Literal["points", "carries", "answers", "returns"]
"""How a text says no: a denial that points to what it denies, one that carries it, a negated clause, or a clause that
says no more than no to what stands right before it ("that is not true")."""

LONGEST_DENIAL = 240  # characters: in a longer claim the denial may be an aside
_LONGEST_FLAT = 60  # characters of a whole clause that says no more than "that is not true"
CONTEXT = 60  # characters before a clause in which the words that deny or blame it stand
FEWEST_WORDS = 3  # content words of a claim that can be opposed


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that says no.

    Attributes:
        claim: The claim.
        way: How it says so.
        back: True when its own words point to what stands right before it.
        people: Ids of the entities that deny: who acts or speaks, else whom the denial names.
        persons: Ids of the persons that it names, where it points: whom it may stand up for.
        subject: Stems of its words for who denies.
    """

    claim: Claim
    way: Way
    back: bool
    people: frozenset[str]
    persons: frozenset[str]
    subject: frozenset[str]


def find_denials(index: ClaimIndex) -> list[Denial]:
    """Return the claims of a story that deny something, in their order."""
    found = []
    for claim in index.story.claims:
        if claim.certainty in {"expected", "hypothetical", "wanted"} or claim.kind == "fragment":
            continue
        text = index.text(claim)
        way = _spoken(index, claim, text)
        if way is None and claim.certainty == "denied" and claim.negated and not SUBORDINATE.search(text):
            way = "answers"
        if way is not None and not NO_DENIAL.search(text):
            found.append(_denial(index, claim, way))
    return found


def _denial(index: ClaimIndex, claim: Claim, way: Way) -> Denial:
    text = index.text(claim)
    agents = [p for p in claim.participants if p.role == "agent"]
    pointing = bool(POINTING.search(text))
    named = [e for e in index.named(claim) if (known := index.entity(e)) and known.kind == "person"] if pointing else []
    return Denial(
        claim,
        way,
        back=way == "points" and bool(RELATIVE.match(text)),
        people=frozenset(deniers(index, claim)),
        persons=frozenset(named),
        subject=frozenset[str]().union(*(index.stems_of(p.span) for p in agents)),
    )


def evades(text: str) -> bool:
    """Tell whether a negated clause gives no answer, or speaks of what cannot or will not be."""
    return bool(NO_ANSWER.search(text) or MODAL_NO.search(text))


def not_yet(text: str) -> bool:
    """Tell whether a negated clause says that something has not happened yet, and evades nothing otherwise."""
    without = NOT_YET.sub(" ", text)
    return without != text and not evades(without)


def deniers(index: ClaimIndex, denial: Claim) -> list[str]:
    """Return the entities that deny: who acts or speaks, else whom the denial names; sorted."""
    agents = {p.entity for p in denial.participants if p.role == "agent" and p.entity}
    if denial.attribution and denial.attribution.voice:
        agents.add(denial.attribution.voice)
    return sorted(agents) or sorted(index.named(denial))


def one_voice(a: Claim, b: Claim) -> bool:
    """Tell whether two claims are given to one voice."""
    return bool(a.attribution and b.attribution and a.attribution.voice and a.attribution.voice == b.attribution.voice)


def before(index: ClaimIndex, claim: Claim) -> str:
    """Return the characters right before a claim in its report, at most `CONTEXT`."""
    text = index.reports[claim.span.report].text
    return text[max(0, claim.span.start - CONTEXT) : claim.span.start]


def _spoken(index: ClaimIndex, claim: Claim, text: str) -> Way | None:
    """Return how a claim says that somebody denies something, or is what somebody is said to deny; None for neither."""
    if len(text) <= _LONGEST_FLAT and FLAT_NO.search(text):
        return "returns"
    if len(text) > LONGEST_DENIAL:
        return None
    after = index.reports[claim.span.report].text[claim.span.end : claim.span.end + 30]
    if OPEN_END.search(text) and GOES_ON.match(after):
        return "returns"
    if CARRIES_ON.search(text) and after[:1].isspace():
        return None
    if found := DENIAL.search(text):
        pointing = bool(POINTING.search(text))
        if text[: found.start()].lower().endswith(" to "):
            return None  # somebody is to deny something: nobody has
        if len(index.words(claim)) >= FEWEST_WORDS or pointing:
            return "points" if pointing else "carries"
        return None
    if DENIED_THAT.search(before(index, claim)) and not NEGATION.search(text):
        return "carries"
    cue = claim.certainty_cue or (claim.attribution.cue if claim.attribution else None)
    if claim.certainty == "denied" and not claim.negated and cue is not None:
        return "carries" if DENIAL.search(index.reports[claim.span.report].passage(cue)) else None
    return None
