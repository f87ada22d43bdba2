"""The network for pairs of clauses at run time: do both tell one happening?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from variorum.reader.pieces import CLS, SEP, PieceTable

#: A clause is cut at this many pieces; the longest that readers marked have about 60.
LONGEST_CLAUSE = 64

#: Padded pieces in one pass.
PASS_PIECES = 1024


def clause_ids(tokenizer: Tokenizer, text: str, longest: int = LONGEST_CLAUSE) -> list[int]:
    """Return the ids of a clause's first `longest` pieces, without special pieces."""
    ids: list[int] = tokenizer.encode(text, add_special_tokens=False).ids
    return ids[:longest]


def pair_input(a: Sequence[int], b: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return (ids, types) of `[CLS] a [SEP] b [SEP]`."""
    return [CLS, *a, SEP, *b, SEP], [0] * (len(a) + 2) + [1] * (len(b) + 1)


@dataclass(frozen=True, eq=False)
class PairNetwork:
    """The trained file, opened.

    Attributes:
        session: Of onnxruntime.
        tokenizer: Of the vocabulary.
        table: Embeddings of the pieces.
    """

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    table: PieceTable

    def same_happening(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Return the probability that two clauses tell one happening, [N], whichever comes first.

        Passes are made of pairs of like length in an order of their own, so that the order of
        `pairs` changes nothing.
        """
        turned = [(min(a, b), max(a, b)) for a, b in pairs]
        ids = {text: clause_ids(self.tokenizer, text) for text in sorted({t for p in turned for t in p})}
        length = {p: len(ids[p[0]]) + len(ids[p[1]]) + 3 for p in turned}
        found: dict[tuple[str, str], float] = {}
        batch: list[tuple[str, str]] = []
        order = sorted(length, key=lambda p: (length[p], p))
        for number, pair in enumerate(order):
            batch.append(pair)
            if number + 1 == len(order) or (len(batch) + 1) * length[order[number + 1]] > PASS_PIECES:
                values = self._run([pair_input(ids[a], ids[b]) for a, b in batch])
                found.update(zip(batch, values.tolist(), strict=True))
                batch = []
        return np.array([found[p] for p in turned], dtype=np.float32)

    def _run(self, inputs: Sequence[tuple[list[int], list[int]]]) -> NDArray[np.float32]:
        """Run one pass."""
        size = max(len(ids) for ids, _ in inputs)
        ids, types = np.zeros((2, len(inputs), size), dtype=np.int64)
        mask = np.zeros((len(inputs), size), dtype=np.float32)
        for row, (one, kinds) in enumerate(inputs):
            ids[row, : len(one)], types[row, : len(one)], mask[row, : len(one)] = one, kinds, 1
        logits = self.session.run(["same"], {"rows": self.table.rows(ids), "mask": mask, "types": types})[0]
        return np.asarray(1.0 / (1.0 + np.exp(-logits)), np.float32)


def open_pairs(path: Path, options: onnxruntime.SessionOptions, tokenizer: Tokenizer, table: PieceTable) -> PairNetwork:
    """Open the trained file; errors are onnxruntime's own."""
    return PairNetwork(
        onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"]), tokenizer, table
    )
