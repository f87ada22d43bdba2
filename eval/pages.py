"""Measure page reading: article text of saved pages, and roles of lines in pasted reports.

    python -m eval.pages [--data DIR] [--stories DIR ...] [--worst N]

Two figures:

- **article**: mean over pages of the F1 of four-word shingles between a page's article text, as the public
  benchmark of article extraction holds it (`pages/ground-truth.json`), and our lines of the roles `body` and
  `heading`, which is what that text holds. Shingles count as often as they occur. A page that is refused scores 0.
- **roles**: share of lines of the stories' pasted reports with the role that a careful reader gave them, by the
  scorer's own rule, from the reading of files alone.

`--data` is the folder of the open corpora (VARIORUM_DATA), `--stories` stories or folders of them (VARIORUM_STORIES).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from eval.gold_file import load_gold, stories_below
from eval.laid import Laid
from eval.layers.texts import roles
from variorum.errors import InputError
from variorum.ingest import read_report, read_reports

ARTICLE_ROLES = ("body", "heading")

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


def score_roles(story: Path) -> float:
    """Return the share of a story's lines with the right role."""
    reports = read_reports([story / "reports"]).reports
    return roles(Laid(load_gold(story), {"reports": [asdict(report) for report in reports]})).value


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both figures, each where its data is given."""
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
