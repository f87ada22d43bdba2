"""Voices that are a country's government, whatever a report calls them: "Seoul", "U.S. officials", "the ministry"."""

from __future__ import annotations

import re
from itertools import pairwise

from variorum.compare.lexicon import OFFICE_WORDS, STOP_WORDS, word_set
from variorum.compare.nations import NATIONS

_WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")
_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|as well as)\s+", re.IGNORECASE)
_KNOWN = frozenset(part for key in NATIONS for part in key.split("-"))
_NARROWING = word_set(
    "foreign defense defence interior security unification presidential unnamed anonymous senior top high ranking "
    "intelligence military two several countries nations both"
)
"""Words that may stand beside an office without naming anybody."""


def normal(text: str) -> str:
    """Return a name or description without articles, case, possessive and punctuation."""
    words = [w.lower() for w in _WORD.findall(re.sub(r"['’]s?\b", "", text))]
    return " ".join(w for w in words if w not in {"a", "an", "the"})


def nation(text: str) -> str | None:
    """Return the country that a description names by demonym, name or capital; None when it names none or two."""
    words = normal(text).replace(".", "").split()
    joined = words + [f"{a}-{b}" for a, b in pairwise(words)]
    longest = [w for w in joined if "-" in w and w in NATIONS]
    single = [w for w in words if w in NATIONS and not any(w in pair.split("-") for pair in longest)]
    found = {NATIONS[w] for w in longest + single}
    return found.pop() if len(found) == 1 else None


def government(words: str) -> str | None:
    """Return the country whose government a description stands for; None when it names anybody or anything else."""
    plain = re.sub(r"\b(?:president|prime minister|cabinet) office\b", "government", normal(words).replace(".", ""))
    rest = [w for w in plain.split() if w not in STOP_WORDS]
    offices = [w for w in rest if w in OFFICE_WORDS]
    left = [w for w in rest if w not in _KNOWN and w not in OFFICE_WORDS and w not in _NARROWING]
    return nation(words) if not left and (offices or len(rest) <= 2) else None


def governments(words: str) -> tuple[tuple[str, str], ...]:
    """Return (country, its words) of one government, or of several named together ("Washington and Seoul"), sorted."""
    alone = government(words)
    if alone:
        return ((alone, words),)
    parts = [p for p in _JOINT.split(re.sub(r"^\s*both\s+", "", words, flags=re.IGNORECASE)) if p]
    found = {country: part for part in parts if (country := government(part))}
    return tuple(sorted(found.items())) if len(found) > 1 and all(government(p) for p in parts) else ()


def some_government(words: str) -> bool:
    """Tell whether a description is a government's or its officials' without saying whose."""
    rest = [w for w in normal(words).split() if w not in STOP_WORDS and w not in _NARROWING]
    return bool(rest) and all(w in OFFICE_WORDS or w == "statement" for w in rest) and rest != ["statement"]
