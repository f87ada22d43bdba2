"""The program's typed slots alone, laid side by side: numbers with what they count, nations, opposites.

What `compare` asks of two claims once it knows that both are about one thing; here that is given, since the corpora
pair sentences that differ in one place. No word of the sentences is compared but through the slots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from eval.contradiction.corpora import Label
from variorum.annotate.quantities import parse_quantities
from variorum.compare.antonyms import opposed
from variorum.compare.lexicon import NEGATION_WORDS
from variorum.compare.nations import NATIONS
from variorum.compare.stems import stem
from variorum.model import Quantity

_NEGATION = re.compile(NEGATION_WORDS, re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")


def judge(premise: str, hypothesis: str) -> Label:
    """Return what the slots say of a hypothesis: a slot that cannot be both contradicts, one left open is neutral."""
    return strongest(
        [
            judge_numbers(premise, hypothesis),
            judge_nations(premise, hypothesis),
            judge_polarity(premise, hypothesis),
            judge_opposites(premise, hypothesis),
        ]
    )


def strongest(labels: Sequence[Label]) -> Label:
    """Return the label that decides: a contradiction, else what is open, else entailment."""
    order: tuple[Label, ...] = ("contradiction", "neutral", "entailment")
    return min(labels, key=order.index)


def judge_numbers(premise: str, hypothesis: str) -> Label:
    """Compare each number of the hypothesis with those of the same thing in the premise, bounds taken in.

    A number of a thing that the premise does not count is open, as is a tighter bound.
    """
    told = parse_quantities(premise, "premise")
    asked = parse_quantities(hypothesis, "hypothesis")
    held = [_held(told, asked, number) for number in range(len(asked))]
    return strongest(held) if held else "entailment"


def _held(told: Sequence[Quantity], asked: Sequence[Quantity], number: int) -> Label:
    """Judge one number of the hypothesis: beside the one at its place where both list as many of a thing, else any."""
    one = asked[number]
    same = [q for q in told if (q.unit, q.counted) == (one.unit, one.counted)]
    if not same:
        same = [q for q in told if q.unit == one.unit and None in (q.counted, one.counted)]
    listed = [n for n, q in enumerate(asked) if (q.unit, q.counted) == (one.unit, one.counted)]
    if len(same) == len(listed):
        same = [same[listed.index(number)]]
    if not same:
        return "neutral"
    if any(within(q, one) for q in same) or _adds_up(told, one):
        return "entailment"
    return "contradiction" if all(apart(q, one) for q in same) else "neutral"


def _adds_up(told: Sequence[Quantity], asked: Quantity) -> bool:
    """Tell whether an exact number is the sum or the difference of two exact numbers of its thing in the premise."""
    of = {asked.counted, None}
    exact = [q.low for q in told if q.unit == asked.unit and q.counted in of and q.low is not None and q.low == q.high]
    if asked.low is None or asked.low != asked.high:
        return False
    return any(asked.low in {x + y, abs(x - y)} for i, x in enumerate(exact) for y in exact[i + 1 :])


def within(told: Quantity, asked: Quantity) -> bool:
    """Tell whether whatever `told` allows, `asked` allows too; "12" is not within "more than 12"."""
    above = asked.low is None or (told.low is not None and (told.low, _over(told)) >= (asked.low, _over(asked)))
    below = asked.high is None or (told.high is not None and (-told.high, _under(told)) >= (-asked.high, _under(asked)))
    return above and below


def apart(one: Quantity, other: Quantity) -> bool:
    """Tell whether no number is allowed by both; the bound of "more than 12" itself is not."""
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Quantity, other: Quantity) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (_under(one) or _over(other)))


def _over(quantity: Quantity) -> bool:
    return quantity.bound == "more_than"


def _under(quantity: Quantity) -> bool:
    return quantity.bound == "less_than"


def judge_nations(premise: str, hypothesis: str) -> Label:
    """Return a contradiction where the hypothesis names a nation that the premise lacks, in place of another."""
    told, asked = nations_of(premise), nations_of(hypothesis)
    return "contradiction" if told - asked and asked - told else "entailment"


def nations_of(sentence: str) -> frozenset[str]:
    """Return the countries that a sentence names, by name, demonym or capital."""
    words = [w.lower() for w in _WORD.findall(sentence)]
    joined = {f"{a}-{b}" for a, b in pairwise(words)} & NATIONS.keys()
    parts = {part for pair in joined for part in pair.split("-")}
    return frozenset(NATIONS[w] for w in {*joined, *(w for w in words if w in NATIONS and w not in parts)} if w != "us")


def judge_polarity(premise: str, hypothesis: str) -> Label:
    """Return a contradiction where one of the two sentences is negated."""
    return "contradiction" if bool(_NEGATION.search(premise)) != bool(_NEGATION.search(hypothesis)) else "entailment"


def judge_opposites(premise: str, hypothesis: str) -> Label:
    """Return a contradiction where each sentence has a word that the other lacks and the two are opposites."""
    told, asked = (frozenset(stem(w.lower()) for w in _WORD.findall(s)) for s in (premise, hypothesis))
    return "contradiction" if opposed(told - asked, asked - told) else "entailment"
