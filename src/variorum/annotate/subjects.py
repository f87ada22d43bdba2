"""Who speaks by a sentence's tree: the subject of a reporting verb, the agent of a passive, who is quoted by whom."""

from __future__ import annotations

import re

from variorum.annotate.cues import FIRST_SECOND
from variorum.annotate.tree import Tree

_PARTY = re.compile(r"[DRI]-[A-Z]")
"""How American news writes a member's party and state behind the name."""

_RELATIVES = frozenset(["who", "which", "that", "whom"])


def subject(tree: Tree, verb: int) -> int | None:
    """Return the token that heads the subject of `verb`, looked for along coordination and control.

    A relative pronoun gives its antecedent; a participle its governor's subject. None for a passive without agent.
    """
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        if passive(tree, at):
            agent = _agent(tree, at)
            if agent is not None or at == verb:
                return agent
        found = tree.first(at, "nsubj", "nsubj:outer", "csubj")
        if found is None and at == verb and _participle(tree, at):
            return _agent(tree, at)
        if found is not None and tree.relations[found] == "nsubj":
            return antecedent(tree, at, found) if tree.word(found) in _RELATIVES else _member(tree, found)
        relation, head = tree.relations[at], tree.head(at)
        if head < 0 or (relation in ("ccomp", "csubj", "parataxis") and relation != "parataxis"):
            return None
        if relation == "acl":
            return head
        if relation in ("conj", "xcomp", "advcl", "parataxis", "dep"):
            at = head
            continue
        return None
    return None


def _member(tree: Tree, token: int) -> int:
    """Return the name before a party and a state ("Ruiz, D-Calif., said") where the parse took the state for it."""
    first = tree.sentence_of(token)[0]
    at = token
    while at > first and not tree.reading.words[at - 1].startswith((",", "(")) and token - at < 3:
        at -= 1
    tag = "".join(tree.reading.words[at : token + 1])
    if at - 2 < first or tree.reading.words[at - 1] not in (",", "(") or not _PARTY.match(tag):
        return token
    return at - 2 if tree.upos(at - 2) == "PROPN" else token


def antecedent(tree: Tree, verb: int, pronoun: int) -> int:
    """Return what a relative pronoun stands for: its clause's head, else the noun nearest before it."""
    if tree.relations[verb] == "acl" and tree.head(verb) >= 0:
        return tree.head(verb)
    first = tree.sentence_of(pronoun)[0]
    before = (token for token in range(pronoun - 1, first - 1, -1) if tree.upos(token) in ("NOUN", "PROPN"))
    return next(before, pronoun)


def quoting(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Return voice and channel of `X was quoted by Y as saying` and `Y quoted X as saying`; None, None elsewhere."""
    head = tree.head(verb)
    if head < 0 or tree.lemmas[head] not in ("quote", "cite") or tree.relations[verb] not in ("advcl", "xcomp", "obl"):
        return None, None
    passive = tree.first(head, "nsubj:pass")
    if passive is not None:
        return passive, _agent(tree, head)
    quoted = tree.first(head, "obj")
    return quoted, tree.first(head, "nsubj") if quoted is not None else None


def personal(tree: Tree, token: int) -> bool:
    """Tell whether the token is a speaker's own `I`, `we` or `you`."""
    return tree.word(token) in FIRST_SECOND


def passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is passive: by its auxiliary, or by its subject where it has no other."""
    found = {tree.reading.deprels[child] for child in tree.children[verb]}
    return "aux:pass" in found or ("nsubj:pass" in found and "nsubj" not in found)


def _participle(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is a past participle without an auxiliary, said of a noun: "a man *accused* of theft"."""
    alone = not tree.dependents(verb, "aux", "nsubj")
    return alone and tree.reading.xpos[verb] == "VBN" and tree.relations[verb] in ("acl", "advcl", "amod")


def _agent(tree: Tree, verb: int) -> int | None:
    for child in tree.dependents(verb, "obl"):
        cases = tree.dependents(child, "case")
        if tree.reading.deprels[child] == "obl:agent" or any(tree.word(case) == "by" for case in cases):
            return child
    return None


def agent(tree: Tree, verb: int) -> int | None:
    """Return the head of `by ...` under a participle, None when there is none."""
    return _agent(tree, verb)
