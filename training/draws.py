"""Which examples a step of a run sees: a function of the seed, the part and the step."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.encode import Batch, collate_batch
from training.happenings import draw_groups
from training.parts import Part
from training.plan import batch_by_length, draw_epoch
from training.prepare import Prepared


class Draws:
    """The batches of a run. Only the order of one epoch of mixed batches is kept."""

    def __init__(self, prepared: Prepared, seed: int, pieces: int, happening_pieces: int) -> None:
        self.data, self.seed = prepared, seed
        self.pieces, self.happening_pieces = pieces, happening_pieces
        self._epochs: dict[tuple[str, int], list[list[int]]] = {}
        self._orders: dict[tuple[str, int], list[tuple[str, int]]] = {}

    def mixed(self, part: Part, number: int) -> Batch:
        """Return the mixed batch of that number, counted over all epochs of the part."""
        examples = self.data.examples

        def plan(epoch: int) -> list[list[int]]:
            rng = random.Random(f"{self.seed} {part.name} {epoch}")
            order = draw_epoch({k: len(v) for k, v in examples.items()}, rng, part.passes)
            if not order:
                raise ValueError(f"part {part.name!r} of the run has no corpus to learn from")
            self._orders = {(part.name, epoch): order}
            return batch_by_length([len(examples[c][n].ids) for c, n in order], rng, self.pieces)

        epoch, batch = self._nth(part.name, number, plan, ordered=True)
        chosen = [examples[c][n] for c, n in (self._orders[part.name, epoch][i] for i in batch)]
        return collate_batch(chosen, list(self.data.labels.sets))

    def happenings(self, number: int) -> tuple[Batch, list[tuple[int, int, int, int]]]:
        """Return the batch of that number of one story's passages, and its mentions."""
        passages, told = self.data.passages, self.data.told

        def plan(epoch: int) -> list[list[int]]:
            rng = random.Random(f"{self.seed} happenings {epoch}")
            names = [[name for _, _, name in p.mentions] for p in passages]
            lengths = [len(e.ids) for e in told]
            return draw_groups([p.group for p in passages], lengths, names, rng, self.happening_pieces)

        _, batch = self._nth("happenings", number, plan, ordered=False)
        numbers: dict[str, int] = {}
        mentions = [
            (row, start, end, numbers.setdefault(name, len(numbers)))
            for row, i in enumerate(batch)
            for start, end, name in passages[i].mentions
        ]
        return collate_batch([told[i] for i in batch], ()), mentions

    def _nth(
        self, kind: str, number: int, plan: Callable[[int], list[list[int]]], *, ordered: bool
    ) -> tuple[int, list[int]]:
        epoch = 0
        while True:
            key = (kind, epoch)
            lost = ordered and key not in self._orders
            if key not in self._epochs or (lost and number < len(self._epochs[key])):
                self._epochs[key] = plan(epoch)
            if number < len(self._epochs[key]):
                return epoch, self._epochs[key][number]
            number -= len(self._epochs[key])
            epoch += 1
