"""Fit the weights by which a plan finds its outcome, and write the table that the program ships.

    VARIORUM_STORIES_TRAIN=... python -m training.developments

The training stories and the project's own examples are read as `collate` reads them, some minutes. Tried by
cross-validation over stories: the mean F1 of the stories left out, by what a side may hold at most.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import variorum.compare
from eval.gold_file import EXAMPLES, load_gold, stories_below
from eval.laid import Laid
from eval.stories import index_of
from training.developments.fitting import Example, f1, fit_ranking, joined_pairs
from training.points.read import read_story
from variorum.compare.developments import told_developments
from variorum.compare.outcome_features import FEATURES, outcome_features
from variorum.compare.outcome_pairs import outcome_pairs
from variorum.compare.outcomes import rank
from variorum.model import Development
from variorum.reader import Reader, load_reader

_FOLDS = 6


def read_example(folder: Path, reader: Reader) -> Example:
    """Return a story of a folder with `reports/` and `gold.yaml`, read, grouped, and its pairs weighed."""
    story = read_story(folder, reader)
    index = index_of(story, reader)
    pairs = outcome_pairs(index)
    laid = Laid(
        load_gold(folder),
        {
            "reports": [{"id": r.id, "source": r.source, "text": r.text} for r in story.reports],
            "claims": [
                {"id": c.id, "report": c.span.report, "start": c.span.start, "end": c.span.end} for c in story.claims
            ],
        },
    )
    gold = tuple((laid.claims_at_any(d.before), laid.claims_at_any(d.after)) for d in laid.gold.developments)
    return Example(folder.name, index, pairs, outcome_features(index, pairs), gold, joined_pairs(pairs, gold))


def fit(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return the weights fitted on some stories."""
    return fit_ranking([(e.features, e.joined) for e in examples])


def tell(example: Example, weights: NDArray[np.float64]) -> list[Development]:
    """Return a story's developments under given weights."""
    return told_developments(example.index, rank(example.pairs, example.features, weights))


def score(told: Sequence[Development], example: Example) -> float:
    """Return the F1 of a story's developments."""
    return f1([(frozenset(d.before), frozenset(d.after)) for d in told], example.gold)


def rightness(told: Sequence[Development], example: Example) -> NDArray[np.int64]:
    """Return how many are told, how many of them are right on both sides, and how many by their weighed pair alone."""
    right = sum(any({*d.before} & b and {*d.after} & a for b, a in example.gold) for d in told)
    weighed = sum(any(d.weighed[0] in b and d.weighed[1] in a for b, a in example.gold) for d in told)
    return np.array([len(told), right, weighed], np.int64)


def main() -> None:
    """Read, try, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--output", type=Path, default=Path(variorum.compare.__file__).parent / "outcome_weights.json")
    args = parser.parse_args()
    if args.stories is None:
        parser.error("name the stories: --stories, or VARIORUM_STORIES_TRAIN")
    reader = load_reader()
    examples = [read_example(folder, reader) for folder in stories_below([Path(args.stories), EXAMPLES])]
    tried: dict[str, float] = {}
    told, openly = np.zeros(3, np.int64), np.zeros(3, np.int64)
    for k in range(_FOLDS):
        weights = fit([e for i, e in enumerate(examples) if i % _FOLDS != k])
        for example in examples[k::_FOLDS]:
            found = tell(example, weights)
            told += rightness(found, example)
            openly += rightness([d for d in found if d.told_openly], example)
            if example.gold:
                tried[example.name] = score(found, example)
    print(f"mean F1 of {len(tried)} stories left out: {np.mean(list(tried.values())):.3f}", tried, flush=True)
    for name, (count, right, weighed) in (("told", told), ("told openly", openly)):
        print(f"left out, {name}: {count}; right {right}, by the weighed pair alone {weighed}", flush=True)
    fitted = {name: round(float(w), 4) for name, w in zip(FEATURES, fit(examples), strict=True)}
    table = {"made by": "python -m training.developments", "weights": fitted}
    args.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {args.output}")


if __name__ == "__main__":
    main()
