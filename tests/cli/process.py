"""Commands run inside the tests' own process."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from variorum.cli import run


@dataclass(frozen=True)
class Ended:
    """What a command left.

    Attributes:
        exit_code: As the shell sees it.
        stdout_bytes: Written on standard output.
        stderr: Written on standard error.
    """

    exit_code: int
    stdout_bytes: bytes
    stderr: str

    @property
    def stdout(self) -> str:
        """Standard output as text."""
        return self.stdout_bytes.decode("utf-8")

    @property
    def output(self) -> str:
        """Both, for a failing test to show."""
        return self.stdout + self.stderr


def invoke(arguments: Sequence[str]) -> Ended:
    """Run `variorum` with these arguments."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    error = io.StringIO()
    with redirect_stdout(out), redirect_stderr(error):
        try:
            code: object = run(arguments)
        except SystemExit as ended:
            code = ended.code
    out.flush()
    assert isinstance(code, int)
    return Ended(code, out.buffer.getvalue(), error.getvalue())  # type: ignore[attr-defined]
