"""The reader: a report in, what the network found in it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from variorum.model import Reading, Report
from variorum.reader.comparer import Comparer, open_comparer
from variorum.reader.decode import Columns
from variorum.reader.network import WEIGHTS, Floats, Network, load_network, session_options
from variorum.reader.pieces import Pieces, encode_words, passage_words
from variorum.reader.windows import MOST_PIECES, WindowRange, Words, cut_windows, report_words

#: Padded pieces of a pass that several windows share. Titles and captions cost little together;
#: long windows are slower together than one by one, since they leave the cache.
SHARED_PIECES = 128

#: Words of a passage that `Reader.embed` looks at.
LONGEST_PASSAGE = 200

Outputs = tuple[WindowRange, dict[str, Floats]]
"""A window, and what the network gives for its words, see `Network.read_windows`."""


class Reader:
    """Reads reports with the trained network, which is opened at the first call.

    Only windows of one report share a pass, so that a report's reading hangs on nothing but the
    report: the network's int8 activations are scaled by all that shares a pass.
    """

    def __init__(self, path: Path | None = None, *, threads: int | None = None, compared: Path | None = None) -> None:
        """Take the folder of the trained files, None for the package's; `compared` is for those of pairs alone."""
        self._path, self._threads = path or WEIGHTS, threads
        self._compared = compared or self._path
        self._opened: Network | None = None
        self._compares: Comparer | None = None

    @property
    def _network(self) -> Network:
        if self._opened is None:
            self._opened = load_network(self._path, self._threads)
        return self._opened

    @property
    def release(self) -> str:
        """Name of the trained file, with a digest of its weights."""
        return self._network.release

    @property
    def tokenizer(self) -> Tokenizer:
        """The network's."""
        return self._network.tokenizer

    def compare(self, texts: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Floats:
        """Return the log-odds that two claims tell one happening, for each pair of places; see `Comparer.compare`.

        Raises:
            ReaderError: The trained files are missing or damaged.
        """
        if self._compares is None:
            options, network = session_options(self._threads), self._network
            self._compares = open_comparer(self._compared, options, network.tokenizer, network.table)
        return self._compares.compare(texts, pairs)

    def read(self, report: Report) -> Reading:
        """Read one report; a report without words gives a reading without tokens.

        Raises:
            ReaderError: The trained files are missing or damaged.
        """
        return self.decode(report.id, *self.run(report))

    def run(self, report: Report) -> tuple[Words, Iterator[Outputs]]:
        """Return a report's words, and its windows in their order, each passed through the network when it is taken.

        Raises:
            ReaderError: The trained files are missing or damaged.
        """
        network, words = self._network, report_words(report)
        return words, _run_windows(network, words)

    def decode(self, report_id: str, words: Words, outputs: Iterable[Outputs]) -> Reading:
        """Return the reading of what `run` gives."""
        return _reading(report_id, words, _gathered(Columns(words, self._network), outputs))

    def read_all(self, reports: Iterable[Report]) -> list[Reading]:
        """Read reports, in their order; the same as `read` of each."""
        return [self.read(report) for report in reports]

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the meaning of each passage, [N, width], rows of length 1 (0 for one without words)."""
        rows = [self._passage_vector(text) for text in texts]
        width = max((len(r) for r in rows), default=0)
        out = np.zeros((len(rows), width), dtype=np.float32)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return out

    def _passage_vector(self, text: str) -> NDArray[np.float32]:
        words, breaks = passage_words(text, LONGEST_PASSAGE)
        if not words:
            return np.zeros(0, dtype=np.float32)
        pieces = encode_words(self._network.tokenizer, words, breaks)
        while len(pieces.ids) > MOST_PIECES:
            words, breaks = words[: len(words) // 2], breaks[: len(words) // 2]
            pieces = encode_words(self._network.tokenizer, words, breaks)
        mean = self._network.read_windows([pieces])[0]["vectors"].mean(0)
        out: NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return out


def read_words(network: Network, words: Words, columns: Columns | None = None) -> Columns:
    """Run every window of `words`, short ones together, and gather what the network gives in empty `columns`."""
    return _gathered(columns or Columns(words, network), _run_windows(network, words))


def _gathered(columns: Columns, outputs: Iterable[Outputs]) -> Columns:
    for window, out in outputs:
        columns.take(out, window.context, window.start, window.end)
    columns.join_trees()
    return columns


def _run_windows(network: Network, words: Words) -> Iterator[Outputs]:
    windows = [fit for window in cut_windows(words) for fit in _fit(network, words, window)]
    waiting: dict[int, dict[str, Floats]] = {}
    taken = 0
    for batch in batch_windows([len(pieces.ids) for _, pieces in windows]):
        waiting.update(zip(batch, network.read_windows([windows[i][1] for i in batch]), strict=True))
        while taken in waiting:  # in the order of the text: sentences are numbered as they are taken
            yield windows[taken][0], waiting.pop(taken)
            taken += 1


def batch_windows(sizes: Sequence[int], most: int = SHARED_PIECES) -> list[list[int]]:
    """Return numbers of windows, those that share a pass together.

    Args:
        sizes: Pieces of each window.
        most: Padded pieces of a shared pass. A longer window is alone.

    Returns:
        Short windows by length first, then the long ones in their order, so that few outputs wait.
    """
    short = sorted((i for i, size in enumerate(sizes) if 2 * size <= most), key=lambda i: (sizes[i], i))
    out: list[list[int]] = []
    for i in short:
        if out and (len(out[-1]) + 1) * sizes[i] <= most:
            out[-1].append(i)
        else:
            out.append([i])
    return [*out, *([i] for i, size in enumerate(sizes) if 2 * size > most)]


def _fit(network: Network, words: Words, window: WindowRange) -> list[tuple[WindowRange, Pieces]]:
    """Return a window with its pieces; one with too many pieces goes without context, then in halves."""
    breaks = [3, *words.breaks[window.context + 1 : window.end]]
    pieces = encode_words(network.tokenizer, words.text[window.context : window.end], breaks)
    if len(pieces.ids) <= MOST_PIECES:
        return [(window, pieces)]
    if window.context < window.start:
        return _fit(network, words, WindowRange(window.start, window.start, window.end))
    middle = (window.start + window.end) // 2
    halves = (WindowRange(window.start, window.start, middle), WindowRange(middle, middle, window.end))
    return [fit for half in halves for fit in _fit(network, words, half)]


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
        feats=columns.best("feats"),
        sentence=columns.sentence,
        heads=columns.heads,
        deprels=tuple(columns.deprels),
        certainty=columns.certainty,
        licences=columns.best("licence"),
        vectors=columns.vectors,
        happenings=columns.happenings,
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
