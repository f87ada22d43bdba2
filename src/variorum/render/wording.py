"""One quotation in several wordings, laid word against word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\w+(?:['’]\w+)*")

Wording = Literal["same", "differs", "gap"]


@dataclass(frozen=True, slots=True)
class WordingPiece:
    """A run of one wording.

    Attributes:
        text: Its characters; empty for a gap.
        kind: The `same` in all wordings, it `differs`, or the base has words here that this one leaves out (`gap`).
    """

    text: str
    kind: Wording


def compare_wordings(wordings: Sequence[str]) -> list[tuple[WordingPiece, ...]]:
    """Lay each wording against the first, word by word, and cut it where they differ.

    Case and punctuation do not count. The first wording's words differ when any other has different ones or
    leaves them out; a wording that only begins later or ends earlier differs in nothing.

    Args:
        wordings: The base first; one or more.

    Returns:
        Pieces for each wording, in the order given; joined again they are the wording.
    """
    base = list(_WORD.finditer(wordings[0]))
    in_all = [True] * len(base)
    others = []
    for wording in wordings[1:]:
        words = list(_WORD.finditer(wording))
        matcher = SequenceMatcher(None, _normal(base), _normal(words), autojunk=False)
        same = [False] * len(words)
        gaps = set()
        for tag, base_from, base_to, from_, to in matcher.get_opcodes():
            if tag == "equal":
                same[from_:to] = [True] * (to - from_)
                continue
            if tag == "delete" and (base_from == 0 or base_to == len(base)):
                continue  # only cut shorter at an end
            in_all[base_from:base_to] = [False] * (base_to - base_from)
            if tag == "delete":
                gaps.add(from_)
        others.append(_pieces(wording, words, same, gaps))
    return [_pieces(wordings[0], base, in_all, set()), *others]


def _normal(words: Sequence[re.Match[str]]) -> list[str]:
    return [word.group().casefold().replace("’", "'") for word in words]


def _pieces(
    text: str, words: Sequence[re.Match[str]], same: Sequence[bool], gaps: set[int]
) -> tuple[WordingPiece, ...]:
    """Join neighbouring words of one kind; what stands between two differing words differs too."""
    pieces: list[WordingPiece] = []

    def add(part: str, kind: Wording) -> None:
        if part and pieces and pieces[-1].kind == kind:
            pieces[-1] = WordingPiece(pieces[-1].text + part, kind)
        elif part or kind == "gap":
            pieces.append(WordingPiece(part, kind))

    position = 0
    for number, word in enumerate(words):
        kind: Wording = "same" if same[number] else "differs"
        between = text[position : word.start()]
        joined = number > 0 and kind == "differs" and not same[number - 1] and number not in gaps
        add(between, "differs" if joined else "same")
        if number in gaps:
            add("", "gap")
        add(word.group(), kind)
        position = word.end()
    if len(words) in gaps:
        add("", "gap")
    add(text[position:], "same")
    return tuple(pieces)
