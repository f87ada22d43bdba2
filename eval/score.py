"""What a layer scored, and the two ways to count it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """One layer's result.

    Attributes:
        value: F1 or accuracy, 0 to 1.
        gold: How many items the reader marked; a layer with none is not scored.
        precision: None for a layer scored by accuracy.
        recall: None for a layer scored by accuracy.
        system: How many items the dossier has; None for a layer scored by accuracy.
        traps: Compatible pairs that the dossier reports as conflicts; None for other layers.
    """

    value: float
    gold: int
    precision: float | None = None
    recall: float | None = None
    system: int | None = None
    traps: int | None = None


def accuracy(right: int, gold: int) -> Score:
    """Score by the share of the reader's items that are right."""
    return Score(right / gold if gold else 0.0, gold)


def f1(hits: tuple[float, float], system: int, gold: int) -> Score:
    """Score by F1.

    Args:
        hits: Right items among the system's, and found items among the gold's.
        system: How many the system has.
        gold: How many the gold has.
    """
    precision = hits[0] / system if system else 0.0
    recall = hits[1] / gold if gold else 0.0
    both = precision + recall
    return Score(2 * precision * recall / both if both else 0.0, gold, precision, recall, system)
