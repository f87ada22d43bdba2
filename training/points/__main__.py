"""Fit the weights of the pair score and write the table that the program ships.

    VARIORUM_STORIES_TRAIN=... python -m training.points            read the stories, fit, print, write
    python -m training.points --gold-clauses                        on the clauses that readers marked

The first regression is fitted on all stories and tried by cross-validation over stories. The second,
which listens to the network, is fitted on the stories that the network's own training held out.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

import numpy as np

import variorum.align
from eval.oracle import cosine_same_happening, gold_of
from training.pairs import split_stories
from training.points.fitting import Example, example_of, f1, first_log_odds, fit_first, fit_second, grouped, table_of
from training.points.labels import labels_of
from training.points.stories import cached_story
from variorum.reader import load_reader

_FOLDS = 5
_STOPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def _folds(examples: list[Example]) -> list[tuple[list[Example], list[Example]]]:
    """Return (rest, left out) for each fold, stories dealt out in order."""
    return [([e for i, e in enumerate(examples) if i % _FOLDS != k], examples[k::_FOLDS]) for k in range(_FOLDS)]


def _try_first(examples: list[Example]) -> dict[float, float]:
    """Return the mean F1 over left-out stories for each bar, without the network."""
    scores: dict[float, list[float]] = {stop: [] for stop in _STOPS}
    for rest, left_out in _folds(examples):
        first = fit_first(rest)
        for e in left_out:
            for stop in _STOPS:
                scores[stop].append(f1(grouped(e, first_log_odds(e, first), stop)))
    return {stop: float(np.mean(values)) for stop, values in scores.items()}


def _try_second(fresh: list[Example], examples: list[Example]) -> dict[float, float]:
    """Return the mean F1 over the stories new to the network, each left out of both fits in turn."""
    scores: dict[float, list[float]] = {stop: [] for stop in _STOPS}
    for e in fresh:
        assert e.network is not None
        first = fit_first([x for x in examples if x is not e])
        second = fit_second([x for x in fresh if x is not e], first)
        odds = second[0] + second[1] * first_log_odds(e, first) + second[2] * e.network
        for stop in _STOPS:
            scores[stop].append(f1(grouped(e, odds, stop)))
    return {stop: float(np.mean(values)) for stop, values in scores.items()}


def main() -> None:
    """Read, fit, try, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--gold-clauses", action="store_true", help="claims are the marked clauses; no reader")
    parser.add_argument("--cache", type=Path, help="folder that keeps read stories")
    parser.add_argument("--output", type=Path, default=Path(variorum.align.__file__).parent / "weights.json")
    args = parser.parse_args()
    if args.stories is None:
        parser.error("name the stories: --stories, or VARIORUM_STORIES_TRAIN")
    reader = None if args.gold_clauses else load_reader()
    _, held_out = split_stories(args.stories)
    fresh_names = {p.name for p in held_out}
    examples = []
    for folder in sorted(p.parent for p in args.stories.glob("*/gold.yaml")):
        story = cached_story(folder, reader, args.cache)
        network = reader.same_happening if reader else cosine_same_happening
        asked = network if folder.name in fresh_names else None
        examples.append(example_of(folder.name, story, labels_of(story, gold_of(folder)), asked))
    tried = _try_first(examples)
    print("without the network, mean F1 of left-out stories by bar:", {k: round(v, 3) for k, v in tried.items()})
    fresh = [e for e in examples if e.network is not None]
    with_network = _try_second(fresh, examples)
    print("with the network, on stories new to it:", {k: round(v, 3) for k, v in with_network.items()})
    first = fit_first(examples)
    second = fit_second(fresh, first)
    stop = max(_STOPS, key=lambda s: (with_network[s] + tried[s], s))
    args.output.write_text(json.dumps(table_of(first, second, stop), indent=1) + "\n", encoding="utf-8")
    print(f"wrote {args.output}: bar {stop}, network {second[2]:.2f}, first score {second[1]:.2f}")


if __name__ == "__main__":
    main()
