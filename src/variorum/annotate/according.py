"""`According to X`, `as stated by X`: a source beside what it says, without a verb that governs it."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.annotate import cues
from variorum.annotate.contents import content_run, trim
from variorum.annotate.saying import Saying
from variorum.annotate.sources import first_noun
from variorum.annotate.tree import Tree, runs


def according(tree: Tree, token: int) -> Iterator[Saying]:
    """Yield what stands beside `according to X` or `as stated by X`."""
    first, last = tree.sentence_of(token)
    cue = _by_cue(tree, token, last)
    if cue is None:
        return
    behind = token + cue
    start, end = behind, behind
    while end < last and not (tree.reading.words[end] in ",;:.—–" or (end > start and tree.upos(end) == "SCONJ")):
        end += 1
    apposed = end + 1 < last and tree.reading.words[end] == "," and tree.upos(end + 1) == "PROPN"
    inner = first_noun(tree, start, end)
    trees = [head for head in (tree.head(token), tree.head(token + 1)) if start <= head < end]
    trees = [head for head in trees if tree.reading.xpos[head] != "PRP$"]
    speaker = trees[0] if trees and tree.upos(trees[0]) in ("NOUN", "PROPN", "PRON") else inner
    aside = frozenset(range(token, end))
    if apposed:
        stop = end + 1
        while stop < last and tree.upos(stop) == "PROPN":
            stop += 1
        aside = frozenset(range(token, stop))
    host = next((a for a in tree.ancestors(speaker) if tree.upos(a) in ("VERB", "AUX") or tree.first(a, "cop")), None)
    content = content_run(tree, host, aside) if host is not None and host not in aside else ()
    said = [run for run in content if run[1] <= token or run[0] >= end]
    joined = token - 2 >= first and tree.reading.words[token - 1] == "," and tree.upos(token - 2) in ("SCONJ", "CCONJ")
    if joined:  # "..., since, according to the letter, he knew": what stands before is not the letter's
        said = [run for run in (trim(tree, end, last),) if run is not None]
    elif token - first > 2:
        said = [run for run in (trim(tree, first, token),) if run is not None]
    if not said:
        said = [r for r in (trim(tree, *r) for r in runs(t for t in range(first, last) if t not in aside)) if r]
    if said and end > start:
        cited = _which_cited(tree, end, last)
        if cited is None:
            yield Saying(tuple(said), speaker, (start, end), (token, behind), "according")
            return
        rest = _behind_apposition(tree, cited[1], last)
        behind_it = [run for run in (trim(tree, *part) for part in _without(said, end, rest)) if run is not None]
        quoted = first_noun(tree, *cited)
        yield Saying(tuple(behind_it or said), quoted, cited, (token, behind), "according", channel=speaker)


def _which_cited(tree: Tree, comma: int, last: int) -> tuple[int, int] | None:
    """Return whom `according to N, which cited X` or `, citing X` names behind its comma, without an apposition."""
    if comma + 3 >= last or tree.reading.words[comma] != ",":
        return None
    begun = comma + 1 if tree.word(comma + 1) in ("citing", "quoting") else comma + 2
    if begun > comma + 1 and (
        tree.word(comma + 1) not in ("which", "who") or tree.lemmas[begun] not in ("cite", "quote")
    ):
        return None
    end = begun + 1
    while end < last and tree.reading.words[end] not in ",;:.":
        end += 1
    return (begun + 1, end) if end > begun + 1 else None


def _behind_apposition(tree: Tree, comma: int, last: int) -> int:
    """Return the token behind an apposition that opens at a comma: without a verb, up to a comma; else `comma`."""
    for token in range(comma + 1, last):
        if tree.upos(token) in ("VERB", "AUX"):
            return comma
        if tree.reading.words[token] == ",":
            return token
    return comma


def _without(said: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of runs of content when a remark between is taken out; behind it its comma ends a remark."""
    for run in said:
        if run[0] < start:
            yield run[0], min(run[1], start)
        if run[1] > end:
            yield max(run[0], end), run[1]


def _by_cue(tree: Tree, token: int, last: int) -> int | None:
    """Return the length of a cue such as `according to` that begins at `token`, None where none does."""
    word = tree.word(token)
    if word == "according" and token + 2 < last and tree.word(token + 1) == "to":
        return 2
    if word == "as" and token + 3 < last and tree.word(token + 2) == "by" and tree.lemmas[token + 1] in cues.SAY:
        return 3
    return None
