"""What a pasted page's lines are by those around them: said twice, in a list of links, behind the end, in a list.

Each function marks lines with further signs, see `signs`; which role they make, `best_role` says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from variorum.ingest import furniture
from variorum.ingest.lines import Unit
from variorum.ingest.signs import best_role, is_paragraph, shared_words
from variorum.model.report import Role

_QUESTION = re.compile(
    r"^(?:\d+[.)]\s)?(?:what|why|who|whom|whose|how|where|when|which|is|are|was|were|did|does|do|will|can|could|should|has|have)\b.{4,90}\?$",
    re.IGNORECASE,
)


def add_repeats(units: Sequence[Unit], signs: list[set[str]]) -> None:
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


def add_links(units: Sequence[Unit], signs: list[set[str]]) -> None:
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


def add_end_matter(units: Sequence[Unit], signs: list[set[str]]) -> None:
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


def drop_lists(units: Sequence[Unit], signs: list[set[str]]) -> None:
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


def add_neighbours(units: Sequence[Unit], signs: list[set[str]], roles: Sequence[Role]) -> None:
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
