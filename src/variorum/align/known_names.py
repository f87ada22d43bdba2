"""Names that one report taught, found in the others: a tagger that passed over a name in one text knew it elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from variorum.model import Entity, Mention, Report, Span

_SHORTEST = 4  # letters; shorter names are found by chance, but for acronyms
_ENDS = frozenset('.!?…:\n”"“•*-–—|')


def with_known_names(entities: Sequence[Entity], reports: Sequence[Report]) -> tuple[Entity, ...]:
    """Return the entities with mentions that their names have in reports whose tagger passed over them.

    Only a name that one entity alone bears in the whole story is looked for, and only where nothing else is named.
    A name of one word counts where its capital is no sentence's, and where the report does not use it as a word.

    Args:
        entities: Of the story, with mentions in any report.
        reports: The story's reports.

    Returns:
        The same entities in the same order; mentions sorted by span.
    """
    bearers: dict[str, set[int]] = defaultdict(set)
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, entity in enumerate(entities):
        for form in (entity.name, *entity.aliases):
            bearers[form].add(number)
        for mention in entity.mentions:
            taken[mention.span.report].append((mention.span.start, mention.span.end))
    found: dict[int, list[Mention]] = defaultdict(list)
    forms = sorted((f for f, who in bearers.items() if len(who) == 1 and _telling(f)), key=lambda f: (-len(f), f))
    for report in sorted(reports, key=lambda report: report.id):
        marked = bytearray(len(report.text))
        for start, end in taken[report.id]:
            marked[start:end] = b"\1" * (end - start)
        for form in forms:
            if form not in report.text:
                continue
            for start, end in _places(report.text, form):
                if not any(marked[start:end]):
                    marked[start:end] = b"\1" * (end - start)
                    (number,) = bearers[form]
                    found[number].append(Mention(Span(report.id, start, end)))
    return tuple(
        replace(entity, mentions=tuple(sorted((*entity.mentions, *found[number]), key=lambda m: (m.span, m.form))))
        if number in found
        else entity
        for number, entity in enumerate(entities)
    )


def _telling(form: str) -> bool:
    """Tell whether a form is surely a name: capitals at its head, and long enough or written in capitals."""
    return form[:1].isupper() and (len(form) >= _SHORTEST or (form.isupper() and len(form) > 2))


def _places(text: str, form: str) -> list[tuple[int, int]]:
    """Return where a form stands free in a text, a single word's sentence beginnings left out."""
    alone = " " not in form and not form.isupper()
    if alone and re.search(rf"(?<!\w){re.escape(form.lower())}(?!\w)", text):
        return []
    places = [match.span() for match in re.finditer(rf"(?<![\w&]){re.escape(form)}(?![\w&])", text)]
    return [(start, end) for start, end in places if not alone or _inside(text, start)]


def _inside(text: str, start: int) -> bool:
    """Tell whether a place lies inside a sentence: what is before it is no sentence's end."""
    before = text[:start].rstrip(" ")
    return bool(before) and before[-1] not in _ENDS
