"""The training room's one command: check, train, export.

python -m training check
python -m training train --runs RUNS
python -m training export --runs RUNS
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from variorum.reader.network import WEIGHTS


def main() -> None:
    """Parse the command and do it."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("command", choices=("check", "train", "export"))
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"), help="folder of the corpora")
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder for caches and checkpoints")
    parser.add_argument("--steps", type=int, default=4800)
    parser.add_argument("--decay", type=int, default=1300, help="steps over which the learning rate falls to 0")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--limit", type=int, default=None, help="windows of each corpus, to try the machinery out")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder that export writes to")
    options = parser.parse_args()
    if options.data is None or options.stories is None:
        parser.error("name the data: --data and --stories, or VARIORUM_DATA and VARIORUM_STORIES_TRAIN")
    COMMANDS[options.command](options)


def train(options: argparse.Namespace) -> None:
    """Train, going on from the checkpoint where there is one."""
    import torch

    from training.prepare import prepare
    from training.train import Run, Settings

    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    prepared = prepare(Path(options.data), Path(options.stories), options.runs, options.seed, options.limit)
    sizes = {k: len(v) for k, v in prepared.examples.items()}
    print("windows", sizes, "passages", len(prepared.teacher), "pairs", len(prepared.pairs), flush=True)
    settings = Settings(steps=options.steps, decay=options.decay, seed=options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    run = Run(prepared, settings, options.runs / f"seed-{options.seed}", device)
    print("from step", run.step if run.resume() else 0, flush=True)
    run.go(lambda line: print(line, flush=True))


def export(options: argparse.Namespace) -> None:
    """Write the package's files from the run's checkpoint."""
    from training.export import export as write

    write(options.runs / f"seed-{options.seed}" / "checkpoint.pt", options.weights)
    for path in sorted(options.weights.iterdir()):
        print(f"{path.name:20} {path.stat().st_size / 1e6:7.2f} MB")


COMMANDS = {"train": train, "export": export}

if __name__ == "__main__":
    main()
