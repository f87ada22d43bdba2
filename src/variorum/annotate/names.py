"""Names in one report, and which of them are one person, organization or place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from variorum.annotate.cues import PLATFORMS
from variorum.annotate.titles import (
    BODY_WORDS,
    CALENDAR,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
    SMALL_TITLES,
    TITLES,
    bare,
    country,
)
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import EntityKind, EntityLabel

_KINDS: dict[EntityLabel, EntityKind] = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "Facility": "place",
    "Product": "other",
    "Miscellaneous": "other",
}
_LINKING = words("of for the and de da al bin van von del la le on in")


@dataclass(slots=True)
class NamedEntity:
    """A named thing of one report while it is put together.

    Attributes:
        kind: One of the model's four.
        forms: Every form of the name as it stands in the report, with how often the network saw it.
        first: Place of the first form among the names that were seen.
        mentions: Character ranges of the names, in order, not overlapping.
    """

    kind: EntityKind
    forms: Counter[str] = field(default_factory=Counter)
    first: int = 0
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form; of a country its conventional name."""
        usual = [form for form in self.forms if country(form) == form]
        if usual:
            return usual[0]
        return max(self.forms, key=lambda form: (len(key(form)), self.forms[form], len(form), form))


@lru_cache(maxsize=65536)
def key(name: str) -> tuple[str, ...]:
    """Return a name's words without case, accents and hyphens, by which two forms are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return tuple(
        word for word in re.findall(r"[^\W_]+", plain.replace("’s ", " ").replace("'s ", " ")) if word != "the"
    )


def find_names(tree: Tree) -> list[NamedEntity]:
    """Return the named entities of a report in order of their first mention."""
    found = _grouped(_raw(tree))
    _imply_surnames(tree.report.text, found)
    _mark(tree.report.text, found)
    named = [entity for entity in found if entity.mentions]
    return sorted(named, key=lambda entity: entity.mentions[0])


def _raw(tree: Tree) -> list[tuple[str, EntityKind]]:
    """Return the names that the network saw, cleaned, with those that it passed over, in order of their place."""
    found: list[tuple[int, str, EntityKind]] = []
    taken: set[int] = set()
    for start, end, label in _joined_spans(tree):
        taken.update(range(start, end))
        kind = _KINDS.get(label)
        if kind is None:
            taken -= {token for token in range(start, end) if country(tree.reading.words[token])}
            continue
        name = clean(tree.text(start, end), kind)
        if name:
            found.append((start, name, _kind(name, kind)))
    for start, end in _proper_runs(tree, taken):
        title = bare(tree.reading.words[start]) in TITLES and end - start > 1
        name = clean(tree.text(start, end), "person" if title else "other")
        if name and (len(key(name)) > 1 or _standing(tree, start) or country(name)):
            found.append((start, name, "person" if title else _kind(name, "other")))
    for token in range(len(tree)):
        word = tree.reading.words[token]
        if token not in taken and word.isupper() and country(word):
            found.append((token, word, _kind(word, "place")))
        elif token not in taken and word[:1].isupper() and word.lower() in PLATFORMS and len(word) > 2:
            found.append((token, word, "organization"))
    return [(name, kind) for _, name, kind in sorted(found)]


def _joined_spans(tree: Tree) -> list[tuple[int, int, EntityLabel]]:
    """Return the network's names; two that a body's name is made of become one ("Committee" + "of the" + ...)."""
    found: list[tuple[int, int, EntityLabel]] = []
    for span in tree.reading.entities:
        if found:
            start, end, label = found[-1]
            between = [tree.word(token) for token in range(end, span.start)]
            linked = between in (["of"], ["for"], ["of", "the"], ["for", "the"])
            if linked and label == "Organization" and tree.word(end - 1) in BODY_WORDS and span.label != "Person":
                found[-1] = (start, span.end, label)
                continue
        end = span.end
        if span.label in ("Location", "Facility") and end < len(tree) and tree.word(end) in PLACE_WORDS:
            end += tree.reading.words[end].islower() and tree.numbers[end] == tree.numbers[span.start]
        found.append((span.start, end, span.label))
    return found


def _imply_surnames(text: str, found: list[NamedEntity]) -> None:
    """Add to each person the bare surname, where the report uses it and no other name has it."""
    last_words = Counter(word for entity in found for word in {key(form)[-1] for form in entity.forms if key(form)})
    known = {form for entity in found for form in entity.forms}
    for entity in found:
        surname = entity.name.split()[-1]
        if entity.kind != "person" or len(entity.name.split()) < 2 or len(surname) < 3 or surname in known:
            continue
        if not surname[:1].isupper() or last_words[key(surname)[-1] if key(surname) else ""] != 1 or country(surname):
            continue
        if re.search(rf"(?<!\w){re.escape(surname.lower())}(?!\w)", text) is None:
            entity.forms[surname] += 0


def _proper_runs(tree: Tree, taken: set[int]) -> Iterator[tuple[int, int]]:
    start = -1
    for token in range(len(tree) + 1):
        proper = (
            token < len(tree)
            and token not in taken
            and tree.reading.xpos[token] in ("NNP", "NNPS")
            and tree.reading.words[token][:1].isupper()
            and bare(tree.reading.words[token]) not in CALENDAR
            and tree.roles[token] in ("body", "caption", "standfirst")
            and (start < 0 or tree.numbers[token] == tree.numbers[start])
        )
        if proper and start < 0:
            start = token
        elif not proper and start >= 0:
            yield start, token
            start = -1


def _standing(tree: Tree, token: int) -> bool:
    """Tell whether a single capitalised word is a name by more than its place at a sentence's start."""
    return token > tree.sentence_of(token)[0] and len(tree.reading.words[token]) > 1


