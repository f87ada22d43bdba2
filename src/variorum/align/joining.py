"""The rounds in which local entities are joined, the surest reason first.

No round may undo what an earlier one decided: two people whose full names cannot be one person's never
stand in one cluster, and a form that could belong to two clusters joins neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from variorum.align.names import (
    acronyms_of,
    is_acronym,
    name_words,
    one_person,
    one_spelling,
    organization_key,
    place_key,
    skeleton,
)
from variorum.annotate.capitals import bears_capital
from variorum.model import Entity, EntityKind

KIND_ORDER: tuple[EntityKind, ...] = ("person", "organization", "place", "other")
"""The order in which entities are listed."""


@dataclass(slots=True)
class Cluster:
    """Local entities that are one so far."""

    members: list[tuple[str, Entity]]

    @property
    def kind(self) -> EntityKind:
        """The kind that most mentions have; the earlier of the four where they tie."""
        votes: Counter[EntityKind] = Counter()
        for _, entity in self.members:
            votes[entity.kind] += 1 + len(entity.mentions)
        return max(KIND_ORDER, key=lambda k: (votes[k], -KIND_ORDER.index(k)))

    def forms(self) -> list[str]:
        """Every name form, sorted, without repeats."""
        return sorted({f for _, e in self.members for f in (e.name, *e.aliases)})

    def full_names(self) -> set[tuple[str, ...]]:
        """The folded full names, two words or more."""
        return {w for _, e in self.members if len(w := name_words(e.name)) > 1}


class _Joiner:
    """Clusters under construction."""

    def __init__(self, locals_: Sequence[tuple[str, Entity]]) -> None:
        self.clusters = [Cluster([item]) for item in locals_]

    def may_join(self, a: Cluster, b: Cluster) -> bool:
        """Tell whether nothing speaks against one entity.

        Other people's full names do, and a report that gives one name to a place and to somebody else, or to two
        people whom it tells apart.
        """
        if "person" in (a.kind, b.kind):
            names_a, names_b = a.full_names(), b.full_names()
            if a.kind == b.kind and not all(one_person(x, y) for x in names_a for y in names_b):
                return False
        people = {(report, e.name) for report, e in a.members if e.kind == "person"}
        if any((report, e.name) in people for report, e in b.members):
            return False
        kinds = {(report, name_words(e.name)): e.kind for report, e in a.members}
        return all(kinds.get((report, name_words(e.name)), e.kind) == e.kind for report, e in b.members)

    def join_by(self, keys_of: Callable[[Cluster], Iterable[str]]) -> None:
        """Join clusters that share a key, where nothing speaks against it."""
        owner: dict[str, Cluster] = {}
        kept: list[Cluster] = []
        for cluster in self.clusters:
            keys = sorted(set(keys_of(cluster)))
            target = next((owner[k] for k in keys if k in owner and self.may_join(owner[k], cluster)), None)
            if target is None:
                kept.append(cluster)
                target = cluster
            else:
                target.members += cluster.members
            for key in keys:
                owner.setdefault(key, target)
        self.clusters = kept

    def join_people(self) -> None:
        """Join people whose full names can be one person's; blocked by the skeletons of first and last word."""
        blocks: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self.clusters:
            if cluster.kind == "person":
                ends = {skeleton(w) for name in cluster.full_names() for w in (name[0], name[-1])}
                for end in sorted(ends):
                    blocks[end].append(cluster)
        for _, block in sorted(blocks.items()):
            for i, first in enumerate(block):
                for second in block[i + 1 :]:
                    if first is not second and first.members and second.members and self._same_person(first, second):
                        first.members += second.members
                        second.members = []
        self.clusters = [c for c in self.clusters if c.members]

    def _same_person(self, a: Cluster, b: Cluster) -> bool:
        names_a, names_b = a.full_names(), b.full_names()
        if not names_a or not names_b:
            return False
        return any(one_person(x, y) for x in names_a for y in names_b) and self.may_join(a, b)

    def join_short(self, owners_of: Callable[[Cluster], list[Cluster]]) -> None:
        """Join each cluster to the only one that it can be a short form of; leave it where there are more."""
        for cluster in list(self.clusters):
            if not cluster.members:
                continue
            owners = [o for o in owners_of(cluster) if o is not cluster and o.members and self.may_join(o, cluster)]
            if len(owners) == 1:
                owners[0].members += cluster.members
                cluster.members = []
        self.clusters = [c for c in self.clusters if c.members]


def _name_key(cluster: Cluster) -> list[str]:
    """Keys of the full names: by kind, so that a city and a person of its name stay apart."""
    keys = []
    for _, entity in cluster.members:
        words = " ".join(name_words(entity.name))
        if entity.kind == "person":
            keys.append(f"person {words}")
        elif entity.kind == "place":
            keys.append(f"place {place_key(entity.name)}")
        elif entity.kind == "organization":
            keys.append(f"organization {organization_key(entity.name)}")
        else:
            keys.append(f"other {words}")
    return keys


