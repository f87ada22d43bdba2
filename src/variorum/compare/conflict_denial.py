"""Yes against no: a thing told or alleged, and its denial.

Five ways a text says no:

- *pointing*: somebody denies "the allegations", "it", or "a claim that he has denied": the clause says that there is a
  denial and not of what. It is set against the accusations that name who denies, and the clause right before it.
- *spoken*: somebody denies, rejects, calls false, and the clause carries what ("denied having met him").
- *answered*: somebody is quoted with a negated clause ("we have never sold any") that meets an accusation naming them.
- *returned*: a clause that says no more than no ("that is not true") to what stands right before it.
- *plain*: a clause under negation against the same clause without it in another report (`conflict_negation`).

A voice is never opposed to itself, and what is merely expected, wanted or open is not denied by anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.compare.conflict_negation import oppose_negated, oppose_undone
from variorum.compare.denial_opposition import Weighed, oppose_denial
from variorum.compare.denial_sides import (
    LONGEST_DENIAL,
    Denial,
    evades,
    find_denials,
    not_yet,
    one_voice,
)
from variorum.compare.denial_told import Told, find_told, named_inside
from variorum.compare.denial_weighing import (
    ANTECEDENT_BONUS,
    accuses_another,
    is_accuser,
    names_who_denies,
    right_before,
    weigh_denial,
)
from variorum.compare.denial_words import BARE, SENTENCE_END
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition
from variorum.model import Claim, Factor

POINTING_BAR = 0.7  # of `weigh_denial`
SPOKEN_BAR = 1.1  # the same ...
CHARGED_BAR = 0.9  # ... and where the other side is an accusation
SPOKEN_MARGIN = 0.3  # what is denied may be told by several, down to this much below the most alike
ANSWERED_BAR = 1.0  # the same
ANSWERED_COSINE_BAR = 0.5  # an answer shares the matter with the accusation, not only whose it is ...
NEAR_COSINE_BAR = 0.35  # ... unless it stands right behind it
HEDGED_BONUS = 0.125  # the other side says with a hedge that who denies did something
COSINE_BAR = 0.3  # below, no pair is looked at ...
ALIKE_BAR = 0.5  # ... and where the other side is no accusation
_MOST_ACCUSATIONS = 12  # claims that one pointing denial is set against: who denies everything denies each
_BESIDE = 0.8  # of `right_before`: some 60 characters away


def oppose_denials(index: ClaimIndex) -> Sequence[Opposition]:
    """Return denials with the claims that they deny."""
    told = find_told(index)
    denials = find_denials(index)
    near = _neighbours(index, denials, told)
    found: list[Opposition] = []
    for denial in denials:
        claim = denial.claim
        if denial.way == "returns":
            found += _returned(index, denial, told)
        elif denial.way == "points":
            found += _pointing(index, denial, told)
        elif denial.way == "carries":
            found += _carried(index, denial, told, near.get(claim.id, ()))
        elif not evades(index.text(claim)):
            found += _answered(index, denial, told) or oppose_negated(index, claim, near.get(claim.id, ()))
        elif not_yet(index.text(claim)):
            found += oppose_undone(index, claim, near.get(claim.id, ()))
    return found


def _neighbours(index: ClaimIndex, denials: Sequence[Denial], told: Told) -> dict[str, list[Claim]]:
    """Return what is alike enough to be denied by each claim, by its id: all vectors are compared at once."""
    carrying = [d.claim for d in denials if d.way == "carries"]
    answering = [d.claim for d in denials if d.way == "answers"]
    accusing = [c for c in told.claims if c.id in told.accusing]
    plain = [c for c in told.claims if c.id not in told.accusing]
    found: dict[str, list[Claim]] = {}
    for bar, chosen, others in (
        (COSINE_BAR, carrying, accusing),
        (ALIKE_BAR, carrying, plain),
        (ALIKE_BAR, answering, told.claims),
    ):
        for claim, other in index.pairs(bar, chosen, others):
            found.setdefault(claim.id, []).append(other)
    return found


def _pointing(index: ClaimIndex, denial: Denial, told: Told) -> list[Opposition]:
    claim = denial.claim
    inside = named_inside(index, claim, told.claims)
    weighed: list[Weighed] = []
    for other in inside or _pointed_at(index, denial, told):
        if other not in inside and (
            one_voice(claim, other) or is_accuser(index, denial, other) or accuses_another(index, denial, other)
        ):
            continue
        strength, factors = weigh_denial(index, denial, other, accusing=other.id in told.accusing)
        if strength >= POINTING_BAR:
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-round(w[0], 6), w[1].span))
    return [oppose_denial(index, claim, w, POINTING_BAR) for w in weighed[:_MOST_ACCUSATIONS]]


def _pointed_at(index: ClaimIndex, denial: Denial, told: Told) -> list[Claim]:
    """Return the accusations that name who denies, and where the denial points back, what stands right before it."""
    claim = denial.claim
    bare = bool(BARE.search(index.text(claim)))
    before = [c for c in told.claims if right_before(claim, c) > (0.0 if denial.back else _BESIDE)]
    back = {c.id for c in before} if denial.back or bare else set()
    aimed = [c for c in told.claims if c.id in back or (c.id in told.accusing and names_who_denies(index, denial, c))]
    return [other for _, other in index.pairs(COSINE_BAR, [claim], aimed)]


def _returned(index: ClaimIndex, denial: Denial, told: Told) -> list[Opposition]:
    """Oppose a bare "that is not true" to what stands right before it, whoever says that."""
    before = [c for c in told.claims if right_before(denial.claim, c) >= _BESIDE]
    if not before:
        return []
    nearest = min(before, key=lambda c: (-c.span.end, len(c.span), c.span))
    strength, factors = weigh_denial(index, denial, nearest, accusing=nearest.id in told.accusing)
    return [oppose_denial(index, denial.claim, (strength, nearest, factors), None)]


def _carried(index: ClaimIndex, denial: Denial, told: Told, near: Sequence[Claim]) -> list[Opposition]:
    claim = denial.claim
    weighed: list[Weighed] = []
    for other in near:
        if one_voice(claim, other) or is_accuser(index, denial, other):
            continue
        strength, factors = weigh_denial(index, denial, other, accusing=other.id in told.accusing)
        charged = {"an accusation", "right before"} & {f.name for f in factors}
        if strength >= (CHARGED_BAR if charged else SPOKEN_BAR):
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-round(w[0], 6), w[1].span))
    kept = [w for w in weighed[:_MOST_ACCUSATIONS] if w[0] >= weighed[0][0] - SPOKEN_MARGIN]
    return [oppose_denial(index, claim, w, CHARGED_BAR) for w in kept]


def _answered(index: ClaimIndex, denial: Denial, told: Told) -> list[Opposition]:
    """Oppose a negated clause that a voice is given to what that voice is accused of."""
    claim = denial.claim
    if claim.attribution is None or claim.tense == "future" or len(claim.span) > LONGEST_DENIAL:
        return []
    if SENTENCE_END.search(index.text(claim)):
        return []  # what else is said in one breath is not negated
    weighed = [
        one
        for _, other in index.pairs(NEAR_COSINE_BAR, [claim], told.charging)
        if (one := _weigh_answer(index, denial, other, accusing=other.id in told.accusing)) is not None
    ]
    best = min(weighed, key=lambda w: (-w[0], w[1].span), default=None)
    return [oppose_denial(index, claim, best, ANSWERED_BAR)] if best and best[0] >= ANSWERED_BAR else []


def _weigh_answer(index: ClaimIndex, denial: Denial, other: Claim, *, accusing: bool) -> Weighed | None:
    """Return how sure it is that a negated clause answers a charge, None where it cannot."""
    claim = denial.claim
    if one_voice(claim, other) or other.tense == "future":
        return None
    named = names_who_denies(index, denial, other)
    if not named and not (other.certainty == "alleged" and other.span.report == claim.span.report):
        return None
    strength, factors = weigh_denial(index, denial, other, accusing=accusing)
    behind = ANTECEDENT_BONUS * right_before(claim, other) if accusing else 0.0
    if behind:
        strength, factors = strength + behind, (*factors, Factor("answers right behind", behind))
    elif index.likeness(claim, other).cosine < ANSWERED_COSINE_BAR:
        return None
    if named and other.certainty == "possible":
        strength, factors = strength + HEDGED_BONUS, (*factors, Factor("a hedged charge", HEDGED_BONUS))
    return strength, other, factors
