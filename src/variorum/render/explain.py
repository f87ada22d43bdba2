"""One part of a dossier with all that made it so, as text: to understand a wrong one, and to report it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial

from variorum.errors import OptionError
from variorum.model import Dossier
from variorum.render.explain_parts import (
    explain_claim,
    explain_conflict,
    explain_development,
    explain_entry,
    explain_origin,
    explain_point,
    explain_quotation,
)
from variorum.render.index import DossierIndex, index_dossier
from variorum.render.passages import writable
from variorum.render.timeline_picture import timeline_rows


def explain(dossier: Dossier, wanted: str) -> str:
    """Return why a part of a dossier is as it is, as plain text.

    For every claim: its words, report, line and characters, the voice with the words that name it, how surely, when,
    and what it counts. For a point, the pairs of claims that joined it with what spoke for and against, and the nearest
    claims that stayed outside with the reason; for a conflict or a development, the two claims that were weighed.

    Args:
        dossier: Any dossier; what an older one does not carry is left out.
        wanted: The id of a point (`p3`), conflict (`x1`), development (`d2`), quotation (`q1`), origin (`o4`), entry of
            the timeline (`t5`, as the page numbers them) or claim (`report.c7`); a leading `#` is dropped.

    Returns:
        The text, ending in a line feed.

    Raises:
        OptionError: Nothing in the dossier has this id; the message names those nearest to it.
    """
    index = index_dossier(dossier)
    writers = _writers(index)
    name = wanted.strip().removeprefix("#")
    write = writers.get(name) or writers.get(name.lower())
    if write is None:
        near = _nearest(name, list(writers))
        known = f"; near to it: {', '.join(near)}" if near else "; it has no parts"
        raise OptionError(f"{wanted!r} is nothing in this dossier{known}")
    return writable("\n".join(write()).rstrip() + "\n")


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    """Return some ids that look like `name`: for a letter with a number those of its kind with near numbers."""
    match = re.fullmatch(r"([a-z])(\d+)", name.lower())
    if match:
        numbers = [int(key[1:]) for key in known if re.fullmatch(rf"{match[1]}\d+", key)]
        if numbers:
            nearest = sorted(numbers, key=lambda number: (abs(number - int(match[2])), number))[:3]
            return [f"{match[1]}{number}" for number in sorted(nearest)]
    return get_close_matches(name, known, n=3, cutoff=0.5) or list(known[:3])


def _writers(index: DossierIndex) -> dict[str, Callable[[], Iterator[str]]]:
    """Return for each id of a dossier what explains it."""
    dossier = index.dossier
    parts: dict[str, Callable[[], Iterator[str]]] = {}
    parts.update({point.id: partial(explain_point, index, point) for point in dossier.points})
    parts.update({conflict.id: partial(explain_conflict, index, conflict) for conflict in dossier.conflicts})
    parts.update({item.id: partial(explain_development, index, item) for item in dossier.developments})
    parts.update({item.id: partial(explain_quotation, index, item) for item in dossier.quotations})
    parts.update({row.key: partial(explain_entry, index, row) for row in timeline_rows(index)})
    parts.update({origin.id: partial(explain_origin, index, origin) for origin in dossier.origins})
    parts.update({claim.id: partial(explain_claim, index, claim.id) for claim in dossier.claims})
    return parts
