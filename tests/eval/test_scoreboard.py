"""The scoreboard's table, and what it refuses to score."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.layers import LAYERS
from eval.score import Score
from eval.scoreboard import BASELINE, score_folder, table
from tests.eval.stories import full_dossier, write_story


def test_a_column_a_story_and_their_mean() -> None:
    """A layer's mean is over the stories that have it; a story without it shows a dash."""
    board = {"one": {"dates": Score(1.0, 5), "points": Score(0.5, 9)}, "two": {"dates": Score(0.5, 4)}}
    rows = {line.split()[0]: line.split()[1:] for line in table(board).splitlines()[:-1]}
    assert rows["layer"] == ["one", "two", "mean"]
    assert rows["dates"] == ["1.000", "0.500", "0.750"]
    assert rows["points"] == ["0.500", "-", "0.500"]
    assert rows["mean"] == ["0.750", "0.500", "0.625"]


def test_the_baseline_stands_beside_every_layer() -> None:
    """Each layer has a baseline figure, and it is drawn where asked for."""
    assert set(BASELINE) == set(LAYERS)
    assert "baseline" in table({"one": {"dates": Score(1.0, 5)}}, baseline=True)


def test_traps_are_summed() -> None:
    """The last line says how many compatible pairs were reported as conflicts."""
    board = {"one": {"conflicts": Score(0.5, 4, traps=2)}, "two": {"conflicts": Score(0.5, 4, traps=1)}}
    assert table(board).splitlines()[-1].endswith(": 3")


def test_a_dossier_with_a_stray_span_is_refused(tmp_path: Path) -> None:
    """A span outside its report is an error, not a low score."""
    dossier = full_dossier()
    story = write_story(tmp_path / "bridge")
    assert score_folder(story, dossier)["points"].value == 1.0
    dossier["times"][0]["end"] = 99_999
    with pytest.raises(ValueError, match="1 spans lie outside"):
        score_folder(story, dossier)
