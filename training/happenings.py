"""Passages in which the happenings that are told are numbered: of one story, or of one topic of ECB+."""

from __future__ import annotations

import json
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from eval.folding import fold
from training.corpora import guess_breaks, slice_window
from training.windows import Window, split_text

#: Words of a passage at most, and words of context that ECB+'s sentences get.
LONGEST = 160

#: A mention: half-open range of words, and the happening that they tell.
Mention = tuple[int, int, str]


@dataclass(frozen=True)
class Passage:
    """A passage and the happenings in it.

    Attributes:
        group: Story or topic. Happenings of one group that have different names are different; of
            passages of different groups nothing is known.
        window: The words.
        mentions: What tells a happening, in order of words.
    """

    group: str
    window: Window
    mentions: tuple[Mention, ...]


def read_stories(folders: Iterable[Path]) -> list[Passage]:
    """Return the passages of marked stories that hold a clause of a point; the point is its happening.

    A clause that stands in two points is left out: it would be the same as both, and they differ.
    """
    out: list[Passage] = []
    for folder in folders:
        gold: dict[str, Any] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
        marked: dict[str, dict[str, set[str]]] = {}
        for point in gold.get("points") or []:
            for evidence in point["evidence"]:
                marked.setdefault(evidence["report"], {}).setdefault(evidence["quote"], set()).add(point["id"])
        for report, quotes in sorted(marked.items()):
            path = next(iter(sorted((folder / "reports").glob(f"{report}.*"))))
            text = path.read_text(encoding="utf-8")
            folded = fold(text)
            found = []
            for quote, points in sorted(quotes.items()):
                where = folded.find(quote)
                if where is not None and len(points) == 1:
                    found.append((*where, next(iter(points))))
            out.extend(_cut(folder.name, text, found))
    return out


def _cut(group: str, text: str, found: Sequence[tuple[int, int, str]]) -> list[Passage]:
    """Cut a text into passages of whole paragraphs and keep those that hold a marked clause."""
    offsets, words, breaks = split_text(text)
    starts, ends = [s for s, _ in offsets], [e for _, e in offsets]
    whole = Window("stories", tuple(words), tuple(breaks))
    mentions = sorted((bisect_right(ends, s), bisect_left(starts, e), name) for s, e, name in found)
    out: list[Passage] = []
    at = 0
    while at < len(words):
        end = min(len(words), at + LONGEST)
        paragraph_ends = [i for i in range(at + 1, end + 1) if i == len(words) or breaks[i] >= 2]
        end = paragraph_ends[-1] if paragraph_ends else end
        inside = tuple((a - at, b - at, name) for a, b, name in mentions if at <= a < b <= end)
        if inside:
            out.append(Passage(group, slice_window(whole, at, end), inside))
        at = end
    return out


def read_ecbplus(path: Path) -> list[Passage]:
    """Return the validated sentences of ECB+ with their event mentions, each with the sentence before it."""
    out: list[Passage] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        for number in sorted(document["validated_sents"]):
            rows = [i for i, s in enumerate(document["sent"]) if s in (number - 1, number)][-LONGEST:]
            if not rows:
                continue
            tokens = [document["tokens"][i] for i in rows]
            mentions = tuple(
                (m["tokens"][0] - rows[0], m["tokens"][-1] + 1 - rows[0], m["chain"])
                for m in sorted(document["mentions"], key=lambda m: (m["tokens"], m["id"]))
                if m["event"] and m["validated"] and m["sent"] == number and m["tokens"][0] >= rows[0]
            )
            if mentions:
                window = Window("ecbplus", tuple(tokens), (3, *guess_breaks(tokens)[1:]))
                out.append(Passage(f"ecb {document['topic']}", window, mentions))
    return out


def split_stories(folder: Path, held_out: int = 5) -> tuple[list[Path], list[Path]]:
    """Return (train, dev) story folders: every seventh by name is held out until `held_out` are."""
    stories = sorted(p.parent for p in folder.glob("*/gold.yaml"))
    dev = stories[3::7][:held_out]
    return [s for s in stories if s not in dev], dev


def draw_groups(
    groups: Sequence[str], lengths: Sequence[int], names: Sequence[Sequence[str]], rng: random.Random, most: int
) -> list[list[int]]:
    """Return batches of passage numbers, each of one group, at most `most` padded pieces.

    Args:
        groups: Group of each passage.
        lengths: Pieces of each.
        names: Happenings of each.
        rng: Shuffles passages inside their group, and batches.
        most: Padded size; a passage longer than that is alone.

    Returns:
        Only batches in which some happening is told twice: the others teach nothing.
    """
    by_group: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        by_group.setdefault(group, []).append(number)
    out: list[list[int]] = []
    for _, members in sorted(by_group.items()):
        rng.shuffle(members)
        batch: list[int] = []
        for i in members:
            if batch and (len(batch) + 1) * max(lengths[j] for j in [*batch, i]) > most:
                out.append(batch)
                batch = []
            batch.append(i)
        out.append(batch)
    out = [b for b in out if max(Counter(n for i in b for n in names[i]).values(), default=0) > 1]
    rng.shuffle(out)
    return out


def happening_counts(passages: Iterable[Passage]) -> Mapping[str, int]:
    """Return how many mentions and happenings there are, to print."""
    mentions = 0
    happenings: set[tuple[str, str]] = set()
    for passage in passages:
        mentions += len(passage.mentions)
        happenings.update((passage.group, name) for _, _, name in passage.mentions)
    return {"mentions": mentions, "happenings": len(happenings)}
