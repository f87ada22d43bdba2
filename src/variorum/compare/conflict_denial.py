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

import re
from collections.abc import Sequence

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex, stem
from variorum.compare.lexicon import CHARGE_WORDS, DENIAL_WORDS, NEGATION_WORDS, SPEECH_VERBS
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.model import Claim, Factor

POINTING_BAR = 0.7  # of `about` with the bonuses below
SPOKEN_BAR = 0.9  # the same
SPOKEN_MARGIN = 0.15  # what is denied may be told by several, down to this much below the most alike
ANSWERED_BAR = 1.05  # the same
PLAIN_BAR = 1.1  # of `about`
COSINE_BAR = 0.3  # below, no pair is looked at
PLAIN_COSINE_BAR = 0.6  # the same, for plain negation
COPY_COSINE = 0.93  # above, a plain negation is one statement cut in two ways
ALLEGED_BONUS = 0.25  # the other side is itself an accusation
ANTECEDENT_BONUS = 0.3  # it stands right before the denial
DENIER_BONUS = 0.15  # it names who denies
_REACH = 300  # characters before a denial in which its antecedent stands
_LONGEST_DENIAL = 240  # characters: in a longer claim the denial may be an aside
_MOST_ACCUSATIONS = 4  # claims that one pointing denial is set against

_DENIAL = re.compile(DENIAL_WORDS, re.IGNORECASE)
_CHARGE = re.compile(CHARGE_WORDS, re.IGNORECASE)
_BACK = r"(?:it|this|that|them|(?:alleg|accus)\w+|claims?|charges?|reports?|suggestions?|wrongdoing|story)"
_POINTING = re.compile(
    rf"\b(?:den|reject|dismiss|disput|refut|rebut)\w*\s+(?:\w+\s+){{0,3}}?{_BACK}\b(?!\s+(?:that|of|he|she))"
    r"|^(?:which|that|(?:an? )?(?:claims?|charges?|(?:alleg|accus)\w+))\b[^.]*\b(?:den|reject|dismiss|disput)\w+\W*$"
    r"|innocence|wrongdoing"
    r"|\b(?:alleg|accus|claim|charge|report|story)\w*\b[^.]*\b(?:false|untrue|baseless|unfounded|fabricated)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^(?:which|that|an? )", re.IGNORECASE)
_NEGATION = re.compile(NEGATION_WORDS, re.IGNORECASE)
_SPEECH = frozenset(stem(verb) for verb in SPEECH_VERBS if verb not in {"ask", "call"})  # these may be charged
_FEWEST_WORDS = 3  # content words of a claim that can be opposed
_NO_ANSWER = re.compile(
    r"\b(comment|immediately|clear|known?|respond|reached|available|sure|certain|yet|specif\w+|say|said|only|just)\b",
    re.IGNORECASE,
)

_NO_DENIAL = re.compile(
    r"\bneither\b.*\bdeny|\bnor deny|\b(?:confirm|say|know) (?:n?or|or) deny|\bdeny whether|\buntil\b|[\"“]no[\"”]",
    re.IGNORECASE,
)
"""What only looks like a denial: no answer at all, a matter of time, a vote."""

Weighed = tuple[float, Claim, tuple[Factor, ...]]


def oppose_denials(index: ClaimIndex) -> Sequence[Opposition]:
    """Return denials with the claims that they deny."""
    told = [c for c in index.story.claims if _tells(index, c)]
    found: list[Opposition] = []
    for claim in index.story.claims:
        if claim.certainty in {"expected", "hypothetical", "wanted"} or claim.kind == "fragment":
            continue
        if _NO_DENIAL.search(index.text(claim)):
            continue
        if _is_spoken(index, claim):
            found += _spoken(index, claim, told)
        elif claim.certainty == "denied" and claim.negated and not _NO_ANSWER.search(index.text(claim)):
            found += _answered(index, claim, told) or _plain(index, claim, told)
    return found


def _tells(index: ClaimIndex, claim: Claim) -> bool:
    return (
        claim.certainty in {"asserted", "alleged", "possible"}
        and not _DENIAL.search(index.text(claim))
        and len(index.words(claim)) >= _FEWEST_WORDS
        and index.head(claim) not in _SPEECH
    )


