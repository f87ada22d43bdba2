"""The named entities of a report with what reference needs to know: roles, genders, and who each pronoun means."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.annotate.name_forms import NamedEntity
from variorum.annotate.namesakes import share_surnames
from variorum.annotate.quotes import Quote
from variorum.annotate.sources import phrase
from variorum.annotate.titles import FEMALE, MALE, bare
from variorum.annotate.tree import Tree
from variorum.model import MentionForm

SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Gender of each pronoun that stands for one person."""
_REACH = 4  # sentences that a pronoun looks back


@dataclass(slots=True)
class Cast:
    """The named entities of a report with what reference needs to know of them.

    Attributes:
        names: The entities.
        owner: Number of the entity whose name holds each token, -1 for none.
        gender: "m" or "f" by entity number, where a title, a role or a pronoun showed it.
        roles: What the report says each entity is, verbatim, in order.
        references: Pronouns and nouns that were resolved: entity number, first and last offset, form.
        quoted: Tokens that stand inside speech.
        subjects: Person named or meant by the subject of each clause seen so far: token, entity, depth in its tree.
    """

    names: list[NamedEntity]
    owner: list[int]
    gender: dict[int, str] = field(default_factory=dict)
    roles: dict[int, list[str]] = field(default_factory=dict)
    references: list[tuple[int, int, int, MentionForm]] = field(default_factory=list)
    quoted: frozenset[int] = frozenset()
    subjects: dict[int, int] = field(default_factory=dict)


def gather(tree: Tree, names: list[NamedEntity], quotes: tuple[Quote, ...]) -> Cast:
    """Lay the names over the tokens, read roles and genders beside them, and resolve the subjects that are pronouns."""
    owner = _owners(tree, names)
    quoted = frozenset(token for quote in quotes if quote.statement for token in range(quote.start, quote.end))
    cast = Cast(names, owner, quoted=quoted)
    _describe(tree, cast)
    share_surnames(tree, names, cast.gender)
    cast.owner[:] = _owners(tree, names)
    for token in range(len(tree)):
        if tree.relations[token] == "nsubj" and token not in quoted:
            entity_number = entity_of(tree, cast, token)
            if entity_number is not None and names[entity_number].kind == "person":
                cast.subjects[token] = entity_number
        if tree.word(token) in SINGULAR and tree.relations[token] in ("nsubj", "obj", "obl", "iobj", "nmod"):
            found = person_meant(tree, cast, token)
            if found is not None:
                start, end = tree.starts[token], tree.ends[token]
                cast.references.append((found, start, end, "pronoun"))
                if tree.relations[token] == "nsubj" and token not in quoted:
                    cast.subjects[token] = found
    return cast


def _owners(tree: Tree, names: list[NamedEntity]) -> list[int]:
    """Return the number of the entity whose name holds each token, -1 for none."""
    owner = [-1] * len(tree)
    for number, entity in enumerate(names):
        for start, end in entity.mentions:
            tokens = tree.tokens_in(start, end)
            for token in tokens:
                owner[token] = number
            behind = tokens.stop
            if behind < len(tree) and tree.starts[behind] < end and tree.ends[behind] == end + 1:
                owner[behind] = number  # "Varn Mills Inc." is named without its full stop, which is no token of its own
    return owner


def entity_of(tree: Tree, cast: Cast, head: int) -> int | None:
    """Return the entity that the phrase under `head` names, None when it names none or several.

    A title or a role before a name, or a name beside it, counts ("its president, X"); a name further down does not
    ("a spokesman for X").
    """
    if any(tree.upos(child) in ("NOUN", "PROPN", "PRON") for child in tree.dependents(head, "conj")):
        return None
    if cast.owner[head] >= 0:
        return cast.owner[head]
    beside = [
        child
        for child in tree.dependents(head, "flat", "appos", "compound", "nmod:desc", "nmod:unmarked")
        if child > head and cast.owner[child] >= 0 and cast.names[cast.owner[child]].kind != "place"
    ]
    if beside:
        joined = any(cast.owner[child] >= 0 for child in tree.dependents(beside[0], "conj"))
        return None if joined else cast.owner[beside[0]]
    known = next((ref for ref in cast.references if ref[1] == tree.starts[head]), None)
    return known[0] if known else None


