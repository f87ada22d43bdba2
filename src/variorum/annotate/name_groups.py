"""Which forms of names in one report are one person, organization or place."""

from __future__ import annotations

import re
from collections import Counter

from variorum.annotate.name_forms import NamedEntity, key
from variorum.annotate.titles import (
    ORGANIZATION_WORDS,
    PLACE_WORDS,
    country,
)
from variorum.annotate.wordlists import words
from variorum.model import EntityKind

_LINKING = words("of for the and de da al bin van von del la le on in")


def grouped(raw: list[tuple[str, EntityKind]]) -> list[NamedEntity]:
    """Join forms of one name: equal ones, then shorter ones to the fuller name that holds them."""
    by_key: dict[object, NamedEntity] = {}
    votes: dict[object, Counter[EntityKind]] = {}
    for name, kind in raw:
        same: object = country(name) or key(name)
        if same not in by_key:
            by_key[same] = NamedEntity(kind, first=len(by_key))
            votes[same] = Counter()
        by_key[same].forms[name] += 1
        votes[same][kind] += 1
    for same, entity in by_key.items():
        best = max(votes[same].values())
        entity.kind = next(kind for kind in votes[same] if votes[same][kind] == best)
        if entity.kind == "other" and len(votes[same]) > 1:
            entity.kind = next(kind for kind in votes[same] if kind != "other")
    _cut_runs(by_key)
    order = [entity for entity in by_key.values() if not _runs_into(entity, by_key)]
    joined: list[NamedEntity] = []
    for entity in sorted(order, key=lambda e: (-len(key(e.name)), -sum(e.forms.values()), e.name)):
        fuller = _fuller(entity, joined)
        if fuller is None:
            joined.append(entity)
        else:
            fuller.forms.update(entity.forms)
    return sorted(joined, key=lambda entity: entity.name)


def _cut_runs(known: dict[object, NamedEntity]) -> None:
    """Take a body's name off the front of a person's with which it was run together ("Acme Works Ana Ruiz").

    The body has to be named by itself as well, and two words or more have to be left for the person.
    What is named by itself much more often counts as one, whatever kind the network gave it.
    """
    for entity in tuple(known.values()):
        words_of = key(entity.name)
        for cut in range(2, len(words_of) - 1) if entity.kind == "person" else ():
            front = known.get(words_of[:cut])
            rest = entity.name.split()[-(len(words_of) - cut) :]
            body = front is not None and (front.kind == "organization" or _often(front, entity))
            if body and key(" ".join(rest)) == words_of[cut:]:
                known.setdefault(words_of[cut:], NamedEntity("person", first=entity.first)).forms[" ".join(rest)] += 1
                break


def _runs_into(entity: NamedEntity, known: dict[object, NamedEntity]) -> bool:
    """Tell whether a person's name is an organization's or a place's and a person's run together by mistake."""
    words_of = key(entity.name)
    if entity.kind != "person" or len(words_of) < 3:
        return False
    for cut in range(1, len(words_of) - 1):
        front, back = known.get(words_of[:cut]), known.get(words_of[cut:])
        if front is None or back is None:
            continue
        if front.kind in ("organization", "place") and back.kind == "person":
            return True
        if min(cut, len(words_of) - cut) > 1 and _often(front, entity):
            return True
    return False


def _often(front: NamedEntity, whole: NamedEntity) -> bool:
    """Tell whether the front of a name stands by itself so much more often than the whole that it is a name apart.

    Whatever kind the network took it for: "Tarn Front" twelve times beside one "Tarn Front Ana Ruiz".
    """
    return sum(front.forms.values()) >= max(3, 3 * sum(whole.forms.values()))


def _fuller(entity: NamedEntity, others: list[NamedEntity]) -> NamedEntity | None:
    """Return the one entity whose name `entity` is a shorter form of, None when there is none or more than one."""
    name = entity.name
    mine = key(name)
    fitting = [other for other in others if other is not entity and _shorter((name, mine), entity, other)]
    if not fitting:
        return None
    if len(fitting) == 1:
        return fitting[0]
    if entity.kind == "person" or all(other.kind == "person" for other in fitting):
        last = [other for other in fitting if key(other.name)[-1] == mine[-1]] or fitting
        ranked = sorted(last, key=lambda other: -sum(other.forms.values()))
        if len(ranked) == 1 or sum(ranked[0].forms.values()) > 2 * sum(ranked[1].forms.values()):
            return ranked[0]
    return None


def _shorter(named: tuple[str, tuple[str, ...]], entity: NamedEntity, other: NamedEntity) -> bool:
    name, mine = named
    for form in sorted(other.forms):
        theirs = key(form)
        short = _acronym(name, form)
        if not mine or mine == theirs or (len(theirs) <= len(mine) and not short):
            continue
        if short and "person" not in (entity.kind, other.kind):
            return True
        if other.kind == "person":
            if _part_of_person(mine, entity, other, theirs):
                return True
            continue
        if entity.kind == other.kind == "organization" and len(mine) < len(theirs):
            extra = [word for word in theirs if word not in mine]
            if theirs[-len(mine) :] == mine and len(mine) > 1:
                return True
            if theirs[: len(mine)] == mine and all(word in ORGANIZATION_WORDS for word in extra):
                return True
        if entity.kind == other.kind == "place":
            extra = [word for word in theirs if word not in mine]
            if set(mine) < set(theirs) and all(word in PLACE_WORDS or _side(word) for word in extra):
                return True
    return False


def _part_of_person(mine: tuple[str, ...], entity: NamedEntity, other: NamedEntity, theirs: tuple[str, ...]) -> bool:
    """Tell whether a shorter name is a person's: the surname, or a first name once the full name has been given.

    A surname that the network took for something else counts where it stands alone once or twice.
    """
    if len(mine) > 1:
        return entity.kind == "person" and set(mine) < set(theirs)
    if mine[0] == theirs[-1]:
        seldom = sum(entity.forms.values()) <= 2 and country(entity.name) is None
        return entity.kind == "person" or (len(theirs) <= 3 and seldom)
    return mine[0] == theirs[0] and entity.kind == "person" and other.first < entity.first


def _side(word: str) -> bool:
    """Tell whether a word only narrows a place: a compass point's or a nation's adjective, or a capital's district."""
    return word in ("d", "c") or (len(word) > 4 and word.endswith(("ian", "ean", "ese", "ish")))


def _acronym(short: str, full: str) -> bool:
    """Tell whether `short` is made of the initials of `full`."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", full) if word not in ("s",)]
    strong = "".join(word[0] for word in words if word.lower() not in _LINKING)
    every = "".join(word[0] for word in words)
    return len(words) > 1 and letters.lower() in (strong.lower(), every.lower())
