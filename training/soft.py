"""Trees in shares: how sure several networks are of each word's heads and relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

#: Heads of a word that are kept, and relations to its head.
HEADS = 8
RELATIONS = 5


@dataclass(frozen=True)
class SoftTree:
    """The likeliest heads and relations of a window's words, and their shares.

    Attributes:
        heads: Columns as in `Example.heads`, [W, H].
        head_shares: Of each, up to 1 in all, [W, H].
        relations: Numbers of relations to the word's head in `Example.heads`, [W, R].
        relation_shares: Of each, up to 1 in all, [W, R].
    """

    heads: NDArray[np.int16]
    head_shares: NDArray[np.float16]
    relations: NDArray[np.int16]
    relation_shares: NDArray[np.float16]


def likeliest(arcs: Tensor, relations: Tensor) -> SoftTree:
    """Keep the likeliest of all shares.

    Args:
        arcs: Shares of every column, [W, C].
        relations: Shares of every relation, [W, R].
    """
    heads = arcs.topk(min(HEADS, arcs.shape[1]), 1)
    labels = relations.topk(min(RELATIONS, relations.shape[1]), 1)
    return SoftTree(
        heads.indices.numpy().astype(np.int16),
        heads.values.numpy().astype(np.float16),
        labels.indices.numpy().astype(np.int16),
        labels.values.numpy().astype(np.float16),
    )


def spread(trees: Sequence[SoftTree | None], heads: Tensor, relation: Tensor, classes: int) -> tuple[Tensor, Tensor]:
    """Return shares of every head and every relation; a window without them has its one head and relation.

    Args:
        trees: Of each window.
        heads: Columns, negative where unknown, [B, W].
        relation: Numbers, negative where unknown, [B, W].
        classes: Number of relations.

    Returns:
        [B, W, W + 1] and [B, W, classes]; each row sums to 1, or to 0 where nothing is known.
    """
    words = heads.shape[1]
    arcs = functional.one_hot(heads.clamp(min=0), words + 1).float() * (heads >= 0)[..., None]
    kinds = functional.one_hot(relation.clamp(min=0), classes).float() * (relation >= 0)[..., None]
    for n, tree in enumerate(trees):
        if tree is None:
            continue
        size = len(tree.heads)
        arcs[n, :size] = _dense(tree.heads, tree.head_shares, words + 1)
        kinds[n, :size] = _dense(tree.relations, tree.relation_shares, classes)
    return arcs, kinds


def _dense(numbers: NDArray[np.int16], shares: NDArray[np.float16], size: int) -> Tensor:
    """Return [W, size] with the shares at their numbers, scaled to sum to 1."""
    kept = torch.from_numpy(shares.astype(np.float32))
    out = torch.zeros(len(numbers), size)
    out.scatter_add_(1, torch.from_numpy(numbers.astype(np.int64)), kept / kept.sum(1, keepdim=True).clamp(min=1e-6))
    return out
