"""What the bench feeds in and holds beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bench.cold import commands, cost_of
from bench.dequantised import dequantised
from bench.peer import clusters
from bench.reader import fastest, session_of, windows_of
from bench.variants import reports_of_one_event
from variorum import report_from_text
from variorum.reader.network import WEIGHTS


def test_more_reports_than_the_example_has() -> None:
    """Any number of reports, each its own, the same ones every time."""
    reports = reports_of_one_event(14)
    assert len({report.id for report in reports}) == len({report.text for report in reports}) == 14
    assert [r.text for r in reports] == [r.text for r in reports_of_one_event(14)]


def test_the_peer_joins_sentences_that_look_alike() -> None:
    """Two wordings of one sentence fall together, another one stays apart."""
    texts = ["The old bridge at Arden was shut on Monday.", "The bridge at Arden was shut. Nobody was hurt."]
    assert clusters(texts) == [[0, 1], [2]]


def test_the_bare_passes_get_what_the_reader_fed() -> None:
    """The windows that are kept are the reader's own: each holds the arrays of one pass."""
    feeds = windows_of([report_from_text("The ferry sank.\n\nThe ferry left the pier on Monday, police said.")], 1)
    assert feeds
    assert all(outputs and feed["rows"].shape[:2] == feed["mask"].shape for outputs, feed in feeds)


def test_the_float_network_is_the_same_one() -> None:
    """Without int8 the network gives nearly the same answers, from the same inputs."""
    pytest.importorskip("onnx")
    feeds = windows_of([report_from_text("The ferry left the pier on Monday, police said.")], 1)
    plain = session_of(dequantised(WEIGHTS / "reader.onnx"), 1)
    whole = session_of(str(WEIGHTS / "reader.onnx"), 1)
    for _, feed in feeds:
        one, other = plain.run(["upos"], feed)[0], whole.run(["upos"], feed)[0]
        assert np.array_equal(one.argmax(-1), other.argmax(-1))


def test_every_way_is_timed() -> None:
    """Each way has a time by the clock and by the processors."""
    runs: list[int] = []
    took = fastest({"one": lambda: runs.append(1), "two": lambda: sum(range(1000))}, 2)
    assert set(took) == {"one", "two"}
    assert len(runs) == 3
    assert all(clock >= 0 and used >= 0 for clock, used in took.values())


def test_every_cold_process_runs(tmp_path: Path) -> None:
    """The interpreter, the libraries, the bare passes and the page itself; the last leaves the page."""
    processes = commands(
        [report_from_text("The ferry left the pier on Monday, police said.", "harbour.txt")], tmp_path, 1
    )
    assert list(processes) == ["interpreter", "libraries", "network", "page"]
    for command in processes.values():
        cost = cost_of(command)
        assert cost.clock > 0
        assert cost.processor > 0
        assert cost.peak > 0
    assert "The ferry left the pier" in (tmp_path / "dossier.html").read_text(encoding="utf-8")
