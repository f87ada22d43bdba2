"""Forms of a name: how two are compared, what is left out of one, and what kind of thing it names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
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
from variorum.model import EntityKind


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
    if re.match(r"[DRI]-[A-Z]", name):
        return ""  # "(D-Calif.)": a party and a state
    if len(name) > 2 and name.endswith(".") and name.count(".") == 1:
        name = name[:-1]
    return name if any(c.isalpha() for c in name) and not name.islower() and bare(name) not in CALENDAR else ""


def kind_of(name: str, kind: EntityKind) -> EntityKind:
    """Return what kind of thing a name is of, by its words where they tell, else `kind` as the network saw it."""
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
