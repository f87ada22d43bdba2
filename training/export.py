"""From a checkpoint to the files that the package carries: ONNX in int8, labels, relation scorer, tokenizer."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training.lemma_table import lemma_table, tagged_words
from training.network import Reader, Sizes, encoder_folder
from variorum.reader.network import OUTPUTS


class Exported(nn.Module):
    """The network with the runtime's inputs and outputs."""

    def __init__(self, net: Reader) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs of `OUTPUTS`."""
        out = self.net.heads(self.net.by_word(self.net.trunk(ids, mask, shapes), first))
        out["rel_child"], out["rel_head"] = functional.gelu(out["rel_child"]), functional.gelu(out["rel_head"])
        return tuple(out[name] for name in OUTPUTS)


def load_average(checkpoint: Path) -> tuple[Reader, dict[str, Any]]:
    """Return the network with the averaged weights of a checkpoint, and the checkpoint."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    sizes = {k: len(v) for k, v in state["labels"].items() if k != "relation"}
    net = Reader(Sizes(sizes, len(state["labels"]["relation"])))
    net.load_state_dict(state["net"])
    with torch.no_grad():
        for name, p in net.named_parameters():
            if name in state["average"]:
                p.copy_(state["average"][name])
    return net.eval(), state


def export(checkpoint: Path, folder: Path, data: Path) -> None:
    """Write the package's files to `folder`; `data` is the folder of the corpora."""
    net, state = load_average(checkpoint)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        whole, small = Path(place) / "whole.onnx", Path(place) / "small.onnx"
        _to_onnx(net, whole)
        quantize_dynamic(whole, small, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8)
        model = onnx.load(str(small))
        del model.graph.value_info[:]
        onnx.save(model, str(small))
        shutil.copy(small, folder / "reader.onnx")
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
    shutil.copy(encoder_folder() / "tokenizer.json", folder / "tokenizer.json")
    digest = hashlib.sha256((folder / "reader.onnx").read_bytes() + (folder / "relations.npz").read_bytes())
    meta = {
        "release": f"reader-2-{digest.hexdigest()[:8]}",
        "step": state["step"],
        "settings": state["settings"],
        "labels": {k: list(v) for k, v in state["labels"].items() if k != "lemma"},
        "lemmas": lemma_table(tagged_words(data)),
    }
    (folder / "reader.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _to_onnx(net: Reader, path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 12))
    first = torch.arange(1, 8)[None].repeat(2, 1)
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    axes: dict[str, dict[int, str]] = dict.fromkeys(("ids", "mask", "shapes"), pieces)
    axes["first"] = words
    axes |= dict.fromkeys(OUTPUTS, words)
    axes |= {
        "arcs": {0: "batch", 1: "words", 2: "columns"},
        "rel_head": {0: "batch", 1: "columns"},
        "links": {0: "batch", 2: "words", 3: "words"},
    }
    torch.onnx.export(
        Exported(net),
        (ids, torch.ones(ids.shape), torch.zeros_like(ids), first),
        str(path),
        input_names=["ids", "mask", "shapes", "first"],
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
