"""Reporting clauses told by their form: `..., said the mayor`, `..., the mayor said on Monday`.

News puts these at a sentence's end or between commas so regularly that the form is surer than a parse.
"""

from __future__ import annotations

from dataclasses import dataclass

from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_BORDERS = frozenset((",", ";", "—", "–", "--", "”", '"', "''", "’", ":"))
_OPENERS = words("when after before as if while although though because since asked unless once")
_TELLING = words("tell inform notify advise remind assure warn")
_LONGEST_SOURCE = 25


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting clause thrown into a sentence.

    Attributes:
        start: First token of source and cue.
        end: Token behind the adverbials that belong to them.
        source: Range of the words that name the voice, None where the form does not show them.
        content: Ranges of what is said.
    """

    start: int
    end: int
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


def frame_of(tree: Tree, cue: int, speaker: int | None) -> Frame | None:
    """Return the frame around a reporting verb that stands behind what it reports, None where it stands elsewhere."""
    first, last = tree.sentence_of(cue)
    start = _left_border(tree, first, cue)
    source: tuple[int, int] | None = None
    if start < cue and _names(tree, start, cue):
        source = (start, _without_auxiliaries(tree, start, cue))
        end = _right_border(tree, cue + 1, last)
    elif start == cue:
        end = _right_border(tree, cue + 1, last)
        if speaker is None or not cue < speaker < end:
            source = _inverted(tree, cue, end)
            if source is None:
                return None
    else:
        return None
    before = [token for token in range(first, start) if tree.is_word(token)]
    if len(before) < 2 or tree.word(before[0]) in _OPENERS or tree.reading.xpos[before[0]] in ("VBG", "VBN"):
        return None
    had = tree.first(cue, "obj")
    if tree.lemmas[cue] not in _TELLING and had is not None and not (source and source[0] <= had < source[1]):
        return None
    content: tuple[tuple[int, int], ...] = ((first, start),)
    told = any(tree.upos(token) in ("VERB", "AUX") for token in before)
    if end < last and sum(1 for token in range(end, last) if tree.is_word(token)) > 1 and not told:
        fronted = tree.upos(before[0]) in ("ADP", "ADV", "SCONJ")
        content = ((end, last),) if fronted else ((first, start), (end, last))
        told = any(tree.upos(token) in ("VERB", "AUX") for token in range(end, last))
    return Frame(start, end, source, content) if told else None


def _left_border(tree: Tree, first: int, cue: int) -> int:
    """Return the token behind the last comma or quotation mark before the cue; `first` when there is none.

    A source may have an apposition between commas ("X, the mayor, said"): then the border is the one before it.
    """
    at = cue
    while at > first and cue - at <= _LONGEST_SOURCE and tree.reading.words[at - 1] not in _BORDERS:
        at -= 1
    if at == cue and at - 1 > first and tree.reading.words[at - 1] == "," and tree.upos(at - 2) in ("NOUN", "PROPN"):
        inner = at - 2
        while inner > first and cue - inner <= _LONGEST_SOURCE and tree.reading.words[inner - 1] not in _BORDERS:
            inner -= 1
        outer = inner - 1
        while outer > first and cue - outer <= _LONGEST_SOURCE and tree.reading.words[outer - 1] not in _BORDERS:
            outer -= 1
        if inner > first and outer < inner - 1 and _names(tree, outer, inner - 1) and _subject_in(tree, cue, outer, at):
            return outer
    return at


def _inverted(tree: Tree, cue: int, end: int) -> tuple[int, int] | None:
    """Return the words behind the cue that name who speaks (`said the mayor of the town`), None where none do."""
    if tree.lemmas[cue] in ("tell", "inform", "ask") or cue + 1 >= end:
        return None
    if tree.upos(cue + 1) not in ("PROPN", "DET", "NOUN", "ADJ") or tree.word(cue + 1) in ("that", "this"):
        return None
    stop = cue + 1
    while stop < end and tree.upos(stop) in ("PROPN", "DET", "NOUN", "ADJ", "NUM", "PUNCT", "PART"):
        stop += 1
    return cue + 1, stop


def _subject_in(tree: Tree, cue: int, start: int, end: int) -> bool:
    """Tell whether the cue's subject stands in a range, or the parse gives the cue none."""
    subjects = tree.dependents(cue, "nsubj")
    return not subjects or any(start <= child < end for child in subjects)


def _right_border(tree: Tree, at: int, last: int) -> int:
    while at < last and tree.reading.words[at] not in _BORDERS:
        at += 1
    return at


def _names(tree: Tree, start: int, end: int) -> bool:
    """Tell whether a run can name a voice: a noun or a pronoun first, and no verb of its own clause."""
    tokens = [token for token in range(start, end) if tree.is_word(token)]
    if not tokens or tree.upos(tokens[0]) in ("ADP", "SCONJ", "CCONJ", "VERB", "ADV", "PART"):
        return False
    named = any(tree.upos(token) in ("NOUN", "PROPN", "PRON") for token in tokens)
    return named and not any(tree.upos(token) == "VERB" and tree.reading.xpos[token] != "VBN" for token in tokens)


def _without_auxiliaries(tree: Tree, start: int, end: int) -> int:
    while end - 1 > start and (tree.upos(end - 1) in ("AUX", "ADV") or not tree.is_word(end - 1)):
        end -= 1
    return end
