"""The regression for variants of one quotation, fitted on claims as the program reads them.

Readers mark the quotations that stand in two wordings or more, so that a claim that they marked nowhere is most likely
no variant of one that they marked: such pairs count as different, for less than pairs of two marked quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.points.labels import rows_of
from training.points.regression import fit_logistic
from variorum.align.quotations import near_pairs
from variorum.align.spoken import QUOTATION_FEATURES, Spoken, quotation_features, spoken_claims, voice_names
from variorum.model import Story

_BY_HAND = {"other voices": -1.0, "other voices, neither quoted": -3.0}
"""Weights that marked quotations cannot teach: two people who say the same stand in no gold, and what stands there
as two voices is one that was misread. Misreading is likelier where the same words stand in quotation marks."""

_LEARNED = [k for k, name in enumerate(QUOTATION_FEATURES) if name not in _BY_HAND]
_UNMARKED = 0.3
"""Weight of a pair of which readers marked one claim only; tried by leaving stories out, 0.15 to 0.5 are as good."""

_RIDGE = 3.0
_BAR = 0.3


@dataclass(frozen=True, eq=False)
class _Pairs:
    """Pairs of one story with what its gold says of them.

    Attributes:
        features: Shape (pairs, features).
        same: 1 for variants of one quotation, 0 for others, shape (pairs,).
        weight: Of each pair, shape (pairs,).
    """

    features: NDArray[np.float64]
    same: NDArray[np.float64]
    weight: NDArray[np.float64]


def _marked(story: Story, gold: dict[str, Any], spoken: Sequence[Spoken]) -> tuple[dict[int, set[int]], set[int]]:
    """Return the quotations that each place stands for, and the places that only touch the words of some variant."""
    place = {s.view.row: i for i, s in enumerate(spoken)}
    of: dict[int, set[int]] = {}
    for number, quotation in enumerate(gold.get("quotations") or []):
        for evidence in quotation["variants"]:
            for row in rows_of(story, evidence):
                if row in place:
                    of.setdefault(place[row], set()).add(number)
    spans = [spoken[i].view.claim.span for i in of]
    beside = {
        i for i, one in enumerate(spoken) if i not in of and any(span.overlap(one.view.claim.span) for span in spans)
    }
    return of, beside


def _examples(story: Story, gold: dict[str, Any]) -> _Pairs:
    """Return the pairs of a story of which one claim at least is marked."""
    views, spoken = spoken_claims(story)
    of, beside = _marked(story, gold, spoken)
    names, features, same, weight = voice_names(story), [], [], []
    for i, j in near_pairs(views, spoken):
        if not (i in of or j in of) or i in beside or j in beside:
            continue
        features.append(quotation_features(views, names, spoken[i], spoken[j]))
        same.append(float(bool(of.get(i, set()) & of.get(j, set()))))
        weight.append(1.0 if i in of and j in of else _UNMARKED)
    shape = (len(features), len(QUOTATION_FEATURES))
    return _Pairs(np.array(features).reshape(shape), np.array(same), np.array(weight))


def fit_quotations(stories: Sequence[tuple[Story, dict[str, Any]]]) -> dict[str, object]:
    """Return the quotation part of the table, from stories as the program reads them with their gold.

    A story with many variants of one quotation has many like pairs: each weighs less, by the root of their number.
    """
    pairs = [_examples(story, gold) for story, gold in stories]
    known = [p for p in pairs if len(p.same)]
    x, y = np.concatenate([p.features for p in known]), np.concatenate([p.same for p in known])
    sample = np.concatenate([p.weight / max(1.0, p.same.sum()) ** 0.5 for p in known])
    fitted = fit_logistic(x[:, _LEARNED], y, sample, ridge=_RIDGE)
    table = {"bias": round(float(fitted[0]), 4)}
    table |= {QUOTATION_FEATURES[k]: round(float(w), 4) for k, w in zip(_LEARNED, fitted[1:], strict=True)}
    return {"quotation": table | _BY_HAND, "quotation stop": _BAR}
