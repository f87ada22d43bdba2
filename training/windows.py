"""A stretch of text with whatever a corpus says of its words: the one form of all training data."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from variorum.reader.shapes import break_of
from variorum.reader.words import split_words


@dataclass(frozen=True)
class Window:
    """Words with labels; a column that a corpus does not know is None, one entry a word where it does.

    Attributes:
        corpus: Where it comes from.
        words: The words.
        breaks: Class of the white space before each, see `variorum.reader.shapes.break_of`.
        sentences: Half-open word ranges of its sentences.
        ends: True for the last word of a sentence.
        columns: Labels by head: `upos`, `xpos`, `feats`, `lemma` (a rule), `relation`, `entity`, `source`, `cue`,
            `content`.
        heads: Word number of the syntactic head, -1 for a root.
        links: (start, end, first word of its cue, first word of its source) of contents; None where there is none.
        certainty: Factuality by word number.
    """

    corpus: str
    words: tuple[str, ...]
    breaks: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...] = ()
    ends: tuple[bool, ...] | None = None
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heads: tuple[int, ...] | None = None
    links: tuple[tuple[int, int, int | None, int | None], ...] | None = None
    certainty: dict[int, float] = field(default_factory=dict)


def split_text(text: str) -> tuple[list[tuple[int, int]], list[str], list[int]]:
    """Return offsets, words and breaks of a raw text."""
    offsets = split_words(text)
    words = [text[s:e] for s, e in offsets]
    breaks = [3 if i == 0 else break_of(text[offsets[i - 1][1] : s]) for i, (s, _) in enumerate(offsets)]
    return offsets, words, breaks


def spell_out(words: Sequence[str], breaks: Sequence[int]) -> str:
    """Return the text of words with their breaks."""
    gaps = ("", " ", "\n", "\n\n")
    return "".join(gaps[b] + w if i else w for i, (w, b) in enumerate(zip(words, breaks, strict=True)))


def join_windows(parts: Sequence[Window]) -> Window:
    """Put consecutive sentences of one document together; columns must agree."""
    first = parts[0]
    offsets = [0]
    for p in parts:
        offsets.append(offsets[-1] + len(p.words))
    shift = list(zip(parts, offsets, strict=False))
    return Window(
        corpus=first.corpus,
        words=tuple(w for p in parts for w in p.words),
        breaks=(3, *[b for p in parts for b in p.breaks][1:]),
        sentences=tuple((s + o, e + o) for p, o in shift for s, e in p.sentences),
        ends=None if first.ends is None else tuple(e for p in parts for e in p.ends or ()),
        columns={k: tuple(v for p in parts for v in p.columns[k]) for k in first.columns},
        heads=None if first.heads is None else tuple(h + o if h >= 0 else -1 for p, o in shift for h in p.heads or ()),
        certainty={i + o: v for p, o in shift for i, v in p.certainty.items()},
    )


def pack_windows(sentences: Sequence[Window], rng: random.Random, longest: int = 200) -> list[Window]:
    """Pack a document's sentences into windows of drawn sizes: reports have one-line titles and long bodies."""
    out: list[Window] = []
    pack: list[Window] = []
    size = 0
    limit = rng.choice((1, 60, 120, longest, longest))
    for sentence in sentences:
        if pack and size + len(sentence.words) > limit:
            out.append(join_windows(pack))
            pack, size = [], 0
            limit = rng.choice((1, 60, 120, longest, longest))
        pack.append(sentence)
        size += len(sentence.words)
    if pack:
        out.append(join_windows(pack))
    return out


def as_headline(window: Window, rng: random.Random) -> Window:
    """Return a short window in title case or capitals, as headlines are set; labels stay."""
    shout = rng.random() < 0.2
    words = tuple(w.upper() if shout else w[:1].upper() + w[1:] for w in window.words)
    return replace(window, words=words)
