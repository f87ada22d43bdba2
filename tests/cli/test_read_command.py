"""`variorum read` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.process import invoke
from tests.cli.reports import BAD, write_good


def test_the_list_shows_who_says_what_and_where(tmp_path: Path) -> None:
    """Words, place, voice, certainty and days of a report's claims stand in the list."""
    done = invoke(["read", write_good(tmp_path)[1]])
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    place = next(i for i, line in enumerate(lines) if line.endswith("the crane had been overloaded"))
    assert lines[place].lstrip().startswith("[L7 ")
    assert "denied (“denied”)" in lines[place + 1]
    assert "5 June 2031 (stated)" in lines[0]
    assert any("Ines Calder" in line and "indirect" in line for line in lines)


def test_json_carries_the_words_of_every_claim_and_the_schema_names_its_fields(tmp_path: Path) -> None:
    """Each claim's `text` is its report's characters, its `line` the line they begin on; the schema has its fields."""
    done = invoke(["read", *write_good(tmp_path), "--format", "json"])
    assert done.exit_code == 0, done.output
    whole = json.loads(done.stdout)
    schema = json.loads(invoke(["schema", "--of", "reading"]).stdout)
    assert set(schema["required"]) | {"schema"} == set(whole)
    assert schema["$id"] == whole["schema"]
    claim_fields = set(schema["$defs"]["WireReadClaim"]["properties"])
    assert [entry["report"]["id"] for entry in whole["reports"]] == ["harbour", "times"]
    for entry in whole["reports"]:
        text = entry["report"]["text"]
        assert entry["claims"]
        for claim in entry["claims"]:
            assert set(claim) == claim_fields
            assert claim["text"] == text[claim["start"] : claim["end"]]
            assert claim["text"].split("\n")[0] in text.split("\n")[claim["line"] - 1]


def test_the_order_of_reports_changes_nothing(tmp_path: Path) -> None:
    """The same reports in another order give the same bytes."""
    reports = write_good(tmp_path)
    one, other = (invoke(["read", *order]).stdout_bytes for order in (reports, reports[::-1]))
    assert one == other


def test_a_file_is_written_in_the_format_of_its_name(tmp_path: Path) -> None:
    """`.json` is JSON without being told, anything else the list."""
    report = write_good(tmp_path)[0]
    for name in ("out.json", "out.txt"):
        assert invoke(["read", report, "-o", str(tmp_path / name)]).exit_code == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["schema"] == "variorum/reading/1"
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("harbour")


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_never_costs_the_other_reports(tmp_path: Path, kind: str) -> None:
    """Each kind is read (0), or named with its reason in one line (1); the others stay."""
    reports = write_good(tmp_path)
    name, write = BAD[kind]
    write(tmp_path / name)
    done = invoke(["read", *reports, str(tmp_path / name), "-f", "json"])
    assert done.exit_code in (0, 1), done.output
    kept = {Path(entry["report"]["source"]).name for entry in json.loads(done.stdout)["reports"]}
    assert {"harbour.txt", "times.txt"} <= kept
    assert (name in kept) == (done.exit_code == 0)
    assert len(done.stderr.strip().splitlines()) == done.exit_code


@pytest.mark.parametrize(
    "options",
    [["--format", "html"], ["--output", "missing/folder/list.txt"], ["--published", "times.txt=soon"]],
)
def test_an_option_that_makes_no_sense_is_said_in_one_line(tmp_path: Path, options: list[str]) -> None:
    """Exit code 2, one line on standard error, and nothing on standard output."""
    done = invoke(["read", *write_good(tmp_path), *options])
    assert (done.exit_code, done.stdout, len(done.stderr.strip().splitlines())) == (2, "", 1)


def test_nothing_usable_is_exit_code_2(tmp_path: Path) -> None:
    """With no report left nothing is printed, and each input's reason is said."""
    (tmp_path / "empty.txt").write_bytes(b"")
    done = invoke(["read", str(tmp_path / "empty.txt")])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "empty.txt" in done.stderr


def test_an_unknown_schema_is_refused() -> None:
    """`schema --of` knows two."""
    done = invoke(["schema", "--of", "nonsense"])
    assert (done.exit_code, done.stdout) == (2, "")


def test_options_may_stand_between_the_files(tmp_path: Path) -> None:
    """Where an option stands changes nothing."""
    one, other = write_good(tmp_path)
    between, behind = (invoke(["read", *rest]) for rest in ((one, "-f", "json", other), (one, other, "-f", "json")))
    assert between.exit_code == 0
    assert between == behind


@pytest.mark.parametrize(
    "arguments", [["reed", "times.txt"], ["read"], ["read", "times.txt", "--threads", "0"], ["read", "--wide", "x"]]
)
def test_a_command_that_makes_no_sense_is_said_in_one_line(arguments: list[str]) -> None:
    """Exit code 2 and one line that says where help is; nothing on standard output."""
    done = invoke(arguments)
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "--help" in done.stderr


def test_help_lists_every_command_with_what_it_does() -> None:
    """`--help` goes to standard output and is no failure; no command at all gives the same help, and is one."""
    asked, lost = invoke(["--help"]), invoke([])
    assert (asked.exit_code, lost.exit_code) == (0, 2)
    assert asked.stdout == lost.stderr
    assert "  read     List what each report claims" in asked.stdout
