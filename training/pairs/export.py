"""From the trained layers to the files that the package carries: both halves as ONNX, in int8."""

from __future__ import annotations

from pathlib import Path

import torch

from training.export import write_onnx
from training.layers import WIDTH
from training.pairs.network import ClaimNetwork, PairNetwork
from variorum.reader.comparer import CLAIMS, PAIRS

_PIECES = {0: "batch", 1: "pieces"}


def export_pairs(lower: ClaimNetwork, upper: PairNetwork, folder: Path, *, whole: bool = False) -> None:
    """Write `claims.onnx` and `pairs.onnx`.

    Args:
        lower: Reads a claim for itself.
        upper: Reads two together, in evaluation mode.
        folder: Is made where it is not there.
        whole: Leave all in float32, to measure what int8 costs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows, mask = torch.randn(2, 12, WIDTH), torch.ones(2, 12)
    axes = {"rows": _PIECES, "mask": _PIECES, "states": _PIECES}
    write_onnx(lower.eval(), (rows, mask), axes, folder / CLAIMS, whole=whole)
    side = torch.cat([torch.zeros(2, 5), torch.ones(2, 7)], 1)
    axes = {"states": _PIECES, "mask": _PIECES, "side": _PIECES, "log_odds": {0: "batch"}}
    write_onnx(upper.eval(), (rows, mask, side), axes, folder / PAIRS, whole=whole)
