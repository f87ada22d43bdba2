"""Fit the weights of the pair scores and write the table that the program ships.

    VARIORUM_STORIES_TRAIN=... python -m training.points

The regressions are fitted on claims as the program reads them: on clauses that readers marked they come
out less good (F1 of points 0.47 against 0.49, cross-validated over stories). The second one, which listens
to the network for pairs, is fitted on the stories that this network's training held out. Quotations are
fitted on marked clauses.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

import numpy as np

import variorum.align
from eval.oracle import gold_of, load_story
from training.happenings import split_stories
from training.points.fitting import (
    Example,
    example_asked,
    example_of,
    f1,
    first_log_odds,
    fit_first,
    fit_second,
    grouped,
    second_log_odds,
    table_of,
)
from training.points.labels import labels_of
from training.points.quotations import fit_quotations
from training.points.stories import read_story
from variorum.reader import load_reader

_FOLDS = 5
_GIVEN_UP = 0.02  # F1 that a higher bar may cost: what is joined wrongly counts as corroboration, so precision first
_STOPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def _try_first(examples: list[Example]) -> dict[float, float]:
    """Return the mean F1 over left-out stories for each bar, without the network."""
    scores: dict[float, list[float]] = {stop: [] for stop in _STOPS}
    for k in range(_FOLDS):
        first = fit_first([e for i, e in enumerate(examples) if i % _FOLDS != k])
        for e in examples[k::_FOLDS]:
            for stop in _STOPS:
                scores[stop].append(f1(grouped(e, first_log_odds(e, first), stop)))
    return {stop: round(float(np.mean(values)), 3) for stop, values in scores.items()}


def _try_second(fresh: list[Example], first: np.ndarray) -> dict[float, float]:  # type: ignore[type-arg]
    """Return the mean F1 over the stories new to the network, each left out of the fit in turn."""
    scores: dict[float, list[float]] = {stop: [] for stop in _STOPS}
    for e in fresh:
        second = fit_second([x for x in fresh if x is not e], first)
        for stop in _STOPS:
            scores[stop].append(f1(grouped(e, second_log_odds(e, first, second), stop)))
    return {stop: round(float(np.mean(values)), 3) for stop, values in scores.items()}


def _bar(tried: dict[float, float]) -> float:
    """Return the highest bar that costs little against the best one: precision first."""
    return max(s for s in _STOPS if tried[s] >= max(tried.values()) - _GIVEN_UP)


def main() -> None:
    """Read, fit, try, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--reader", type=Path, help="folder of the network's files; the shipped ones by default")
    parser.add_argument("--output", type=Path, default=Path(variorum.align.__file__).parent / "weights.json")
    args = parser.parse_args()
    if args.stories is None:
        parser.error("name the stories: --stories, or VARIORUM_STORIES_TRAIN")
    folders = sorted(p.parent for p in Path(args.stories).glob("*/gold.yaml"))
    reader = load_reader(args.reader)
    stories = {folder: read_story(folder, reader) for folder in folders}
    labels = {folder: labels_of(story, gold_of(folder)) for folder, story in stories.items()}
    examples = [example_of(f.name, story, labels[f]) for f, story in stories.items()]
    alone = _try_first(examples)
    print("without the network, mean F1 of left-out stories by bar:", alone, flush=True)
    first = fit_first(examples)
    held_out = split_stories(Path(args.stories))[1]
    fresh = [example_asked(f.name, stories[f], labels[f], first, reader.same_happening) for f in held_out]
    tried = _try_second(fresh, first)
    print("with the network, on stories new to it:", tried)
    second = fit_second(fresh, first)
    table = table_of(first, second, (_bar(alone), _bar(tried))) | fit_quotations(
        [(load_story(f), gold_of(f)) for f in folders]
    )
    args.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {args.output}: bars {_bar(alone)} and {_bar(tried)},")
    print(f"first score {second[1]:.2f}, network {second[2]:.2f}")


if __name__ == "__main__":
    main()
