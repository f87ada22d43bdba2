"""Fit the weights of the pair scores and write the table that the program ships.

    VARIORUM_STORIES_TRAIN=... python -m training.points --compared runs/pairs

The first look at two claims is fitted on clauses that readers marked, with the original encoder's vectors, and for a
half on claims as the program reads them; the second look on the latter (docs/decisions/0015-a-second-look.md, 0026).
The second look hears the network for pairs: `python -m training.pairs` leaves one for each fold of the stories, which
has not seen them (docs/decisions/0031-two-claims-side-by-side.md). The reader reads every story for that, some minutes.
Quotations are fitted on claims as read. Tried by cross-validation over stories, on claims as read.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

import numpy as np

import variorum.align
from eval.oracle import gold_of, load_story
from training.points.fitting import Example, counts, example_of, f1, fit_points, table_of
from training.points.folds import FOLDS, folder_of
from training.points.labels import labels_of
from training.points.quotations import fit_quotations
from training.points.read import Remembered, read_story
from variorum.reader import Reader, load_reader

_GIVEN_UP = 0.01  # F1 that a higher bar may cost: of bars nearly as good, the one that joins fewer claims wrongly
_STOPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def _try(marked: list[Example], read: list[Example]) -> dict[float, float]:
    """Return the mean F1 over left-out stories, as read, for each bar."""
    scores: dict[float, list[float]] = {stop: [] for stop in _STOPS}
    for k in range(FOLDS):
        rest = [i for i in range(len(read)) if i % FOLDS != k]
        fitted = fit_points([marked[i] for i in rest], [read[i] for i in rest])
        for e in read[k::FOLDS]:
            for stop in _STOPS:
                scores[stop].append(f1(counts(e, fitted, stop)))
    return {stop: round(float(np.mean(values)), 3) for stop, values in scores.items()}


def _bar(tried: dict[float, float]) -> float:
    """Return the highest bar that costs little against the best one: precision first."""
    return max(s for s in _STOPS if tried[s] >= max(tried.values()) - _GIVEN_UP)


def main() -> None:
    """Read, try, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--compared", type=Path, required=True, help="folder of the networks for pairs, one a fold")
    parser.add_argument("--output", type=Path, default=Path(variorum.align.__file__).parent / "weights.json")
    args = parser.parse_args()
    if args.stories is None:
        parser.error("name the stories: --stories, or VARIORUM_STORIES_TRAIN")
    folders = sorted(p.parent for p in Path(args.stories).glob("*/gold.yaml"))
    gold = [gold_of(folder) for folder in folders]
    clauses = [load_story(folder) for folder in folders]
    reader = load_reader()
    stories = [read_story(folder, reader) for folder in folders]
    comparers = [Reader(compared=folder_of(args.compared, k)).compare for k in range(FOLDS)]
    marked = [example_of(f.name, s, labels_of(s, g)) for f, s, g in zip(folders, clauses, gold, strict=True)]
    read = [
        example_of(f.name, s, labels_of(s, g), Remembered(comparers[i % FOLDS]))
        for i, (f, s, g) in enumerate(zip(folders, stories, gold, strict=True))
    ]
    tried = _try(marked, read)
    print("mean F1 of left-out stories by bar:", tried, flush=True)
    table = table_of(fit_points(marked, read), _bar(tried))
    table |= fit_quotations(list(zip(stories, gold, strict=True)))
    args.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {args.output}, bar {_bar(tried)}")


if __name__ == "__main__":
    main()
