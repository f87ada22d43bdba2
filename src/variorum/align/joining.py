"""The rounds in which local entities are joined, the surest reason first.

No round may undo what an earlier one decided: two people whose full names cannot be one person's never
stand in one cluster, and a form that could belong to two clusters joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from variorum.align.name_clusters import Cluster, any_kind_key, name_key
from variorum.align.name_owners import acronym_owners, alias_owners, prefix_owners, surname_owners
from variorum.align.names import name_words, one_person, skeleton
from variorum.model import Entity


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


def join_locals(locals_: Sequence[tuple[str, Entity]]) -> list[Cluster]:
    """Return the clusters of (report id, local entity); the order given decides ties."""
    joiner = _Joiner(locals_)
    joiner.join_by(name_key)
    joiner.join_people()
    joiner.join_by(any_kind_key(joiner.clusters))
    for owners in (alias_owners, surname_owners, acronym_owners, prefix_owners):
        joiner.join_short(owners(joiner.clusters))
    return joiner.clusters
