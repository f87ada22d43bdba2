"""What stands in each section, before it is drawn as a page or written as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from variorum.model import Conflict, ConflictReading, CopiedPassage, Development, Origin, SetAside, Span
from variorum.render.index import DossierIndex
from variorum.render.labels import day_label, moment_label, value_label
from variorum.render.lines import Line, ReportView

_WORD = re.compile(r"\w+")
# A headline of fewer long words than this is a name or a slogan and counts as less.
FEWEST_TITLE_WORDS = 4
# A value is a number, a name, a day: what is longer is the clause, and marking all of it marks nothing.
LONGEST_MARK = 48


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One side of a conflict: its value, who it comes from, and the clauses that give it."""

    value: str
    origins: tuple[Origin, ...]
    reports: tuple[ReportView, ...]
    lines: tuple[Line, ...]
    older: bool


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with its sides."""

    conflict: Conflict
    readings: tuple[ReadingView, ...]


@dataclass(frozen=True, slots=True)
class DevelopmentView:
    """What was looked ahead to and what came of it, each with its dates in words."""

    development: Development
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    before_label: str
    after_label: str

    @property
    def weighed(self) -> tuple[Line, Line]:
        """The two lines that were weighed, of what was looked ahead to and of its outcome."""
        return self.before[0], self.after[0]

    @property
    def drawn_in(self) -> int:
        """How many claims the two drew in."""
        return len(self.before) + len(self.after) - 2


def conflict_views(index: DossierIndex) -> list[ConflictView]:
    """Return the conflicts in the dossier's order."""
    views = []
    for conflict in index.dossier.conflicts:
        readings = tuple(
            ReadingView(
                value=value_label(reading.value),
                origins=tuple(index.origins[origin] for origin in reading.origins),
                reports=tuple(index.reports_of(reading.claims)),
                lines=tuple(index.lines(reading.claims, _value_marks(index, conflict, reading))),
                older=reading.older,
            )
            for reading in conflict.readings
        )
        views.append(ConflictView(conflict, readings))
    return views


def _value_marks(index: DossierIndex, conflict: Conflict, reading: ConflictReading) -> list[Span]:
    """Return the passages to mark: those that hold the value, for days the words that name them, never a clause."""
    marks = [span for span in reading.values if len(span) <= LONGEST_MARK]
    if conflict.kind == "time":
        clauses = [index.claims[claim_id].span for claim_id in reading.claims]
        for time in index.dossier.times:
            first, last = time.moment.first.isoformat(), time.moment.last.isoformat()
            if reading.value in (first, f"{first}/{last}") and any(clause.contains(time.span) for clause in clauses):
                marks.append(time.span)
    return marks


def development_views(index: DossierIndex) -> list[DevelopmentView]:
    """Return the developments in the dossier's order, the two claims that were weighed before what they drew in."""
    return [
        DevelopmentView(
            development=development,
            before=_surest_first(index, development, development.before),
            after=_surest_first(index, development, development.after),
            before_label=_dates(index, _surest(development, development.before), "said", "for"),
            after_label=_dates(index, _surest(development, development.after), "told", "of"),
        )
        for development in index.dossier.developments
    ]


def _surest(development: Development, side: Sequence[str]) -> Sequence[str]:
    """Return the claim of a side that was weighed, or the whole side where none is known."""
    return [claim for claim in side if claim in development.weighed] or side


def _surest_first(index: DossierIndex, development: Development, side: Sequence[str]) -> tuple[Line, ...]:
    """Return a side's lines, the claim that was weighed before the others."""
    surest = _surest(development, side)
    return (*index.lines(surest), *index.lines([claim for claim in side if claim not in surest]))


def _dates(index: DossierIndex, claim_ids: Sequence[str], told: str, meant: str) -> str:
    """Return when the claims were told and which moment most of them mean, as far as either is known."""
    published = (index.reports[index.claims[claim_id].span.report].report.published.day for claim_id in claim_ids)
    days = sorted(day for day in published if day)
    ahead = [item for item in claim_ids if (moment := index.claims[item].moment) and days and moment.last >= days[0]]
    moment = index.moment_of(ahead if told == "said" else claim_ids)
    parts = [f"{told} {day_label(days[0])}"] if days else []
    parts += [f"{meant} {moment_label(moment)}"] if moment else []
    return ", ".join(parts) or "day unknown"


@dataclass(frozen=True, slots=True)
class CopyView:
    """Two passages nearly alike, and how often the same two stand in these reports (a caption may be repeated)."""

    copy: CopiedPassage
    times: int


def copy_views(index: DossierIndex) -> list[CopyView]:
    """Return copied passages, the same words in the same two reports once."""
    groups: dict[tuple[str, ...], list[CopiedPassage]] = {}
    for copy in index.dossier.copies:
        key = (
            copy.first.report,
            copy.second.report,
            *sorted(_plain(index, span) for span in (copy.first, copy.second)),
        )
        groups.setdefault(key, []).append(copy)
    return [CopyView(copies[0], len(copies)) for copies in groups.values()]


def _plain(index: DossierIndex, span: Span) -> str:
    return " ".join(index.dossier.passage(span).casefold().split())


def main_title(index: DossierIndex) -> ReportView | None:
    """Return the report whose headline's words most of the other reports have; None when none has a headline."""
    titled = [view for view in index.reports.values() if view.report.title]
    words = {view.index: set(_WORD.findall(view.report.text.casefold())) for view in index.reports.values()}

    def shared(view: ReportView) -> float:
        own = {word for word in _WORD.findall((view.report.title or "").casefold()) if len(word) > 3}
        return sum(len(own & words[other]) for other in words if other != view.index) / max(
            FEWEST_TITLE_WORDS, len(own)
        )

    return max(titled, key=lambda view: (shared(view), -view.index), default=None)


def set_aside_views(index: DossierIndex) -> list[tuple[ReportView, list[tuple[SetAside, str]]]]:
    """Return for each report what was set aside, with its words; reports without are left out."""
    asides = sorted(index.dossier.set_aside, key=lambda aside: (index.reports[aside.span.report].index, aside.span))
    return [
        (index.reports[report_id], [(aside, index.dossier.passage(aside.span)) for aside in group])
        for report_id, group in groupby(asides, key=lambda aside: aside.span.report)
    ]
