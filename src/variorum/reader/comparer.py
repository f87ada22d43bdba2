"""Two claims read side by side: the network that says how likely they tell one happening.

Its lower layers are the original encoder's and read each claim for itself, once; the upper layers read two claims
together, word against word, and are trained on claims that careful readers joined or kept apart
(docs/decisions/0031-two-claims-side-by-side.md). Cheap enough to be asked about the pairs in doubt, not about all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from variorum.errors import ReaderError
from variorum.reader.pieces import PieceTable, encode_words, passage_words

#: Files of the lower layers and of the upper ones.
CLAIMS, PAIRS = "claims.onnx", "pairs.onnx"

#: Pieces of a claim that are looked at, `[CLS]` and `[SEP]` included; longer claims are cut.
LONGEST_CLAIM = 62

#: Padded pieces of a pass: more take no less time, and more memory.
PASS_PIECES = 512

#: What onnxruntime would do on opening a file and is slower: a pair costs an eighth more with it.
SLOWER = ["SkipLayerNormFusion"]

Floats = NDArray[np.float32]
Pair = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Comparer:
    """The two halves of the network, opened.

    Attributes:
        claims: Session of the lower layers.
        pairs: Session of the upper layers.
        tokenizer: Of the reader's vocabulary.
        table: Embeddings of its pieces.
    """

    claims: onnxruntime.InferenceSession
    pairs: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    table: PieceTable

    def compare(self, texts: Sequence[str], pairs: Sequence[Pair]) -> Floats:
        """Return the log-odds that two passages tell one happening, for each pair, shape (pairs,).

        Which passage of a pair comes first changes nothing, nor does the order of the pairs. int8 activations are
        scaled by all that shares a pass, so the last digits hang on the pairs that are given together.

        Args:
            texts: Passages of some words each; what stands beyond some forty words is not looked at.
            pairs: Places of two passages in `texts`.
        """
        asked = [_sorted_texts(texts[i], texts[j]) for i, j in pairs]
        distinct = sorted(set(asked))
        states = self._read({text for pair in distinct for text in pair})
        sizes = [len(states[a]) + len(states[b]) for a, b in distinct]
        found: dict[tuple[str, str], float] = {}
        for batch in _passes(sizes):
            chosen = [distinct[i] for i in batch]
            values = self._run_pairs([(states[a], states[b]) for a, b in chosen])
            found.update(zip(chosen, values.tolist(), strict=True))
        return np.array([found[pair] for pair in asked], dtype=np.float32)

    def _read(self, texts: set[str]) -> Mapping[str, Floats]:
        """Return what the lower layers make of each passage, [pieces, width]."""
        ordered = sorted(texts)
        ids = [claim_pieces(self.tokenizer, text) for text in ordered]
        out: dict[str, Floats] = {}
        for batch in _passes([len(i) for i in ids]):
            longest = max(len(ids[k]) for k in batch)
            padded, mask = np.zeros((len(batch), longest), np.int64), np.zeros((len(batch), longest), np.float32)
            for row, k in enumerate(batch):
                padded[row, : len(ids[k])], mask[row, : len(ids[k])] = ids[k], 1
            (states,) = self.claims.run(None, {"rows": self.table.rows(padded), "mask": mask})
            out.update({ordered[k]: states[row, : len(ids[k])] for row, k in enumerate(batch)})
        return out

    def _run_pairs(self, pairs: Sequence[tuple[Floats, Floats]]) -> Floats:
        """Return the log-odds of some pairs in one pass, shape (pairs,)."""
        shape = (len(pairs), max(len(a) + len(b) for a, b in pairs))
        states = np.zeros((*shape, pairs[0][0].shape[1]), np.float32)
        mask, side = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        for row, (a, b) in enumerate(pairs):
            both = len(a) + len(b)
            states[row, : len(a)], states[row, len(a) : both] = a, b
            mask[row, :both], side[row, len(a) : both] = 1, 1
        (values,) = self.pairs.run(None, {"states": states, "mask": mask, "side": side})
        out: Floats = values
        return out


def claim_pieces(tokenizer: Tokenizer, text: str) -> list[int]:
    """Return a passage's piece ids as the network takes them, at most `LONGEST_CLAIM`."""
    ids = encode_words(tokenizer, *passage_words(text, LONGEST_CLAIM)).ids
    return ids if len(ids) <= LONGEST_CLAIM else [*ids[: LONGEST_CLAIM - 1], ids[-1]]


def _sorted_texts(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _passes(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Yield places that share a pass, those of like size together, at most `PASS_PIECES` when padded."""
    batch: list[int] = []
    for place in sorted(range(len(sizes)), key=lambda i: (sizes[i], i)):
        if batch and (len(batch) + 1) * sizes[place] > PASS_PIECES:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def open_comparer(
    folder: Path, options: onnxruntime.SessionOptions, tokenizer: Tokenizer, table: PieceTable
) -> Comparer:
    """Open both halves.

    Args:
        folder: With `claims.onnx` and `pairs.onnx`.
        options: Of both sessions.
        tokenizer: Of the reader's vocabulary.
        table: Embeddings of its pieces.

    Raises:
        ReaderError: A file is missing or damaged.
    """
    try:
        claims, pairs = (
            onnxruntime.InferenceSession(
                folder / name, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
            )
            for name in (CLAIMS, PAIRS)
        )
    except Exception as problem:  # onnxruntime raises classes of its own
        raise ReaderError(f"cannot load the network for pairs from {folder}: {problem}") from problem
    return Comparer(claims, pairs, tokenizer, table)
