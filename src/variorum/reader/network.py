"""The trained network at run time: files, session, one pass over some windows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from variorum.errors import ReaderError
from variorum.reader.lemmas import LemmaTable
from variorum.reader.pieces import Pieces, PieceTable, load_tokenizer

#: Where the wheel keeps the trained files.
WEIGHTS = Path(__file__).parent / "weights"

#: What the network gives for each word of a window, in the order of its outputs.
TAG_HEADS = ("end", "upos", "xpos", "feats", "entity", "source", "cue", "content", "licence")
OUTPUTS = (*TAG_HEADS, "certainty", "arcs", "rel_child", "rel_head", "links", "vectors", "happenings")

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class RelationScorer:
    """Scores the relations of chosen arcs, so that the network need not score all pairs of words.

    Attributes:
        mix: [R', R * R'], the bilinear form of all R relations side by side.
        bias_child: [R', R].
        bias_head: [R', R].
        bias: [R].
    """

    mix: Floats
    bias_child: Floats
    bias_head: Floats
    bias: Floats

    def score(self, child: Floats, head: Floats) -> Floats:
        """Return [N, R] from the two projections of N arcs, [N, R'] each."""
        size, width = child.shape
        mixed = (child @ self.mix).reshape(size, -1, width)
        out: Floats = np.einsum("nrw,nw->nr", mixed, head) + child @ self.bias_child + head @ self.bias_head + self.bias
        return out


@dataclass(frozen=True, eq=False)
class Network:
    """Everything that the trained files hold, opened.

    Attributes:
        session: Of onnxruntime.
        tokenizer: Of the network's vocabulary.
        table: Embeddings of its pieces.
        labels: Classes of each tagging head and of `relation`, in the order of the outputs.
        lemmas: Lemma rules by tag and ending, see `lemmas.find_lemma`.
        relations: Scorer of arcs.
        release: Name of the trained file, with the digest of its weights.
    """

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    table: PieceTable
    labels: dict[str, tuple[str, ...]]
    lemmas: LemmaTable
    relations: RelationScorer
    release: str

    def read_windows(self, windows: Sequence[Pieces]) -> list[dict[str, Floats]]:
        """Run windows in one pass and return, for each, the outputs of `OUTPUTS` without a batch axis or padding.

        int8 activations are scaled by all that shares a pass, so the last digits hang on the
        windows that are given together.
        """
        shape = (len(windows), max(len(w.ids) for w in windows))
        ids, shapes = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        mask = np.zeros(shape, dtype=np.float32)
        first = np.zeros((len(windows), max(len(w.first) for w in windows)), dtype=np.int64)
        for row, window in enumerate(windows):
            pieces = len(window.ids)
            ids[row, :pieces], shapes[row, :pieces], mask[row, :pieces] = window.ids, window.shapes, 1
            first[row, : len(window.first)] = window.first
        feed = {"rows": self.table.rows(ids), "mask": mask, "shapes": shapes, "first": first}
        values = self.session.run(list(OUTPUTS), feed)
        return [
            {name: _own(name, value[row], len(window.first)) for name, value in zip(OUTPUTS, values, strict=True)}
            for row, window in enumerate(windows)
        ]


def _own(name: str, value: Floats, words: int) -> Floats:
    """Return a window's part of an output, the padded words cut off."""
    if name == "links":
        return value[:, :words, :words]
    if name == "arcs":  # columns: the root, then the words
        return value[:words, : words + 1]
    return value[: words + 1] if name == "rel_head" else value[:words]


def load_network(folder: Path = WEIGHTS, threads: int | None = None) -> Network:
    """Open the trained files.

    Args:
        folder: With `reader.onnx`, `reader.json`, `relations.npz`, `pieces.npy`, `scales.npy` and `tokenizer.json`.
        threads: For one pass; None lets onnxruntime take one a core.

    Raises:
        ReaderError: A file is missing or damaged.
    """
    try:
        meta: dict[str, Any] = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        arrays = np.load(folder / "relations.npz", allow_pickle=False)
        scorer = RelationScorer(*(arrays[k].astype(np.float32) for k in ("mix", "bias_child", "bias_head", "bias")))
        session = onnxruntime.InferenceSession(
            folder / "reader.onnx", session_options(threads), providers=["CPUExecutionProvider"]
        )
        tokenizer = load_tokenizer(str(folder / "tokenizer.json"))
        labels = {head: tuple(values) for head, values in meta["labels"].items()}
        return Network(session, tokenizer, _load_table(folder), labels, meta["lemmas"], scorer, str(meta["release"]))
    except Exception as problem:  # onnxruntime and tokenizers raise classes of their own
        raise ReaderError(f"cannot load the network from {folder}: {problem}") from problem


def _load_table(folder: Path) -> PieceTable:
    """Open the embeddings; their pages are read when they are needed."""
    values = np.load(folder / "pieces.npy", mmap_mode="r", allow_pickle=False)
    return PieceTable(values, np.load(folder / "scales.npy", allow_pickle=False))


def session_options(threads: int | None) -> onnxruntime.SessionOptions:
    """Return how a network is run: on so many threads, None for one a core, which do not wait busily."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or 0
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
