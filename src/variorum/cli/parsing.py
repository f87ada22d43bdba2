"""What a command is, and how its arguments and its help are made."""

from __future__ import annotations

import inspect
import textwrap
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from variorum.terminal import complain, say

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

EXIT_SOME_LEFT_OUT = 1
EXIT_NOTHING_MADE = 2


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the command line.

    Attributes:
        name: What the user types.
        arguments: Adds the command's arguments to its parser.
        run: Does the work and returns the exit code; the first line of its docstring is the command's summary, the
            whole its help.
    """

    name: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]

    @property
    def help(self) -> str:
        """What the command does, as its user reads it."""
        return inspect.cleandoc(self.run.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of the help."""
        return self.help.partition("\n")[0]


class _Parser(ArgumentParser):
    """A parser whose complaint is one line, and whose help is UTF-8 whatever the terminal's encoding."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message} ({self.prog} --help shows how)")
        self.exit(EXIT_NOTHING_MADE)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        if file is None:
            say(self.format_help())
        else:
            super().print_help(file)


def parser_of(command: Command) -> ArgumentParser:
    """Return the parser of one command; options may stand before, between and behind the files."""
    parser = _Parser(
        prog=f"variorum {command.name}",
        description=command.help,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.arguments(parser)
    return parser


def help_of_all(commands: Sequence[Command], summary: str) -> str:
    """Return the help that lists the commands."""
    widest = max(len(command.name) for command in commands)
    listed = "\n".join(f"  {command.name:{widest}}  {command.summary}" for command in commands)
    return textwrap.dedent("""\
        usage: variorum COMMAND ...

        {summary}

        {listed}

        variorum COMMAND --help tells more of a command; variorum --version tells the version.
        """).format(summary=summary, listed=listed)


def positive(text: str) -> int:
    """Return a number of 1 or more.

    Raises:
        ArgumentTypeError: It is none.
    """
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r}: must be a whole number of 1 or more")
    return int(text)


def add_report_arguments(parser: ArgumentParser) -> None:
    """Add what the commands that read reports share."""
    parser.add_argument(
        "reports",
        nargs="+",
        metavar="REPORT",
        help="text, Markdown or saved HTML files (.gz too), or folders of them; one file is one report; "
        "'-' is standard input",
    )
    parser.add_argument(
        "--published",
        action="append",
        default=[],
        metavar="REPORT=DAY",
        help="the day of a report that does not state it, as FILE=2026-11-20; may be given several times",
    )
    parser.add_argument(
        "--outlet",
        action="append",
        default=[],
        metavar="REPORT=NAME",
        help="the outlet of a report that does not state it, as FILE=NAME; may be given several times",
    )
    parser.add_argument("--threads", type=positive, metavar="N", help="processor threads; all, if not given")


def add_output_arguments(parser: ArgumentParser) -> None:
    """Add where a dossier is written, and in which format."""
    parser.add_argument(
        "--output",
        "-o",
        action="append",
        metavar="FILE",
        help="where to write: .html (the page), .md or .json by suffix; '-' is standard output; may be given "
        "several times",
    )
    parser.add_argument("--format", "-f", metavar="html|md|json", help="for outputs whose name does not say")
