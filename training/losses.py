"""What the heads are trained on: one summed loss for a mixed batch, one for a batch of pairs."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.encode import UNKNOWN, Batch
from training.network import Reader

#: Weight of each part. Chosen so that no head's gradient drowns the others at the start.
WEIGHTS = {
    "end": 0.5, "upos": 0.5, "xpos": 0.5, "lemma": 0.5, "entity": 1.0, "source": 1.0, "cue": 1.0, "content": 1.0,
    "arcs": 1.0, "relations": 0.7, "cue link": 0.4, "source link": 0.4, "certainty": 0.7, "meaning": 3.0,
}  # fmt: skip


def mixed_losses(net: Reader, batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    """Return each part's mean loss over the words that carry its label; parts without any are left out."""
    x = net.trunk(batch.ids, batch.mask, batch.types, batch.shapes)
    out = net.heads(net.by_word(x, batch.first))
    losses: dict[str, Tensor] = {}
    for head, target in batch.tags.items():
        if head == "relation":
            continue
        losses[head] = functional.cross_entropy(out[head].flatten(0, 1).float(), target.flatten(), ignore_index=UNKNOWN)
    known = batch.heads != UNKNOWN
    if known.any():
        losses |= _tree_losses(net, out, batch, known)
    if batch.rows:
        losses["meaning"] = _meaning_loss(out["vectors"], batch, teacher)
    for name, target, number in (("cue link", batch.cue, 0), ("source link", batch.source, 1)):
        if (target != UNKNOWN).any():
            scores = out["links"][:, number].masked_fill(batch.words[:, None, :] == 0, -1e4)
            losses[name] = functional.cross_entropy(
                scores.flatten(0, 1).float(), target.flatten(), ignore_index=UNKNOWN
            )
    judged = ~torch.isnan(batch.certainty)
    if judged.any():
        losses["certainty"] = functional.smooth_l1_loss(out["certainty"][judged], batch.certainty[judged])
    return losses


def _tree_losses(net: Reader, out: dict[str, Tensor], batch: Batch, known: Tensor) -> dict[str, Tensor]:
    """Return the losses of arcs, inside the gold sentence, and of relations on gold arcs."""
    same = batch.group[:, :, None] == batch.group[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    scores = out["arcs"].masked_fill(~allowed, -1e4)
    arcs = functional.cross_entropy(scores[known].float(), batch.heads[known])
    losses = {"arcs": arcs}
    target = batch.tags["relation"][known] if "relation" in batch.tags else None
    if target is not None:
        rows = known.nonzero()
        child = out["rel_child"][known]
        head = out["rel_head"][rows[:, 0], batch.heads[known]]
        losses["relations"] = functional.cross_entropy(net.relations(child, head).float(), target, ignore_index=UNKNOWN)
    return losses


def _meaning_loss(vectors: Tensor, batch: Batch, teacher: Tensor) -> Tensor:
    """Return 1 - cosine between mean vectors of passages and the teacher's, on average."""
    sums = functional.pad(vectors.cumsum(1), (0, 0, 1, 0))
    where = torch.tensor(batch.spans, device=vectors.device)
    mean = sums[where[:, 0], where[:, 2]] - sums[where[:, 0], where[:, 1]]
    rows = torch.tensor(batch.rows, device=vectors.device)
    return (1 - functional.cosine_similarity(mean, teacher[rows].to(mean), dim=-1)).mean()


def total(losses: dict[str, Tensor]) -> Tensor:
    """Return the weighted sum."""
    return torch.stack([WEIGHTS[k] * v for k, v in losses.items() if k in WEIGHTS]).sum()


def pair_loss(net: Reader, inputs: tuple[Tensor, Tensor, Tensor, Tensor], same: Tensor) -> Tensor:
    """Return the loss of a batch of pairs; inputs are (ids, mask, types, shapes)."""
    ids, mask, types, shape = inputs
    return functional.binary_cross_entropy_with_logits(net.same(net.trunk(ids, mask, types, shape), mask, types), same)
