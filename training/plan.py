"""Which examples make which batch: a function of the seed and the epoch, so that a killed run goes on as it was."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence


def draw_epoch(sizes: dict[str, int], rng: random.Random, passes: Mapping[str, float]) -> list[tuple[str, int]]:
    """Return the examples (corpus, number) of one epoch, each corpus by its number of passes."""
    out: list[tuple[str, int]] = []
    for corpus in sorted(sizes):
        whole, part = divmod(passes.get(corpus, 0.0), 1.0)
        numbers = list(range(sizes[corpus]))
        out.extend((corpus, n) for _ in range(int(whole)) for n in numbers)
        out.extend((corpus, n) for n in sorted(rng.sample(numbers, round(part * len(numbers)))))
    rng.shuffle(out)
    return out


def batch_by_length(lengths: Sequence[int], rng: random.Random, most: int, chunk: int = 96) -> list[list[int]]:
    """Return batches of item numbers of at most `most` padded pieces, of similar lengths inside a chunk of the order.

    Args:
        lengths: Of the items, in their shuffled order.
        rng: Shuffles the batches.
        most: Padded size of a batch; an item longer than that is alone.
        chunk: Items that are sorted together.
    """
    out: list[list[int]] = []
    for at in range(0, len(lengths), chunk):
        part = sorted(range(at, min(at + chunk, len(lengths))), key=lambda i: (lengths[i], i))
        batch: list[int] = []
        for i in part:
            if batch and (len(batch) + 1) * lengths[i] > most:
                out.append(batch)
                batch = []
            batch.append(i)
        if batch:
            out.append(batch)
    rng.shuffle(out)
    return out


def rate_at(step: int, steps: int, decay: int, warmup: int = 150) -> float:
    """Return the share of the full learning rate at `step`: up, level, and down to 0 over the last `decay` steps.

    The level part lets a run be shortened or lengthened while it goes.
    """
    if step < warmup:
        return (step + 1) / warmup
    return max(0.0, min(1.0, (steps - step) / max(1, decay)))
