"""The training room's one command: check, train, export, evaluate.

    python -m training check                  are the data there, and do they read?
    python -m training teach --runs RUNS      trains the networks for trees alone that are teachers
    python -m training train --runs RUNS      trains, or goes on after a kill
    python -m training export --runs RUNS     writes the package's files from the last checkpoint
    python -m training evaluate               scores them on held-out data, beside the weights

About three hours on one core; uses a graphics card where there is one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.reader.network import WEIGHTS

if TYPE_CHECKING:
    from training.prepare import Prepared
    from training.train import Settings


def main() -> None:
    """Parse the command and do it."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("command", choices=tuple(COMMANDS))
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"), help="folder of the corpora")
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder for caches and checkpoints")
    parser.add_argument("--steps", type=int, default=None, help="steps of all parts, to try the machinery out")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--teachers", type=int, default=1, help="networks for trees alone")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--limit", type=int, default=None, help="windows of each corpus, to try the machinery out")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder that export writes to")
    options = parser.parse_args()
    if options.data is None or options.stories is None:
        parser.error("name the data: --data and --stories, or VARIORUM_DATA and VARIORUM_STORIES_TRAIN")
    COMMANDS[options.command](options)


def check(options: argparse.Namespace) -> None:
    """Read everything once and count it; a missing or damaged file ends with its name."""
    from collections import Counter

    from training.corpora import all_windows
    from training.happenings import happening_counts, read_ecbplus, read_stories, split_stories

    for part in ("train", "dev"):
        windows: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for window in all_windows(Path(options.data), part, options.seed):
            windows[window.corpus] += 1
            words[window.corpus] += len(window.words)
        for corpus in sorted(windows):
            print(f"{part:6}{corpus:12}{windows[corpus]:7} windows {words[corpus]:9} words")
    for name, stories in zip(("train", "dev"), split_stories(Path(options.stories)), strict=True):
        counts = happening_counts(read_stories(stories))
        print(f"{name:6}{'stories':12}{len(stories):7} stories {counts}")
    for part in ("train", "dev"):
        passages = read_ecbplus(Path(options.data) / "events" / f"ecbplus.{part}.jsonl")
        print(f"{part:6}{'ecbplus':12}{len(passages):7} passages {happening_counts(passages)}")


def train(options: argparse.Namespace) -> None:
    """Train, going on from the checkpoint where there is one; teachers label news before a part learns from it."""
    from training.silver import CORPUS, labelled
    from training.train import Settings, at_step

    prepared, settings = _prepared(options), _shortened(options, Settings(seed=options.seed))
    folder = options.runs / f"seed-{options.seed}"
    before = tuple(takewhile(lambda part: CORPUS not in part.passes, settings.parts))
    if at_step(folder) < sum(part.steps for part in before):
        _go(prepared, replace(settings, parts=before), folder)
    if before != settings.parts:
        teachers = _teachers(options)
        unready = [path.name for path, alone in teachers.items() if at_step(path) < alone.steps]
        if unready:
            sys.exit(f"{', '.join(unready)} not trained to the end: python -m training teach comes first")
        checkpoints = [path / "checkpoint.pt" for path in teachers]
        prepared.examples[CORPUS] = labelled(checkpoints, prepared, options.runs / "silver.pickle")
        _go(prepared, settings, folder)


def teach(options: argparse.Namespace) -> None:
    """Train the teachers of trees."""
    prepared = _prepared(options)
    for folder, settings in _teachers(options).items():
        _go(prepared, settings, folder)


def _teachers(options: argparse.Namespace) -> dict[Path, Settings]:
    """Return the settings of each teacher, by its folder."""
    from training.parts import ALONE
    from training.train import Settings

    seeds = range(options.seed + 1, options.seed + 1 + options.teachers)
    return {options.runs / f"alone-{s}": _shortened(options, Settings(parts=(ALONE,), seed=s)) for s in seeds}


def _shortened(options: argparse.Namespace, settings: Settings) -> Settings:
    """Return the settings with as many steps as were asked for."""
    return settings if options.steps is None else settings.shortened(options.steps)


def _prepared(options: argparse.Namespace) -> Prepared:
    """Return the training data, and say how many threads train."""
    import torch

    from training.prepare import prepare

    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    prepared = prepare(Path(options.data), Path(options.stories), options.runs, options.seed, options.limit)
    sizes = {k: len(v) for k, v in prepared.examples.items()}
    print("windows", sizes, "passages", len(prepared.teacher), "told", len(prepared.told), flush=True)
    return prepared


def _go(prepared: Prepared, settings: Settings, folder: Path) -> None:
    """Train by the settings, going on from the folder's checkpoint where there is one."""
    import torch

    from training.train import Run

    run = Run(prepared, settings, folder, "cuda" if torch.cuda.is_available() else "cpu")
    print(folder.name, "from step", run.step if run.resume() else 0, flush=True)
    run.go(lambda line: print(line, flush=True))


def export(options: argparse.Namespace) -> None:
    """Write the package's files from the run's checkpoint."""
    from training.export import export as write

    write(options.runs / f"seed-{options.seed}" / "checkpoint.pt", options.weights, Path(options.data))
    for path in sorted(options.weights.iterdir()):
        print(f"{path.name:20} {path.stat().st_size / 1e6:7.2f} MB")


def evaluate(options: argparse.Namespace) -> None:
    """Score the package's files and write the scores beside them."""
    command = [sys.executable, "-m", "eval.reader", "--weights", str(options.weights)]
    command += ["--data", str(options.data), "--stories", str(options.stories)]
    command += ["--json", str(options.weights / "scores.json")]
    subprocess.run(command, check=True)


COMMANDS = {"check": check, "teach": teach, "train": train, "export": export, "evaluate": evaluate}

if __name__ == "__main__":
    main()
