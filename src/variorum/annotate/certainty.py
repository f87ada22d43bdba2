"""How surely a clause is told, relative to the voice that tells it: one readable table of rules.

The first rule that fits decides; docs/certainty.md shows each with an example. What a rule looks at is the clause's
scope: its predicate, the words that govern it ("is expected to", "concerns that"), and the cue it is reported with.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.annotate import cues
from variorum.annotate.openness import condition, left_open, not_held, under_condition
from variorum.annotate.scope import Scope, negation, verb_group
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Certainty

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
_ALLEGED_WORDS = words("""alleged accused suspected allegation accusation suspicion concern fear worry""")
_ALLEGATIONS = words("allegation accusation suspicion concern fear worry")
_EXPECTED_WORDS = words(
    """expected planned scheduled upcoming forthcoming due proposed imminent impending poised slated set bound
    ready expectation plan promise pledge vow prediction forecast"""
)
_EXPECT = words(
    """expect schedule plan predict forecast anticipate set slate poise project due prepare announce intend go
    arrange tip"""
)
_REFUSALS = words("""refuse decline deny reject fail cancel scrap rebut refute disavow""")
_STOPPED = words("avoid refrain prevent stop halt abandon abort block fail")
_UNABLE = frozenset(("unable", "unwilling", "impossible"))
_ADVICE = frozenset(("should", "must", "ought"))
_SENSES = words("see hear tell smell feel taste recognize recognise remember make")
_ADVISERS = words(
    """want hope urge demand call ask request seek wish appeal plead beg press recommend propose encourage implore
    advise desire long lobby need pray"""
)


Rule = Callable[[Scope], int | None]


def judge(scope: Scope) -> tuple[Certainty, int | None]:
    """Return the clause's certainty and the token that licenses it, None for a plain statement."""
    for certainty, rule in RULES:
        cue = rule(scope)
        if cue is not None:
            return certainty, cue
    return "asserted", None


def _among(scope: Scope, relations: tuple[str, ...], words: frozenset[str]) -> int | None:
    """Return the first dependent of the chain with one of these relations and lemmas."""
    tree = scope.tree
    for token in scope.chain:
        for child in (*tree.dependents(token, *relations), *verb_group(tree, token)):
            if tree.lemmas[child] in words or tree.word(child) in words:
                return child
    return None


def _modal(scope: Scope, words: frozenset[str]) -> int | None:
    return _among(scope, ("aux",), words)


def _governed(scope: Scope, words: frozenset[str]) -> int | None:
    """Return a word of the chain above the head, or the governor, that is one of these lemmas."""
    above = [*scope.chain[1:], *([scope.governor] if scope.governor is not None else [])]
    return next((token for token in above if scope.tree.lemmas[token] in words), None)


def _above(scope: Scope, words: frozenset[str]) -> int | None:
    """Return a word of the chain above the head, the governor or the cue that is one of these lemmas."""
    found = _governed(scope, words)
    cued = found is None and scope.cue is not None and scope.tree.lemmas[scope.cue] in words
    return scope.cue if cued else found


def _would(scope: Scope) -> int | None:
    would = _modal(scope, frozenset(("would", "'d", "’d")))
    if would is None or scope.backshifted or _governed(scope, _EXPECT) is not None:
        return None
    if scope.tree.reading.xpos[would] != "MD" or _above(scope, frozenset(("like", "love"))):
        return None
    return would


def _advice(scope: Scope) -> int | None:
    advice = _modal(scope, _ADVICE)
    return None if advice is None or _concludes(scope, advice) else advice


def _concludes(scope: Scope, modal: int) -> bool:
    """Tell whether a `must` draws a conclusion about the past ("must have leaked") and asks for nothing."""
    return scope.tree.word(modal) == "must" and any(
        scope.tree.lemmas[child] == "have" and modal < child
        for token in scope.chain
        for child in scope.tree.dependents(token, "aux")
    )


def _wish(scope: Scope) -> int | None:
    tree = scope.tree
    found = _above(scope, _ADVISERS)
    if found is not None and negation(tree, found) is None:
        return found
    asking = tree.lemmas[scope.head] in ("urge", "demand", "want", "hope", "plead", "implore", "pray", "wish")
    sought = tree.lemmas[scope.head] in ("call", "appeal", "push", "press", "ask", "lobby", "warn") and any(
        tree.word(case) in ("for", "against") and child > scope.head
        for child in tree.dependents(scope.head, "obl", "advcl")
        for case in tree.dependents(child, "case", "mark")
    )
    return scope.head if (asking or sought) and negation(tree, scope.head) is None else None


