"""What certainty and tense are read from: a clause's predicate, the words that govern it, and the cue over it."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Tense

_NEGATIONS = words("not never n't n’t neither nor hardly scarcely nowhere")
_OCCASIONS = frozenset(("time", "point", "way", "stage", "circumstance", "account"))
"""Nouns whose `no` negates the verb: "at no time", "in no way"."""
_NOBODY = frozenset(("nobody", "nothing", "none", "neither", "noone"))


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
    past = cue is not None and (tree.reading.xpos[cue] in ("VBD", "VBN", "VBG") or tree.word(cue) == "according")
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
        if relation in ("nsubj", "obj") or (relation == "obl" and lemma in _OCCASIONS):
            for word in tree.dependents(child, "det", "advmod"):
                if tree.word(word) in ("no", "neither"):
                    return word
        if relation == "nsubj" and tree.word(begun := min(tree.subtree(child))) == "not" and not _only(tree, begun):
            return begun  # "not one gate was closed"
        if relation == "aux" and tree.word(child) == "cannot":
            return child
        if tree.word(child) == "longer" and child and tree.word(child - 1) == "no":
            return child - 1
        if relation in ("mark", "case") and tree.word(child) == "without" and tree.upos(token) in ("VERB", "AUX"):
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
