"""The quality gate: scores of the examples may not fall below `floors.toml`, and floors only rise.

    python -m eval.floors            fails when a layer is below its floor, or a floor was lowered
    python -m eval.floors --raise    lifts every floor to what is measured now, less the slack

A floor that has to come down names, in the table `[lowered]`, the file under docs/decisions/ that says why:

    [lowered]
    "corvina-ferry.points" = "docs/decisions/0007-smaller-reader.md"
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.gold_file import example_stories
from eval.scoreboard import measure

ROOT = Path(__file__).resolve().parent.parent
FILE = "eval/floors.toml"
SLACK = 0.05
"""Layers of an example have some ten to fifty items, and int8 arithmetic differs a little between processors."""

Floors = dict[str, float]
"""Floors by `story.layer`."""


def parse(text: str) -> tuple[Floors, dict[str, str]]:
    """Read a floors file: floors by `story.layer`, and the decisions that let some come down."""
    tables = tomllib.loads(text)
    lowered: dict[str, str] = tables.pop("lowered", {})
    return {f"{story}.{layer}": float(v) for story, layers in tables.items() for layer, v in layers.items()}, lowered


def draw(floors: Mapping[str, float], lowered: Mapping[str, str]) -> str:
    """Write floors as the file holds them."""
    lines = ["# Lowest score of each layer; only `python -m eval.floors --raise` writes here."]
    stories = dict.fromkeys(key.split(".")[0] for key in floors)
    for story in stories:
        lines += ["", f"[{story}]"]
        lines += [f"{key.split('.')[1]} = {value:.2f}" for key, value in floors.items() if key.split(".")[0] == story]
    if lowered:
        lines += ["", "[lowered]", *(f'"{key}" = "{path}"' for key, path in lowered.items())]
    return "\n".join(lines) + "\n"


def below(scores: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Name each floor that a score does not reach; a layer that is gone reaches none."""
    return [
        f"{key}: {scores[key]:.3f} is below its floor {floor:.2f}" if key in scores else f"{key}: not measured any more"
        for key, floor in floors.items()
        if scores.get(key, -1.0) < floor
    ]


def sunk(floors: Mapping[str, float], earlier: Sequence[Mapping[str, float]], allowed: Mapping[str, str]) -> list[str]:
    """Name each floor that is lower than it has been, or gone, without a decision.

    Args:
        floors: As they are now.
        earlier: As they were in each committed version.
        allowed: Decisions by floor; a file that does not exist allows nothing.
    """
    highest: Floors = {}
    for version in earlier:
        for key, floor in version.items():
            highest[key] = max(floor, highest.get(key, 0.0))
    decided = {key for key, path in allowed.items() if (ROOT / path).is_file()}
    return [
        f"{key}: the floor was {floor:.2f} and is {floors.get(key, 0.0):.2f}; a decision must say why"
        for key, floor in highest.items()
        if floors.get(key, 0.0) < floor and key not in decided
    ]


def lifted(scores: Mapping[str, float], floors: Mapping[str, float]) -> Floors:
    """Return floors raised to the scores less the slack; none comes down."""
    reached = {key: max(0.0, int((score - SLACK) * 100) / 100) for key, score in scores.items()}
    return {key: max(floor, floors.get(key, 0.0)) for key, floor in {**floors, **reached}.items()}


def committed_versions() -> list[Floors]:
    """Return the floors of every commit that changed them; none outside a git checkout."""
    log = _git("log", "--format=%H", "--", FILE)
    texts = [_git("show", f"{commit}:{FILE}") for commit in log.split()]
    return [parse(text)[0] for text in texts if text]


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def scores_now() -> Floors:
    """Collate and score the examples."""
    return {
        f"{story}.{layer}": score.value
        for story, layers in measure(example_stories()).items()
        for layer, score in layers.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Hold the examples' scores against their floors; 1 when something fell."""
    parser = argparse.ArgumentParser(description="Hold the examples' scores against their floors.")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is measured now")
    options = parser.parse_args(arguments)
    path = ROOT / FILE
    floors, lowered = parse(path.read_text(encoding="utf-8") if path.exists() else "")
    scores = scores_now()
    if options.lift:
        floors = lifted(scores, floors)
        path.write_text(draw(floors, lowered), encoding="utf-8")
    wrong = below(scores, floors) + sunk(floors, committed_versions(), lowered)
    print("\n".join(wrong) if wrong else f"{len(floors)} floors hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
