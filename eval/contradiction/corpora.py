"""Readers of the corpora of contradiction: each gives pairs of sentences with a label."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Label = Literal["entailment", "neutral", "contradiction"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences.

    Attributes:
        premise: What is told.
        hypothesis: What is held against it.
        label: Whether the hypothesis follows from the premise, is open, or cannot hold beside it.
        group: Category or topic that the pair stands in; empty where the corpus has none.
    """

    premise: str
    hypothesis: str
    label: Label
    group: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims of ClaimDiff, from two outlets on one event.

    Attributes:
        first: Claim of one outlet.
        second: Claim of the other.
        weakens: Readers found that the second makes the first less credible.
        topic: The event.
    """

    first: str
    second: str
    weakens: bool
    topic: str


def read_equate(path: Path) -> list[Pair]:
    """Return the pairs of one file of EQUATE (`premise,hypothesis,label,...`), in its order.

    Raises:
        ValueError: A label is none of the three.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(row["premise"].strip(), row["hypothesis"].strip(), _label(row["label"]))
            for row in csv.DictReader(file)
        ]


def read_breaking(path: Path) -> list[Pair]:
    """Return the pairs of Breaking-NLI, one word apart, with their categories, in the file's order."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Pair(row["sentence1"], row["sentence2"], _label(row["gold_label"]), row["category"]) for row in rows]


def read_claimdiff(path: Path) -> list[ClaimPair]:
    """Return the pairs of ClaimDiff in the file's order."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [ClaimPair(row["claim_a"], row["claim_b"], str(row["weaken"]) == "1", row["topic"]) for row in rows]


def _label(text: str) -> Label:
    for label in ("entailment", "neutral", "contradiction"):
        if text.strip() == label:
            return label
    raise ValueError(f"no label of three: {text!r}")
