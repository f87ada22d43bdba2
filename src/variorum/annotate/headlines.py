"""Headlines leave out words that trees of sentences lean on: mend what is known to come out wrong.

"Minister to quit" has no finite verb, so a parser takes the minister for the root and the verb for something said of
him. Here the infinitive is the predicate, as in "the minister is to quit", and what stands before it its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate import cues
from variorum.model import Reading, Role

_HEADLINES = frozenset(("title", "standfirst", "heading"))
_LOOSE = frozenset(("acl", "parataxis", "xcomp", "advcl", "dep"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def mend_headlines(reading: Reading, roles: Sequence[Role]) -> Reading:
    """Return the reading with the infinitives of its headlines as predicates; body text stays as it was read.

    Args:
        reading: As the network gave it.
        roles: Role of the segment at each token.
    """
    heads, relations = reading.heads.copy(), list(reading.deprels)
    for verb in range(2, len(reading)):
        if roles[verb] not in _HEADLINES or not _infinitive(reading, verb):
            continue
        noun = int(reading.heads[verb])
        if not 0 <= noun < verb or reading.upos[noun] not in ("NOUN", "PROPN"):
            continue
        if relations[verb].split(":")[0] not in _LOOSE:
            continue
        governor = int(heads[noun])
        if governor < 0 and not _has_finite(reading, verb):
            heads[verb], relations[verb] = -1, "root"
        elif governor >= 0 and relations[noun] == "obj" and reading.lemmas[governor].lower() in cues.REPORTING:
            heads[verb], relations[verb] = governor, "ccomp"
        else:
            continue
        heads[noun], relations[noun] = verb, "nsubj"
    return replace(reading, heads=heads, deprels=tuple(relations))


def _infinitive(reading: Reading, token: int) -> bool:
    """Tell whether a token is a bare verb right after `to`, an adverb between them aside."""
    if reading.xpos[token] != "VB":
        return False
    before = token - 2 if reading.upos[token - 1] == "ADV" else token - 1
    return before >= 0 and reading.words[before].lower() == "to" and reading.sentence[before] == reading.sentence[token]


def _has_finite(reading: Reading, token: int) -> bool:
    return any(
        tag in _FINITE
        for tag, sentence in zip(reading.xpos, reading.sentence, strict=True)
        if sentence == reading.sentence[token]
    )
