"""Who and what takes part in a clause, by deep role."""

from __future__ import annotations

from variorum.annotate.cast import Cast, entity_of
from variorum.annotate.clauses import Clause
from variorum.annotate.sources import phrase
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Participant, ParticipantRole

_PLACES = words("""in at near on from into inside outside off across over toward""")
_RELATIVES = frozenset(("who", "which", "that", "whom", "where"))


def participants(tree: Tree, cast: Cast, clause: Clause) -> tuple[Participant, ...]:
    """Return the participants of a clause in order of offset; a shared or understood subject counts too."""
    found: dict[int, tuple[ParticipantRole, str | None]] = {}
    passive = _passive(tree, clause.head)
    for token in {clause.head: None, clause.top: None}:
        for child in tree.children[token]:
            role = _role(tree, cast, child, passive)
            if role is not None and child not in (clause.head, clause.top):
                found.setdefault(_antecedent(tree, token, child), role)
    if not any(role == "agent" for role, _ in found.values()) and not (passive and found):
        shared = _understood(tree, clause)
        if shared is not None and shared not in found:
            found[shared] = ("patient" if passive else "agent", None)
    made = [
        Participant(
            role, tree.span(*phrase(tree, head)), tree.lemmas[head], _id(entity_of(tree, cast, head)), preposition
        )
        for head, (role, preposition) in found.items()
    ]
    return tuple(sorted(made, key=lambda participant: participant.span))


def entity_id(number: int) -> str:
    """Return the id that an entity of a report has before the story's entities are joined."""
    return f"e{number + 1}"


def _id(number: int | None) -> str | None:
    return None if number is None else entity_id(number)


def _passive(tree: Tree, head: int) -> bool:
    if any(tree.reading.deprels[child] in ("aux:pass", "nsubj:pass") for child in tree.children[head]):
        return True
    return tree.reading.xpos[head] == "VBN" and tree.relations[head] in ("acl", "advcl")


def _role(tree: Tree, cast: Cast, child: int, passive: bool) -> tuple[ParticipantRole, str | None] | None:
    relation = tree.relations[child]
    case = next((tree.word(case) for case in tree.dependents(child, "case")), None)
    if relation == "nsubj":
        return ("patient" if tree.reading.deprels[child] == "nsubj:pass" else "agent"), None
    if relation == "obj":
        return "patient", None
    if relation == "iobj":
        return "recipient", None
    if tree.reading.deprels[child] == "nmod:poss":
        return "agent", None
    if relation not in ("obl", "nmod") or tree.upos(child) not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    if tree.reading.deprels[child] == "obl:agent" or (passive and case == "by"):
        return "agent", case
    if case == "of" and relation == "nmod":
        return "patient", case
    number = cast.owner[child]
    if case in _PLACES and number >= 0 and cast.names[number].kind == "place":
        return "place", case
    if case == "to" and number >= 0:
        return ("place" if cast.names[number].kind == "place" else "recipient"), case
    return "other", case


def _antecedent(tree: Tree, verb: int, child: int) -> int:
    """Return what a relative pronoun stands for, else the word itself."""
    above = tree.head(verb)
    return above if tree.word(child) in _RELATIVES and tree.relations[verb] == "acl" and above >= 0 else child


def _understood(tree: Tree, clause: Clause) -> int | None:
    """Return the subject that a participle, an infinitive or a coordinated verb takes from above, None for none."""
    at, seen = clause.top, {clause.top}
    while True:
        above = tree.head(at)
        if above < 0 or above in seen:
            return None
        if tree.relations[at] in ("acl", "appos"):
            return above
        if tree.relations[at] not in ("conj", "advcl", "xcomp", "parataxis"):
            return None
        found = tree.first(above, "nsubj")
        if found is not None:
            return found
        seen.add(above)
        at = above
