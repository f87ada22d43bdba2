"""The commands for dossiers that are there: `show`, `explain` and `schema`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.cli.parsing import Command, add_output_arguments
from variorum.errors import OptionError, OutputError
from variorum.terminal import say, targets_of, write_outputs

if TYPE_CHECKING:
    from variorum.model import Dossier


def _dossier_argument(parser: ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path, metavar="DOSSIER.json", help="a dossier written as .json")


def _show_arguments(parser: ArgumentParser) -> None:
    _dossier_argument(parser)
    add_output_arguments(parser)


def _show(options: Namespace) -> int:
    """Draw a dossier again, as a page or as Markdown, from its .json."""
    targets = targets_of(options.output, options.format)
    write_outputs(_read_dossier(options.dossier), targets)
    return 0


def _explain_arguments(parser: ArgumentParser) -> None:
    _dossier_argument(parser)
    parser.add_argument(
        "part",
        metavar="ID",
        help="of a point (p3), conflict (x1), development (d2), quotation (q1), origin (o4), entry of the timeline "
        "(t5) or claim (report.c7)",
    )


def _explain(options: Namespace) -> int:
    """Say why a part of a dossier is as it is, so that a wrong one can be understood and reported.

    The page shows the ids: they end the address of a card, and stand under its "Why".

        variorum collate guardian.txt reuters.html --output dossier.json
        variorum explain dossier.json x1

    Every claim of the part is shown with its report, line and characters, who says it and by which words that was
    seen, how surely, when, and what it counts. Then what was weighed: for a point the pairs of claims that joined it,
    with what spoke for them and against, and the nearest claims that stayed outside, with the reason; for a conflict or
    a development its two claims, what they came to, and what was needed.

    Exit code 2: no such dossier, or nothing in it has this id (ids near to it are named).
    """
    from variorum.render import explain

    say(explain(_read_dossier(options.dossier), options.part))
    return 0


def _schema_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--of", default="dossier", metavar="dossier|reading", help="what `collate` writes, or what `read` does"
    )


def _schema(options: Namespace) -> int:
    """Print the JSON Schema of a .json that Variorum writes."""
    import json

    from variorum.model.codec import json_schema
    from variorum.render.reading_json import reading_json_schema

    schemas = {"dossier": json_schema, "reading": reading_json_schema}
    if options.of not in schemas:
        raise OptionError(f"--of {options.of}: must be dossier or reading")
    say(json.dumps(schemas[options.of](), indent=1) + "\n")
    return 0


def _read_dossier(path: Path) -> Dossier:
    from variorum.model.codec import from_json

    try:
        text = path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from None
    return from_json(text)


SHOW = Command("show", _show_arguments, _show)
EXPLAIN = Command("explain", _explain_arguments, _explain)
SCHEMA = Command("schema", _schema_arguments, _schema)
