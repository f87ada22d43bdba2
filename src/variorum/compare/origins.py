"""Where the claims of each point come from: how many independent origins, and by which roads they reached whom.

One point has as many origins as it has different last links (`origin_key`), after these are made one:

- claims that are one text (`copying`), credited or not;
- a document that one report quotes without its author and another with him;
- a report's own unattributed telling (its headline, its summary) and the voice that the same report names for the
  same point: then the report has it from that voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.compare.best_claim import best_claim
from variorum.compare.copying import copied_pairs
from variorum.compare.index import ClaimIndex
from variorum.compare.origin_key import ClaimOrigin, OriginKey, claim_origin, normal
from variorum.model import (
    Claim,
    ClaimGroup,
    CopiedPassage,
    Origin,
    Point,
    Span,
    Standing,
    Story,
    Transmission,
)


@dataclass(frozen=True, slots=True)
class Tracing:
    """Origins, the points they stand under, and the roads between origins and reports."""

    origins: tuple[Origin, ...]
    points: tuple[Point, ...]
    transmissions: tuple[Transmission, ...]


@dataclass(frozen=True, slots=True)
class _Traced:
    """One group with the key that each of its claims ended at."""

    group: ClaimGroup
    keys: dict[str, OriginKey]
    evidence: dict[OriginKey, tuple[Span, ...]]
    names: dict[OriginKey, ClaimOrigin]


def trace_origins(story: Story, groups: Sequence[ClaimGroup], copies: Sequence[CopiedPassage]) -> Tracing:
    """Trace each group of claims to its origins and make it a point.

    Args:
        story: Entities count for the whole story.
        groups: Every claim in at most one.
        copies: Passages that two reports share.

    Returns:
        One point per group, numbered by origins, then reports, then claims, then position; origins numbered by how
        many claims they gave; one transmission for each way from an origin to a report.
    """
    index = ClaimIndex(story)
    traced = [_trace(index, group, copies) for group in groups]
    origins, ids = _origins(index, traced)
    points = _points(index, traced, ids)
    return Tracing(origins, points, _transmissions(index, traced, ids))


def _trace(index: ClaimIndex, group: ClaimGroup, copies: Sequence[CopiedPassage]) -> _Traced:
    claims = [index.claims[c] for c in sorted(group.claims, key=lambda c: (index.claims[c].span, c))]
    own = {c.id: claim_origin(index, c) for c in claims}
    parent = {o.key: o.key for o in own.values()}

    def root(key: OriginKey) -> OriginKey:
        while parent[key] != key:
            key = parent[key]
        return key

    def join(a: OriginKey, b: OriginKey) -> None:
        first, second = sorted((root(a), root(b)), key=lambda k: _rank(k, own))
        parent[second] = first

    passages: list[tuple[OriginKey, tuple[Span, ...]]] = []
    for a, b, spans in copied_pairs(index, claims, copies):
        join(own[a.id].key, own[b.id].key)
        passages.append((own[a.id].key, spans))
    for a in claims:
        sources = [b for b in claims if _one_source(a, b, own)]
        if sources:
            join(own[a.id].key, own[sources[0].id].key)
    keys = {c.id: root(own[c.id].key) for c in claims}
    names = {root(o.key): o for o in own.values() if o.key == root(o.key)}
    evidence: dict[OriginKey, tuple[Span, ...]] = {}
    for key in sorted(set(keys.values())):
        found = {s for k, pair in passages if root(k) == key for s in pair}
        found |= {span for c in claims if keys[c.id] == key and (span := own[c.id].evidence)}
        evidence[key] = tuple(sorted(found))
    return _credit_agency(index, _Traced(group, keys, evidence, names))


def _one_source(a: Claim, b: Claim, own: dict[str, ClaimOrigin]) -> bool:
    """Tell whether what the report says of `b`'s source holds of `a`, which names none or only a document."""
    mine, yours = own[a.id], own[b.id]
    if a.span.report == b.span.report:
        return not mine.named and yours.named
    same_document = mine.document is not None and mine.document == yours.document
    return same_document and mine.key.kind == "document" and yours.key.kind != "document"


