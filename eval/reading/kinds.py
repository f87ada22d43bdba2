"""How well the network reads each genre, each region's English and each outlet.

    python -m eval.reading.kinds [--data DIR] [--weights FOLDER]

Trees by the genres of the two treebanks, names by the region that an outlet of en_worldwide writes from, contents of
attributions by PolNeAR's outlets; all of the dev parts. A group may be two documents: see its interval.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from eval.figures import Figure, table
from eval.reading.documents import read_held
from eval.reading.names import score_names
from eval.reading.scores import Score
from eval.reading.trees import score_trees
from eval.reading.voices import score_voices
from training.windows import Window
from variorum.reader.network import WEIGHTS, Network, load_network

#: Where the outlets of en_worldwide write from, by what their names begin with.
REGIONS = {
    "Africa": "af alg eg ghana mauritius nm panaf sa",
    "Asia": "asia bangladesh cn in jp kr mong my th tw",
    "Australia, New Zealand, Canada": "aus canada nz",
    "Latin America": "arg ecuador hond mex nic pan paraguay peru uruguay ven",
    "Middle East": "iran israel jr kw qt saud uae",
}

TREES = ("LAS, sentences given", "LAS, sentences found", "certainty, mean absolute error")
NAMES = ("names F1, nine classes",)
VOICES = ("content F1, by words", "content with its source, F1")


def genres(path: Path) -> list[str]:
    """Return the genre of each document of a CoNLL-U file, from its id: `weblog-...` in EWT, `GUM_news_...` in GUM."""
    ids = [
        line.split("=", 1)[1].strip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# newdoc id")
    ]
    return [name.split("_")[1] if name.startswith("GUM_") else name.split("-")[0] for name in ids]


def first_parts(path: Path, key: str) -> list[str]:
    """Return what stands before the first underscore of a field, for each document of a JSON Lines file.

    Where a document was annotated by several, only the primary annotation counts.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [str(row[key]).split("_")[0] for row in rows if row.get("primary", True)]


def region(prefix: str) -> str:
    """Return the region of an outlet, the prefix itself where it is not known."""
    return next((name for name, prefixes in REGIONS.items() if prefix in prefixes.split()), prefix)


def by_kind(
    kinds: Sequence[str],
    documents: Sequence[Window],
    score: Callable[[Sequence[Window]], Iterable[Score]],
    wanted: Sequence[str],
) -> list[Figure]:
    """Return the wanted scores of each kind's documents, kinds in alphabetical order.

    Raises:
        ValueError: There are not as many kinds as documents.
    """
    groups: dict[str, list[Window]] = defaultdict(list)
    for kind, document in zip(kinds, documents, strict=True):
        groups[kind].append(document)
    return [
        _named(found.figure(), kind) for kind in sorted(groups) for found in score(groups[kind]) if found.name in wanted
    ]


def _named(figure: Figure, kind: str) -> Figure:
    return replace(figure, name=f"{kind}: {figure.name}", baseline=None, published=None)


def measure(network: Network, data: Path) -> dict[str, list[Figure]]:
    """Return the figures of all kinds by corpus; `data` is the folder of the open corpora."""
    held = read_held(data)
    figures = {}
    for name, documents in held.treebanks.items():
        kinds = genres(data / "treebank" / f"en_{name.lower()}-ud-dev.conllu")
        figures[f"{name} dev"] = by_kind(kinds, documents, lambda d: score_trees(network, d), TREES)
    regions = [region(p) for p in first_parts(data / "entities" / "en_worldwide.dev.jsonl", "outlet")]
    figures["en_worldwide dev"] = by_kind(regions, held.names, lambda d: score_names(network, d), NAMES)
    outlets = first_parts(data / "attribution" / "polnear.dev.jsonl", "doc")
    figures["PolNeAR dev"] = by_kind(outlets, held.voices, lambda d: score_voices(network, d), VOICES)
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Score the network by genre, region and outlet.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    if options.data is None:
        parser.error("name the data: --data or VARIORUM_DATA")
    print(table(measure(load_network(options.weights), Path(options.data))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
