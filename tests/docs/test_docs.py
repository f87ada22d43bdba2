"""The documentation says what the code does."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_rooms_in_the_docs_are_the_linter_s() -> None:
    """The table of rooms lists the import contract's layers, from the top down."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    rooms = [room for layer in contract["layers"] for room in layer.split(" | ")]
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(variorum\.\w+)`", table, re.MULTILINE) == rooms


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file that is there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_exist(page: Path) -> None:
    """Every `./dev` command that a page names is one that the script knows."""
    told = set(re.findall(r"\./dev (\w+)", page.read_text(encoding="utf-8")))
    known = set(re.findall(r"^  (\w+)\)", (ROOT / "dev").read_text(encoding="utf-8"), re.MULTILINE))
    assert told <= known


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/use-from-python.md", "docs/how-to/read-one-report.md"])
def test_the_python_of_a_page_runs(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page's own code runs as it stands and prints something."""
    monkeypatch.chdir(ROOT)
    code = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    exec(compile("\n".join(code), page, "exec"), {})
    assert capsys.readouterr().out


def test_the_script_explains_itself() -> None:
    """`./dev` alone lists its commands; an unknown one is an error."""
    shown = subprocess.run(["bash", str(ROOT / "dev")], capture_output=True, text=True, check=True).stdout
    assert all(command in shown for command in ("./dev example", "./dev check", "./dev golden"))
    assert subprocess.run(["bash", str(ROOT / "dev"), "nonsense"], capture_output=True, check=False).returncode == 2
