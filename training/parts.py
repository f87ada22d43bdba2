"""The parts of a run: what each learns, from what, and how hard it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Part:
    """One part of a run.

    Attributes:
        name: Draws its batches, together with the seed.
        steps: Its steps.
        decay: Its last steps, over which the learning rate falls to 0.
        passes: How often an epoch goes through each corpus; one that is not named is left out.
        rate: Of the trunk.
        head_rate: Of the heads.
        drop: Dropout in the heads.
        trunk_drop: Dropout in the trunk.
        masked: Share of pieces that are masked.
        happening_every: One batch in so many is of happenings; 0 for none.
        late: Last steps that have the weights `LATE`; None for all.
        without: Losses that are left out.
    """

    name: str
    steps: int
    decay: int
    passes: Mapping[str, float]
    rate: float = 3e-4
    head_rate: float = 8e-4
    drop: float = 0.1
    trunk_drop: float = 0.0
    masked: float = 0.0
    happening_every: int = 0
    late: int | None = None
    without: tuple[str, ...] = ()

    @property
    def end(self) -> str:
        """Name of the file with the moving average at its end."""
        return f"end-{self.name.replace(' ', '-')}.pt"


#: One trunk for all heads, fast to learn and soon to learn by heart.
MIXED = Part(
    "mixed",
    steps=7500,
    decay=3750,
    passes={"treebank": 2.0, "worldwide": 1.3, "polnear": 1.0},
    happening_every=12,
    late=2200,
)

#: Names, attributions, meaning and happenings have that trunk to themselves; stronger dropout, masked words.
REST = Part(
    "rest",
    steps=4000,
    decay=2400,
    passes={"worldwide": 1.0, "polnear": 1.0},
    rate=2e-4,
    head_rate=5e-4,
    drop=0.3,
    trunk_drop=0.1,
    masked=0.05,
    happening_every=16,
)

#: The same from a lower rate, and with words and layers whole, as they are when it reads.
REST_AGAIN = replace(
    REST, name="rest again", steps=1800, decay=1600, rate=1.5e-4, head_rate=4e-4, drop=0.1, trunk_drop=0.05, masked=0.0
)

#: What treebanks teach, alone on a trunk of its own, from the original encoder: some four times through them.
TREES = Part(
    "trees",
    steps=3400,
    decay=2267,
    passes={"treebank": 1.0},
    rate=2e-4,
    head_rate=5e-4,
    drop=0.2,
    trunk_drop=0.1,
    masked=0.05,
    without=("meaning",),
)

#: Once more through them, and a half, from a lower rate.
TREES_AGAIN = replace(TREES, name="trees again", steps=1400, decay=1250, rate=1.5e-4, head_rate=4e-4)

#: The parts of the two networks that are one in the package, by the name of their folder.
NETWORKS = {"rest": (MIXED, REST, REST_AGAIN), "trees": (TREES, TREES_AGAIN)}

#: The last parts of a network, of whose ends the mean is exported (Izmailov et al. 2018, "Averaging Weights Leads to
#: Wider Optima and Better Generalization").
AVERAGED = 2


def ends_of(network: str) -> tuple[str, ...]:
    """Return the names of the files with these ends, in the folder of a network."""
    return tuple(part.end for part in NETWORKS[network][-AVERAGED:])