def _hedge(scope: Scope) -> int | None:
    tree = scope.tree
    found = _among(scope, ("advmod", "discourse"), _HEDGES)
    if found is not None:
        return found
    modal = _modal(scope, _MAYBE | {"must"})
    if modal is not None and not (tree.word(modal) == "could" and _was_able(scope)):
        return modal if tree.word(modal) != "must" or _concludes(scope, modal) else None
    for token in (*scope.chain[1:], *([scope.governor] if scope.governor is not None else [])):
        lemma, word = tree.lemmas[token], tree.word(token)
        if word in _POSSIBLE_WORDS or (lemma in _SEEM and token in scope.chain):
            return token
        if lemma in _HELD and _is_passive(tree, token):
            return token
    if tree.lemmas[scope.head] in _HELD and _is_passive(tree, scope.head) and _leads_on(tree, scope.head):
        return scope.head
    if scope.cue is not None and tree.lemmas[scope.cue] in ("suggest", "speculate", "guess", "believe", "think"):
        return scope.cue
    if tree.word(scope.head) in _POSSIBLE_WORDS and tree.dependents(scope.head, "cop"):
        return scope.head
    return _described(scope, _POSSIBLE_WORDS) or _held_for(scope)


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


def _is_passive(tree: Tree, token: int) -> bool:
    if any(tree.reading.deprels[child] in ("aux:pass", "nsubj:pass") for child in tree.children[token]):
        return True
    active = any(tree.relations[c] == "nsubj" or tree.lemmas[c] == "have" for c in tree.children[token])
    return tree.reading.xpos[token] == "VBN" and not active


def _leads_on(tree: Tree, token: int) -> bool:
    """Tell whether an infinitive or a clause follows ("is said to ...", "it is feared that ...")."""
    return token + 1 < len(tree) and tree.word(token + 1) in ("to", "that")


def _concern(scope: Scope) -> int | None:
    """Return a noun of accusation or worry that the clause is the content of."""
    governor = scope.governor
    if governor is None or scope.tree.upos(governor) != "NOUN":
        return None
    return governor if scope.tree.lemmas[governor] in _ALLEGATIONS else None


def _accusation(scope: Scope) -> int | None:
    tree = scope.tree
    found = _among(scope, ("advmod",), frozenset(("allegedly",)))
    if found is not None:
        return found
    found = _above(scope, cues.ACCUSE | _ALLEGATIONS)
    if found is not None:
        return found
    passive = any(tree.reading.deprels[child] == "nsubj:pass" for child in tree.children[scope.head])
    if tree.lemmas[scope.head] in ("accuse", "allege", "implicate") or (
        tree.lemmas[scope.head] == "suspect" and passive
    ):
        return scope.head
    return _described(scope, _ALLEGED_WORDS)


def _denial(scope: Scope) -> int | None:
    tree = scope.tree
    for token in scope.chain:
        found = negation(tree, token)
        if found is not None:
            return found
    unable = next((token for token in scope.chain[1:] if tree.word(token) in _UNABLE), None)
    if unable is not None:
        return unable
    refusal = tree.lemmas[scope.head] in _REFUSALS
    if refusal and (tree.lemmas[scope.head] in cues.DENY or tree.dependents(scope.head, "obj", "xcomp", "ccomp")):
        return scope.head
    return _above(scope, _STOPPED | _REFUSALS)


def _future(scope: Scope) -> int | None:
    tree = scope.tree
    found = _modal(scope, frozenset(("will", "'ll", "’ll", "shall", "wo")))
    if found is None and (scope.backshifted or _above(scope, _EXPECT)):
        found = _modal(scope, frozenset(("would", "'d", "’d")))
    if found is not None:
        return found
    found = _above(scope, _EXPECT | cues.PROMISE)
    if found is not None and (found in scope.chain or tree.lemmas[found] not in ("announce", "prepare", "go")):
        return found
    if tree.lemmas[scope.head] in cues.PROMISE - {"agree", "offer", "commit"} or tree.word(scope.head) in (
        "expected",
        "scheduled",
        "planned",
        "due",
        "slated",
    ):
        return scope.head
    for token in (*scope.chain[1:], *([scope.governor] if scope.governor is not None else [])):
        if tree.word(token) in _EXPECTED_WORDS:
            return token
    return _to_be(scope) or _described(scope, _EXPECTED_WORDS)


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


def _described(scope: Scope, words: frozenset[str]) -> int | None:
    """Return an adjective from `words` before a noun that heads a clause without a verb ("the planned visit")."""
    tree = scope.tree
    if tree.upos(scope.head) not in ("NOUN", "PROPN") or tree.dependents(scope.head, "cop", "nsubj"):
        return None
    return next((c for c in tree.dependents(scope.head, "amod", "compound") if tree.word(c) in words), None)


RULES: tuple[tuple[Certainty, Rule], ...] = (
    ("hypothetical", condition),
    ("denied", not_held),
    ("hypothetical", under_condition),
    ("possible", left_open),
    ("wanted", _advice),
    ("alleged", _concern),
    ("possible", _hedge),
    ("denied", _denial),
    ("hypothetical", _would),
    ("wanted", _wish),
    ("alleged", _accusation),
    ("expected", _future),
)
"""In order: the first that finds its word decides; where none does, the clause is asserted."""
