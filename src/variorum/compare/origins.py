"""Where the claims of each point come from: how many independent origins, and by which roads they reached whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.compare.best_claim import best_claim
from variorum.compare.index import ClaimIndex
from variorum.compare.origin_key import ClaimOrigin, OriginKey
from variorum.compare.point_origins import Traced, counted_origins, naming, trace
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
    traced = [trace(index, group, copies) for group in groups]
    origins, ids = _origins(index, traced)
    points = _points(index, traced, ids)
    return Tracing(origins, points, _transmissions(index, traced, ids))


def _origins(index: ClaimIndex, traced: Sequence[Traced]) -> tuple[tuple[Origin, ...], dict[OriginKey, str]]:
    claims: dict[OriginKey, list[str]] = {}
    evidence: dict[OriginKey, set[Span]] = {}
    names: dict[OriginKey, ClaimOrigin] = {}
    for one in traced:
        for claim, found in sorted(one.keys.items()):
            for key in found:
                claims.setdefault(key, []).append(claim)
                evidence.setdefault(key, set()).update(one.evidence[key])
        for key, told in sorted(one.names.items()):
            if key not in names or naming(told) > naming(names[key]):
                names[key] = told
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


def _points(index: ClaimIndex, traced: Sequence[Traced], ids: dict[OriginKey, str]) -> tuple[Point, ...]:
    drafts = []
    for one in traced:
        claims = sorted((index.claims[c] for c in one.group.claims), key=lambda c: (c.span, c.id))
        origins = tuple(sorted({ids[k] for k in counted_origins(index, one)}, key=lambda o: int(o[1:])))
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


def _transmissions(index: ClaimIndex, traced: Sequence[Traced], ids: dict[OriginKey, str]) -> tuple[Transmission, ...]:
    roads: dict[tuple[int, str, tuple[str, ...]], list[Claim]] = {}
    for one in traced:
        for claim_id, found in sorted(one.keys.items()):
            claim = index.claims[claim_id]
            via = claim.attribution.via if claim.attribution else ()
            for key in found:
                roads.setdefault((int(ids[key][1:]), claim.span.report, via), []).append(claim)
    return tuple(
        Transmission(f"o{number}", via, report, tuple(c.id for c in sorted(claims, key=lambda c: (c.span, c.id))))
        for (number, report, via), claims in sorted(roads.items())
    )
