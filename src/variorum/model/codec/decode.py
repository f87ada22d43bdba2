"""The JSON's parts to dataclasses."""

from __future__ import annotations

from variorum.model.claim import Attribution, Claim, Participant
from variorum.model.codec.parts import (
    WireClaim,
    WireEntity,
    WireMention,
    WireMoment,
    WireParticipant,
    WirePassage,
    WireQuantity,
    WireReport,
    WireSpan,
    WireTime,
)
from variorum.model.codec.whole import (
    WireConflict,
    WireDevelopment,
    WireDossier,
    WireFactor,
    WireSetAside,
)
from variorum.model.comparison import Conflict, ConflictReading, Coverage, Development, Quotation, TimelineEntry
from variorum.model.dossier import Dossier, Generator
from variorum.model.entity import Entity, Mention
from variorum.model.moment import Moment, TimeExpression, TimeOfDay
from variorum.model.point import CopiedPassage, Factor, Origin, Point, Transmission, WeighedPair
from variorum.model.quantity import Quantity
from variorum.model.report import Publication, Report, Segment
from variorum.model.span import Span
from variorum.model.story import SetAside


def _span_in(part: WireSpan | WireMention | WireTime | WireClaim | WireSetAside) -> Span:
    return Span(part.report, part.start, part.end)


def _moment_in(part: WireMoment) -> Moment:
    return Moment(part.from_, part.to, part.precision, part.approximate, part.open_start, part.open_end)


def _time_in(part: WireTime) -> TimeExpression:
    told = part.time_of_day
    time_of_day = None if told is None else TimeOfDay(told.at, told.bound, told.zone, told.with_day)
    return TimeExpression(_span_in(part), _moment_in(part), time_of_day)


def _spans_in(parts: tuple[WireSpan, ...]) -> tuple[Span, ...]:
    return tuple(_span_in(p) for p in parts)


def _factors_in(parts: tuple[WireFactor, ...]) -> tuple[Factor, ...]:
    return tuple(Factor(p.name, p.value, p.detail, _spans_in(p.evidence)) for p in parts)


def _report_in(part: WireReport) -> Report:
    evidence = tuple(Span(part.id, p.start, p.end) for p in part.published_evidence)
    return Report(
        id=part.id,
        source=part.source,
        text=part.text,
        segments=tuple(Segment(s.start, s.end, s.role) for s in part.segments),
        sha256=part.sha256,
        outlet=part.outlet,
        title=part.title,
        authors=tuple(part.authors),
        url=part.url,
        published=Publication(part.published, part.published_at, part.published_basis, evidence),
        language=part.language,
        agencies=tuple(part.agencies),
    )


def _entity_in(part: WireEntity) -> Entity:
    mentions = tuple(Mention(_span_in(m), m.form) for m in part.mentions)
    return Entity(part.id, part.kind, part.name, tuple(part.aliases), mentions, tuple(part.roles))


def _claim_in(part: WireClaim) -> Claim:
    def inside(passage: WirePassage | WireParticipant | WireQuantity) -> Span:
        return Span(part.report, passage.start, passage.end)

    def maybe(passage: WirePassage | None) -> Span | None:
        return None if passage is None else inside(passage)

    given = part.attribution
    attribution = (
        None
        if given is None
        else Attribution(
            voice=given.voice,
            source=maybe(given.source),
            text=given.text,
            cue=maybe(given.cue),
            mode=given.mode,
            via=tuple(given.via),
            document=given.document,
        )
    )
    return Claim(
        id=part.id,
        span=_span_in(part),
        head=inside(part.head),
        lemma=part.lemma,
        certainty=part.certainty,
        certainty_cue=maybe(part.certainty_cue),
        attribution=attribution,
        moment=None if part.moment is None else _moment_in(part.moment),
        moment_inherited=part.moment_inherited,
        participants=tuple(Participant(p.role, inside(p), p.lemma, p.entity, p.preposition) for p in part.participants),
        quantities=tuple(Quantity(inside(q), q.low, q.high, q.bound, q.unit, q.counted) for q in part.quantities),
        tense=part.tense,
        negated=part.negated,
        kind=part.kind,
        segment=part.segment,
        parent=part.parent,
    )


def _conflict_in(part: WireConflict) -> Conflict:
    readings = tuple(
        ConflictReading(r.value, tuple(r.claims), tuple(r.origins), _spans_in(r.values), r.older) for r in part.readings
    )
    factors = _factors_in(part.factors)
    return Conflict(part.id, part.kind, part.question, readings, factors, tuple(part.weighed), part.strength, part.bar)


def _development_in(part: WireDevelopment) -> Development:
    factors = _factors_in(part.factors)
    before, after = tuple(part.before), tuple(part.after)
    return Development(
        part.id, before, after, part.outcome, factors, tuple(part.weighed), part.strength, part.bar, part.sure
    )


def decode(model: WireDossier) -> Dossier:
    """Return the dataclasses that a validated dossier stands for."""
    return Dossier(
        generator=Generator(model.generator.name, model.generator.version, model.generator.reader),
        reports=tuple(_report_in(r) for r in model.reports),
        entities=tuple(_entity_in(e) for e in model.entities),
        times=tuple(_time_in(t) for t in model.times),
        claims=tuple(_claim_in(c) for c in model.claims),
        points=tuple(
            Point(p.id, tuple(p.claims), p.standing, tuple(p.origins), p.best, _factors_in(p.factors))
            for p in model.points
        ),
        origins=tuple(
            Origin(o.id, o.name, o.kind, tuple(o.reports), o.entity, _spans_in(o.evidence)) for o in model.origins
        ),
        transmissions=tuple(
            Transmission(t.origin, tuple(t.via), t.report, tuple(t.claims)) for t in model.transmissions
        ),
        copies=tuple(CopiedPassage(_span_in(c.first), _span_in(c.second), c.similarity) for c in model.copies),
        conflicts=tuple(_conflict_in(c) for c in model.conflicts),
        developments=tuple(_development_in(d) for d in model.developments),
        open=tuple(model.open),
        quotations=tuple(Quotation(q.id, q.voice, tuple(q.variants), _spans_in(q.words)) for q in model.quotations),
        timeline=tuple(
            TimelineEntry(_moment_in(t), tuple(t.claims), t.point, t.main, t.announced) for t in model.timeline
        ),
        coverage=tuple(Coverage(c.report, tuple(c.only), tuple(c.lacks)) for c in model.coverage),
        set_aside=tuple(SetAside(_span_in(s), s.reason) for s in model.set_aside),
        pairs=tuple(
            WeighedPair(p.first, p.second, p.probability, p.bar, p.joined, p.refused, _factors_in(p.factors))
            for p in model.pairs
        ),
    )
