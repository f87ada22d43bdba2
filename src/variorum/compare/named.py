"""What claims name: the mentions inside their words, by entity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from variorum.model import Claim, Entity, Mention, Story

_Mentions = tuple[list[int], list[tuple[str, Mention]]]  # offsets, and behind each the entity and its mention


def named_in_claims(story: Story) -> dict[str, dict[str, tuple[Mention, ...]]]:
    """Return for each claim, by id, the mentions that its words hold, by entity id.

    An entity that takes part without a mention of its own inside the claim has an empty tuple.
    """
    mentions = _mentions_by_report(story.entities)
    return {claim.id: _named_in(claim, mentions.get(claim.span.report, ([], []))) for claim in story.claims}


def _named_in(claim: Claim, mentions: _Mentions) -> dict[str, tuple[Mention, ...]]:
    starts, entries = mentions
    found: dict[str, list[Mention]] = {}
    inside = slice(bisect_left(starts, claim.span.start), bisect_left(starts, claim.span.end))
    for entity, mention in entries[inside]:
        if mention.span.end <= claim.span.end:
            found.setdefault(entity, []).append(mention)
    for participant in claim.participants:
        if participant.entity:
            found.setdefault(participant.entity, [])
    return {entity: tuple(own) for entity, own in sorted(found.items())}


def _mentions_by_report(entities: Sequence[Entity]) -> dict[str, _Mentions]:
    by_report: dict[str, list[tuple[int, str, Mention]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            by_report.setdefault(mention.span.report, []).append((mention.span.start, entity.id, mention))
    ordered = {report: sorted(found, key=lambda f: (f[0], f[1])) for report, found in sorted(by_report.items())}
    return {report: ([f[0] for f in found], [(f[1], f[2]) for f in found]) for report, found in ordered.items()}
