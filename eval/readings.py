"""Readings kept on disk, so that an evaluation that is run again costs no second pass of the network."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from variorum.model import Reading, Report, Segment
from variorum.reader import Reader


def report_of_lines(text: str, name: str = "text", *, titled: bool = False) -> Report:
    """Return a raw text as a report whose lines are body segments; offsets stay.

    Args:
        text: Any text; nothing is taken for boilerplate.
        name: Id of the report.
        titled: The first line is its title.
    """
    lines = list(re.finditer(r"\S[^\n]*", text))
    segments = tuple(Segment(m.start(), m.end(), "title" if titled and m is lines[0] else "body") for m in lines)
    return Report(name, name, text, segments, "")


class KeptReader:
    """A reader that remembers on disk what it has read.

    A reading is kept under a digest of the network's release, the columns that a reading has, and the report's id,
    text and segments, so neither a newly trained network nor a new column is given an old
    reading. The folder holds pickles of our own making: point it at no other's.
    """

    def __init__(self, reader: Reader, folder: Path | None = None) -> None:
        """Take a reader and where its readings are kept; None keeps nothing."""
        self.reader = reader
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def compare(self, texts: Sequence[str], pairs: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """See `Reader.compare`; nothing of it is kept."""
        return self.reader.compare(texts, pairs)

    def read(self, report: Report) -> Reading:
        """Return the reading of a report, from the folder where it is there."""
        if self._folder is None:
            return self.reader.read(report)
        columns = " ".join(column.name for column in fields(Reading))
        key = "\0".join((self.reader.release, columns, report.id, report.text, repr(report.segments)))
        path = self._folder / f"{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:24]}.reading"
        if path.exists():
            kept: Reading = pickle.loads(path.read_bytes())
            return kept
        reading = self.reader.read(report)
        partly = path.with_suffix(".partly")
        partly.write_bytes(pickle.dumps(reading))
        partly.rename(path)
        return reading
