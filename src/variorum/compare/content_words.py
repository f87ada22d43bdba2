"""The words of passages by which claims are compared: stems of what is no function word."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection

from variorum.compare.lexicon import STOP_WORDS
from variorum.compare.stems import stem

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
"""A word of a passage, with what stands behind its apostrophe."""


def content_words(text: str) -> frozenset[str]:
    """Return the stems of a passage's content words."""
    words = (match.group().lower() for match in WORD.finditer(text))
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)


def rarities(passages: Collection[frozenset[str]]) -> dict[str, float]:
    """Return how telling each stem is: its inverse frequency over the passages, log(1 + passages / its own)."""
    counts = Counter(word for words in passages for word in words)
    return {word: math.log(1 + len(passages) / count) for word, count in counts.items()}
