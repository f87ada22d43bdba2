"""What the words beside a name tell about it: a body's, a place's or a person's.

A network that never met a name guesses its kind from the form: every firm called after its founder looks like a person.
The words beside it know better: a *board*, *shares* and *plants* belong to a firm, one is *in* a place, and *Ms* stands
before a person. Where a firm bears its owner's surname, the bare surname is the firm's where such words say so.
"""

from __future__ import annotations

from collections import Counter

from variorum.annotate.name_forms import NamedEntity
from variorum.annotate.sources import dateline_end
from variorum.annotate.titles import BUSINESSES, TITLES, bare, country
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import EntityKind

_OF_FIRMS = words(
    """shareholder board plant factory customer takeover subsidiary profit revenue workforce management dividend
    supplier merger employee worker director executive officer"""
)
"""Nouns for what a firm has and a person seldom: `'s plants`, `the board of`."""
_TRADED = words("share stock bond bid offer stake")
"""Nouns that a person may own too: they tell of a firm as a compound or in `shares in`, `a bid for`."""
_INSIDE = words("in near outside throughout across inside around")
_SHARE = 0.2  # of a bare surname's mentions, those that have to tell of the firm of that name


def settle_kinds(tree: Tree, found: list[NamedEntity]) -> list[NamedEntity]:
    """Correct kinds by what stands beside the mentions, and part a firm from the person of its name.

    Args:
        tree: The report.
        found: Its entities with their mentions marked; kinds, forms and mentions are changed.

    Returns:
        The entities, with those that were parted from a person behind them.
    """
    parted: list[NamedEntity] = []
    for entity in found:
        if entity.kind in ("person", "other"):
            kind = _settled(entity, _told(tree, _full(tree, entity)))
            if kind is not None:
                entity.kind = kind
    for entity in found:
        firm = _firm_of(tree, entity, found) if entity.kind == "person" else None
        if firm is not None and firm not in found:
            parted.append(firm)
    return [*found, *parted]


def _settled(entity: NamedEntity, told: Counter[EntityKind]) -> EntityKind | None:
    """Return the kind that the words beside a name tell, None where they tell nothing against the network's."""
    if told["organization"] > told["person"]:
        return "organization"
    alone = len(entity.name.split()) == 1 and told["place"] > told["organization"] + told["person"]
    return "place" if alone else None


def _firm_of(tree: Tree, person: NamedEntity, others: list[NamedEntity]) -> NamedEntity | None:
    """Return the firm that a person's bare surname names, its mentions moved there; None where it is the person's."""
    surname = person.name.split()[-1]
    if len(person.name.split()) < 2 or surname not in person.forms or country(surname):
        return None
    bare_ones = [(start, end) for start, end in person.mentions if tree.report.text[start:end] == surname]
    told = _told(tree, bare_ones)["organization"] - _told(tree, bare_ones)["person"]
    if told < max(1.0, _SHARE * len(bare_ones)):
        return None
    named = [one for one in others if one is not person and one.name.split()[0] == surname and one.kind != "place"]
    firm = named[0] if len(named) == 1 else NamedEntity("organization", first=person.first)
    firm.kind = "organization"
    firm.forms[surname] += person.forms.pop(surname)
    firm.mentions = sorted([*firm.mentions, *bare_ones])
    person.mentions = [mention for mention in person.mentions if mention not in bare_ones]
    return firm


def _full(tree: Tree, entity: NamedEntity) -> list[tuple[int, int]]:
    """Return the mentions by more than a bare surname, which a firm may bear too; all of a name of one word."""
    alone = len(entity.name.split()) == 1
    return [(start, end) for start, end in entity.mentions if alone or " " in tree.report.text[start:end]]


def _told(tree: Tree, mentions: list[tuple[int, int]]) -> Counter[EntityKind]:
    return Counter(kind for mention in mentions for kind in _beside(tree, mention))


def _beside(tree: Tree, mention: tuple[int, int]) -> list[EntityKind]:
    """Return the kinds that the words around one mention speak for."""
    tokens = tree.tokens_in(*mention)
    if not tokens:
        return []
    first, last = tree.sentence_of(tokens.start)
    before = [tree.lemmas[token] for token in range(max(first, tokens.start - 3), tokens.start)]
    behind = range(tokens.stop, min(last, tokens.stop + 4))
    told: list[EntityKind] = []
    if _owns(tree, behind) or _part_of(before) or (before and _makes(tree, tokens.start - 1)):
        told.append("organization")
    word = tree.reading.words[tokens.start - 1] if before else ""
    if word.istitle() and bare(word) in TITLES:
        told.append("person")
    if "who" in (tree.word(token) for token in behind[:2]):
        told.append("person")
    ends = not behind or not (tree.upos(behind[0]) in ("NOUN", "PROPN") or tree.reading.xpos[behind[0]] == "POS")
    if (before and before[-1] in _INSIDE and ends) or first <= tokens.start < dateline_end(tree, first):
        told.append("place")
    return told


def _owns(tree: Tree, behind: range) -> bool:
    """Tell whether what stands behind a name is a firm's: "'s board", " shares", "'s plants", but not "'s shares"."""
    owned = False
    for token in behind:
        if tree.upos(token) == "NOUN" and tree.lemmas[token] in _OF_FIRMS | (_TRADED if not owned else frozenset()):
            return True
        owned = owned or tree.reading.xpos[token] == "POS"
        if tree.upos(token) not in ("ADJ", "NUM", "NOUN") and tree.reading.xpos[token] != "POS":
            return False
    return False


def _part_of(before: list[str]) -> bool:
    """Tell whether a firm's own stands before the name: "shares of", "the board of", "a bid for", "shares in"."""
    kept = [lemma for lemma in before if lemma not in ("the", "a", "each")]
    return len(kept) > 1 and kept[-1] in ("of", "for", "in") and kept[-2] in _OF_FIRMS | _TRADED


def _makes(tree: Tree, token: int) -> bool:
    """Tell whether the noun before a name says that it is a business: "glassmaker", "packaging group"."""
    lemma = tree.lemmas[token]
    return tree.upos(token) == "NOUN" and (lemma in BUSINESSES or (len(lemma) > 6 and lemma.endswith("maker")))
