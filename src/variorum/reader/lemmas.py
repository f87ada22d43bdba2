"""Lemma rules: a word's lemma as an edit of its end, so that a classifier can name it."""

from __future__ import annotations

#: Longest ending that a rule may take off; more than that is a word of its own ("went", "is").
LONGEST_CUT = 4


def lemma_rule(word: str, lemma: str) -> str:
    """Return the rule that makes `lemma` of `word`.

    `-N+END` cuts N characters and adds END; `=LEMMA` gives an irregular lemma outright. A
    leading `^` keeps the word's own capitals, else it is lower-cased first.
    """
    if lemma == word:
        return "-0+" if word == word.lower() else "^-0+"
    keep = lemma != lemma.lower()
    base = word if keep else word.lower()
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    cut = len(base) - common
    if common == 0 or cut > LONGEST_CUT or len(lemma) - common > LONGEST_CUT:
        return f"={lemma}"
    return ("^" if keep else "") + f"-{cut}+{lemma[common:]}"


def apply_rule(word: str, rule: str) -> str:
    """Return the lemma that `rule` makes of `word`; the lower-cased word where the rule does not fit."""
    if rule.startswith("="):
        return rule[1:]
    keep = rule.startswith("^")
    cut, _, ending = rule.lstrip("^-").partition("+")
    base = word if keep else word.lower()
    size = int(cut)
    if size >= len(base) and size > 0:
        return base
    return base[: len(base) - size] + ending
