"""The reader: a report in, what the network found in it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from variorum.model import Reading, Report
from variorum.reader.decode import Columns
from variorum.reader.network import WEIGHTS, Network, load_network
from variorum.reader.pairs import clause_pieces, pair_input
from variorum.reader.pieces import encode_words
from variorum.reader.shapes import break_of
from variorum.reader.windows import MOST_PIECES, WindowRange, Words, cut_windows, report_words
from variorum.reader.words import split_words

#: Pairs of clauses in one pass.
PAIR_BATCH = 32

#: Words of a passage that `Reader.embed` looks at.
LONGEST_PASSAGE = 200


class Reader:
    """Reads reports with the trained network, which is opened at the first call.

    Every window of a report is a pass of its own, so that a report's reading hangs on nothing
    but the report: the network's int8 activations are scaled by all that shares a pass.
    """

    def __init__(self, path: Path | None = None, *, threads: int | None = None) -> None:
        self._path, self._threads = path or WEIGHTS, threads
        self._opened: Network | None = None

    @property
    def _network(self) -> Network:
        if self._opened is None:
            self._opened = load_network(self._path, self._threads)
        return self._opened

    @property
    def release(self) -> str:
        """Name of the trained file, with a digest of its weights."""
        return self._network.release

    def read(self, report: Report) -> Reading:
        """Read one report; a report without words gives a reading without tokens.

        Raises:
            ReaderError: The trained files are missing or damaged.
        """
        words = report_words(report)
        return _reading(report.id, words, read_words(self._network, words))

    def read_all(self, reports: Iterable[Report]) -> list[Reading]:
        """Read reports, in their order; the same as `read` of each."""
        return [self.read(report) for report in reports]

    def same_happening(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Return the probability that two clauses tell one happening, [N], whichever comes first.

        Passes are made of pairs of like length in an order of their own, so that the order of
        `pairs` changes nothing.
        """
        if not pairs:
            return np.zeros(0, dtype=np.float32)
        network = self._network
        turned = [(min(a, b), max(a, b)) for a, b in pairs]
        pieces = {text: clause_pieces(network.tokenizer, text) for text in sorted({t for p in turned for t in p})}
        length = {p: len(pieces[p[0]][0]) + len(pieces[p[1]][0]) for p in turned}
        order = sorted(length, key=lambda p: (length[p], p))
        found: dict[tuple[str, str], float] = {}
        for at in range(0, len(order), PAIR_BATCH):
            part = order[at : at + PAIR_BATCH]
            values = network.same([pair_input(pieces[a], pieces[b]) for a, b in part])
            found.update(zip(part, (float(v) for v in values), strict=True))
        return np.array([found[p] for p in turned], dtype=np.float32)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the meaning of each passage, [N, width], rows of length 1 (0 for one without words)."""
        rows = [self._passage_vector(text) for text in texts]
        width = max((len(r) for r in rows), default=0)
        out = np.zeros((len(rows), width), dtype=np.float32)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return out

    def _passage_vector(self, text: str) -> NDArray[np.float32]:
        offsets = split_words(text)[:LONGEST_PASSAGE]
        if not offsets:
            return np.zeros(0, dtype=np.float32)
        words = [text[s:e] for s, e in offsets]
        breaks = [3 if i == 0 else break_of(text[offsets[i - 1][1] : s]) for i, (s, _) in enumerate(offsets)]
        pieces = encode_words(self._network.tokenizer, words, breaks)
        while len(pieces.ids) > MOST_PIECES:
            words, breaks = words[: len(words) // 2], breaks[: len(words) // 2]
            pieces = encode_words(self._network.tokenizer, words, breaks)
        mean = self._network.read_words(pieces)["vectors"].mean(0)
        out: NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return out


def read_words(network: Network, words: Words) -> Columns:
    """Run every window of `words` and gather what the network gives."""
    columns = Columns(words, network)
    for window in cut_windows(words):
        _read_window(network, columns, window)
    return columns


def _read_window(network: Network, columns: Columns, window: WindowRange) -> None:
    """Run one window; one with too many pieces goes without context, then in halves."""
    words = columns.words
    breaks = [3, *words.breaks[window.context + 1 : window.end]]
    pieces = encode_words(network.tokenizer, words.text[window.context : window.end], breaks)
    if len(pieces.ids) <= MOST_PIECES:
        columns.take(network.read_words(pieces), window.context, window.start, window.end)
        return
    if window.context < window.start:
        _read_window(network, columns, WindowRange(window.start, window.start, window.end))
        return
    middle = (window.start + window.end) // 2
    _read_window(network, columns, WindowRange(window.start, window.start, middle))
    _read_window(network, columns, WindowRange(middle, middle, window.end))


def _reading(report_id: str, words: Words, columns: Columns) -> Reading:
    """Decode the gathered outputs."""
    return Reading(
        report=report_id,
        start=np.array(words.start, dtype=np.int32),
        end=np.array(words.end, dtype=np.int32),
        words=tuple(words.text),
        lemmas=columns.lemmas(),
        upos=columns.best("upos"),
        xpos=columns.best("xpos"),
        sentence=columns.sentence,
        heads=columns.heads,
        deprels=tuple(columns.deprels),
        certainty=columns.certainty,
        vectors=columns.vectors,
        entities=columns.entities(),
        attributions=columns.attributions(),
    )


def load_reader(path: Path | None = None, *, threads: int | None = None) -> Reader:
    """Return a reader; its files are opened when it is first used.

    Args:
        path: Folder of the trained files, None for those of the package.
        threads: For one pass, None for one a core. The result does not hang on it.
    """
    return Reader(path, threads=threads)
