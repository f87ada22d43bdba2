"""The commands that read reports: `collate` and `read`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from variorum import __version__
from variorum.cli.parsing import EXIT_SOME_LEFT_OUT, Command, add_output_arguments, add_report_arguments
from variorum.errors import NoReportsError
from variorum.model import Generator
from variorum.terminal import (
    complain,
    intake_of,
    load_drawing,
    reading_form,
    shown_progress,
    targets_of,
    write_outputs,
    write_text,
)

if TYPE_CHECKING:
    from variorum.ingest import Intake


def _collate_arguments(parser: ArgumentParser) -> None:
    add_report_arguments(parser)
    add_output_arguments(parser)


def _collate(options: Namespace) -> int:
    """Read several reports of one event and write one dossier.

    Paste each article into a text file of its own, or save the pages, then:

        variorum collate guardian.txt reuters.html folder/ --output dossier.html

    Open the page in any browser: what the reports disagree on stands first, and every line leads
    to its words in a report. Without --output, a Markdown dossier goes to standard output.

    A text file may begin with what you know about it, between two lines of ---: outlet, title,
    authors, url, published. What is not given is read from the text, or inferred and marked so.

    Exit code 0: a dossier of all inputs. 1: a dossier, but some inputs could not be used (each is
    named with its reason). 2: no dossier.
    """
    targets = targets_of(options.output, options.format)
    from variorum.reader import ReadAhead, load_reader

    with shown_progress() as progress, ReadAhead(load_reader(threads=options.threads)) as reader:
        intake = _intake(options)
        reader.begin(sorted(intake.reports, key=lambda report: report.id))
        from variorum.collation import collate  # much to load, while the network reads the first report

        load_drawing(targets)
        dossier = collate(intake.reports, reader=reader, progress=progress)
    write_outputs(dossier, targets)
    return EXIT_SOME_LEFT_OUT if intake.rejected else 0


def _read_arguments(parser: ArgumentParser) -> None:
    add_report_arguments(parser)
    parser.add_argument("--output", "-o", default="-", metavar="FILE", help="where to write; '-' is standard output")
    parser.add_argument(
        "--format",
        "-f",
        metavar="text|json",
        help="a list to read, or JSON; by the output's suffix if not given, else text",
    )


def _read(options: Namespace) -> int:
    """List what each report claims: who says it, how surely, about when, and where it is written.

    Each report is read by itself and nothing is compared; for that, see `collate`. A claim is a clause:

        variorum read speech.txt

        [L3 98-131] the dam will be mended by October
            the mayor (indirect, "said") · expected ("will") · until October 2031

    Line 3 of the text, characters 98 to 131 of it (Unicode code points); a clause inside another's words is
    indented. Then the voice that it is given to and the channels it came through, in brackets how it is given
    and the words that show it; how surely that voice puts it, with the word that decides; the days meant;
    and each number with what it counts. What the text does not tell is left out, never guessed.

    How surely is one of: stated as fact, expected, possible, alleged, denied, wanted, only if.

    With `--format json` the same for programs, with every offset; `variorum schema --of reading` describes it.

    Exit codes are those of `collate`.
    """
    form = reading_form(options.output, options.format)
    from variorum.reader import ReadAhead, load_reader

    with shown_progress() as progress, ReadAhead(load_reader(threads=options.threads)) as reader:
        intake = _intake(options)
        if not intake.reports:
            raise NoReportsError("no report to read")
        ordered = sorted(intake.reports, key=lambda report: report.id)
        reader.begin(ordered)
        from variorum.annotate import annotate_reports  # as in `_collate`
        from variorum.render.reading_json import to_reading_json
        from variorum.render.reading_list import to_reading_list

        annotated = annotate_reports(ordered, reader=reader, progress=progress)
    made_by = Generator("variorum", __version__, reader.release)
    write_text(options.output, to_reading_json(annotated, made_by) if form == "json" else to_reading_list(annotated))
    return EXIT_SOME_LEFT_OUT if intake.rejected else 0


def _intake(options: Namespace) -> Intake:
    """Read the inputs, and name each that cannot be used with its reason."""
    intake = intake_of(options.reports, options.published, options.outlet)
    for error in intake.rejected:
        complain(str(error))
    return intake


COLLATE = Command("collate", _collate_arguments, _collate)
READ = Command("read", _read_arguments, _read)
