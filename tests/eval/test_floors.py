"""The quality gate: it holds, and it cannot be lowered silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import floors


def test_a_score_below_its_floor_is_named() -> None:
    """A layer that falls and a layer that vanishes are both failures; one on its floor is not."""
    wrong = floors.below({"a.points": 0.5, "a.dates": 0.39}, {"a.points": 0.5, "a.dates": 0.4, "a.times": 0.1})
    assert [line.split(":")[0] for line in wrong] == ["a.dates", "a.times"]


def test_a_lowered_floor_needs_a_decision() -> None:
    """Against every earlier version a floor may rise; to come down it needs a file that exists."""
    earlier = [{"a.points": 0.4}, {"a.points": 0.6, "a.dates": 0.2}]
    now = {"a.points": 0.5, "a.dates": 0.2}
    assert len(floors.sunk(now, earlier, {})) == 1
    assert len(floors.sunk(now, earlier, {"a.points": "docs/decisions/there-is-none.md"})) == 1
    assert floors.sunk(now, earlier, {"a.points": "pyproject.toml"}) == []
    assert floors.sunk({"a.points": 0.6, "a.dates": 0.9}, earlier, {}) == []


def test_a_floor_that_was_taken_out_counts_as_lowered() -> None:
    """Dropping a layer from the file does not drop its floor."""
    assert len(floors.sunk({}, [{"a.points": 0.4}], {})) == 1


def test_lifting_never_lowers() -> None:
    """Floors go to the score less the slack where that is higher, and stay where it is not."""
    raised = floors.lifted({"a.points": 0.80, "a.dates": 0.30}, {"a.points": 0.4, "a.dates": 0.5})
    assert raised == {"a.points": pytest.approx(0.75, abs=0.011), "a.dates": 0.5}


def test_the_file_reads_back() -> None:
    """What is written is what is read, decisions included."""
    text = floors.draw({"a.points": 0.4, "b.dates": 1.0}, {"a.points": "docs/decisions/x.md"})
    assert floors.parse(text) == ({"a.points": 0.4, "b.dates": 1.0}, {"a.points": "docs/decisions/x.md"})


def test_the_gate_fails_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command returns 1 below a floor and 0 above it, and `--raise` writes the file."""
    monkeypatch.setattr(floors, "ROOT", tmp_path)
    (tmp_path / "eval").mkdir()
    file = tmp_path / floors.FILE
    file.write_text("[a]\npoints = 0.50\n", encoding="utf-8")
    monkeypatch.setattr(floors, "scores_now", lambda: {"a.points": 0.4})
    assert floors.main([]) == 1
    assert "below its floor" in capsys.readouterr().out
    monkeypatch.setattr(floors, "scores_now", lambda: {"a.points": 0.9})
    assert floors.main(["--raise"]) == 0
    assert floors.parse(file.read_text(encoding="utf-8"))[0]["a.points"] > 0.8
