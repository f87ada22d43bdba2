"""Which language a text is in, by py3langid's n-grams."""

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


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of `text` is in, None when it cannot be told."""
    sample = text[:_READ]
    if len(re.findall(r"[^\W\d_]", sample)) < _SHORTEST:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
