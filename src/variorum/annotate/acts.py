"""Clauses that are an act of speech by themselves: what is said in them is a noun, a wish or a number."""

from __future__ import annotations

from variorum.annotate import cues
from variorum.annotate.contents import trim
from variorum.annotate.subjects import passive
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_ELSEWHERE = words("in into on onto to from under over")
"""Prepositions of a place between a verb and `at`: then nothing is counted ("put the net into water at 20 degrees")."""


def is_act(tree: Tree, verb: int) -> bool:
    """Tell whether the verb's clause is an act of speech: vowed to go, praised the deal, conveyed condolences."""
    lemma = tree.lemmas[verb]
    behind = [child for child in tree.children[verb] if child > verb and tree.is_word(child)]
    if tree.reading.xpos[verb] == "VB" and any(tree.word(mark) == "to" for mark in tree.dependents(verb, "mark")):
        return False
    if lemma in cues.VOW:
        return tree.first(verb, "xcomp") is not None
    if lemma in cues.ACT and passive(tree, verb):
        return False  # "was not welcomed by everyone": told of what nobody said in these words
    if lemma in cues.ACT:
        return any(tree.relations[child] in ("obj", "obl", "ccomp", "xcomp", "advcl") for child in behind)
    given = tree.first(verb, "obj")
    return lemma in cues.CONVEY and given is not None and tree.lemmas[given] in cues.CONVEYED


def wished(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return `the state to mend the dam` of `wants the state to mend the dam`, `the mayor to go` of `called on ...`.

    Somebody else's act is wanted: a noun stands between the verb and its `to`.
    """
    last = tree.sentence_of(verb)[1]
    start = verb + 1
    if tree.lemmas[verb] in ("call", "appeal", "press", "push", "wait"):
        if start >= last or tree.word(start) not in ("on", "upon", "for", "to"):
            return ()
        start += 1
    elif tree.lemmas[verb] not in ("want", "expect", "like", "prefer"):
        return ()
    at = start
    while at < last and tree.upos(at) in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "PART", "ADP"):
        if tree.word(at) == "to" and at + 1 < last and tree.reading.xpos[at + 1] == "VB":
            break
        at += 1
    if at == start or at + 1 >= last or tree.word(at) != "to" or tree.reading.xpos[at + 1] != "VB":
        return ()
    heads = [token for token in range(start, at) if tree.upos(token) in ("NOUN", "PROPN", "PRON")]
    run = trim(tree, start, max(max(tree.subtree(at + 1)) + 1, at + 2)) if heads else None
    return (run,) if run is not None and run[0] > verb else ()


def wants(tree: Tree, verb: int) -> bool:
    """Tell whether the verb asks for a thing: `demanded a recount`, `called for a recount`."""
    lemma = tree.lemmas[verb]
    if lemma in ("demand", "propose", "urge"):
        given = tree.first(verb, "obj")
        return given is not None and tree.upos(given) in ("NOUN", "PROPN")
    last = tree.sentence_of(verb)[1]
    if lemma not in ("call", "ask", "press", "push", "appeal", "plead", "lobby"):
        return False
    if verb + 2 >= last or tree.word(verb + 1) != "for" or tree.upos(verb + 2) in ("PRON", "PUNCT", "VERB", "AUX"):
        return False
    return any(tree.upos(token) in ("NOUN", "PROPN") for token in range(verb + 2, min(verb + 8, last)))


def counts(tree: Tree, verb: int) -> bool:
    """Tell whether the verb gives a number: `put the crowd at 400`, `estimated the loss at 3 million`."""
    if tree.lemmas[verb] not in ("put", "estimate", "count", "reckon", "number", "value", "set"):
        return False
    last = min(tree.sentence_of(verb)[1], verb + 15)
    for token in range(verb + 2, last - 1):
        if tree.word(token) == "at" and any(
            tree.upos(t) in ("NUM", "SYM") for t in range(token + 1, min(token + 5, last))
        ):
            return True
        if tree.upos(token) == "VERB" or tree.reading.words[token] in (",", ";") or tree.word(token) in _ELSEWHERE:
            return False
    return False
