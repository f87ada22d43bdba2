"""Can two sentences both hold? EQUATE, Breaking-NLI and ClaimDiff, each beside the class that is most frequent.

    python -m eval.contradiction --data DIR [--most N] [--cache DIR]

*Slots alone* compares the typed slots of the two sentences and gives one of three labels. *Whole program* makes a
dossier of the two sentences and asks whether it reports a conflict: made for reports of one event and to be silent
where it is not sure, so its share of contradictions found stands beside the share of its alarms that are false.
Each corpus is thinned to a fixed draw of `--most` pairs (the whole program takes a tenth of them).
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from eval.contradiction.claims import claim_features, folded_f1, rule_f1
from eval.contradiction.corpora import Pair, read_breaking, read_claimdiff, read_equate
from eval.contradiction.dossiers import conflicts_of, thinned
from eval.contradiction.slots import judge
from eval.figures import Figure, as_record, f_score, table
from eval.readings import KeptReader
from variorum.reader import load_reader

EQUATE = ("StressTest", "AWPNLI", "RedditNLI")
CATEGORIES = ("cardinals", "nationalities", "antonyms", "synonyms")
"""Of Breaking-NLI; nothing in `synonyms` is a contradiction, so it shows false alarms."""


def slot_figure(name: str, pairs: Sequence[Pair]) -> Figure:
    """Return the accuracy of the slots alone over three labels, beside always saying the most frequent."""
    right = sum(judge(p.premise, p.hypothesis) == p.label for p in pairs)
    most = Counter(p.label for p in pairs).most_common(1)[0]
    return Figure(
        name=f"{name}, slots alone: accuracy",
        value=right / len(pairs),
        units=len(pairs),
        unit="pairs",
        baseline=most[1] / len(pairs),
        simple=f"always {most[0]}",
    )


def program_figures(name: str, pairs: Sequence[Pair], reader: KeptReader) -> list[Figure]:
    """Return the share of contradictions and the share of other pairs that get a conflict in a dossier."""
    found: dict[bool, list[bool]] = {True: [], False: []}
    for p in pairs:
        found[p.label == "contradiction"].append(bool(conflicts_of(p.premise, p.hypothesis, reader)))
    words = {True: "contradictions reported", False: "others reported"}
    return [
        Figure(name=f"{name}, program: {words[kind]}", value=sum(v) / len(v), units=len(v), unit="pairs")
        for kind, v in found.items()
        if v
    ]


def claimdiff_figures(path: Path, most: int, reader: KeptReader) -> list[Figure]:
    """Return F1 of *weakens*: by the program's conflicts, and by a regression, five-fold over topics."""
    pairs = read_claimdiff(path)
    pairs = [pairs[i] for i in thinned(len(pairs), most)]
    features = np.array([claim_features(pair, reader) for pair in pairs])
    weakens = np.array([pair.weakens for pair in pairs])
    always = f_score(int(weakens.sum()), len(pairs), int(weakens.sum()))
    found = {
        "rules alone": rule_f1(features, weakens),
        "regression": folded_f1(features, weakens, [p.topic for p in pairs]),
    }
    return [
        Figure(
            name=f"weakens, {how}: F1",
            value=value,
            units=len(pairs),
            unit="pairs",
            baseline=always,
            simple="always yes",
        )
        for how, value in found.items()
    ]


def measure(folder: Path, most: int, reader: KeptReader) -> dict[str, list[Figure]]:
    """Return the figures by corpus.

    Args:
        folder: `contradiction/` of the open corpora.
        most: Pairs of each set that the slots judge; the program takes a tenth of them, and all of ClaimDiff.
        reader: Reads the sentences.
    """
    sets = {f"EQUATE {name}": read_equate(folder / f"{name}.csv") for name in EQUATE}
    breaking = read_breaking(folder / "breaking_nli.jsonl")
    sets |= {f"Breaking-NLI {name}": [p for p in breaking if p.group == name] for name in CATEGORIES}
    figures: dict[str, list[Figure]] = {}
    for name, pairs in sets.items():
        corpus, part = name.split()
        figures.setdefault(corpus, []).append(slot_figure(part, [pairs[i] for i in thinned(len(pairs), most)]))
        few = [pairs[i] for i in thinned(len(pairs), max(1, most // 10))]
        figures[corpus] += program_figures(part, few, reader)
    figures["ClaimDiff train"] = claimdiff_figures(folder / "claimdiff.train.jsonl", most, reader)
    return figures


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Contradiction on public corpora.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"), help="the open corpora")
    parser.add_argument("--most", type=int, default=2000, help="pairs of each set at most")
    parser.add_argument("--cache", type=Path, help="folder to keep readings in")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    if options.data is None:
        parser.error("name the data: --data or VARIORUM_DATA")
    figures = measure(Path(options.data) / "contradiction", options.most, KeptReader(load_reader(), options.cache))
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(as_record(figures), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
