"""The command line as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import invoke
from tests.cli.reports import BAD, write_good
from variorum.cli import main


def test_every_output_is_written_in_its_format(tmp_path: Path) -> None:
    """One run writes a page, a Markdown text and a JSON dossier, told apart by suffix."""
    reports = write_good(tmp_path)
    outputs = [str(tmp_path / name) for name in ("out.html", "out.md", "out.json")]
    done = invoke(["collate", *reports, *(f"--output={o}" for o in outputs)])
    assert done.exit_code == 0, done.output
    page, markdown, dossier = (Path(o).read_text(encoding="utf-8") for o in outputs)
    assert page.lower().startswith("<!doctype html>")
    assert markdown.startswith("#")
    assert [r["id"] for r in json.loads(dossier)["reports"]] == ["harbour", "times"]


def test_dash_is_standard_output(tmp_path: Path) -> None:
    """`--output - --format json` prints the dossier and nothing else on standard output."""
    done = invoke(["collate", *write_good(tmp_path), "--output", "-", "--format", "json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["schema"] == "variorum/dossier/1"


def test_order_of_reports_changes_no_byte(tmp_path: Path) -> None:
    """The same reports in another order give the same JSON, byte for byte."""
    reports = write_good(tmp_path)
    first, second = (
        invoke(["collate", *order, "-o", "-", "-f", "json"]).stdout_bytes for order in (reports, reports[::-1])
    )
    assert first == second


def test_days_and_outlets_can_be_given(tmp_path: Path) -> None:
    """What the user gives by file name is used and marked as given."""
    reports = write_good(tmp_path)
    options = ["--published", "times.txt=2031-06-07", "--outlet", f"{reports[1]}=The Almery Times"]
    done = invoke(["collate", *reports, *options, "-o", "-", "-f", "json"])
    times = json.loads(done.stdout)["reports"][1]
    assert (times["published"], times["published_basis"], times["outlet"]) == (
        "2031-06-07",
        "given",
        "The Almery Times",
    )


@pytest.mark.parametrize(
    "options",
    [
        ["--output", "dossier.pdf"],
        ["--output", "-"],
        ["--output", "missing/folder/dossier.html"],
        ["--format", "pdf"],
        ["--published", "times.txt"],
        ["--published", "times.txt=yesterday"],
        ["--published", "other.txt=2031-06-07"],
    ],
)
def test_an_option_that_makes_no_sense_is_said_in_one_line(tmp_path: Path, options: list[str]) -> None:
    """Exit code 2, one line on standard error, and nothing on standard output."""
    done = invoke(["collate", *write_good(tmp_path), *options])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_never_costs_the_other_reports(tmp_path: Path, kind: str) -> None:
    """Each kind gives a dossier with it (0), or without it and a line that names it (1); the others stay."""
    reports = write_good(tmp_path)
    name, write = BAD[kind]
    write(tmp_path / name)
    done = invoke(["collate", *reports, str(tmp_path / name), "-o", "-", "-f", "json"])
    assert done.exit_code in (0, 1), done.output
    assert "Traceback" not in done.output
    kept = {Path(r["source"]).name for r in json.loads(done.stdout)["reports"]}
    assert {"harbour.txt", "times.txt"} <= kept
    assert (name in kept) == (done.exit_code == 0)
    complaints = done.stderr.strip().splitlines()
    assert len(complaints) == done.exit_code
    assert all(name in line for line in complaints)


def test_nothing_usable_is_exit_code_2(tmp_path: Path) -> None:
    """When no input can be used there is no dossier, and each input's reason is said."""
    (tmp_path / "empty.txt").write_bytes(b"")
    done = invoke(["collate", str(tmp_path / "empty.txt"), str(tmp_path / "missing.txt")])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "empty.txt" in done.stderr
    assert "missing.txt" in done.stderr


def test_one_report_alone_and_two_identical_ones(tmp_path: Path) -> None:
    """One report makes a dossier; a copy of it under another name adds a report and no origin."""
    report = write_good(tmp_path)[0]
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(report).read_bytes())
    alone, twice = (
        json.loads(invoke(["collate", *paths, "-o", "-", "-f", "json"]).stdout)
        for paths in ([report], [report, str(copy)])
    )
    assert len(alone["reports"]) == 1
    assert len(twice["reports"]) == 2
    assert not twice["conflicts"]
    assert {len(p["origins"]) for p in twice["points"]} <= {len(p["origins"]) for p in alone["points"]}


def test_help_teaches_a_newcomer() -> None:
    """The help shows a whole command, the outputs, and what the exit codes mean."""
    shown = invoke(["collate", "--help"]).output
    for word in ("--output", "dossier.html", "Exit code", "Markdown"):
        assert word in shown


def test_schema_and_show(tmp_path: Path) -> None:
    """`schema` prints JSON; `show` draws a written dossier again; what is none is refused in a line."""
    assert json.loads(invoke(["schema"]).stdout)["$id"] == "variorum/dossier/1"
    dossier = tmp_path / "dossier.json"
    invoke(["collate", *write_good(tmp_path), "-o", str(dossier)])
    assert invoke(["show", str(dossier)]).stdout.startswith("#")
    dossier.write_text("{}", encoding="utf-8")
    refused = invoke(["show", str(dossier)])
    assert refused.exit_code == 2
    assert len(refused.stderr.strip().splitlines()) == 1


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What nobody foresaw ends in one line and exit code 2, with a way to see more."""
    monkeypatch.setattr("sys.argv", ["variorum", "schema"])
    monkeypatch.setattr("variorum.model.codec.json_schema", lambda: 1 / 0)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "VARIORUM_DEBUG" in capsys.readouterr().err
    monkeypatch.setenv("VARIORUM_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main()


def test_the_module_is_the_command() -> None:
    """`python -m variorum` is the same program, and leaves a user's own setting of threads alone."""
    code = "import os, variorum.__main__ as m, variorum.cli as c; c.main = lambda: print(os.environ[KEY]); m.main()"
    for given, expected in ((None, "1"), ("3", "3")):
        environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
        if given:
            environment["OPENBLAS_NUM_THREADS"] = given
        program = code.replace("KEY", "'OPENBLAS_NUM_THREADS'")
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        assert done.stdout.decode().strip() == expected
