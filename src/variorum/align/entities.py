"""Local entities of reports become entities of the story, and claims speak of those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from variorum.align.joining import join_locals
from variorum.align.known_names import with_known_names
from variorum.align.name_clusters import KIND_ORDER, Cluster
from variorum.align.names import is_acronym, name_words
from variorum.model import AnnotatedReport, Claim, Entity, Story

Local = tuple[str, str]
"""A report's id and the entity's id in it."""


def _fullest(cluster: Cluster) -> str:
    """Return the fullest form: an acronym last, then most words, then most used, then longest."""
    used: Counter[str] = Counter()
    for _, entity in cluster.members:
        used[entity.name] += 1 + len(entity.mentions)
    return min(used, key=lambda n: (is_acronym(n), -len(name_words(n)), -used[n], -len(n), n))


def _entity(cluster: Cluster) -> Entity:
    members = sorted(cluster.members, key=lambda m: (m[0], m[1].name, m[1].id))
    roles = tuple(dict.fromkeys(role for _, e in members for role in e.roles))
    mentions = tuple(sorted({m for _, e in members for m in e.mentions}, key=lambda m: (m.span, m.form)))
    aliases = tuple(sorted({a for _, e in members for a in (e.name, *e.aliases)}))
    return Entity("", cluster.kind, _fullest(cluster), aliases, mentions, roles)


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
    pairs = [(_entity(cluster), cluster) for cluster in join_locals(locals_)]
    pairs.sort(key=lambda p: (KIND_ORDER.index(p[0].kind), p[0].name, [m.span for m in p[0].mentions]))
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
        entities=with_known_names(entities, [one.report for one in ordered]),
        times=tuple(sorted((t for a in ordered for t in a.times), key=lambda t: (t.span, t.moment))),
        claims=tuple(claims),
        vectors=np.concatenate(rows) if rows else np.zeros((0, width), np.float32),
        set_aside=tuple(sorted((s for a in ordered for s in a.set_aside), key=lambda s: (s.span, s.reason))),
    )
