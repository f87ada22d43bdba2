"""What the lines above a pasted page's text are: its outlet and day, its title and the title's repeats, standfirsts.

Each function marks lines with further signs, see `signs`; which role they make, `best_role` says.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.ingest import mastheads
from variorum.ingest.lines import Unit
from variorum.ingest.signs import best_role
from variorum.model.report import Role

Preset = Sequence[Role | None]
"""The role of each line that the source's own marks tell, None where they tell none."""


def add_days_of_head(units: Sequence[Unit], signs: list[set[str]], opening: int) -> None:
    """Mark lines above the text that hold nothing but an outlet, a section or a place, and a day."""
    for unit, found in zip(units[:opening], signs, strict=False):
        if unit.words <= 16 and mastheads.OUTLET_AND_DAY.fullmatch(unit.text):
            found.add("states a day")


def add_title(units: Sequence[Unit], signs: list[set[str]], opening: int, preset: Preset) -> None:
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
    if unit.words <= 2 or mastheads.masthead_name(unit.text):
        return True
    above, below = units[index - 1].text if index else "", units[index + 1].text
    if mastheads.masthead_name(above) and (mastheads.SLOGAN.match(unit.text) or below.count(" | ") >= 2):
        return True
    # A paper's name that holds none of the usual words: the first line, over the day, over the title.
    named = index == 0 and unit.words <= 4 and unit.text.startswith("The ") and unit.title_case == 1.0
    return named and any("states a day" in signs[i] for i in range(1, titles[-1]))


def _may_title(signs: set[str]) -> bool:
    return best_role(signs) in ("body", "heading", "caption")


def add_head(units: Sequence[Unit], signs: list[set[str]], opening: int) -> None:
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
