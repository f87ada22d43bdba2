"""What: two clauses that are the same but for two words that cannot both hold ("backs the bill", "opposes the bill").

Opposite words about one name are mostly two happenings, one after the other: arrived and left, fell and rose, charged
and cleared. So all else that the two clauses say has to be the same, word for word or nearly. Two sorts of opposites
are no happenings that follow each other, and may stand in other words: how things stand or where somebody stands
("supports", "opposes"), and whether one person was made to leave or left ("fired", "stepped down").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.compare.antonyms import FORCED_OUT, STATES, WENT, opposed, opposites
from variorum.compare.closeness import weigh
from variorum.compare.denial_words import NEGATION
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.stems import stem
from variorum.model import Claim, Factor, Span

BAR = 0.7  # share of all other content words, weighted by rarity, that both clauses have
FEWEST = 2  # other content words that both have
COSINE_BAR = 0.45  # below, no pair is looked at
STATES_BAR = 0.8  # of `weigh`, for opposite states
STATES_COSINE = 0.7
LEAVING_BAR = 1.0  # one person is dismissed and resigns; nothing else is weighed
LONGEST = 160  # characters: a longer clause tells more than one thing
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DOWN = re.compile(r"\bst[ae]p\w* (?:down|aside)\b", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we"})
_FIT = frozenset({"asserted", "alleged"})


def oppose_opposites(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims that hold two opposites and are about one thing."""
    fit = [c for c in index.story.claims if _fit(index, c)]
    found = []
    for a, b in index.pairs(COSINE_BAR, fit, fit):
        if a.span < b.span:
            one = _stands(index, a, b) or (_oppose(index, a, b) if a.span.report != b.span.report else None)
            if one:
                found.append(one)
    forced = [c for c in fit if index.head(c) in FORCED_OUT]
    went = [c for c in fit if index.head(c) in WENT]
    return [*found, *(one for a in forced for b in went if (one := _left(index, a, b)))]


def _stands(index: ClaimIndex, a: Claim, b: Claim) -> Opposition | None:
    """Oppose two clauses whose heads are opposite states of one matter, told by two voices or of one person."""
    heads = index.head(a), index.head(b)
    if not set(heads) <= STATES or heads[1] not in opposites(heads[0]) or index.nested(a, b):
        return None
    who = [_named_agents(c) for c in (a, b)]
    if (who[0] and who[1] and not who[0] & who[1]) or (a.moment and b.moment and not a.moment.meets(b.moment)):
        return None
    if a.span.report == b.span.report and _voice(a) == _voice(b):
        return None
    like = index.likeness(a, b)
    strength, factors = weigh(index, like)
    if strength < STATES_BAR or like.cosine < STATES_COSINE or not like.words:
        return None
    return _by_heads(index, (a, b), (strength, factors), STATES_BAR)


def _named_agents(claim: Claim) -> set[str]:
    """Return who acts by name; whom "he" means in a voice's words ("she says that he ...") is too unsure."""
    return {p.entity for p in claim.participants if p.role == "agent" and p.entity and p.lemma not in _PRONOUNS}


def _left(index: ClaimIndex, forced: Claim, went: Claim) -> Opposition | None:
    """Oppose a clause that has somebody dismissed to one that has the same person resign."""
    if index.head(forced) not in FORCED_OUT or index.head(went) not in WENT or index.nested(forced, went):
        return None
    if index.head(went) == stem("step") and not _DOWN.search(index.text(went)):
        return None
    out = {p.entity for p in forced.participants if p.role == "patient" and p.entity}
    one = out & {p.entity for p in went.participants if p.role == "agent" and p.entity}
    if not one or (forced.moment and went.moment and not forced.moment.meets(went.moment)):
        return None
    name = entity.name if (entity := index.entity(min(one))) else ""
    factors = (Factor("one person leaves", LEAVING_BAR, name),)
    return _by_heads(index, (forced, went), (LEAVING_BAR, factors), LEAVING_BAR)


def _by_heads(
    index: ClaimIndex, pair: tuple[Claim, Claim], weighed: tuple[float, tuple[Factor, ...]], bar: float
) -> Opposition:
    sides = sorted(
        (Side(index.reports[c.span.report].passage(c.head).lower(), (c,), (c.head,)) for c in pair), key=_value
    )
    reason = Factor("opposites", 0.0, " / ".join(s.value for s in sides), tuple(c.head for c in pair))
    topic = " / ".join(sorted(index.head(c) for c in pair))
    asked = question(index, pair[0], pair[0].head)
    return Opposition("other", asked, topic, (sides[0], sides[1]), weighed[0], (*weighed[1], reason), bar)


def _voice(claim: Claim) -> str | None:
    return (claim.attribution.voice or claim.attribution.text) if claim.attribution else None


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
