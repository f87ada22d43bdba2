"""The parts of a run: what each learns, from what, and how hard it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of a run.

    Attributes:
        name: Draws its batches, together with the seed.
        steps: Its steps.
        decay: Its last steps, over which the learning rate falls to 0.
        passes: How often an epoch goes through each corpus; one that is not named is left out. Trees carry claims,
            certainty and pronouns, and their corpus is the smallest. "silver" are the others with the trees of
            teachers besides.
        own: Last layers that what treebanks teach has for itself.
        trees_only: Only these layers and the heads of treebanks learn; the other heads see no change.
        rate: Of the trunk.
        head_rate: Of the heads.
        drop: Dropout in the heads.
        trunk_drop: Dropout in the trunk.
        masked: Share of pieces that are masked.
        happening_every: One batch in so many is of happenings; 0 for none.
        late: Last steps that have the weights `LATE`; None for all.
    """

    name: str
    steps: int
    decay: int
    passes: Mapping[str, float]
    own: int = 0
    trees_only: bool = False
    rate: float = 3e-4
    head_rate: float = 8e-4
    drop: float = 0.1
    trunk_drop: float = 0.0
    masked: float = 0.0
    happening_every: int = 0
    late: int | None = None


#: One trunk for all heads, fast to learn and soon to learn by heart.
FIRST = Part(
    "mixed",
    steps=7500,
    decay=3750,
    passes={"treebank": 2.0, "worldwide": 1.3, "polnear": 1.0},
    happening_every=12,
    late=2200,
)

#: A last layer of their own for trees, stronger dropout, masked words; the news have trees now, from teachers.
SECOND = Part(
    "second",
    steps=5000,
    decay=3000,
    passes={"treebank": 2.0, "silver": 1.3},
    own=1,
    rate=2e-4,
    head_rate=5e-4,
    drop=0.3,
    trunk_drop=0.1,
    masked=0.05,
    happening_every=24,
)

#: Two layers of their own for trees, and nothing else learns: what the other heads stand on stays as it is.
THIRD = Part(
    "trees",
    steps=2500,
    decay=1700,
    passes={"treebank": 1.0, "silver": 0.5},
    own=2,
    trees_only=True,
    rate=2e-4,
    head_rate=5e-4,
    drop=0.2,
    trunk_drop=0.1,
)

PARTS = (FIRST, SECOND, THIRD)

#: A network for trees alone, to be a teacher: the trunk from the start, four times through the treebanks.
ALONE = Part(
    "alone",
    steps=3400,
    decay=2267,
    passes={"treebank": 1.0},
    rate=2e-4,
    head_rate=5e-4,
    drop=0.2,
    trunk_drop=0.1,
    masked=0.05,
)
