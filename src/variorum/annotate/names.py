"""Names in one report, and which of them are one person, organization or place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from variorum.annotate.titles import (
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
        mentions: Character ranges of the names, in order, not overlapping.
    """

    kind: EntityKind
    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form."""
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
    raw = _raw(tree)
    found = _grouped(raw)
    _mark(tree.report.text, found)
    named = [entity for entity in found if entity.mentions]
    return sorted(named, key=lambda entity: entity.mentions[0])


def _raw(tree: Tree) -> list[tuple[str, EntityKind]]:
    """Return the names that the network saw, cleaned, then runs of proper nouns that it passed over."""
    found: list[tuple[str, EntityKind]] = []
    taken: set[int] = set()
    for span in tree.reading.entities:
        taken.update(range(span.start, span.end))
        kind = _KINDS.get(span.label)
        if kind is None:
            continue
        name = clean(tree.text(span.start, span.end), kind)
        if name:
            found.append((name, _kind(name, kind)))
    for start, end in _proper_runs(tree, taken):
        text = tree.text(start, end)
        title = bare(tree.reading.words[start]) in TITLES and end - start > 1
        name = clean(text, "person" if title else "other")
        if name and (len(key(name)) > 1 or _standing(tree, start)):
            found.append((name, "person" if title else _kind(name, "other")))
    return found


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
            by_key[same] = NamedEntity(kind)
            votes[same] = Counter()
        by_key[same].forms[name] += 1
        votes[same][kind] += 1
    for same, entity in by_key.items():
        best = max(votes[same].values())
        entity.kind = next(kind for kind in votes[same] if votes[same][kind] == best)
        if entity.kind == "other" and len(votes[same]) > 1:
            entity.kind = next(kind for kind in votes[same] if kind != "other")
    order = [entity for entity in by_key.values() if not _runs_into(entity, by_key)]
    joined: list[NamedEntity] = []
    for entity in sorted(order, key=lambda e: (-len(key(e.name)), -sum(e.forms.values()), e.name)):
        fuller = _fuller(entity, joined)
        if fuller is None:
            joined.append(entity)
        else:
            fuller.forms.update(entity.forms)
    return sorted(joined, key=lambda entity: entity.name)


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
        if other.kind == "person" and entity.kind in ("person", "other", "organization", "place"):
            if (
                len(mine) == 1
                and mine[0] in (theirs[-1], theirs[0])
                and (entity.kind == "person" or theirs[-1] == mine[0])
            ):
                return entity.kind == "person" or (len(theirs) <= 3 and entity.kind == "other")
            if entity.kind == "person" and len(mine) > 1 and (theirs[-len(mine) :] == mine or set(mine) < set(theirs)):
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
