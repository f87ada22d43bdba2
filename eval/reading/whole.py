"""The network as it was before int8, in files that the program can open, to measure what int8 costs.

    python -m eval.reading.whole RUN FOLDER [--weights FOLDER]

Labels, lemma table and vocabulary are taken over from the exported files.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from variorum.reader.network import WEIGHTS


def write_whole(run: Path, folder: Path, weights: Path = WEIGHTS) -> None:
    """Write the float32 network of a run.

    Args:
        run: Folder of the checkpoints that the exported files came from.
        folder: Where to write; made where it is not there.
        weights: The exported files.

    Raises:
        ValueError: A checkpoint is of another step than the exported files.
    """
    from training.export import load_joined, write_networks  # torch is no part of the program

    net, trained = load_joined(run)
    meta = json.loads((weights / "reader.json").read_text(encoding="utf-8"))
    if trained["steps"] != meta["steps"]:
        raise ValueError(f"{run} is at steps {trained['steps']}, the files in {weights} at {meta['steps']}")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(weights / "tokenizer.json", folder / "tokenizer.json")
    meta["release"] = f"{meta['release']}-float32"
    (folder / "reader.json").write_text(json.dumps(meta, ensure_ascii=False) + "\n", encoding="utf-8")
    write_networks(net, folder, whole=True)


def main() -> int:
    """Write the files."""
    parser = argparse.ArgumentParser(description="Write a run's network in float32.")
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    write_whole(options.run, options.folder, options.weights)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
