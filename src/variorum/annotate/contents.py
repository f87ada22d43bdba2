"""Which words are what somebody says: the runs of a report that a cue's clause, infinitive or label makes up."""

from __future__ import annotations

from variorum.annotate.frames import frame_of
from variorum.annotate.subjects import agent, subject
from variorum.annotate.tree import Tree, runs
from variorum.annotate.wordlists import words

_JOINING = words("that whether if when while as because although though before after until since and but or")


def content_run(tree: Tree, head: int, without: frozenset[int] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Return the runs of the clause under `head`, without its complementizer and outer punctuation."""
    kept = [token for token in tree.subtree(head) if token not in without]
    return tuple(run for run in (trim(tree, *run) for run in runs(kept)) if run is not None)


def trim(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """Leave out punctuation and joining words at both ends; None when nothing is left."""
    while start < end and (
        not (tree.is_word(start) or tree.reading.words[start] in "#@$€£")
        or (tree.word(start) in ("that", "whether") and tree.relations[start] == "mark")
        or tree.relations[start] == "cc"
    ):
        start += 1
    while start < end and (
        not (tree.is_word(end - 1) or tree.reading.words[end - 1] in "%)") or _leads_away(tree, start, end)
    ):
        end -= 1
    return (start, end) if start < end else None


def _leads_away(tree: Tree, start: int, end: int) -> bool:
    """Tell whether the last word of a run only joins what follows: "he said *that*", "failed *when*"."""
    last = end - 1
    joins = tree.word(last) in _JOINING and tree.relations[last] in ("mark", "cc", "advmod")
    return joins and last > start and tree.head(last) >= end


def complement_of(tree: Tree, verb: int, speaker: int | None) -> tuple[tuple[int, int], ...]:
    """Return the reported clause that hangs under the verb and stands behind it.

    It begins behind the verb's `that`, whatever the parse hangs elsewhere ("added that, while it rained, ...").
    """
    that = _that(tree, verb)
    clauses = [clause for clause in tree.dependents(verb, "ccomp") if clause > verb]
    if clauses:
        found = [run for clause in clauses for run in content_run(tree, clause)]
        behind = tuple(run for run in found if run[0] > verb)
        whole = trim(tree, that + 1, behind[-1][1]) if that is not None and behind and that < behind[0][0] else None
        return (whole, *(run for run in behind if run[0] >= whole[1])) if whole is not None else behind
    if that is not None and tree.head(that) > that:
        whole = trim(tree, that + 1, max(tree.subtree(tree.head(that))) + 1)
        if whole is not None and verb not in range(*whole):
            return (whole,)
    complement = tree.first(verb, "xcomp")
    if tree.lemmas[verb] in ("claim", "deny") and complement is not None and complement > verb:
        return content_run(tree, complement)
    if _framed_before(tree, verb):
        return ()
    early = tree.dependents(verb, "ccomp")
    if early:
        return tuple(run for clause in early for run in content_run(tree, clause) if run[1] <= verb)
    if complement is not None and speaker is not None and speaker == agent(tree, verb):
        return own_clause(tree, verb)
    return ()


def _that(tree: Tree, verb: int) -> int | None:
    """Return the `that` which opens what a verb reports: no other predicate stands between, None where none does."""
    last = tree.sentence_of(verb)[1]
    for token in range(verb + 1, last):
        if tree.word(token) == "that" and tree.relations[token] == "mark":
            return token
        if tree.upos(token) in ("VERB", "AUX") or tree.reading.words[token] in (";", ":", ".", "”", '"'):
            return None
    return None


def _framed_before(tree: Tree, verb: int) -> bool:
    return frame_of(tree, verb, subject(tree, verb)) is not None


def urged(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return `the council to mend the dam` of `urged the council to mend the dam`."""
    asked, wanted = tree.first(verb, "obj", "iobj"), tree.first(verb, "xcomp", "advcl")
    if asked is None or wanted is None or not verb < asked < wanted:
        return ()
    if not any(tree.word(mark) == "to" for mark in tree.dependents(wanted, "mark")):
        return ()
    run = trim(tree, min(tree.subtree(asked)), max(tree.subtree(wanted)) + 1)
    return (run,) if run is not None and run[0] > verb else ()


def label(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return `the deal a victory` of `called the deal a victory`."""
    named = tree.first(verb, "obj")
    if named is None:
        return _labelled_as(tree, verb)
    complements = [child for child in tree.dependents(verb, "xcomp", "obl", "advcl") if child > named]
    complements = [
        child
        for child in complements
        if tree.relations[child] == "xcomp" or any(tree.word(t) == "as" for t in tree.children[child])
    ]
    nested = [child for child in tree.subtree(named) if tree.word(child) == "as" and child > named]
    if not complements and not nested:
        return _labelled_as(tree, verb)
    end = max(max(tree.subtree(child)) for child in (*complements, named)) + 1
    run = trim(tree, min(tree.subtree(named)), end)
    return (run,) if run else ()


def _labelled_as(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return what stands behind `described`, `identified` and the like where an `as` follows soon, by form alone."""
    last = tree.sentence_of(verb)[1]
    at = verb + 1
    while at < min(last, verb + 12) and tree.word(at) != "as":
        if tree.upos(at) in ("VERB", "AUX", "PUNCT", "CCONJ") or tree.word(at) == "by":
            return ()
        at += 1
    if at == verb + 1 or at >= min(last, verb + 12):
        return ()
    coordinated = [child for child in tree.dependents(verb, "conj") if child > at]
    end = min((min(tree.subtree(child)) for child in coordinated), default=last)
    run = trim(tree, verb + 1, max(end, at + 1))
    return (run,) if run else ()


def own_clause(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return the verb's clause, its own subject first, without what else hangs beside it."""
    outside = {child for child in tree.children[verb] if tree.relations[child] in ("conj", "parataxis", "cc")}
    kept = tree.subtree(verb, outside)
    first = min(
        (token for token in kept if tree.relations[token] == "nsubj" and tree.head(token) == verb), default=verb
    )
    start = min(tree.subtree(first)) if first != verb else verb
    run = trim(tree, min(start, verb), max(kept) + 1)
    return (run,) if run else ()
