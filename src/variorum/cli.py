"""The command line: parse, call, print."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from variorum import __version__
from variorum.errors import OptionError, OutputError, VariorumError
from variorum.model import Publication
from variorum.terminal import complain, say, shown_progress, targets_of, write_outputs

if TYPE_CHECKING:
    from variorum.ingest import Intake

EXIT_SOME_LEFT_OUT = 1
EXIT_NOTHING_MADE = 2

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Lay several reports of one event side by side: who says what, what differs, and where it is written.",
)

Reports = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORT...",
        show_default=False,
        help="Text, Markdown or saved HTML files (.gz too), or folders of them. One file is one report.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Where to write: .html (the page), .md or .json by suffix; '-' is standard output. May be given "
        "several times.",
    ),
]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="html|md|json", help="For outputs whose name does not say.",
                 show_default=False),
]  # fmt: skip
Given = Annotated[
    list[str] | None,
    typer.Option(
        "--published",
        metavar="REPORT=DAY",
        show_default=False,
        help="The day of a report that does not state it, as FILE=2026-11-20. May be given several times.",
    ),
]
Outlets = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="REPORT=NAME", show_default=False, help="The outlet of a report that does not "
                 "state it, as FILE=NAME. May be given several times."),
]  # fmt: skip
Threads = Annotated[
    int | None,
    typer.Option("--threads", min=1, metavar="N", show_default=False, help="Processor threads; all, if not given."),
]


@app.callback(invoke_without_command=True)
def version(
    show: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Lay several reports of one event side by side: who says what, what differs, and where it is written."""
    if show:
        print(f"variorum {__version__}")
        raise typer.Exit


@app.command()
def collate(  # noqa: PLR0917 - one parameter an option
    reports: Reports,
    output: Outputs = None,
    form: Format = None,
    published: Given = None,
    outlet: Outlets = None,
    threads: Threads = None,
) -> None:
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
    from variorum.collation import collate as lay_side_by_side
    from variorum.reader import load_reader

    try:
        targets = targets_of(output, form)
        intake = _intake(reports, published or [], outlet or [])
        for error in intake.rejected:
            complain(str(error))
        with shown_progress() as progress:
            dossier = lay_side_by_side(intake.reports, reader=load_reader(threads=threads), progress=progress)
        write_outputs(dossier, targets)
    except VariorumError as error:
        complain(str(error))
        raise typer.Exit(EXIT_NOTHING_MADE) from None
    raise typer.Exit(EXIT_SOME_LEFT_OUT if intake.rejected else 0)


def _intake(sources: list[str], published: list[str], outlets: list[str]) -> Intake:
    """Read the inputs, with the days and outlets that the user gives by file name."""
    from variorum.ingest import read_reports

    intake = read_reports(sources)
    for source, day in _pairs(published, "--published"):
        intake = _changed(intake, source, "--published", published=Publication(_day(source, day), basis="given"))
    for source, name in _pairs(outlets, "--outlet"):
        intake = _changed(intake, source, "--outlet", outlet=name)
    return intake


def _day(source: str, day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise OptionError(f"--published {source}={day}: the day must look like 2026-11-20") from None


def _changed(intake: Intake, source: str, option: str, **fields: Any) -> Intake:
    """Return the intake with fields of one report changed, the one that was read from `source`."""
    named = [r for r in intake.reports if source in (r.source, Path(r.source).name)]
    if len(named) != 1:
        raise OptionError(f"{option} {source}: {'no' if not named else 'more than one'} report was read from it")
    reports = tuple(replace(r, **fields) if r is named[0] else r for r in intake.reports)
    return replace(intake, reports=reports)


def _pairs(given: list[str], option: str) -> list[tuple[str, str]]:
    pairs = []
    for item in given:
        source, equals, value = item.rpartition("=")
        if not (source and equals and value):
            raise OptionError(f"{option} {item}: must look like FILE=VALUE")
        pairs.append((source, value))
    return pairs


@app.command()
def schema() -> None:
    """Print the JSON Schema of a dossier's .json."""
    import json

    from variorum.model.codec import json_schema

    say(json.dumps(json_schema(), indent=1) + "\n")


@app.command()
def show(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER.json", help="A dossier written as .json.")],
    output: Outputs = None,
    form: Format = None,
) -> None:
    """Draw a dossier again, as a page or as Markdown, from its .json."""
    from variorum.model.codec import from_json

    try:
        targets = targets_of(output, form)
        try:
            text = dossier.read_bytes()
        except OSError as error:
            raise OutputError(f"{dossier}: {error.strerror}") from None
        write_outputs(from_json(text), targets)
    except VariorumError as error:
        complain(str(error))
        raise typer.Exit(EXIT_NOTHING_MADE) from None


def main() -> None:
    """Run the command line; a closed pipe or Ctrl-C ends it quietly, and a fault of ours is one line.

    With VARIORUM_DEBUG set, the traceback of a fault is shown.
    """
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if os.environ.get("VARIORUM_DEBUG"):
            raise
        complain(
            f"a fault of the program, please report it: {type(error).__name__}: {error} (VARIORUM_DEBUG=1 shows where)"
        )
        sys.exit(EXIT_NOTHING_MADE)
