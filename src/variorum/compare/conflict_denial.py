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
from variorum.compare.denial_words import (
    ACCUSING,
    BARE,
    CARRIES_ON,
    DENIAL,
    EMBEDDED,
    MODAL_NO,
    NEGATION,
    NO_ANSWER,
    NO_DENIAL,
    POINTING,
    RELATIVE,
)
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import SPEECH_VERBS
from variorum.compare.opposition import Opposition, Side
from variorum.compare.question import question
from variorum.compare.stems import stem
from variorum.model import Claim, Factor

POINTING_BAR = 0.7  # of `about` with the bonuses below
SPOKEN_BAR = 1.1  # the same ...
CHARGED_BAR = 0.9  # ... and where the other side is an accusation
SPOKEN_MARGIN = 0.15  # what is denied may be told by several, down to this much below the most alike
ANSWERED_BAR = 1.0  # the same
ANSWERED_COSINE_BAR = 0.55  # an answer shares the matter with the accusation, not only whose it is ...
NEAR_COSINE_BAR = 0.35  # ... unless it stands right behind it
PLAIN_BAR = 1.1  # of `about`
ONE_WORD_BAR = 0.9  # the same, where both have one word for the happening and for what it happens to
COSINE_BAR = 0.3  # below, no pair is looked at
PLAIN_COSINE_BAR = 0.6  # the same, for plain negation
COPY_COSINE = 0.93  # above, a plain negation is one statement cut in two ways
ALLEGED_BONUS = 0.25  # the other side is itself an accusation
ANTECEDENT_BONUS = 0.3  # it stands right before the denial
DENIER_BONUS = 0.15  # it names who denies
_REACH = 300  # characters before a denial in which its antecedent stands
_LONGEST_DENIAL = 240  # characters: in a longer claim the denial may be an aside
_MOST_ACCUSATIONS = 12  # claims that one pointing denial is set against: who denies everything denies each

_BESIDE = 0.24  # of ANTECEDENT_BONUS: some 60 characters away
_FEWEST_WORDS = 3  # content words of a claim that can be opposed
_SPEECH = frozenset(stem(verb) for verb in SPEECH_VERBS if verb not in {"ask", "call"})  # these may be charged

Weighed = tuple[float, Claim, tuple[Factor, ...]]


def oppose_denials(index: ClaimIndex) -> Sequence[Opposition]:
    """Return denials with the claims that they deny."""
    told = [c for c in index.story.claims if _tells(index, c)]
    found: list[Opposition] = []
    for claim in index.story.claims:
        if claim.certainty in {"expected", "hypothetical", "wanted"} or claim.kind == "fragment":
            continue
        if NO_DENIAL.search(index.text(claim)):
            continue
        if _is_spoken(index, claim):
            found += _spoken(index, claim, told)
        elif claim.certainty == "denied" and claim.negated and not _evades(index.text(claim)):
            found += _answered(index, claim, told) or _plain(index, claim, told)
    return found


def _evades(text: str) -> bool:
    """Tell whether a negated clause gives no answer, or speaks of what cannot or will not be."""
    return bool(NO_ANSWER.search(text) or MODAL_NO.search(text))


def _tells(index: ClaimIndex, claim: Claim) -> bool:
    return (
        claim.certainty in {"asserted", "alleged", "possible"}
        and (claim.kind != "fragment" or claim.segment != "body")  # a piece without a verb tells nothing to deny
        and not DENIAL.search(index.text(claim))
        and not EMBEDDED.search(index.text(claim))
        and len(index.words(claim)) >= _FEWEST_WORDS
        and index.head(claim) not in _SPEECH
    )


