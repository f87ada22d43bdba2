"""Faults of a parse that the words themselves show, mended before anything is built on them.

Three are common enough in news to matter. A sentence inside a long quotation runs on into the next one, although a
full stop, a space and a capital stand between them. A perfect is read as `have` with an object ("has accused", with
"accused" as what is had), so that the happening seems to be having. And "is due to report" is read as a reason.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from variorum.annotate.wordlists import words
from variorum.model import Reading

_STOPS = frozenset((".", "?", "!"))
_CLOSING = frozenset(('"', "”", "’", "'", ")", "''"))
_OPENING = frozenset(('"', "“", "‘", "'", "(", "``"))
_PLAIN = re.compile(r"[a-z]{3,}|\d+|%|[A-Z]?[a-z]{4,}")
_SHORTENED = words(
    "inc corp ltd bros dept est approx vs etc jan feb mar apr jun jul aug sept oct nov dec gen gov sen rep"
)
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_PRESENT = words("is are 's ’s 're ’re")
_SETS_A_DAY = words("by in on at next this later today tomorrow")
_PARTICIPLE_OF = frozenset(("obj", "xcomp", "ccomp", "dep", "acl", "advcl"))


def mend(reading: Reading, text: str) -> Reading:
    """Return the reading with sentences, perfects and what is due to happen as the words themselves show them.

    Args:
        reading: As the network gave it.
        text: The report's text.
    """
    return _dues(_perfects(_sentences(reading, text)))


def _sentences(reading: Reading, text: str) -> Reading:
    """End a sentence at a full stop after a plain word, where white space and a capital follow.

    Words whose head lies beyond the new end are hung on one root of their own sentence, with the relation they had.
    """
    number = reading.sentence.copy()
    added, broken = 0, set()
    for token in range(1, len(reading)):
        if reading.sentence[token] == reading.sentence[token - 1] and _begins(reading, token, text):
            added += 1
            broken |= {int(number[token - 1]), int(reading.sentence[token]) + added}
        number[token] += added
    if not added:
        return reading
    heads = reading.heads.copy()
    for sentence in sorted(broken):
        _root_again(reading, heads, *(int(n) for n in np.searchsorted(number, (sentence, sentence + 1))))
    return replace(reading, sentence=number.astype(np.int32), heads=heads)


def _root_again(reading: Reading, heads: NDArray[np.int32], first: int, last: int) -> None:
    """Give the sentence from token `first` to the one before `last` one root: its own, else its first finite verb."""
    loose = [token for token in range(first, last) if not first <= int(heads[token]) < last]
    whole = [token for token in loose if int(heads[token]) < 0]
    finite = [token for token in loose if reading.xpos[token] in _FINITE or _has_auxiliary(reading, token, first, last)]
    root = next(iter((*whole, *finite, *loose)), -1)
    for token in loose:
        heads[token] = -1 if token == root else root


def _has_auxiliary(reading: Reading, token: int, first: int, last: int) -> bool:
    return any(
        int(reading.heads[child]) == token and reading.deprels[child].split(":")[0] in ("aux", "cop")
        for child in range(first, last)
    )


def _begins(reading: Reading, token: int, text: str) -> bool:
    """Tell whether a sentence begins at a token that the network put into the one before."""
    first = token + (reading.words[token] in _OPENING)
    if first >= len(reading) or not reading.words[first][:1].isupper():
        return False
    if not text[reading.end[token - 1] : reading.start[token]].isspace():
        return False
    at = token - 1
    while at > 0 and reading.words[at] in _CLOSING:
        at -= 1
    if reading.words[at] not in _STOPS or at == 0 or reading.sentence[at] != reading.sentence[token]:
        return False
    before = reading.words[at - 1]
    if reading.words[at] != ".":
        return at == token - 1  # `"Who knows?" Roe said` goes on
    return _PLAIN.fullmatch(before) is not None and before.lower() not in _SHORTENED


def _perfects(reading: Reading) -> Reading:
    """Give the place of `have` to the participle right behind it that was read as its object."""
    heads, relations, upos = reading.heads.copy(), list(reading.deprels), list(reading.upos)
    for verb in range(1, len(reading)):
        if reading.xpos[verb] != "VBN" or relations[verb].split(":")[0] not in _PARTICIPLE_OF:
            continue
        have = verb - 1
        while have > 0 and reading.upos[have] in ("ADV", "PART"):
            have -= 1
        if reading.lemmas[have].lower() != "have" or int(heads[verb]) != have:
            continue
        if reading.sentence[have] != reading.sentence[verb]:
            continue
        heads[verb], relations[verb] = heads[have], relations[have]
        for token in range(len(reading)):
            if int(heads[token]) == have and token != verb and reading.sentence[token] == reading.sentence[have]:
                heads[token] = verb
        heads[have], relations[have], upos[have] = verb, "aux", "AUX"
    return replace(reading, heads=heads, deprels=tuple(relations), upos=tuple(upos))


def _dues(reading: Reading) -> Reading:
    """Head "is due to report" by "due", with the verb under it as in "is set to report"."""
    heads, relations = reading.heads.copy(), list(reading.deprels)
    upos, xpos = list(reading.upos), list(reading.xpos)
    for due in range(1, len(reading) - 2):
        verb = _due_to_do(reading, due)
        if verb is None:
            continue
        if int(heads[due]) == verb:
            heads[due], relations[due] = heads[verb], relations[verb]
            for token in range(len(reading)):
                outside = token < due or (relations[token] == "punct" and int(heads[due]) < 0)
                if int(heads[token]) == verb and outside:
                    heads[token] = due
        heads[verb], relations[verb], upos[verb] = due, "xcomp", "VERB"
        heads[due + 1], relations[due + 1], upos[due + 1], xpos[due + 1] = verb, "mark", "PART", "TO"
    return replace(reading, heads=heads, deprels=tuple(relations), upos=tuple(upos), xpos=tuple(xpos))


def _due_to_do(reading: Reading, due: int) -> int | None:
    """Return the verb of "is due to report"; None for "was due to rain" and what is not read as a reason."""
    behind = due + 2
    if [word.lower() for word in reading.words[due:behind]] != ["due", "to"] or reading.deprels[due + 1] == "mark":
        return None
    if reading.lemmas[due - 1].lower() != "be" or reading.sentence[due - 1] != reading.sentence[behind]:
        return None
    passive = reading.deprels[behind].startswith(("aux", "cop")) and due < int(reading.heads[behind]) <= behind + 2
    verb = int(reading.heads[behind]) if passive else behind
    under, above = int(reading.heads[verb]), int(reading.heads[due])
    if above != verb and under not in (due, above):
        return None
    follows = reading.words[behind + 1].lower() if behind + 1 < len(reading) else ""
    present = reading.words[due - 1].lower() in _PRESENT
    bare_noun = reading.xpos[behind] == "NN" and present and follows in _SETS_A_DAY
    return verb if reading.xpos[behind] == "VB" or bare_noun else None
