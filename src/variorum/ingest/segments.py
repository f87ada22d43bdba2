"""Roles of a pasted page's lines: title, standfirst, byline, update, caption, heading, boilerplate, body.

Two passes over the lines. The first looks at each by itself (`signs`); the second adds what only its
neighbours tell: where the article begins, which lines stand in a list of links, which line is said twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from variorum.ingest import furniture
from variorum.ingest.lines import Unit, split_units
from variorum.ingest.signs import best_role, is_paragraph, own_signs, shared_words
from variorum.model.report import Role, Segment

_QUESTION = re.compile(
    r"^(?:\d+[.)]\s)?(?:what|why|who|whom|whose|how|where|when|which|is|are|was|were|did|does|do|will|can|could|should|has|have)\b.{4,90}\?$",
    re.IGNORECASE,
)
Preset = Sequence[Role | None]


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
    _add_days_of_head(units, signs, opening)
    _add_title(units, signs, opening, given)
    _add_repeats(units, signs)
    _add_links(units, signs)
    _add_end_matter(units, signs)
    _add_head(units, signs, opening)
    _drop_lists(units, signs)
    _add_neighbours(units, signs, [_settled(role, found) for role, found in zip(given, signs, strict=True)])
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


def _add_days_of_head(units: Sequence[Unit], signs: list[set[str]], opening: int) -> None:
    """Mark lines above the text that hold nothing but an outlet, a section or a place, and a day."""
    for unit, found in zip(units[:opening], signs, strict=False):
        if unit.words <= 16 and furniture.OUTLET_AND_DAY.fullmatch(unit.text):
            found.add("states a day")


def _add_title(units: Sequence[Unit], signs: list[set[str]], opening: int, preset: Preset) -> None:
    """Mark the title: the first line before the text that is no furniture and has no full stop, and its repeats."""
    if "title" in preset:
        return
    for index in range(min(opening + 1, len(units) - 1)):
        unit = units[index]
        titled = not unit.ends_sentence or unit.text.endswith(("?", "!")) or unit.title_case >= 0.8
        plain = best_role(signs[index]) in ("body", "heading", "caption") and not signs[index] & {
            "dateline", "opens as caption", "credit at the end", "points into picture", "leads in"
        }  # fmt: skip
        if not titled or not plain or unit.words > 32:
            continue
        if _is_label(index, units, signs, opening):
            signs[index].add("section label")
            continue
        for other in range(index, min(opening + 2, index + 12, len(units))):
            if units[other].folded == unit.folded:
                signs[other].add("title")
            elif unit.words >= 4 and unit.folded in units[other].folded and units[other].words <= unit.words + 8:
                signs[other].add("holds the title")
        return


def _is_label(index: int, units: Sequence[Unit], signs: list[set[str]], opening: int) -> bool:
    """Tell whether a line of the head is a section's or the paper's name, or its motto, over a title still to come."""
    unit = units[index]
    rest = range(index + 1, opening)
    titles = [i for i in rest if not units[i].ends_sentence and 3 <= units[i].words <= 32 and _may_title(signs[i])]
    if not any(units[i].words >= 4 for i in titles):
        return False
    if unit.words <= 2 or furniture.masthead_name(unit.text):
        return True
    above, below = units[index - 1].text if index else "", units[index + 1].text
    if furniture.masthead_name(above) and (furniture.SLOGAN.match(unit.text) or below.count(" | ") >= 2):
        return True
    # A paper's name that holds none of the usual words: the first line, over the day, over the title.
    named = index == 0 and unit.words <= 4 and unit.text.startswith("The ") and unit.title_case == 1.0
    return named and any("states a day" in signs[i] for i in range(1, titles[-1]))


def _may_title(signs: set[str]) -> bool:
    return best_role(signs) in ("body", "heading", "caption")


def _add_repeats(units: Sequence[Unit], signs: list[set[str]]) -> None:
    """Mark lines that are said twice: an alternative text and its caption, or a caption taken from the text.

    Of two lines alike, the one without its full stop is the caption; if both have it, both stand at a picture.
    """
    candidates = [i for i, unit in enumerate(units) if unit.words >= 5 and "title" not in signs[i]]
    folded = {i: units[i].folded for i in candidates}
    alike: dict[tuple[str, bool], list[int]] = {}
    for index in candidates:
        alike.setdefault((folded[index], units[index].ends_sentence), []).append(index)
    for places in alike.values():
        for one, other in pairwise(places):
            if other - one <= 8:
                signs[one].add("said again")
                signs[other].add("said again")
    sentences = sorted((folded[i], i) for i in candidates if units[i].ends_sentence)
    for index in candidates:
        if units[index].words >= 8 and not units[index].ends_sentence:
            at = bisect_left(sentences, (folded[index], -1))
            if at < len(sentences) and sentences[at][0].startswith(folded[index]):
                signs[index].add("said again")


def _add_links(units: Sequence[Unit], signs: list[set[str]]) -> None:
    """Mark the lines of a list of links: from its opening line to the next paragraph of running text."""
    last_paragraph = max((i for i, unit in enumerate(units) if _reads_on(unit, signs[i])), default=-1)
    open_list = False
    for index, unit in enumerate(units):
        if "opens links" in signs[index]:
            open_list = True
            rest = units[index + 1 : index + 14]
            closes = index * 2 >= len(units) and 0 < len(rest) <= 12 and all(u.words <= 30 for u in rest)
            if closes and sum(not u.ends_sentence for u in rest) * 2 >= len(rest):
                last_paragraph = index  # a short list that closes the page, some full stops or not
        elif open_list:
            tail = index > last_paragraph
            if (tail and unit.words <= 30) or (unit.words <= 20 and not unit.ends_sentence):
                signs[index].add("in a list of links")
            else:
                open_list = False


def _reads_on(unit: Unit, signs: set[str]) -> bool:
    return is_paragraph(unit, signs) and unit.words >= 16


def _add_end_matter(units: Sequence[Unit], signs: list[set[str]]) -> None:
    """Mark what follows a copyright line or a comment form when little of the text is left."""
    total = sum(unit.words for unit in units)
    left = total
    ended = False
    for index, unit in enumerate(units):
        left -= unit.words
        if ended:
            signs[index].add("behind the end")
        if index and (furniture.COPYRIGHT.match(unit.text) or furniture.END_MATTER.match(unit.text)):
            ended = ended or left * 4 <= total


def _add_head(units: Sequence[Unit], signs: list[set[str]], opening: int) -> None:
    """Mark standfirsts: lines between the title and the text that are neither credit nor date."""
    title = next((i for i, found in enumerate(signs) if "title" in found), None)
    if title is None:
        return
    highlights = False
    for index in range(title + 1, min(opening + 1, len(units) - 1)):
        unit, found = units[index], signs[index]
        if "highlights" in found or (highlights and unit.words <= 25 and index < opening):
            highlights = True
            found.add("highlights")
        elif unit.text[0] in "•·▪" and index < opening:
            found.add("highlights")
        if index == opening and ("dateline" in found or unit.words > 32):
            return
        if best_role(found) not in ("body", "heading", "standfirst"):
            continue
        if index == title + 1 or all(
            "title" in signs[i] or "states a day" in signs[i] for i in range(title + 1, index)
        ):
            found.add("under the title")
            following = signs[index + 1]
            if index < opening and unit.words <= 14 and not unit.ends_sentence:
                found.add("subtitle")
            after = best_role(following)
            # A lead paragraph is longer, and may have a caption behind it as well.
            apart = (after in ("caption", "update", "byline") and unit.words <= 25) or (
                after == "boilerplate" and unit.words <= 14 and index < opening
            )
            if unit.ends_sentence and (("dateline" in following and unit.words <= 32) or apart):
                found.add("apart from the text")


def _drop_lists(units: Sequence[Unit], signs: list[set[str]]) -> None:
    """Unmark runs of three and more lines without a full stop: they are a list, not captions or headings."""
    start = 0
    while start < len(units):
        end = start
        while end < len(units) and signs[end] & {"unfinished", "short without stop"} and best_role(signs[end]) in (
            "body", "caption", "heading"
        ):  # fmt: skip
            end += 1
        if end - start >= 3 and start > 0:
            for index in range(start, end):
                signs[index] -= {"unfinished", "short without stop"}
        start = max(end, start + 1)


def _add_neighbours(units: Sequence[Unit], signs: list[set[str]], roles: Sequence[Role]) -> None:
    """Mark what hangs on the roles of the lines around: headings, credits under captions, alternative texts."""
    last = len(units) - 1
    questions = [i for i in range(1, last) if _QUESTION.match(units[i].text) and units[i + 1].ends_sentence]
    if len(questions) >= 2:
        for index in questions:
            signs[index].add("one of several questions")
    body = [i for i, role in enumerate(roles) if role == "body" and units[i].ends_sentence]
    end = body[-1] if body else last
    for index, unit in enumerate(units):
        found = signs[index]
        before = roles[index - 1] if index else None
        after = roles[index + 1] if index < last else None
        if "short without stop" in found:
            if after in ("body", "heading", "caption") and before is not None and index < end:
                found.add("before a paragraph")
            else:
                found.discard("short without stop")
        names = unit.words <= 4 and re.fullmatch(furniture.NAMES, unit.text) is not None
        if names and before == "caption" and after in ("caption", "boilerplate", "update"):
            found.add("name under a caption")
        if "credit alone" in found and index > end:
            found.add("credit alone, last")
        if after == "caption" and unit.words <= 35 and before != "heading":
            similar = shared_words(unit, units[index + 1])
            if similar >= (0.8 if unit.ends_sentence else 0.4) and unit.folded:
                found.add("echoed by a caption")
