"""The trainer: seeded, checkpointed, and able to go on after a kill."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.draws import Draws
from training.encode import Batch
from training.losses import happening_loss, mixed_losses, total
from training.network import Reader, encoder_folder, load_trunk, sizes_of
from training.parts import Part
from training.plan import rate_at
from training.prepare import Prepared


@dataclass(frozen=True)
class Settings:
    """All that decides the training of one network, besides the data.

    Attributes:
        parts: In their order.
        pieces: Of a mixed batch.
        happening_pieces: Of a batch of happenings.
        seed: Draws batches and weights.
        checkpoint_every: Steps between two checkpoints.
    """

    parts: tuple[Part, ...]
    pieces: int = 512
    happening_pieces: int = 1024
    seed: int = 7
    checkpoint_every: int = 200

    @property
    def steps(self) -> int:
        """Steps of all parts."""
        return sum(part.steps for part in self.parts)

    def part_at(self, step: int) -> tuple[int, int]:
        """Return the number of the part that a step is in, and the step counted from that part's start."""
        for number, part in enumerate(self.parts[:-1]):
            if step < part.steps:
                return number, step
            step -= part.steps
        return len(self.parts) - 1, step

    def shortened(self, steps: int) -> Settings:
        """Return settings for as many steps in all, the parts in proportion, to try the machinery out."""
        share = steps / self.steps
        parts = (replace(p, steps=max(1, round(p.steps * share)), decay=round(p.decay * share)) for p in self.parts)
        return replace(self, parts=tuple(parts))


class Run:
    """Network, optimiser and moving average of a run, and where it stands."""

    def __init__(self, prepared: Prepared, settings: Settings, folder: Path, device: str) -> None:
        torch.manual_seed(settings.seed)
        self.data, self.settings, self.folder, self.device = prepared, settings, folder, device
        self.draws = Draws(prepared, settings.seed, settings.pieces, settings.happening_pieces)
        self.net = Reader(sizes_of(prepared.labels.sets))
        load_trunk(self.net, encoder_folder())
        self.net.to(device)
        self.teacher = torch.from_numpy(prepared.teacher).to(device)
        self.step = 0
        self._begin(0)

    def _begin(self, number: int) -> None:
        """Set the network, the optimiser and the moving average to the start of a part."""
        part = self.settings.parts[number]
        self.net.drop, self.net.masked = part.drop, part.masked
        for layer in self.net.layers:
            layer.drop = part.trunk_drop
        learned = {n: p for n, p in self.net.named_parameters() if p.requires_grad}
        trunk = [p for n, p in learned.items() if n.startswith(("layers", "own"))]
        rest = [p for n, p in learned.items() if not n.startswith(("layers", "own"))]
        groups = [{"params": trunk, "top": part.rate}, {"params": rest, "top": part.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, lr=part.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.average = {n: p.detach().clone() for n, p in learned.items()}

    def losses(self) -> dict[str, Tensor]:
        """Return the losses of this step's batch: a mixed one, or every so often one of happenings."""
        number, step = self.settings.part_at(self.step)
        part = self.settings.parts[number]
        every = part.happening_every
        if every and step % every == every - 1:
            batch, mentions = self.draws.happenings(step // every)
            return {"happening": happening_loss(self.net, _to(batch, self.device), mentions)}
        mixed = self.draws.mixed(part, step - (step // every if every else 0))
        found = mixed_losses(self.net, _to(mixed, self.device), self.teacher)
        return {name: loss for name, loss in found.items() if name not in part.without}

    def go(self, log: Callable[[str], None] = print) -> None:
        """Train to the last step, with checkpoints."""
        s = self.settings
        self.net.train()
        sums: dict[str, list[float]] = defaultdict(list)
        began, first = time.monotonic(), self.step
        while self.step < s.steps:
            number, into = s.part_at(self.step)
            part = s.parts[number]
            if number and into == 0:
                self.net.load_state_dict(self.average, strict=False)  # on from the moving average
                self._begin(number)
            torch.manual_seed(s.seed * 1_000_003 + self.step)
            for group in self.optimizer.param_groups:
                group["lr"] = group["top"] * rate_at(into, part.steps, part.decay)
            losses = self.losses()
            total(losses, late=part.late is None or into >= part.steps - part.late).backward()
            torch.nn.utils.clip_grad_norm_([p for g in self.optimizer.param_groups for p in g["params"]], 2.0)
            self.optimizer.step()
            self.optimizer.zero_grad()
            for name, value in losses.items():
                sums[name].append(float(value.detach()))
            self.step += 1
            self._move_average()
            if into + 1 == part.steps:
                self._write(self.average, part.end)
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
        into = self.settings.part_at(self.step)[1]
        keep = min(0.99, into / (into + 40))
        with torch.no_grad():
            for name, p in self.net.named_parameters():
                if p.requires_grad:
                    self.average[name].lerp_(p.detach(), 1 - keep)

    def save(self) -> None:
        """Write the checkpoint."""
        state = {
            "step": self.step,
            "settings": asdict(self.settings),
            "labels": self.data.labels.sets,
            "net": self.net.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
        }
        self._write(state, "checkpoint.pt")

    def _write(self, state: dict[str, Any], name: str) -> None:
        """Write a file of the run's folder, beside itself first, so that a kill leaves the old one whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)

    def resume(self) -> bool:
        """Go on from the folder's checkpoint; False when there is none."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return False
        state: dict[str, Any] = torch.load(path, map_location=self.device, weights_only=True)
        self.step = int(state["step"])
        self._begin(self.settings.part_at(self.step - 1)[0])
        self.net.load_state_dict(state["net"])
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
