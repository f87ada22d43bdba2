"""What the bench feeds in and holds beside it."""

from __future__ import annotations

from bench.peer import clusters
from bench.variants import reports_of_one_event


def test_more_reports_than_the_example_has() -> None:
    """Any number of reports, each its own, the same ones every time."""
    reports = reports_of_one_event(14)
    assert len({report.id for report in reports}) == len({report.text for report in reports}) == 14
    assert [r.text for r in reports] == [r.text for r in reports_of_one_event(14)]


def test_the_peer_joins_sentences_that_look_alike() -> None:
    """Two wordings of one sentence fall together, another one stays apart."""
    texts = ["The old bridge at Arden was shut on Monday.", "The bridge at Arden was shut. Nobody was hurt."]
    assert clusters(texts) == [[0, 1], [2]]
