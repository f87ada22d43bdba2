"""Yes against no: a thing told or alleged, and its denial.

Four ways a text says no:

- *pointing*: somebody denies "the allegations", "it", or "a claim that he has denied": the clause says that there is a
  denial and not of what. It is set against the accusations that name who denies, and the clause right before it.
- *spoken*: somebody denies, rejects, calls false, and the clause carries what ("denied having met him").
- *answered*: somebody is quoted with a negated clause ("we have never sold any") that meets an accusation naming them.
- *plain*: a clause under negation ("no prisoners were freed") against the same clause without it in another report.

A voice is never opposed to itself, and what is merely expected, wanted or open is not denied by anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.compare.closeness import about
from variorum.compare.denial_sides import (
    FEWEST_WORDS,
    LONGEST_DENIAL,
    Denial,
    deniers,
    evades,
    find_denials,
    find_told,
    named_inside,
    one_voice,
)
from variorum.compare.denial_weighing import (
    ANTECEDENT_BONUS,
    accuses_another,
    is_accuser,
    names_who_denies,
    right_before,
    weigh_denial,
)
from variorum.compare.denial_words import BARE, NEGATION, POINTING, SENTENCE_END
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.model import Claim, Factor

POINTING_BAR = 0.7  # of `weigh_denial`
SPOKEN_BAR = 1.1  # the same ...
CHARGED_BAR = 0.9  # ... and where the other side is an accusation
SPOKEN_MARGIN = 0.15  # what is denied may be told by several, down to this much below the most alike
ANSWERED_BAR = 1.0  # the same
ANSWERED_COSINE_BAR = 0.5  # an answer shares the matter with the accusation, not only whose it is ...
NEAR_COSINE_BAR = 0.35  # ... unless it stands right behind it
PLAIN_BAR = 1.1  # of `about`
ONE_WORD_BAR = 0.9  # the same, where both have one word for the happening and for what it happens to
HEDGED_BONUS = 0.125  # the other side says with a hedge that who denies did something
COSINE_BAR = 0.3  # below, no pair is looked at
PLAIN_COSINE_BAR = 0.6  # the same, for plain negation
COPY_COSINE = 0.93  # above, a plain negation is one statement cut in two ways
_MOST_ACCUSATIONS = 12  # claims that one pointing denial is set against: who denies everything denies each
_BESIDE = 0.8  # of `right_before`: some 60 characters away

Weighed = tuple[float, Claim, tuple[Factor, ...]]


def oppose_denials(index: ClaimIndex) -> Sequence[Opposition]:
    """Return denials with the claims that they deny."""
    told = find_told(index)
    found: list[Opposition] = []
    for denial in find_denials(index):
        if denial.way == "returns":
            found += _said_no(index, denial, told)
        elif denial.way == "points":
            found += _pointing(index, denial, told)
        elif denial.way == "carries":
            found += _carried(index, denial, told)
        elif not evades(index.text(denial.claim)):
            found += _answered(index, denial, told) or _plain(index, denial.claim, told)
    return found


def _pointing(index: ClaimIndex, denial: Denial, told: Sequence[Claim]) -> list[Opposition]:
    claim = denial.claim
    inside = named_inside(index, claim, told)
    weighed: list[Weighed] = []
    for other in inside or [other for _, other in index.pairs(COSINE_BAR, [claim], told)]:
        if other not in inside and (
            one_voice(claim, other) or is_accuser(index, claim, other) or accuses_another(index, claim, other)
        ):
            continue
        strength, factors = weigh_denial(index, denial, other)
        names = {f.name for f in factors}
        near = right_before(claim, other)
        back = denial.back or (near >= _BESIDE and bool(BARE.search(index.text(claim))))
        charged = "an accusation" in names or (near > 0 and back)
        if not charged or not ("names who denies" in names or other in inside or (near > 0 and back)):
            continue
        if strength >= POINTING_BAR:
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-round(w[0], 6), w[1].span))
    return [_opposition(index, claim, w, POINTING_BAR) for w in weighed[:_MOST_ACCUSATIONS]]


def _said_no(index: ClaimIndex, denial: Denial, told: Sequence[Claim]) -> list[Opposition]:
    """Oppose a bare "that is not true" to what stands right before it, whoever says that."""
    claim = denial.claim
    weighed: list[Weighed] = []
    for other in told:
        if right_before(claim, other) >= _BESIDE:
            strength, factors = weigh_denial(index, denial, other)
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-w[1].span.end, len(w[1].span), w[1].span))
    return [_opposition(index, claim, w, None) for w in weighed[:1]]


def _carried(index: ClaimIndex, denial: Denial, told: Sequence[Claim]) -> list[Opposition]:
    claim = denial.claim
    weighed: list[Weighed] = []
    for _, other in index.pairs(COSINE_BAR, [claim], told):
        if one_voice(claim, other) or is_accuser(index, claim, other):
            continue
        strength, factors = weigh_denial(index, denial, other)
        charged = {"an accusation", "right before"} & {f.name for f in factors}
        if strength >= (CHARGED_BAR if charged else SPOKEN_BAR):
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-round(w[0], 6), w[1].span))
    kept = [w for w in weighed[:_MOST_ACCUSATIONS] if w[0] >= weighed[0][0] - SPOKEN_MARGIN]
    return [_opposition(index, claim, w, CHARGED_BAR) for w in kept]


def _answered(index: ClaimIndex, denial: Denial, told: Sequence[Claim]) -> list[Opposition]:
    """Oppose a negated clause that a voice is given to what that voice is accused of."""
    claim = denial.claim
    if claim.attribution is None or claim.tense == "future" or len(claim.span) > LONGEST_DENIAL:
        return []
    if SENTENCE_END.search(index.text(claim)):
        return []  # what else is said in one breath is not negated
    best: Weighed | None = None
    for _, other in index.pairs(NEAR_COSINE_BAR, [claim], told):
        if one_voice(claim, other) or other.tense == "future":
            continue
        strength, factors = weigh_denial(index, denial, other)
        bonus = ANTECEDENT_BONUS * right_before(claim, other)
        if bonus and any(f.name == "an accusation" for f in factors):
            strength, factors = strength + bonus, (*factors, Factor("answers right behind", bonus))
        elif index.likeness(claim, other).cosine < ANSWERED_COSINE_BAR:
            continue
        names = {f.name for f in factors}
        if other.certainty == "possible" and names_who_denies(index, claim, other):
            strength, factors = strength + HEDGED_BONUS, (*factors, Factor("a hedged charge", HEDGED_BONUS))
        accused = "names who denies" in names and (other.certainty == "possible" or "an accusation" in names)
        if not accused and not (other.certainty == "alleged" and other.span.report == claim.span.report):
            continue
        if best is None or (-strength, other.span) < (-best[0], best[1].span):
            best = (strength, other, factors)
    return [_opposition(index, claim, best, ANSWERED_BAR)] if best and best[0] >= ANSWERED_BAR else []


def _plain(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Opposition]:
    if denial.kind != "clause" or denial.tense == "future":
        return []  # a longer content says more than what is negated in it
    best: Weighed | None = None
    for _, other in index.pairs(PLAIN_COSINE_BAR, [denial], told):
        if other.span.report == denial.span.report or one_voice(denial, other):
            continue
        if NEGATION.search(index.text(other)):
            continue
        if denial.moment and other.moment and not denial.moment.meets(other.moment):
            continue
        like = index.likeness(denial, other)
        if like.cosine > COPY_COSINE or other.tense == "future" or _inside_negation(index, other):
            continue
        strength, factors = about(index, denial, other)
        if best is None or (-strength, other.span) < (-best[0], best[1].span):
            best = (strength, other, factors)
    if best is None:
        return []
    one_word = {"same head", "participants"} <= {f.name for f in best[2]}
    bar = ONE_WORD_BAR if one_word and index.telling_head(denial) else PLAIN_BAR
    return [_opposition(index, denial, best, bar)] if best[0] >= bar else []


def _inside_negation(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim is a piece of a denied one, or holds one: then its own certainty says little."""
    parent = index.claims.get(claim.parent or "")
    return parent is not None and parent.certainty == "denied"


def _one_denial(index: ClaimIndex, a: Claim, b: Claim) -> bool:
    """Tell whether two claims of a point deny alike: what only says that somebody denies is told of one denier."""
    bare = len(index.words(a)) < FEWEST_WORDS or bool(POINTING.search(index.text(a)))
    return not bare or bool(set(deniers(index, a)) & set(deniers(index, b)))


def _opposition(index: ClaimIndex, denial: Claim, weighed: Weighed, bar: float | None) -> Opposition:
    strength, other, factors = weighed
    alike = [
        c for c in index.siblings(denial) if c.certainty == "denied" and c != denial and _one_denial(index, denial, c)
    ]
    no = Side("denied", (denial, *alike))
    yes = Side("told", (other, *(c for c in index.siblings(other) if c.certainty != "denied" and c != other)))
    return Opposition("denial", question(index, other), "", (no, yes), strength, factors, bar)
