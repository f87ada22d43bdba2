"""A network of its own for pairs of clauses: do both tell one happening?

It reads both clauses at once ([CLS] a [SEP] b [SEP]), which the reader cannot: the reader sees each
report alone. It has the original encoder's layers, not the reader's, since those learn other things;
as a head on the reader's trunk it found less (docs/decisions/0013-a-network-for-pairs.md).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.network import LAYERS, WIDTH, Layer, encoder_folder, load_trunk
from training.pairs import Pair, draw_pairs, story_pairs
from training.plan import batch_by_length
from variorum.reader.pairs import clause_ids, pair_input


@dataclass(frozen=True)
class Settings:
    """All that decides a run, besides the data."""

    epochs: int = 2
    rate: float = 1e-4
    head_rate: float = 5e-4
    pieces: int = 1200
    warmup: int = 60
    drop: float = 0.1
    seed: int = 1


class PairNetwork(nn.Module):
    """The encoder and one output."""

    def __init__(self, drop: float = 0.0) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Sequential(nn.Linear(3 * WIDTH, 256), nn.GELU(), nn.Linear(256, 1))
        self.cosine = nn.Linear(1, 1)
        nn.init.constant_(self.cosine.weight, 8.0)  # without this start the head learns nothing for long
        nn.init.constant_(self.cosine.bias, -6.0)
        self.drop = nn.Dropout(drop)

    def encode(self, rows: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        """Return [B, P, D] from the pieces' embeddings [B, P, D], a mask (1 for a piece) and types, both [B, P]."""
        bias = (1.0 - mask[:, None, None, :]) * -30000.0
        x = self.drop(self.norm(rows + self.positions.weight[: rows.shape[1]] + self.types(types)))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, rows: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        """Return the logit [B] that both clauses tell one happening; arguments as of `encode`.

        It starts from the cosine of the two clauses' mean vectors, which the original encoder was
        trained for, and learns what the cosine does not see.
        """
        x = self.encode(rows, mask, types)
        second = mask * types.to(mask.dtype)
        u, v = _mean(x, mask - second), _mean(x, second)
        features = torch.cat([x[:, 0], (u - v).abs(), u * v], -1)
        cosine = functional.cosine_similarity(u, v, dim=-1, eps=1e-6)[:, None]
        return (self.head(self.drop(features)) + self.cosine(cosine)).squeeze(-1)


def _mean(x: Tensor, weight: Tensor) -> Tensor:
    """Return the mean [B, D] of rows [B, P, D] by weights [B, P]."""
    return (x * weight[..., None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1.0)


class PairRun:
    """Network, optimiser and data of a run, and where it stands."""

    def __init__(self, stories: Sequence[Path], settings: Settings, folder: Path, tokenizer: Tokenizer) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.folder = settings, folder
        self.net = PairNetwork(settings.drop)
        load_trunk(self.net, encoder_folder())
        for part in (self.net.pieces, self.net.positions, self.net.types):
            part.weight.requires_grad = False
        learned = [(n, p) for n, p in self.net.named_parameters() if p.requires_grad]
        heads = [p for n, p in learned if n.startswith(("head", "cosine"))]
        rest = [p for n, p in learned if not n.startswith(("head", "cosine"))]
        groups = [{"params": rest, "top": settings.rate}, {"params": heads, "top": settings.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, lr=settings.rate, weight_decay=0.01)
        self.step = 0
        self.pairs = {folder.name: story_pairs(folder) for folder in stories}
        clauses = sorted({t for pairs in self.pairs.values() for p in pairs for t in (p.first, p.second)})
        self.ids = {t: clause_ids(tokenizer, t) for t in clauses}
        vectors = dict(zip(clauses, self._vectors([self.ids[t] for t in clauses]), strict=True))
        self.closeness = {
            name: [float(vectors[p.first] @ vectors[p.second]) for p in pairs] for name, pairs in self.pairs.items()
        }
        self.plan = [batch for epoch in range(settings.epochs) for batch in self._epoch(epoch)]

    @torch.no_grad()
    def _vectors(self, clauses: Sequence[list[int]]) -> list[np.ndarray[Any, np.dtype[np.float32]]]:
        """Return the original encoder's mean vectors of clauses, length 1."""
        self.net.eval()
        out = []
        for ids in clauses:
            one, mask, types = _tensors([pair_input(ids, [])])
            x = self.net.encode(self.net.pieces(one), mask, types * 0)
            out.append(functional.normalize(_mean(x, mask), dim=-1)[0].numpy())
        return out

    def _epoch(self, epoch: int) -> list[list[Pair]]:
        """Return the batches of one epoch, a function of the seed and its number."""
        rng = random.Random(f"{self.settings.seed} pairs {epoch}")
        chosen = [p for name, pairs in self.pairs.items() for p in draw_pairs(pairs, self.closeness[name], rng)]
        rng.shuffle(chosen)
        turned = [Pair(p.story, p.second, p.first, p.same) if rng.random() < 0.5 else p for p in chosen]
        lengths = [len(self.ids[p.first]) + len(self.ids[p.second]) + 3 for p in turned]
        batches = batch_by_length(lengths, rng, self.settings.pieces, chunk=240)
        return [[turned[i] for i in batch] for batch in batches]

    def go(self, log: Callable[[str], None] = print) -> None:
        """Train to the end, with a checkpoint after every hundred steps."""
        self.net.train()
        losses: list[float] = []
        while self.step < len(self.plan):
            torch.manual_seed(self.settings.seed * 1_000_003 + self.step)
            share = min(1.0, (self.step + 1) / self.settings.warmup) * max(0.02, 1 - self.step / len(self.plan))
            for group in self.optimizer.param_groups:
                group["lr"] = group["top"] * share
            batch = self.plan[self.step]
            ids, mask, types = _tensors([pair_input(self.ids[p.first], self.ids[p.second]) for p in batch])
            same = torch.tensor([float(p.same) for p in batch])
            logits = self.net(self.net.pieces(ids), mask, types)
            loss = functional.binary_cross_entropy_with_logits(logits, same)
            loss.backward()
            nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
            self.optimizer.step()
            self.optimizer.zero_grad()
            losses.append(float(loss.detach()))
            self.step += 1
            if self.step % 100 == 0 or self.step == len(self.plan):
                log(f"step {self.step}/{len(self.plan)} loss {sum(losses) / len(losses):.3f}")
                losses = []
                self.save()

    def save(self) -> None:
        """Write the checkpoint beside itself first, so that a kill leaves the old one whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {
            "step": self.step, "settings": asdict(self.settings),
            "net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(),
        }  # fmt: skip
        torch.save(state, self.folder / "pairs.part")
        (self.folder / "pairs.part").rename(self.folder / "pairs.pt")

    def resume(self) -> bool:
        """Go on from the folder's checkpoint; False when there is none."""
        path = self.folder / "pairs.pt"
        if not path.exists():
            return False
        state: dict[str, Any] = torch.load(path, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        for group, top in zip(self.optimizer.param_groups, (self.settings.rate, self.settings.head_rate), strict=True):
            group["top"] = top
        self.step = int(state["step"])
        return True


def _tensors(inputs: Sequence[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids, mask and types of inputs, padded to one size."""
    size = max(len(ids) for ids, _ in inputs)
    ids = torch.zeros(len(inputs), size, dtype=torch.long)
    types = torch.zeros_like(ids)
    mask = torch.zeros(len(inputs), size)
    for row, (one, kinds) in enumerate(inputs):
        ids[row, : len(one)], types[row, : len(one)] = torch.tensor(one), torch.tensor(kinds)
        mask[row, : len(one)] = 1
    return ids, mask, types
