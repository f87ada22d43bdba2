"""Everything that can go wrong, as one tree.

    VariorumError
    ├── InputError              one input cannot become a report; the others go on
    │   ├── EmptyInputError     nothing to read in it
    │   ├── NotTextError        binary, of another format, or in no encoding that could be told
    │   ├── TooLargeError       more than the limit
    │   └── UnreadableError     missing, not permitted, damaged
    ├── NoReportsError          no input was left to collate
    ├── ReaderError             the network's files are missing or damaged
    ├── DossierFormatError      a dossier file that is not one, or of another schema
    ├── OptionError             an option that makes no sense
    └── OutputError             an output that cannot be written

Each carries a message that names the file and the reason in one line.
"""

from __future__ import annotations


class VariorumError(Exception):
    """The root: catch it to catch all that Variorum raises on purpose."""


class InputError(VariorumError):
    """One input cannot become a report.

    Attributes:
        source: The path or URL as the user gave it.
        reason: Why, in a few words that can stand after a colon.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class EmptyInputError(InputError):
    """The input holds nothing to read."""


class NotTextError(InputError):
    """The input is no article's text: binary, a feed or a mailbox, or in an encoding that could not be told."""


class TooLargeError(InputError):
    """The input is larger than the limit."""


class UnreadableError(InputError):
    """The input is missing, damaged, or may not be opened."""


class NoReportsError(VariorumError):
    """No input was left that could be collated."""


class ReaderError(VariorumError):
    """The network's files are missing or damaged."""


class DossierFormatError(VariorumError):
    """A file that is no dossier, or one of another schema."""


class OptionError(VariorumError):
    """An option that makes no sense, or a format that cannot be told."""


class OutputError(VariorumError):
    """An output cannot be written."""
