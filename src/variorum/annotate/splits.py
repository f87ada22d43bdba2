"""Which predicates of a sentence make a clause of their own, apart from the one that they hang under."""

from __future__ import annotations

from variorum.annotate.cues import REPORTING
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

CLAUSAL = ("ccomp", "advcl", "acl", "parataxis", "csubj", "conj", "appos", "dep", "xcomp")
"""Relations by which one clause hangs under another."""

_COMPLEMENTS = words("of in at from to about into on upon over against by with as")
"""Prepositions whose gerund or question completes the word before it: "accused of lying", "asked about who paid"."""

_ASKING = words("whether who whom whose what which when where why how if")
_FREE = words("what whatever whoever whichever where wherever how why")
"""Words that are noun and relative pronoun in one: what follows is no clause apart ("what he called a victory")."""

_MEASURES = words("long soon far much")
_EMPTY = words("come occur happen")
"""Verbs that say nothing without what they come after, amid or because of."""


def predicate(tree: Tree, token: int) -> bool:
    """Tell whether the token is what a clause says of something: a verb, or a word with a copula or a subject."""
    return tree.upos(token) in ("VERB", "AUX") or bool(tree.dependents(token, "cop", "nsubj", "csubj", "aux"))


def splits(tree: Tree, token: int) -> bool:
    """Tell whether a dependent predicate makes a clause of its own."""
    relation, size = tree.relations[token], len(tree.subtree(token))
    head = tree.head(token)
    marks = [mark for mark in tree.dependents(token, "mark", "case") if mark < token]
    infinitive = any(tree.word(mark) == "to" and tree.relations[mark] == "mark" for mark in marks)
    subject = bool(tree.dependents(token, "nsubj", "csubj"))
    if relation == "xcomp":
        return subject and size > 3
    if relation == "conj":
        verbal = tree.upos(head) in ("VERB", "AUX") or predicate(tree, head)
        if not verbal:
            return subject or _parallel(tree, token)
        shared = infinitive and tree.relations[head] == "xcomp"
        reach = _reach(tree, token)
        return subject or (not shared and (reach > 2 or (size > 2 and not _bare(tree, token))))
    if (infinitive and not subject) or _completes(tree, token):
        return False
    if relation == "appos":
        return subject
    if relation == "acl" and not subject and tree.reading.deprels[token] != "acl:relcl":
        return size >= 4 and tree.upos(token) == "VERB"
    return size >= (2 if relation in ("ccomp", "parataxis") and tree.lemmas[head] in REPORTING else 3)


def _completes(tree: Tree, token: int) -> bool:
    """Tell whether a clause only completes the word it hangs on, which would say nothing without it."""
    if tree.relations[token] not in ("acl", "advcl", "ccomp"):
        return False
    head, group = tree.head(token), tree.subtree(token)
    first = next((t for t in group if tree.is_word(t)), token)
    second = first + 1 if first + 1 < len(tree) else first
    subject = bool(tree.dependents(token, "nsubj", "csubj"))
    if tree.reading.deprels[token] == "acl:relcl":
        return tree.word(head) in _FREE
    if tree.word(first) in _COMPLEMENTS and tree.upos(first) in ("ADP", "SCONJ", "PART"):
        if tree.reading.xpos[token] == "VBG" and not subject:
            return True
        if tree.word(second) in _ASKING and tree.word(first) != "as":
            return True
    if tree.word(first) == "for" and tree.reading.xpos[token] == "VBG" and not subject:
        return tree.upos(head) == "ADJ" or len(group) < 4
    if tree.relations[token] != "advcl" or first < head:
        return False
    measured = tree.word(head) in _MEASURES and tree.upos(head) == "ADV"
    return measured or (tree.lemmas[head] in _EMPTY and subject)


def _parallel(tree: Tree, token: int) -> bool:
    """Tell whether a verb joined to a noun goes with the verb of that noun's clause: "cutting nets and fishing"."""
    if tree.upos(token) != "VERB" or not tree.dependents(token, "obj") or _reach(tree, token) < 3:
        return False
    above = next((t for t in tree.ancestors(tree.head(token)) if tree.upos(t) == "VERB"), None)
    return above is not None and tree.reading.xpos[above] == tree.reading.xpos[token]


def _bare(tree: Tree, token: int) -> bool:
    """Tell whether a coordinated verb shares all that stands beside it ("greeted and hugged him")."""
    beside = [child for child in tree.children[token] if tree.relations[child] not in ("cc", "punct", "advmod")]
    return not beside


def _reach(tree: Tree, token: int) -> int:
    """Return how many words there are from a verb to the next comma or conjunction, wherever the parse hangs them."""
    last = tree.sentence_of(token)[1]
    at = token
    while at < last and tree.is_word(at) and tree.upos(at) != "CCONJ":
        at += 1
    return at - token
