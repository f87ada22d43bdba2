"""The command line: parse, call, print.

Written with argparse, which loads at once; the richer libraries bring much with them that every command would wait for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from variorum import __version__
from variorum.cli.dossiers import EXPLAIN, SCHEMA, SHOW
from variorum.cli.parsing import EXIT_NOTHING_MADE, Command, help_of_all, parser_of
from variorum.cli.reports import COLLATE, READ
from variorum.errors import VariorumError
from variorum.terminal import complain, say

COMMANDS: tuple[Command, ...] = (COLLATE, READ, SHOW, EXPLAIN, SCHEMA)
SUMMARY = "Lay several reports of one event side by side: who says what, what differs, and where it is written."


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code.

    Args:
        arguments: Without the program's name.

    Raises:
        SystemExit: Help was asked for, or an argument makes no sense.
    """
    given = [*arguments]
    if given[:1] in (["-h"], ["--help"]):
        say(help_of_all(COMMANDS, SUMMARY))
        return 0
    if given == ["--version"]:
        say(f"variorum {__version__}\n")
        return 0
    if not given:
        sys.stderr.write(help_of_all(COMMANDS, SUMMARY))
        return EXIT_NOTHING_MADE
    command = next((command for command in COMMANDS if command.name == given[0]), None)
    if command is None:
        names = ", ".join(command.name for command in COMMANDS)
        complain(f"{given[0]}: no such command; there are {names} (variorum --help)")
        return EXIT_NOTHING_MADE
    options = parser_of(command).parse_intermixed_args(given[1:])
    try:
        return command.run(options)
    except VariorumError as error:
        complain(str(error))
        return EXIT_NOTHING_MADE


def main() -> None:
    """Run the command line; a closed pipe or Ctrl-C ends it quietly, and a fault of ours is one line.

    With VARIORUM_DEBUG set, the traceback of a fault is shown.
    """
    try:
        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if os.environ.get("VARIORUM_DEBUG"):
            raise
        complain(
            f"a fault of the program, please report it: {type(error).__name__}: {error} (VARIORUM_DEBUG=1 shows where)"
        )
        sys.exit(EXIT_NOTHING_MADE)
