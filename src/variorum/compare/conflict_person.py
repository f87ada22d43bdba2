"""Who: a role that one person holds, given to two persons in two tellings of one happening.

The role is read from the words right before the name ("Deputy Prime Minister Ann Lee") or from an apposition to it
("Ann Lee, the harbour master who ...", "the harbour master who ..., Ann Lee"); the same role with another name in a
clause about the same thing makes the opposition, unless either clause names both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.compare.closeness import about
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import TITLES, word_set
from variorum.compare.nations import NATIONS
from variorum.compare.opposition import Opposition, Side
from variorum.model import Claim, Factor, Span

BAR = 0.75  # of `about`
COSINE_BAR = 0.4  # below, no pair is looked at
_LONGEST_ROLE = 60  # characters before a name that can hold its role
_ROLE = re.compile(r"((?:[\w'’.-]+[ ]+){1,5})$")
_COMMON = frozenset({"president", "senator", "representative", "leader", "judge", "general", "pilot", "director"})
"""Titles that many hold at a time, unless another word narrows them."""
_QUALIFIERS = word_set(
    "prime foreign defense defence interior finance justice health education attorney general chief executive vice "
    "deputy first acting interim financial operating police fire environment energy trade labor labour transport "
    "agriculture treasury state home armed press information culture managing"
)
"""Words that narrow a title."""


_AFTER = re.compile(
    r"^,\s+(?:the|its|their|his|her)\s+((?:[a-z][\w'’-]*\s+){0,3}?[a-z][\w'’-]*)(?=\s+(?:who|of|for|at|in)\b|[,.;]|$)"
)
_BEFORE = re.compile(
    r"\b(?:the|its|their)\s+((?:[a-z][\w'’-]*\s+){0,3}?[a-z][\w'’-]*)\s+who\b[^.;]{3,80},\s*$", re.IGNORECASE
)
_POSSESSED = re.compile(r"['’]s\s+((?:[a-z][\w'’-]*\s+){0,3}?[a-z][\w'’-]*),\s*$")
_LIKE_WORDS = 0.2  # of the rarity-weighted share: then the clauses need name nobody in common


@dataclass(frozen=True, slots=True)
class _Holder:
    claim: Claim
    role: str
    entity: str
    span: Span


def oppose_persons(index: ClaimIndex) -> Sequence[Opposition]:
    """Return pairs of claims that give one role to two persons."""
    holders = [h for claim in index.story.claims for h in _holders(index, claim)]
    by_role: dict[str, list[_Holder]] = {}
    for holder in holders:
        by_role.setdefault(holder.role, []).append(holder)
    found = []
    for role, same in sorted(by_role.items()):
        for i, a in enumerate(same):
            for b in same[i + 1 :]:
                one = _oppose(index, a, b, role)
                if one:
                    found.append(one)
    return found


def _holders(index: ClaimIndex, claim: Claim) -> list[_Holder]:
    found = []
    text = index.reports[claim.span.report].text
    for entity_id, mentions in index.named(claim).items():
        entity = index.entity(entity_id)
        if entity is None or entity.kind not in {"person", "other"}:
            continue
        for mention in mentions:
            if mention.form != "name":
                continue
            role = _role(text[max(claim.span.start, mention.span.start - _LONGEST_ROLE) : mention.span.start])
            role = role or _apposed(
                text[claim.span.start : mention.span.start], text[mention.span.end : claim.span.end]
            )
            if role:
                found.append(_Holder(claim, role, entity_id, mention.span))
    return found


def _role(before: str) -> str | None:
    """Return the role that the words before a name give, without its country; None when they give none."""
    match = _ROLE.search(before)
    words = [re.sub(r"['’]s$", "", w).strip(".").lower() for w in match.group(1).split()] if match else []
    if not words or words[-1] not in TITLES:
        return None
    role = [words.pop()]
    while words and (words[-1] in TITLES or words[-1] in _QUALIFIERS):
        role.insert(0, words.pop())
    role = [w for w in role if w not in NATIONS and w not in {"former", "ex"}]
    if "former" in words[-1:] or (len(role) < 2 and role[-1] in _COMMON):
        return None
    return " ".join(role)


def _apposed(before: str, after: str) -> str | None:
    """Return the role that an apposition gives, as `_role` does; one of a single common word is too little."""
    match = _AFTER.search(after) or _BEFORE.search(before) or _POSSESSED.search(before)
    if match is None:
        return None
    words = [w.lower() for w in match.group(1).split() if w.lower() not in NATIONS]
    if len(words) < 2 or words[-1] not in TITLES or words[0] in {"former", "ex", "acting", "new", "old", "late"}:
        return None
    return " ".join(words)


def _oppose(index: ClaimIndex, a: _Holder, b: _Holder, role: str) -> Opposition | None:
    if a.entity == b.entity or a.claim.span.report == b.claim.span.report or index.nested(a.claim, b.claim):
        return None
    if a.entity in index.named(b.claim) or b.entity in index.named(a.claim):
        return None
    first, second = index.entity(a.entity), index.entity(b.entity)
    if (
        first is None
        or second is None
        or {w.lower() for w in first.name.split()} & {w.lower() for w in second.name.split()}
    ):
        return None  # one surname: the same person under two first names, or relatives
    like = index.likeness(a.claim, b.claim)
    strength, factors = about(index, a.claim, b.claim)
    if like.cosine < COSINE_BAR or strength < BAR or not (like.entities or like.words >= _LIKE_WORDS):
        return None
    names = {h.entity: e.name for h in (a, b) if (e := index.entity(h.entity))}
    sides = sorted((Side(names[h.entity], (h.claim,), (h.span,)) for h in (a, b)), key=lambda s: s.value)
    reason = Factor("one role, two persons", 0.0, role, (a.span, b.span))
    return Opposition("person", role, role, (sides[0], sides[1]), strength, (*factors, reason), BAR)
