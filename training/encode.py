"""Windows as arrays: what the trainer's batches are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.licences import LICENCES
from training.windows import Window
from variorum.reader.pieces import encode_words
from variorum.reader.tags import ENTITY_TAGS, SPAN_TAGS

#: Label of a word that no corpus says anything of.
UNKNOWN = -100


@dataclass(frozen=True)
class Labels:
    """The classes of each tagging head, in the order of its outputs."""

    sets: dict[str, tuple[str, ...]]

    def number(self, head: str) -> dict[str, int]:
        """Return class to number for one head."""
        return {label: i for i, label in enumerate(self.sets[head])}


def collect_labels(windows: Iterable[Window], least: int = 3) -> Labels:
    """Return the label sets: fixed ones for spans, those seen `least` times in training for the rest."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "xpos", "feats", "lemma", "relation")}
    for window in windows:
        for name, counter in counts.items():
            counter.update(window.columns.get(name, ()))
    sets = {name: tuple(sorted(k for k, n in c.items() if n >= least)) for name, c in counts.items()}
    return Labels(
        {
            "end": ("inside", "end"),
            **sets,
            "entity": ENTITY_TAGS,
            "source": SPAN_TAGS,
            "cue": SPAN_TAGS,
            "content": SPAN_TAGS,
            "licence": LICENCES,
        }
    )


@dataclass
class Example:
    """One window as arrays.

    Attributes:
        ids: Piece ids, [P].
        shapes: Shape of each piece, [P].
        first: First piece of each word, [W].
        tags: By head, class of each word, `UNKNOWN` where nothing is known, [W].
        heads: Column of each word's head, 0 for the root, else word number + 1; `UNKNOWN` where unknown.
        group: Sentence of each word, [W]; all -1 where sentences are unknown.
        links: (start, end, cue's first word or -1, source's first word or -1) of each content.
        certainty: NaN where unknown, [W].
        spans: Passages whose vector the teacher gave, [S, 2], and its rows.
        rows: Row numbers in the teacher's table.
    """

    ids: NDArray[np.int32]
    shapes: NDArray[np.int16]
    first: NDArray[np.int16]
    tags: dict[str, NDArray[np.int16]]
    heads: NDArray[np.int16]
    group: NDArray[np.int16]
    links: list[tuple[int, int, int, int]]
    certainty: NDArray[np.float32]
    spans: list[tuple[int, int]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


def encode_window(window: Window, tokenizer: Tokenizer, labels: Labels) -> Example | None:
    """Encode a window; None when it has no word or is longer than the trunk takes."""
    size = len(window.words)
    if size == 0:
        return None
    pieces = encode_words(tokenizer, window.words, window.breaks)
    if len(pieces.ids) > 512:
        return None
    tags: dict[str, NDArray[np.int16]] = {}
    for head in labels.sets:
        number = labels.number(head)
        column: Sequence[str] | None = window.columns.get(head)
        if head == "end" and window.ends is not None:
            column = ["end" if e else "inside" for e in window.ends]
        if column is not None:
            tags[head] = np.array([number.get(v, UNKNOWN) for v in column], dtype=np.int16)
    heads = np.full(size, UNKNOWN, dtype=np.int16)
    if window.heads is not None:
        heads[:] = np.array(window.heads) + 1
    group = np.full(size, -1, dtype=np.int16)
    for n, (a, b) in enumerate(window.sentences):
        group[a:b] = n
    certainty = np.full(size, np.nan, dtype=np.float32)
    for i, value in window.certainty.items():
        certainty[i] = value
    links = [(a, b, -1 if c is None else c, -1 if s is None else s) for a, b, c, s in window.links or ()]
    return Example(
        np.array(pieces.ids, dtype=np.int32),
        np.array(pieces.shapes, dtype=np.int16),
        np.array(pieces.first, dtype=np.int16),
        tags,
        heads,
        group,
        links,
        certainty,
    )


@dataclass
class Batch:
    """Examples padded to one size. Columns as in `Example`, with a leading batch axis."""

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    first: Tensor
    words: Tensor
    tags: dict[str, Tensor]
    heads: Tensor
    group: Tensor
    cue: Tensor
    source: Tensor
    certainty: Tensor
    spans: list[tuple[int, int, int]]
    rows: list[int]


def collate_batch(examples: Sequence[Example], heads: Sequence[str]) -> Batch:
    """Pad examples to one batch. A content's word without cue or source links to itself."""
    count, pieces, words = len(examples), max(len(e.ids) for e in examples), max(len(e.first) for e in examples)

    def full(size: int, value: float, dtype: torch.dtype = torch.long) -> Tensor:
        return torch.full((count, size), value, dtype=dtype)

    batch = Batch(
        ids=full(pieces, 0), mask=full(pieces, 0.0, torch.float), shapes=full(pieces, 0),
        first=full(words, 0), words=full(words, 0.0, torch.float),
        tags={h: full(words, UNKNOWN) for h in heads if any(h in e.tags for e in examples)},
        heads=full(words, UNKNOWN), group=full(words, -1), cue=full(words, UNKNOWN), source=full(words, UNKNOWN),
        certainty=full(words, float("nan"), torch.float), spans=[], rows=[],
    )  # fmt: skip
    for n, e in enumerate(examples):
        p, w = len(e.ids), len(e.first)
        batch.ids[n, :p] = torch.from_numpy(e.ids.astype(np.int64))
        batch.mask[n, :p] = 1
        batch.shapes[n, :p] = torch.from_numpy(e.shapes.astype(np.int64))
        batch.first[n, :w] = torch.from_numpy(e.first.astype(np.int64))
        batch.words[n, :w] = 1
        for head, column in e.tags.items():
            batch.tags[head][n, :w] = torch.from_numpy(column.astype(np.int64))
        batch.heads[n, :w] = torch.from_numpy(e.heads.astype(np.int64))
        batch.group[n, :w] = torch.from_numpy(e.group.astype(np.int64))
        batch.certainty[n, :w] = torch.from_numpy(e.certainty)
        for a, b, cue, source in e.links:
            own = torch.arange(a, b)
            batch.cue[n, a:b] = cue if cue >= 0 else own
            batch.source[n, a:b] = source if source >= 0 else own
        batch.spans.extend((n, a, b) for a, b in e.spans)
        batch.rows.extend(e.rows)
    return batch
