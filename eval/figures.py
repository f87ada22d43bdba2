"""A measured figure with all that a reader needs to judge it, and how figures are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure.

    Attributes:
        name: What was measured, and by which metric.
        value: What came out; a share is 0 to 1.
        units: How many things it was measured on.
        unit: What they are: "words", "names", "pairs".
        low: Lower end of the 95 per cent bootstrap interval; None where none was drawn.
        high: Upper end, likewise.
        baseline: The same metric for something simple on the same data; None where nothing simple can do the job.
        simple: What the baseline is.
        published: A figure that others published, by the same metric, on data as near as there is; None unknown.
        source: Whose figure that is, and on what.
        loss: How much better the unquantised network is, in the metric's own unit; None where it was not run.
    """

    name: str
    value: float
    units: int
    unit: str
    low: float | None = None
    high: float | None = None
    baseline: float | None = None
    simple: str = ""
    published: float | None = None
    source: str = ""
    loss: float | None = None


Figures = Mapping[str, Sequence[Figure]]
"""Figures by corpus."""


def f_score(right: float, system: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall from three counts, 0 where nothing is right."""
    return 2 * right / (system + gold) if right else 0.0


def as_record(figures: Figures) -> dict[str, list[dict[str, Any]]]:
    """Return figures as JSON takes them."""
    return {corpus: [asdict(figure) for figure in found] for corpus, found in figures.items()}


def table(figures: Figures) -> str:
    """Draw figures: a heading a corpus, a line a figure, what it stands against behind it."""
    lines = []
    for corpus, found in figures.items():
        lines.append(corpus)
        lines.extend("  " + line(figure) for figure in found)
    return "\n".join(lines)


def line(figure: Figure) -> str:
    """Return one figure as a line of text; what is not known leaves no trace."""
    interval = f" [{figure.low:.3f}, {figure.high:.3f}]" if figure.low is not None and figure.high is not None else ""
    against = []
    if figure.loss is not None:
        against.append(f"float32 {figure.loss:+.4f}")
    if figure.baseline is not None:
        against.append(f"{figure.simple} {figure.baseline:.3f}")
    if figure.published is not None:
        against.append(f"{figure.source} {figure.published:.3f}")
    measured = f"{figure.name:46}{figure.value:6.3f}{interval:17} {figure.units:6} {figure.unit:10}"
    return f"{measured} {'; '.join(against)}".rstrip()
