"""Rules for what is told as possible: hedges, modals, and what is only held to be so."""

from __future__ import annotations

from variorum.annotate.licences import among, described, is_passive, modal_of
from variorum.annotate.scope import Scope, negation
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_HEDGES = words(
    """likely unlikely reportedly apparently possibly perhaps maybe potentially probably presumably seemingly
    supposedly ostensibly purportedly conceivably evidently"""
)

_MAYBE = frozenset(("may", "might", "could"))

_SEEM = frozenset(("appear", "seem", "look", "tend", "purport"))

_HELD = words("""believe think suppose assume presume rumor rumour say report purport fear understand""")

_POSSIBLE_WORDS = words(
    """possible likely unlikely probable potential apparent presumed suspected reported purported conceivable
    possibility likelihood chance speculation rumor rumour"""
)

_SENSES = words("see hear tell smell feel taste recognize recognise remember make")


def concludes(scope: Scope, modal: int) -> bool:
    """Tell whether a `must` draws a conclusion about the past ("must have leaked") and asks for nothing."""
    return scope.tree.word(modal) == "must" and any(
        scope.tree.lemmas[child] == "have" and modal < child
        for token in scope.chain
        for child in scope.tree.dependents(token, "aux")
    )


def hedge(scope: Scope) -> int | None:
    """Return the word by which a clause is told as possible, None for none."""
    tree = scope.tree
    found = among(scope, ("advmod", "discourse"), _HEDGES)
    if found is not None:
        return found
    modal = modal_of(scope, _MAYBE | {"must"})
    if modal is not None and not (tree.word(modal) == "could" and _was_able(scope)):
        return modal if tree.word(modal) != "must" or concludes(scope, modal) else None
    for token in (*scope.chain[1:], *([scope.governor] if scope.governor is not None else [])):
        lemma, word = tree.lemmas[token], tree.word(token)
        if word in _POSSIBLE_WORDS or (lemma in _SEEM and token in scope.chain):
            return token
        if lemma in _HELD and is_passive(tree, token):
            return token
    if tree.lemmas[scope.head] in _HELD and is_passive(tree, scope.head) and _leads_on(tree, scope.head):
        return scope.head
    if scope.cue is not None and tree.lemmas[scope.cue] in ("suggest", "speculate", "guess", "believe", "think"):
        return scope.cue
    if tree.word(scope.head) in _POSSIBLE_WORDS and tree.dependents(scope.head, "cop"):
        return scope.head
    return described(scope, _POSSIBLE_WORDS) or _held_for(scope)


def _was_able(scope: Scope) -> bool:
    """Tell whether a `could` tells of an ability in the past: one that was not there, or one of the senses."""
    tree, head = scope.tree, scope.head
    if negation(tree, scope.chain[0]) is not None:
        return True
    perfect = any(tree.lemmas[child] == "have" for child in tree.dependents(head, "aux"))
    acting = any(tree.reading.deprels[child] == "nsubj" for child in tree.children[head])
    return tree.lemmas[head] in _SENSES and acting and not perfect and scope.cue is None


def _held_for(scope: Scope) -> int | None:
    """Return the adjective of what something is held to be: "is a *likely* cause", "seen as a *possible* threat"."""
    tree, head = scope.tree, scope.head
    named = [head] if tree.dependents(head, "cop") else []
    named += [c for c in tree.dependents(head, "obl", "xcomp") if any(tree.word(t) == "as" for t in tree.children[c])]
    return next((c for n in named for c in tree.dependents(n, "amod") if tree.word(c) in _POSSIBLE_WORDS), None)


def _leads_on(tree: Tree, token: int) -> bool:
    """Tell whether an infinitive or a clause follows ("is said to ...", "it is feared that ...")."""
    return token + 1 < len(tree) and tree.word(token + 1) in ("to", "that")
