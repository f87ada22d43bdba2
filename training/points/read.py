"""A story's claims as the program reads them, and what the network for pairs said of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.stories import story_of
from variorum.align.clustering import Pair
from variorum.align.side_by_side import Compare
from variorum.ingest import read_reports
from variorum.model import Story
from variorum.reader import Reader


def read_story(folder: Path, reader: Reader) -> Story:
    """Return the story of a folder with `reports/`, read and annotated as `collate` does it."""
    taken = read_reports(sorted((folder / "reports").iterdir())).reports
    return story_of(sorted(taken, key=lambda r: r.id), reader)


class Remembered:
    """What a network for pairs said: fits ask about the same pairs again and again."""

    def __init__(self, compare: Compare) -> None:
        self._compare, self._said = compare, dict[tuple[str, str], float]()

    def __call__(self, texts: Sequence[str], pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Return the log-odds of each pair."""
        asked = [(texts[i], texts[j]) for i, j in pairs]
        new = [k for k, pair in enumerate(asked) if pair not in self._said]
        if new:
            said = self._compare(texts, [pairs[k] for k in new])
            self._said |= {asked[k]: float(value) for k, value in zip(new, said, strict=True)}
        return np.array([self._said[pair] for pair in asked], np.float32)
