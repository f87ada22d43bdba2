"""Files and folders: what is read, what is rejected and why, and ids that do not hang on the order."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from variorum.errors import EmptyInputError, InputError, TooLargeError, UnreadableError
from variorum.ingest import Intake, files, read_report, read_reports

TEXT = "Ferry missing\n\nThe ferry left the harbour shortly after noon with forty passengers on board, the mayor said."


def write(folder: Path, name: str, text: str = TEXT) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ids(intake: Intake) -> list[str]:
    """Return the ids of what was read."""
    return [report.id for report in intake.reports]


def test_a_folder_is_read_with_all_under_it(tmp_path: Path) -> None:
    """Hidden files, pictures and a saved page's own folder are skipped; a PDF is rejected aloud."""
    for name in ("b.txt", "sub/A Report.md", "page.html", "page_files/x.html", ".hidden.txt", ".git/y.txt", "p.png"):
        write(tmp_path, name, f"<html><body><p>{TEXT} And so on.</p>" if name.endswith("html") else TEXT)
    write(tmp_path, "scan.pdf", "%PDF-1.7")
    intake = read_reports([tmp_path])
    assert ids(intake) == ["a-report", "b", "page"]
    assert [error.source for error in intake.rejected] == [str(tmp_path / "scan.pdf")]


def test_ids_do_not_hang_on_the_order(tmp_path: Path) -> None:
    """Shared names get a piece of the content's hash, and every order of input gives the same reports."""
    one = write(tmp_path, "one/npr.txt")
    two = write(tmp_path, "two/npr.txt", TEXT + " Later.")
    three = write(tmp_path, "Ünïcode näme.txt")
    forward, backward = read_reports([one, two, three]), read_reports([three, two, one])
    assert forward == backward
    assert len(set(ids(forward))) == 3
    assert "unicode-name" in ids(forward)
    assert sum(name.startswith("npr-") for name in ids(forward)) == 2


def test_the_same_bytes_under_two_names_are_two_reports(tmp_path: Path) -> None:
    """Two witnesses that agree to the letter are two; one file named twice is one."""
    one, two = write(tmp_path, "x/a.txt"), write(tmp_path, "y/a.txt")
    intake = read_reports([one, two, one, tmp_path / "x"])
    assert len(intake.reports) == 2
    assert len(set(ids(intake))) == 2
    assert {report.source for report in intake.reports} == {str(one), str(two)}


def test_evidence_follows_a_changed_id(tmp_path: Path) -> None:
    """A report that was renamed can still show the passage of its day."""
    text = f"Ferry missing\n\nPublished March 3, 2021\n\n{TEXT}"
    write(tmp_path, "one/a.txt", text)
    write(tmp_path, "two/a.txt", text + " Later.")
    for report in read_reports([tmp_path]).reports:
        assert [report.passage(span) for span in report.published.evidence] == ["March 3, 2021"]


def test_what_is_missing_or_no_file_is_unreadable(tmp_path: Path) -> None:
    """Each with its reason in one line, and the others are still read."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    good = write(tmp_path, "good.txt")
    for path, reason in (
        (tmp_path / "no.txt", "no such file"),
        (tmp_path, "a folder"),
        (tmp_path / "pipe.txt", "a device or a pipe"),
        (tmp_path / "self.txt", "symbolic links"),
    ):
        with pytest.raises(UnreadableError, match=reason) as caught:
            read_report(path)
        assert "\n" not in str(caught.value)
    intake = read_reports([tmp_path / "no.txt", good])
    assert ids(intake) == ["good"]
    assert len(intake.rejected) == 1


def test_permission_denied_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal becomes a reason."""
    path = write(tmp_path, "a.txt")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="permission denied"):
        read_report(path)


def test_size_is_told_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is never opened."""
    path = write(tmp_path, "a.txt")
    monkeypatch.setattr(files, "LONGEST_INPUT", 10)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("opened"))
    with pytest.raises(TooLargeError):
        read_report(path)


def test_a_loop_of_folders_ends(tmp_path: Path) -> None:
    """A link back up is not followed."""
    write(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert ids(read_reports([tmp_path])) == ["a"]


def test_a_folder_without_reports_is_rejected(tmp_path: Path) -> None:
    """An empty folder says so, with what is looked for."""
    intake = read_reports([tmp_path])
    assert intake.reports == ()
    assert isinstance(intake.rejected[0], EmptyInputError)


@pytest.mark.parametrize("text", ["", " \n\t\n", "!!! ...", "\u200b\u200b"])
def test_nothing_to_read(tmp_path: Path, text: str) -> None:
    """No letter and no digit is no report."""
    with pytest.raises(EmptyInputError):
        read_report(write(tmp_path, "a.txt", text))


def test_one_word_is_a_report_of_one_word(tmp_path: Path) -> None:
    """It is body, has no title, and its language is unknown."""
    report = read_report(write(tmp_path, "a.txt", "Ferry"))
    assert [(s.start, s.end, s.role) for s in report.segments] == [(0, 5, "body")]
    assert (report.title, report.language, report.outlet) == (None, None, None)


def test_every_rejection_is_an_input_error(tmp_path: Path) -> None:
    """Whatever lies in a folder, reading it raises nothing."""
    for number, data in enumerate([b"\x89PNG\r\n\x1a\n", b"\x1f\x8bxx", bytes(range(256)) * 9, b"<html>"]):
        (tmp_path / f"{number}.txt").write_bytes(data)
    intake = read_reports([tmp_path])
    assert all(isinstance(error, InputError) for error in intake.rejected)
    assert len(intake.rejected) == 4


def test_a_dash_is_what_is_piped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is one report among the others; nothing piped in is an empty input like any other."""
    for piped, found, refused in ((TEXT, ["report"], []), ("", [], ["-: an empty file"])):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(piped.encode())))
        intake = read_reports(["-", "-"])
        assert ids(intake) == found
        assert [str(error) for error in intake.rejected] == refused
