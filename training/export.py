"""From checkpoints to the files that the package carries: ONNX in int8, labels, relation scorer, tokenizer."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training.fuse import fuse
from training.layers import WIDTH
from training.lemma_table import lemma_table, tagged_words
from training.network import Reader, encoder_folder, sizes_of
from training.parts import NETWORKS, ends_of
from variorum.reader.network import OUTPUTS


class Exported(nn.Module):
    """The network with the runtime's inputs and outputs."""

    def __init__(self, net: Reader) -> None:
        super().__init__()
        self.net = net
        for layer in (net.layers[-1], *net.own[-1:]):
            layer.take_apart()

    def forward(self, rows: Tensor, mask: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs of `OUTPUTS`."""
        out = self.net.heads(self.net.encode(rows, mask, shapes, first))
        out["rel_child"], out["rel_head"] = functional.gelu(out["rel_child"]), functional.gelu(out["rel_head"])
        return tuple(out[name] for name in OUTPUTS)


def load_average(checkpoint: Path, ends: Sequence[Path]) -> tuple[Reader, dict[str, Any]]:
    """Return the network of a run, and its last checkpoint.

    Args:
        checkpoint: The last one.
        ends: Moving averages at the ends of parts, of which the mean is taken.
    """
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    averages = [torch.load(end, map_location="cpu", weights_only=True) for end in ends]
    net = Reader(sizes_of(state["labels"]))
    net.load_state_dict(state["net"])
    mean = {name: torch.stack([average[name] for average in averages]).mean(0) for name in averages[0]}
    net.load_state_dict(mean, strict=False)  # what never learns is in the checkpoint alone
    return net.eval(), state


def load_joined(run: Path) -> tuple[Reader, dict[str, Any]]:
    """Return both networks of a run as one, and what the package's files say of its training.

    Args:
        run: Folder with the checkpoints, each in the folder of its network (`training.parts.NETWORKS`).
    """
    (net, rest), (alone, trees) = (
        load_average(run / name / "checkpoint.pt", [run / name / end for end in ends_of(name)]) for name in NETWORKS
    )
    net.take_trees(alone)
    states = dict(zip(NETWORKS, (rest, trees), strict=True))
    return net, {
        "steps": {name: state["step"] for name, state in states.items()},
        "settings": {name: state["settings"] for name, state in states.items()},
        "labels": {k: list(v) for k, v in rest["labels"].items() if k != "lemma"},
    }


def export(run: Path, folder: Path, data: Path) -> None:
    """Write the package's files from a run to `folder`; `data` is the folder of the corpora, for the lemma table."""
    net, trained = load_joined(run)
    folder.mkdir(parents=True, exist_ok=True)
    write_networks(net, folder)
    shutil.copy(encoder_folder() / "tokenizer.json", folder / "tokenizer.json")
    digest = hashlib.sha256((folder / "reader.onnx").read_bytes() + (folder / "relations.npz").read_bytes())
    meta = {"release": f"reader-4-{digest.hexdigest()[:8]}", **trained, "lemmas": lemma_table(tagged_words(data))}
    (folder / "reader.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_networks(net: Reader, folder: Path, *, whole: bool = False) -> None:
    """Write the numbers of a network: the ONNX file, the relation scorer, the embeddings.

    Args:
        net: In evaluation mode.
        folder: Must be there.
        whole: Leave all in float32, to measure what int8 costs.
    """
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    axes: dict[str, dict[int, str]] = dict.fromkeys(("rows", "mask", "shapes"), pieces)
    axes["first"] = words
    axes |= dict.fromkeys(OUTPUTS, words)
    axes |= {
        "arcs": {0: "batch", 1: "words", 2: "columns"},
        "rel_head": {0: "batch", 1: "columns"},
        "links": {0: "batch", 2: "words", 3: "words"},
    }
    mask = torch.ones(2, 12)
    example = (torch.randn(2, 12, WIDTH), mask, mask.long(), torch.arange(1, 8)[None].repeat(2, 1))
    write_onnx(Exported(net), example, axes, folder / "reader.onnx", whole=whole)
    relations = net.rel_mix.detach().numpy()  # [R, R', R'']
    width = relations.shape[1]
    bias = net.rel_bias.weight.detach().numpy().T
    np.savez_compressed(
        folder / "relations.npz",
        mix=relations.transpose(1, 0, 2).reshape(width, -1).astype(np.float16),
        bias_child=bias[:width].astype(np.float32),
        bias_head=bias[width:].astype(np.float32),
        bias=net.rel_bias.bias.detach().numpy().astype(np.float32),
    )
    _write_table(net.pieces.weight.detach().numpy(), folder, whole=whole)


def write_onnx(
    net: nn.Module, example: tuple[Tensor, ...], axes: dict[str, dict[int, str]], path: Path, *, whole: bool
) -> None:
    """Write a network as ONNX, with fused attention, in int8 per channel unless told not to.

    Args:
        net: In evaluation mode.
        example: An input.
        axes: Names of inputs, then outputs, with those of their axes that vary.
        path: To write.
        whole: Leave all in float32.
    """
    names = list(axes)
    with tempfile.TemporaryDirectory() as place:
        large, small = Path(place) / "large.onnx", Path(place) / "small.onnx"
        torch.onnx.export(
            net,
            example,
            str(large),
            input_names=names[: len(example)],
            output_names=names[len(example) :],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if not whole:
            quantize_dynamic(large, small, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8)
        model = onnx.load(str(large if whole else small))
        model = fuse(model)
        del model.graph.value_info[:]
        onnx.save(model, str(path))


def _write_table(embeddings: NDArray[np.float32], folder: Path, *, whole: bool) -> None:
    """Write the embeddings, in int8 with a scale of its own for each row unless told not to."""
    if whole:
        np.save(folder / "pieces.npy", embeddings)
        np.save(folder / "scales.npy", np.ones(len(embeddings), np.float32))
        return
    scale = np.abs(embeddings).max(1) / 127
    np.save(folder / "pieces.npy", np.rint(embeddings / np.maximum(scale, 1e-12)[:, None]).astype(np.int8))
    np.save(folder / "scales.npy", scale.astype(np.float32))
