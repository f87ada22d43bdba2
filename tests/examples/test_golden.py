"""The examples from end to end: what they gave before, they give again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eval.gold_file import example_stories
from eval.laid import stray_spans
from tests.examples.golden import golden_of, project

ALIKE = 0.8
"""Share of lines that must agree where the network has a say: int8 arithmetic differs between processors."""

PARTS = ("conflicts", "developments", "points", "quotations", "timeline")
MOSTLY = 4
"""Examples in which something of each part must have been found: a golden part that is empty shows little."""

STORIES = pytest.mark.parametrize("story", example_stories(), ids=lambda story: story.name)
Dossiers = dict[str, dict[str, Any]]


@STORIES
def test_what_files_alone_decide_is_the_same(story: Path, dossiers: Dossiers) -> None:
    """Outlets, titles, days and roles of an example's reports are as they were (else: ./dev golden)."""
    assert project(dossiers[story.name])["reports"] == golden_of(story)["reports"]


@STORIES
@pytest.mark.parametrize("part", PARTS)
def test_what_was_found_is_found_again(story: Path, part: str, dossiers: Dossiers) -> None:
    """Nearly every line of an example's dossier is as it was, and nearly no line is new (else: ./dev golden)."""
    now, before = set(project(dossiers[story.name])[part]), set(golden_of(story)[part])
    changed = {"gone": sorted(before - now), "new": sorted(now - before)}
    assert len(now & before) >= ALIKE * len(now | before), changed


@pytest.mark.parametrize("part", PARTS)
def test_most_examples_have_something_of_every_part(part: str) -> None:
    """In most examples the golden dossier has conflicts, developments, points, quotations and a timeline."""
    assert sum(bool(golden_of(story)[part]) for story in example_stories()) >= MOSTLY


@STORIES
def test_every_span_lies_in_its_report(story: Path, dossiers: Dossiers) -> None:
    """Every claim, mention and time expression is a passage of its report."""
    assert stray_spans(dossiers[story.name]) == []


@STORIES
def test_nothing_is_lost(story: Path, dossiers: Dossiers) -> None:
    """Every claim of an example stands in exactly one point."""
    dossier = dossiers[story.name]
    told = sorted(claim for point in dossier["points"] for claim in point["claims"])
    assert told == sorted(claim["id"] for claim in dossier["claims"])


@STORIES
def test_every_line_has_its_passage(story: Path, dossiers: Dossiers) -> None:
    """Whatever a section shows, it shows by claims that the dossier has."""
    dossier = dossiers[story.name]
    known = {claim["id"] for claim in dossier["claims"]}
    shown = [c for conflict in dossier["conflicts"] for reading in conflict["readings"] for c in reading["claims"]]
    shown += [c for d in dossier["developments"] for c in (*d["before"], *d["after"])]
    shown += [c for q in dossier["quotations"] for c in q["variants"]]
    shown += [c for entry in dossier["timeline"] for c in entry["claims"]]
    assert shown
    assert set(shown) <= known
