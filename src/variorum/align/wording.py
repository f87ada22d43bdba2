"""Which words two claims share, weighted by how rare a word is in the story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

_FUNCTION_WORDS_LINE = (
    "a an the and or but nor so yet of in on at to for from by with as into onto over under after before about "
    "against between through during within without upon than then that this these those it its he she him her his "
    "hers they them their theirs we us our ours you your i me my who whom whose which what when where why how is are "
    "was were be been being am has have had having do does did will would shall should may might can could must not "
    "no n't 's also just only very more most much many some any all both each other such own same too there here if "
    "because while although though said say says told according mr mrs ms"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS_LINE.split())
"""Words that say little about what a claim tells; the cues of speech belong to the voice."""

_ENDINGS = ("ations", "ation", "ingly", "ments", "ment", "edly", "ions", "ion", "ing", "ers", "ies", "ed", "er", "es",
            "ly", "s", "e", "y")  # fmt: skip
"""Longest first; what they leave must keep four letters."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a folded word without its ending, so that "arrived" and "arrival" come near, "arrives" meets both."""
    plain = anyascii(word).lower()
    plain = re.sub(r"['’]s?$", "", plain)
    if plain.isdigit():
        return plain
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain


@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of a passage's content words."""
    words = (w.lower().replace("’", "'") for w in _WORD.findall(text))
    return frozenset(stem(w) for w in words if w not in FUNCTION_WORDS and (len(w) > 1 or w.isdigit()))


def rarity(passages: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return each stem's weight: the logarithm of passages over passages that hold it (inverse document frequency)."""
    counts = Counter(word for words in passages for word in sorted(words))
    return {word: math.log((1 + len(passages)) / (0.5 + count)) for word, count in sorted(counts.items())}


def weight_of(words: frozenset[str], weight: Mapping[str, float]) -> float:
    """Return the summed weight of stems; exact, so that their order does not matter."""
    return math.fsum(weight.get(w, 0.0) for w in words)
