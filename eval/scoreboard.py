"""One table: every layer of every story, by what a careful reader marked.

    python -m eval.scoreboard                                the project's own examples
    python -m eval.scoreboard --stories DIR --data DIR       and other stories, and the open corpora [--quick]

`--stories` (or VARIORUM_STORIES) is a story's folder or a folder of them; `--data` (or VARIORUM_DATA) is
the folder of the open corpora, on which every measure of `eval/` then runs, room by room.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from eval.collating import dossier_of
from eval.gold_file import example_stories, load_gold, stories_below
from eval.laid import Laid, stray_spans
from eval.layers import LAYERS, mean, score_story
from eval.open_data import run_measures
from eval.score import Score
from variorum import load_reader

BASELINE: Mapping[str, float] = {
    "roles": 0.84,
    "dates": 0.93,
    "entities": 0.47,
    "attributions": 0.35,
    "certainty": 0.74,
    "times": 0.42,
    "points": 0.30,
    "origins": 0.12,
    "conflicts": 0.0,
    "developments": 0.19,
    "quotations": 0.22,
    "timeline": 0.44,
}
"""Mean of each layer that a page of regular expressions with tf-idf reaches on three public stories."""

Board = dict[str, dict[str, Score]]


def score_folder(story: Path, dossier: Mapping[str, object]) -> dict[str, Score]:
    """Score one dossier.

    Raises:
        ValueError: A span of the dossier lies outside its report.
    """
    stray = stray_spans(dossier)
    if stray:
        raise ValueError(f"{story.name}: {len(stray)} spans lie outside their report, first: {stray[0]}")
    return score_story(Laid(load_gold(story), dossier))


def measure(stories: Sequence[Path]) -> Board:
    """Collate and score every story."""
    reader = load_reader()
    return {story.name: score_folder(story, dossier_of(story, reader)) for story in stories}


def table(board: Board, *, baseline: bool = False) -> str:
    """Draw the board: a row a layer, a column a story, then their mean, then the baseline."""
    names = [name for name in LAYERS if any(name in scores for scores in board.values())]
    heads = [*board, "mean", *(["baseline"] if baseline else [])]
    width = max(12, *(len(head) + 2 for head in heads))
    lines = ["layer".ljust(14) + "".join(head.rjust(width) for head in heads)]
    for name in names:
        values = [scores[name].value if name in scores else None for scores in board.values()]
        known = [value for value in values if value is not None]
        cells = [*values, sum(known) / len(known), *([BASELINE[name]] if baseline else [])]
        lines.append(name.ljust(14) + "".join(_cell(cell).rjust(width) for cell in cells))
    means = [mean(scores) for scores in board.values()]
    totals = [*means, sum(means) / len(means), *([sum(BASELINE.values()) / len(BASELINE)] if baseline else [])]
    lines.append("mean".ljust(14) + "".join(_cell(total).rjust(width) for total in totals))
    traps = sum(scores["conflicts"].traps or 0 for scores in board.values() if "conflicts" in scores)
    lines.append(f"compatible pairs reported as conflicts: {traps}")
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scoreboard."""
    parser = argparse.ArgumentParser(description="Score Variorum against what careful readers marked.")
    parser.add_argument("--stories", nargs="+", type=Path, help="stories, or folders of them (VARIORUM_STORIES)")
    parser.add_argument("--data", type=Path, help="the open corpora (VARIORUM_DATA)")
    parser.add_argument("--quick", action="store_true", help="a part of each open corpus")
    parser.add_argument("--json", action="store_true", help="the stories' figures as JSON")
    options = parser.parse_args(arguments)
    given = options.stories or _from_environment("VARIORUM_STORIES")
    corpora = options.data or next(iter(_from_environment("VARIORUM_DATA")), None)

    boards = {"examples": measure(example_stories())}
    if given:
        boards["stories"] = measure(stories_below(given))
    if options.json:
        print(
            json.dumps({k: {s: {n: asdict(v) for n, v in x.items()} for s, x in b.items()} for k, b in boards.items()})
        )
    else:
        print("\n\n".join(table(board, baseline=name == "stories") for name, board in boards.items()))
    failed = run_measures(Path(corpora).resolve(), quick=options.quick) if corpora else []
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _from_environment(name: str) -> list[Path]:
    value = os.environ.get(name)
    return [Path(value)] if value else []


if __name__ == "__main__":
    sys.exit(main())
