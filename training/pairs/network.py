"""The network that reads two claims side by side. Torch; the runtime reads its ONNX export.

The original encoder, cut in two: its lower layers read a claim for itself, its upper layers two claims together. A
word hears the words of its own claim as before, and those of the other one less or more, as each head learns.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.layers import HEADS, WIDTH
from training.network import Reader, Sizes, encoder_folder, load_trunk

#: Layers that read a claim for itself; the others read two together. With four, three and none of them for itself,
#: claims that nobody trained on were told apart about as well; with five, less well.
LOWER = 3

_HIDDEN = 128
_MASKED = -30000.0
_HEARD = -1.0  # how much less each head hears the other claim, to begin with
_COSINE = (8.0, -5.0)  # log-odds of two claims by the cosine of their means, to begin with


class ClaimNetwork(nn.Module):
    """The lower layers: claims' pieces to states. They stay as the original encoder has them."""

    def __init__(self) -> None:
        super().__init__()
        self.trunk = _encoder()
        del self.trunk.layers[LOWER:]

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Map embeddings of pieces [B, P, D] to states [B, P, D]; `mask` is 1 for a piece, 0 for padding, [B, P]."""
        x, bias = self.trunk._embedded(rows, mask)
        for layer in self.trunk.layers:
            x = layer(x, bias)
        return x

    def states(self, ids: list[list[int]]) -> list[Tensor]:
        """Return the states of each claim, [pieces, D], in half precision: training keeps those of all claims."""
        out: list[Tensor] = []
        with torch.no_grad():
            for own in ids:
                chosen = torch.tensor([own])
                out.append(self(self.trunk.pieces(chosen), torch.ones(chosen.shape))[0].half())
        return out


class PairNetwork(nn.Module):
    """The upper layers, and what decides."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList(_encoder().layers[LOWER:])
        for layer in self.layers:
            layer.drop = drop
        self.cross = nn.Parameter(torch.full((len(self.layers), HEADS), _HEARD))
        self.decide = nn.Sequential(nn.Linear(2 * WIDTH, _HIDDEN), nn.GELU(), nn.Dropout(drop), nn.Linear(_HIDDEN, 1))
        nn.init.zeros_(self.decide[-1].weight)
        nn.init.zeros_(self.decide[-1].bias)
        self.cosine = nn.Parameter(torch.tensor(_COSINE))
        self.drop = drop

    def forward(self, states: Tensor, mask: Tensor, side: Tensor) -> Tensor:
        """Return the log-odds that two claims tell one happening, [B]; which comes first changes nothing.

        Args:
            states: Of the first claim's pieces and then the second's, [B, P, D].
            mask: 1 for a piece, 0 for padding, [B, P].
            side: 0 for the first claim, 1 for the second, [B, P].
        """
        padding = (1.0 - mask[:, None, None, :]) * _MASKED
        crossing = (side[:, :, None] - side[:, None, :]).abs()[:, None]
        x = functional.dropout(states, self.drop, self.training)
        for layer, cross in zip(self.layers, self.cross, strict=True):
            x = layer(x, padding + crossing * cross[None, :, None, None])
        one, other = _mean(x, mask * (1.0 - side)), _mean(x, mask * side)
        apart = functional.dropout(torch.cat([(one - other).abs(), one * other], -1), self.drop, self.training)
        near = functional.cosine_similarity(one, other, dim=-1)
        return self.decide(apart).squeeze(-1) + self.cosine[0] * near + self.cosine[1]


def _encoder() -> Reader:
    """Return the original encoder's embeddings and layers; the heads that come with them are not used."""
    net = Reader(Sizes({}, 1, 1))
    load_trunk(net, encoder_folder())
    return net


def _mean(x: Tensor, weight: Tensor) -> Tensor:
    return (x * weight[..., None]).sum(1) / weight.sum(1, keepdim=True)


def joined(pairs: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor, Tensor]:
    """Return states, mask and side of some pairs of claims, padded to one length."""
    longest = max(len(a) + len(b) for a, b in pairs)
    states, mask, side = torch.zeros(len(pairs), longest, WIDTH), *torch.zeros(2, len(pairs), longest)
    for row, (a, b) in enumerate(pairs):
        both = len(a) + len(b)
        states[row, :both] = torch.cat([a, b]).float()
        mask[row, :both], side[row, len(a) : both] = 1.0, 1.0
    return states, mask, side
