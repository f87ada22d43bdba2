"""From the words that name a speaker to the entity: names, pronouns, and nouns such as "the minister"."""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.annotate.apposed import person_beside
from variorum.annotate.bodies import BODIES, body_before, body_named, body_spoken_of
from variorum.annotate.capitals import bears_capital
from variorum.annotate.cast import SINGULAR, Cast, entity_of
from variorum.annotate.cues import DOCUMENTS
from variorum.annotate.saying import Saying
from variorum.annotate.sources import phrase
from variorum.annotate.speakers import IT, PLURAL, Voice, impersonal, spoken_by
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_SIGNED = words("statement letter post tweet message release email e-mail memo note communique communiqué telegram")
"""Documents that speak for whoever wrote them; a report or a study speaks for itself."""
_COMPANIES = words("company firm group agency organization organisation university hospital party ministry department")


def voices(tree: Tree, cast: Cast, sayings: tuple[Saying, ...]) -> tuple[Voice, ...]:
    """Return the voice of each saying, in the sayings' order."""
    found: list[Voice] = []
    for saying in sayings:
        if saying.follows:
            before = [voice for voice, earlier in zip(found, sayings, strict=False) if earlier.kind != "act"]
            found.append(before[-1] if before else Voice(None, None))
        elif saying.speaker is None:
            found.append(Voice(None, None))
        else:
            earlier = list(zip(sayings, found, strict=False))
            voice = _again(tree, cast, saying, earlier) or _voice(tree, cast, saying, found[-1] if found else None)
            found.append(replace(voice, source=saying.source))
    return tuple(replace(voice, through=_through(sayings, found, number)) for number, voice in enumerate(found))


def _through(sayings: tuple[Saying, ...], found: list[Voice], number: int) -> tuple[str, ...]:
    """Return the voices around a saying: those in whose content its cue stands, the tightest content first."""
    cue = sayings[number].cue
    if cue is None:
        return ()
    around = [
        (sum(end - start for start, end in other.content), found[n].text or "" if found[n].entity is not None else "")
        for n, other in enumerate(sayings)
        if n != number and other.kind != "act" and any(start <= cue[0] < end for start, end in other.content)
    ]
    names = dict.fromkeys(text for _, text in sorted(around) if text and text != found[number].text)
    return tuple(names)


def _again(tree: Tree, cast: Cast, saying: Saying, earlier: list[tuple[Saying, Voice]]) -> Voice | None:
    """Return the voice that a definite noun takes up: "the spokeswoman", "the statement", "the two countries".

    A noun takes up the last voice named with it; a document the voice that spoke in one; a pair of "countries" or
    "sides" the two places that the report is about, where two stand out.
    """
    if saying.speaker is None or saying.source is None or entity_of(tree, cast, saying.speaker) is not None:
        return None
    text = tree.text(*saying.source).lower()
    lemma = tree.lemmas[saying.speaker]
    if re.fullmatch(r"(both|both the|the|the two|these two) (countries|sides|nations|governments|capitals)", text):
        return _pair(cast)
    if not text.startswith("the ") or len(text.split()) > 3:
        return None
    if lemma in _SIGNED and any(tree.lemmas[owner] in _COMPANIES for owner in tree.dependents(saying.speaker, "nmod")):
        return None  # "the company's statement" is the company's, whoever spoke last
    body = _body(tree, cast, saying.speaker, earlier[-1][1] if earlier else None)
    if body is not None:
        return Voice(body, cast.names[body].name)
    for before, voice in reversed(earlier):
        if lemma in DOCUMENTS and before.cue is not None and _spoke_in(tree, before.cue[0], lemma):
            return voice
        told = tree.text(*before.source).lower() if before.source else ""
        taken_up = re.search(rf"\b{re.escape(lemma)}\b", told) and told != text
        if lemma not in DOCUMENTS and taken_up and not _one_for_many(cast, lemma, voice.entity):
            return voice
    return None


def _body(tree: Tree, cast: Cast, head: int, last: Voice | None) -> int | None:
    """Return the organization that a definite noun takes up: by its own name, else the one last spoken of."""
    named = body_named(tree, cast, head)
    return named if named is not None else body_spoken_of(tree, cast, head, last)


