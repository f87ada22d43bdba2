"""What a careful reader found in a story: `gold.yaml` as data, and a check that its quotations stand.

    python -m eval.gold examples/*

A story is a folder with `reports/` and `gold.yaml`; docs/evaluation.md describes the layers.
"""

from __future__ import annotations

import argparse
import calendar
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from eval.folding import Folded, fold

CERTAINTIES = frozenset({"asserted", "expected", "possible", "alleged", "denied", "wanted", "hypothetical"})
ROLES = frozenset({"title", "standfirst", "byline", "update", "caption", "heading", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words copied from a report; they stand in it once."""

    report: str
    text: str


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends inclusive."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report as the gold lists it; `published` is None when no reader can tell."""

    id: str
    published: date | None


@dataclass(frozen=True, slots=True)
class LineMark:
    """A line that is not body.

    Attributes:
        line: The line's first words, or the whole line when `exact`.
        role: What it is for.
        exact: Only a line of exactly these words.
        every: Every such line, not only the first.
    """

    line: str
    role: str
    exact: bool
    every: bool


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person, organization, place or other with all its names."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """A statement that a report gives to a voice."""

    content: Quote
    voice: str
    mode: str


@dataclass(frozen=True, slots=True)
class GoldCertainty:
    """A clause and one of the seven classes."""

    quote: Quote
    value: str


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression, found inside a longer quotation that stands once."""

    inside: Quote
    expression: str
    days: Days


@dataclass(frozen=True, slots=True)
class GoldPoint:
    """The clauses that tell one thing; `origins` is None where the reader left it open."""

    id: str
    evidence: tuple[Quote, ...]
    origins: int | None


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """A question with two or more answers, each with its clauses."""

    id: str
    readings: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True)
class GoldDevelopment:
    """What was ahead, and what came of it."""

    before: tuple[Quote, ...]
    after: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldHappening:
    """A dated happening of the timeline."""

    days: Days
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoldStory:
    """All layers of one story.

    Attributes:
        sources: Each report's file as text, HTML tags included, by report id.
        compatible: Pairs that look like conflicts and are none.
        quotations: Groups of variants of one voice's words.
    """

    name: str
    title: str
    reports: tuple[GoldReport, ...]
    sources: Mapping[str, str]
    segments: Mapping[str, tuple[LineMark, ...]]
    entities: tuple[GoldEntity, ...]
    attributions: tuple[GoldAttribution, ...]
    certainty: tuple[GoldCertainty, ...]
    times: tuple[GoldTime, ...]
    points: tuple[GoldPoint, ...]
    conflicts: tuple[GoldConflict, ...]
    compatible: tuple[tuple[Quote, Quote], ...]
    developments: tuple[GoldDevelopment, ...]
    quotations: tuple[tuple[Quote, ...], ...]
    timeline: tuple[GoldHappening, ...]

    def names_of(self, voice: str) -> frozenset[str]:
        """Return every name of the entity that `voice` names, `voice` included."""
        names = {voice}
        for entity in self.entities:
            if voice == entity.name or voice in entity.aliases:
                names |= {entity.name, *entity.aliases}
        return frozenset(names)


def parse_days(value: object) -> Days:
    """Read `2000`, `2000-07`, `2000-07-19` or `A/B` as the days it covers.

    Raises:
        ValueError: The value is no such date.
    """
    text = str(value)
    if "/" in text:
        first, last = text.split("/")
        return Days(parse_days(first).first, parse_days(last).last)
    parts = [int(part) for part in text[:10].split("-")]
    if len(parts) == 1:
        return Days(date(parts[0], 1, 1), date(parts[0], 12, 31))
    if len(parts) == 2:
        year, month = parts
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Days(date(*parts), date(*parts))


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


def _all_quotes(gold: GoldStory) -> Iterator[tuple[str, Quote]]:
    yield from (("attributions", a.content) for a in gold.attributions)
    yield from (("certainty", c.quote) for c in gold.certainty)
    yield from (("times", t.inside) for t in gold.times)
    yield from (("points", q) for p in gold.points for q in p.evidence)
    yield from (("conflicts", q) for x in gold.conflicts for reading in x.readings for q in reading)
    yield from (("compatible", q) for pair in gold.compatible for q in pair)
    yield from (("developments", q) for d in gold.developments for q in (*d.before, *d.after))
    yield from (("quotations", q) for variants in gold.quotations for q in variants)
    yield from (("timeline", q) for t in gold.timeline for q in t.evidence)


def faults(gold: GoldStory) -> list[str]:
    """Say what is wrong with a gold file, one line each; empty when all is well."""
    texts: dict[str, Folded] = {report: fold(source) for report, source in gold.sources.items()}
    found: list[str] = []
    for layer, quote in _all_quotes(gold):
        times = texts[quote.report].count(quote.text) if quote.report in texts else 0
        if times != 1:
            found.append(f"{layer}: {quote.report} has {times} times: {quote.text}")
    found += [f"certainty: no class {c.value}" for c in gold.certainty if c.value not in CERTAINTIES]
    found += [
        f"times: {t.expression!r} is not in {t.inside.text!r}"
        for t in gold.times
        if fold(t.inside.text).count(t.expression) == 0
    ]
    for report, marks in gold.segments.items():
        starts = [fold(line.strip()).text for line in gold.sources[report].split("\n")]
        for mark in marks:
            if mark.role not in ROLES:
                found.append(f"segments: no role {mark.role}")
            if not any(start.startswith(fold(mark.line).text) for start in starts):
                found.append(f"segments: {report} has no line {mark.line!r}")
    names = " ".join(fold(source).text for source in gold.sources.values())
    found += [f"entities: no report has {a!r}" for e in gold.entities for a in e.aliases if fold(a).text not in names]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the gold of the given story folders; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Check that the gold of stories quotes their reports.")
    parser.add_argument("stories", nargs="+", type=Path)
    wrong = 0
    for folder in parser.parse_args(arguments).stories:
        for fault in faults(load_gold(folder)):
            wrong += 1
            print(f"{folder.name}: {fault}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
