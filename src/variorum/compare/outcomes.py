"""Whether one claim tells what came of another that looks ahead: a weighted sum of readable features.

The weights were set by hand and checked over the training stories and the examples; fitted ones (logistic regression,
coordinate ascent on the training stories) did worse on stories left out. `developments` sets the bar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from variorum.compare.forecasts import AHEAD, OUTLIVED, looks_ahead
from variorum.compare.index import ClaimIndex
from variorum.compare.kindred import families
from variorum.compare.lexicon import CANCEL_VERBS, CHANGE_VERBS, word_set
from variorum.compare.stems import stem
from variorum.model import Claim, Factor

WEIGHTS: dict[str, float] = {
    "wording": 0.6,  # cosine of the two vectors
    "rare words": 0.4,  # rarity-weighted Jaccard
    "same head": 0.35,
    "kindred heads": 0.2,  # the outcome's word names a sort of happening that the plan names ("travel", "flew")
    "called off or changed": 0.2,
    "named alike": 0.08,  # for each entity that both name, up to three
    "participants": 0.05,  # for each common participant, up to two
    "days meet": 0.15,
    "said to come": 0.1,  # expected, not only possible
    "later report": 0.25,
    "same report": -0.1,
    "same day elsewhere": -0.05,  # two reports of one day tell one state of affairs
    "earlier report": -0.2,  # by a day that was only inferred
    "told as past": 0.1,
    "in a headline": -0.2,  # headlines put what is to come into the present
    "others tell the plan": 0.4,  # how near the other reports come to it
    "others tell the outcome": 0.4,
    "plan deep in its report": -0.2,  # position, reaching the full weight at DEEP characters
    "outcome deep in its report": -0.2,
}
DEEP = 2000
COSINE_BAR = 0.2  # below, no pair is looked at
FEWEST_WORDS = 1  # content words that are not of time: "Tuesday evening" plans nothing
MOST_LOOKED_AT = 60  # outcomes weighed for one claim, the most alike by cosine
COPY_COSINE = 0.88  # above, without a word that looks ahead, both are one statement with one certainty misread
COPY_WORDS = 0.7  # the same, of the rarity-weighted share of words

CALLED_OFF = re.compile(
    r"\b(?:called|put) off\b|\bbacked (?:off|out|down|away)\b|\bcame to nothing\b|\b(?:moved up|brought forward)\b|"
    r"\b(?:sooner|earlier|later) than\b|\bno longer\b",
    re.IGNORECASE,
)
"""Phrases by which a clause tells that something came otherwise, whatever its head."""
_CALLED_OFF = frozenset(stem(verb) for verb in CANCEL_VERBS | CHANGE_VERBS)
_TIMES = frozenset(
    stem(word)
    for word in word_set(
        "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday morning afternoon evening "
        "night noon week month year january february march april june july august september october november december"
    )
)
"""Words of time: a piece of a sentence that holds nothing else ("Tuesday evening") plans and tells nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """A claim that looks ahead and one that can tell what came of it.

    `added` names each feature that the pair has, with what it adds to the strength.
    """

    before: Claim
    after: Claim
    strength: float
    added: tuple[tuple[str, float], ...]

    @property
    def factors(self) -> tuple[Factor, ...]:
        """What the strength is made of, made only for the few links that are shown."""
        return tuple(Factor(name, value) for name, value in self.added)


@dataclass(frozen=True, slots=True)
class _Side:
    """What weighing a pair needs of each claim, found once for the many pairs that a claim is in.

    Its words look `ahead`, or tell that something was `called_off` or changed; `kinds` are the families of its words.
    """

    claim: Claim
    day: date | None
    ahead: bool
    called_off: bool
    kinds: frozenset[int]
    head_kinds: frozenset[int]
    support: float


def weigh_outcomes(index: ClaimIndex) -> list[Link]:
    """Return every weighed pair of forecast and outcome, the strongest first."""
    ahead = [c for c in index.story.claims if looks_ahead(index, c) and _tells(index, c)]
    after = _outcomes(index)
    pairs = [(before, claim) for before in ahead for claim in _nearest(index, before, after)]
    sides = {claim.id: _side(index, claim) for claim in {c.id: c for pair in pairs for c in pair}.values()}
    links = [link for a, b in pairs if (link := _weigh(index, sides[a.id], sides[b.id]))]
    return sorted(links, key=lambda k: (-round(k.strength, 6), k.before.span, k.after.span, k.before.id, k.after.id))


