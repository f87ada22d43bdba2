"""Who a cue belongs to: the noun phrase that names the voice of a reporting word."""

from __future__ import annotations

from variorum.annotate.tree import Tree, runs
from variorum.annotate.wordlists import words

_SIDE_REMARKS = ("acl", "appos", "parataxis", "dep", "advcl", "punct", "cop", "ccomp", "discourse", "orphan", "mark")
_JOINING = words("for of at from with in close near to on")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON")
_CLOSING = frozenset(',;:.?!—–”"')
_LONGEST_CLAUSE = 15
"""Tokens of a relative clause that still names a source; a longer one is a sentence of its own."""


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """Return the run of tokens that names what `head` is the head of, without relative clauses and appositions."""
    dropped = {
        child
        for child in tree.children[head]
        if tree.relations[child] in _SIDE_REMARKS
        or (tree.relations[child] == "case" and child < head)
        or (tree.relations[child] == "conj" and tree.upos(child) in ("VERB", "AUX"))
    }
    if tree.upos(head) in ("VERB", "AUX"):
        return head, head + 1
    tokens = list(tree.subtree(head, dropped))
    start, end = next(run for run in runs(_leading_trim(tree, tokens, head)) if run[0] <= head < run[1])
    while end - 1 > head and not tree.is_word(end - 1):
        end -= 1
    while start < head and not (tree.is_word(start) or tree.reading.words[start] in "#@"):
        start += 1
    return start, end


def _leading_trim(tree: Tree, tokens: list[int], head: int) -> list[int]:
    """Leave out possessive marks that stand at the end, and a coordinating word at the start."""
    kept = [token for token in tokens if not (token < head and tree.relations[token] == "cc" and token == tokens[0])]
    return kept if head in kept else sorted({*kept, head})


def source_run(tree: Tree, head: int, cue: int) -> tuple[int, int]:
    """Return the run that names a voice, made longer where only its own prepositions stand before the cue or border.

    "a spokesman" of "a spokesman for the port said" is not yet who speaks, however the parse attached the rest.
    """
    start, end = phrase(tree, head)
    last = tree.sentence_of(head)[1]
    limit = cue if end <= cue else last
    at = end
    while at < limit:
        if tree.upos(at) == "ADP" and tree.word(at) in _JOINING and at + 1 < limit and tree.upos(at + 1) in _NOMINAL:
            at += 1
            while at < limit and (tree.upos(at) in _NOMINAL or tree.reading.xpos[at] == "POS"):
                at += 1
            end = at
        elif cue > at and tree.upos(at) in ("NOUN", "PROPN") and at == end:
            at += 1
            end = at
        else:
            break
    if end - 1 > head and tree.reading.xpos[end - 1] == "POS":
        end -= 1  # "the mayor's claim that": the mayor speaks
    return start, _defined(tree, head, end, cue)


def _defined(tree: Tree, head: int, end: int, cue: int) -> int:
    """Return the end of a source with the clause that tells which one: "a diplomat *who was in the room* said".

    Only for a common noun or a pronoun, and only where no comma parts them: otherwise the clause is a remark. The
    clause has a verb of its own, and the cue stands outside it.
    """
    last = tree.sentence_of(head)[1]
    if end >= last or tree.reading.xpos[end] not in ("WP", "WDT", "WP$") or tree.upos(head) == "PROPN":
        return end
    limit = min(last, cue if cue > end else last)
    at = end
    while at < limit and tree.reading.words[at] not in _CLOSING:
        at += 1
    while at == limit == cue and tree.upos(at - 1) == "AUX":
        at = limit = cue = at - 1
    told = any(tree.upos(token) in ("VERB", "AUX") for token in range(end, at))
    return at if told and at - end <= _LONGEST_CLAUSE else end


def first_noun(tree: Tree, start: int, end: int) -> int:
    """Return the last noun of the first noun group in a run: what a phrase is about, where no tree tells it."""
    for token in range(start, end):
        if tree.upos(token) in ("NOUN", "PROPN", "PRON") and tree.reading.xpos[token] != "PRP$":
            at = token
            while at + 1 < end and tree.upos(at + 1) in ("NOUN", "PROPN"):
                at += 1
            if at + 1 < end and tree.reading.xpos[at + 1] == "POS":
                continue
            return at
    return start


def dateline_end(tree: Tree, first: int) -> int:
    """Return the token behind a dateline ("PORT VARN, Norland — ") that opens the sentence at `first`, else `first`."""
    last = tree.sentence_of(first)[1]
    for token in range(first, min(last, first + 12)):
        if tree.reading.words[token] in ("—", "–", "--", "-") and token > first:
            named = all(
                tree.upos(t) in ("PROPN", "NUM", "PUNCT", "ADP", "DET", "SYM", "X") or tree.reading.words[t].isupper()
                for t in range(first, token)
            )
            placed = tree.upos(first) == "PROPN" or tree.reading.words[first].isupper()
            return token + 1 if named and placed and token + 1 < last else first
        if tree.upos(token) in ("VERB", "AUX"):
            break
    return first
