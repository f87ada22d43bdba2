"""Yes against no in one clause's own words: under negation in one report, without it in another.

Nobody denies anything here: "no prisoners were freed" stands against "prisoners were freed", and "not yet mended"
against "we have mended it".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.compare.closeness import about
from variorum.compare.denial_opposition import Weighed, oppose_denial
from variorum.compare.denial_sides import one_voice
from variorum.compare.denial_words import NEGATION
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition
from variorum.model import Claim

PLAIN_BAR = 1.1  # of `about`
ONE_WORD_BAR = 0.9  # the same, where both have one word for the happening and for what it happens to
PLAIN_COSINE_BAR = 0.6  # below, no plain negation is looked at
COPY_COSINE = 0.93  # above, a plain negation is one statement cut in two ways
POINTED_AT = re.compile(r"\s+(?:it|them|him|her|this|that|these|those)\b", re.IGNORECASE)
"""An object that only points, right behind its verb."""


def oppose_negated(index: ClaimIndex, denial: Claim, near: Sequence[Claim]) -> list[Opposition]:
    """Return a negated clause with the clause of another report that is most like it and told without negation."""
    if denial.kind != "clause" or denial.tense == "future":
        return []  # a longer content says more than what is negated in it
    best: Weighed | None = None
    for other in near:
        if other.span.report == denial.span.report or one_voice(denial, other):
            continue
        if NEGATION.search(index.text(other)):
            continue
        if denial.moment and other.moment and not denial.moment.meets(other.moment):
            continue
        like = index.likeness(denial, other)
        if (
            not PLAIN_COSINE_BAR <= like.cosine <= COPY_COSINE
            or other.tense == "future"
            or _inside_negation(index, other)
        ):
            continue
        strength, factors = about(index, denial, other)
        if best is None or (-strength, other.span) < (-best[0], best[1].span):
            best = (strength, other, factors)
    if best is None:
        return []
    one_word = {"same head", "participants"} <= {f.name for f in best[2]}
    bar = ONE_WORD_BAR if one_word and index.telling_head(denial) else PLAIN_BAR
    return [oppose_denial(index, denial, best, bar)] if best[0] >= bar else []


def oppose_undone(index: ClaimIndex, denial: Claim, near: Sequence[Claim]) -> list[Opposition]:
    """Oppose what one voice says has not happened yet to another's word that it has, by the same verb.

    What has not been done to "them" is left alone: nobody can tell by the verb whether the other did it to the same.
    """
    if denial.attribution is None or not index.telling_head(denial):
        return []
    if POINTED_AT.match(index.text(denial)[denial.head.end - denial.span.start :]):
        return []
    weighed: list[Weighed] = []
    for other in near:
        if index.head(other) != index.head(denial):
            continue
        spoken = other.attribution is not None and other.certainty == "asserted" and other.tense in {"past", "present"}
        if not spoken or one_voice(denial, other) or (denial.moment and other.moment and other.moment > denial.moment):
            continue
        strength, factors = about(index, denial, other)
        if strength >= ONE_WORD_BAR and {"named alike", "participants"} & {f.name for f in factors}:
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-round(w[0], 6), w[1].span))
    return [oppose_denial(index, denial, w, ONE_WORD_BAR) for w in weighed[:1]]


def _inside_negation(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim is a piece of a denied one, or holds one: then its own certainty says little."""
    parent = index.claims.get(claim.parent or "")
    return parent is not None and parent.certainty == "denied"
