"""The lemma table: which rule goes with which ending, counted on the training trees."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.corpora import read_treebank
from variorum.reader.lemmas import LONGEST_ENDING

#: Corpora disagree on these; both say it, and "people" is what is counted.
FIXED = {"NNS": {"^people": "-0+"}}


def tagged_words(data: Path) -> Iterable[tuple[str, str, str]]:
    """Yield (word, Penn tag, lemma rule) of the training trees."""
    for name in ("ewt", "gum"):
        for document in read_treebank(data / "treebank" / f"en_{name}-ud-train.conllu"):
            for s in document:
                yield from zip(s.words, s.columns["xpos"], s.columns["lemma"], strict=True)


def lemma_table(words: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Return by tag the best rule of each ending, without those that a shorter ending gives as well.

    An ending counts each different word once and needs two of them; a whole word stands by itself.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (word, tag, rule), number in Counter(words).items():
        lower = word.lower()
        counts[tag, f"^{lower}"][rule] += number
        if not rule.startswith("="):
            for size in range(min(LONGEST_ENDING, len(lower)) + 1):
                counts[tag, lower[len(lower) - size :]][rule] += 1
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for tag, ending in sorted(counts, key=lambda k: (k[1].startswith("^"), len(k[1]), k)):
        found = counts[tag, ending]
        best = min(found, key=lambda r: (-found[r], r))
        whole = ending.startswith("^")
        enough = whole or not ending or sum(found.values()) >= 2
        if enough and _known(table[tag], ending[1:] if whole else ending) != best:
            table[tag][ending] = best
    for tag, rules in FIXED.items():
        table[tag].update(rules)
    return {tag: table[tag] for tag in sorted(table) if tag not in {"NNP", "NNPS"}}


def _known(endings: dict[str, str], word: str) -> str | None:
    """Return the rule that the endings so far give a word."""
    for size in range(min(LONGEST_ENDING, len(word)), -1, -1):
        rule = endings.get(word[len(word) - size :])
        if rule is not None:
            return rule
    return None
