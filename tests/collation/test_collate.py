"""The whole way, from Python."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.reports import HARBOUR, TIMES
from variorum import Dossier, NoReportsError, annotate_reports, collate, from_json, load_reader, report_from_text

HARBOUR_REPORT = report_from_text(HARBOUR, "harbour.txt")
TIMES_REPORT = report_from_text(TIMES, "times.txt")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The two reports, laid side by side."""
    return collate([TIMES_REPORT, HARBOUR_REPORT])


def test_every_claim_ends_in_one_point(dossier: Dossier) -> None:
    """Nothing that was claimed is lost, and nothing is counted twice."""
    told = [claim for point in dossier.points for claim in point.claims]
    assert sorted(told) == sorted(claim.id for claim in dossier.claims)


def test_every_word_is_in_a_claim_or_set_aside(dossier: Dossier) -> None:
    """What was read can be found again: each letter stands in a claim or in what was set aside."""
    for report in dossier.reports:
        spans = [c.span for c in dossier.claims] + [s.span for s in dossier.set_aside]
        held = {i for span in spans if span.report == report.id for i in range(span.start, span.end)}
        assert [i for i, ch in enumerate(report.text) if ch.isalnum() and i not in held] == []


def test_order_and_a_reader_used_twice_change_nothing(dossier: Dossier) -> None:
    """Other order, another reader, the same bytes; and they come back from JSON as they were."""
    again = collate([HARBOUR_REPORT, TIMES_REPORT], reader=load_reader())
    assert again.to_json() == dossier.to_json()
    assert from_json(dossier.to_json()) == dossier


def test_progress_is_told(dossier: Dossier) -> None:
    """A caller hears of each report that is read, whether the reports are compared or not."""
    heard: list[tuple[str, int, int]] = []
    assert collate([HARBOUR_REPORT], progress=lambda *step: heard.append(step)).reports[0].id == "harbour"
    assert ("Reading", 1, 1) in heard
    assert dossier.generator.reader.startswith("reader-")
    read: list[tuple[str, int, int]] = []
    annotate_reports([HARBOUR_REPORT], progress=lambda *step: read.append(step))
    assert read == [step for step in heard if step[0] == "Reading"] == [("Reading", 0, 1), ("Reading", 1, 1)]


def test_a_dossier_shows_itself_in_a_notebook(dossier: Dossier) -> None:
    """Jupyter asks for `_repr_html_`; it gets a fragment with the reports' outlets or names."""
    shown = dossier._repr_html_()  # type: ignore[attr-defined]
    assert "harbour" in shown
    assert "<script" not in shown


def test_what_cannot_be_collated_is_said() -> None:
    """No report at all, and two with one id."""
    with pytest.raises(NoReportsError):
        collate([])
    with pytest.raises(ValueError, match="harbour"):
        collate([HARBOUR_REPORT, replace(TIMES_REPORT, id="harbour")])
