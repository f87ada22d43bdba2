"""A voice, and the pronouns that take up one: "he", "she", "it", "they"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.annotate.cast import SINGULAR, Cast, fits_gender, person_meant
from variorum.annotate.saying import Saying
from variorum.annotate.tree import Tree

PLURAL = frozenset(("they", "them", "their", "both", "themselves"))

IT = frozenset(("it", "its", "itself"))

_DESCRIBED = re.compile(r"(?:an?|the|one|another|(?:[\w-]+ ){0,3}[\w-]+['’]s?) ", re.IGNORECASE)
"""How the words for somebody without a name begin: "a pilot", "Norland's president"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks.

    Attributes:
        entity: Number of the named entity, None when the words name none or more than one.
        text: The resolved name, else the source's words; None when there are none.
        source: Token range of the words that name the voice: of a quotation that goes on without any, those of the
            saying that it goes on from; None when there are none.
        through: Names of the voices in whose speech this one speaks, the nearest first ("the agency reported
            that Ruiz said").
    """

    entity: int | None
    text: str | None
    source: tuple[int, int] | None = None
    through: tuple[str, ...] = ()


def spoken_by(tree: Tree, cast: Cast, saying: Saying, last: Voice | None) -> Voice:
    """Resolve "he" or "she": to a speaker without a name who spoke just before, else to a person.

    Behind what is said (`..., he said`) nobody named in it is meant: nobody speaks of himself by name.
    """
    speaker = saying.speaker
    assert speaker is not None
    if last is not None and last.entity is None and last.text and _just_before(tree, cast, speaker, last.text):
        return last
    behind = saying.content[-1][1] <= speaker and tree.numbers[saying.content[0][0]] == tree.numbers[speaker]
    entity = _still_speaking(tree, cast, saying, last) if behind else None
    if entity is None:
        entity = person_meant(tree, cast, speaker, before=saying.content[0][0] if behind else speaker)
    if entity is None and last is not None and last.entity is not None:
        entity = last.entity if cast.names[last.entity].kind == "person" else None
    if entity is not None and behind:
        start, end = tree.starts[speaker], tree.ends[speaker]
        cast.references[:] = [ref for ref in cast.references if ref[1] != start]
        cast.references.append((entity, start, end, "pronoun"))
    return Voice(entity, cast.names[entity].name if entity is not None else tree.text(speaker, speaker + 1))


def _still_speaking(tree: Tree, cast: Cast, saying: Saying, last: Voice | None) -> int | None:
    """Return the person who spoke last, where no other person has been a clause's subject since."""
    speaker, first = saying.speaker, saying.content[0][0]
    if speaker is None or last is None or last.entity is None or last.source is None:
        return None
    near = 0 <= tree.numbers[first] - tree.numbers[last.source[0]] <= 3
    others = {who for token, who in cast.subjects.items() if last.source[1] <= token < first} - {last.entity}
    fits = cast.names[last.entity].kind == "person" and fits_gender(cast, last.entity, SINGULAR[tree.word(speaker)])
    return last.entity if near and fits and not others else None


def _just_before(tree: Tree, cast: Cast, speaker: int, words: str) -> bool:
    """Tell whether an unnamed single speaker stands in this or the last sentence, and no person's name behind it."""
    number = tree.numbers[speaker]
    first = tree.sentences[max(0, number - 1)][0]
    start = tree.starts[first]
    at = tree.report.text.rfind(words, start, tree.starts[speaker])
    if at < 0 or _DESCRIBED.match(words) is None:
        return False
    behind = tree.tokens_in(at, tree.starts[speaker])
    head = next((token for token in behind if tree.upos(token) == "NOUN"), None)
    plural = head is not None and tree.reading.xpos[head] == "NNS"
    named = any(cast.owner[token] >= 0 and cast.names[cast.owner[token]].kind == "person" for token in behind)
    return not plural and not named


def impersonal(cast: Cast, last: Voice | None, words: str) -> Voice:
    """Resolve "it" and "they" to the voice before, where that is no single person."""
    if last is not None and last.text and (last.entity is None or cast.names[last.entity].kind != "person"):
        return last
    return Voice(None, words)
