"""Roles of a pasted page's lines: title, standfirst, byline, update, caption, heading, boilerplate, body.

Two passes over the lines. The first looks at each by itself (`signs`); the second adds what only its
neighbours tell: where the article begins (`heads`), which lines stand in a list of links, which line is said twice
(`surroundings`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from variorum.ingest.heads import Preset, add_days_of_head, add_head, add_title
from variorum.ingest.lines import Unit, split_units
from variorum.ingest.signs import best_role, is_paragraph, own_signs
from variorum.ingest.surroundings import add_end_matter, add_links, add_neighbours, add_repeats, drop_lists
from variorum.model.report import Role, Segment


def segment_text(text: str, preset: dict[int, Role] | None = None) -> tuple[Segment, ...]:
    """Return a segment for every line of `text` that is not blank.

    Args:
        text: The report's text.
        preset: Roles that the source's own marks tell (a page's `figcaption`), by the offset at which their line
            starts; None for pasted text, where only form tells.

    Returns:
        Segments in order of offset, not overlapping; together they hold every character that is not white space.
    """
    units = split_units(text)
    if preset is None:
        roles = assign_roles(units)
    else:
        roles = assign_roles(units, [preset.get(unit.start) for unit in units], marked=True)
    return tuple(Segment(unit.start, unit.end, role) for unit, role in zip(units, roles, strict=True))


def assign_roles(units: Sequence[Unit], preset: Preset = (), *, marked: bool = False) -> list[Role]:
    """Return a role for each unit; a preset role stays and informs its neighbours.

    A text of one line is body: nothing sets a title off from it.

    Args:
        units: The lines, in order.
        preset: A role or None for each unit; empty when nothing is preset.
        marked: Whether captions are marked by the source, so that a missing full stop tells nothing.
    """
    given = list(preset) or [None] * len(units)
    if len(units) <= 1:
        return [role or "body" for role in given]
    signs = [own_signs(unit) for unit in units]
    if marked:
        signs = [found - {"unfinished"} for found in signs]
    opening = _opening(units, signs, given)
    add_days_of_head(units, signs, opening)
    add_title(units, signs, opening, given)
    add_repeats(units, signs)
    add_links(units, signs)
    add_end_matter(units, signs)
    add_head(units, signs, opening)
    drop_lists(units, signs)
    add_neighbours(units, signs, [_settled(role, found) for role, found in zip(given, signs, strict=True)])
    return [_settled(role, found) for role, found in zip(given, signs, strict=True)]


def _settled(given: Role | None, signs: set[str]) -> Role:
    """Return the preset role, except for a marked heading over furniture ("Related stories"); else the best."""
    if given == "heading" and signs & {"furniture", "opens links", "link", "behind the end"}:
        return "boilerplate"
    return given or best_role(signs)


def _opening(units: Sequence[Unit], signs: list[set[str]], preset: Preset) -> int:
    """Return the index of the first line of running text, or of the last line when there is none."""
    folded = [unit.folded for unit in units]
    counts = Counter(folded)
    for index, unit in enumerate(units):
        if preset[index] not in (None, "body"):
            continue
        if "dateline" in signs[index]:
            return index
        if index and is_paragraph(unit, signs[index]) and counts[folded[index]] == 1 and unit.words >= 15:
            return index
    return len(units) - 1
