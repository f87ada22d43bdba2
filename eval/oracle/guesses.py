"""What a gold file does not mark, guessed by patterns: good enough to fit weights on, no figure of the program.

They stay as they are: the weights that the program ships were fitted on clauses that went through them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.model import Certainty, EntityKind, Quantity, Report, Span, Tense

_AUXILIARIES = re.compile(
    r"(will|would|shall|should|may|might|can|could|must|is|are|was|were|be|been|being|am|has|have|had"
    r"|do|does|did|to|not|n't|never)"
)
_SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_NUMBER_WORDS = {word: value for value, word in enumerate(_SMALL_NUMBERS.split())}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]*[\w](?:[ -](?:of |the |de |al-)?[A-Z][\w’'.-]*\w)*")
_NO_NAME = re.compile(r"The|An?|In|On|At|It|He|She|They|We|And|But|For|If|As|This|That|There|His|Her|Their|Mrs?")
_CERTAINTIES: tuple[tuple[Certainty, str], ...] = (
    ("hypothetical", r"\b(if|unless|were to)\b"),
    ("denied", r"\b(not|no|never|nobody|none|denie[sd]|deny|refused?|declined?|without|rejected?)\b|n['’]t\b"),
    ("alleged", r"\b(accus\w+|alleg\w+|suspect\w+|charged?)\b"),
    ("wanted", r"\b(urged?|called? (?:for|on)|demand\w*|want\w*|hop(?:e|es|ed|ing)|should|must)\b"),
    ("possible", r"\b(may|might|could|likely|reportedly|appear\w*|seem\w*|possibl[ey]|suggest\w*|believed?)\b"),
    ("expected", r"\b(will|would|expected|scheduled|planned|plans?|due to|set to|going to|vow\w*|pledge\w*)\b"),
)


def guess_names(reports: Sequence[Report]) -> list[tuple[EntityKind, str, tuple[str, ...]]]:
    """Return (kind, name, aliases) of capitalised runs; single words join the one longer name they end."""
    counts: dict[str, int] = {}
    for report in reports:
        for match in _NAME.finditer(report.text):
            name = re.sub(r"['’]s$", "", match.group())
            if not _NO_NAME.fullmatch(name) and len(name) > 2:
                counts[name] = counts.get(name, 0) + 1
    multiword = sorted(n for n in counts if " " in n)
    aliases: dict[str, set[str]] = {n: {n} for n in multiword}
    for name in sorted(n for n in counts if " " not in n and counts[n] > 1):
        owners = [m for m in multiword if m.split()[-1] == name]
        if owners:
            aliases[max(owners, key=lambda m: (counts[m], m))].add(name)
        else:
            aliases[name] = {name}
    return [("other", name, tuple(sorted(forms))) for name, forms in sorted(aliases.items())]


def guess_quantities(report: str, start: int, words: str) -> tuple[Quantity, ...]:
    """Return plain numbers with the word behind them; a stand-in for the program's own parser."""
    found = []
    for match in re.finditer(
        r"(?P<money>\$)?(?P<digits>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion|trillion|thousand))?"
        r"(?P<percent>%| percent| per cent)?(?: (?P<noun>[a-z]+))?"
        r"|\b(?P<word>" + "|".join(_NUMBER_WORDS) + r")\b(?: (?P<noun2>[a-z]+))?",
        words,
    ):
        if match["word"]:
            value = float(_NUMBER_WORDS[match["word"]])
        else:
            value = float(match["digits"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1.0)
            if 1900 <= value <= 2100 and "," not in match["digits"] and not match["money"]:
                continue  # a year
        unit = "USD" if match["money"] else "percent" if match["percent"] else None
        noun = match["noun"] or match["noun2"]
        span = Span(report, start + match.start(), start + match.end())
        found.append(Quantity(span, value, value, "exact", unit, noun.rstrip("s") if noun else None))
    return tuple(found)


def guess_head(words: str) -> tuple[int, int]:
    """Return the offsets of a guess at the clause's verb: behind its last leading auxiliary, or an -ed form."""
    tokens = list(re.finditer(r"[\w’'-]+", words))
    for i, token in enumerate(tokens[:-1]):
        if _AUXILIARIES.fullmatch(token.group().lower()):
            j = i
            while j + 1 < len(tokens) - 1 and _AUXILIARIES.fullmatch(tokens[j].group().lower()):
                j += 1
            return tokens[j].span()
    for token in tokens:
        if re.fullmatch(r"[a-z]+(ed|es|ing)", token.group()):
            return token.span()
    middle = tokens[min(len(tokens) - 1, 1)] if tokens else None
    return middle.span() if middle else (0, len(words))


def crude_lemma(word: str) -> str:
    """Return a crude stem, the same for most forms of one verb."""
    return re.sub(r"(ing|ed|es|s|e)$", "", word.lower()) or word.lower()


def guess_tense(words: str) -> Tense:
    """Return the tense that a clause's auxiliaries and endings look like."""
    if re.search(r"\b(will|shall|going to)\b", words):
        return "future"
    return "past" if re.search(r"\b(was|were|had|did|\w+ed)\b", words) else "present"


def guess_certainty(words: str) -> Certainty | None:
    """Return the class whose words a clause holds, None for a plain statement."""
    return next((value for value, pattern in _CERTAINTIES if re.search(pattern, words, re.IGNORECASE)), None)