def _one_for_many(cast: Cast, lemma: str, entity: int | None) -> bool:
    """Tell whether a noun for a body of people would be taken for a person, or for a capital's government."""
    if entity is None or lemma not in BODIES or lemma in DOCUMENTS:
        return False
    return cast.names[entity].kind != "organization" or bears_capital(cast.names[entity].name)


def _spoke_in(tree: Tree, cue: int, document: str) -> bool:
    return any(tree.lemmas[child] == document for child in tree.dependents(cue, "obl"))


def _pair(cast: Cast) -> Voice | None:
    """Return the two countries that a report names most, None where a third comes near them.

    Where it names no two places, two capitals that it names for their governments count.
    """
    places = [entity for entity in cast.names if entity.kind == "place"]
    capitals = [entity for entity in cast.names if entity.kind == "organization" and bears_capital(entity.name)]
    named = {entity.name: len(entity.mentions) for entity in (places if len(places) > 1 else capitals)}
    ranked = sorted(named, key=lambda name: -named[name])
    if len(ranked) < 2 or (len(ranked) > 2 and named[ranked[2]] * 3 > named[ranked[1]] * 2):
        return None
    return Voice(None, " and ".join(ranked[:2]))


def _voice(tree: Tree, cast: Cast, saying: Saying, last: Voice | None) -> Voice:
    speaker = saying.speaker
    if speaker is None:
        return Voice(None, None)
    start, end = saying.source or phrase(tree, speaker)
    words = tree.text(start, end)
    word = tree.word(speaker)
    if word in SINGULAR:
        return spoken_by(tree, cast, saying, last)
    entity = entity_of(tree, cast, speaker)
    if entity is None or cast.names[entity].kind != "person":
        beside = person_beside(tree, cast, (start, end), saying.cue)
        entity = entity if beside is None else beside
    if entity is not None:
        return Voice(entity, cast.names[entity].name)
    if word in IT and (body := body_before(tree, cast, speaker)) is not None:
        return Voice(body, cast.names[body].name)
    if word in PLURAL or word in IT:
        return impersonal(cast, last, words)
    entity = _author(tree, cast, speaker, last)
    if entity is None:
        entity = _nominal(tree, cast, speaker, last)
    if entity is not None:
        span = tree.span(start, end)
        cast.references.append((entity, span.start, span.end, "nominal"))
        return Voice(entity, cast.names[entity].name)
    return Voice(None, words)


def _author(tree: Tree, cast: Cast, head: int, last: Voice | None) -> int | None:
    """Return whose words a document carries: "a statement from the port", "the port's statement"; None for others."""
    if tree.lemmas[head] not in _SIGNED:
        return None
    for child in tree.dependents(head, "nmod"):
        case = next((tree.word(mark) for mark in tree.dependents(child, "case")), "")
        if tree.reading.deprels[child] == "nmod:poss" or case in ("from", "by"):
            found = entity_of(tree, cast, child)
            if found is None and tree.lemmas[child] in _COMPANIES:
                found = _body(tree, cast, child, last)
            if found is None and last is not None and last.entity is not None and tree.lemmas[child] in _COMPANIES:
                found = last.entity if cast.names[last.entity].kind == "organization" else None
            if found is not None and cast.names[found].kind in ("person", "organization"):
                return found
    return None


def _nominal(tree: Tree, cast: Cast, head: int, last: Voice | None) -> int | None:
    """Return the entity that a definite noun stands for: one whose role says so, or the speaker just before."""
    start, end = phrase(tree, head)
    determiners = [tree.word(child) for child in tree.dependents(head, "det")]
    if not any(word in ("the", "this", "that") for word in (tree.word(start), *determiners)):
        return None
    lemma = tree.lemmas[head]
    holders = [
        number for number in sorted(cast.roles) if any(lemma in role.lower().split() for role in cast.roles[number])
    ]
    named = [number for number in holders if cast.names[number].mentions[0][0] < tree.starts[head]]
    seen = [number for number in named if not _one_for_many(cast, lemma, number)]
    if len(seen) == 1:
        return seen[0]
    if last is None or last.entity is None:
        return None
    aged = re.search(r"-olds?$", tree.text(start, end)) is not None and cast.names[last.entity].kind == "person"
    return last.entity if last.entity in seen or aged else None
