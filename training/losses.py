"""What the heads are trained on: one summed loss for a mixed batch, one for passages of one story."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.encode import UNKNOWN, Batch
from training.network import Reader

#: Weight of each part. Chosen so that no head's gradient drowns the others at the start.
WEIGHTS = {
    "end": 0.5, "upos": 0.5, "xpos": 0.5, "lemma": 0.5, "entity": 1.0, "source": 1.0, "cue": 1.0, "content": 1.0,
    "arcs": 1.0, "relations": 0.7, "cue link": 0.4, "source link": 0.4, "certainty": 0.7, "meaning": 3.0,
    "feats": 0.3, "happening": 0.5,
}  # fmt: skip


#: Weights of the last steps of the first part and of the whole second. Points lean on the meaning, which the
#: other heads pull away from the original encoder's: it is called back when they have learned most of what they
#: learn. What licenses a certainty is learned in the second part only.
LATE = {"meaning": 9.0, "licence": 0.4}

#: Of the contrastive loss: how sharply near passages are told apart.
TEMPERATURE = 0.1


def mixed_losses(net: Reader, batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    """Return each part's mean loss over the words that carry its label; parts without any are left out."""
    out = net.heads(net.words(batch.ids, batch.mask, batch.shapes, batch.first))
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
    rows = known.nonzero()
    relations = net.relations(out["rel_child"][known], out["rel_head"][rows[:, 0], batch.heads[known]])
    kinds = batch.tags["relation"][known]
    return {
        "arcs": functional.cross_entropy(scores[known].float(), batch.heads[known]),
        "relations": functional.cross_entropy(relations.float(), kinds, ignore_index=UNKNOWN),
    }


def _meaning_loss(vectors: Tensor, batch: Batch, teacher: Tensor) -> Tensor:
    """Return 1 - cosine between mean vectors of passages and the teacher's, on average."""
    sums = functional.pad(vectors.cumsum(1), (0, 0, 1, 0))
    where = torch.tensor(batch.spans, device=vectors.device)
    mean = sums[where[:, 0], where[:, 2]] - sums[where[:, 0], where[:, 1]]
    rows = torch.tensor(batch.rows, device=vectors.device)
    return (1 - functional.cosine_similarity(mean, teacher[rows].to(mean), dim=-1)).mean()


def total(losses: dict[str, Tensor], *, late: bool = False) -> Tensor:
    """Return the weighted sum; `late` for the last steps, see `LATE`."""
    weights = WEIGHTS | LATE if late else WEIGHTS
    return torch.stack([weights[k] * v for k, v in losses.items() if k in weights]).sum()


def happening_loss(net: Reader, batch: Batch, mentions: Sequence[tuple[int, int, int, int]]) -> Tensor:
    """Return the supervised contrastive loss of a story's mentions (Khosla et al. 2020).

    Args:
        net: The network.
        batch: Passages of one story or topic.
        mentions: (row of its passage, first word, word behind the last, number of its happening) of each.
    """
    words = net.happening(net.words(batch.ids, batch.mask, batch.shapes, batch.first)[1])
    sums = functional.pad(words.cumsum(1), (0, 0, 1, 0))
    at = torch.tensor(mentions, device=words.device)
    vectors = functional.normalize(sums[at[:, 0], at[:, 2]] - sums[at[:, 0], at[:, 1]], dim=-1)
    own = torch.eye(len(at), dtype=torch.bool, device=words.device)
    scores = (vectors @ vectors.T / TEMPERATURE).masked_fill(own, -1e4)
    same = (at[:, 3][:, None] == at[:, 3][None, :]) & ~own
    anchors = same.any(1)
    logs = functional.log_softmax(scores, 1)
    per_anchor = -(logs * same).sum(1)[anchors] / same.sum(1)[anchors]
    return per_anchor.mean()
