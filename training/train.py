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
from training.losses import mixed_losses, pair_loss, total
from training.network import Reader, Sizes, encoder_folder, load_trunk
from training.plan import batch_by_length, draw_epoch, draw_pairs, rate_at
from training.prepare import Prepared


@dataclass(frozen=True)
class Settings:
    """All that decides a run, besides the data."""

    steps: int = 4600
    decay: int = 1300
    rate: float = 2e-4
    head_rate: float = 8e-4
    pieces: int = 1024
    pair_every: int = 3
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

    def pair_batch(self, number: int) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor], Tensor]:
        """Return the batch of pairs of that number: the network's inputs and which are the same."""
        pairs = self.data.pairs

        def plan(epoch: int) -> list[list[int]]:
            rng = random.Random(f"{self.settings.seed} pairs {epoch}")
            chosen = draw_pairs([p.same for p in pairs], [p.marked for p in pairs], list(self.data.closeness), rng)
            lengths = [len(self.data.inputs[i][0]) for i in chosen]
            return [[chosen[i] for i in b] for b in batch_by_length(lengths, rng, self.settings.pieces, chunk=400)]

        _, batch = self._nth("pairs", number, plan)
        rng = random.Random(f"{self.settings.seed} sides {number}")
        size = max(len(self.data.inputs[i][0]) for i in batch)
        columns = [torch.zeros(len(batch), size, dtype=torch.long) for _ in range(3)]
        mask = torch.zeros(len(batch), size)
        for row, i in enumerate(batch):
            for column, values in zip(columns, _turned(self.data.inputs[i], rng.random() < 0.5), strict=True):
                column[row, : len(values)] = torch.tensor(values)
            mask[row, : len(self.data.inputs[i][0])] = 1
        ids, shape, types = (c.to(self.device) for c in columns)
        same = torch.tensor([float(pairs[i].same) for i in batch], device=self.device)
        return (ids, mask.to(self.device), types, shape), same

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
        """Return the losses of that step's batch: a mixed one, or every so often one of pairs."""
        every = self.settings.pair_every
        if self.data.pairs and step % every == every - 1:
            return {"pair": pair_loss(self.net, *self.pair_batch(step // every))}
        batch = _to(self.mixed_batch(step - step // every if self.data.pairs else step), self.device)
        return mixed_losses(self.net, batch, self.teacher)

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
            loss = losses["pair"] if "pair" in losses else total(losses)
            loss.backward()
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


def _turned(pair: tuple[list[int], list[int], list[int]], turn: bool) -> tuple[list[int], list[int], list[int]]:
    """Return the pair with its clauses swapped, when told to."""
    if not turn:
        return pair
    ids, shape, types = pair
    cut = types.index(1)
    ids = [ids[0], *ids[cut:], *ids[1:cut]]
    shape = [shape[0], *shape[cut:], *shape[1:cut]]
    second = len(types) - cut
    return ids, shape, [0] * (second + 1) + [1] * (cut - 1)


def _to(batch: Batch, device: str) -> Batch:
    """Move a batch's tensors."""
    for name, value in vars(batch).items():
        if isinstance(value, Tensor):
            setattr(batch, name, value.to(device))
    batch.tags = {k: v.to(device) for k, v in batch.tags.items()}
    return batch
