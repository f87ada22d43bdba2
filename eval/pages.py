"""Measure page reading: article text of saved pages, and roles of lines in pasted reports.

    python -m eval.pages [--data DIR] [--stories DIR ...] [--worst N]

Three figures:

- **article**: mean over pages of the F1 of four-word shingles between a page's article text, as the public
  benchmark of article extraction holds it (`pages/ground-truth.json`), and our lines of the roles `body` and
  `heading`, which is what that text holds. Shingles count as often as they occur. A page that is refused scores 0.
- **captions**: share of the captions that a person marked on 20 of these pages (`eval/captions.json`) which stand in a
  line of the role `caption`, and how many such lines hold none of them. A mark is a page's id with a digest of the
  caption's first letters and digits, 40 of them at most, so that no page's words lie in the project. Marked were the
  first 20 pages in the order of their ids that show a caption of a picture of the article, as their markup was looked
  through for `figcaption`, class names and whatever stands beside a picture; credits alone are no captions.
- **roles**: share of lines of the stories' pasted reports with the role that a careful reader gave them, by the
  scorer's own rule, from the reading of files alone.

`--data` is the folder of the open corpora (VARIORUM_DATA), `--stories` stories or folders of them (VARIORUM_STORIES).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.gold_file import load_gold, stories_below
from eval.laid import Laid
from eval.layers.texts import roles
from variorum.errors import InputError
from variorum.ingest import read_report, read_reports

ARTICLE_ROLES = ("body", "heading")

MARKS = Path(__file__).with_name("captions.json")

Shingles = Counter[tuple[str, ...]]


def shingles(text: str, size: int = 4) -> Shingles:
    """Return the runs of `size` words, lower-cased, with how often each occurs; a shorter text is one run."""
    words = re.findall(r"\w+", text.lower())
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))


def overlap(found: str, wanted: str) -> float:
    """Return the F1 of two texts' shingles; 1.0 when both are empty."""
    ours, gold = shingles(found), shingles(wanted)
    both, size = (ours & gold).total(), ours.total() + gold.total()
    return 2 * both / size if size else 1.0


def article_of(path: Path) -> str:
    """Return the article text that we read in a saved page; empty when it is refused."""
    try:
        report = read_report(path)
    except InputError:
        return ""
    return "\n".join(report.text[s.start : s.end] for s in report.segments if s.role in ARTICLE_ROLES)


def score_pages(folder: Path) -> dict[str, float]:
    """Return the F1 of every page, by its name."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return {
        name: overlap(article_of(folder / "html" / f"{name}.html.gz"), str(entry["articleBody"]))
        for name, entry in sorted(truth.items())
    }


def score_captions(folder: Path, marks: dict[str, list[dict[str, Any]]]) -> tuple[int, int, int]:
    """Return how many marked captions are typed, how many there are, and how many caption lines hold none of them."""
    typed = beside = 0
    for name, captions in sorted(marks.items()):
        try:
            report = read_report(folder / "html" / f"{name}.html.gz")
        except InputError:
            continue
        lines = [_letters(report.text[s.start : s.end]) for s in report.segments if s.role == "caption"]
        held = [{at for at, line in enumerate(lines) if _holds(line, mark)} for mark in captions]
        typed += sum(bool(places) for places in held)
        beside += len(lines) - len(set().union(*held))
    return typed, sum(len(captions) for captions in marks.values()), beside


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _holds(line: str, mark: dict[str, Any]) -> bool:
    """Tell whether a line of letters and digits holds the ones that a mark is the digest of."""
    size = int(mark["letters"])
    windows = (line[at : at + size] for at in range(len(line) - size + 1))
    return any(hashlib.sha256(window.encode()).hexdigest()[:16] == mark["sha256"] for window in windows)


def score_roles(story: Path) -> float:
    """Return the share of a story's lines with the right role."""
    reports = read_reports([story / "reports"]).reports
    return roles(Laid(load_gold(story), {"reports": [asdict(report) for report in reports]})).value


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, each where its data is given."""
    parser = argparse.ArgumentParser(description="Measure page reading.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--stories", nargs="*", type=Path, default=_given("VARIORUM_STORIES"))
    parser.add_argument("--worst", type=int, default=0, help="list so many pages with the lowest scores")
    options = parser.parse_args(arguments)
    if options.data is not None:
        scores = score_pages(Path(options.data) / "pages")
        print(f"article  F1 {sum(scores.values()) / len(scores):.3f}  over {len(scores)} pages")
        for name, value in sorted(scores.items(), key=lambda item: (item[1], item[0]))[: options.worst]:
            print(f"         {value:.3f}  {name}")
        typed, marked, beside = score_captions(Path(options.data) / "pages", json.loads(MARKS.read_text("utf-8")))
        print(f"captions    {typed / marked:.3f}  {typed} of {marked} typed; {beside} other lines typed as captions")
    if options.stories:
        found = {story.name: score_roles(story) for story in stories_below(options.stories)}
        each = "  ".join(f"{name} {value:.3f}" for name, value in sorted(found.items()))
        print(f"roles    {sum(found.values()) / len(found):.3f}  ({each})")
    return 0


def _given(name: str) -> list[Path]:
    value = os.environ.get(name)
    return [Path(value)] if value else []


if __name__ == "__main__":
    sys.exit(main())
