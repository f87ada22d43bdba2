"""Which training stories are left out together, here and where the network for pairs is trained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

FOLDS = 3


def fold_of(story: str, folders: Sequence[Path]) -> int:
    """Return the fold of a story, by its place among the sorted folders."""
    return [folder.name for folder in folders].index(story) % FOLDS


def folder_of(runs: Path, fold: int) -> Path:
    """Return the folder of the network that has not seen a fold's stories."""
    return runs / f"without-{fold}"
