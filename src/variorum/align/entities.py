"""Local entities of reports become entities of the story.

Names are joined in rounds, the surest reason first, and no round may undo what an earlier one
decided: two people whose full names cannot be one person's never stand in one entity, and a form
that could belong to two entities joins neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

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
from variorum.model import AnnotatedReport, Claim, Entity, EntityKind, Story

_KIND_ORDER: tuple[EntityKind, ...] = ("person", "organization", "place", "other")

Local = tuple[str, str]
"""A report's id and the entity's id in it."""


@dataclass(slots=True)
class _Cluster:
    """Local entities that are one so far."""

    members: list[tuple[str, Entity]]

    @property
    def kind(self) -> EntityKind:
        """The kind that most mentions have; the earlier of the four where they tie."""
        votes: Counter[EntityKind] = Counter()
        for _, entity in self.members:
            votes[entity.kind] += 1 + len(entity.mentions)
        return max(_KIND_ORDER, key=lambda k: (votes[k], -_KIND_ORDER.index(k)))

    def forms(self) -> list[str]:
        """Every name form, sorted, without repeats."""
        return sorted({f for _, e in self.members for f in (e.name, *e.aliases)})

    def full_names(self) -> set[tuple[str, ...]]:
        """The folded full names, two words or more."""
        return {w for _, e in self.members if len(w := name_words(e.name)) > 1}

    def mentions(self) -> int:
        return sum(len(e.mentions) for _, e in self.members)


class _Joiner:
    """Clusters under construction."""

    def __init__(self, locals_: Sequence[tuple[str, Entity]]) -> None:
        self.clusters = [_Cluster([item]) for item in locals_]

    def may_join(self, a: _Cluster, b: _Cluster) -> bool:
        """Tell whether nothing speaks against one entity.

        Other people's full names do, and a report that gives one name to a place and to somebody else.
        """
        if "person" in (a.kind, b.kind):
            names_a, names_b = a.full_names(), b.full_names()
            if a.kind == b.kind and not all(one_person(x, y) for x in names_a for y in names_b):
                return False
        kinds = {(report, name_words(e.name)): e.kind for report, e in a.members}
        return all(kinds.get((report, name_words(e.name)), e.kind) == e.kind for report, e in b.members)

    def join_by(self, keys_of: Callable[[_Cluster], Iterable[str]]) -> None:
        """Join clusters that share a key, where nothing speaks against it."""
        owner: dict[str, _Cluster] = {}
        kept: list[_Cluster] = []
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
        blocks: dict[str, list[_Cluster]] = defaultdict(list)
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

    def _same_person(self, a: _Cluster, b: _Cluster) -> bool:
        names_a, names_b = a.full_names(), b.full_names()
        if not names_a or not names_b:
            return False
        return any(one_person(x, y) for x in names_a for y in names_b) and self.may_join(a, b)

    def join_short(self, owners_of: Callable[[_Cluster], list[_Cluster]]) -> None:
        """Join each cluster to the only one that it can be a short form of; leave it where there are more."""
        for cluster in list(self.clusters):
            if not cluster.members:
                continue
            owners = [o for o in owners_of(cluster) if o is not cluster and o.members and self.may_join(o, cluster)]
            if len(owners) == 1:
                owners[0].members += cluster.members
                cluster.members = []
        self.clusters = [c for c in self.clusters if c.members]


def _name_key(cluster: _Cluster) -> list[str]:
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


def _any_kind_key(cluster: _Cluster) -> list[str]:
    """Keys of full names without their kind: taggers take an organization for a place, seldom its name."""
    return [place_key(e.name) for _, e in cluster.members if not (e.kind == "person" and len(name_words(e.name)) == 1)]


def _alias_owners(joiner: _Joiner) -> Callable[[_Cluster], list[_Cluster]]:
    """Owners of a cluster's every form as one of their aliases; the fuller one owns the shorter."""
    by_form: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        for form in sorted({" ".join(name_words(f)) for f in cluster.forms()}):
            by_form[form].append(cluster)

    def owners(cluster: _Cluster) -> list[_Cluster]:
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


def _surname_owners(joiner: _Joiner) -> Callable[[_Cluster], list[_Cluster]]:
    """The people whose family name, or failing that whose given name, a one-word name is."""
    by_last: dict[str, list[_Cluster]] = defaultdict(list)
    by_first: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        if cluster.kind == "person":
            for table, place in ((by_last, -1), (by_first, 0)):
                for word in sorted({name[place] for name in cluster.full_names()}):
                    table[skeleton(word)].append(cluster)

    def owners(cluster: _Cluster) -> list[_Cluster]:
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


def _acronym_owners(joiner: _Joiner) -> Callable[[_Cluster], list[_Cluster]]:
    """The organizations and places that an acronym can stand for."""
    by_acronym: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        if cluster.kind != "person":
            for acronym in sorted({a for f in cluster.forms() for a in acronyms_of(f)}):
                by_acronym[acronym].append(cluster)

    def owners(cluster: _Cluster) -> list[_Cluster]:
        if cluster.kind == "person" or not all(is_acronym(e.name) for _, e in cluster.members):
            return []
        return by_acronym[cluster.members[0][1].name.replace(".", "").lower()]

    return owners