def _is_spoken(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim says that somebody denies something, or is what somebody is said to deny."""
    text = index.text(claim)
    after = index.reports[claim.span.report].text[claim.span.end : claim.span.end + 1]
    if len(text) > _LONGEST_DENIAL or (CARRIES_ON.search(text) and after.isspace()):
        return False
    if found := DENIAL.search(text):
        if text[: found.start()].lower().endswith(" to "):
            return False  # somebody is to deny something: nobody has
        return len(index.words(claim)) >= _FEWEST_WORDS or bool(POINTING.search(text))
    cue = claim.certainty_cue or (claim.attribution.cue if claim.attribution else None)
    denied = claim.certainty == "denied" and not claim.negated and cue is not None
    return denied and bool(DENIAL.search(index.reports[claim.span.report].passage(cue))) if cue else False


def _spoken(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Opposition]:
    pointing = bool(POINTING.search(index.text(denial)))
    weighed: list[Weighed] = []
    inside = _named_inside(index, denial, told) if pointing else []
    for other in inside or [other for _, other in index.pairs(COSINE_BAR, [denial], told)]:
        if _one_voice(denial, other) and other not in inside:
            continue
        strength, factors = _weigh_spoken(index, denial, other)
        names = {f.name for f in factors}
        near = next((f.value for f in factors if f.name == "right before"), 0.0)
        back = RELATIVE.match(index.text(denial)) or (near >= _BESIDE and BARE.search(index.text(denial)))
        charged = "an accusation" in names or (near > 0 and bool(back or not pointing))
        if pointing and not (charged and ("names who denies" in names or (near > 0 and (back or other in inside)))):
            continue
        if strength >= (POINTING_BAR if pointing else CHARGED_BAR if charged else SPOKEN_BAR):
            weighed.append((strength, other, factors))
    weighed.sort(key=lambda w: (-round(w[0], 6), w[1].span))
    kept = [w for w in weighed[:_MOST_ACCUSATIONS] if pointing or w[0] >= weighed[0][0] - SPOKEN_MARGIN]
    return [_opposition(index, denial, w, POINTING_BAR if pointing else CHARGED_BAR) for w in kept]


def _named_inside(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Claim]:
    """Return accusations that stand in the denial's own words before the denying ("they say ...; she denied it")."""
    found = DENIAL.search(index.text(denial))
    if found is None:
        return []
    if not ACCUSING.search(index.text(denial)[: found.start()]):
        return []
    until = denial.span.start + found.start()
    return [c for c in told if denial.span.contains(c.span) and c.span.end <= until and len(c.span) < len(denial.span)]


def _weigh_spoken(index: ClaimIndex, denial: Claim, other: Claim) -> tuple[float, tuple[Factor, ...]]:
    strength, factors = about(index, denial, other)
    gap = 0 if denial.span.contains(other.span) else denial.span.start - other.span.end
    near = denial.span.report == other.span.report and 0 <= gap <= _REACH
    near = near and (bool(POINTING.search(index.text(denial))) or _same_word_denied(index, denial, other))
    inside = denial.span.contains(other.span)
    accusing = inside or other.certainty == "alleged" or bool(ACCUSING.search(index.text(other)))
    shared = [e for e in _deniers(index, denial) if e in index.named(other)]
    bonuses = (
        Factor("an accusation", ALLEGED_BONUS * accusing),
        Factor("right before", ANTECEDENT_BONUS * near * (1 - max(0, gap) / _REACH)),
        Factor("names who denies", DENIER_BONUS * bool(shared)),
    )
    return strength + sum(b.value for b in bonuses), (*factors, *(b for b in bonuses if b.value))


def _same_word_denied(index: ClaimIndex, denial: Claim, other: Claim) -> bool:
    """Tell whether what is said to be denied has the other's word for the happening."""
    return not denial.negated and index.telling_head(denial) and index.head(denial) == index.head(other)


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
    for _, other in index.pairs(NEAR_COSINE_BAR, [denial], told):
        if _one_voice(denial, other) or other.tense == "future":
            continue
        strength, factors = _weigh_spoken(index, denial, other)
        bonus = _right_behind(denial, other)
        if bonus and any(f.name == "an accusation" for f in factors):
            strength, factors = strength + bonus, (*factors, Factor("answers right behind", bonus))
        elif index.likeness(denial, other).cosine < ANSWERED_COSINE_BAR:
            continue
        names = {f.name for f in factors}
        accused = "names who denies" in names and (other.certainty == "possible" or "an accusation" in names)
        if not accused and not (other.certainty == "alleged" and other.span.report == denial.span.report):
            continue
        if best is None or (-strength, other.span) < (-best[0], best[1].span):
            best = (strength, other, factors)
    return [_opposition(index, denial, best, ANSWERED_BAR)] if best and best[0] >= ANSWERED_BAR else []


def _right_behind(denial: Claim, other: Claim) -> float:
    """Return what it counts that a denial stands shortly behind a claim, 0 where it does not."""
    gap = denial.span.start - other.span.end
    near = denial.span.report == other.span.report and 0 <= gap <= _REACH
    return ANTECEDENT_BONUS * (1 - gap / _REACH) if near else 0.0


def _plain(index: ClaimIndex, denial: Claim, told: Sequence[Claim]) -> list[Opposition]:
    if denial.kind != "clause" or denial.tense == "future":
        return []  # a longer content says more than what is negated in it
    best: Weighed | None = None
    for _, other in index.pairs(PLAIN_COSINE_BAR, [denial], told):
        if other.span.report == denial.span.report or _one_voice(denial, other):
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


def _one_voice(a: Claim, b: Claim) -> bool:
    return bool(a.attribution and b.attribution and a.attribution.voice and a.attribution.voice == b.attribution.voice)


def _opposition(index: ClaimIndex, denial: Claim, weighed: Weighed, bar: float) -> Opposition:
    strength, other, factors = weighed
    no = Side("denied", (denial, *(c for c in index.siblings(denial) if c.certainty == "denied" and c != denial)))
    yes = Side("told", (other, *(c for c in index.siblings(other) if c.certainty != "denied" and c != other)))
    return Opposition("denial", question(index, other), "", (no, yes), strength, factors, bar)
