"""Organizations that a noun or a pronoun takes up: "the hospital", "the company", "it"."""

from __future__ import annotations

import re

from variorum.annotate.capitals import bears_capital
from variorum.annotate.cast import Cast, entity_of
from variorum.annotate.speakers import Voice
from variorum.annotate.titles import BUSINESSES, ORGANIZATION_WORDS, country
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.ingest.wording import AGENCIES

_GENERAL = words("agency organization organisation")
"""Nouns for any body, whatever its own name calls it."""

BODIES = ORGANIZATION_WORDS | BUSINESSES | _GENERAL | words("military charity museum prosecution defence defense")
"""Nouns for a body of people: no single person is taken up by one."""

_REACH = 3
"""Sentences before a noun in which the body that it takes up was last spoken of."""


def body_named(tree: Tree, cast: Cast, head: int) -> int | None:
    """Return the organization that a definite noun takes up by its own head noun, the one named last before it.

    "The hospital" is Tarn General Hospital, "the league" the League for Open Ballots, "the company" the only company.
    """
    lemma, start = tree.lemmas[head], tree.starts[head]
    if tree.reading.xpos[head] != "NN":
        return None
    bodies = [number for number, entity in enumerate(cast.names) if entity.kind in ("organization", "place")]
    called = [n for n in bodies if len(cast.names[n].name.split()) > 1 and _kind_word(cast.names[n].name) == lemma]
    named = [number for number in called if _last_before(cast, number, start) >= 0]
    before = [n for n in bodies if cast.names[n].kind == "organization" and _last_before(cast, n, start) >= 0]
    if not named and lemma in BUSINESSES:
        said_so = [n for n in before if any(_kind_word(role) in BUSINESSES for role in cast.roles.get(n, ()))]
        firms = said_so or [n for n in before if _may_be_firm(tree, cast, n) and not cast.names[n].name.isupper()]
        named = firms if len(firms) == 1 else []
    return max(named, key=lambda n: _last_before(cast, n, start), default=None)


def body_spoken_of(tree: Tree, cast: Cast, head: int, last: Voice | None) -> int | None:
    """Return the organization that "the company" or "the agency" takes up, None where it cannot be told.

    The one that spoke last, or for which somebody spoke, comes first ("a spokesman for the mill said ... the company
    said"); then the nearest that is a subject in the sentences before.
    """
    lemma = tree.lemmas[head]
    if tree.reading.xpos[head] != "NN" or lemma not in BUSINESSES | _GENERAL:
        return None
    fits = [n for n in range(len(cast.names)) if _may_be_meant(tree, cast, n, lemma)]
    here = tree.numbers[head]
    if last is not None and last.source is not None and 0 <= here - tree.numbers[last.source[0]] <= _REACH:
        spoke = _speaking_for(cast, last, fits, firm=lemma in BUSINESSES)
        if spoke is not None:
            return spoke
    for number in range(here, max(-1, here - 1 - _REACH), -1):
        first, end = tree.sentences[number]
        if tree.roles[first] == tree.roles[head]:
            found = _subject_of(tree, cast, range(first, min(end, head)), fits)
            if found is not None:
                return found
    return None


def _may_be_meant(tree: Tree, cast: Cast, number: int, lemma: str) -> bool:
    entity = cast.names[number]
    if entity.kind != "organization" or bears_capital(entity.name) or _reports(tree, cast, number):
        return False
    return lemma in _GENERAL or _may_be_firm(tree, cast, number)


def _may_be_firm(tree: Tree, cast: Cast, number: int) -> bool:
    """Tell whether a body may be called a company: it is no ministry or court, and not who brings the news."""
    name = cast.names[number].name
    public = _kind_word(name) in (ORGANIZATION_WORDS - BUSINESSES) | {"exchange"}
    return not public and name.lower() not in AGENCIES and name != tree.report.outlet


def _reports(tree: Tree, cast: Cast, number: int) -> bool:
    """Tell whether a body is an outlet here: "..., the Courier reported"; a firm reports a loss."""
    for start, end in cast.names[number].mentions:
        for token in tree.tokens_in(start, end):
            verb = tree.head(token)
            if tree.relations[token] == "nsubj" and tree.lemmas[verb] == "report" and tree.first(verb, "obj") is None:
                return True
    return False


def _speaking_for(cast: Cast, voice: Voice, fits: list[int], *, firm: bool) -> int | None:
    """Return the organization that a voice is, is named with, or has a role in; None for none or several.

    What spoke and was taken for a place is a firm all the same, where no country bears the name.
    """
    entity = None if voice.entity is None else cast.names[voice.entity]
    if voice.entity in fits:
        return voice.entity
    if entity is not None and entity.kind == "place":
        return voice.entity if firm and not country(entity.name) and not bears_capital(entity.name) else None
    if voice.source is None or (entity is not None and entity.kind != "person"):
        return None
    named = {cast.owner[token] for token in range(*voice.source)} & {*fits}
    roles = () if voice.entity is None else cast.roles.get(voice.entity, ())
    named |= {n for n in fits if any(form in role for form in cast.names[n].forms for role in roles)}
    return named.pop() if len(named) == 1 else None


def _subject_of(tree: Tree, cast: Cast, tokens: range, fits: list[int]) -> int | None:
    """Return the organization that is a sentence's main subject, else another subject of it; None without one."""
    subjects = [t for t in tokens if tree.relations[t] == "nsubj" and t not in cast.quoted]
    for token in sorted(subjects, key=lambda t: (tree.head(tree.head(t)) >= 0, t)):
        found = entity_of(tree, cast, token)
        if found in fits:
            return found
    return None


def _kind_word(name: str) -> str:
    """Return the noun of a body's name that tells what it is: the one before `of` or `for`, else the last."""
    return re.split(r" (?:of|for) ", name.lower(), maxsplit=1)[0].split()[-1]


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
