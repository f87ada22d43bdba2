"""More reports of one event than the examples have: copies with sentences left out and numbers moved."""

from __future__ import annotations

import random
import re
from pathlib import Path

from variorum import Report, read_reports, report_from_text

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "corvina-ferry" / "reports"
LEFT_OUT = 0.2
"""Share of sentences that a copy lacks."""


def reports_of_one_event(count: int, seed: int = 0) -> list[Report]:
    """Return `count` reports: the example's own first, then perturbed copies, always the same.

    Args:
        count: How many; at least 1.
        seed: Of the sentences that are left out and the numbers that are moved.
    """
    own = list(read_reports([str(EXAMPLE)]).reports)
    chance = random.Random(seed)
    copies = [_copy(own[number % len(own)], number, chance) for number in range(len(own), count)]
    return [*own, *copies][:count]


def _copy(report: Report, number: int, chance: random.Random) -> Report:
    """Return a report like another one, with an outlet of its own."""
    lines = [" ".join(_kept(line, chance)) for line in report.text.split("\n")]
    day = report.published.day
    return report_from_text("\n".join(lines), f"outlet-{number:02}.txt", published=day, outlet=f"Outlet {number}")


def _kept(line: str, chance: random.Random) -> list[str]:
    sentences = re.split(r"(?<=[.!?]) ", line)
    if len(sentences) > 1:
        sentences = [s for s in sentences if chance.random() > LEFT_OUT]
    return [re.sub(r"\b\d{2,3}\b", lambda m: str(int(m[0]) + chance.choice([0, 0, 0, 1, 2])), s) for s in sentences]
