"""Words a second of the reader, from text to `Reading`, beside bare passes of its network over the same windows.

    python -m bench.reader [--reports N] [--threads N] [--rounds N]

Four ways to spend the time, in one run on one machine:

- **text to reading**: `Reader.read_all`, with words, word pieces, the network, and decoding of trees and spans;
- **int8 pass**: the shipped file alone, fed the very arrays that the reader fed it;
- **float32 pass**: the same network with its weights and activations in float32, in onnxruntime (needs `onnx`);
- **torch encoder**: an encoder of the same size in float32 torch, without any head, over the same windows (needs
  `torch`); its weights are random, which changes nothing of its speed.

Each is run once to warm up, then in turn `--rounds` times; the least time counts, since other work on the machine only
ever slows one down, the clock more than the processors' own count.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import onnxruntime

from bench.dequantised import dequantised
from bench.variants import reports_of_one_event
from variorum import Report, load_reader
from variorum.reader.network import WEIGHTS

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
"""Of the encoder, all-MiniLM-L6-v2."""

Feed = dict[str, Any]


class _Listening:
    """A session that keeps what it is fed."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self.session = session
        self.feeds: list[tuple[list[str], Feed]] = []

    def run(self, outputs: list[str], feed: Feed) -> Any:
        """Run the session, and keep the feed."""
        self.feeds.append((outputs, feed))
        return self.session.run(outputs, feed)


def windows_of(reports: Sequence[Report], threads: int | None) -> list[tuple[list[str], Feed]]:
    """Return what the reader feeds its network for these reports, in order."""
    reader = load_reader(threads=threads)
    listening = _Listening(reader._network.session)
    object.__setattr__(reader._network, "session", listening)  # the only place that needs to look inside
    reader.read_all(reports)
    return listening.feeds


def session_of(model: bytes | str, threads: int | None) -> onnxruntime.InferenceSession:
    """Return a session with the reader's own options."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or 0
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def torch_encoder(threads: int | None) -> Callable[[Feed], object]:
    """Return a pass of an encoder of the same size over the embeddings of some windows.

    Raises:
        ImportError: torch is not installed.
    """
    import torch

    if threads:
        torch.set_num_threads(threads)
    layer = torch.nn.TransformerEncoderLayer(WIDTH, HEADS, INNER, activation="gelu", batch_first=True)
    encoder = torch.nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False).eval()

    def run(feed: Feed) -> object:
        with torch.inference_mode():
            hidden = encoder(torch.from_numpy(feed["rows"]), src_key_padding_mask=torch.from_numpy(feed["mask"] == 0))
            return hidden.numpy()

    return run


def fastest(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, tuple[float, float]]:
    """Return the least seconds that each way took by the clock, and by the processors' time; the ways take turns."""
    for way in ways.values():
        way()
    best = dict.fromkeys(ways, (float("inf"), float("inf")))
    for _ in range(rounds):
        for name, way in ways.items():
            began, processor = time.perf_counter(), time.process_time()
            way()
            clock, used = best[name]
            best[name] = min(clock, time.perf_counter() - began), min(used, time.process_time() - processor)
    return best


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each way, and what could not be run."""
    parser = argparse.ArgumentParser(description="Words a second of the reader beside bare passes of its network.")
    parser.add_argument("--reports", type=int, default=10)
    parser.add_argument("--threads", type=int, help="of every way; all processors if not given")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    reports = reports_of_one_event(options.reports)
    feeds = windows_of(reports, options.threads)
    reader = load_reader(threads=options.threads)
    words = sum(len(reading) for reading in reader.read_all(reports))
    whole = session_of(str(WEIGHTS / "reader.onnx"), options.threads)
    ways: dict[str, Callable[[], object]] = {
        "text to reading": lambda: reader.read_all(reports),
        "int8 pass": lambda: [whole.run(outputs, feed) for outputs, feed in feeds],
    }
    missing: list[str] = []
    try:
        plain = session_of(dequantised(WEIGHTS / "reader.onnx"), options.threads)
        ways["float32 pass"] = lambda: [plain.run(outputs, feed) for outputs, feed in feeds]
    except ImportError as error:
        missing.append(f"float32 pass: {error}")
    try:
        encode = torch_encoder(options.threads)
        ways["torch encoder"] = lambda: [encode(feed) for _, feed in feeds]
    except ImportError as error:
        missing.append(f"torch encoder: {error}")
    seconds = fastest(ways, options.rounds)
    pieces = int(sum(np.sum(feed["mask"]) for _, feed in feeds))
    print(f"{len(reports)} reports, {words:,} words, {len(feeds)} passes, {pieces:,} word pieces, context included")
    print(f"{'':18}{'seconds':>10}{'words/s':>10}{'cpu s':>10}{'words/cpu s':>13}{'of int8, by cpu':>17}")
    for name, (clock, used) in seconds.items():
        share = seconds["int8 pass"][1] / used
        print(f"{name:18}{clock:10.2f}{words / clock:10,.0f}{used:10.2f}{words / used:13,.0f}{share:17.2f}")
    print("".join(f"not run: {line}\n" for line in missing), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
