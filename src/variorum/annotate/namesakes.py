"""Members of one family: a bare surname that two people bear is the one's whom the title before it fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from variorum.annotate.name_forms import NamedEntity, key
from variorum.annotate.titles import bare
from variorum.annotate.tree import Tree

_LADY = frozenset(("ms", "mrs", "miss"))
_SIR = frozenset(("mr",))


def share_surnames(tree: Tree, names: list[NamedEntity], gender: Mapping[int, str]) -> None:
    """Give "Ms. Holt" to Ada Holt where Karl is a man, and leave a plain "Holt" to itself.

    Args:
        tree: The report.
        names: Its entities; the mentions of a bare surname that two of them bear are moved to their bearer.
        gender: "m" or "f" by number in `names`, for those of whom the report shows it.
    """
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, entity in enumerate(names):
        if entity.kind == "person" and len(key(entity.name)) > 1:
            bearers[key(entity.name)[-1]].append(number)
    for entity in names:
        parts = key(entity.name)
        family = bearers.get(parts[0], []) if entity.kind == "person" and len(parts) == 1 else []
        if len(family) < 2:
            continue
        for start, end in tuple(entity.mentions):
            told = _title(tree, start)
            fitting = [number for number in family if told and gender.get(number, told) == told]
            known = [number for number in fitting if gender.get(number) == told]
            meant = known if len(known) == 1 else fitting
            if len(meant) == 1:
                entity.mentions.remove((start, end))
                bearer = names[meant[0]]
                bearer.mentions = sorted([*bearer.mentions, (start, end)])


def _title(tree: Tree, start: int) -> str:
    """Return the gender of the title right before an offset, "" for none."""
    at = tree.tokens_in(0, start).stop - 1
    word = bare(tree.reading.words[at]) if at >= 0 else ""
    return "f" if word in _LADY else "m" if word in _SIR else ""
