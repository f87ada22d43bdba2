"""One function per layer: gold laid on a dossier in, score out. The rules are in docs/evaluation.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eval.laid import Laid
from eval.layers.collation import conflicts, developments, origins, points, quotations, timeline
from eval.layers.texts import dates, roles, times
from eval.layers.voices import attributions, certainty, entities
from eval.score import Score

LAYERS: Mapping[str, Callable[[Laid], Score]] = {
    "roles": roles,
    "dates": dates,
    "entities": entities,
    "attributions": attributions,
    "certainty": certainty,
    "times": times,
    "points": points,
    "origins": origins,
    "conflicts": conflicts,
    "developments": developments,
    "quotations": quotations,
    "timeline": timeline,
}


def score_story(laid: Laid) -> dict[str, Score]:
    """Score every layer that the reader marked."""
    scores = {name: layer(laid) for name, layer in LAYERS.items()}
    return {name: score for name, score in scores.items() if score.gold}


def mean(scores: Mapping[str, Score]) -> float:
    """Return the mean over a story's layers; 0.0 when it has none."""
    return sum(score.value for score in scores.values()) / len(scores) if scores else 0.0
