"""Find stories and read their `gold.yaml`.

A story is a folder with `reports/`, several outlets' reports of one event, and `gold.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from eval.gold import (
    GoldAttribution,
    GoldCertainty,
    GoldConflict,
    GoldDevelopment,
    GoldEntity,
    GoldHappening,
    GoldPoint,
    GoldReport,
    GoldStory,
    GoldTime,
    LineMark,
    Quote,
    parse_days,
)

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def example_stories() -> tuple[Path, ...]:
    """Return the folders of the project's own stories, sorted."""
    return tuple(sorted(gold.parent for gold in EXAMPLES.glob("*/gold.yaml")))


def stories_below(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the stories among `paths` and directly inside them, in order, each once.

    Raises:
        FileNotFoundError: A path is no story and holds none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = [path] if (path / "gold.yaml").exists() else sorted(p.parent for p in path.glob("*/gold.yaml"))
        if not inside:
            raise FileNotFoundError(f"{path}: no story in it (a folder with gold.yaml and reports/)")
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _quote(entry: Mapping[str, Any], field: str = "quote") -> Quote:
    return Quote(entry["report"], str(entry[field]))


def _quotes(entries: Sequence[Mapping[str, Any]]) -> tuple[Quote, ...]:
    return tuple(_quote(entry) for entry in entries)


def _marks(entries: Sequence[Mapping[str, Any]]) -> tuple[LineMark, ...]:
    return tuple(LineMark(e["line"], e["role"], bool(e.get("exact")), bool(e.get("all"))) for e in entries)


def load_gold(folder: Path) -> GoldStory:
    """Read a story's gold and its reports' files.

    Raises:
        FileNotFoundError: The folder has no `gold.yaml`, or a report in it has no file.
    """
    raw: dict[str, Any] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    files = {path.stem: path for path in sorted((folder / "reports").iterdir())}
    missing = [r["id"] for r in raw["reports"] if r["id"] not in files]
    if missing:
        raise FileNotFoundError(f"{folder}: no file for {', '.join(missing)}")

    def layer(name: str) -> list[dict[str, Any]]:
        return raw.get(name) or []

    return GoldStory(
        name=raw["story"],
        title=raw["title"],
        reports=tuple(
            GoldReport(r["id"], parse_days(r["published"]).first if r.get("published") else None)
            for r in raw["reports"]
        ),
        sources={r["id"]: files[r["id"]].read_text(encoding="utf-8") for r in raw["reports"]},
        segments={report: _marks(entries) for report, entries in (raw.get("segments") or {}).items()},
        entities=tuple(GoldEntity(e["name"], tuple(str(a) for a in e["aliases"])) for e in layer("entities")),
        attributions=tuple(GoldAttribution(_quote(a, "content"), a["voice"], a["mode"]) for a in layer("attributions")),
        certainty=tuple(GoldCertainty(_quote(c), c["value"]) for c in layer("certainty")),
        times=tuple(GoldTime(_quote(t, "in"), str(t["expr"]), parse_days(t["value"])) for t in layer("times")),
        points=tuple(GoldPoint(p["id"], _quotes(p["evidence"]), p.get("origins")) for p in layer("points")),
        conflicts=tuple(
            GoldConflict(x["id"], tuple(_quotes(r["evidence"]) for r in x["readings"])) for x in layer("conflicts")
        ),
        compatible=tuple((_quote(c["a"]), _quote(c["b"])) for c in layer("compatible")),
        developments=tuple(GoldDevelopment(_quotes(d["before"]), _quotes(d["after"])) for d in layer("developments")),
        quotations=tuple(_quotes(q["variants"]) for q in layer("quotations")),
        timeline=tuple(GoldHappening(parse_days(t["value"]), _quotes(t["evidence"])) for t in layer("timeline")),
    )
