"""Files and folders to reports: the only place of ingest that touches the disk."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from variorum.errors import EmptyInputError, InputError, TooLargeError, UnreadableError
from variorum.ingest.decoding import LONGEST_INPUT
from variorum.ingest.reports import report_from_bytes
from variorum.model.report import Publication, Report

READ_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""Suffixes that a folder's files are read by, with or without `.gz` behind them.

A file that is named by itself is always read.
"""

NAMED_SUFFIXES = (
    *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".pages"),
    *(".mhtml", ".mht", ".webarchive", ".warc", ".eml", ".msg", ".mbox"),
)
"""Suffixes of documents that a folder's reader will not skip in silence: each is rejected with its reason."""


STANDARD_INPUT = "-"
"""The source that stands for what is piped in; a file of this name is `./-`."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of all inputs.

    Attributes:
        reports: Sorted by id, every id unique, whatever the order of input.
        rejected: One error for each input that could not become a report, sorted by source.
    """

    reports: tuple[Report, ...]
    rejected: tuple[InputError, ...]


def read_report(path: str | os.PathLike[str], *, published: date | None = None, outlet: str | None = None) -> Report:
    """Return the report in one file.

    Args:
        path: Text, Markdown or saved HTML, gzipped or not; "-" is standard input.
        published: The report's day, if the user knows it; goes before what the file states.
        outlet: The report's outlet, if the user knows it; likewise.

    Raises:
        EmptyInputError: Nothing to read in it.
        NotTextError: Binary, of another format, or in no encoding that could be told.
        TooLargeError: More than `LONGEST_INPUT` bytes, told before they are read.
        UnreadableError: Missing, a folder or a device, not permitted, damaged.
    """
    source = os.fspath(path)
    return report_from_bytes(_read_bytes(source), source, published=published, outlet=outlet)


def read_reports(paths: Iterable[str | os.PathLike[str]]) -> Intake:
    """Return the reports in files and folders; what cannot be read is rejected and stops nothing.

    Folders are read with all that lies under them, hidden files, a page's `_files` folder and
    files of other kinds aside. A file that is named twice is read once; the same bytes under
    two names are two reports. Ids are made unique by a piece of the content's hash.
    """
    reports: list[Report] = []
    rejected: list[InputError] = []
    seen: set[str] = set()
    for source in sorted(os.fspath(path) for path in paths):
        try:
            files = list(_files(source))
        except InputError as error:
            rejected.append(error)
            continue
        for file in files:
            place = str(Path(file).absolute())
            if place in seen:
                continue
            seen.add(place)
            try:
                reports.append(read_report(file))
            except InputError as error:
                rejected.append(error)
    unique = _with_unique_ids(reports)
    return Intake(tuple(unique), tuple(sorted(rejected, key=lambda error: (error.source, error.reason))))


def _files(source: str) -> Iterator[str]:
    """Yield the file itself, or the files under a folder in order of their paths."""
    path = Path(source)
    try:
        folder = path.is_dir()
    except OSError as error:
        raise UnreadableError(source, _reason(error)) from error
    if not folder:
        yield source
        return
    found = sorted(_walk(path))
    if not found:
        raise EmptyInputError(source, "a folder without reports (" + ", ".join(READ_SUFFIXES) + ")")
    yield from found


def _walk(folder: Path) -> Iterator[str]:
    """Yield the readable files under a folder; links to folders are not followed, so that no loop can hold them."""

    def refuse(error: OSError) -> None:
        raise UnreadableError(str(error.filename or folder), _reason(error)) from error

    for base, folders, names in os.walk(folder, onerror=refuse):
        pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = [
            name for name in folders if not name.startswith(".") and name.removesuffix("_files") not in pages - {name}
        ]
        for name in names:
            bare = name.lower().removesuffix(".gz")
            if not name.startswith(".") and bare.endswith(READ_SUFFIXES + NAMED_SUFFIXES):
                yield str(Path(base) / name)


def _read_bytes(source: str) -> bytes:
    if source == STANDARD_INPUT:
        return sys.stdin.buffer.read(LONGEST_INPUT + 1)
    try:
        status = Path(source).stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError(source, "a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(source, "a device or a pipe, not a file")
        if status.st_size > LONGEST_INPUT:
            raise TooLargeError(source, f"{status.st_size:,} bytes, more than the limit of {LONGEST_INPUT:,}")
        with Path(source).open("rb") as file:
            return file.read(LONGEST_INPUT + 1)
    except OSError as error:
        raise UnreadableError(source, _reason(error)) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableError(source, "no such file") from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "may not be opened: permission denied"
    return (error.strerror or "could not be read").lower()


def _with_unique_ids(reports: list[Report]) -> list[Report]:
    """Return the reports sorted by id; where a name is shared, each id gets a piece of its content's hash.

    The same bytes under the same name in two folders are told apart by a number in the order of their paths.
    """
    shared: dict[str, int] = {}
    for report in reports:
        shared[report.id] = shared.get(report.id, 0) + 1
    taken: set[str] = {name for name, count in shared.items() if count == 1}
    unique = []
    for report in sorted(reports, key=lambda r: (r.id, r.sha256, r.source)):
        identity = report.id
        if shared[report.id] > 1:
            stem = f"{report.id}-{report.sha256[:8]}"
            identity, number = stem, 2
            while identity in taken:
                identity, number = f"{stem}-{number}", number + 1
            taken.add(identity)
        unique.append(renamed(report, identity))
    return sorted(unique, key=lambda r: r.id)


def renamed(report: Report, identity: str) -> Report:
    """Return the report under another id, its evidence along with it."""
    if identity == report.id:
        return report
    evidence = tuple(replace(span, report=identity) for span in report.published.evidence)
    stated = report.published
    return replace(report, id=identity, published=Publication(stated.day, stated.at, stated.basis, evidence))
