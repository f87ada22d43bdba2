"""What leaves a clause open or turns it down from outside: conditions, questions, and opinions that nobody holds."""

from __future__ import annotations

from variorum.annotate import cues
from variorum.annotate.scope import Scope, negation
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_CONDITIONS = words("if unless lest provided assuming supposing")
_INVERTED = frozenset(("should", "were", "had"))
_OPINIONS = words(
    """think believe feel imagine expect suppose reckon anticipate mean suggest pretend see consider assume claim"""
)
"""Verbs whose negation reaches into their clause ("does not think that"): of opinion, and of implication."""
_EXCLUDING = frozenset(("rule", "exclude", "preclude"))
_UNSPOKEN = frozenset(("can", "could", "cannot", "ca"))
_UNCOMMITTED = (cues.SAY | cues.THINK | words("claim pretend suppose imagine")) - words(
    "acknowledge admit reveal disclose confirm learn state note recall remark point notify inform"
)
"""Verbs that leave open what they govern once they stand under a condition or a question themselves."""


def condition(scope: Scope) -> int | None:
    """Return the word that makes a clause a condition, or puts it under one: `if`, `unless`, an inverted `should`."""
    tree = scope.tree
    for token in scope.chain:
        found = _is_condition(tree, token)
        if found is not None:
            return found
        for clause in tree.dependents(token, "advcl"):
            found = _is_condition(tree, clause)
            if found is not None and not (found > token and tree.relations[found - 1] == "cc"):
                return found  # in "it rains, but if it stops ..." the rain is under no condition
    return _condition_before(tree, scope)


def _is_condition(tree: Tree, token: int) -> int | None:
    """Return the word by which the clause of `token` is a condition, None where it is none."""
    for child in tree.dependents(token, "mark", "advmod"):
        if tree.word(child) in _CONDITIONS and not (child and tree.word(child - 1) == "as"):
            asked = tree.relations[token] in ("ccomp", "csubj") and child == min(tree.subtree(token))
            return None if asked else child
    subject = tree.first(token, "nsubj")
    for child in tree.dependents(token, "aux", "cop"):
        inverted = tree.word(child) in _INVERTED and subject is not None and child < subject
        loose = tree.relations[token] == "advcl" or tree.word(child) == "should"
        if inverted and loose and tree.head(token) >= 0 and not _ends_asking(tree, token):
            return child
    return None


def _condition_before(tree: Tree, scope: Scope) -> int | None:
    """Return the `should` of "should it rain, the boats stay", wherever the parse hangs its clause."""
    head = scope.chain[0]
    first = tree.sentence_of(head)[0]
    own = min((t for t in tree.subtree(scope.chain[-1]) if first <= t <= head), default=head)
    border = next((t for t in range(own, first, -1) if tree.reading.words[t - 1] == ","), None)
    if border is None or border > head:
        return None
    for token in range(border - 2, first - 1, -1):
        if tree.reading.words[token] in (",", ";", ":"):
            return None
        if tree.word(token) == "should" and tree.upos(token) == "AUX":
            verb = tree.head(token)
            subject = tree.first(verb, "nsubj") if verb >= 0 else None
            return token if subject is not None and token < subject and not _ends_asking(tree, token) else None
    return None


def under_condition(scope: Scope) -> int | None:
    """Return the condition or question word over the verb that says or thinks the clause ("if you think that ...").

    What somebody knows or admits stands all the same; what somebody thinks does not.
    """
    tree, governor = scope.tree, scope.governor
    if governor is None or tree.lemmas[governor] not in _UNCOMMITTED or tree.relations[scope.chain[-1]] == "csubj":
        return None
    found = _is_condition(tree, governor)
    if found is None and _ends_asking(tree, governor):
        found = next((c for c in tree.dependents(governor, "aux", "nsubj") if c < governor), None)
    return found


def not_held(scope: Scope) -> int | None:
    """Return the negation of the opinion that a clause would be: "does not think *that the dam will hold*".

    `Could not believe that` is no denial but surprise; `cannot say that` is one.
    """
    tree = scope.tree
    for token in dict.fromkeys(t for t in (scope.governor, scope.cue) if t is not None):
        lemma, spoken = tree.lemmas[token], tree.relations[scope.chain[-1]]
        unable = any(tree.word(child) in _UNSPOKEN for child in tree.dependents(token, "aux"))
        held = lemma in _OPINIONS and not (unable and lemma in ("believe", "imagine"))
        if not (held or (lemma == "say" and unable)) or spoken == "acl" or _asks(tree, scope.chain):
            continue
        found = negation(tree, token)
        if found is not None:
            return found
    return None


def left_open(scope: Scope) -> int | None:
    """Return what leaves a clause open: `whether`, an `if` after a verb of asking, the first word of a question.

    What somebody does not rule out is open too.
    """
    tree = scope.tree
    kept = _kept_open(scope)
    if kept is not None:
        return kept
    for token in scope.chain:
        for child in tree.dependents(token, "mark", "advmod"):
            asked = tree.word(child) == "if" and tree.relations[token] in ("ccomp", "csubj")
            if tree.word(child) == "whether" or asked:
                return child
    top = scope.chain[-1]
    if tree.relations[top] in ("acl", "advcl", "csubj", "ccomp") or not _ends_asking(tree, top):
        return None
    begun = next((t for t in tree.subtree(top) if tree.is_word(t) and tree.upos(t) not in ("CCONJ", "ADV")), top)
    subject = tree.first(scope.head, "nsubj")
    fronted = subject is not None and begun < subject and tree.upos(begun) == "AUX"
    return begun if fronted and tree.head(begun) in scope.chain else None


def _kept_open(scope: Scope) -> int | None:
    """Return the `rule` of "refused to rule out a strike", "has not ruled out that ...", None elsewhere."""
    tree = scope.tree
    for token in dict.fromkeys(t for t in (*scope.chain, scope.governor, scope.cue) if t is not None):
        if tree.lemmas[token] not in _EXCLUDING or (tree.lemmas[token] == "rule" and not _out(tree, token)):
            continue
        above = tree.head(token) if tree.relations[token] in ("xcomp", "ccomp", "advcl") else -1
        refused = above >= 0 and tree.lemmas[above] in ("refuse", "decline") and negation(tree, above) is None
        if refused or negation(tree, token) is not None:
            return token
    return None


def rules_out(scope: Scope) -> int | None:
    """Return the `rule` of "ruled out closing the plant", where nothing turns it round; None elsewhere."""
    tree = scope.tree
    held = (token for token in (*scope.chain, scope.governor, scope.cue) if token is not None)
    return next((token for token in held if tree.lemmas[token] == "rule" and _out(tree, token)), None)


def _out(tree: Tree, token: int) -> bool:
    return token + 1 < len(tree) and tree.word(token + 1) == "out"


def _asks(tree: Tree, chain: tuple[int, ...]) -> bool:
    """Tell whether a clause is itself an embedded question: "cannot say *when it opens*"."""
    first = next((t for t in tree.subtree(chain[-1]) if tree.is_word(t)), chain[-1])
    return tree.word(first) in ("whether", "if", "when", "where", "who", "what", "why", "how", "which")


def _ends_asking(tree: Tree, token: int) -> bool:
    """Tell whether the sentence of a token ends in a question mark."""
    first, last = tree.sentence_of(token)
    at = last - 1
    while at > first and not tree.is_word(at) and tree.reading.words[at] not in ("?", ".", "!"):
        at -= 1
    return tree.reading.words[at] == "?"
