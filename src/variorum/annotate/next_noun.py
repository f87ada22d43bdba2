"""What a number counts by form alone: the next noun behind it."""

from __future__ import annotations

import re

from variorum.annotate.measures import (
    NO_NOUN,
    singular,
)
from variorum.annotate.numerals import VALUE

_NEXT_NOUN = re.compile(
    rf"(?:[-\s]of)?(?:\s(?:the|its|their|his|her|these|those|all|other|more|{VALUE})(?=\s)){{0,3}}"
    r"((?:[\s-]+[A-Za-z][\w’']*){1,4})",
    re.IGNORECASE,
)


def noun_behind(text: str, end: int, *, plural: bool) -> str | None:
    """Return the lemma of the first plural behind a number, or of the first word where no plural is asked for."""
    match = _NEXT_NOUN.match(text, end)
    if match is None:
        return None
    words: list[str] = []
    for word in re.split(r"[\s-]+", match[1].strip(" -")):
        bare = re.sub(r"['’]s?$", "", word)
        if bare.lower() in NO_NOUN:
            break
        words.append(bare)
        if word != bare:
            break
    if not words:
        return None
    for word in words:
        if singular(word) != word.lower() or word.lower() in ("people", "police", "aircraft"):
            return singular(word)
    return None if plural else singular(words[0])
