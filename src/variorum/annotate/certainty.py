"""How surely a clause is told, relative to the voice that tells it: one readable table of rules.

The first rule that fits decides; docs/certainty.md shows each with an example. What a rule looks at is the clause's
scope: its predicate, the words that govern it ("is expected to", "concerns that"), and the cue it is reported with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from variorum.annotate import cues
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Certainty, Tense

_NEGATIONS = words("not never n't n’t neither nor hardly scarcely nowhere")
_NOBODY = frozenset(("nobody", "nothing", "none", "neither", "noone"))
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
_WANTED_WORDS = words("demand call hope wish appeal desire request plea bid")
_EXPECT = words(
    """expect schedule plan predict forecast anticipate set slate poise project due prepare announce intend go
    arrange tip"""
)
_REFUSALS = words("""refuse decline deny reject fail cancel scrap rebut refute disavow""")
_STOPPED = words("avoid refrain prevent stop halt abandon abort block fail")
_ADVICE = frozenset(("should", "must", "ought", "shall"))
_ADVISERS = words(
    """want hope urge demand call ask request seek wish appeal plead beg press recommend propose encourage implore
    advise desire long lobby need pray"""
)
_CONDITIONS = words("if unless lest provided assuming supposing")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the rules look at.

    Attributes:
        tree: The report's trees.
        head: The clause's predicate.
        chain: `head` and the words between it and the clause's top ("expected" of "is expected to arrive"),
            top last; where a coordinated verb shares its auxiliaries, the verb that has them too.
        governor: The word outside the clause that it is a complement of ("concerns that"), None when there is none.
        cue: Token of the cue it is reported with, None when the report itself speaks.
        backshifted: True when it is reported, not quoted, by a cue in the past: `would` is then a plain future.
    """

    tree: Tree
    head: int
    chain: tuple[int, ...]
    governor: int | None = None
    cue: int | None = None
    backshifted: bool = False


Rule = Callable[[Scope], int | None]


def judge(scope: Scope) -> tuple[Certainty, int | None]:
    """Return the clause's certainty and the token that licenses it, None for a plain statement."""
    for certainty, rule in RULES:
        cue = rule(scope)
        if cue is not None:
            return certainty, cue
    return "asserted", None


def scope_of(tree: Tree, top: int, head: int, cue: int | None = None, *, direct: bool = False) -> Scope:
    """Return the scope of the clause that hangs at `top` and is about `head`."""
    chain = [head]
    for ancestor in tree.ancestors(head):
        if chain[-1] == top:
            break
        chain.append(ancestor)
    at = top
    while tree.relations[at] == "conj" and tree.head(at) >= 0 and tree.head(at) not in chain and _shares(tree, at):
        at = tree.head(at)
        chain.append(at)
    governor = None
    parent = tree.head(at)
    if parent >= 0 and (
        tree.relations[at] in ("ccomp", "xcomp", "csubj")
        or (tree.relations[at] == "acl" and tree.reading.deprels[at] != "acl:relcl")
        or (tree.relations[at] == "advcl" and _of(tree, at))
    ):
        governor = parent
    past = cue is not None and (tree.reading.xpos[cue] in ("VBD", "VBN") or tree.word(cue) == "according")
    return Scope(tree, head, tuple(chain), governor, cue, past and not direct)


def negation(tree: Tree, token: int) -> int | None:
    """Return the word that negates the predicate `token`, None when nothing does."""
    for child in tree.children[token]:
        relation, lemma = tree.relations[child], tree.lemmas[child]
        negates = lemma in _NEGATIONS or tree.word(child) in _NEGATIONS
        if negates and relation in ("advmod", "cc", "discourse") and not _only(tree, child):
            return child
        if relation in ("nsubj", "obj", "obl") and tree.lemmas[child] in _NOBODY:
            return child
        if relation in ("nsubj", "obj"):
            for word in tree.dependents(child, "det", "advmod"):
                if tree.word(word) in ("no", "neither"):
                    return word
        if relation == "aux" and tree.word(child) == "cannot":
            return child
    near = (at for at in verb_group(tree, token) if tree.lemmas[at] in _NEGATIONS or tree.word(at) in _NEGATIONS)
    return next((at for at in near if not _only(tree, at)), None)


