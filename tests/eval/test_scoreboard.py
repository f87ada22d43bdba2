"""The scoreboard's table, and what it refuses to score."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.layers import LAYERS
from eval.open_data import MEASURES, ROOT, Measure, run_measures
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


def test_every_measure_is_there_and_takes_the_data() -> None:
    """Each module that the scoreboard runs exists and reads `--data`; none is named twice."""
    modules = [measure.module for measure in MEASURES]
    assert len(set(modules)) == len(modules)
    for module in modules:
        path = ROOT / module.replace(".", "/")
        source = path.with_suffix(".py") if path.with_suffix(".py").is_file() else path / "__main__.py"
        assert '"--data"' in source.read_text(encoding="utf-8"), module


def test_a_measure_that_fails_is_named(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A measure whose module does not exist fails the run by name, after its heading was printed."""
    missing = Measure("nothing: at all", "eval.there_is_none")
    assert run_measures(tmp_path, measures=[missing]) == ["eval.there_is_none"]
    assert "== nothing: at all" in capfd.readouterr().out
