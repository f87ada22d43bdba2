"""The whole way on one page: reports -> readings -> claims -> points -> dossier."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from variorum import __version__
from variorum.align import find_copies, join_entities, match_quotations, weigh_claims
from variorum.annotate import Progress, annotate_reports, silent
from variorum.compare import build_timeline, compare_coverage, find_conflicts, find_developments, trace_origins
from variorum.errors import NoReportsError
from variorum.model import Dossier, Generator, Report, Story
from variorum.reader import ReadAhead, Reader, load_reader, reading_ahead


def collate(
    reports: Iterable[Report], *, reader: Reader | ReadAhead | None = None, progress: Progress = silent
) -> Dossier:
    """Lay several reports of one event side by side.

    The same reports give the same dossier, in whatever order they come.

    Args:
        reports: One or more, each with an id of its own, as `read_reports` gives them.
        reader: A loaded reader to use again for many stories; None loads the one that is shipped.
        progress: Called as the work goes on.

    Raises:
        NoReportsError: There is no report.
        ValueError: Two reports have one id.
        ReaderError: The network's files are missing or damaged.
    """
    ordered = _in_order(reports)
    reader = reader or load_reader()
    with reading_ahead(reader, ordered) as ahead:
        annotated = annotate_reports(ordered, reader=ahead, progress=progress)
    progress("Comparing", 0, 2)
    story = join_entities(annotated)
    dossier = _compared(story, reader, progress)
    progress("Comparing", 2, 2)
    return dossier


def _in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    ordered = tuple(sorted(reports, key=lambda report: report.id))
    if not ordered:
        raise NoReportsError("no report to collate")
    for first, second in pairwise(ordered):
        if first.id == second.id:
            raise ValueError(f"two reports have the id {first.id!r}: {first.source} and {second.source}")
    return ordered


def _compared(story: Story, reader: Reader | ReadAhead, progress: Progress) -> Dossier:
    grouping = weigh_claims(story, reader.compare)
    progress("Comparing", 1, 2)
    copies = find_copies(story.reports)
    tracing = trace_origins(story, grouping.groups, copies)
    developments = find_developments(story, tracing.points)
    return Dossier(
        generator=Generator("variorum", __version__, reader.release),
        reports=story.reports,
        entities=story.entities,
        times=story.times,
        claims=story.claims,
        points=tracing.points,
        origins=tracing.origins,
        transmissions=tracing.transmissions,
        copies=copies,
        conflicts=find_conflicts(story, tracing.points, tracing.transmissions),
        developments=developments.resolved,
        open=developments.open,
        quotations=match_quotations(story),
        timeline=build_timeline(story, tracing.points),
        coverage=compare_coverage(story, tracing.points),
        set_aside=story.set_aside,
        pairs=grouping.pairs,
    )


def _show_in_notebooks(dossier: Dossier) -> str:
    from variorum.render import to_notebook_html  # only notebooks need it

    return to_notebook_html(dossier)


# The model may not know how it is drawn; this room knows both, and every dossier is made here.
Dossier._repr_html_ = _show_in_notebooks  # type: ignore[attr-defined]
