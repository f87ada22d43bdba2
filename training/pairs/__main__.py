"""Train the network that reads two claims side by side, and write the files that the package carries.

    VARIORUM_DATA=... VARIORUM_STORIES_TRAIN=... python -m training.pairs --runs runs

Trains once on all stories, for the package, and once for each fold without its stories, for `python -m
training.points --compared runs/pairs`, which is fitted and tried with networks that have not seen the story at hand.
Some ten minutes each on one core, after some more to read the stories; a fold that is there is not trained again.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import torch

from training.pairs.examples import compared_happenings, compared_stories
from training.pairs.export import export_pairs
from training.pairs.fit import fit_pairs
from training.pairs.network import ClaimNetwork
from training.points.folds import FOLDS, fold_of, folder_of
from variorum.reader import load_reader
from variorum.reader.comparer import PAIRS
from variorum.reader.network import WEIGHTS

_ALL = "all"


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"), help="folder of the corpora")
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder for the folds' files")
    parser.add_argument("--only", choices=(_ALL, *map(str, range(FOLDS))), help="one fold, or all stories")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder that the network of all stories goes to")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--steps", type=int, default=None, help="of each, to try the machinery out")
    options = parser.parse_args()
    if options.data is None or options.stories is None:
        parser.error("name the data: --data and --stories, or VARIORUM_DATA and VARIORUM_STORIES_TRAIN")
    torch.set_num_threads(options.threads)
    places = {str(k): folder_of(options.runs / "pairs", k) for k in range(FOLDS)} | {_ALL: options.weights}
    wanted = [options.only] if options.only else [*places]
    todo = [name for name in wanted if name == _ALL or not (places[name] / PAIRS).exists()]
    folders = sorted(p.parent for p in Path(options.stories).glob("*/gold.yaml"))
    if not folders:
        sys.exit(f"no story in {options.stories}")
    lower, reader = ClaimNetwork().eval(), load_reader()
    stories = compared_stories(folders, reader, lower) if todo else []
    events = Path(options.data) / "events" / "ecbplus.train.jsonl"
    happenings = compared_happenings(events, reader, lower) if todo else []
    for name in todo:
        learned = [s for s in stories if name == _ALL or fold_of(s.name, folders) != int(name)]
        print(f"{name}: {len({s.name for s in learned})} stories, {len(happenings)} happenings", flush=True)
        upper = fit_pairs([*learned, *happenings], options.seed, _show, steps=options.steps)
        export_pairs(lower, upper, places[name])
        print(f"wrote {places[name]}", flush=True)


def _show(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
