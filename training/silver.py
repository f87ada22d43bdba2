"""Trees over news that nobody parsed: the mean of several networks, as examples to learn from.

A network that learns from what several say of much text comes near to what they say together (Kuncoro et al. 2016,
"Distilling an Ensemble of Greedy Dependency Parsers into One MST Parser").
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.encode import Batch, Example, collate_batch
from training.export import load_average
from training.network import Reader
from training.prepare import Prepared
from training.soft import likeliest
from variorum.reader.trees import best_trees

#: Padded pieces of a batch.
PIECES = 1024

#: Its name among the corpora, and those that it is made of.
CORPUS = "silver"
UNPARSED = ("worldwide", "polnear")

#: Heads whose class is taken over besides the tree.
TAGS = ("upos", "xpos", "feats", "lemma")


def labelled(checkpoints: Sequence[Path], prepared: Prepared, cache: Path) -> list[Example]:
    """Label all windows that nobody parsed, or load them from `cache` when that was done.

    Args:
        checkpoints: Of the networks whose mean is taken.
        prepared: The training data.
        cache: Is written when it is not there.

    Raises:
        FileNotFoundError: A checkpoint is missing: train it first.
    """
    if not cache.exists():
        nets = [load_average(path)[0] for path in checkpoints]
        examples = label(nets, [e for name in UNPARSED for e in prepared.examples[name]])
        cache.with_suffix(".part").write_bytes(pickle.dumps(examples))
        cache.with_suffix(".part").rename(cache)
    found: list[Example] = pickle.loads(cache.read_bytes())
    return found


def label(nets: Sequence[Reader], examples: Sequence[Example], log: Callable[[str], None] = print) -> list[Example]:
    """Return the examples with what the networks give them on average, where they have no label of their own.

    Args:
        nets: In evaluation mode, with the same labels.
        examples: Sentences are as they tell, or as the networks see them where they tell none. Windows of one text
            that begin alike are labelled once.
        log: Told how far it is.
    """
    known = {e.ids.tobytes(): e for e in examples}
    ordered = sorted(known.values(), key=lambda e: len(e.ids))
    found: list[Example] = []
    batch: list[Example] = []
    for number, example in enumerate(ordered):
        if batch and (len(batch) + 1) * len(example.ids) > PIECES:
            found.extend(_label(nets, batch))
            batch = []
        batch.append(example)
        if number % 500 == 0:
            log(f"trees over unlabelled news: {number} of {len(ordered)} windows")
    return found + (_label(nets, batch) if batch else [])


@torch.no_grad()
def _label(nets: Sequence[Reader], examples: Sequence[Example]) -> list[Example]:
    """Label the examples of one batch."""
    batch = collate_batch([replace(e, tags={}) for e in examples], ())
    outputs = [net.heads(net.words(batch.ids, batch.mask, batch.shapes, batch.first)) for net in nets]
    ends = _mean(outputs, "end")[..., 1].numpy() > 0.5
    for n, example in enumerate(examples):
        size = len(example.first)
        if (batch.group[n, :size] < 0).all():
            batch.group[n, :size] = torch.from_numpy(np.cumsum(ends[n, :size]) - ends[n, :size])
    arcs = torch.stack([_shares(out["arcs"], batch) for out in outputs]).mean(0)
    tags = {name: _mean(outputs, name).argmax(-1).numpy() for name in TAGS}
    found = []
    for n, example in enumerate(examples):
        size = len(example.first)
        group = batch.group[n, :size].numpy()
        heads = _trees(arcs[n, :size].clamp(min=1e-9).log().numpy(), group)
        relations = torch.stack(
            [
                torch.softmax(net.relations(out["rel_child"][n, :size], out["rel_head"][n, heads]), -1)
                for net, out in zip(nets, outputs, strict=True)
            ]
        ).mean(0)
        given = {name: column[n, :size] for name, column in tags.items()}
        given |= {"end": ends[n, :size], "relation": relations.argmax(-1).numpy()}
        found.append(
            replace(
                example,
                tags={name: column.astype(np.int16) for name, column in given.items()} | example.tags,
                heads=heads.astype(np.int16),
                group=group.astype(np.int16),
                soft=likeliest(arcs[n, :size], relations),
            )
        )
    return found


def _mean(outputs: Sequence[dict[str, Tensor]], name: str) -> Tensor:
    """Return the mean share of each class of a head, [B, W, classes]."""
    return torch.stack([torch.softmax(out[name], -1) for out in outputs]).mean(0)


def _shares(scores: Tensor, batch: Batch) -> Tensor:
    """Return the share of each column among the words of one sentence and the root, [B, W, W + 1]."""
    same = batch.group[:, :, None] == batch.group[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    return torch.softmax(scores.masked_fill(~allowed, -1e4), -1)


def _trees(scores: NDArray[np.float32], group: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the columns of the heads in the best tree of each sentence, [W]."""
    heads = np.zeros(len(group), dtype=np.int64)
    for number in np.unique(group):
        words = np.flatnonzero(group == number)
        first, end = words[0], words[-1] + 1
        tree = best_trees([scores[first:end][:, np.r_[0, first + 1 : end + 1]]])[0]
        heads[first:end] = np.where(tree > 0, tree + first, 0)
    return heads