def _rank(key: OriginKey, own: dict[str, ClaimOrigin]) -> tuple[int, int, OriginKey]:
    """Order keys by how well they name an origin: voices first, then documents, agencies, outlets; then by use."""
    order = {"voice": 0, "document": 1, "agency": 2, "outlet": 3}
    return order[key.kind], -sum(o.key == key for o in own.values()), key


def _credit_agency(index: ClaimIndex, traced: _Traced) -> _Traced:
    """Give copied unattributed text to the one agency that its reports credit, where they credit one."""
    renamed: dict[OriginKey, OriginKey] = {}
    names = dict(traced.names)
    for key in sorted(set(traced.keys.values())):
        reports = sorted({index.claims[c].span.report for c, k in traced.keys.items() if k == key})
        credited = sorted({a for r in reports for a in index.reports[r].agencies})
        if key.kind == "outlet" and len(reports) > 1 and credited:
            counts = Counter(a for r in reports for a in index.reports[r].agencies)
            agency = min(credited, key=lambda a: (-counts[a], a))
            renamed[key] = OriginKey("agency", normal(agency))
            names[renamed[key]] = ClaimOrigin(renamed[key], agency, None, False, None, None)
    keys = {c: renamed.get(k, k) for c, k in traced.keys.items()}
    evidence = {renamed.get(k, k): spans for k, spans in traced.evidence.items()}
    return _Traced(traced.group, keys, evidence, names)


def _origins(index: ClaimIndex, traced: Sequence[_Traced]) -> tuple[tuple[Origin, ...], dict[OriginKey, str]]:
    claims: dict[OriginKey, list[str]] = {}
    evidence: dict[OriginKey, set[Span]] = {}
    names: dict[OriginKey, ClaimOrigin] = {}
    for one in traced:
        for claim, key in sorted(one.keys.items()):
            claims.setdefault(key, []).append(claim)
            evidence.setdefault(key, set()).update(one.evidence[key])
        for key, found in sorted(one.names.items()):
            if key not in names or (found.name, found.entity or "") < (names[key].name, names[key].entity or ""):
                names[key] = found
    ordered = sorted(claims, key=lambda k: (-len(claims[k]), k))
    ids = {key: f"o{n + 1}" for n, key in enumerate(ordered)}
    return tuple(
        Origin(
            id=ids[key],
            name=names[key].name,
            kind=key.kind,
            reports=tuple(sorted({index.claims[c].span.report for c in claims[key]})),
            entity=names[key].entity,
            evidence=tuple(sorted(evidence[key])),
        )
        for key in ordered
    ), ids


def _points(index: ClaimIndex, traced: Sequence[_Traced], ids: dict[OriginKey, str]) -> tuple[Point, ...]:
    drafts = []
    for one in traced:
        claims = sorted((index.claims[c] for c in one.group.claims), key=lambda c: (c.span, c.id))
        origins = tuple(sorted({ids[k] for k in one.keys.values()}, key=lambda o: int(o[1:])))
        reports = {c.span.report for c in claims}
        drafts.append((-len(origins), -len(reports), -len(claims), claims[0].span, claims[0].id, claims, origins, one))
    drafts.sort(key=lambda d: d[:5])
    points = []
    for number, (_, reports_told, _, _, _, claims, origins, one) in enumerate(drafts):
        standing: Standing = "corroborated" if len(origins) > 1 else "repeated" if reports_told < -1 else "single"
        points.append(
            Point(
                id=f"p{number + 1}",
                claims=tuple(c.id for c in claims),
                standing=standing,
                origins=origins,
                best=best_claim(index, claims).id,
                factors=one.group.factors,
            )
        )
    return tuple(points)


def _transmissions(index: ClaimIndex, traced: Sequence[_Traced], ids: dict[OriginKey, str]) -> tuple[Transmission, ...]:
    roads: dict[tuple[int, str, tuple[str, ...]], list[Claim]] = {}
    for one in traced:
        for claim_id, key in sorted(one.keys.items()):
            claim = index.claims[claim_id]
            via = claim.attribution.via if claim.attribution else ()
            roads.setdefault((int(ids[key][1:]), claim.span.report, via), []).append(claim)
    return tuple(
        Transmission(f"o{number}", via, report, tuple(c.id for c in sorted(claims, key=lambda c: (c.span, c.id))))
        for (number, report, via), claims in sorted(roads.items())
    )
