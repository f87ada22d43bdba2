"""Happenings that a sentence adds by a preposition: "resigned *amid an inquiry into his spending*".

A careful reader takes them for a fact of their own: what came before, what it was for, in spite of what. They leave the
clause that they stand at the edge of; one that stands in its middle stays where it is.
"""

from __future__ import annotations

from variorum.annotate.happenings import is_happening
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_ADDING = words("following amid amidst despite notwithstanding because due owing thanks along alongside besides")
"""Prepositions whose noun phrase is always a fact beside the clause's own."""

_PLACING = words("after before")
"""Those whose noun phrase is one where its noun names a happening."""

_JOINED = frozenset(
    (
        ("as", "part"), ("in", "protest"), ("in", "response"), ("in", "reaction"), ("in", "face"), ("in", "wake"),
        ("in", "addition"), ("in", "connection"), ("in", "retaliation"), ("in", "exchange"), ("in", "return"),
        ("in", "defiance"), ("in", "violation"), ("in", "spite"), ("on", "charge"), ("on", "suspicion"),
        ("amid", "concern"), ("as", "result"), ("in", "bid"), ("in", "effort"), ("in", "attempt"),
    )
)  # fmt: skip
"""Preposition and noun that together do the work of one preposition."""

_LEAST = 6
"""Words of such a phrase, its preposition among them; a shorter one only places the clause."""

_LEAST_PLACING = 5
"""The same for what came before or after."""

_LEAST_LEFT = 3
"""Words before a phrase at the end, so that a clause is left."""

_EMPTY = words("come occur happen")
"""Verbs that say nothing without what they come after or amid."""


def adds(tree: Tree, token: int) -> bool:
    """Tell whether a noun heads a phrase that adds a happening at the edge of its clause."""
    if tree.relations[token] not in ("obl", "nmod", "advcl", "acl") or tree.upos(token) not in ("NOUN", "PROPN"):
        return False
    case = next((child for child in tree.dependents(token, "case", "mark") if child < token), None)
    verb = tree.head(token)
    if case is None or verb < 0 or tree.roles[token] in ("title", "heading") or tree.lemmas[verb] in _EMPTY:
        return False
    group = tree.subtree(token)
    least = _LEAST_PLACING if tree.word(case) in _PLACING else _LEAST
    if sum(1 for t in group if tree.is_word(t)) < least or group[-1] - group[0] + 1 != len(group):
        return False
    return _adding(tree, token, case) and _at_edge(tree, group, verb)


def _adding(tree: Tree, token: int, case: int) -> bool:
    """Tell whether preposition and noun are of those that add a happening."""
    word, lemma = tree.word(case), tree.lemmas[token]
    if (word, lemma) in _JOINED:
        return bool(tree.dependents(token, "nmod", "acl"))
    if word == "with":
        before = min(tree.subtree(token)) - 1
        return before < tree.sentence_of(token)[0] or tree.reading.words[before] == ","
    told = bool(tree.dependents(token, "nmod", "amod", "acl", "compound"))
    return word in _ADDING or (word in _PLACING and is_happening(lemma) and told)


def _at_edge(tree: Tree, group: tuple[int, ...], verb: int) -> bool:
    """Tell whether the phrase opens its sentence, stands behind a comma, or stands behind a clause of some length."""
    first = tree.sentence_of(verb)[0]
    top = verb
    while top >= 0 and tree.upos(top) not in ("VERB", "AUX") and not tree.dependents(top, "cop"):
        top = tree.head(top)
    if top < 0 or top in group:
        return False
    before = sum(1 for token in range(first, group[0]) if tree.is_word(token))
    if group[0] > top:
        return before >= _LEAST_LEFT
    return not before or tree.reading.words[group[0] - 1] in (",", ";", "—", "–", "(")
