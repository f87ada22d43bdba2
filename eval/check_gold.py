"""Check that the gold of stories quotes their reports.

python -m eval.check_gold examples/*
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.folding import Folded, fold
from eval.gold import CERTAINTIES, ROLES, GoldStory, Quote
from eval.gold_file import load_gold


def _all_quotes(gold: GoldStory) -> Iterator[tuple[str, Quote]]:
    yield from (("attributions", a.content) for a in gold.attributions)
    yield from (("certainty", c.quote) for c in gold.certainty)
    yield from (("times", t.inside) for t in gold.times)
    yield from (("points", q) for p in gold.points for q in p.evidence)
    yield from (("conflicts", q) for x in gold.conflicts for reading in x.readings for q in reading)
    yield from (("compatible", q) for pair in gold.compatible for q in pair)
    yield from (("developments", q) for d in gold.developments for q in (*d.before, *d.after))
    yield from (("quotations", q) for variants in gold.quotations for q in variants)
    yield from (("timeline", q) for t in gold.timeline for q in t.evidence)


def faults(gold: GoldStory) -> list[str]:
    """Say what is wrong with a gold file, one line each; empty when all is well."""
    texts: dict[str, Folded] = {report: fold(source) for report, source in gold.sources.items()}
    found: list[str] = []
    for layer, quote in _all_quotes(gold):
        times = texts[quote.report].count(quote.text) if quote.report in texts else 0
        if times != 1:
            found.append(f"{layer}: {quote.report} has {times} times: {quote.text}")
    found += [f"certainty: no class {c.value}" for c in gold.certainty if c.value not in CERTAINTIES]
    found += [
        f"times: {t.expression!r} is not in {t.inside.text!r}"
        for t in gold.times
        if fold(t.inside.text).count(t.expression) == 0
    ]
    for report, marks in gold.segments.items():
        starts = [fold(line.strip()).text for line in gold.sources[report].split("\n")]
        for mark in marks:
            if mark.role not in ROLES:
                found.append(f"segments: no role {mark.role}")
            if not any(start.startswith(fold(mark.line).text) for start in starts):
                found.append(f"segments: {report} has no line {mark.line!r}")
    names = " ".join(fold(source).text for source in gold.sources.values())
    found += [f"entities: no report has {a!r}" for e in gold.entities for a in e.aliases if fold(a).text not in names]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the gold of the given story folders; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Check that the gold of stories quotes their reports.")
    parser.add_argument("stories", nargs="+", type=Path)
    wrong = 0
    for folder in parser.parse_args(arguments).stories:
        for fault in faults(load_gold(folder)):
            wrong += 1
            print(f"{folder.name}: {fault}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
