"""Captions are found again by a digest of their letters, without their words. The page is invented."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path
from typing import Any

from eval.pages import score_captions

PARAGRAPHS = "".join(
    f"<p>{number}. The ferry left the harbour after noon with forty passengers on board, the authority said.</p>"
    for number in range(8)
)


def mark(letters: str) -> dict[str, Any]:
    """Return the mark of a caption that begins with these letters."""
    return {"letters": len(letters), "sha256": hashlib.sha256(letters.encode()).hexdigest()[:16]}


def pages(folder: Path, figure: str) -> Path:
    """Write one page with a figure in its article; return the folder of pages."""
    (folder / "html").mkdir()
    page = f"<html><body><article><h1>Ferry leaves late</h1>{PARAGRAPHS}{figure}{PARAGRAPHS}</article></body></html>"
    (folder / "html" / "one.html.gz").write_bytes(gzip.compress(page.encode()))
    return folder


def test_a_typed_caption_is_found_and_another_counts_as_beside(tmp_path: Path) -> None:
    """Of two captions one is marked; a mark that no line holds is missed."""
    figure = (
        "<figure><img src='a'><figcaption>The ferry at its pier, in May.</figcaption></figure>"
        "<p>Between the two.</p><figure><img src='b'><figcaption>The old pilot house at the mole</figcaption></figure>"
    )
    marks = {"one": [mark("theferryatitspier"), mark("nosuchcaption")]}
    assert score_captions(pages(tmp_path, figure), marks) == (1, 2, 1)


def test_a_caption_by_a_name_in_one_word_is_typed(tmp_path: Path) -> None:
    """A class that joins picture and caption in one word marks it as well."""
    figure = "<div><img src='a'><div class='InlineImage-pictureCaption'>The ferry at its pier, in May</div></div>"
    assert score_captions(pages(tmp_path, figure), {"one": [mark("theferryatitspier")]}) == (1, 1, 0)
