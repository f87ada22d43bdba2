"""The command as a process of its own: what it ends with, and what is written when it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from variorum import __version__

COMMAND = (sys.executable, "-m", "variorum")


def test_all_is_written_before_the_process_ends() -> None:
    """What the command printed arrives though the process ends without clearing up, and all was well: code 0."""
    done = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"variorum {__version__}\n", "")


def test_a_failure_keeps_its_code_and_its_line(tmp_path: Path) -> None:
    """No dossier is code 2, with the reason on standard error."""
    done = subprocess.run([*COMMAND, "show", str(tmp_path / "none.json")], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "none.json" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_who_leaves_early_is_no_fault() -> None:
    """When nobody reads on, as under `head`, the command ends without a word."""
    command = f"{sys.executable} -m variorum schema | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")
