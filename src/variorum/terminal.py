"""What the command line reads, shows and writes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.errors import OptionError, OutputError
from variorum.model import Publication

if TYPE_CHECKING:
    from variorum.ingest import Intake
    from variorum.model import Dossier

PATIENCE_SECONDS = 2.0
"""How long something may take before a progress bar shows."""

FORMATS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}


def complain(message: str) -> None:
    """Print one line on standard error."""
    print(f"variorum: {' '.join(message.split())}", file=sys.stderr)


def say(text: str) -> None:
    """Write text on standard output as UTF-8, whatever the terminal's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function to be told of progress, which draws a bar once the work takes long.

    Nothing is drawn when standard error is not a terminal.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    began = time.monotonic()
    bar = Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task("", total=None)

    def tell(what: str, done: int, of: int) -> None:
        bar.update(task, description=what, completed=done, total=of)
        if not bar.live.is_started and time.monotonic() - began > PATIENCE_SECONDS:
            bar.start()

    try:
        yield tell
    finally:
        bar.stop()


def targets_of(outputs: Sequence[str] | None, form: str | None) -> tuple[tuple[str, str], ...]:
    """Return each output with its format, `html`, `md` or `json`, by its suffix or else `form`.

    No output at all is Markdown on standard output.

    Raises:
        OptionError: A format cannot be told.
        OutputError: A folder to write into is missing.
    """
    if form is not None and form not in FORMATS.values():
        raise OptionError(f"--format {form}: must be html, md or json")
    if not outputs:
        return (("-", form or "md"),)
    return tuple((output, _format_of(output, form)) for output in outputs)


def _format_of(output: str, given: str | None) -> str:
    if output == "-":
        if given is None:
            raise OptionError("--output -: say the format with --format html, md or json")
        return given
    form = FORMATS.get(Path(output).suffix.lower(), given)
    if form is None:
        raise OptionError(f"--output {output}: end the name in .html, .md or .json, or say --format")
    if not Path(output).absolute().parent.is_dir():
        raise OutputError(f"{output}: there is no such folder to write into")
    return form


def load_drawing(targets: Sequence[tuple[str, str]]) -> None:
    """Load what `write_outputs` needs for these, so that it is there when the dossier is."""
    if all(form == "json" for _, form in targets):
        return
    from variorum.render.page import load_templates

    if any(form == "html" for _, form in targets):
        load_templates()


def write_outputs(dossier: Dossier, targets: Sequence[tuple[str, str]]) -> None:
    """Write a dossier to every output, in its format.

    Raises:
        OutputError: A file cannot be written.
    """
    for output, form in targets:
        write_text(output, _drawn(dossier, form))


def write_text(output: str, text: str) -> None:
    """Write text to a file, or to standard output for "-".

    Raises:
        OutputError: The file cannot be written.
    """
    if output == "-":
        say(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror}") from None


def _drawn(dossier: Dossier, form: str) -> str:
    if form == "json":
        return dossier.to_json()
    from variorum.render import to_html, to_markdown

    return to_html(dossier) if form == "html" else to_markdown(dossier)


def reading_form(output: str, form: str | None) -> str:
    """Return `text` or `json` for what `read` writes: as given, else by the output's suffix.

    Raises:
        OptionError: Another format was given.
        OutputError: The folder to write into is missing.
    """
    if form not in (None, "text", "json"):
        raise OptionError(f"--format {form}: must be text or json")
    if output != "-" and not Path(output).absolute().parent.is_dir():
        raise OutputError(f"{output}: there is no such folder to write into")
    return form or ("json" if Path(output).suffix.lower() == ".json" else "text")


def intake_of(sources: list[str], published: list[str], outlets: list[str]) -> Intake:
    """Read the inputs, with the days and outlets that the user gives by file name.

    Args:
        sources: Files and folders.
        published: Each `FILE=2026-11-20`.
        outlets: Each `FILE=NAME`.

    Raises:
        OptionError: One of these does not look so, or names no report or more than one.
    """
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
