"""Fewer steps for the same numbers: an exported network with the runtime's fused operations.

    python -m training.fuse READER.onnx

What PyTorch writes spells attention out: shape arithmetic, copies of queries, keys and values, a product, a scale, a
mask, a softmax, another product and a copy back. onnxruntime fuses much when it opens a file, but not this
attention, whose parts come out of one product or two. Here it is written as onnxruntime's own operation, and the
features of the shapes of pieces, which hang on weights alone, are added up once and for all. The weights stay as they
are, in int8. A sum that a normalization follows stays two operations: fused, it was slower and gave other numbers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
"""Domain of onnxruntime's own operations."""

HEADS = 12
"""Attention heads of the encoder, as in `training.network`."""

MASKED = -30000.0
"""Added to the score of a piece that is padding, as in `training.network`."""

_MASK = "mask_as_integers"

Replacement = tuple[str, list[NodeProto]]
"""A value, and the nodes that give it instead of the one that does."""


class _Graph:
    """Look-ups of a graph: `maker` gives the node that gives a value, `takers` those that take it."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self.nodes = list(graph.node)
        self.maker = {name: node for node in self.nodes for name in node.output}
        self.takers: dict[str, list[NodeProto]] = {}
        for node in self.nodes:
            for name in node.input:
                self.takers.setdefault(name, []).append(node)
        self._weights = {weight.name: weight for weight in graph.initializer}

    def value(self, name: str) -> NDArray[np.generic] | None:
        """Return a weight or constant, None for a value that hangs on the input."""
        if name in self._weights:
            return numpy_helper.to_array(self._weights[name])
        node = self.maker.get(name)
        return numpy_helper.to_array(node.attribute[0].t) if node is not None and node.op_type == "Constant" else None

    def up(self, node: NodeProto, *kinds: str) -> NodeProto | None:
        """Return the node at the end of a way up, over the first input of each kind; None when there is no such way."""
        for kind in kinds:
            makers = [self.maker[name] for name in node.input if name in self.maker]
            found = [maker for maker in makers if maker.op_type == kind]
            if not found:
                return None
            node = found[0]
        return node

    def down(self, node: NodeProto, *kinds: str) -> NodeProto | None:
        """Return the node at the end of a way down, every value on it with one taker; None if there is none."""
        for kind in kinds:
            takers = self.takers.get(node.output[0], [])
            if [taker.op_type for taker in takers] != [kind]:
                return None
            node = takers[0]
        return node


def fuse(model: onnx.ModelProto, *, heads: int = HEADS) -> onnx.ModelProto:
    """Return a network with the same inputs and outputs, whose numbers differ in the last digits only.

    Args:
        model: As `training.export` writes it, in int8 or float32; it stays as it is.
        heads: Attention heads.
    """
    fused = onnx.ModelProto()
    fused.CopyFrom(model)
    graph = _Graph(fused.graph)
    attention = list(_attention(graph, heads))
    changes = dict([*attention, *_shapes(graph)])
    nodes = [helper.make_node("Cast", ["mask"], [_MASK], to=TensorProto.INT32)] if attention else []
    for node in graph.nodes:
        nodes.extend(changes.get(node.output[0], [node]))
    wanted = {output.name for output in fused.graph.output}
    kept = []
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            kept.append(node)
            wanted.update(node.input)
    weights = [weight for weight in fused.graph.initializer if weight.name in wanted]
    del fused.graph.node[:], fused.graph.initializer[:]
    fused.graph.node.extend(reversed(kept))
    fused.graph.initializer.extend(weights)
    if all(entry.domain != MICROSOFT for entry in fused.opset_import):
        fused.opset_import.append(helper.make_opsetid(MICROSOFT, 1))
    return fused


def _attention(graph: _Graph, heads: int) -> Iterator[Replacement]:
    """Yield the attention of each layer, from what holds its parts to the heads side by side.

    One product holds queries, keys and values, or one the queries of some pieces and another the rest.
    """
    for softmax in graph.nodes:
        product = graph.up(softmax, "Add", "Mul", "MatMul") if softmax.op_type == "Softmax" else None
        end = graph.down(softmax, "MatMul", "Transpose", "Reshape") if product else None
        asked = graph.up(product, "Gather", "Transpose", "Reshape") if product and end else None
        given = graph.up(product, "Transpose", "Gather", "Transpose", "Reshape") if product and end else None
        if asked is None or given is None or end is None:
            continue
        name = end.output[0]
        parts = [f"{name}_{part}" for part in ("query", "key", "value")]
        held = parts
        added = _added(graph, softmax)
        if asked.input[0] != given.input[0]:
            parts, held = [asked.input[0], *parts[1:]], parts[1:]
        yield (
            name,
            [
                helper.make_node("Split", [given.input[0]], held, axis=-1),
                helper.make_node(
                    "MultiHeadAttention",
                    [*parts, "", "", added] if added else [*parts, "", _MASK],
                    [name],
                    domain=MICROSOFT,
                    num_heads=heads,
                    mask_filter_value=MASKED,
                ),
            ],
        )


def _added(graph: _Graph, softmax: NodeProto) -> str:
    """Return what is added to the scores before a softmax where that is more than the mask of padding, else ""."""
    total = graph.up(softmax, "Add")
    assert total is not None
    makers = {name: graph.maker[name].op_type for name in total.input if name in graph.maker}
    return next((name for name, kind in makers.items() if kind == "Add"), "")


def _shapes(graph: _Graph) -> Iterator[Replacement]:
    """Yield the sum over the features of each shape of a piece, as a constant."""
    for total in graph.nodes:
        scaled = graph.up(total, "DequantizeLinear") if total.op_type == "ReduceSum" else None
        rows = graph.up(scaled, "Gather") if scaled else None
        if scaled is None or rows is None:
            continue
        table, places = (graph.value(name) for name in rows.input)
        scale, zero = (graph.value(name) for name in scaled.input[1:])
        axes = graph.value(total.input[1])
        if table is None or places is None or scale is None or zero is None or axes is None:
            continue
        features = (table.astype(np.float32) - zero.astype(np.float32)) * scale
        summed = features[places.astype(np.int64)].sum(tuple(axes.tolist()), dtype=np.float32)
        value = numpy_helper.from_array(summed, total.output[0])
        yield total.output[0], [helper.make_node("Constant", [], [total.output[0]], value=value)]


def main(path: Path) -> None:
    """Fuse a file in place."""
    onnx.save(fuse(onnx.load(str(path))), str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