def _any_kind_key(joiner: _Joiner) -> Callable[[Cluster], list[str]]:
    """Keys of names without their kind: taggers take an organization for a place, seldom its name.

    A capital's name is an organization's only where a government is meant, which is not the city.
    A person of one word is left out where somebody's full name holds that word: then it may well be the person.
    """
    people = [c for c in joiner.clusters if c.kind == "person"]
    borne = {word for c in people for name in c.full_names() for word in name}

    def keys(cluster: Cluster) -> list[str]:
        names = [(entity.kind, entity.name) for _, entity in cluster.members]
        return [
            f"government in {place_key(name)}" if kind == "organization" and bears_capital(name) else place_key(name)
            for kind, name in names
            if kind != "person" or len(words := name_words(name)) > 1 or (words and words[0] not in borne)
        ]

    return keys


def _alias_owners(joiner: _Joiner) -> Callable[[Cluster], list[Cluster]]:
    """Owners of a cluster's every form as one of their aliases; the fuller one owns the shorter."""
    by_form: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        for form in sorted({" ".join(name_words(f)) for f in cluster.forms()}):
            by_form[form].append(cluster)

    def owners(cluster: Cluster) -> list[Cluster]:
        forms = {" ".join(name_words(f)) for f in cluster.forms()}
        longest = max(len(f.split()) for f in forms)
        found = []
        for form in sorted(forms):
            for other in by_form[form]:
                fuller = max((len(name_words(f)) for f in other.forms()), default=0) > longest
                if fuller and other not in found:
                    found.append(other)
        return found

    return owners


def _surname_owners(joiner: _Joiner) -> Callable[[Cluster], list[Cluster]]:
    """The people whose family name, or failing that whose given name, a one-word name is."""
    by_last: dict[str, list[Cluster]] = defaultdict(list)
    by_first: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        if cluster.kind == "person":
            for table, place in ((by_last, -1), (by_first, 0)):
                for word in sorted({name[place] for name in cluster.full_names()}):
                    table[skeleton(word)].append(cluster)

    def owners(cluster: Cluster) -> list[Cluster]:
        words = {name_words(e.name) for _, e in cluster.members}
        if cluster.kind not in ("person", "other") or any(len(w) != 1 for w in words):
            return []
        (word,) = sorted(words)[0]
        for table, place in ((by_last, -1), (by_first, 0)):
            near = table[skeleton(word)]
            exact = [c for c in near if any(n[place] == word for n in c.full_names())]
            spelt = [c for c in near if len(word) >= 6 and any(one_spelling(n[place], word) for n in c.full_names())]
            if (exact or spelt) and (cluster.kind == "person" or table is by_last):
                return exact or spelt
        return []

    return owners


def _acronym_owners(joiner: _Joiner) -> Callable[[Cluster], list[Cluster]]:
    """The organizations and places that an acronym can stand for."""
    by_acronym: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        if cluster.kind != "person":
            for acronym in sorted({a for f in cluster.forms() for a in acronyms_of(f)}):
                by_acronym[acronym].append(cluster)

    def owners(cluster: Cluster) -> list[Cluster]:
        if cluster.kind == "person" or not all(is_acronym(e.name) for _, e in cluster.members):
            return []
        return by_acronym[cluster.members[0][1].name.replace(".", "").lower()]

    return owners


def _prefix_owners(joiner: _Joiner) -> Callable[[Cluster], list[Cluster]]:
    """The organizations whose name begins with a shorter one, or is it behind a state's name."""
    by_start: dict[str, list[Cluster]] = defaultdict(list)
    by_rest: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        if cluster.kind == "organization":
            for words in sorted(cluster.full_names()):
                by_start[words[0]].append(cluster)
                for cut in range(1, len(words)):
                    if place_key(" ".join(words[:cut])) in ("us", "uk", "eu", "un", "russia", "china"):
                        by_rest[organization_key(" ".join(words[cut:]))].append(cluster)

    def owners(cluster: Cluster) -> list[Cluster]:
        if cluster.kind != "organization":
            return []
        name = cluster.members[0][1].name
        words = name_words(name)
        if len(words) > 1:
            return by_rest[organization_key(name)]
        return by_start[words[0]] if words and len(words[0]) > 3 else []

    return owners


def join_locals(locals_: Sequence[tuple[str, Entity]]) -> list[Cluster]:
    """Return the clusters of (report id, local entity); the order given decides ties."""
    joiner = _Joiner(locals_)
    joiner.join_by(_name_key)
    joiner.join_people()
    joiner.join_by(_any_kind_key(joiner))
    for owners in (_alias_owners, _surname_owners, _acronym_owners, _prefix_owners):
        joiner.join_short(owners(joiner))
    return joiner.clusters
