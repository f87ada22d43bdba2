"""The stages of annotation, one after the other."""

from __future__ import annotations

import numpy as np

from variorum.annotate.cast import Cast, gather
from variorum.annotate.claims import build_claims, mean_vectors
from variorum.annotate.counted import find_quantities
from variorum.annotate.findings import Findings
from variorum.annotate.leftover import set_aside
from variorum.annotate.names import find_names
from variorum.annotate.network import with_network
from variorum.annotate.participants import entity_id
from variorum.annotate.passages import find_passages
from variorum.annotate.posts import find_posts, unsigned
from variorum.annotate.quoted import with_quotes
from variorum.annotate.quotes import find_quotes
from variorum.annotate.sayings import find_sayings
from variorum.annotate.timing import clause_tense
from variorum.annotate.tree import plant
from variorum.annotate.voices import voices
from variorum.model import AnnotatedReport, Entity, Mention, Reading, Report, Span
from variorum.moments import resolve_moments


def annotate(report: Report, reading: Reading) -> AnnotatedReport:
    """Find a report's entities, moments and claims in what the network read.

    Args:
        report: The report.
        reading: What the network read in this very report; its offsets count in `report.text`.

    Returns:
        Claims numbered by position, with entity ids that count within the report. Every run of words stands in a
        claim or is set aside.

    Raises:
        ValueError: The reading is another report's.
    """
    if reading.report != report.id:
        raise ValueError(f"reading of {reading.report} given for {report.id}")
    tree = plant(report, reading)
    times = resolve_moments(report.text, report.published.day, report=report.id, tense_at=clause_tense(tree))
    if not len(tree):
        empty = np.zeros((0, reading.vectors.shape[-1]), dtype=np.float32)
        return AnnotatedReport(report, (), times, (), empty, set_aside(report, ()))
    posts = find_posts(tree)
    quotes = tuple(sorted((*find_quotes(tree), *(quote for _, quote in posts)), key=lambda quote: quote.start))
    cast = gather(tree, find_names(tree), quotes)
    told = (*(saying for saying, _ in posts), *find_sayings(tree))
    sayings = with_network(tree, with_quotes(tree, told, quotes), reading.attributions, quotes)
    findings = Findings(
        cast=cast,
        quotes=quotes,
        sayings=sayings,
        voices=voices(tree, cast, sayings),
        times=times,
        # without a day of its own few of a report's times resolve, and the rest would be taken for quantities
        quantities=find_quantities(reading, report, times if report.published.day else None),
    )
    passages = unsigned(tree, find_passages(tree, sayings, times))
    claims = build_claims(tree, findings, passages)
    return AnnotatedReport(
        report=report,
        entities=_entities(report, cast),
        times=times,
        claims=claims,
        vectors=mean_vectors(reading.vectors, passages),
        set_aside=set_aside(report, claims),
    )


def _entities(report: Report, cast: Cast) -> tuple[Entity, ...]:
    """Return the named entities of a report with every mention of each, in order of offset."""
    found: list[Entity] = []
    for number, entity in enumerate(cast.names):
        mentions = [Mention(Span(report.id, start, end)) for start, end in entity.mentions]
        taken = {(mention.span.start, mention.span.end) for mention in mentions}
        for owner, start, end, form in cast.references:
            if owner == number and (start, end) not in taken:
                taken.add((start, end))
                mentions.append(Mention(Span(report.id, start, end), form))
        found.append(
            Entity(
                id=entity_id(number),
                kind=entity.kind,
                name=entity.name,
                aliases=tuple(sorted({report.text[start:end] for start, end in entity.mentions} | {entity.name})),
                mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
                roles=tuple(cast.roles.get(number, ())),
            )
        )
    return tuple(found)
