"""A dossier as text: the page's sections with numbered references to report, outlet, day and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.model import Dossier, Origin
from variorum.render.index import DossierIndex, index_dossier
from variorum.render.labels import CONFLICT_LABELS, OUTCOME_LABELS, count_label, days_label
from variorum.render.markdown_lines import LineWriter
from variorum.render.markdown_text import escape_markdown, quoted
from variorum.render.passages import writable
from variorum.render.points import only_views, point_rows, told_by_many
from variorum.render.sections import (
    conflict_views,
    development_views,
    main_title,
    set_aside_views,
)
from variorum.render.timeline_picture import timeline_rows
from variorum.render.voices import unvoiced_quotations, voice_views


def to_markdown(dossier: Dossier) -> str:
    """Return a dossier as Markdown text with the same sections as the page.

    Every quoted passage ends in a number in square brackets; the references at the end give for each
    the report, its outlet and day, the characters, and the quoted words.

    Args:
        dossier: Any dossier; parts that are empty are said to be empty.

    Returns:
        The text, ending in a line feed.
    """
    index = index_dossier(dossier)
    writer = _Writer(index)
    blocks = [
        *_head(index),
        "## 1. Disagree", *(writer.disagree() or ["No two reports were found to contradict each other."]),
        "## 2. Came true?", *writer.came_true(),
        "## 3. When", *(writer.when() or ["No happening could be dated."]),
        "## 4. Told by many", *(writer.told_by_many() or ["No point is told by more than one report."]),
        "## 5. Who says what", *(writer.who_says_what() or ["No report gives a statement to anybody."]),
        "## 6. From whom", *(writer.from_whom() or ["No origin was traced."]),
        "## 7. Only here", *(writer.only_here() or ["There is no report."]),
        "## 8. Set aside", *(writer.set_aside() or ["Nothing was set aside."]),
        "## References", *(writer.references() or ["Nothing was cited."]),
    ]  # fmt: skip
    return writable("\n\n".join(blocks) + "\n")


def _head(index: DossierIndex) -> Iterator[str]:
    dossier = index.dossier
    title = main_title(index)
    yield "# " + (escape_markdown(title.report.title or "") if title else count_label(len(dossier.reports), "report"))
    days = [report.published.day for report in dossier.reports if report.published.day]
    voices = sum(origin.kind in ("voice", "document") for origin in dossier.origins)
    yield " · ".join(
        (
            count_label(len(dossier.reports), "report"),
            count_label(len({report.outlet for report in dossier.reports if report.outlet}), "outlet"),
            count_label(voices, "independent voice"),
            count_label(len(dossier.points), "point"),
            count_label(len(dossier.conflicts), "conflict"),
            count_label(sum(development.told_openly for development in dossier.developments), "development"),
            days_label(min(days), max(days)) if days else "days unknown",
        )
    )
    rows = [
        f"| {view.letter} | {escape_markdown(view.name)} | {view.day or 'unknown'} | {view.basis} | {view.words} |"
        for view in index.reports.values()
    ]
    if rows:
        yield "\n".join(["| | Outlet | Day | Day is | Words |", "|---|---|---|---|---:|", *rows])


class _Writer(LineWriter):
    """Writes the sections in order; the references collect what they cite."""

    def __init__(self, index: DossierIndex) -> None:
        super().__init__(index)
        self.rows = point_rows(index)

    def disagree(self) -> list[str]:
        """Return a block for each conflict and each of its sides."""
        blocks = []
        for view in conflict_views(self.index):
            conflict = view.conflict
            blocks.append(f"### {escape_markdown(conflict.question)} ({CONFLICT_LABELS[conflict.kind]}, {conflict.id})")
            for reading in view.readings:
                older = ", older or provisional" if reading.older else ""
                blocks.append(
                    f"**{escape_markdown(reading.value)}** ({_from(reading.origins)}{older})\n\n"
                    + self.bullets(reading.lines)
                )
        return blocks

    def came_true(self) -> list[str]:
        """Return a block for each development, then what is still open."""
        blocks = []
        views = sorted(development_views(self.index), key=lambda view: not view.development.told_openly)
        for view in views:
            before, after = view.weighed
            perhaps = "" if view.development.told_openly else "perhaps "
            more = f"\n\nWith {count_label(view.drawn_in, 'more claim')}, less sure." if view.drawn_in else ""
            blocks.append(
                f"**{perhaps}{OUTCOME_LABELS[view.development.outcome]}** ({view.development.id})\n\n"
                f"Expected ({view.before_label}):\n\n{self.bullets([before])}\n\n"
                f"Outcome ({view.after_label}):\n\n{self.bullets([after])}{more}"
            )
        blocks = blocks or ["Nothing that was looked ahead to is told as done, changed or called off."]
        still_open = self.index.lines(self.index.dossier.open)
        return [*blocks, "Still open:\n\n" + self.bullets(still_open) if still_open else "Nothing is left open."]

    def when(self) -> list[str]:
        """Return one list of dated happenings by time."""
        entries = []
        for row in timeline_rows(self.index):
            marks = "".join([", main" * row.entry.main, ", announced" * row.entry.announced])
            entries.append(f"- **{row.label}**{marks}\n" + self.bullets(row.lines, "  "))
        return ["\n".join(entries)] if entries else []

    def told_by_many(self) -> list[str]:
        """Return one list of points with the reports that tell each."""
        entries = []
        for row in told_by_many(self.rows):
            best = self.line(row.best)
            cells = "; ".join(self.cell(cell[0]) for cell in row.cells if cell)
            entries.append(f"- {row.point.id}: {best}\n  - {cells}; {_from(row.origins)}")
        return ["\n".join(entries)] if entries else []

    def who_says_what(self) -> list[str]:
        """Return a block for each voice."""
        voices = voice_views(self.index)
        blocks = []
        for view in voices:
            roles = "; ".join(escape_markdown(role) for role in (view.entity.roles if view.entity else ()))
            blocks.append(f"### {escape_markdown(view.name) or 'Nobody named'}" + (f" ({roles})" if roles else ""))
            blocks += [self.quotation(quotation) for quotation in view.quotations]
            blocks += [self.bullets(view.statements)] if view.statements else []
        return blocks + [self.quotation(quotation) for quotation in unvoiced_quotations(self.index, voices)]

    def from_whom(self) -> list[str]:
        """Return the roads from origins to reports, and copied passages."""
        index = self.index
        roads = []
        for road in sorted(
            index.dossier.transmissions, key=lambda road: (-len(road.claims), road.origin, road.via, road.report)
        ):
            through = " → ".join(
                escape_markdown(name) for name in (index.origins[road.origin].name, *reversed(road.via))
            )
            roads.append(f"- {through} → {index.reports[road.report].letter}: {count_label(len(road.claims), 'claim')}")
        blocks = ["\n".join(roads)] if roads else []
        copies = [
            f"- {self.cited(copy.first)} = {self.cited(copy.second)} ({copy.similarity:.0%} alike)"
            for copy in index.dossier.copies
        ]
        return blocks + (["Copied passages:\n\n" + "\n".join(copies)] if copies else [])

    def only_here(self) -> list[str]:
        """Return a block for each report."""
        blocks = []
        for view in only_views(self.index, self.rows):
            blocks.append(f"### {view.report.letter} {escape_markdown(view.report.name)}")
            blocks.append(self.bullets(row.best for row in view.only) or "Nothing that the others do not have.")
            if view.lacks:
                blocks.append("Does not tell:\n\n" + self.bullets(row.best for row in view.lacks))
        return blocks

    def set_aside(self) -> list[str]:
        """Return one list of passages with the reasons."""
        entries = [
            f"- {self.cited(aside.span)}: {escape_markdown(aside.reason)}"
            for _, asides in set_aside_views(self.index)
            for aside, _ in asides
        ]
        return ["\n".join(entries)] if entries else []

    def references(self) -> list[str]:
        """Return what was cited, by number."""
        return [
            f"[{number}] {view.letter}, {escape_markdown(view.name)}, {view.day or 'day unknown'}, "
            f"characters {span.start}–{span.end}: {quoted(escape_markdown(text))}"
            for number, span, view, text in self.citations.notes()
        ]


def _from(origins: Sequence[Origin]) -> str:
    names = f": {', '.join(escape_markdown(origin.name) for origin in origins)}" if origins else ""
    return count_label(len(origins), "independent origin") + names
