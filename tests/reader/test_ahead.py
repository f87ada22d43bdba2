"""Reading beside other work gives what reading gives, whatever is asked for and when."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from itertools import permutations
from pathlib import Path
from threading import enumerate as running

import numpy as np
import pytest

from tests.reader.reports import FERRY, make_report
from variorum.errors import ReaderError
from variorum.model import Publication, Reading, Report
from variorum.reader import ReadAhead, Reader, ahead, load_reader, reading_ahead

READER = load_reader(threads=1)
LONG = replace(make_report(("title", "Ferry runs aground off Tarn"), *(("body", p) for p in FERRY * 4)), id="long")
SHORT = replace(make_report(("body", FERRY[0])), id="short")
EMPTY = replace(make_report(), id="empty")
REPORTS = (LONG, EMPTY, SHORT)


def same(one: Reading, other: Reading) -> bool:
    """Tell whether two readings are equal to the last digit."""
    pairs = ((getattr(one, f.name), getattr(other, f.name)) for f in fields(Reading))
    return all(np.array_equal(a, b) if isinstance(a, np.ndarray) else a == b for a, b in pairs)


READINGS = {report.id: READER.read(report) for report in REPORTS}


@pytest.mark.parametrize("asked", [*permutations(REPORTS)])
@pytest.mark.parametrize("room", [1, 32])
def test_readings_are_the_same_in_whatever_order(
    asked: tuple[Report, ...], room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for in the order begun or another, with little room for what waits: the same to the last digit."""
    monkeypatch.setattr(ahead, "WAITING", room)
    with ReadAhead(READER) as reader:
        reader.begin(REPORTS)
        reader.begin(REPORTS[:1])  # begun already
        assert all(same(reader.read(report), READINGS[report.id]) for report in asked)
        assert reader.release == READER.release


def test_another_day_needs_no_other_reading_but_other_words_do() -> None:
    """A report that was dated meanwhile is the one that was begun; one of other words is read anew."""
    dated = replace(LONG, published=Publication(date(2031, 4, 2), basis="given"))
    other = replace(SHORT, id=LONG.id)
    with ReadAhead(READER) as reader:
        reader.begin((LONG, SHORT))
        assert same(reader.read(dated), READINGS["long"])
        assert reader.read(replace(other, id="short")).words == READINGS["short"].words
        assert same(reader.read(LONG), READINGS["long"]), "asked for once more"
        reader.begin((LONG,))
        assert reader.read(other).words == READINGS["short"].words


def test_files_that_are_missing_are_told_when_a_report_is_asked_for(tmp_path: Path) -> None:
    """Neither beginning nor ending fails, only reading."""
    with ReadAhead(Reader(tmp_path)) as reader:
        reader.begin(REPORTS)
        for report in REPORTS:
            with pytest.raises(ReaderError, match="cannot load the network"):
                reader.read(report)


def test_the_thread_ends_with_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nobody took what it read, and where the block ends by a fault."""
    monkeypatch.setattr(ahead, "WAITING", 1)

    def fail() -> None:
        with ReadAhead(READER) as reader:
            reader.begin(REPORTS)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not [thread for thread in running() if thread.name == "reading"]


def test_a_reader_that_reads_ahead_is_not_wrapped_again() -> None:
    """It goes on beyond the inner block; what only stands in for a reader is left as it is."""
    with ReadAhead(READER) as outer:
        with reading_ahead(outer, (SHORT,)) as inner:
            assert inner is outer
        assert same(outer.read(SHORT), READINGS["short"])
    with reading_ahead(READER, (SHORT,)) as made:
        assert isinstance(made, ReadAhead)
        assert same(made.read(SHORT), READINGS["short"])
    stands_in = object()
    with reading_ahead(stands_in, (SHORT,)) as left:  # type: ignore[arg-type]
        assert left is stands_in
