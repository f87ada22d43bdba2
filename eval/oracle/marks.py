"""Where the clauses that a gold file quotes stand, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from eval.folding import fold
from variorum.model import Certainty, Span


def locate(text: str, quote: str) -> tuple[int, int] | None:
    """Return the offsets of a gold quotation in `text`, half-open, or None when it is not there."""
    return fold(text).find(quote)


def gold_of(folder: Path) -> dict[str, Any]:
    """Return the parsed gold.yaml of a story folder."""
    gold: dict[str, Any] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    return gold


@dataclass
class Marks:
    """What the gold says about spans, by report."""

    spans: set[Span] = field(default_factory=set)
    certainty: dict[Span, Certainty] = field(default_factory=dict)
    voices: dict[Span, dict[str, Any]] = field(default_factory=dict)
    ahead: set[Span] = field(default_factory=set)


def quoted_clauses(gold: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield (layer, entry) for every quoted clause of the gold."""
    for point in gold.get("points") or []:
        yield from (("point", e) for e in point["evidence"])
    for conflict in gold.get("conflicts") or []:
        yield from (("conflict", e) for r in conflict["readings"] for e in r["evidence"])
    for pair in gold.get("compatible") or []:
        yield from (("compatible", pair[side]) for side in ("a", "b"))
    for development in gold.get("developments") or []:
        yield from (("before", e) for e in development["before"])
        yield from (("after", e) for e in development["after"])
    for quotation in gold.get("quotations") or []:
        voice = {"voice": quotation["voice"]} if "voice" in quotation else {}
        yield from (("quotation", {**e, **voice}) for e in quotation["variants"])
    for entry in gold.get("timeline") or []:
        yield from (("timeline", e) for e in entry["evidence"])
    for entry in gold.get("attributions") or []:
        yield "attribution", {**entry, "quote": entry["content"]}
    for entry in gold.get("certainty") or []:
        yield "certainty", entry


def collect_marks(gold: dict[str, Any], texts: dict[str, str]) -> Marks:
    """Return what the gold marks, laid on the reports' texts by id; a quotation that is not found is left out."""
    marks = Marks()
    for layer, entry in quoted_clauses(gold):
        found = locate(texts[entry["report"]], entry["quote"])
        if found is None:
            continue
        span = Span(entry["report"], *found)
        marks.spans.add(span)
        if layer == "certainty":
            marks.certainty[span] = entry["value"]
        elif layer == "before":
            marks.ahead.add(span)
        if "voice" in entry:
            marks.voices.setdefault(span, entry)
    return marks
