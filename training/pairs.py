"""Pairs of clauses of one story that do or do not tell one happening."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, order=True)
class Pair:
    """Two clauses, given as text.

    Attributes:
        story: Name of the story.
        first: One clause.
        second: The other.
        same: Both tell one happening.
        marked: A reader marked the pair itself as different: a trap, or two readings of one question.
    """

    story: str
    first: str
    second: str
    same: bool
    marked: bool = False


def story_pairs(folder: Path) -> list[Pair]:
    """Return every pair of marked clauses of a story's gold.

    Two clauses of one point are the same; of two points, of two readings of one conflict, of a
    `compatible` pair, and of before and after of a development they are not. A clause that
    stands in two points is left out where it would make a pair of itself.
    """
    gold: dict[str, Any] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    points: list[tuple[str, int]] = []
    for number, point in enumerate(gold.get("points") or []):
        points.extend((" ".join(str(e["quote"]).split()), number) for e in point["evidence"])
    same: set[tuple[str, str]] = set()
    different: dict[tuple[str, str], bool] = {}
    for (a, i), (b, j) in combinations(points, 2):
        key = (min(a, b), max(a, b))
        if a == b:
            continue
        if i == j:
            same.add(key)
        else:
            different.setdefault(key, False)
    for a, b in _marked(gold):
        key = (min(a, b), max(a, b))
        if a != b and key not in same:
            different[key] = True
    name = folder.name
    pairs = [Pair(name, a, b, True) for a, b in same]
    pairs += [Pair(name, a, b, False, marked) for (a, b), marked in different.items() if (a, b) not in same]
    return sorted(pairs)


def _marked(gold: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the pairs that a reader marked as two things."""

    def text(evidence: dict[str, Any]) -> str:
        return " ".join(str(evidence["quote"]).split())

    out = [(text(c["a"]), text(c["b"])) for c in gold.get("compatible") or [] if "a" in c and "b" in c]
    for conflict in gold.get("conflicts") or []:
        for one, other in combinations(conflict["readings"], 2):
            out.extend((text(a), text(b)) for a in one["evidence"] for b in other["evidence"])
    for item in gold.get("developments") or []:
        out.extend((text(a), text(b)) for a in item.get("before") or [] for b in item.get("after") or [])
    return out


def draw_pairs(pairs: Sequence[Pair], closeness: Sequence[float], rng: random.Random) -> list[Pair]:
    """Return the pairs of one story for one epoch: all that are the same, others that are close, and some by chance.

    Close ones are drawn among the pairs that the original encoder finds most alike and readers keep apart;
    of the pairs that a reader marked as different, three in five.

    Args:
        pairs: Of one story.
        closeness: Cosine of each pair by the original encoder.
        rng: Draws.
    """
    same = [p for p in pairs if p.same]
    ranked = sorted(zip(pairs, closeness, strict=True), key=lambda item: (-item[1], item[0]))
    other = [p for p, _ in ranked if not p.same]
    hard = other[: 6 * len(same)]
    chosen = set(rng.sample(hard, min(len(hard), round(1.3 * len(same)))))
    chosen.update(rng.sample(other, min(len(other), round(0.5 * len(same)))))
    chosen.update(p for p in other if p.marked and rng.random() < 0.6)
    return same + sorted(chosen)
