"""Trains the upper layers on some stories."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import torch
from torch import nn
from torch.nn import functional

from training.pairs.examples import Compared, batches, draw_epoch
from training.pairs.network import PairNetwork, joined

EPOCHS = 1  # in the second it begins to know its stories by heart, and finds no more in others
_BATCH = 24
_CHUNK = 240
_RATE, _HEAD_RATE = 1e-4, 1e-3
_WARMUP = 80
_AVERAGE = 0.995  # of the moving average of the weights, which is what is kept
_SHOWN = 100  # steps between two lines


def fit_pairs(
    stories: list[Compared], seed: int, log: Callable[[str], None], *, steps: int | None = None
) -> PairNetwork:
    """Return the network trained on some stories: the moving average of its weights.

    Args:
        stories: Each as marked and as read.
        seed: Draws epochs, batches and dropout.
        log: Takes a line now and then.
        steps: To try the machinery out; None trains `EPOCHS`.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = PairNetwork().train()
    planned = [b for _ in range(EPOCHS) for b in batches(draw_epoch(stories, rng), rng, _BATCH, _CHUNK)][:steps]
    upper = [p for n, p in net.named_parameters() if n.startswith("layers")]
    rest = [p for n, p in net.named_parameters() if not n.startswith("layers")]
    groups = [{"params": upper, "top": _RATE}, {"params": rest, "top": _HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, lr=_RATE, weight_decay=0.05, fused=True)
    average = {name: p.detach().clone() for name, p in net.named_parameters()}
    began, total = time.monotonic(), 0.0
    for step, batch in enumerate(planned):
        share = min(1.0, (step + 1) / _WARMUP) * max(0.02, 1 - step / len(planned))
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * share
        said = net(*joined([pair.states for pair in batch]))
        loss = functional.binary_cross_entropy_with_logits(said, torch.tensor([float(pair.same) for pair in batch]))
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        kept = min(_AVERAGE, (step + 1) / (step + 20))
        with torch.no_grad():
            for name, p in net.named_parameters():
                average[name].lerp_(p, 1 - kept)
        total += loss.item()
        if (step + 1) % _SHOWN == 0 or step + 1 == len(planned):
            took = time.monotonic() - began
            log(f"step {step + 1} of {len(planned)}, loss {total / (step % _SHOWN + 1):.3f}, {took:.0f} s")
            total = 0.0
    net.load_state_dict(average, strict=False)
    return net.eval()
