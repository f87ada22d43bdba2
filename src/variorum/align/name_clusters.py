"""Local entities that are one so far, and the keys by which they meet others of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.align.names import name_words, organization_key, place_key
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


def name_key(cluster: Cluster) -> list[str]:
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


def any_kind_key(clusters: Sequence[Cluster]) -> Callable[[Cluster], list[str]]:
    """Keys of names without their kind: taggers take an organization for a place, seldom its name.

    A capital's name is an organization's only where a government is meant, which is not the city.
    A person of one word is left out where somebody's full name holds that word: then it may well be the person.
    """
    people = [c for c in clusters if c.kind == "person"]
    borne = {word for c in people for name in c.full_names() for word in name}

    def keys(cluster: Cluster) -> list[str]:
        names = [(entity.kind, entity.name) for _, entity in cluster.members]
        return [
            f"government in {place_key(name)}" if kind == "organization" and bears_capital(name) else place_key(name)
            for kind, name in names
            if kind != "person" or len(words := name_words(name)) > 1 or (words and words[0] not in borne)
        ]

    return keys
