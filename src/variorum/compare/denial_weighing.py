"""How sure it is that a denial denies a claim: likeness, who is accused, and where the two stand."""

from __future__ import annotations

from variorum.compare.closeness import about
from variorum.compare.denial_sides import Denial
from variorum.compare.denial_words import ACCUSING
from variorum.compare.index import ClaimIndex
from variorum.model import Claim, Factor, Participant

ALLEGED_BONUS = 0.25  # the other side is itself an accusation
ANTECEDENT_BONUS = 0.3  # it stands right before the denial
DENIER_BONUS = 0.15  # it names who denies
REACH = 300  # characters before a denial in which its antecedent stands
_SUBJECT_SHARE = 0.4  # of the words for who denies, weighted by rarity, that the other claim has


def weigh_denial(
    index: ClaimIndex, denial: Denial, other: Claim, *, accusing: bool
) -> tuple[float, tuple[Factor, ...]]:
    """Return how sure it is that a denial is about a claim, with its reasons.

    Args:
        index: Of the story.
        denial: What says no.
        other: What it may be said of.
        accusing: The other claim is an accusation.
    """
    strength, factors = about(index, denial.claim, other)
    inside = denial.claim.span.contains(other.span)
    near = right_before(denial.claim, other)
    if denial.way not in {"points", "returns"} and not _same_word_denied(index, denial.claim, other):
        near = 0.0
    bonuses = (
        Factor("an accusation", ALLEGED_BONUS * (inside or accusing)),
        Factor("right before", ANTECEDENT_BONUS * (1.0 if inside else near)),
        Factor("names who denies", DENIER_BONUS * names_who_denies(index, denial, other)),
    )
    return strength + sum(b.value for b in bonuses), (*factors, *(b for b in bonuses if b.value))


def right_before(denial: Claim, other: Claim) -> float:
    """Return how shortly a denial stands behind a claim of its report: 1 at once, 0 far behind or before it."""
    gap = denial.span.start - other.span.end
    near = denial.span.report == other.span.report and 0 <= gap <= REACH
    return 1 - gap / REACH if near else 0.0


def names_who_denies(index: ClaimIndex, denial: Denial, other: Claim) -> bool:
    """Tell whether a claim names who denies, or whom the denial stands up for.

    By an entity, or by most of the words that the denial has for its subject.
    """
    named = index.named(other)
    if any(e in named for e in denial.people) or any(e in named for e in denial.persons):
        return True  # a spokeswoman stands up for her minister
    return _mostly(index, denial.subject, index.words(other))


def is_accuser(index: ClaimIndex, denial: Denial, other: Claim) -> bool:
    """Tell whether a claim accuses by its verb, and who denies is the accuser there."""
    agents = [p for p in other.participants if p.role == "agent"]
    return _accuses_by_verb(index, other) and any(_is_who_denies(index, denial, p) for p in agents)


def accuses_another(index: ClaimIndex, denial: Denial, other: Claim) -> bool:
    """Tell whether a claim accuses by its verb, and names somebody else than who denies as the accused."""
    rest = [p for p in other.participants if p.role != "agent"]
    named = any(p.role == "patient" for p in rest)
    return named and _accuses_by_verb(index, other) and not any(_is_who_denies(index, denial, p) for p in rest)


def _accuses_by_verb(index: ClaimIndex, claim: Claim) -> bool:
    return bool(ACCUSING.search(index.reports[claim.span.report].passage(claim.head)))


def _is_who_denies(index: ClaimIndex, denial: Denial, participant: Participant) -> bool:
    return participant.entity in denial.people or _mostly(index, denial.subject, index.stems_of(participant.span))


def _mostly(index: ClaimIndex, subject: frozenset[str], words: frozenset[str]) -> bool:
    shared = subject & words
    return bool(shared) and index.rarity(shared) >= _SUBJECT_SHARE * index.rarity(subject)


def _same_word_denied(index: ClaimIndex, denial: Claim, other: Claim) -> bool:
    """Tell whether what is said to be denied has the other's word for the happening."""
    return not denial.negated and index.telling_head(denial) and index.head(denial) == index.head(other)
