"""The command `variorum`, also as `python -m variorum`: sets the process up, then hands over to the command line."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line in a process that does one thing and ends.

    - One thread for numpy. Its many small products gain nothing from threads, which only spin on the processors that
      the network needs; OpenBLAS reads the variable when numpy is loaded, so it is set before. What the user set stays.
    - No search for unreachable cycles: next to nothing that a command makes is in one, and the search takes a
      fortieth of the whole time.
    - No clearing up at the end: all outputs are closed when the command returns, and taking some hundred thousand
      objects apart one by one takes a thirtieth of it.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    from variorum.cli import main as run

    code: object = None
    try:
        run()
    except SystemExit as stop:
        code = stop.code
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # closed by us, or by whoever read it
            stream.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    main()
