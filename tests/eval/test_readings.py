"""Readings that are kept on disk."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import numpy as np

from eval.readings import KeptReader, report_of_lines
from variorum.model import Reading, Report
from variorum.reader import Reader


class CountingReader:
    """Stands for a reader: one token a report, and counts how often it is asked."""

    def __init__(self, release: str) -> None:
        self.release = release
        self.asked = 0

    def read(self, report: Report) -> Reading:
        """Return a reading of one token."""
        self.asked += 1
        row = np.zeros(1, dtype=np.int32)
        one = np.zeros((1, 2), dtype=np.float32)
        return Reading(
            report.id, row, row + 1, ("x",), ("x",), ("X",), ("X",), ("_",), row, row - 1, ("root",), one[0, :1],
            ("plain",), one, one, (), (),
        )  # fmt: skip


def kept(release: str, folder: Path | None) -> tuple[KeptReader, CountingReader]:
    """Return a keeping reader and the one under it."""
    under = CountingReader(release)
    return KeptReader(cast(Reader, under), folder), under


def test_a_report_is_read_once(tmp_path: Path) -> None:
    """The second time, and by another reader of the same release, it comes from the folder, the same."""
    reader, under = kept("one", tmp_path / "new")
    report = report_of_lines("Rain fell.\nNobody came.")
    first, second = reader.read(report), reader.read(report)
    assert under.asked == 1
    assert (first.words, second.vectors.tolist()) == (second.words, first.vectors.tolist())
    again, other = kept("one", tmp_path / "new")
    assert again.read(report).report == "text"
    assert other.asked == 0


def test_another_network_or_another_text_is_read_anew(tmp_path: Path) -> None:
    """A new release, another text and another cut into lines each get a reading of their own."""
    for release, text in (("one", "Rain fell."), ("two", "Rain fell."), ("one", "Rain fell. Twice.")):
        reader, under = kept(release, tmp_path)
        reader.read(report_of_lines(text))
        assert under.asked == 1


def test_without_a_folder_nothing_is_kept() -> None:
    """Every call reads."""
    reader, under = kept("one", None)
    reader.read(report_of_lines("Rain fell."))
    reader.read(report_of_lines("Rain fell."))
    assert under.asked == 2


def test_every_line_is_a_body_segment() -> None:
    """Segments are the lines without the white space before them."""
    report = report_of_lines("One line.\n\n  Another.")
    assert [report.text[s.start : s.end] for s in report.segments] == ["One line.", "Another."]
    assert {s.role for s in report.segments} == {"body"}
