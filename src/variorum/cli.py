"""The command line: parse, call, print."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variorum import __version__
from variorum.errors import NoReportsError, OutputError, VariorumError
from variorum.terminal import (
    complain,
    intake_of,
    reading_form,
    say,
    shown_progress,
    targets_of,
    write_outputs,
    write_text,
)

if TYPE_CHECKING:
    from variorum.model import Dossier

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
        intake = intake_of(reports, published or [], outlet or [])
        for error in intake.rejected:
            complain(str(error))
        with shown_progress() as progress:
            dossier = lay_side_by_side(intake.reports, reader=load_reader(threads=threads), progress=progress)
        write_outputs(dossier, targets)
    except VariorumError as error:
        complain(str(error))
        raise typer.Exit(EXIT_NOTHING_MADE) from None
    raise typer.Exit(EXIT_SOME_LEFT_OUT if intake.rejected else 0)


@app.command()
def read(  # noqa: PLR0917 - one parameter an option
    reports: Reports,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; '-' is standard output."),
    ] = "-",
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json",
            show_default=False,
            help="A list to read, or JSON; by the output's suffix, else text.",
        ),
    ] = None,
    published: Given = None,
    outlet: Outlets = None,
    threads: Threads = None,
) -> None:
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
    from variorum.annotate import annotate_reports
    from variorum.model import Generator
    from variorum.reader import load_reader
    from variorum.render.reading_json import to_reading_json
    from variorum.render.reading_list import to_reading_list

    try:
        chosen = reading_form(output, form)
        intake = intake_of(reports, published or [], outlet or [])
        for error in intake.rejected:
            complain(str(error))
        if not intake.reports:
            raise NoReportsError("no report to read")
        reader = load_reader(threads=threads)
        annotated = annotate_reports(sorted(intake.reports, key=lambda report: report.id), reader=reader)
        made_by = Generator("variorum", __version__, reader.release)
        write_text(output, to_reading_json(annotated, made_by) if chosen == "json" else to_reading_list(annotated))
    except VariorumError as error:
        complain(str(error))
        raise typer.Exit(EXIT_NOTHING_MADE) from None
    raise typer.Exit(EXIT_SOME_LEFT_OUT if intake.rejected else 0)


@app.command()
def schema(
    of: Annotated[
        str, typer.Option("--of", metavar="dossier|reading", help="What `collate` writes, or what `read` does.")
    ] = "dossier",
) -> None:
    """Print the JSON Schema of a .json that Variorum writes."""
    import json

    from variorum.model.codec import json_schema
    from variorum.render.reading_json import reading_json_schema

    schemas = {"dossier": json_schema, "reading": reading_json_schema}
    if of not in schemas:
        complain(f"--of {of}: must be dossier or reading")
        raise typer.Exit(EXIT_NOTHING_MADE)
    say(json.dumps(schemas[of](), indent=1) + "\n")


@app.command()
def show(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER.json", help="A dossier written as .json.")],
    output: Outputs = None,
    form: Format = None,
) -> None:
    """Draw a dossier again, as a page or as Markdown, from its .json."""
    try:
        targets = targets_of(output, form)
        write_outputs(_read_dossier(dossier), targets)
    except VariorumError as error:
        complain(str(error))
        raise typer.Exit(EXIT_NOTHING_MADE) from None


@app.command()
def explain(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER.json", help="A dossier written as .json.")],
    part: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Of a point (p3), conflict (x1), development (d2), quotation (q1), "
            "origin (o4), entry of the timeline (t5) or claim (report.c7).",
            show_default=False,
        ),
    ],
) -> None:
    """Say why a part of a dossier is as it is, so that a wrong one can be understood and reported.

    The page shows the ids: they end the address of a card, and stand under its "Why".

        variorum collate guardian.txt reuters.html --output dossier.json

        variorum explain dossier.json x1

    Every claim of the part is shown with its report, line and characters, who says it and by which words that was
    seen, how surely, when, and what it counts. Then what was weighed: for a point the pairs of claims that joined it,
    with what spoke for them and against, and the nearest claims that stayed outside, with the reason; for a conflict or
    a development its two claims, what they came to, and what was needed.

    Exit code 2: no such dossier, or nothing in it has this id (ids near to it are named).
    """
    from variorum.render import explain as why

    try:
        say(why(_read_dossier(dossier), part))
    except VariorumError as error:
        complain(str(error))
        raise typer.Exit(EXIT_NOTHING_MADE) from None


def _read_dossier(path: Path) -> Dossier:
    from variorum.model.codec import from_json

    try:
        text = path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from None
    return from_json(text)


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