def verb_group(tree: Tree, token: int) -> tuple[int, ...]:
    """Return the auxiliaries, adverbs and negations that stand right before a predicate or its copula, by form alone.

    A parse may hang a "not" or a "likely" on another word; where it stands shows what it is about.
    """
    found: list[int] = []
    first = tree.sentence_of(token)[0]
    for start in (*tree.dependents(token, "cop"), token):
        at = start - 1
        while at >= first and tree.upos(at) in ("AUX", "ADV", "PART") and tree.word(at) != "to" and at not in found:
            found.append(at)
            at -= 1
    return tuple(sorted(found))


def tense_of(tree: Tree, scope: Scope) -> Tense:
    """Return the tense of the clause's verb group; `none` where nothing in it is finite."""
    for token in reversed(scope.chain):
        words = [child for child in tree.children[token] if tree.relations[child] in ("aux", "cop")] + [token]
        tags = {tree.reading.xpos[word] for word in words}
        if any(tree.word(word) in ("will", "'ll", "’ll", "shall", "wo") for word in words):
            return "future"
        if "VBD" in tags or any(tree.word(word) in ("would", "could", "might") for word in words):
            return "past"
        if tags & {"VBZ", "VBP", "MD"}:
            perfect = any(tree.lemmas[word] == "have" for word in words if word != token)
            return "past" if perfect else "present"
    return "none"


def _shares(tree: Tree, token: int) -> bool:
    """Tell whether a coordinated verb takes its auxiliaries from the one before it."""
    own = tree.dependents(token, "aux", "nsubj", "cop", "mark")
    return not own and tree.reading.xpos[token] in ("VB", "VBN", "VBG")


def _of(tree: Tree, token: int) -> bool:
    return any(tree.word(mark) in ("of", "against", "with", "for") for mark in tree.dependents(token, "mark", "case"))


def _only(tree: Tree, token: int) -> bool:
    return token + 1 < len(tree) and tree.word(token + 1) in ("only", "just", "least", "until")


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


def _above(scope: Scope, words: frozenset[str]) -> int | None:
    """Return a word of the chain above the head, the governor or the cue that is one of these lemmas."""
    above = [*scope.chain[1:], *([scope.governor] if scope.governor is not None else [])]
    above += [scope.cue] if scope.cue is not None else []
    return next((token for token in above if scope.tree.lemmas[token] in words), None)


def _condition(scope: Scope) -> int | None:
    tree = scope.tree
    for token in scope.chain:
        for child in tree.dependents(token, "mark", "advmod"):
            if tree.word(child) in _CONDITIONS and not (child and tree.word(child - 1) == "as"):
                return child
        subject = tree.first(token, "nsubj")
        for child in tree.dependents(token, "aux", "cop"):
            inverted = tree.word(child) in ("should", "were", "had") and subject is not None and child < subject
            if inverted and tree.relations[token] == "advcl":
                return child
        for clause in tree.dependents(token, "advcl"):
            for child in tree.dependents(clause, "mark", "aux"):
                inverted = tree.word(child) == "should" and child == min(tree.subtree(clause))
                if tree.word(child) in _CONDITIONS or inverted:
                    return child
    return None


def _would(scope: Scope) -> int | None:
    would = _modal(scope, frozenset(("would", "'d", "’d")))
    if would is None or scope.backshifted or _above(scope, _EXPECT | _HELD):
        return None
    if scope.tree.reading.xpos[would] != "MD" or _above(scope, frozenset(("like", "love"))):
        return None
    return would


def _advice(scope: Scope) -> int | None:
    return _modal(scope, _ADVICE - {"shall"})


def _wish(scope: Scope) -> int | None:
    tree = scope.tree
    found = _above(scope, _ADVISERS)
    if found is not None and negation(tree, found) is None:
        return found
    if tree.lemmas[scope.head] in ("urge", "demand", "want", "hope", "plead", "implore", "pray", "wish"):
        return scope.head if negation(tree, scope.head) is None else None
    return None


def _hedge(scope: Scope) -> int | None:
    tree = scope.tree
    found = _among(scope, ("advmod", "discourse"), _HEDGES)
    if found is not None:
        return found
    modal = _modal(scope, _MAYBE)
    if modal is not None and (tree.word(modal) != "could" or negation(tree, scope.chain[0]) is None):
        return modal
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
    return _described(scope, _POSSIBLE_WORDS)


def _is_passive(tree: Tree, token: int) -> bool:
    if any(tree.reading.deprels[child] in ("aux:pass", "nsubj:pass") for child in tree.children[token]):
        return True
    return tree.reading.xpos[token] == "VBN" and not any(
        tree.lemmas[child] == "have" for child in tree.dependents(token, "aux")
    )


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
    ("hypothetical", _condition),
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