def person_meant(tree: Tree, cast: Cast, token: int, before: int | None = None) -> int | None:
    """Return the person that "he" or "she" at `token` means, named before token `before` (`token` itself for None).

    News speaks of the last clause's subject first; a name inside somebody's quotation comes last.
    """
    limit = token if before is None else before
    gender = SINGULAR[tree.word(token)]
    here = tree.numbers[token]
    for number in range(here, max(-1, here - _REACH), -1):
        first, last = tree.sentences[number]
        if tree.roles[first] != tree.roles[token]:
            continue
        earlier = range(first, min(last, limit))
        subjects = [t for t in earlier if t in cast.subjects and fits_gender(cast, cast.subjects[t], gender)]
        if subjects:
            best = min(subjects, key=lambda t: (_depth(tree, t), -t if number == here else t))
            return _settle(cast, cast.subjects[best], token, gender)
        named = [
            cast.owner[t]
            for t in earlier
            if cast.owner[t] >= 0 and cast.names[cast.owner[t]].kind == "person" and t not in cast.quoted
        ]
        fitting = sorted({entity for entity in named if fits_gender(cast, entity, gender)})
        if len(fitting) == 1:
            return _settle(cast, fitting[0], token, gender)
        if len(fitting) > 1:
            known = [entity for entity in fitting if cast.gender.get(entity) == gender]
            return known[0] if len(known) == 1 else None
    return None


def fits_gender(cast: Cast, entity: int, gender: str) -> bool:
    """Tell whether nothing that the report says of a person speaks against a pronoun's gender."""
    return cast.gender.get(entity, gender) == gender


def _settle(cast: Cast, entity: int, pronoun: int, gender: str) -> int:
    """Return a person, whose gender the pronoun shows; not one inside speech, which may well mean somebody else."""
    if pronoun not in cast.quoted:
        cast.gender.setdefault(entity, gender)
    return entity


def _depth(tree: Tree, token: int) -> int:
    return sum(1 for _ in tree.ancestors(token))


def _describe(tree: Tree, cast: Cast) -> None:
    """Read roles and genders from what stands beside each name."""
    for number, entity in enumerate(cast.names):
        for start, end in entity.mentions:
            tokens = tree.tokens_in(start, end)
            if not tokens:
                continue
            head = next((t for t in tokens if tree.head(t) not in tokens), tokens[-1])
            for first, last in _role_runs(tree, head, tokens):
                role = tree.text(first, last)
                known = cast.roles.setdefault(number, [])
                if role not in known and len(role) < 120:
                    known.append(role)
                if entity.kind == "person":
                    for token in range(first, last):
                        if tree.upos(token) == "PRON":
                            continue  # "her brother": the gender of somebody else
                        word = bare(tree.reading.words[token])
                        if word in FEMALE or word in MALE:
                            cast.gender.setdefault(number, "f" if word in FEMALE else "m")


def _role_runs(tree: Tree, head: int, tokens: range) -> list[tuple[int, int]]:
    """Return the runs beside a name that say what it is."""
    found: list[tuple[int, int]] = []
    at = tokens.start
    while at > 0 and tree.numbers[at - 1] == tree.numbers[head] and _modifies(tree, at - 1, head):
        at -= 1
    if at < tokens.start:
        found.append((at, tokens.start))
    for child in tree.dependents(head, "appos"):
        if tree.upos(child) == "NOUN":
            found.append(phrase(tree, child))
    above = tree.head(head)
    if above >= 0 and tree.relations[head] in ("appos", "flat") and tree.upos(above) == "NOUN":
        start, end = phrase(tree, above)
        found.append((start, min(end, tokens.start)) if start < tokens.start < end else (start, end))
    return [(start, end) for start, end in found if start < end]


def _modifies(tree: Tree, token: int, head: int) -> bool:
    """Tell whether the token before a name belongs to its title or role."""
    described = tree.reading.deprels[token] == "nmod:desc"  # "spokeswoman Ana Ruiz"
    left_out = tree.relations[token] in ("det", "cc", "case", "punct", "nmod") and not described
    if left_out and tree.reading.xpos[token] != "NNP":
        return False
    return head in list(tree.ancestors(token)) and tree.upos(token) in ("NOUN", "PROPN", "ADJ")