def _tells(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim says enough to be a plan or an outcome: more than a time."""
    return len(index.words(claim) - _TIMES) >= FEWEST_WORDS


def _outcomes(index: ClaimIndex) -> list[Claim]:
    """Return the claims that can tell an outcome: plain ones without words that look ahead."""
    return [
        c
        for c in index.story.claims
        if c.certainty in {"asserted", "denied"}
        and c.tense != "future"
        and _tells(index, c)
        and not AHEAD.search(index.text(c))
    ]


def _nearest(index: ClaimIndex, before: Claim, after: Sequence[Claim]) -> list[Claim]:
    if not after:
        return []
    cosines = index.story.vectors[[index.row[c.id] for c in after]] @ index.story.vectors[index.row[before.id]]
    order = np.argsort(-np.round(cosines, 6), kind="stable")[:MOST_LOOKED_AT]
    return [after[i] for i in order if cosines[i] >= COSINE_BAR]


def _side(index: ClaimIndex, claim: Claim) -> _Side:
    head, text = index.head(claim), index.text(claim)
    return _Side(
        claim,
        index.day(claim),
        bool(AHEAD.search(text)),
        head in _CALLED_OFF or bool(CALLED_OFF.search(text)),
        families(index.words(claim)),
        families([head]),
        float(index.support()[index.row[claim.id]]),
    )


def _weigh(index: ClaimIndex, plan: _Side, outcome: _Side) -> Link | None:
    before, after = plan.claim, outcome.claim
    if index.nested(before, after):
        return None
    first, second = plan.day, outcome.day
    if first and second and second < first and not _may_be_later(index, before, after):
        return None
    if (after.moment and second and after.moment.first > second) or _long_before(index, before, after):
        return None
    if index.point.get(before.id, before.id) == index.point.get(after.id, after.id):
        return None  # one telling; the certainty of one of them was misread
    like = index.likeness(before, after)
    if (like.cosine > COPY_COSINE or like.words > COPY_WORDS) and not plan.ahead:
        return None
    elsewhere = before.span.report != after.span.report
    amounts: dict[str, float] = {
        "wording": like.cosine,
        "rare words": like.words,
        "same head": like.same_head,
        "named alike": min(3, len(like.entities)),
        "participants": min(2, len(like.participants)),
        "days meet": before.moment is not None and after.moment is not None and before.moment.meets(after.moment),
        "kindred heads": not outcome.head_kinds.isdisjoint(plan.kinds) and index.head(after) not in index.words(before),
        "called off or changed": outcome.called_off,
        "said to come": before.certainty == "expected",
        "later report": first is not None and second is not None and second > first,
        "same report": not elsewhere,
        "same day elsewhere": elsewhere and first is not None and first == second,
        "earlier report": first is not None and second is not None and second < first,
        "told as past": after.tense == "past",
        "in a headline": "title" in {before.segment, after.segment},
        "others tell the plan": plan.support,
        "others tell the outcome": outcome.support,
        "plan deep in its report": min(1.0, before.span.start / DEEP),
        "outcome deep in its report": min(1.0, after.span.start / DEEP),
    }
    added = tuple((name, WEIGHTS[name] * amount) for name, amount in amounts.items() if amount)
    return Link(before, after, sum(value for _, value in added), added)


def _long_before(index: ClaimIndex, before: Claim, after: Claim) -> bool:
    """Tell whether the outcome's own day lies before the report that still looks ahead."""
    day = index.day(before)
    if day is None or after.moment is None or not index.dated_itself(after) or OUTLIVED.search(index.text(before)):
        return False
    still_ahead = before.tense in {"future", "present"} or before.segment == "title"
    return still_ahead and (day - after.moment.last).days > 1


def _may_be_later(index: ClaimIndex, before: Claim, after: Claim) -> bool:
    """Tell whether two reports' days lie one apart and one of them was only inferred: then their order is open."""
    days = [index.reports[c.span.report].published for c in (before, after)]
    if days[0].day is None or days[1].day is None or abs((days[0].day - days[1].day).days) > 1:
        return False
    return any(d.basis == "inferred" for d in days)
