"""What a dossier of an example comes to, in texts: small enough to read in a diff.

python -m tests.examples.golden      writes tests/examples/golden/*.json anew (./dev golden)
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eval.collating import dossier_of
from eval.gold_file import example_stories

FOLDER = Path(__file__).parent / "golden"

Record = Mapping[str, Any]


def project(dossier: Record) -> dict[str, Any]:
    """Return what of a dossier is compared.

    `reports` comes from the files alone and is the same everywhere. The other lists hang on the
    network, whose int8 arithmetic may differ a little from processor to processor.
    """
    claims = {claim["id"]: claim for claim in dossier["claims"]}
    texts = {report["id"]: report["text"] for report in dossier["reports"]}

    def words(claim_id: str) -> str:
        claim = claims[claim_id]
        passage = " ".join(texts[claim["report"]][claim["start"] : claim["end"]].split())
        return f"{claim['report']}: {passage}"

    def reports_of(ids: list[str]) -> set[str]:
        return {claims[i]["report"] for i in ids}

    return {
        "reports": {report["id"]: _report(report) for report in dossier["reports"]},
        "conflicts": sorted(_conflict(conflict, claims) for conflict in dossier["conflicts"]),
        "developments": sorted(
            f"{d['outcome']}: {words(min(d['before']))} -> {words(min(d['after']))}" for d in dossier["developments"]
        ),
        "points": sorted(words(p["best"]) for p in dossier["points"] if len(reports_of(p["claims"])) > 1),
        "quotations": sorted(" / ".join(sorted(map(words, q["variants"]))) for q in dossier["quotations"]),
        "timeline": sorted({f"{entry['from']}..{entry['to']}" for entry in dossier["timeline"]}),
    }


def _report(report: Record) -> dict[str, Any]:
    return {
        "outlet": report["outlet"],
        "title": report["title"],
        "published": report["published"],
        "basis": report["published_basis"],
        "roles": dict(sorted(Counter(segment["role"] for segment in report["segments"]).items())),
    }


def _conflict(conflict: Record, claims: Mapping[str, Record]) -> str:
    sides = sorted(
        f"{reading['value']} ({', '.join(sorted({claims[i]['report'] for i in reading['claims']}))})"
        for reading in conflict["readings"]
    )
    return f"{conflict['kind']}: {' | '.join(sides)}"


def golden_of(story: Path) -> dict[str, Any]:
    """Read a story's golden projection."""
    golden: dict[str, Any] = json.loads((FOLDER / f"{story.name}.json").read_text(encoding="utf-8"))
    return golden


def main() -> None:
    """Write every example's projection anew."""
    FOLDER.mkdir(exist_ok=True)
    for story in example_stories():
        text = json.dumps(project(dossier_of(story)), indent=1, ensure_ascii=False)
        (FOLDER / f"{story.name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
