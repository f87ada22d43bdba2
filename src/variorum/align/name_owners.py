"""Whose short form a name can be: an alias, a surname, an acronym, the beginning of a longer name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from variorum.align.name_clusters import Cluster
from variorum.align.names import (
    acronyms_of,
    is_acronym,
    name_words,
    one_spelling,
    organization_key,
    place_key,
    skeleton,
)


def alias_owners(clusters: Sequence[Cluster]) -> Callable[[Cluster], list[Cluster]]:
    """Owners of a cluster's every form as one of their aliases; the fuller one owns the shorter."""
    by_form: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
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


def surname_owners(clusters: Sequence[Cluster]) -> Callable[[Cluster], list[Cluster]]:
    """The people whose family name, or failing that whose given name, a one-word name is."""
    by_last: dict[str, list[Cluster]] = defaultdict(list)
    by_first: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
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


def acronym_owners(clusters: Sequence[Cluster]) -> Callable[[Cluster], list[Cluster]]:
    """The organizations and places that an acronym can stand for."""
    by_acronym: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.kind != "person":
            for acronym in sorted({a for f in cluster.forms() for a in acronyms_of(f)}):
                by_acronym[acronym].append(cluster)

    def owners(cluster: Cluster) -> list[Cluster]:
        if cluster.kind == "person" or not all(is_acronym(e.name) for _, e in cluster.members):
            return []
        return by_acronym[cluster.members[0][1].name.replace(".", "").lower()]

    return owners


def prefix_owners(clusters: Sequence[Cluster]) -> Callable[[Cluster], list[Cluster]]:
    """The organizations whose name begins with a shorter one, or is it behind a state's name."""
    by_start: dict[str, list[Cluster]] = defaultdict(list)
    by_rest: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
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
