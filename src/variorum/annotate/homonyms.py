"""Two people of one full name: told apart where the report itself does, and one person everywhere else.

A report tells that somebody else is meant when it says so ("another Ana Ruiz", "her namesake, Ana Ruiz", "Ana Ruiz, no
relation"), or when it introduces the name anew with another age or another calling ("Ana Ruiz, 34, a nurse" behind
"Ana Ruiz, 61, a pilot"). A bare name or surname goes on with whom the full name meant last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from variorum.annotate.ages import age_beside
from variorum.annotate.name_forms import NamedEntity
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_ANOTHER = frozenset(("another", "different", "namesake"))
_UNRELATED = re.compile(r"^,? ?\(?(?:who )?(?:is |was )?(?:no relation|not related|unrelated)\b")
_APPOSED = re.compile(r"^,(?: ?\d{1,3},)? an? ((?:[a-z-]+ ){0,2}[a-z-]+)")
_BEFORE = re.compile(r"\b[Aa]n? ((?:[a-z-]+ ){0,2}[a-z-]+),? $")
_CALLINGS = words(
    """accountant actor actress architect artist attorney baker banker barber biologist builder butcher captain
    carpenter chef chemist clerk coach composer cook dancer dentist designer detective doctor driver economist editor
    electrician engineer farmer firefighter fisherman gardener geologist guard hairdresser historian janitor jeweller
    journalist judge lawyer lecturer librarian mechanic midwife miner musician nurse officer painter paramedic pastor
    pharmacist photographer physician physicist pilot plumber poet postman priest producer professor prosecutor
    psychologist rabbi reporter sailor salesman sculptor secretary shepherd singer soldier student surgeon surveyor
    tailor teacher translator trucker tutor waiter waitress welder writer"""
)
"""Callings of which a person seldom has two in one report."""

_REACH = 60
"""Characters on either side of a name in which its introduction stands."""


@dataclass(slots=True)
class _Person:
    """One of the people who bear a name, with what introduced them so far."""

    ages: set[int] = field(default_factory=set)
    callings: set[str] = field(default_factory=set)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    def contradicts(self, age: int | None, calling: str | None) -> bool:
        """Tell whether an age or a calling is another than this person's; a year between two ages may pass."""
        aged = age is not None and bool(self.ages) and all(abs(age - known) > 1 for known in self.ages)
        if age is not None and self.ages and not aged:
            return False
        return aged or (calling is not None and bool(self.callings) and calling not in self.callings)

    def introduce(self, age: int | None, calling: str | None) -> None:
        """Keep what introduced the person."""
        self.ages |= {age} if age is not None else set()
        self.callings |= {calling} if calling is not None else set()


def part_homonyms(tree: Tree, found: list[NamedEntity]) -> list[NamedEntity]:
    """Part two people of one full name, where the report tells that they are two.

    Args:
        tree: The report.
        found: Its entities with their mentions; those that are another person's are taken from the first.

    Returns:
        The entities, with the people who were parted behind them.
    """
    parted: list[NamedEntity] = []
    for entity in found:
        if entity.kind != "person" or len(entity.name.split()) < 2:
            continue
        first, *others = _people(tree, entity)
        if others:
            entity.mentions = first.mentions
        for other in others:
            namesake = NamedEntity("person", first=entity.first, mentions=other.mentions)
            for start, end in other.mentions:
                namesake.forms[" ".join(tree.report.text[start:end].split())] += 1
            parted.append(namesake)
    return [*found, *parted]


def _people(tree: Tree, entity: NamedEntity) -> list[_Person]:
    """Return the people who bear an entity's name, each with its mentions, the one named first first."""
    people = [_Person()]
    meant = people[0]
    for start, end in entity.mentions:
        full = " ".join(tree.report.text[start:end].split()) == entity.name
        if full and tree.roles[min(tree.tokens_in(start, end), default=0)] == "body":
            age, calling = _introduction(tree.report.text, start, end)
            if meant.mentions and _another(tree, start, end):
                meant = _Person()
            elif meant.contradicts(age, calling):
                meant = next((one for one in people if not one.contradicts(age, calling)), _Person())
            meant.introduce(age, calling)
        meant.mentions.append((start, end))
        if not any(meant is one for one in people):
            people.append(meant)
    return people


def _introduction(text: str, start: int, end: int) -> tuple[int | None, str | None]:
    """Return the age and the calling that stand right beside a name, None for what does not."""
    before, behind = _around(text, start, end)
    paragraph = (text.rfind("\n", 0, start) + 1, len(text) if (stop := text.find("\n", end)) < 0 else stop)
    age = age_beside(text, (start, end), paragraph)
    told = _APPOSED.match(behind) or _BEFORE.search(before)
    calling = next((word for word in (told[1].split() if told else ()) if word in _CALLINGS), None)
    return age.years if age else None, calling


def _another(tree: Tree, start: int, end: int) -> bool:
    """Tell whether the words beside a name say that it is somebody else of that name ("another Ana Ruiz")."""
    before, behind = _around(tree.report.text, start, end)
    if _UNRELATED.match(behind):
        return True
    tokens = tree.tokens_in(start, end)
    alone = tokens and all(tree.head(token) in tokens or tree.relations[token] != "compound" for token in tokens)
    last = before.replace(",", " ").split()[-1:]
    return bool(alone) and last != [] and last[0].lower() in _ANOTHER


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters before and behind a name in its paragraph, white space made single."""
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    behind = text[end : end + _REACH].partition("\n")[0]
    return re.sub(r"\s+", " ", before), re.sub(r"\s+", " ", behind)
