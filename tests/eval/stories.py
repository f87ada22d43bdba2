"""A story of two short reports with gold, and a dossier that finds all of it."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from eval.gold_file import load_gold
from eval.laid import Laid

NORTH = """Bridge shut after crack
Photo: the old bridge
Engineers closed the Arden bridge on Monday. "It may open again in May," Mayor Rosa Lind said.
Three cars were stopped."""

SOUTH = """Arden bridge closed
The Arden bridge was closed on Tuesday. Rosa Lind said it could open in May.
Two cars were stopped. The company Halvar denies that it knew of the crack."""

GOLD = """
story: bridge
title: A bridge is closed
reports:
  - {id: north, outlet: null, published: 2030-03-04}
  - {id: south, outlet: null, published: 2030-03-05}
segments:
  north:
    - {line: "Bridge shut", role: title}
    - {line: "Photo:", role: boilerplate}
  south:
    - {line: "Arden bridge closed", role: title, exact: true}
entities:
  - {name: Rosa Lind, kind: person, aliases: [Rosa Lind]}
  - {name: Halvar, kind: organization, aliases: [Halvar]}
attributions:
  - {report: north, content: "It may open again in May,", voice: Rosa Lind, mode: direct}
  - {report: south, content: "it could open in May", voice: Rosa Lind, mode: indirect}
certainty:
  - {report: north, quote: "It may open again in May", value: possible}
  - {report: south, quote: "denies that it knew of the crack", value: denied}
times:
  - {report: north, in: "Arden bridge on Monday", expr: Monday, value: 2030-03-04}
points:
  - id: closed
    origins: 2
    evidence:
      - {report: north, quote: "Engineers closed the Arden bridge on Monday"}
      - {report: south, quote: "The Arden bridge was closed on Tuesday"}
  - id: cars
    evidence:
      - {report: north, quote: "Three cars were stopped"}
      - {report: south, quote: "Two cars were stopped"}
conflicts:
  - id: day
    readings:
      - {value: Monday, evidence: [{report: north, quote: "Engineers closed the Arden bridge on Monday"}]}
      - {value: Tuesday, evidence: [{report: south, quote: "The Arden bridge was closed on Tuesday"}]}
compatible:
  - {a: {report: north, quote: "Three cars were stopped"}, b: {report: south, quote: "Two cars were stopped"}, why: a}
developments:
  - before: [{report: north, quote: "It may open again in May"}]
    after: [{report: south, quote: "The Arden bridge was closed on Tuesday"}]
quotations:
  - variants: [{report: north, quote: "It may open again in May"}, {report: south, quote: "it could open in May"}]
timeline:
  - {value: 2030-03-04, evidence: [{report: north, quote: "Engineers closed the Arden bridge on Monday"}]}
"""


def write_story(folder: Path) -> Path:
    """Write the story and return its folder."""
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "reports" / "south.txt").write_text(SOUTH, encoding="utf-8")
    (folder / "gold.yaml").write_text(GOLD, encoding="utf-8")
    return folder


def _segments(text: str, roles: list[str]) -> list[dict[str, Any]]:
    segments, start = [], 0
    for line, role in zip(text.split("\n"), roles, strict=True):
        segments.append({"start": start, "end": start + len(line), "role": role})
        start += len(line) + 1
    return segments


def _place(report: str, words: str) -> dict[str, Any]:
    text = {"north": NORTH, "south": SOUTH}[report]
    start = text.index(words)
    return {"report": report, "start": start, "end": start + len(words)}


def _claim(
    number: int, report: str, words: str, certainty: str = "asserted", voice: str | None = None
) -> dict[str, Any]:
    said = {"voice": voice, "text": None, "mode": "direct"} if voice else None
    return {"id": f"c{number}", **_place(report, words), "certainty": certainty, "attribution": said}


def full_dossier() -> dict[str, Any]:
    """Return a fresh dossier in which every layer is right."""
    return copy.deepcopy(
        {
            "reports": [
                {
                    "id": "north",
                    "source": "/somewhere/north.txt",
                    "text": NORTH,
                    "published": "2030-03-04",
                    "segments": _segments(NORTH, ["title", "boilerplate", "body", "body"]),
                },
                {
                    "id": "south",
                    "source": "south.html",
                    "text": SOUTH,
                    "published": "2030-03-05T08:00:00+00:00",
                    "segments": _segments(SOUTH, ["title", "body", "body"]),
                },
            ],
            "entities": [
                {
                    "id": "e1",
                    "name": "Rosa Lind",
                    "aliases": [],
                    "mentions": [_place("north", "Rosa Lind"), _place("south", "Rosa Lind")],
                },
                {"id": "e2", "name": "Halvar", "aliases": [], "mentions": [_place("south", "Halvar")]},
            ],
            "times": [{**_place("north", "Monday"), "from": "2030-03-04", "to": "2030-03-04"}],
            "claims": [
                _claim(1, "north", "Engineers closed the Arden bridge on Monday"),
                _claim(2, "north", "It may open again in May", "possible", "e1"),
                _claim(3, "north", "Three cars were stopped"),
                _claim(4, "south", "The Arden bridge was closed on Tuesday"),
                _claim(5, "south", "it could open in May", "possible", "e1"),
                _claim(6, "south", "Two cars were stopped"),
                _claim(7, "south", "The company Halvar denies that it knew of the crack", "denied"),
            ],
            "points": [
                {"id": "p1", "claims": ["c1", "c4"], "origins": ["o1", "o2"]},
                {"id": "p2", "claims": ["c3", "c6"], "origins": ["o1", "o2"]},
            ],
            "conflicts": [{"id": "x1", "readings": [{"claims": ["c1"]}, {"claims": ["c4"]}]}],
            "developments": [{"id": "d1", "before": ["c2"], "after": ["c4"]}],
            "quotations": [{"id": "q1", "variants": ["c2", "c5"]}],
            "timeline": [{"from": "2030-03-04", "to": "2030-03-04", "claims": ["c1"]}],
        }
    )


def laid(folder: Path, dossier: dict[str, Any]) -> Laid:
    """Lay the story's gold on a dossier."""
    return Laid(load_gold(write_story(folder)), dossier)
