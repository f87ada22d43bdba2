"""The trainer: seeded, checkpointed, and able to go on after a kill."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.encode import Batch, collate_batch
from training.happenings import draw_groups
from training.losses import happening_loss, mixed_losses, total
from training.network import Reader, encoder_folder, load_trunk, sizes_of
from training.plan import PASSES, batch_by_length, draw_epoch, rate_at
from training.prepare import Prepared

#: Names of the two parts, as their batches are drawn.
PARTS = ("mixed", "second")


@dataclass(frozen=True)
class Settings:
    """All that decides a run, besides the data.

    Attributes:
        first: Steps of the first part: one trunk for all heads, fast to learn and soon to learn by heart.
        steps: Steps of both parts. In the second the trunk is forked, dropout is stronger and words are masked.
        decay: Last steps of each part, over which its learning rate falls to 0.
        rate: Of the trunk, by part.
        head_rate: Of the heads, by part.
        drop: Dropout in the heads, by part.
        trunk_drop: Dropout in the trunk, by part.
        masked: Share of pieces that are masked, by part.
        pieces: Of a mixed batch.
        happening_pieces: Of a batch of happenings.
        happening_every: One batch in so many is of happenings, by part.
        late: Last steps of the first part that have the weights `LATE`; the second part has them all along.
    """

    first: int = 9000
    steps: int = 15500
    decay: tuple[int, int] = (4500, 4000)
    rate: tuple[float, float] = (3e-4, 2e-4)
    head_rate: tuple[float, float] = (8e-4, 5e-4)
    drop: tuple[float, float] = (0.1, 0.3)
    trunk_drop: tuple[float, float] = (0.0, 0.1)
    masked: tuple[float, float] = (0.0, 0.05)
    pieces: int = 512
    happening_pieces: int = 1024
    happening_every: tuple[int, int] = (12, 24)
    late: int = 2600
    seed: int = 7
    checkpoint_every: int = 200


class Run:
    """Network, optimiser and moving average of a run, and where it stands."""

    def __init__(self, prepared: Prepared, settings: Settings, folder: Path, device: str) -> None:
        torch.manual_seed(settings.seed)
        self.data, self.settings, self.folder, self.device = prepared, settings, folder, device
        self.net = Reader(sizes_of(prepared.labels.sets))
        load_trunk(self.net, encoder_folder())
        self.net.freeze()
        self.net.to(device)
        self.teacher = torch.from_numpy(prepared.teacher).to(device)
        self.step = 0
        self._epochs: dict[tuple[str, int], list[list[int]]] = {}
        self._orders: dict[tuple[str, int], list[tuple[str, int]]] = {}
        self._begin(0)

    @property
    def part(self) -> int:
        """0 in the first part of the run, 1 in the second."""
        return int(self.step >= self.settings.first)

    def _begin(self, part: int) -> None:
        """Set the network, the optimiser and the moving average to the start of a part."""
        s = self.settings
        if part and not self.net.forked:
            self.net.fork()
        self.net.drop, self.net.masked = s.drop[part], s.masked[part]
        for layer in (*self.net.layers, self.net.syntax_layer):
            layer.drop = s.trunk_drop[part]
        learned = {n: p for n, p in self.net.named_parameters() if p.requires_grad}
        trunk = [p for n, p in learned.items() if n.startswith(("layers", "syntax_layer"))]
        rest = [p for n, p in learned.items() if not n.startswith(("layers", "syntax_layer"))]
        groups = [{"params": trunk, "top": s.rate[part]}, {"params": rest, "top": s.head_rate[part]}]
        self.optimizer = torch.optim.AdamW(groups, lr=s.rate[part], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.average = {n: p.detach().clone() for n, p in learned.items()}

    def _into_part(self) -> tuple[int, int]:
        """Return the step, counted from the start of its part, and the part's steps."""
        s = self.settings
        return (self.step - s.first, s.steps - s.first) if self.part else (self.step, min(s.first, s.steps))

    def mixed_batch(self, number: int) -> Batch:
        """Return the mixed batch of that number, counted over all epochs of the part."""
        examples, kind = self.data.examples, PARTS[self.part]

        def plan(epoch: int) -> list[list[int]]:
            rng = random.Random(f"{self.settings.seed} {kind} {epoch}")
            order = draw_epoch({k: len(v) for k, v in examples.items()}, rng, PASSES[self.part])
            self._orders = {(kind, epoch): order}
            return batch_by_length([len(examples[c][n].ids) for c, n in order], rng, self.settings.pieces)

        epoch, batch = self._nth(kind, number, plan)
        chosen = [examples[c][n] for c, n in (self._orders[kind, epoch][i] for i in batch)]
        return collate_batch(chosen, list(self.data.labels.sets))

    def happening_batch(self, number: int) -> tuple[Batch, list[tuple[int, int, int, int]]]:
        """Return the batch of that number of one story's passages, and its mentions."""
        passages, told = self.data.passages, self.data.told

        def plan(epoch: int) -> list[list[int]]:
            rng = random.Random(f"{self.settings.seed} happenings {epoch}")
            names = [[name for _, _, name in p.mentions] for p in passages]
            lengths = [len(e.ids) for e in told]
            return draw_groups([p.group for p in passages], lengths, names, rng, self.settings.happening_pieces)

        _, batch = self._nth("happenings", number, plan)
        numbers: dict[str, int] = {}
        mentions = [
            (row, start, end, numbers.setdefault(name, len(numbers)))
            for row, i in enumerate(batch)
            for start, end, name in passages[i].mentions
        ]
        return collate_batch([told[i] for i in batch], ()), mentions

    def _nth(self, kind: str, number: int, plan: Callable[[int], list[list[int]]]) -> tuple[int, list[int]]:
        epoch = 0
        while True:
            key = (kind, epoch)
            lost = kind in PARTS and key not in self._orders  # only one epoch's order is kept
            if key not in self._epochs or (lost and number < len(self._epochs[key])):
                self._epochs[key] = plan(epoch)
            if number < len(self._epochs[key]):
                return epoch, self._epochs[key][number]
            number -= len(self._epochs[key])
            epoch += 1

    def losses(self) -> dict[str, Tensor]:
        """Return the losses of this step's batch: a mixed one, or every so often one of happenings."""
        step, every = self._into_part()[0], self.settings.happening_every[self.part]
        if step % every == every - 1:
            batch, mentions = self.happening_batch(step // every)
            return {"happening": happening_loss(self.net, _to(batch, self.device), mentions)}
        return mixed_losses(self.net, _to(self.mixed_batch(step - step // every), self.device), self.teacher)

    def go(self, log: Callable[[str], None] = print) -> None:
        """Train to the last step, with checkpoints."""
        s = self.settings
        self.net.train()
        sums: dict[str, list[float]] = defaultdict(list)
        began, first = time.monotonic(), self.step
        while self.step < s.steps:
            if self.step == s.first:
                self._resume_average()
                self._begin(1)
            torch.manual_seed(s.seed * 1_000_003 + self.step)
            into, steps = self._into_part()
            for group in self.optimizer.param_groups:
                group["lr"] = group["top"] * rate_at(into, steps, s.decay[self.part])
            losses = self.losses()
            total(losses, late=into >= steps - s.late or self.part == 1).backward()
            torch.nn.utils.clip_grad_norm_([p for g in self.optimizer.param_groups for p in g["params"]], 2.0)
            self.optimizer.step()
            self.optimizer.zero_grad()
            for name, value in losses.items():
                sums[name].append(float(value.detach()))
            self.step += 1
            self._move_average()
            if self.step % 50 == 0:
                speed = (self.step - first) / (time.monotonic() - began)
                parts = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items()))
                log(f"step {self.step}/{s.steps} {speed:.2f} steps/s {parts}")
                sums.clear()
            if self.step % s.checkpoint_every == 0 or self.step == s.steps:
                self.save()

    def _move_average(self) -> None:
        """Keep a moving average of the weights: what is exported is steadier than the last step."""
        if self.step % 4:
            return
        into = self._into_part()[0]
        keep = min(0.99, into / (into + 40))
        with torch.no_grad():
            for name, p in self.net.named_parameters():
                if p.requires_grad:
                    self.average[name].lerp_(p.detach(), 1 - keep)

    def _resume_average(self) -> None:
        """Go on from the moving average of the first part."""
        self.net.load_state_dict(self.average, strict=False)

    def save(self) -> None:
        """Write the checkpoint beside itself first, so that a kill leaves the old one whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {
            "step": self.step,
            "settings": asdict(self.settings),
            "labels": self.data.labels.sets,
            "net": self.net.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, self.folder / "checkpoint.part")
        (self.folder / "checkpoint.part").rename(self.folder / "checkpoint.pt")

    def resume(self) -> bool:
        """Go on from the folder's checkpoint; False when there is none."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return False
        state: dict[str, Any] = torch.load(path, map_location=self.device, weights_only=True)
        self.step = int(state["step"])
        self.net.load_state_dict(state["net"])
        if self.step > self.settings.first:
            self.net.forked = True
            self._begin(1)
        self.average = {k: v.to(self.device) for k, v in state["average"].items()}
        tops = [g["top"] for g in self.optimizer.param_groups]
        self.optimizer.load_state_dict(state["optimizer"])
        for group, top in zip(self.optimizer.param_groups, tops, strict=True):
            group["top"] = top
        return True


def _to(batch: Batch, device: str) -> Batch:
    """Move a batch's tensors."""
    for name, value in vars(batch).items():
        if isinstance(value, Tensor):
            setattr(batch, name, value.to(device))
    batch.tags = {k: v.to(device) for k, v in batch.tags.items()}
    return batch
