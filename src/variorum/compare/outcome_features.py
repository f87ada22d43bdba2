"""What can be said about a claim that looks ahead beside one that may tell what came of it, as numbers with names.

What is told of is compared in `outcome_happening`, how it is told in `outcome_telling`. The weights are fitted by
`training/developments`; see `outcome_weights.json`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.compare.index import ClaimIndex
from variorum.compare.outcome_happening import happening_columns
from variorum.compare.outcome_rows import OutcomePairs
from variorum.compare.outcome_telling import telling_columns

FEATURES = (
    "wording",
    "wording beside the story's own",
    "rare words in common",
    "same head",
    "same head that says little",
    "kindred heads",
    "outcome's head among the plan's words",
    "named alike",
    "same object",
    "agent of one is object of the other",
    "other agents",
    "days meet",
    "days apart",
    "called off or changed",
    "plan is expected",
    "plan is wanted",
    "plan is possible",
    "plan's words look ahead",
    "plan is told as past",
    "plan is supposed or not known",
    "plan is not known yet",
    "plan is no mere guess",
    "later report",
    "earlier report",
    "outcome right behind",
    "outcome right before",
    "outcome is told as past",
    "outcome is told as present",
    "plan in a headline",
    "outcome in a headline",
    "others tell the plan",
    "others tell the outcome",
    "other reports in the plan's point",
    "other reports in the outcome's point",
    "plan deep in its report",
    "outcome deep in its report",
    "length of the plan",
    "length of the outcome",
    "plan is attributed",
    "outcome is attributed",
    "outcome is no clause",
)
"""Names of the columns of `outcome_features`, in order: cosines as they are, all others 0 to 1."""


def outcome_features(index: ClaimIndex, pairs: OutcomePairs) -> NDArray[np.float64]:
    """Return one row of `FEATURES` for each pair, shape (pairs, features)."""
    columns = happening_columns(index, pairs) | telling_columns(index, pairs)
    return np.column_stack([columns[name] for name in FEATURES])
