"""What a dossier of an example found can be explained."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.gold_file import example_stories
from variorum.model.codec import from_json
from variorum.render import explain

MOST = 3
"""Parts of each kind that are explained: enough to meet every shape of text."""


@pytest.mark.parametrize("story", example_stories(), ids=lambda story: story.name)
def test_parts_of_an_example_say_what_they_rest_on(story: Path, dossiers: dict[str, dict[str, Any]]) -> None:
    """Conflicts and developments name the two claims that were weighed; points of several reports their pairs."""
    dossier = from_json(json.dumps(dossiers[story.name]))
    for part in (*dossier.conflicts[:MOST], *dossier.developments[:MOST]):
        text = explain(dossier, part.id)
        assert "Weighed: " in text
        assert all(claim in text for claim in part.weighed)
    reports = {claim.id: claim.span.report for claim in dossier.claims}
    told = [point for point in dossier.points if len({reports[claim] for claim in point.claims}) > 1]
    assert told
    for point in told[:MOST]:
        text = explain(dossier, point.id)
        assert "Pairs that joined them" in text
        assert all(claim in text for claim in point.claims)
    pairs = {(pair.first, pair.second) for pair in dossier.pairs}
    assert len(pairs) == len(dossier.pairs)
    for pair in dossier.pairs:
        same = any({pair.first, pair.second} <= set(point.claims) for point in dossier.points)
        assert pair.joined == same == (not pair.refused)


@pytest.mark.parametrize("story", example_stories(), ids=lambda story: story.name)
def test_no_claim_stands_on_both_sides_of_a_development(story: Path, dossiers: dict[str, dict[str, Any]]) -> None:
    """What was looked ahead to and what came of it are told by different claims."""
    for development in dossiers[story.name]["developments"]:
        assert not set(development["before"]) & set(development["after"]), development["id"]
