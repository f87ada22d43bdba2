"""What one cold `variorum collate` to a page costs, beside processes that do only what it cannot do without.

    python -m bench.cold [REPORT ...] [--rounds N] [--threads N]

Four processes, each started anew in every round:

- **interpreter**: Python starts and ends;
- **libraries**: it also imports the libraries that the network and the page need;
- **network**: it also opens the network and makes its passes over these reports' windows, and does nothing else;
- **page**: `variorum collate` from the files to the page.

The least of the rounds counts: other work on the machine only ever slows one down, the clock more than the processors'
own time. Reports are five that were made of an example, unless files or folders are given. Python's compiled files are
used where they are there, as after an install; `PYTHONDONTWRITEBYTECODE` and no `./dev` before would add their making.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.reader import windows_of
from bench.variants import reports_of_one_event
from variorum import Report, read_reports
from variorum.reader.network import OUTPUTS, WEIGHTS

LIBRARIES = "import jinja2, numpy, onnxruntime, rapidfuzz, tokenizers"
PASSES = f"""
{LIBRARIES}
import sys
options = onnxruntime.SessionOptions()
options.intra_op_num_threads, options.inter_op_num_threads = int(sys.argv[3]), 1
options.add_session_config_entry("session.intra_op.allow_spinning", "0")
session = onnxruntime.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
feeds = numpy.load(sys.argv[2])
for number in range(int(feeds["passes"])):
    feed = {{name: feeds[f"{{name}}-{{number}}"] for name in ("rows", "mask", "shapes", "first")}}
    session.run({list(OUTPUTS)!r}, feed)
"""
MEBIBYTE = 1024  # ru_maxrss counts KiB on Linux


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost.

    Attributes:
        clock: Seconds from start to end.
        processor: Seconds of all processors together.
        peak: Most memory of any process so far, in MiB.
    """

    clock: float
    processor: float
    peak: int


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command in a process of its own and return what it cost.

    Raises:
        CalledProcessError: It failed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    clock = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Cost(clock, used, after.ru_maxrss // MEBIBYTE)


def commands(reports: Sequence[Report], folder: Path, threads: int | None) -> dict[str, list[str]]:
    """Return the processes by name, the least first; what they need is written to `folder`."""
    inputs = folder / "reports"
    inputs.mkdir()
    for report in reports:
        (inputs / f"{report.id}.txt").write_text(report.text, encoding="utf-8")
    feeds = [feed for _, feed in windows_of(read_reports([str(inputs)]).reports, threads)]
    arrays = {f"{name}-{number}": array for number, feed in enumerate(feeds) for name, array in feed.items()}
    np.savez(folder / "feeds.npz", passes=np.array(len(feeds)), **arrays)
    python = [sys.executable, "-c"]
    page = [sys.executable, "-m", "variorum", "collate", str(inputs), "--output", str(folder / "dossier.html")]
    return {
        "interpreter": [*python, ""],
        "libraries": [*python, LIBRARIES],
        "network": [*python, PASSES, str(WEIGHTS / "reader.onnx"), str(folder / "feeds.npz"), str(threads or 0)],
        "page": [*page, "--threads", str(threads)] if threads else page,
    }


def least(processes: dict[str, list[str]], rounds: int) -> dict[str, Cost]:
    """Run every process once a round, in turn, and return the least that each cost."""
    costs: dict[str, list[Cost]] = {name: [] for name in processes}
    for _ in range(rounds):
        for name, command in processes.items():
            costs[name].append(cost_of(command))
    return {
        name: Cost(min(c.clock for c in all_), min(c.processor for c in all_), all_[0].peak)
        for name, all_ in costs.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one row a process."""
    parser = argparse.ArgumentParser(description="What one cold collation costs, beside what it cannot do without.")
    parser.add_argument("reports", nargs="*", metavar="REPORT", help="files or folders; five made reports if none")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, help="of the network; all processors if not given")
    options = parser.parse_args(arguments)
    reports = list(read_reports(options.reports).reports) if options.reports else reports_of_one_event(5)
    words = sum(len(report.text.split()) for report in reports)
    print(f"{len(reports)} reports, {words} words\n{'process':12}{'clock s':>10}{'cpu s':>10}{'peak MiB':>10}")
    with tempfile.TemporaryDirectory() as place:
        for name, cost in least(commands(reports, Path(place), options.threads), options.rounds).items():
            print(f"{name:12}{cost.clock:10.2f}{cost.processor:10.2f}{cost.peak:10}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
