"""Words without which a rule reads nothing, told from its template: rules are searched only around these.

The templates of the grammar are regular expressions. From one follows a list of
requirements, each a choice of literal strings of which a text must hold one for
the expression to match anywhere: a sequence requires what each of its parts
requires, a choice requires something only where every branch does, and what may
be absent requires nothing. Text engines narrow their search in the same way (R. Cox,
"Regular Expression Matching with a Trigram Index", 2012).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

Requirement = frozenset[str]
"""Casefolded literals, one of which must stand in a text."""

_SHORTEST = 2
"""Letters that a literal needs to be worth the search."""

REACH = 160
"""Characters on either side of a required word within which the expression lies; the longest are some 120 long."""

_MANY = 60
"""Places of a word beyond which the whole text is searched."""


def requirements(template: str, slots: Mapping[str, Collection[Requirement]]) -> tuple[Requirement, ...]:
    """Return what a text must hold for a template to match in it.

    Args:
        template: A regular expression with `<slot>` and `<slot:name>` for the patterns of `slots`, a space for a gap.
        slots: What the pattern of each slot requires.

    Returns:
        Requirements that all hold of any text in which the template matches, case aside; empty when nothing can be
        told. They are necessary, never sufficient.
    """
    return tuple(sorted(_Reader(template, slots).choice(), key=lambda r: (len(r), sorted(r))))


class _Reader:
    """Reads a template from left to right; what it does not know for sure requires nothing."""

    def __init__(self, template: str, slots: Mapping[str, Collection[Requirement]]) -> None:
        self.template, self.slots, self.at = template, slots, 0

    def choice(self) -> set[Requirement]:
        """Read branches up to the closing bracket or the end."""
        branches = [self._sequence()]
        while self._here() == "|":
            self.at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        best = [min(branch, key=_worth, default=None) for branch in branches]
        either = [chosen for chosen in best if chosen is not None]
        return {frozenset().union(*either)} if len(either) == len(branches) else set()

    def _here(self) -> str:
        return self.template[self.at : self.at + 1]

    def _sequence(self) -> set[Requirement]:
        found: set[Requirement] = set()
        literal = ""
        while self._here() not in ("", "|", ")"):
            char = self._here()
            part: set[Requirement] = set()
            if char.isalpha():
                self.at += 1
            else:
                found |= _literal(literal)
                literal = ""
                part = self._part(char)
            least, repeats = self._repeated()
            if char.isalpha() and least:
                literal += char
            if repeats:
                found |= _literal(literal)
                literal = ""
            found |= part if least else set()
        return found | _literal(literal)

    def _part(self, char: str) -> set[Requirement]:
        """Read what is no letter: a group, a slot, a class, an escape, or a single character."""
        self.at += 1
        if char == "(":
            return self._group()
        if char == "<":
            end = self.template.index(">", self.at)
            name = self.template[self.at : end].partition(":")[0]
            self.at = end + 1
            return set(self.slots[name])
        if char == "[":
            self.at = self.template.index("]", self.at + 1) + 1
        elif char == "\\":
            self.at += 1
        return set()

    def _group(self) -> set[Requirement]:
        looks = False
        if self._here() == "?":
            head = self.template[self.at : self.at + 3]
            looks = head[1] in "=!" or head[:3] in ("?<=", "?<!") or head == "?P="
            stop = ">" if head.startswith("?P<") else ")" if head == "?P=" else ":" if not looks else head[1]
            self.at = self.template.index(stop, self.at) + (stop != ")")
        inside = self.choice()
        self.at += 1
        return set() if looks else inside

    def _repeated(self) -> tuple[int, bool]:
        """Pass over a quantifier; tell how often at least its part stands, and whether there was one."""
        char = self._here()
        least, end = 1, self.at
        if char == "{":
            end = self.template.index("}", self.at) + 1
            least = int(self.template[self.at + 1 : end - 1].partition(",")[0] or 0)
        elif char and char in "?*+":
            least, end = int(char == "+"), self.at + 1
        repeats = end > self.at
        if repeats and self.template[end : end + 1] == "?":
            end += 1
        self.at = end
        return least, repeats


def _worth(requirement: Requirement) -> tuple[int, int, list[str]]:
    """Rank by the shortest literal, longest first, then by the number of literals."""
    return -min(len(word) for word in requirement), len(requirement), sorted(requirement)


def _literal(word: str) -> set[Requirement]:
    return {frozenset({word.casefold()})} if len(word) >= _SHORTEST else set()


class Searcher:
    """Searches one text with many patterns, each only around the words that it requires.

    Args:
        text: Any text.
    """

    def __init__(self, text: str) -> None:
        self.text, self._folded = text, text.casefold()
        self._aligned = len(self._folded) == len(text)
        self._places: dict[Requirement, list[int]] = {}

    def windows(self, required: Iterable[Requirement]) -> list[tuple[int, int]]:
        """Return the stretches of the text, in order and apart, in which an expression that requires this may lie."""
        whole = [(0, len(self.text))]
        rarest: list[int] | None = None
        for requirement in required:
            places = self._find(requirement)
            if not places:
                return []
            if rarest is None or len(places) < len(rarest):
                rarest = places
        if rarest is None or len(rarest) > _MANY or not self._aligned:
            return whole
        merged: list[tuple[int, int]] = []
        for place in rarest:
            start, end = max(0, place - REACH), min(len(self.text), place + REACH)
            if merged and start <= merged[-1][1]:
                start = merged.pop()[0]
            merged.append((start, end))
        return merged

    def matches(
        self, required: Iterable[Requirement], pattern: Callable[[], re.Pattern[str]]
    ) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern, which is asked for only where the text holds what it requires."""
        for start, end in self.windows(required):
            yield from pattern().finditer(self.text, start, end)

    def _find(self, requirement: Requirement) -> list[int]:
        """Return where a requirement is met, in order; of what stands everywhere only as much as tells so."""
        known = self._places.get(requirement)
        if known is not None:
            return known
        places: list[int] = []
        for word in requirement:
            place = self._folded.find(word)
            while place >= 0 and len(places) <= _MANY:
                places.append(place)
                place = self._folded.find(word, place + 1)
        self._places[requirement] = sorted(places)
        return self._places[requirement]
