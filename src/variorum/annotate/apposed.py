"""A source that is a title or a role, and the person whose name stands in it or beside it."""

from __future__ import annotations

from variorum.annotate.cast import Cast
from variorum.annotate.tree import Tree


def person_beside(tree: Tree, cast: Cast, source: tuple[int, int], cue: tuple[int, int] | None) -> int | None:
    """Return the person whose name stands in or beside a source whose head is a title, a role or a misparse.

    "spokesman X said", "the spokesman, X, said", "X, the spokesman, said"; not "a spokesman for X".
    """
    start, end = source
    first, last = tree.sentence_of(start)

    def person(token: int) -> int | None:
        known = cast.owner[token] if first <= token < last else -1
        return known if known >= 0 and cast.names[known].kind == "person" else None

    if any(tree.word(token) in ("and", "or") or tree.reading.xpos[token] == "NNS" for token in _core(tree, start, end)):
        return None
    for token in range(start, end):
        if tree.upos(token) == "ADP" or tree.reading.xpos[token] == "POS":
            break
        after = tree.reading.xpos[token + 1] if token + 1 < last else ""
        if (found := person(token)) is not None and cast.owner[min(token + 1, last - 1)] != found and after != "POS":
            return found
    if end < last and (found := person(end)) is not None and tree.upos(end - 1) in ("NOUN", "PROPN", "ADJ"):
        return found
    if end + 1 < last and tree.reading.words[end] == "," and (found := person(end + 1)) is not None:
        behind = next((t for t in range(end + 1, last) if cast.owner[t] != found), last)
        if behind == last or not tree.is_word(behind) or (cue is not None and behind == cue[0]):
            return found
    closed = end < last and tree.reading.words[end] == "," and cue is not None and cue[0] >= end
    if closed and start - 2 >= first and tree.reading.words[start - 1] == ",":
        return person(start - 2)
    return None


def _core(tree: Tree, start: int, end: int) -> range:
    """Return the tokens of a source before its first preposition or relative pronoun: what it is called by."""
    for token in range(start, end):
        if tree.upos(token) == "ADP" or tree.reading.xpos[token] in ("WP", "WDT", "WP$"):
            return range(start, token)
    return range(start, end)
