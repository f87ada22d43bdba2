"""The names of one report and every place where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from variorum.annotate.cues import PLATFORMS
from variorum.annotate.homonyms import part_homonyms
from variorum.annotate.metonymy import part_governments
from variorum.annotate.name_forms import NamedEntity, clean, key, kind_of
from variorum.annotate.name_groups import grouped
from variorum.annotate.name_kinds import settle_kinds
from variorum.annotate.titles import (
    BODY_WORDS,
    CALENDAR,
    PLACE_WORDS,
    TITLES,
    bare,
    country,
)
from variorum.annotate.tree import Tree
from variorum.model import EntityKind, EntityLabel

_KINDS: dict[EntityLabel, EntityKind] = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "Facility": "place",
    "Product": "other",
    "Miscellaneous": "other",
}


def find_names(tree: Tree) -> list[NamedEntity]:
    """Return the named entities of a report in order of their first mention."""
    found = grouped(_raw(tree))
    _imply_surnames(tree.report.text, found)
    _mark(tree.report.text, found)
    found = part_homonyms(tree, part_governments(tree, settle_kinds(tree, found)))
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
        # of "Port Varn, Norland" each part is a place
        parts = tree.text(start, end).split(", ") if kind == "place" else [tree.text(start, end)]
        for name in (clean(part, kind) for part in parts):
            if name:
                found.append((start, name, kind_of(name, kind)))
    for start, end in _proper_runs(tree, taken):
        title = bare(tree.reading.words[start]) in TITLES and end - start > 1
        name = clean(tree.text(start, end), "person" if title else "other")
        if name and (len(key(name)) > 1 or _standing(tree, start) or country(name)):
            found.append((start, name, "person" if title else kind_of(name, "other")))
    for token in range(len(tree)):
        word = tree.reading.words[token]
        if token not in taken and word.isupper() and country(word):
            found.append((token, word, kind_of(word, "place")))
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


def _mark(text: str, found: list[NamedEntity]) -> None:
    """Give each entity every place where one of its forms stands free; the longest form wins where two overlap."""
    owners: dict[str, NamedEntity] = {}
    for entity in found:
        for form in entity.forms:
            owners.setdefault(form, entity)
    straight = text.replace("’", "'")
    taken = bytearray(len(text))
    for form in sorted(owners, key=lambda form: (-len(form), form)):
        for start, end in _standing_free(straight, form.replace("’", "'").split()):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                owners[form].mentions.append((start, end))
    for entity in found:
        entity.mentions.sort()


def _standing_free(text: str, words_of: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where words stand one behind the other, any white space between and no letter or digit around them.

    A plain search for the first word: a pattern of every form of every name takes longer to compile than to use.
    """
    if not words_of:
        return
    first, at = words_of[0], 0
    while (start := text.find(first, at)) >= 0:
        at = start + 1
        end = start + len(first)
        for word in words_of[1:]:
            end = _behind_gap(text, end, word)
            if end < 0:
                break
        if end >= 0 and not _wordlike(text, start - 1) and not _wordlike(text, end):
            yield start, end
            at = end


def _behind_gap(text: str, at: int, word: str) -> int:
    """Return the offset behind a word that stands behind white space at `at`, -1 where it does not."""
    start = at
    while start < len(text) and text[start].isspace():
        start += 1
    return start + len(word) if start > at and text.startswith(word, start) else -1


def _wordlike(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")
