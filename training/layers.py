"""What the trunk is built of: BERT layers, and the shapes of words as an input of their own."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

from variorum.reader import shapes

WIDTH = 384
HEADS = 12


class Layer(nn.Module):
    """A BERT layer (post-norm) with one matrix for query, key and value."""

    def __init__(self, width: int = WIDTH, inner: int = 1536) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.apart: nn.ModuleList | None = None
        self.drop = 0.0

    def forward(self, x: Tensor, bias: Tensor, at: Tensor | None = None) -> Tensor:
        """Map pieces to the same, or to some of them.

        Args:
            x: [B, P, D].
            bias: [B, 1, 1, P], 0 for a piece and very negative for padding.
            at: [B, W, D], the numbers of W pieces, each D times; None for all of them.

        Returns:
            [B, P, D], or [B, W, D] where `at` is given: what is not asked for is not worked out.
        """
        d = x.shape[-1]
        if at is None:
            parts = self._split(self.qkv(x), 3)
            query, key, value = parts[0], parts[1], parts[2]
        else:
            ask, give = self.apart or (self._rows(0, d), self._rows(d, 3 * d))
            parts = self._split(give(x), 2)
            key, value = parts[0], parts[1]
            x = torch.gather(x, 1, at)
            query = self._split(ask(x), 1)[0]
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) * (d // HEADS) ** -0.5 + bias
            mixed = torch.softmax(scores, -1) @ value
        else:
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        x = self.norm1(x + self._drop(self.out(mixed.transpose(1, 2).reshape(x.shape))))
        return self.norm2(x + self._drop(self.down(functional.gelu(self.up(x)))))

    def _rows(self, start: int, end: int) -> Callable[[Tensor], Tensor]:
        """Return the map by some rows of the one matrix."""
        return lambda x: functional.linear(x, self.qkv.weight[start:end], self.qkv.bias[start:end])

    def take_apart(self) -> None:
        """Put the matrix of queries and that of keys and values in places of their own: only so they become int8."""
        d = self.qkv.in_features
        ask, give = nn.Linear(d, d), nn.Linear(d, 2 * d)
        for part, rows in ((ask, slice(0, d)), (give, slice(d, None))):
            part.weight.data.copy_(self.qkv.weight.data[rows])
            part.bias.data.copy_(self.qkv.bias.data[rows])
        self.apart = nn.ModuleList((ask, give))

    def _split(self, x: Tensor, parts: int) -> Tensor:
        """Return [parts, B, H, P, D / H] from [B, P, parts * D]."""
        b, p, d = x.shape
        return x.view(b, p, parts, HEADS, d // parts // HEADS).permute(2, 0, 3, 1, 4)

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.drop, self.training and self.drop > 0)


class Shapes(nn.Module):
    """Embedding of a piece's shape as a sum over its features, so that rare combinations are known too."""

    def __init__(self) -> None:
        super().__init__()
        sizes = (shapes.CASES, shapes.DIGITS, shapes.BREAKS, shapes.QUOTED, shapes.PARTS)
        offsets = [sum(sizes[:i]) for i in range(len(sizes))]
        rows = [[f + o for f, o in zip(shapes.shape_features(s), offsets, strict=True)] for s in range(shapes.SHAPES)]
        self.register_buffer("rows", torch.tensor(rows), persistent=False)
        self.features = nn.Parameter(torch.zeros(sum(sizes), WIDTH))

    def forward(self, shape: Tensor) -> Tensor:
        """Map [B, P] to [B, P, D]."""
        table = self.features[self.rows].sum(1)
        return functional.embedding(shape, table)
