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
from training.network import Reader, Sizes, encoder_folder, load_trunk
from training.plan import batch_by_length, draw_epoch, rate_at
from training.prepare import Prepared


@dataclass(frozen=True)
class Settings:
    """All that decides a run, besides the data; `late` steps at the end have weights of their own."""

    steps: int = 9000
    decay: int = 4500
    rate: float = 3e-4
    head_rate: float = 8e-4
    pieces: int = 512
    happening_pieces: int = 1024
    happening_every: int = 12
    late: int = 2600
    seed: int = 7
    drop: float = 0.1
    checkpoint_every: int = 200


class Run:
    """Network, optimiser and moving average of a run, and where it stands."""

    def __init__(self, prepared: Prepared, settings: Settings, folder: Path, device: str) -> None:
        torch.manual_seed(settings.seed)
        self.data, self.settings, self.folder, self.device = prepared, settings, folder, device
        sizes = {k: len(v) for k, v in prepared.labels.sets.items() if k != "relation"}
        self.net = Reader(Sizes(sizes, len(prepared.labels.sets["relation"])))
        load_trunk(self.net, encoder_folder())
        self.net.freeze()
        self.net.drop = settings.drop
        self.net.to(device)
        trunk = [p for n, p in self.net.named_parameters() if p.requires_grad and n.startswith("layers")]
        known = {id(p) for p in trunk}
        rest = [p for p in self.net.parameters() if p.requires_grad and id(p) not in known]
        groups = [{"params": trunk, "top": settings.rate}, {"params": rest, "top": settings.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, lr=settings.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.average = {n: p.detach().clone() for n, p in self.net.named_parameters() if p.requires_grad}
        self.teacher = torch.from_numpy(prepared.teacher).to(device)
        self.step = 0
        self._epochs: dict[tuple[str, int], list[list[int]]] = {}
        self._orders: dict[int, list[tuple[str, int]]] = {}

    def mixed_batch(self, number: int) -> Batch:
        """Return the mixed batch of that number, counted over all epochs."""
        examples = self.data.examples

        def plan(epoch: int) -> list[list[int]]:
            rng = random.Random(f"{self.settings.seed} mixed {epoch}")
            order = draw_epoch({k: len(v) for k, v in examples.items()}, rng)
            self._orders = {epoch: order}
            return batch_by_length([len(examples[c][n].ids) for c, n in order], rng, self.settings.pieces)

        epoch, batch = self._nth("mixed", number, plan)
        chosen = [examples[c][n] for c, n in (self._orders[epoch][i] for i in batch)]
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
            lost = kind == "mixed" and epoch not in self._orders  # only one epoch's order is kept
            if key not in self._epochs or (lost and number < len(self._epochs[key])):
                self._epochs[key] = plan(epoch)
            if number < len(self._epochs[key]):
                return epoch, self._epochs[key][number]
            number -= len(self._epochs[key])
            epoch += 1

    def losses(self, step: int) -> dict[str, Tensor]:
        """Return the losses of that step's batch: a mixed one, or every so often one of happenings."""
        every = self.settings.happening_every
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
            torch.manual_seed(s.seed * 1_000_003 + self.step)
            for group in self.optimizer.param_groups:
                group["lr"] = group["top"] * rate_at(self.step, s.steps, s.decay)
            losses = self.losses(self.step)
            total(losses, late=self.step >= s.steps - s.late).backward()
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
        keep = min(0.99, self.step / (self.step + 40))
        with torch.no_grad():
            for name, p in self.net.named_parameters():
                if p.requires_grad:
                    self.average[name].lerp_(p.detach(), 1 - keep)

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
        self.net.load_state_dict(state["net"])
        self.average = {k: v.to(self.device) for k, v in state["average"].items()}
        tops = [g["top"] for g in self.optimizer.param_groups]
        self.optimizer.load_state_dict(state["optimizer"])
        for group, top in zip(self.optimizer.param_groups, tops, strict=True):
            group["top"] = top
        self.step = int(state["step"])
        return True


def _to(batch: Batch, device: str) -> Batch:
    """Move a batch's tensors."""
    for name, value in vars(batch).items():
        if isinstance(value, Tensor):
            setattr(batch, name, value.to(device))
    batch.tags = {k: v.to(device) for k, v in batch.tags.items()}
    return batch
