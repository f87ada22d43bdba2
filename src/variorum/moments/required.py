"""Words without which a rule reads nothing, told from its template: most rules need not be searched in most texts.

The templates of the grammar are regular expressions. From one follows a list of
requirements, each a choice of literal strings of which a text must hold one for
the expression to match anywhere: a sequence requires what each of its parts
requires, a choice requires something only where every branch does, and what may
be absent requires nothing. Text engines narrow their search in the same way (R. Cox,
"Regular Expression Matching with a Trigram Index", 2012).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

Requirement = frozenset[str]
"""Casefolded literals, one of which must stand in a text."""

_SHORTEST = 2
"""Letters that a literal needs to be worth the search."""


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


def holder(text: str) -> Callable[[Iterable[Requirement]], bool]:
    """Return what tells whether a text holds what is required, looking for each literal once."""
    folded = text.casefold()
    known: dict[Requirement, bool] = {}

    def holds(required: Iterable[Requirement]) -> bool:
        for requirement in required:
            if requirement not in known:
                known[requirement] = any(word in folded for word in requirement)
            if not known[requirement]:
                return False
        return True

    return holds
