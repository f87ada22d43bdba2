"""Each kind of part of a dossier, explained: its claims, and what was weighed."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.model import Conflict, Development, Origin, Point, Quotation
from variorum.render.explain_blocks import MOST_PAIRS, write_claims, write_factors, write_pairs, write_weighed
from variorum.render.explain_claims import claim_lines, passage_lines, place_of
from variorum.render.index import DossierIndex
from variorum.render.labels import CONFLICT_LABELS, OUTCOME_LABELS, count_label, value_label
from variorum.render.reasons import reasons_of
from variorum.render.sections import development_views
from variorum.render.time_axis import TimelineRow


def explain_point(index: DossierIndex, point: Point) -> Iterator[str]:
    """Write a point: its claims, the pairs that joined them, what stayed outside, and its origins."""
    reports = len(index.reports_of(point.claims))
    told = f"{count_label(reports, 'report')}, {count_label(len(point.origins), 'independent origin')}"
    yield f"{point.id}, a point: {point.standing}, {told}"
    yield from write_claims(index, "Its claims", point.claims)
    yield from write_factors("Why they stand together, on the mean of their pairs", point.factors)
    yield from write_pairs(reasons_of(index, point.claims))
    if point.origins:
        yield from ("", "Its origins (explain any of them)")
        yield from (f"  {key}  {index.origins[key].name} ({index.origins[key].kind})" for key in point.origins)


def explain_conflict(index: DossierIndex, conflict: Conflict) -> Iterator[str]:
    """Write a conflict: its readings with their claims, what was weighed, and what of the same points is left out."""
    yield f"{conflict.id}, a conflict ({CONFLICT_LABELS[conflict.kind]}): {conflict.question}"
    for reading in conflict.readings:
        from_whom = ", ".join(f"{key} {index.origins[key].name}" for key in reading.origins) or "no origin known"
        older = "; older or provisional" if reading.older else ""
        yield from write_claims(index, f"Reading {value_label(reading.value)} ({from_whom}{older})", reading.claims)
        if reading.values:
            yield "    the value stands at: " + "; ".join(place_of(index, span) for span in reading.values)
    yield from write_weighed(index, conflict)
    inside = [claim for reading in conflict.readings for claim in reading.claims]
    points = dict.fromkeys(index.point_of[claim] for claim in inside if claim in index.point_of)
    rest = [claim for point in points for claim in index.points[point].claims if claim not in inside]
    yield from write_claims(
        index, f"In the same points ({', '.join(points)}), and part of no reading", rest[:MOST_PAIRS]
    )


def explain_development(index: DossierIndex, development: Development) -> Iterator[str]:
    """Write a development: what was expected, the outcome, and what was weighed."""
    view = next(view for view in development_views(index) if view.development is development)
    perhaps = "" if development.told_openly else f", perhaps: told openly from a strength of {development.sure:.2f}"
    yield f"{development.id}, a development: {OUTCOME_LABELS[development.outcome]}{perhaps}"
    yield from write_claims(index, f"Expected, {view.before_label}", development.before)
    yield from write_claims(index, f"Outcome, {view.after_label}", development.after)
    yield from write_weighed(index, development)
    points = dict.fromkeys(
        index.point_of[claim] for claim in (*development.before, *development.after) if claim in index.point_of
    )
    yield from ("", f"Their points (explain any of them): {', '.join(points)}")


def explain_quotation(index: DossierIndex, quotation: Quotation) -> Iterator[str]:
    """Write a quotation: its wordings and the passages that were laid word against word."""
    voice = index.entities[quotation.voice].name if quotation.voice in index.entities else "nobody who could be told"
    yield f"{quotation.id}, one quotation in {len(quotation.variants)} wordings, of {voice}"
    yield from write_claims(index, "Its wordings, the longest first", quotation.variants)
    yield from ("", "What was laid word against word")
    for span in quotation.words:
        yield from passage_lines(index, span)


def explain_entry(index: DossierIndex, row: TimelineRow) -> Iterator[str]:
    """Write an entry of the timeline: its days and its claims."""
    entry = row.entry
    kinds = [word for word, holds in (("main", entry.main), ("announced", entry.announced)) if holds]
    days = f"{entry.moment.first} to {entry.moment.last}, precise to the {entry.moment.precision}"
    yield f"{row.key}, an entry of the timeline: {row.label} ({', '.join([days, *kinds])})"
    yield from write_claims(index, "Its claims", [line.claim.id for line in row.lines])
    yield from ("", f"Its point: {entry.point or 'none; its claims stand in several'}")


def explain_origin(index: DossierIndex, origin: Origin) -> Iterator[str]:
    """Write an origin: the passages that show it, its roads, and the points that it stands under."""
    named = f", entity {origin.entity}" if origin.entity else ""
    yield f"{origin.id}, an origin: {origin.name} ({origin.kind}{named})"
    yield from ("", "Passages that show it")
    for span in origin.evidence:
        yield from passage_lines(index, span)
    if not origin.evidence:
        yield "  none: nobody is named for these claims, and no other report has their words"
    yield from ("", "Roads")
    for road in index.dossier.transmissions:
        if road.origin == origin.id:
            report = index.reports[road.report]
            via = f" via {', '.join(reversed(road.via))}" if road.via else ""
            yield f"  to {report.letter} {report.name}{via}: {', '.join(road.claims)}"
    points = [point.id for point in index.dossier.points if origin.id in point.origins]
    yield from ("", f"Points (explain any of them): {', '.join(points)}")


def explain_claim(index: DossierIndex, claim_id: str) -> Iterator[str]:
    """Write a claim: what was read into it, and the pairs that it stands in."""
    yield f"{claim_id}, a claim"
    yield from claim_lines(index, claim_id)
    yield from ("", f"Its point: {index.point_of.get(claim_id, 'none')}")
    yield from write_pairs(reasons_of(index, index.points[index.point_of[claim_id]].claims), of=claim_id)
