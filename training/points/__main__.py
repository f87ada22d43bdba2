"""Fit the weights of the pair scores and write the table that the program ships.

    VARIORUM_STORIES_TRAIN=... python -m training.points

Both regressions are fitted on clauses that readers marked, with the original encoder's vectors, and tried by
cross-validation over stories. Fitted on claims as the program reads them, points come out a little better on
some stories and origins worse (docs/decisions/0013-no-network-for-pairs.md).
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

import numpy as np

import variorum.align
from eval.oracle import gold_of, load_story
from training.points.fitting import Example, example_of, f1, fit_points, grouped, log_odds_of, table_of
from training.points.labels import labels_of
from training.points.quotations import fit_quotations

_FOLDS = 5
_GIVEN_UP = 0.02  # F1 that a higher bar may cost: what is joined wrongly counts as corroboration, so precision first
_STOPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def _try(examples: list[Example]) -> dict[float, float]:
    """Return the mean F1 over left-out stories for each bar."""
    scores: dict[float, list[float]] = {stop: [] for stop in _STOPS}
    for k in range(_FOLDS):
        weights = fit_points([e for i, e in enumerate(examples) if i % _FOLDS != k])
        for e in examples[k::_FOLDS]:
            for stop in _STOPS:
                scores[stop].append(f1(grouped(e, log_odds_of(e, weights), stop)))
    return {stop: round(float(np.mean(values)), 3) for stop, values in scores.items()}


def _bar(tried: dict[float, float]) -> float:
    """Return the highest bar that costs little against the best one: precision first."""
    return max(s for s in _STOPS if tried[s] >= max(tried.values()) - _GIVEN_UP)


def main() -> None:
    """Read, try, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--output", type=Path, default=Path(variorum.align.__file__).parent / "weights.json")
    args = parser.parse_args()
    if args.stories is None:
        parser.error("name the stories: --stories, or VARIORUM_STORIES_TRAIN")
    folders = sorted(p.parent for p in Path(args.stories).glob("*/gold.yaml"))
    marked = [(folder.name, load_story(folder), gold_of(folder)) for folder in folders]
    examples = [example_of(name, story, labels_of(story, gold)) for name, story, gold in marked]
    tried = _try(examples)
    print("mean F1 of left-out stories by bar:", tried, flush=True)
    table = table_of(fit_points(examples), _bar(tried))
    table |= fit_quotations([(story, gold) for _, story, gold in marked])
    args.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {args.output}, bar {_bar(tried)}")


if __name__ == "__main__":
    main()
