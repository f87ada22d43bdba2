"""What the network learns from: pairs of a story's claims that readers joined, and pairs that they kept apart."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from eval.oracle import gold_of, load_story
from training.pairs.ecb import ecb_stories
from training.pairs.network import ClaimNetwork
from training.points.fitting import Example, example_of
from training.points.labels import labels_of
from training.points.read import read_story
from variorum.align.clustering import Pair
from variorum.model import Story
from variorum.reader import Reader
from variorum.reader.comparer import claim_pieces

_APART = 2.0  # pairs kept apart for each that was joined, in an epoch
_HARD = 0.75  # share of them that are drawn from the nearest
_NEAREST = 6  # of which there are so many for each joined pair
_MOST_READ = 60  # joined pairs of a story as read, in an epoch: many are cuts of the same clauses


@dataclass(frozen=True, eq=False)
class Compared:
    """A story's claims, and its pairs that the gold knows.

    Attributes:
        name: Of the story.
        states: Of the claims of these pairs by row, [pieces, width] each.
        same: Pairs of rows that tell one happening.
        other: Pairs that do not, the nearest by vector first.
        marked: Its claims are clauses that readers marked; else they are as the program reads them.
    """

    name: str
    states: Mapping[int, Tensor]
    same: list[Pair]
    other: list[Pair]
    marked: bool


@dataclass(frozen=True, eq=False)
class Drawn:
    """One pair of an epoch: the states of its claims, and whether they tell one happening."""

    states: tuple[Tensor, Tensor]
    same: bool

    def __len__(self) -> int:
        """Return the pieces of both claims."""
        return len(self.states[0]) + len(self.states[1])


def compared_stories(folders: list[Path], reader: Reader, lower: ClaimNetwork) -> list[Compared]:
    """Return each story twice: its clauses as readers marked them, and its claims as the program reads them."""
    told = [
        (f, gold_of(f), *stories)
        for f in folders
        for stories in ((load_story(f), True), (read_story(f, reader), False))
    ]
    return [
        _compared(
            example_of(folder.name, story, labels_of(story, gold)), story, (reader.tokenizer, lower), marked=marked
        )
        for folder, gold, story, marked in told
    ]


def compared_happenings(path: Path, reader: Reader, lower: ClaimNetwork) -> list[Compared]:
    """Return the happenings of an ECB+ file as stories."""
    return [
        _compared(example_of(name, story, labels), story, (reader.tokenizer, lower), marked=False)
        for name, story, labels in ecb_stories(path, reader)
    ]


def _compared(example: Example, story: Story, by: tuple[Tokenizer, ClaimNetwork], *, marked: bool) -> Compared:
    known = [(pair, label) for pair, label in zip(example.pairs, example.label.tolist(), strict=True) if label >= 0]
    rows = sorted({row for pair, _ in known for row in pair})
    tokenizer, lower = by
    states = lower.states([claim_pieces(tokenizer, example.texts[row]) for row in rows])
    vectors = np.asarray(story.vectors, np.float32)
    other = sorted((pair for pair, label in known if label == 0), key=lambda p: (-_near(vectors, p), p))
    same = [pair for pair, label in known if label == 1]
    return Compared(example.name, dict(zip(rows, states, strict=True)), same, other, marked)


def _near(vectors: NDArray[np.float32], pair: Pair) -> float:
    one, other = vectors[pair[0]], vectors[pair[1]]
    return float(one @ other / max(1e-9, float(np.linalg.norm(one)) * float(np.linalg.norm(other))))


def draw_epoch(stories: list[Compared], rng: random.Random) -> list[Drawn]:
    """Return the pairs of one epoch in random order: all joined ones, and twice as many others, most of them hard."""
    out: list[Drawn] = []
    for story in stories:
        same = story.same
        if not story.marked and len(same) > _MOST_READ:
            same = rng.sample(same, _MOST_READ)
        wanted = _APART * len(same)
        hard = story.other[: _NEAREST * len(same)]
        other = set(rng.sample(hard, min(len(hard), int(_HARD * wanted))))
        other |= set(rng.sample(story.other, min(len(story.other), int((1 - _HARD) * wanted))))
        for pairs, label in ((same, True), (sorted(other), False)):
            out += [Drawn((story.states[i], story.states[j]), label) for i, j in pairs]
    rng.shuffle(out)
    return out


def batches(drawn: list[Drawn], rng: random.Random, size: int, chunk: int) -> list[list[Drawn]]:
    """Return batches of pairs of like length, those of each `chunk` of the order sorted together."""
    out = []
    for at in range(0, len(drawn), chunk):
        part = sorted(drawn[at : at + chunk], key=len)
        out += [part[i : i + size] for i in range(0, len(part), size)]
    rng.shuffle(out)
    return out
