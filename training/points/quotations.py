"""The regression for variants of one quotation, fitted on the clauses that readers marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from training.points.labels import rows_of
from training.points.regression import fit_logistic
from variorum.align.candidates import nested_pairs
from variorum.align.spoken import QUOTATION_FEATURES, quotation_features, spoken_claims, voice_names
from variorum.model import Story

_BY_HAND = {"unknown voice": -0.8, "other voices": -3.0, "neither is quoted": 1.2}
"""Weights that gold clauses cannot teach: their voices are the readers' own, and no indirect speech but
marked variants stands among them."""

_BAR = 0.5


def _examples(story: Story, gold: dict[str, Any]) -> tuple[list[Any], list[float]]:
    """Return features and labels of every pair of marked variants of a story."""
    views, spoken = spoken_claims(story)
    names, by_row = voice_names(story), {s.view.row: s for s in spoken}
    of_row: dict[int, set[int]] = {}
    for number, quotation in enumerate(gold.get("quotations") or []):
        for evidence in quotation["variants"]:
            for row in rows_of(story, evidence):
                of_row.setdefault(row, set()).add(number)
    nested = nested_pairs(story.claims)
    features, labels = [], []
    for a, b in combinations(sorted(r for r in of_row if r in by_row), 2):
        if (a, b) not in nested:
            features.append(quotation_features(views, names, by_row[a], by_row[b]))
            labels.append(float(bool(of_row[a] & of_row[b])))
    return features, labels


def fit_quotations(stories: Sequence[tuple[Story, dict[str, Any]]]) -> dict[str, object]:
    """Return the quotation part of the table, from stories made of gold clauses with their gold."""
    pairs = [_examples(story, gold) for story, gold in stories]
    x = np.array([row for features, _ in pairs for row in features])
    y = np.array([label for _, labels in pairs for label in labels])
    same = x[:, QUOTATION_FEATURES.index("other voices")] == 0
    learned = [k for k, name in enumerate(QUOTATION_FEATURES) if name not in ("unknown voice", "other voices")]
    fitted = fit_logistic(x[same][:, learned], y[same], np.ones(int(same.sum())), ridge=3.0)
    table = {"bias": round(float(fitted[0]), 4)}
    table |= {QUOTATION_FEATURES[k]: round(float(w), 4) for k, w in zip(learned, fitted[1:], strict=True)}
    return {"quotation": table | _BY_HAND, "quotation stop": _BAR}