def _prefix_owners(joiner: _Joiner) -> Callable[[_Cluster], list[_Cluster]]:
    """The organizations whose name begins with a shorter one, or is it behind a state's name."""
    by_start: dict[str, list[_Cluster]] = defaultdict(list)
    by_rest: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in joiner.clusters:
        if cluster.kind == "organization":
            for words in sorted(cluster.full_names()):
                by_start[words[0]].append(cluster)
                for cut in range(1, len(words)):
                    if place_key(" ".join(words[:cut])) in ("us", "uk", "eu", "un", "russia", "china"):
                        by_rest[organization_key(" ".join(words[cut:]))].append(cluster)

    def owners(cluster: _Cluster) -> list[_Cluster]:
        if cluster.kind != "organization":
            return []
        name = cluster.members[0][1].name
        words = name_words(name)
        if len(words) > 1:
            return by_rest[organization_key(name)]
        return by_start[words[0]] if words and len(words[0]) > 3 else []

    return owners


def _fullest(cluster: _Cluster) -> str:
    """Return the fullest form: an acronym last, then most words, then most used, then longest."""
    used: Counter[str] = Counter()
    for _, entity in cluster.members:
        used[entity.name] += 1 + len(entity.mentions)
    return min(used, key=lambda n: (is_acronym(n), -len(name_words(n)), -used[n], -len(n), n))


def _entity(cluster: _Cluster) -> Entity:
    members = sorted(cluster.members, key=lambda m: (m[0], m[1].name, m[1].id))
    roles = tuple(dict.fromkeys(role for _, e in members for role in e.roles))
    mentions = tuple(sorted({m for _, e in members for m in e.mentions}, key=lambda m: (m.span, m.form)))
    aliases = tuple(sorted({a for _, e in members for a in (e.name, *e.aliases)}))
    return Entity("", cluster.kind, _fullest(cluster), aliases, mentions, roles)


def _join(locals_: Sequence[tuple[str, Entity]]) -> list[_Cluster]:
    joiner = _Joiner(locals_)
    joiner.join_by(_name_key)
    joiner.join_people()
    joiner.join_by(_any_kind_key)
    for owners in (_alias_owners, _surname_owners, _acronym_owners, _prefix_owners):
        joiner.join_short(owners(joiner))
    return joiner.clusters


def _rewritten(claim: Claim, report: str, new_id: dict[Local, str]) -> Claim:
    attribution = claim.attribution
    if attribution and attribution.voice is not None:
        attribution = replace(attribution, voice=new_id.get((report, attribution.voice)))
    participants = tuple(
        p if p.entity is None else replace(p, entity=new_id.get((report, p.entity))) for p in claim.participants
    )
    return replace(claim, attribution=attribution, participants=participants)


def join_entities(annotated: Sequence[AnnotatedReport]) -> Story:
    """Return the reports as one story, whose entity ids count for all of them.

    Args:
        annotated: In any order; the order changes nothing. Report ids must differ.

    Returns:
        Reports sorted by id; entities `e1`, `e2` ... sorted by kind and name; claims sorted by report and
        offset, with their vectors; times and what was set aside, of all reports, by offset.
    """
    ordered = sorted(annotated, key=lambda a: a.report.id)
    locals_ = sorted(
        ((a.report.id, e) for a in ordered for e in a.entities),
        key=lambda item: (-len(name_words(item[1].name)), item[1].name, item[0], item[1].id),
    )
    pairs = [(_entity(cluster), cluster) for cluster in _join(locals_)]
    pairs.sort(key=lambda p: (_KIND_ORDER.index(p[0].kind), p[0].name, p[0].mentions[:1] and p[0].mentions[0].span))
    new_id: dict[Local, str] = {}
    entities = []
    for number, (entity, cluster) in enumerate(pairs, start=1):
        entities.append(replace(entity, id=f"e{number}"))
        for report, local in cluster.members:
            new_id[report, local.id] = f"e{number}"
    claims: list[Claim] = []
    rows = []
    for one in ordered:
        order = sorted(
            range(len(one.claims)), key=lambda i: (one.claims[i].span.start, one.claims[i].span.end, one.claims[i].id)
        )
        claims += [_rewritten(one.claims[i], one.report.id, new_id) for i in order]
        if order:
            rows.append(one.vectors[order])
    width = max((a.vectors.shape[1] for a in ordered if a.vectors.ndim == 2), default=0)
    return Story(
        reports=tuple(a.report for a in ordered),
        entities=tuple(entities),
        times=tuple(sorted((t for a in ordered for t in a.times), key=lambda t: (t.span, t.moment))),
        claims=tuple(claims),
        vectors=np.concatenate(rows) if rows else np.zeros((0, width), np.float32),
        set_aside=tuple(sorted((s for a in ordered for s in a.set_aside), key=lambda s: (s.span, s.reason))),
    )
