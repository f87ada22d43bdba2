"""Where the claims of one point come from, and which of their origins are one.

One point has as many origins as it has different last links (`origin_key`), after these are made one:

- claims that are one text (`copying`), credited or not;
- a document that one report quotes without its author and another with him;
- a report's own unattributed telling (its headline, its summary) and the voice that the same report names for the
  same point: then the report has it from that voice.

A report counts for a point with the origin that most of its claims there have, of those that are heard (`witnesses`):
a stray clause with another voice is no second witness, and corroboration is better counted too low than too high. The
roads are shown for every claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.compare.copying import copied_pairs
from variorum.compare.governments import normal
from variorum.compare.index import ClaimIndex
from variorum.compare.origin_key import ClaimOrigin, OriginKey, claim_origins, described_as
from variorum.compare.witnesses import heard
from variorum.model import Claim, ClaimGroup, CopiedPassage, Span


@dataclass(frozen=True, slots=True)
class Traced:
    """One group with the keys that each of its claims ended at.

    Attributes:
        group: As given.
        keys: What each claim ended at, by claim id.
        evidence: Passages that show an origin or make two ways one, by key.
        names: The fullest telling of each origin, by key.
        copied: Pairs of its claims that are one text.
    """

    group: ClaimGroup
    keys: dict[str, tuple[OriginKey, ...]]
    evidence: dict[OriginKey, tuple[Span, ...]]
    names: dict[OriginKey, ClaimOrigin]
    copied: frozenset[frozenset[str]]


class _Joined:
    """Keys that turned out to be one origin."""

    def __init__(self, own: dict[str, tuple[ClaimOrigin, ...]]) -> None:
        self.uses = Counter(o.key for found in own.values() for o in found)
        self.parent = {key: key for key in self.uses}

    def root(self, key: OriginKey) -> OriginKey:
        while self.parent[key] != key:
            key = self.parent[key]
        return key

    def join(self, a: OriginKey, b: OriginKey) -> None:
        """Make two keys one, under what names an origin better: voice, document, agency, outlet; then by use."""
        order = {"voice": 0, "document": 1, "agency": 2, "outlet": 3}
        first, second = sorted((self.root(a), self.root(b)), key=lambda k: (order[k.kind], -self.uses[k], k))
        self.parent[second] = first


def trace(index: ClaimIndex, group: ClaimGroup, copies: Sequence[CopiedPassage]) -> Traced:
    """Trace the claims of a group to their origins, and join those that turn out to be one."""
    claims = [index.claims[c] for c in sorted(group.claims, key=lambda c: (index.claims[c].span, c))]
    own = {c.id: claim_origins(index, c) for c in claims}
    joined = _Joined(own)
    passages: list[tuple[OriginKey, tuple[Span, ...]]] = []
    one_text = copied_pairs(index, claims, copies)
    for a, b, spans in one_text:
        joined.join(own[a.id][0].key, own[b.id][0].key)
        passages.append((own[a.id][0].key, spans))
    everybody = tuple(o for c in claims for o in own[c.id])
    for claim in claims:
        source = _source_beside(claim, claims, own) or described_as(index, own[claim.id][0], everybody)
        if source:
            joined.join(own[claim.id][0].key, source.key)
    keys = {c.id: tuple(sorted({joined.root(o.key) for o in own[c.id]})) for c in claims}
    names = {o.key: o for o in sorted(everybody, key=naming) if o.key == joined.root(o.key)}
    evidence: dict[OriginKey, tuple[Span, ...]] = {}
    for key in sorted({k for found in keys.values() for k in found}):
        spans_of = {s for k, pair in passages if joined.root(k) == key for s in pair}
        spans_of |= {o.evidence for o in everybody if o.evidence and joined.root(o.key) == key}
        evidence[key] = tuple(sorted(spans_of))
    copied = frozenset(frozenset((a.id, b.id)) for a, b, _ in one_text)
    return _credit_agency(index, Traced(group, keys, evidence, names, copied))


def naming(origin: ClaimOrigin) -> tuple[int, str, str]:
    """Order tellings of one origin so that the fullest name comes last."""
    return len(origin.name), origin.name, origin.entity or ""


def _source_beside(
    claim: Claim, claims: Sequence[Claim], own: dict[str, tuple[ClaimOrigin, ...]]
) -> ClaimOrigin | None:
    """Return the source that the claims of the point name for one that names none, or only a document."""
    mine = own[claim.id][0]
    for other in claims:
        yours = own[other.id][0]
        if claim.span.report == other.span.report and not mine.named and yours.named:
            return yours
        same_document = mine.document is not None and mine.document == yours.document
        if same_document and mine.key.kind == "document" and yours.key.kind == "voice":
            return yours
    return None


def _credit_agency(index: ClaimIndex, traced: Traced) -> Traced:
    """Give copied unattributed text to the agency that most of its reports credit, where they credit one."""
    renamed: dict[OriginKey, OriginKey] = {}
    names = dict(traced.names)
    for key in sorted(names):
        reports = sorted({index.claims[c].span.report for c, found in traced.keys.items() if key in found})
        counts = Counter(a for r in reports for a in index.reports[r].agencies)
        if key.kind == "outlet" and len(reports) > 1 and counts:
            agency = min(counts, key=lambda a: (-counts[a], a))
            renamed[key] = OriginKey("agency", normal(agency))
            names[renamed[key]] = ClaimOrigin(renamed[key], agency)
    keys = {c: tuple(sorted({renamed.get(k, k) for k in found})) for c, found in traced.keys.items()}
    evidence = {renamed.get(k, k): spans for k, spans in sorted(traced.evidence.items())}
    return replace(traced, keys=keys, evidence=evidence, names=names)


def counted_origins(index: ClaimIndex, traced: Traced) -> set[OriginKey]:
    """Return the origins that count for a point: of each report, where most of its claims that are heard come from.

    Claims that are given to somebody vote where there are any; named voices with equally many claims count each.
    """
    by_report: dict[str, list[Claim]] = {}
    likeness = {frozenset(pair): probability for *pair, probability in traced.group.likeness}
    for claim in heard(index, [index.claims[c] for c in sorted(traced.keys)], traced.copied, likeness):
        by_report.setdefault(claim.span.report, []).append(claim)
    counted: set[OriginKey] = set()
    for claims in by_report.values():
        given = [c for c in claims if c.attribution] or claims
        ways = Counter(traced.keys[c.id] for c in given)
        first = [way for way in sorted(ways) if ways[way] == max(ways.values())]
        named = [way for way in first if any(k in traced.names and traced.names[k].entity for k in way)]
        for way in named if len(named) > 1 else first[:1]:
            counted.update(way)
    return counted
