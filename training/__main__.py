"""The training room's one command: check, train, export, evaluate.

    python -m training check                  are the data there, and do they read?
    python -m training train --runs RUNS      trains both networks, or goes on after a kill
    python -m training export --runs RUNS     writes the package's files from the last checkpoints
    python -m training evaluate               scores them on held-out data, beside the weights

Some three and a half hours on one core; `--only` trains the two networks side by side. Uses a graphics card where
there is one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from training.parts import NETWORKS, ends_of
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
    parser.add_argument("--steps", type=int, default=None, help="steps of each network, to try the machinery out")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", choices=tuple(NETWORKS), help="the network to train; both, one after the other")
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
    """Train the networks, each going on from its checkpoint where there is one."""
    import torch

    from training.train import Run

    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    prepared = _prepared(options)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    for name in NETWORKS if options.only is None else (options.only,):
        run = Run(prepared, _settings(options, name), _run(options) / name, device)
        print(name, "from step", run.step if run.resume() else 0, flush=True)
        run.go(lambda line: print(line, flush=True))


def _run(options: argparse.Namespace) -> Path:
    """Return the folder of the run."""
    return Path(options.runs) / f"seed-{options.seed}"


def _settings(options: argparse.Namespace, name: str) -> Settings:
    """Return a network's settings, with as many steps as were asked for; each network draws by another seed."""
    from training.train import Settings

    settings = Settings(NETWORKS[name], seed=options.seed + list(NETWORKS).index(name))
    return settings if options.steps is None else settings.shortened(options.steps)


def _prepared(options: argparse.Namespace) -> Prepared:
    """Return the training data."""
    from training.prepare import prepare

    prepared = prepare(Path(options.data), Path(options.stories), options.runs, options.seed, options.limit)
    sizes = {k: len(v) for k, v in prepared.examples.items()}
    print("windows", sizes, "passages", len(prepared.teacher), "told", len(prepared.told), flush=True)
    return prepared


def export(options: argparse.Namespace) -> None:
    """Write the package's files from what training left of both networks."""
    from training.export import export as write

    run = _run(options)
    needed = [run / name / file for name in NETWORKS for file in ("checkpoint.pt", *ends_of(name))]
    missing = [str(path) for path in needed if not path.exists()]
    if missing:
        sys.exit(f"not there: {', '.join(missing)}; python -m training train comes first")
    write(run, options.weights, Path(options.data))
    for path in sorted(options.weights.iterdir()):
        print(f"{path.name:20} {path.stat().st_size / 1e6:7.2f} MB")


def evaluate(options: argparse.Namespace) -> None:
    """Score the package's files and write the scores beside them."""
    command = [sys.executable, "-m", "eval.reader", "--weights", str(options.weights)]
    command += ["--data", str(options.data), "--stories", str(options.stories)]
    command += ["--json", str(options.weights / "scores.json")]
    subprocess.run(command, check=True)


COMMANDS = {"check": check, "train": train, "export": export, "evaluate": evaluate}

if __name__ == "__main__":
    main()
