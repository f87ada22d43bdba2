"""Every measure on the open corpora, in the order in which a report goes through the program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Measure:
    """One module of `eval/` that measures on open data when it is run with `--data DIR`.

    Attributes:
        heading: Room of the program, and what of it is measured.
        module: Name of the module.
        against: What its figures stand against, where the module does not print that beside each.
        quick: Arguments that make it measure on a part of the data.
    """

    heading: str
    module: str
    against: str = ""
    quick: tuple[str, ...] = ()


MEASURES = (
    Measure("ingest: the article in a web page", "eval.pages"),
    Measure(
        "moments: days of time expressions",
        "eval.times",
        "TempEval-3, value F1: HeidelTime 0.776, UWTime 0.824 (their test set, TimeBank and AQUAINT to train on)",
    ),
    Measure("reader: each head of the network", "eval.reader", quick=("--share", "0.1")),
    Measure(
        "annotate: who says what, through the claims",
        "eval.attribution",
        "Citron on PARC 3, by words, parts of a quotation one by one: content 0.833, source 0.853",
        ("--share", "0.1"),
    ),
    Measure("annotate: certainty, through the claims", "eval.commitment", "the majority, which it prints"),
    Measure("align: mentions of one event", "eval.coreference"),
    Measure("align: reports of one event, and near-copies", "eval.clusters"),
    Measure("compare: what cannot both hold", "eval.contradiction", quick=("--most", "200")),
)


def run_measures(data: Path, *, quick: bool = False, measures: Sequence[Measure] = MEASURES) -> list[str]:
    """Run every measure in a process of its own and let it print.

    Args:
        data: Folder of the open corpora.
        quick: Measure on a part of the data where a measure allows it.
        measures: In the order to be run.

    Returns:
        The modules that failed.
    """
    failed = []
    for measure in measures:
        print(f"\n== {measure.heading} ({measure.module})", flush=True)
        if measure.against:
            print(f"against: {measure.against}", flush=True)
        command = [sys.executable, "-m", measure.module, "--data", str(data), *(measure.quick if quick else ())]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(measure.module)
    return failed
