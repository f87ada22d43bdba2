"""Organizations that a noun or a pronoun takes up: "the hospital", "the company", "it"."""

from __future__ import annotations

import re

from variorum.annotate.cast import Cast, entity_of
from variorum.annotate.titles import BUSINESSES, ORGANIZATION_WORDS
from variorum.annotate.tree import Tree


def body_named(tree: Tree, cast: Cast, head: int) -> int | None:
    """Return the organization that a definite noun takes up by its own head noun, the one named last before it.

    "The hospital" is Tarn General Hospital, "the league" the League for Open Ballots, "the company" the only company.
    """
    lemma, start = tree.lemmas[head], tree.starts[head]
    if tree.reading.xpos[head] != "NN":
        return None
    bodies = [number for number, entity in enumerate(cast.names) if entity.kind == "organization"]
    before = [number for number in bodies if _last_before(cast, number, start) >= 0]
    named = [n for n in before if len(cast.names[n].name.split()) > 1 and _kind_word(cast.names[n].name) == lemma]
    if not named and lemma in BUSINESSES:
        said_so = [n for n in before if any(_kind_word(role) in BUSINESSES for role in cast.roles.get(n, ()))]
        firms = said_so or [n for n in before if not _public(cast.names[n].name)]
        named = firms if len(firms) == 1 else []
    return max(named, key=lambda n: _last_before(cast, n, start), default=None)


def _kind_word(name: str) -> str:
    """Return the noun of a body's name that tells what it is: the one before `of` or `for`, else the last."""
    return re.split(r" (?:of|for) ", name.lower(), maxsplit=1)[0].split()[-1]


def _public(name: str) -> bool:
    """Tell whether a name is a body's that nobody calls a company: a ministry, a court, a paper, an acronym."""
    return _kind_word(name) in ORGANIZATION_WORDS - BUSINESSES or name.isupper()


def _last_before(cast: Cast, number: int, offset: int) -> int:
    """Return where an entity was last named before an offset, -1 where it was not."""
    return max((start for start, _ in cast.names[number].mentions if start < offset), default=-1)


def body_before(tree: Tree, cast: Cast, pronoun: int) -> int | None:
    """Return the organization or the country that is the subject of the main clause before "it", None for none."""
    first = tree.sentence_of(pronoun)[0]
    number = tree.numbers[pronoun]
    for start, end in ((first, pronoun), tree.sentences[number - 1] if number else (first, first)):
        for token in range(start, end):
            if tree.relations[token] == "nsubj" and tree.head(tree.head(token)) < 0 and token not in cast.quoted:
                found = entity_of(tree, cast, token)
                return found if found is not None and cast.names[found].kind in ("organization", "place") else None
    return None
