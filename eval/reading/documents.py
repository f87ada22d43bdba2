"""Held-out documents, and how they are put before the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from training.corpora import read_attributions, read_certainty, read_entities, read_treebank
from training.windows import Window, join_windows, spell_out
from variorum.reader.windows import Words

_Document = TypeVar("_Document", Window, str)


@dataclass(frozen=True, slots=True)
class Held:
    """The dev parts of the corpora, each document one window.

    Attributes:
        treebanks: By name, "EWT" and "GUM"; certainty values stand on the documents of EWT.
        names: en_worldwide.
        voices: PolNeAR.
        events: TimeBank's lines, from which nothing is learned.
    """

    treebanks: dict[str, list[Window]]
    names: list[Window]
    voices: list[Window]
    events: list[str]


def read_held(data: Path, share: float = 1.0) -> Held:
    """Return the dev parts of the corpora.

    Args:
        data: Folder of the open corpora.
        share: About this share of each corpus's documents, every nth, to be quick.
    """
    values = read_certainty(data / "certainty" / "uds_factuality.dev.jsonl")
    treebanks = {
        name: [join_windows(d) for d in read_treebank(data / "treebank" / f"en_{name.lower()}-ud-dev.conllu", values)]
        for name in ("EWT", "GUM")
    }
    names = [join_windows(d) for d in read_entities(data / "entities" / "en_worldwide.dev.jsonl")]
    voices = [d for ds in read_attributions(data / "attribution" / "polnear.dev.jsonl") for d in ds]
    events = (data / "time" / "timex_timebank.jsonl").read_text(encoding="utf-8").splitlines()
    trees = {k: some(v, share) for k, v in treebanks.items()}
    return Held(trees, some(names, share), some(voices, share), some(events, share))


def some(documents: Sequence[_Document], share: float) -> list[_Document]:
    """Return every nth document, so that about `share` of them is left."""
    return list(documents[:: max(1, round(1 / share))])


def as_words(window: Window, *, sentences: bool = False) -> Words:
    """Return a document of known words as the reader takes it: one run.

    Args:
        window: The document.
        sentences: True makes each gold sentence a block, which no sentence crosses; else each paragraph is one.
    """
    firsts = {start for start, _ in window.sentences} if sentences else set()
    blocks, number = [], -1
    for i, gap in enumerate(window.breaks):
        number += i in firsts if sentences else gap == 3
        blocks.append(max(number, 0))
    size = len(window.words)
    return Words([0] * size, [0] * size, list(window.words), list(window.breaks), blocks, [0] * size)


def as_text(window: Window) -> tuple[str, list[tuple[int, int]]]:
    """Return a document as raw text, and the offsets of its words in it."""
    text = spell_out(window.words, window.breaks)
    offsets, at = [], 0
    for word in window.words:
        at = text.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    return text, offsets
