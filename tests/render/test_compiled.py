"""Compiled templates are kept beside their sources, and used only for what they were made from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from variorum.render.compiled import BesideTemplates
from variorum.render.page import load_templates


def _draw(folder: Path, source: str, *, trim: bool = False) -> str:
    cache = BesideTemplates(folder, f"trim={trim}")
    environment = Environment(loader=DictLoader({"note.j2": source}), bytecode_cache=cache, trim_blocks=trim)
    return environment.get_template("note.j2").render(name="Tarn")


def _kept(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "__pycache__").glob("*"))]


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second process takes the code that the first one kept."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert _draw(tmp_path, "To {{ name }}") == "To Tarn"
    kept = _kept(tmp_path)
    assert len(kept) == 1
    monkeypatch.setattr(Environment, "_compile", lambda *_args: pytest.fail("compiled again"))
    assert _draw(tmp_path, "To {{ name }}") == "To Tarn"
    assert _kept(tmp_path) == kept


def test_another_source_or_setting_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that was edited, or is read by other rules, is never drawn from old code; nor is a damaged file."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    source = "{% if name %}\nTo {{ name }}{% endif %}"
    assert _draw(tmp_path, source) == "\nTo Tarn"
    assert _draw(tmp_path, source, trim=True) == "To Tarn"
    assert _draw(tmp_path, "From {{ name }}") == "From Tarn"
    (path,) = (tmp_path / "__pycache__").glob("*")
    for damaged in (b"", path.read_bytes()[:-40], path.read_bytes().replace(b"\x80", b"\x81")):
        path.write_bytes(damaged)
        assert _draw(tmp_path, "From {{ name }}") == "From Tarn"


def test_nothing_is_written_where_it_is_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With PYTHONDONTWRITEBYTECODE, or where a file stands in the way, the template is drawn all the same."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _draw(tmp_path, "To {{ name }}") == "To Tarn"
    assert not (tmp_path / "__pycache__").exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").write_text("")
    assert _draw(tmp_path, "To {{ name }}") == "To Tarn"


def test_every_template_of_the_page_compiles() -> None:
    """What an install compiles beforehand is all there, and no file of the folder stops it."""
    load_templates()
