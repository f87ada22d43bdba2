"""Which language a text is in, by py3langid's n-grams.

Its model takes most of a second to load, which a plain English report need not pay: text that is full of
English function words is English, whatever n-grams would add.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_SHORTEST = 20
"""Letters: under that, a name or a word of no language decides."""

_SURE = 0.5
"""Probability under which no language is more likely than all others together."""

_READ = 4_000
"""Characters read: more change nothing."""

_FUNCTION_WORDS = frozenset(
    re.findall(r"\w+", "the of and to that was is are were has had his their with from which who been")
)
"""Words of English that no other language shares in such number; `in`, `on`, `for`, `a` and `he` are left out."""

_PLAINLY_ENGLISH = 0.12
"""Share of function words that only English reaches: running English has about a fifth of these."""

_FEWEST_WORDS = 60
"""Words of a text whose share says enough."""


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of `text` is in, None when it cannot be told."""
    sample = text[:_READ]
    if len(re.findall(r"[^\W\d_]", sample)) < _SHORTEST:
        return None
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) >= _FEWEST_WORDS and sum(w in _FUNCTION_WORDS for w in words) >= _PLAINLY_ENGLISH * len(words):
        return "en"
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
