"""`variorum explain` as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import invoke
from tests.render.stories import bridge


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    """A dossier on disk."""
    path = tmp_path / "dossier.json"
    path.write_text(bridge().to_json(), encoding="utf-8")
    return str(path)


def test_a_part_is_explained(dossier: str) -> None:
    """The explanation goes to standard output, in UTF-8."""
    done = invoke(["explain", dossier, "x2"])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("x2, a conflict (when): closed: day\n")
    assert "أغلق الجسر يوم الأربعاء بعد عاصفة قوية" in done.stdout


def test_an_unknown_id_is_one_line_that_names_near_ones(dossier: str) -> None:
    """Exit code 2, nothing on standard output, one line on standard error."""
    done = invoke(["explain", dossier, "x9"])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == "variorum: 'x9' is nothing in this dossier; near to it: x1, x2, x3\n"


def test_a_file_that_is_no_dossier_is_one_line(tmp_path: Path) -> None:
    """A missing file and a file of something else end with exit code 2 and their reason."""
    other = tmp_path / "other.json"
    other.write_text("[]", encoding="utf-8")
    for path, reason in ((tmp_path / "none.json", "No such file"), (other, "no dossier of schema")):
        done = invoke(["explain", str(path), "x1"])
        assert done.exit_code == 2
        assert reason in done.stderr
        assert len(done.stderr.splitlines()) == 1
