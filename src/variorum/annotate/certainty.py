"""How surely a clause is told, relative to the voice that tells it: one readable table of rules.

The first rule that fits decides; docs/certainty.md shows each with an example. What a rule looks at is the clause's
scope: its predicate, the words that govern it ("is expected to", "concerns that"), and the cue it is reported with.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.annotate import cues
from variorum.annotate.hedges import concludes, hedge
from variorum.annotate.licences import above, among, described, modal_of
from variorum.annotate.openness import condition, left_open, not_held, rules_out, under_condition
from variorum.annotate.prospects import future, would
from variorum.annotate.scope import Scope, negation
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Certainty

_ALLEGED_WORDS = words("""alleged accused suspected allegation accusation suspicion concern fear worry""")
_ALLEGATIONS = words("allegation accusation suspicion concern fear worry")
_REFUSALS = words("""refuse decline deny reject fail cancel scrap rebut refute disavow""")
_STOPPED = words("avoid refrain prevent stop halt abandon abort block fail")
_UNABLE = frozenset(("unable", "unwilling", "impossible"))
_ADVICE = frozenset(("should", "must", "ought"))
_WOULD = frozenset(("would", "'d", "’d"))
_SPOKEN = words("thank apologize apologise express congratulate welcome say add stress begin start")
"""What is done by saying that one would like to: "we would like to thank"."""
_PLEAS = frozenset(("guilty", "innocent", "contest"))
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


def _advice(scope: Scope) -> int | None:
    advice = modal_of(scope, _ADVICE)
    return None if advice is None or concludes(scope, advice) else advice


def _wish(scope: Scope) -> int | None:
    tree = scope.tree
    found = above(scope, _ADVISERS)
    if found is not None and negation(tree, found) is None and not _plea(tree, found):
        return found
    liked = next((token for token in scope.chain if tree.lemmas[token] in ("like", "love")), None)
    spoken = tree.lemmas[scope.head] in _SPOKEN
    if liked is not None and not spoken and modal_of(scope, _WOULD) is not None and negation(tree, liked) is None:
        return liked
    asking = tree.lemmas[scope.head] in ("urge", "demand", "want", "hope", "plead", "implore", "pray", "wish")
    asks = (asking and not _plea(tree, scope.head)) or _seeks(scope)
    return scope.head if asks and negation(tree, scope.head) is None else _warned(scope)


def _plea(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is that of a plea in court, which asks for nothing: "pleaded not guilty"."""
    behind = range(verb + 1, min(verb + 4, tree.sentence_of(verb)[1]))
    return tree.lemmas[verb] == "plead" and any(tree.word(token) in _PLEAS for token in behind)


def _seeks(scope: Scope) -> bool:
    """Tell whether the clause calls for or against a thing; "called a strike for May" holds one."""
    tree, head = scope.tree, scope.head
    if tree.upos(head) != "VERB" or tree.lemmas[head] not in (
        "call",
        "appeal",
        "push",
        "press",
        "ask",
        "lobby",
        "warn",
    ):
        return False
    called = tree.lemmas[head] == "call" and tree.first(head, "obj") is not None
    behind = head + 1 < tree.sentence_of(head)[1] and tree.word(head + 1) in ("for", "against")
    governed_by = any(
        tree.word(case) in ("for", "against") and child > head
        for child in tree.dependents(head, "obl", "advcl")
        for case in tree.dependents(child, "case", "mark")
    )
    return (behind or governed_by) and not called


def _warned(scope: Scope) -> int | None:
    """Return the `warn` over what somebody is warned against: "warned the crew *against sailing*"."""
    tree = scope.tree
    marks = (mark for token in scope.chain for mark in tree.dependents(token, "mark", "case"))
    if not any(tree.word(mark) == "against" for mark in marks):
        return None
    return above(scope, frozenset(("warn", "advise", "caution")))


def _admitted(tree: Tree, charge: int) -> bool:
    """Tell whether somebody pleaded guilty to a charge: what it holds against them is no longer an accusation."""
    plea = next((token for token in tree.ancestors(charge) if _plea(tree, token)), None)
    if plea is None:
        return False
    behind = [tree.word(token) for token in range(plea + 1, charge)]
    return "guilty" in behind and "not" not in behind[: behind.index("guilty")]


def _concern(scope: Scope) -> int | None:
    """Return a noun of accusation or worry that the clause is the content of."""
    governor = scope.governor
    if governor is None or scope.tree.upos(governor) != "NOUN":
        return None
    return governor if scope.tree.lemmas[governor] in _ALLEGATIONS else None


def _accusation(scope: Scope) -> int | None:
    tree = scope.tree
    found = among(scope, ("advmod",), frozenset(("allegedly",)))
    if found is not None:
        return found
    found = above(scope, cues.ACCUSE | _ALLEGATIONS)
    if found is not None:
        return None if _admitted(tree, found) else found
    passive = any(tree.reading.deprels[child] == "nsubj:pass" for child in tree.children[scope.head])
    against = any(tree.word(mark) == "of" for c in tree.children[scope.head] for mark in tree.children[c] if mark < c)
    if tree.lemmas[scope.head] in ("accuse", "allege", "implicate") or (
        tree.lemmas[scope.head] == "suspect" and (passive or against)
    ):
        return scope.head
    return described(scope, _ALLEGED_WORDS)


def _denial(scope: Scope) -> int | None:
    tree = scope.tree
    for token in scope.chain:
        found = negation(tree, token)
        if found is not None:
            return found
    unable = next((token for token in scope.chain[1:] if tree.word(token) in _UNABLE), None)
    if unable is not None:
        return unable
    head = tree.lemmas[scope.head]
    plainly = head in cues.DENY | {"refuse", "decline"} and tree.upos(scope.head) == "VERB"
    if head in _REFUSALS and (plainly or tree.dependents(scope.head, "obj", "xcomp", "ccomp")):
        return scope.head
    excluded = rules_out(scope)
    return excluded if excluded is not None else above(scope, _STOPPED | _REFUSALS)


RULES: tuple[tuple[Certainty, Rule], ...] = (
    ("hypothetical", condition),
    ("denied", not_held),
    ("hypothetical", under_condition),
    ("possible", left_open),
    ("wanted", _advice),
    ("alleged", _concern),
    ("possible", hedge),
    ("denied", _denial),
    ("hypothetical", would),
    ("wanted", _wish),
    ("alleged", _accusation),
    ("expected", future),
)
"""In order: the first that finds its word decides; where none does, the clause is asserted."""
