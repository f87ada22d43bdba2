"""A dossier with its lookups: what every section needs to turn an id into a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from variorum.model import Claim, Dossier, Entity, Moment, Origin, Point, Report, Span, WeighedPair
from variorum.render.labels import BASIS_LABELS, day_label
from variorum.render.lines import Line, ReportView, cut, fragmentary
from variorum.render.palette import report_letter

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_HOST = re.compile(r"https?://(?:[^/?#@\s]*@)?(?:www\.)?([^/?#:\s]+)")


@dataclass(frozen=True)
class DossierIndex:
    """A dossier and its parts by id."""

    dossier: Dossier
    reports: dict[str, ReportView] = field(default_factory=dict)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.dossier.claims}

    @cached_property
    def points(self) -> dict[str, Point]:
        """Points by id."""
        return {point.id: point for point in self.dossier.points}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id; the outlet of a report that names none is called as the report is."""
        named = {}
        for origin in self.dossier.origins:
            view = self.reports.get(origin.reports[0]) if origin.kind == "outlet" and len(origin.reports) == 1 else None
            nameless = view is not None and view.report.outlet is None
            named[origin.id] = replace(origin, name=view.name) if view and nameless else origin
        return named

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.dossier.entities}

    @cached_property
    def point_of(self) -> dict[str, str]:
        """Id of the point that each claim stands in, by the claim's id."""
        return {claim: point.id for point in self.dossier.points for claim in point.claims}

    @cached_property
    def pairs_of(self) -> dict[str, list[WeighedPair]]:
        """The weighed pairs that each claim stands in, by the claim's id, the likeliest first."""
        found: dict[str, list[WeighedPair]] = {}
        for pair in sorted(self.dossier.pairs, key=lambda pair: (-pair.probability, pair.first, pair.second)):
            found.setdefault(pair.first, []).append(pair)
            found.setdefault(pair.second, []).append(pair)
        return found

    def line(self, claim_id: str, marks: Iterable[Span] = ()) -> Line:
        """Return a claim as a line, with the parts of `marks` that lie in it marked."""
        claim = self.claims[claim_id]
        report = self.reports[claim.span.report]
        said = claim.attribution
        voice = None
        if said is not None:
            entity = self.entities.get(said.voice) if said.voice else None
            voice = entity.name if entity else said.text
        return Line(
            claim=claim,
            report=report,
            pieces=cut(report.report.text, claim.span, marks),
            voice=voice,
            via=said.via if said else (),
        )

    def lines(self, claim_ids: Iterable[str], marks: Sequence[Span] = ()) -> list[Line]:
        """Return claims as lines: the fullest of each report first, then what else each report has."""
        lines = [self.line(claim_id, marks) for claim_id in claim_ids]
        lines.sort(key=lambda line: (line.report.index, fragmentary(line, bool(marks)), line.claim.span, line.claim.id))
        turns: dict[int, int] = {}
        ranked = []
        for line in lines:
            turn = turns[line.report.index] = turns.get(line.report.index, -1) + 1
            ranked.append((turn, line.report.index, line))
        return [line for *_, line in sorted(ranked, key=lambda entry: entry[:2])]

    def reports_of(self, claim_ids: Iterable[str]) -> list[ReportView]:
        """Return the reports in which these claims stand, in the dossier's order, each once."""
        found = {self.claims[claim_id].span.report for claim_id in claim_ids}
        return [view for view in self.reports.values() if view.report.id in found]

    def moment_of(self, claim_ids: Iterable[str]) -> Moment | None:
        """Return the moment that most of the claims give, the earliest of several; None when none gives one."""
        moments = [moment for claim_id in claim_ids if (moment := self.claims[claim_id].moment)]
        return min(moments, key=lambda moment: (-moments.count(moment), moment), default=None)

    def locate(self, words: str) -> Span | None:
        """Return the first passage that holds exactly these words, None when no report does."""
        for view in self.reports.values():
            start = view.report.text.find(words) if words else -1
            if start >= 0:
                return Span(view.report.id, start, start + len(words))
        return None


def index_dossier(dossier: Dossier) -> DossierIndex:
    """Give every report of a dossier its letter and name."""
    views: dict[str, ReportView] = {}
    slugs: set[str] = set()
    for index, report in enumerate(dossier.reports):
        letter = report_letter(index)
        slug = _UNSAFE.sub("-", report.id)
        if slug in slugs or not slug:
            slug = f"{slug}-{letter}"
        slugs.add(slug)
        published = report.published
        views[report.id] = ReportView(
            report=report,
            index=index,
            letter=letter,
            slug=slug,
            name=report.outlet or _source_name(report),
            day=day_label(published.day) if published.day else None,
            basis=BASIS_LABELS[published.basis if published.day else "unknown"],
            words=len(report.text.split()),
        )
    return DossierIndex(dossier, views)


def _source_name(report: Report) -> str:
    """Return what a report without an outlet is called: its file or its host, for it is plainly no outlet's name."""
    host = _HOST.match(report.url or report.source)
    return host[1] if host else re.split(r"[/\\]", report.source)[-1] or report.id
