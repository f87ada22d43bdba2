"""What: two clauses that are the same but for two words that cannot both hold ("backs the bill", "opposes the bill").

Opposite words about one name are mostly two happenings, one after the other: arrived and left, fell and rose, charged
and cleared. So all else that the two clauses say has to be the same, word for word or nearly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.compare.antonyms import opposed, opposites
from variorum.compare.denial_words import NEGATION
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.stems import stem
from variorum.model import Claim, Factor, Span

BAR = 0.7  # share of all other content words, weighted by rarity, that both clauses have
FEWEST = 2  # other content words that both have
COSINE_BAR = 0.45  # below, no pair is looked at
LONGEST = 160  # characters: a longer clause tells more than one thing
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FIT = frozenset({"asserted", "alleged"})


def oppose_opposites(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims of two reports that hold two opposites and else the same words."""
    fit = [c for c in index.story.claims if _fit(index, c)]
    found = []
    for a, b in index.pairs(COSINE_BAR, fit, fit):
        if a.span < b.span and a.span.report != b.span.report:
            one = _oppose(index, a, b)
            if one:
                found.append(one)
    return found


def _fit(index: ClaimIndex, claim: Claim) -> bool:
    return (
        claim.certainty in _FIT
        and claim.tense != "future"
        and len(claim.span) <= LONGEST
        and any(map(opposites, index.words(claim)))
        and not NEGATION.search(index.text(claim))
    )


def _oppose(index: ClaimIndex, a: Claim, b: Claim) -> Opposition | None:
    mine, yours = index.words(a), index.words(b)
    pairs = opposed(mine - yours, yours - mine)
    if not pairs or (a.moment and b.moment and not a.moment.meets(b.moment)):
        return None
    word, against = pairs[0]
    both, either = mine & yours, (mine | yours) - {word, against}
    rest = index.rarity(both) / (index.rarity(either) or 1.0)
    if len(both) < FEWEST or rest < BAR:
        return None
    spans = (_place(index, a, word), _place(index, b, against))
    values = [index.reports[s.report].passage(s) for s in spans]
    sides = sorted((Side(v.lower(), (c,), (s,)) for c, v, s in zip((a, b), values, spans, strict=True)), key=_value)
    factors = (
        Factor("all other words", rest, f"{rest:.2f}"),
        Factor("opposites", 0.0, " / ".join(s.value for s in sides), spans),
    )
    return Opposition("other", question(index, a, spans[0]), word, (sides[0], sides[1]), rest, factors, BAR)


def _value(side: Side) -> str:
    return side.value


def _place(index: ClaimIndex, claim: Claim, wanted: str) -> Span:
    """Return where a claim has the word of a stem; its head where the stem is not found again."""
    report = claim.span.report
    for match in _WORD.finditer(index.text(claim)):
        if stem(match.group().lower()) == wanted:
            return Span(report, claim.span.start + match.start(), claim.span.start + match.end())
    return claim.head
