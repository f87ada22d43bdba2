"""The shipped network with its weights and activations in float32: what int8 is held against."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np


def dequantised(path: Path) -> bytes:
    """Return a network like the one in `path`, each int8 product replaced by the float32 product of what it rounds.

    Weights come back as their int8 values times their scales, so the answers differ a little from the trained ones;
    the work that is done does not.

    Args:
        path: An ONNX file as onnxruntime's dynamic quantisation writes it.

    Raises:
        ImportError: The package `onnx` is not installed.
    """
    import onnx
    from onnx import helper, numpy_helper

    model = onnx.load(str(path))
    graph = model.graph
    values = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    source = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "DynamicQuantizeLinear"}
    users: dict[str, list[Any]] = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    for node in [node for node in graph.node if node.op_type == "MatMulInteger"]:
        base = node.input[1].removesuffix("_quantized")
        point = values[node.input[3]].astype(np.float32)
        weight = (values[node.input[1]].astype(np.float32) - point) * values[f"{base}_scale"]
        cast = users[node.output[0]][0]
        product = users[cast.output[0]][0]
        if weight.dtype != np.float32 or product.op_type != "Mul":
            raise ValueError(f"{path}: {node.name} is not quantised as expected")
        graph.initializer.append(numpy_helper.from_array(weight, f"{base}_float32"))
        plain = helper.make_node("MatMul", [source[node.input[0]], f"{base}_float32"], list(product.output))
        graph.node.insert(list(graph.node).index(product), plain)
        for old in (product, cast, node):
            graph.node.remove(old)
    _drop_unused(graph)
    return bytes(model.SerializeToString())


def _drop_unused(graph: Any) -> None:
    """Remove the nodes and the weights that nothing reads any more."""
    while True:
        read = {name for node in graph.node for name in node.input} | {item.name for item in graph.output}
        unread = [node for node in graph.node if not read & set(node.output)]
        if not unread:
            break
        for node in unread:
            graph.node.remove(node)
    for item in [item for item in graph.initializer if item.name not in read]:
        graph.initializer.remove(item)
