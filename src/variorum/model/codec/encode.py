"""Dataclasses to the values of the JSON.

Parts whose JSON carries the same fields as the dataclass go through `_plain`; only what the
contract flattens (spans, moments, claims, reports) is written out by hand.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from variorum.model.claim import Claim
from variorum.model.codec.parts import SCHEMA
from variorum.model.comparison import TimelineEntry
from variorum.model.dossier import Dossier
from variorum.model.moment import Moment, TimeExpression
from variorum.model.report import Report
from variorum.model.span import Span

Json = dict[str, Any]


def _plain(value: Any) -> Any:
    """Return dataclasses as dictionaries of their fields, moments and spans in the contract's form."""
    if isinstance(value, Moment):
        return _moment_out(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _inside(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _flat(value: Any) -> Json:
    """Return a dataclass with a `span` field, the span's fields beside the others."""
    out: Json = _plain(value)
    return {**out.pop("span"), **out}


def _within(value: Any) -> Json:
    """Like `_flat`, for parts of a claim, whose report is the claim's."""
    out = _flat(value)
    del out["report"]
    return out


def _moment_out(moment: Moment) -> Json:
    out = {f.name: getattr(moment, f.name) for f in fields(moment)}
    return {"from": out.pop("first"), "to": out.pop("last"), **out}


def _report_out(report: Report) -> Json:
    out: Json = _plain(report)
    published = report.published
    out["published"] = published.day
    out["published_at"] = published.at
    out["published_basis"] = published.basis
    out["published_evidence"] = [_inside(span) for span in published.evidence]
    return out


def _claim_out(claim: Claim) -> Json:
    out = _flat(claim)
    out["head"] = _inside(claim.head)
    out["certainty_cue"] = _inside(claim.certainty_cue)
    out["from"] = claim.moment.first if claim.moment else None
    out["to"] = claim.moment.last if claim.moment else None
    out["participants"] = [_within(p) for p in claim.participants]
    out["quantities"] = [_within(q) for q in claim.quantities]
    if claim.attribution:
        given = claim.attribution
        out["attribution"] = {**_plain(given), "source": _inside(given.source), "cue": _inside(given.cue)}
    return out


def encode(dossier: Dossier) -> Json:
    """Return the dossier as nested dictionaries and lists, ready to be validated as `WireDossier`."""
    return {
        **_plain(dossier),
        "schema": SCHEMA,
        "reports": [_report_out(r) for r in dossier.reports],
        "entities": [{**_plain(e), "mentions": [_flat(m) for m in e.mentions]} for e in dossier.entities],
        "times": [_time_out(t) for t in dossier.times],
        "claims": [_claim_out(c) for c in dossier.claims],
        "timeline": [_timeline_out(t) for t in dossier.timeline],
        "set_aside": [_flat(s) for s in dossier.set_aside],
    }


def _time_out(time: TimeExpression) -> Json:
    return {**_plain(time.span), **_moment_out(time.moment), "time_of_day": _plain(time.time_of_day)}


def _timeline_out(entry: TimelineEntry) -> Json:
    out: Json = _plain(entry)
    return {**out.pop("moment"), **out}
