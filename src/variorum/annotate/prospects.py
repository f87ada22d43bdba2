"""Rules for what lies ahead: told as going to happen, or as what would under a condition."""

from __future__ import annotations

from variorum.annotate import cues
from variorum.annotate.licences import above, described, governed, modal_of
from variorum.annotate.scope import Scope
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_EXPECTED_WORDS = words(
    """expected planned scheduled upcoming forthcoming due proposed imminent impending poised slated set bound
    ready expectation plan promise pledge vow prediction forecast"""
)

_EXPECT = words(
    """expect schedule plan predict forecast anticipate set slate poise project due prepare announce intend go
    arrange tip"""
)

_OATHS = words("allegiance loyalty fealty obedience faith solidarity oath")


def would(scope: Scope) -> int | None:
    """Return a `would` that tells of what is not so: no future seen from the past, and no wish ("would like")."""
    found = modal_of(scope, frozenset(("would", "'d", "’d")))
    if found is None or scope.backshifted or governed(scope, _EXPECT) is not None:
        return None
    if scope.tree.reading.xpos[found] != "MD" or above(scope, frozenset(("like", "love"))):
        return None
    return found


def future(scope: Scope) -> int | None:
    """Return the word by which a clause is told as going to happen, None for none."""
    tree = scope.tree
    found = modal_of(scope, frozenset(("will", "'ll", "’ll", "shall", "wo")))
    if found is None and (scope.backshifted or above(scope, _EXPECT)):
        found = modal_of(scope, frozenset(("would", "'d", "’d")))
    if found is not None:
        return found
    found = above(scope, _EXPECT | cues.PROMISE - {"offer"})
    if found is not None and (found in scope.chain or tree.lemmas[found] not in ("announce", "prepare", "go")):
        return found
    awaited = tree.lemmas[scope.head] in ("expect", "anticipate") and tree.first(scope.head, "obj") is not None
    if (
        awaited
        or _promises(tree, scope.head)
        or tree.word(scope.head)
        in (
            "expected",
            "scheduled",
            "planned",
            "due",
            "slated",
        )
    ):
        return scope.head
    for token in (*scope.chain[1:], *([scope.governor] if scope.governor is not None else [])):
        if tree.word(token) in _EXPECTED_WORDS:
            return token
    return _to_be(scope) or described(scope, _EXPECTED_WORDS)


def _promises(tree: Tree, verb: int) -> bool:
    """Tell whether the verb promises what is to come; who pledges allegiance or is sworn in has done so."""
    if tree.lemmas[verb] not in cues.PROMISE - {"agree", "offer", "commit"}:
        return False
    given = tree.first(verb, "obj")
    sworn_in = tree.lemmas[verb] == "swear" and verb + 1 < tree.sentence_of(verb)[1] and tree.word(verb + 1) == "in"
    return not sworn_in and (given is None or tree.lemmas[given] not in _OATHS)


def _to_be(scope: Scope) -> int | None:
    """Return the `to` of "is to visit", and of a headline's "President to visit"."""
    tree = scope.tree
    top = scope.chain[-1]
    for mark in tree.dependents(scope.head, "mark", "aux"):
        if tree.word(mark) != "to" or mark == 0:
            continue
        if tree.lemmas[mark - 1] == "be" and tree.upos(mark - 1) == "AUX":
            return mark
        headline = tree.head(top) < 0 or tree.relations[top] == "ccomp"
        if headline and top == scope.head and tree.first(top, "nsubj") is not None:
            return mark
    return None
