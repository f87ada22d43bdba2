"""Reports to annotated reports in one call: dated, read by the network, annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from variorum.annotate.annotation import annotate
from variorum.ingest import date_reports
from variorum.model import AnnotatedReport, Report
from variorum.reader import ReadAhead, Reader, load_reader

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps of it are done, and of how many."""


def silent(_what: str, _done: int, _of: int) -> None:
    """Tell nobody."""


def annotate_report(report: Report, *, reader: Reader | None = None) -> AnnotatedReport:
    """Find who says what, how surely and about when in one report.

    Args:
        report: As `read_report` or `report_from_text` gives it.
        reader: A loaded reader to use again for many reports; None loads the one that is shipped.

    Returns:
        The report with its claims, numbered by position: clauses with voice, certainty, moment, quantities and
        participants, each a span of `Report.text` in code points. Entities, time expressions and what was set aside
        stand beside them. What cannot be told is None.

    Raises:
        ReaderError: The network's files are missing or damaged.
    """
    return annotate_reports((report,), reader=reader)[0]


def annotate_reports(
    reports: Iterable[Report], *, reader: Reader | ReadAhead | None = None, progress: Progress = silent
) -> tuple[AnnotatedReport, ...]:
    """Annotate several reports of one event, each by itself, in the order given.

    They are dated together first: a day that one does not state is inferred from its own words and the others'
    days. Entity ids count within each report; `collate` joins them.

    Args:
        reports: As `read_reports` gives them; none gives an empty tuple.
        reader: As for `annotate_report`.
        progress: Called before each report and when all are done.

    Raises:
        ReaderError: The network's files are missing or damaged.
    """
    given = tuple(reports)
    if not given:
        return ()
    reader = reader or load_reader()
    dated = {report.id: report for report in date_reports(tuple(sorted(given, key=lambda report: report.id)))}
    return tuple(_annotated([dated[report.id] for report in given], reader, progress))


def _annotated(reports: Sequence[Report], reader: Reader | ReadAhead, progress: Progress) -> Iterator[AnnotatedReport]:
    for done, report in enumerate(reports):
        progress("Reading", done, len(reports))
        yield annotate(report, reader.read(report))
    progress("Reading", len(reports), len(reports))
