"""Pairs of clauses that do or do not tell one happening: of one story, or of ECB+'s topics."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from training.corpora import guess_breaks
from training.windows import spell_out


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


def event_pairs(path: Path, shortest: int = 5, longest: int = 40) -> list[Pair]:
    """Return pairs of sentences of ECB+ from different documents of one topic.

    Two sentences are the same when at least half of the events that either marks are marked in
    both, and different when none is; pairs between are left out. Each topic of ECB+ holds two
    like happenings (two fires, two fights), so that many that differ are hard to tell apart.
    """
    topics: dict[str, list[tuple[str, str, frozenset[str]]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        events: dict[int, set[str]] = defaultdict(set)
        for mention in document["mentions"]:
            if mention["event"] and mention["validated"]:
                events[mention["sent"]].add(mention["chain"])
        for number, chains in sorted(events.items()):
            tokens = [t for t, s in zip(document["tokens"], document["sent"], strict=True) if s == number]
            if shortest <= len(tokens) <= longest:
                text = spell_out(tokens, guess_breaks(tokens))
                topics[document["topic"]].append((document["doc_id"], text, frozenset(chains)))
    found: dict[tuple[str, str], Pair] = {}
    for topic, sentences in sorted(topics.items()):
        for (doc, a, these), (other, b, those) in combinations(sentences, 2):
            shared = len(these & those)
            if doc == other or a == b or 0 < shared < 0.5 * len(these | those):
                continue
            first, second = min(a, b), max(a, b)
            found.setdefault((first, second), Pair(f"ecb {topic}", first, second, shared > 0))
    return sorted(found.values())


def split_stories(folder: Path, held_out: int = 5) -> tuple[list[Path], list[Path]]:
    """Return (train, dev) story folders: every seventh by name is held out until `held_out` are."""
    stories = sorted(p.parent for p in folder.glob("*/gold.yaml"))
    dev = stories[3::7][:held_out]
    return [s for s in stories if s not in dev], dev