def clean(name: str, kind: EntityKind) -> str:
    """Leave out articles, possessive endings, titles before persons, and marks at both ends; "" for nothing left.

    A name without capitals, or of a day or a month alone, is none.
    """
    name = " ".join(name.split()).strip(" \"“”‘’',;:()[]-–—")
    name = re.sub(r"(['’]s|(?<=s)['’])$", "", name)
    while " " in name and name.rsplit(" ", 1)[1].islower() and name.rsplit(" ", 1)[1] not in PLACE_WORDS:
        name = name.rsplit(" ", 1)[0]
    name = re.sub(r"^(the|a|an)\s+", "", name, flags=re.IGNORECASE) if not name.startswith(("The ", "A ")) else name
    if kind in ("person", "other"):
        words = name.split(" ")
        while len(words) > 1 and bare(words[0]) in (TITLES if kind == "person" else SMALL_TITLES):
            words = words[1:]
        name = " ".join(words)
    if kind in ("organization", "place") and name.startswith("The ") and len(name.split()) > 1:
        name = name[4:]
    if len(name) > 2 and name.endswith(".") and name.count(".") == 1:
        name = name[:-1]
    return name if any(c.isalpha() for c in name) and not name.islower() and bare(name) not in CALENDAR else ""


def _kind(name: str, kind: EntityKind) -> EntityKind:
    if country(name) in ("United Nations", "European Union"):
        return "organization"
    if country(name):
        return "place"
    last = key(name)[-1] if key(name) else ""
    if kind == "other" and last in ORGANIZATION_WORDS:
        return "organization"
    if kind == "other" and last in PLACE_WORDS and len(key(name)) > 1:
        return "place"
    if kind == "other" and name.isupper() and 2 < len(name) <= 6 and name.isalpha():
        return "organization"
    return kind


def _grouped(raw: list[tuple[str, EntityKind]]) -> list[NamedEntity]:
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
    """
    for entity in tuple(known.values()):
        words_of = key(entity.name)
        for cut in range(2, len(words_of) - 1) if entity.kind == "person" else ():
            front = known.get(words_of[:cut])
            rest = entity.name.split()[-(len(words_of) - cut) :]
            if front is not None and front.kind == "organization" and key(" ".join(rest)) == words_of[cut:]:
                known.setdefault(words_of[cut:], NamedEntity("person", first=entity.first)).forms[" ".join(rest)] += 1
                break


def _runs_into(entity: NamedEntity, known: dict[object, NamedEntity]) -> bool:
    """Tell whether a person's name is an organization's or a place's and a person's run together by mistake."""
    words_of = key(entity.name)
    if entity.kind != "person" or len(words_of) < 3:
        return False
    for cut in range(1, len(words_of) - 1):
        front, back = known.get(words_of[:cut]), known.get(words_of[cut:])
        if front is not None and back is not None and front.kind in ("organization", "place") and back.kind == "person":
            return True
    return False


def _fuller(entity: NamedEntity, others: list[NamedEntity]) -> NamedEntity | None:
    """Return the one entity whose name `entity` is a shorter form of, None when there is none or more than one."""
    mine = key(entity.name)
    fitting = [other for other in others if other is not entity and _shorter(mine, entity, other)]
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


def _shorter(mine: tuple[str, ...], entity: NamedEntity, other: NamedEntity) -> bool:
    for form in sorted(other.forms):
        theirs = key(form)
        if not mine or mine == theirs or (len(theirs) <= len(mine) and not _acronym(entity.name, form)):
            continue
        if _acronym(entity.name, form) and "person" not in (entity.kind, other.kind):
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


def _mark(text: str, found: list[NamedEntity]) -> None:
    """Give each entity every place where one of its forms stands free; the longest form wins where two overlap."""
    owners: dict[str, NamedEntity] = {}
    for entity in found:
        for form in entity.forms:
            owners.setdefault(form, entity)
    taken = bytearray(len(text))
    for form in sorted(owners, key=lambda form: (-len(form), form)):
        body = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in form.split())
        for match in re.finditer(rf"(?<!\w){body}(?!\w)", text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                owners[form].mentions.append((start, end))
    for entity in found:
        entity.mentions.sort()
