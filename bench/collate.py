"""Time and memory of a dossier against the number of reports, beside a plain peer in the same run.

    python -m bench.collate [--sizes 2 5 10 20 40 80] [--threads N]

Each size runs in a process of its own, so that memory is that size's peak and the cold start is in the time.
`cpu s` is the processors' time, which other work on the machine does not lengthen.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

SIZES = (2, 5, 10, 20, 40, 80)
MEBIBYTE = 1024  # ru_maxrss counts KiB on Linux
COLUMNS = ("reports", "words", "start s", "read s", "compare s", "page s", "total s", "cpu s", "peak MiB", "tf-idf s")


def measure(count: int, threads: int | None) -> dict[str, float]:
    """Collate `count` reports in this process and say how long each part took, in seconds."""
    began = time.perf_counter()
    from bench.variants import reports_of_one_event
    from variorum import collate, load_reader, to_html

    reports = reports_of_one_event(count)
    reader = load_reader(threads=threads)
    marks = {"started": time.perf_counter()}

    def note(what: str, done: int, of: int) -> None:
        if what == "Reading" and done == of:
            marks["read"] = time.perf_counter()

    dossier = collate(reports, reader=reader, progress=note)
    compared = time.perf_counter()
    to_html(dossier)
    ended = time.perf_counter()
    processor = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEBIBYTE

    from bench.peer import clusters

    before = time.perf_counter()
    clusters([report.text for report in reports])
    return {
        "reports": len(reports),
        "words": sum(len(report.text.split()) for report in reports),
        "start s": marks["started"] - began,
        "read s": marks["read"] - marks["started"],
        "compare s": compared - marks["read"],
        "page s": ended - compared,
        "total s": ended - began,
        "cpu s": processor,
        "peak MiB": peak,
        "tf-idf s": time.perf_counter() - before,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one row a size."""
    parser = argparse.ArgumentParser(description="Time and memory of a dossier against the number of reports.")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--threads", type=int, help="of the network; all processors if not given")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(measure(options.one, options.threads)))
        return 0
    print("".join(name.rjust(10) for name in COLUMNS))
    for size in options.sizes:
        command = [sys.executable, "-m", "bench.collate", "--one", str(size)]
        command += ["--threads", str(options.threads)] if options.threads else []
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        row = json.loads(done.stdout)
        print(
            "".join(f"{row[c]:.2f}".rjust(10) if c.endswith(" s") else str(row[c]).rjust(10) for c in COLUMNS),
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
