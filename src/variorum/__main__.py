"""The command `variorum`, also as `python -m variorum`: sets the process up, then hands over to the command line."""

from __future__ import annotations

import os


def main() -> None:
    """Run the command line with one thread for numpy.

    Its many small products gain nothing from threads, which only spin on the processors that the network
    needs; OpenBLAS reads the variable when numpy is loaded, so it is set before. What the user set stays.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from variorum.cli import main as run

    run()


if __name__ == "__main__":
    main()
