"""Fused networks give the numbers of the networks that they were made of, in fewer steps."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime
import pytest

onnx = pytest.importorskip("onnx", reason="needs onnx, which only making the network needs")

from training.fuse import fuse  # noqa: E402 - it imports onnx

HEADS, WIDTH, BATCH, PIECES = 2, 8, 2, 5

AS_EXPORTED = """
<ir_version: 8, opset_import: ["" : 17]>
spelled (float[batch, pieces, 8] rows, float[batch, pieces] mask, int64[batch, pieces] shapes)
  => (float[batch, pieces, 8] out)
  <float[8, 24] weight, int8[3, 8] table, float scale = {0.5}, int8 zero = {0}>
{
  places = Constant <value = int64[2, 2] {0, 2, 1, 2}> ()
  features = Gather <axis = 0> (table, places)
  plain = DequantizeLinear (features, scale, zero)
  axes = Constant <value = int64[1] {1}> ()
  summed = ReduceSum <keepdims = 0> (plain, axes)
  shaped = Gather <axis = 0> (summed, shapes)
  x = Add (rows, shaped)
  one_axis = Constant <value = int64[2] {1, 2}> ()
  wide = Unsqueeze (mask, one_axis)
  one = Constant <value = float {1.0}> ()
  padding = Sub (one, wide)
  far = Constant <value = float {-30000.0}> ()
  bias = Mul (padding, far)
  parts = MatMul (x, weight)
  five = Constant <value = int64[5] {0, 0, 3, 2, 4}> ()
  apart = Reshape (parts, five)
  turned = Transpose <perm = [2, 0, 3, 1, 4]> (apart)
  first = Constant <value = int64 {0}> ()
  second = Constant <value = int64 {1}> ()
  third = Constant <value = int64 {2}> ()
  query = Gather <axis = 0> (turned, first)
  key = Gather <axis = 0> (turned, second)
  content = Gather <axis = 0> (turned, third)
  key_turned = Transpose <perm = [0, 1, 3, 2]> (key)
  product = MatMul (query, key_turned)
  factor = Constant <value = float {0.5}> ()
  scaled = Mul (product, factor)
  scores = Add (scaled, bias)
  shares = Softmax <axis = -1> (scores)
  heads = MatMul (shares, content)
  together = Transpose <perm = [0, 2, 1, 3]> (heads)
  three = Constant <value = int64[3] {0, 0, 8}> ()
  out = Reshape (together, three)
}
"""
"""One layer's attention and the features of shapes, spelled out as PyTorch exports them."""


def _in_two(exported: str) -> str:
    """Return the same with a product of its own for the queries, as the last layers have it."""
    one = """  turned = Transpose <perm = [2, 0, 3, 1, 4]> (apart)
  first = Constant <value = int64 {0}> ()
"""
    two = """  turned = Transpose <perm = [2, 0, 3, 1, 4]> (apart)
  first = Constant <value = int64 {0}> ()
  asked = MatMul (x, asking)
  five_asked = Constant <value = int64[5] {0, 0, 1, 2, 4}> ()
  apart_asked = Reshape (asked, five_asked)
  turned_asked = Transpose <perm = [2, 0, 3, 1, 4]> (apart_asked)
"""
    for old, new in (
        (one, two),
        ("query = Gather <axis = 0> (turned, first)", "query = Gather <axis = 0> (turned_asked, first)"),
        ("key = Gather <axis = 0> (turned, second)", "key = Gather <axis = 0> (turned, first)"),
        ("content = Gather <axis = 0> (turned, third)", "content = Gather <axis = 0> (turned, second)"),
        ("five = Constant <value = int64[5] {0, 0, 3, 2, 4}>", "five = Constant <value = int64[5] {0, 0, 2, 2, 4}>"),
        ("float[8, 24] weight", "float[8, 16] weight, float[8, 8] asking"),
    ):
        assert old in exported
        exported = exported.replace(old, new)
    return exported


def _heard_less(exported: str) -> str:
    """Return the same where some pieces hear others less, as the network for pairs of claims has it."""
    plain = "bias = Mul (padding, far)"
    assert plain in exported
    return exported.replace(
        plain, "hidden = Mul (padding, far)\n  less = Mul (shares_heard, one)\n  bias = Add (hidden, less)"
    ).replace("float[8, 24] weight", "float[8, 24] weight, float[1, 2, 5, 5] shares_heard")


@pytest.fixture(name="spelled", params=["one product", "two products", "some heard less"])
def _spelled(request: pytest.FixtureRequest) -> Any:
    in_two = request.param == "two products"
    spelling = {"two products": _in_two, "some heard less": _heard_less}.get(request.param, str)
    model = onnx.parser.parse_model(spelling(AS_EXPORTED))
    random = np.random.default_rng(3)
    weight = random.normal(size=(WIDTH, 3 * WIDTH)).astype(np.float32)
    table = random.integers(-9, 9, (3, WIDTH)).astype(np.int8)
    products = {"asking": weight[:, :WIDTH], "weight": weight[:, WIDTH:]} if in_two else {"weight": weight}
    if request.param == "some heard less":
        products["shares_heard"] = random.normal(size=(1, HEADS, PIECES, PIECES)).astype(np.float32)
    for name, values in (*products.items(), ("table", table)):
        model.graph.initializer.append(onnx.numpy_helper.from_array(values, name))
    return model


def _run(model: Any) -> Any:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    random = np.random.default_rng(5)
    mask = np.ones((BATCH, PIECES), np.float32)
    mask[1, 3:] = 0
    rows = random.normal(size=(BATCH, PIECES, WIDTH)).astype(np.float32)
    shapes = np.tile([0, 1, 1, 0, 1], (BATCH, 1))
    return session.run(None, {"rows": rows, "mask": mask, "shapes": shapes})[0]


def test_fusing_changes_no_number(spelled: Any) -> None:
    """Attention with padding, and the features of shapes, come out the same."""
    np.testing.assert_allclose(_run(fuse(spelled, heads=HEADS)), _run(spelled), atol=1e-5)


def test_attention_becomes_one_operation(spelled: Any) -> None:
    """Softmax and what stands around it are gone, and so is what only they needed."""
    fused = fuse(spelled, heads=HEADS)
    kinds = [node.op_type for node in fused.graph.node]
    assert kinds.count("MultiHeadAttention") == 1
    assert not {"Softmax", "Transpose", "DequantizeLinear", "ReduceSum"} & set(kinds)
    assert {weight.name for weight in fused.graph.initializer} <= {"weight", "asking", "shares_heard"}


def test_fusing_twice_is_fusing_once(spelled: Any) -> None:
    """A fused network has nothing left to fuse, and its numbers stay."""
    once = fuse(spelled, heads=HEADS)
    again = fuse(once, heads=HEADS)
    assert [node.op_type for node in again.graph.node] == [node.op_type for node in once.graph.node]
    assert np.array_equal(_run(again), _run(once))
