"""The examples' dossiers, collated once for all tests."""

from __future__ import annotations

from typing import Any

import pytest

from eval.collating import dossier_of
from eval.gold_file import example_stories
from variorum import load_reader


@pytest.fixture(scope="session")
def dossiers() -> dict[str, dict[str, Any]]:
    """Return each example's dossier, as its JSON has it, by the story's name."""
    reader = load_reader()
    return {story.name: dossier_of(story, reader) for story in example_stories()}
