"""How well the network reads: each head on held-out data, beside a baseline that needs no training.

    python -m eval.reader [--share 0.2] [--json OUT] [--whole FOLDER]

Scores the exported int8 files as the package runs them: by the metric of the published figure where there is one, with
the number of units and the 95 per cent bootstrap interval over documents. `--whole` names a folder with the same
network in float32 (`python -m eval.reading.whole` writes one); what int8 costs is then printed beside each score.
Data paths come from VARIORUM_DATA and VARIORUM_STORIES_TRAIN unless given.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eval.figures import Figure, as_record, table
from eval.reading.documents import Held, read_held
from eval.reading.happenings import happening_figures
from eval.reading.licences import score_events, score_licences
from eval.reading.names import score_names
from eval.reading.raw import score_raw
from eval.reading.trees import score_trees
from eval.reading.voices import score_voices
from variorum.reader import Reader
from variorum.reader.network import WEIGHTS, load_network


def measure(weights: Path, held: Held, stories: Path | None, threads: int | None = None) -> dict[str, list[Figure]]:
    """Score every head of one network.

    Args:
        weights: Folder of its files.
        held: Held-out documents.
        stories: Folder of the training stories, of which five are held out; None leaves the happenings out.
        threads: Of onnxruntime.

    Returns:
        Figures by corpus.
    """
    network, reader = load_network(weights, threads), Reader(weights, threads=threads)
    figures: dict[str, list[Figure]] = {}
    for name, documents in held.treebanks.items():
        scores = [
            *score_raw(reader, documents),
            *score_trees(network, documents),
            *score_licences(network, documents),
        ]
        figures[f"{name} dev"] = [score.figure() for score in scores]
    figures["en_worldwide dev"] = [score.figure() for score in score_names(network, held.names)]
    figures["PolNeAR dev"] = [score.figure() for score in score_voices(network, held.voices)]
    figures["TimeBank"] = [score.figure() for score in score_events(reader, held.events)]
    if stories is not None:
        figures["held-out stories"] = happening_figures(reader, stories)
    return figures


def with_loss(small: dict[str, list[Figure]], whole: dict[str, list[Figure]]) -> dict[str, list[Figure]]:
    """Return the figures of the int8 network with what float32 gives more (or less) on the same documents."""
    more = {(corpus, f.name): f.value for corpus, found in whole.items() for f in found}
    return {
        corpus: [replace(f, loss=more[corpus, f.name] - f.value) if (corpus, f.name) in more else f for f in found]
        for corpus, found in small.items()
    }


def record(release: str, share: float, figures: dict[str, list[Figure]]) -> dict[str, object]:
    """Return what stands beside the weights: value and baseline by corpus and name, then all that is known of each."""
    scores = {corpus: {f.name: [f.value, f.baseline] for f in found} for corpus, found in figures.items()}
    return {"release": release, "share": share, "scores": scores, "figures": as_record(figures)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Score all heads and print a table."""
    parser = argparse.ArgumentParser(description="Score every head of the network on held-out data.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--whole", type=Path, help="folder of the same network in float32")
    parser.add_argument("--share", type=float, default=1.0, help="share of each set's documents, to be quick")
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--json", type=Path, default=None, help="where to write the scores")
    options = parser.parse_args(arguments)
    if options.data is None:
        parser.error("name the data: --data or VARIORUM_DATA")
    held = read_held(Path(options.data), options.share)
    stories = Path(options.stories) if options.stories else None
    figures = measure(options.weights, held, stories, options.threads)
    if options.whole:
        figures = with_loss(figures, measure(options.whole, held, stories, options.threads))
    release = load_network(options.weights, options.threads).release
    print(f"{release}\n{table(figures)}")
    if options.json is not None:
        options.json.write_text(json.dumps(record(release, options.share, figures)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
