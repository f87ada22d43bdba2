"""Yes against no: a thing told or alleged, and its denial.

Two ways a text says no:

- *spoken*: somebody denies, rejects, calls false. The clause may carry what is denied ("denied having met him") or
  only point back to it ("a claim that he has denied"); then the clause before it, in the same report, carries it.
- *plain*: a clause under negation ("no prisoners were freed") against the same clause without it in another report.

A voice is never opposed to itself, and what is merely expected, wanted or open is not denied by anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import CHARGE_WORDS, DENIAL_WORDS
from variorum.compare.opposition import Opposition, Side
from variorum.model import Claim, Factor

SPOKEN_BAR = 0.95  # of `about` with the bonuses below
PLAIN_BAR = 1.25  # of `about`
COSINE_BAR = 0.3  # below, no pair is looked at
ALLEGED_BONUS = 0.25  # the other side is itself an accusation
ANTECEDENT_BONUS = 0.3  # it stands right before the denial
POINTING_BONUS = 0.1  # the denial names no content of its own
_REACH = 400  # characters before a denial in which its antecedent stands

_DENIAL = re.compile(DENIAL_WORDS, re.IGNORECASE)
_CHARGE = re.compile(CHARGE_WORDS, re.IGNORECASE)
_NO_ANSWER = re.compile(r"\b(comment|immediately|clear|known|respond|reached|available|sure|certain)\b", re.IGNORECASE)


def oppose_denials(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims of which one denies the other."""
    told = [c for c in index.story.claims if _tells(index, c)]
    spoken = [c for c in index.story.claims if _DENIAL.search(index.text(c)) and c.certainty in {"denied", "asserted"}]
    plain = [c for c in index.story.claims if c.certainty == "denied" and c.negated and not _idle(index, c)]
    found: list[Opposition] = []
    for denial in spoken:
        found += _best(index, denial, told, spoken=True)
    for denial in plain:
        if not _DENIAL.search(index.text(denial)):
            found += _best(index, denial, told, spoken=False)
    return found


def _tells(index: ClaimIndex, claim: Claim) -> bool:
    return claim.certainty in {"asserted", "alleged", "possible"} and not _DENIAL.search(index.text(claim))


def _idle(index: ClaimIndex, claim: Claim) -> bool:
    return bool(_NO_ANSWER.search(index.text(claim)))


def _best(index: ClaimIndex, denial: Claim, told: Sequence[Claim], *, spoken: bool) -> list[Opposition]:
    """Return the opposition of a denial to the claim that it most likely denies, if any passes the bar."""
    best: tuple[float, Claim, tuple[Factor, ...]] | None = None
    for _, other in index.pairs(COSINE_BAR, [denial], told):
        weighed = _weigh(index, denial, other, spoken=spoken)
        if weighed and (best is None or (-weighed[0], other.span) < (-best[0], best[1].span)):
            best = (weighed[0], other, weighed[1])
    if best is None or best[0] < (SPOKEN_BAR if spoken else PLAIN_BAR):
        return []
    strength, other, factors = best
    no = Side("denied", tuple(c for c in index.siblings(denial) if c.certainty == "denied" or c == denial))
    yes = Side(_yes(other), tuple(c for c in index.siblings(other) if c.certainty != "denied"))
    question = index.reports[other.span.report].passage(other.head).lower()
    sides = sorted((no, yes), key=lambda s: s.value)
    return [Opposition("denial", question, "", (sides[0], sides[1]), strength, factors)]


def _yes(claim: Claim) -> str:
    return "alleged" if claim.certainty == "alleged" else "told"


def _weigh(index: ClaimIndex, denial: Claim, other: Claim, *, spoken: bool) -> tuple[float, tuple[Factor, ...]] | None:
    if denial.attribution and other.attribution and denial.attribution.voice == other.attribution.voice is not None:
        return None
    if denial.moment and other.moment and not denial.moment.meets(other.moment) and not spoken:
        return None
    strength, factors = about(index, denial, other)
    if not spoken:
        apart = denial.span.report != other.span.report
        return (strength, factors) if apart and other.certainty == "asserted" else None
    gap = denial.span.start - other.span.end
    near = denial.span.report == other.span.report and 0 <= gap <= _REACH
    bonuses = (
        Factor(
            "an accusation", ALLEGED_BONUS * (other.certainty == "alleged" or bool(_CHARGE.search(index.text(other))))
        ),
        Factor("right before", ANTECEDENT_BONUS * near * (1 - max(0, gap) / _REACH)),
        Factor("denial points back", POINTING_BONUS * bool(_CHARGE.search(index.text(denial)))),
    )
    kept = (*factors, *(b for b in bonuses if b.value))
    return strength + sum(b.value for b in bonuses), kept
