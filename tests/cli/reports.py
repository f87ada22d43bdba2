"""Two short reports of one invented event, and every kind of bad input beside them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

HARBOUR = """Crane falls in Port Almery, three hurt

By Dana Ostrow

June 4, 2031

PORT ALMERY - A loading crane fell onto a quay in Port Almery on Tuesday, injuring three dockers, the harbour
authority said.

"We heard a crack and then we ran," docker Milo Vance said. The quay will stay closed until Friday, the authority said.
"""

TIMES = """Dock crane collapse injures five

Published June 5, 2031

A crane collapsed at the port of Almery on Tuesday and five dockers were injured, union leader Ines Calder said.

The harbour authority denied that the crane had been overloaded. The quay was expected to reopen on Friday.
"""


def write_good(folder: Path) -> list[str]:
    """Write the two reports and return their paths."""
    paths = [folder / "harbour.txt", folder / "times.txt"]
    for path, text in zip(paths, (HARBOUR, TIMES), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def _text(text: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    return lambda path: _write(path, text.encode(encoding))


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


LINKS = "<html><body><ul>" + "".join(f'<li><a href="/{i}">More news {i}</a></li>' for i in range(60)) + "</ul></body>"
UNCLOSED = "<html><head><title>Crane falls</title><body><article><h1>Crane falls<p>" + HARBOUR.replace("\n\n", "<p>")

GERMAN = "Ein Kran ist am Dienstag im Hafen umgestürzt. Drei Menschen wurden verletzt."
MARKS = "\u202b" + HARBOUR.replace("crane", "cr\u200bane") + " \u05d0\u05d1\u05d2 \u202c"
SCRIPT = f"<html><body><article><p>{HARBOUR}</p><script>alert(1)</script></article></body></html>"
MARKUP = HARBOUR + '\n\n<script>alert(1)</script> <img src=x onerror="alert(2)"> & more.\n'

BAD: dict[str, tuple[str, Callable[[Path], None]]] = {
    "empty": ("empty.txt", _text("")),
    "blank": ("blank.txt", _text(" \n\t\n")),
    "one word": ("word.txt", _text("Crane")),
    "binary": ("picture.txt", lambda path: _write(path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)),
    "too large": ("large.txt", lambda path: _write(path, b"A crane fell on Tuesday. " * 2_100_000)),
    "UTF-16": ("utf16.txt", _text(HARBOUR, "utf-16")),
    "UTF-16 without mark": ("utf16le.txt", _text(HARBOUR, "utf-16-le")),
    "Windows-1252": ("western.txt", _text(HARBOUR.replace('"', "\u201c").replace("Milo", "Mil\u00f6"), "cp1252")),
    "no body": ("nobody.html", _text("<html><head><title>Crane</title></head></html>")),
    "another language": ("deutsch.txt", _text(GERMAN)),
    "only links": ("links.html", _text(LINKS)),
    "right to left, zero width": ("marks.txt", _text(MARKS)),
    "never closed": ("unclosed.html", _text(UNCLOSED)),
    "script": ("script.html", _text(SCRIPT)),
    "markup in text": ("markup.txt", _text(MARKUP)),
    "broken gzip": ("page.html.gz", lambda path: _write(path, gzip.compress(HARBOUR.encode())[:40])),
    "deep nesting": ("deep.html", _text("<div>" * 20_000 + HARBOUR)),
}  # fmt: skip
"""Name of each kind, the file's name, and what writes it."""