def _is_spoken(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim says that somebody denies something, or is what somebody is said to deny."""
    text = index.text(claim)
    if len(text) > _LONGEST_DENIAL:
        return False
    if _DENIAL.search(text):
        return len(index.words(claim)) >= _FEWEST_WORDS or bool(_POINTING.search(text))
    cue = claim.certainty_cue or (claim.attribution.cue if claim.attribution else None)
    denied = claim.certainty == "denied" and not claim.negated and cue is not None
    return denied and bool(_DENIAL.search(index.reports[claim.span.report].passage(cue))) if cue else False


def _spoken(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Opposition]:
    pointing = bool(_POINTING.search(index.text(denial)))
    bar = POINTING_BAR if pointing else SPOKEN_BAR
    weighed: list[Weighed] = []
    for _, other in index.pairs(COSINE_BAR, [denial], told):
        if _one_voice(denial, other):
            continue
        strength, factors = _weigh_spoken(index, denial, other)
        charged = any(f.name == "an accusation" for f in factors) or (
            _RELATIVE.match(index.text(denial)) and any(f.name == "right before" for f in factors)
        )
        aimed = any(f.name in {"names who denies", "right before"} for f in factors)
        if strength >= bar and (not pointing or (charged and aimed)):
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-round(w[0], 6), w[1].span))
    kept = [w for w in weighed[:_MOST_ACCUSATIONS] if pointing or w[0] >= weighed[0][0] - SPOKEN_MARGIN]
    return [_opposition(index, denial, w, bar) for w in kept]


def _weigh_spoken(index: ClaimIndex, denial: Claim, other: Claim) -> tuple[float, tuple[Factor, ...]]:
    strength, factors = about(index, denial, other)
    gap = denial.span.start - other.span.end
    near = denial.span.report == other.span.report and 0 <= gap <= _REACH and bool(_POINTING.search(index.text(denial)))
    accusing = other.certainty == "alleged" or bool(_CHARGE.search(index.text(other)))
    shared = [e for e in _deniers(index, denial) if e in index.named(other)]
    bonuses = (
        Factor("an accusation", ALLEGED_BONUS * accusing),
        Factor("right before", ANTECEDENT_BONUS * near * (1 - max(0, gap) / _REACH)),
        Factor("names who denies", DENIER_BONUS * bool(shared)),
    )
    return strength + sum(b.value for b in bonuses), (*factors, *(b for b in bonuses if b.value))


def _deniers(index: ClaimIndex, denial: Claim) -> list[str]:
    agents = {p.entity for p in denial.participants if p.role == "agent" and p.entity}
    if denial.attribution and denial.attribution.voice:
        agents.add(denial.attribution.voice)
    return sorted(agents) or sorted(index.named(denial))


def _answered(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Opposition]:
    """Oppose a negated clause that a voice is given to what that voice is accused of."""
    if denial.attribution is None or denial.tense == "future" or len(denial.span) > _LONGEST_DENIAL:
        return []
    best: Weighed | None = None
    for _, other in index.pairs(COSINE_BAR, [denial], told):
        if _one_voice(denial, other) or other.tense == "future":
            continue
        strength, factors = _weigh_spoken(index, denial, other)
        names = {f.name for f in factors}
        if "names who denies" not in names or not ("an accusation" in names or other.certainty == "possible"):
            continue
        if best is None or (-strength, other.span) < (-best[0], best[1].span):
            best = (strength, other, factors)
    return [_opposition(index, denial, best, ANSWERED_BAR)] if best and best[0] >= ANSWERED_BAR else []


def _plain(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Opposition]:
    if denial.kind != "clause" or denial.tense == "future":
        return []  # a longer content says more than what is negated in it
    best: Weighed | None = None
    for _, other in index.pairs(PLAIN_COSINE_BAR, [denial], told):
        if other.span.report == denial.span.report or _one_voice(denial, other):
            continue
        if _NEGATION.search(index.text(other)):
            continue
        if denial.moment and other.moment and not denial.moment.meets(other.moment):
            continue
        like = index.likeness(denial, other)
        if like.cosine > COPY_COSINE or other.tense == "future" or _inside_negation(index, other):
            continue
        strength, factors = about(index, denial, other)
        if best is None or (-strength, other.span) < (-best[0], best[1].span):
            best = (strength, other, factors)
    return [_opposition(index, denial, best, PLAIN_BAR)] if best and best[0] >= PLAIN_BAR else []


def _inside_negation(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim is a piece of a denied one, or holds one: then its own certainty says little."""
    parent = index.claims.get(claim.parent or "")
    return parent is not None and parent.certainty == "denied"


def _one_voice(a: Claim, b: Claim) -> bool:
    return bool(a.attribution and b.attribution and a.attribution.voice and a.attribution.voice == b.attribution.voice)


def _opposition(index: ClaimIndex, denial: Claim, weighed: Weighed, bar: float) -> Opposition:
    strength, other, factors = weighed
    no = Side("denied", (denial, *(c for c in index.siblings(denial) if c.certainty == "denied" and c != denial)))
    yes = Side("told", (other, *(c for c in index.siblings(other) if c.certainty != "denied" and c != other)))
    return Opposition("denial", question(index, other), "", (no, yes), strength, factors, bar)
