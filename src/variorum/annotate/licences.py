"""Where in a clause's scope the word stands that licenses its certainty."""

from __future__ import annotations

from variorum.annotate.scope import Scope, verb_group
from variorum.annotate.tree import Tree


def among(scope: Scope, relations: tuple[str, ...], words: frozenset[str]) -> int | None:
    """Return the first dependent of the chain with one of these relations and lemmas."""
    tree = scope.tree
    for token in scope.chain:
        for child in (*tree.dependents(token, *relations), *verb_group(tree, token)):
            if tree.lemmas[child] in words or tree.word(child) in words:
                return child
    return None


def modal_of(scope: Scope, words: frozenset[str]) -> int | None:
    """Return the first auxiliary of the clause that is one of these words."""
    return among(scope, ("aux",), words)


def governed(scope: Scope, words: frozenset[str]) -> int | None:
    """Return a word of the chain above the head, or the governor, that is one of these lemmas."""
    higher = [*scope.chain[1:], *([scope.governor] if scope.governor is not None else [])]
    return next((token for token in higher if scope.tree.lemmas[token] in words), None)


def above(scope: Scope, words: frozenset[str]) -> int | None:
    """Return a word of the chain above the head, the governor or the cue that is one of these lemmas."""
    found = governed(scope, words)
    cued = found is None and scope.cue is not None and scope.tree.lemmas[scope.cue] in words
    return scope.cue if cued else found


def is_passive(tree: Tree, token: int) -> bool:
    """Tell whether a verb is passive, a bare participle without a subject of its own among them."""
    if any(tree.reading.deprels[child] in ("aux:pass", "nsubj:pass") for child in tree.children[token]):
        return True
    active = any(tree.relations[c] == "nsubj" or tree.lemmas[c] == "have" for c in tree.children[token])
    return tree.reading.xpos[token] == "VBN" and not active


def described(scope: Scope, words: frozenset[str]) -> int | None:
    """Return an adjective from `words` before a noun that heads a clause without a verb ("the planned visit")."""
    tree = scope.tree
    if tree.upos(scope.head) not in ("NOUN", "PROPN") or tree.dependents(scope.head, "cop", "nsubj"):
        return None
    return next((c for c in tree.dependents(scope.head, "amod", "compound") if tree.word(c) in words), None)
