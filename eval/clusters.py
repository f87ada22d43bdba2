"""Many reports at once: which report which event, and which are near-copies of each other.

    python -m eval.clusters --data DIR

On the articles of Giveme5W1H (`stories/news_cluster.open.jsonl`): events by B³ against the event that each article
is filed under, near-copies by F1 over pairs.

What a near-copy is, the corpus does not say. Here two articles are near-copies when at least half of the shorter one,
counted in words, is sentences that stand in the longer nearly word for word (at least 80 of 100 by edit distance to
the best place in it, `rapidfuzz.fuzz.partial_ratio`), among articles of 60 words or more. That knows nothing of the
program's own measure, which chains runs of words over gaps, asks for telling words and leaves out what stands in
quotation marks.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from eval.clusterings import b_cubed
from eval.figures import Figure, as_record, f_score, table
from variorum.align import find_copies
from variorum.align.events import sort_by_event
from variorum.ingest import report_from_text
from variorum.model import CopiedPassage, Report

LEAST_WORDS = 60
"""A teaser of two lines is no copy of the article that it leads to."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*[.!?]*")
_LEAST_SENTENCE = 6  # words; shorter ones stand anywhere
_SAME = 80.0  # of 100
_HALF = 0.5

Pair = tuple[str, str]
"""Ids of two articles, the smaller first."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the event that it is filed under."""

    report: Report
    event: str


def read_articles(path: Path) -> list[Article]:
    """Return the articles of a file of Giveme5W1H, read as our ingest reads pasted text, by id."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        day = date.fromisoformat(record["date"][:10]) if record.get("date") else None
        report = report_from_text(record["text"], record["id"], published=day)
        found.append(Article(replace(report, id=record["id"]), record["event"]))
    return sorted(found, key=lambda a: a.report.id)


def gold_copies(texts: Mapping[str, str]) -> set[Pair]:
    """Return the pairs of near-copies among texts by id: half of the shorter one's words stand in such sentences."""
    sentences = {name: sentences_of(text) for name, text in texts.items()}
    long = sorted(name for name, text in texts.items() if len(text.split()) >= LEAST_WORDS)
    plain = {name: _plain(texts[name]) for name in long}
    grams = {name: _grams(plain[name]) for name in long}
    found: set[Pair] = set()
    for a, b in combinations(long, 2):
        if not grams[a] & grams[b]:
            continue  # without five words in a row in common no sentence can be the same to four fifths
        short, other = sorted((a, b), key=lambda n: (len(texts[n]), n))
        own = sentences[short]
        there = [s for s in own if fuzz.partial_ratio(s, plain[other]) >= _SAME]
        if own and _word_count(there) >= _HALF * _word_count(own):
            found.add((a, b))
    return found


def sentences_of(text: str) -> list[str]:
    """Return the sentences of six words or more, folded, cut at full stops and line ends."""
    parts = [_plain(m.group()) for m in _SENTENCE.finditer(text)]
    return [p for p in parts if len(p.split()) >= _LEAST_SENTENCE]


def _word_count(sentences: Sequence[str]) -> int:
    return sum(len(s.split()) for s in sentences)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _grams(text: str, size: int = 5) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def found_copies(reports: Sequence[Report], copies: Sequence[CopiedPassage]) -> set[Pair]:
    """Return the pairs of reports of which copied passages hold at least half of the shorter one's article.

    Measured in characters of the segments that are article; passages that overlap count once.
    """
    held: dict[Pair, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for copy in copies:
        for span in (copy.first, copy.second):
            held[copy.first.report, copy.second.report][span.report].update(range(span.start, span.end))
    size = {
        r.id: sum(s.end - s.start for s in r.segments if s.role in {"body", "standfirst", "caption"}) for r in reports
    }
    long = {r.id for r in reports if len(r.text.split()) >= LEAST_WORDS}
    found: set[Pair] = set()
    for (a, b), spans in held.items():
        shorter = min((a, b), key=lambda n: (size[n], n))
        if {a, b} <= long and len(spans[shorter]) >= _HALF * size[shorter]:
            found.add((a, b))
    return found


def same_opening(reports: Sequence[Report]) -> set[Pair]:
    """Return the pairs whose first twenty words are the same: what a quick script takes for copies."""
    opening = {r.id: tuple(_plain(r.text).split()[:20]) for r in reports if len(r.text.split()) >= LEAST_WORDS}
    return {(a, b) for a, b in combinations(sorted(opening), 2) if opening[a] == opening[b]}


def measure(path: Path) -> list[Figure]:
    """Return the figures of events and of near-copies."""
    articles = read_articles(path)
    reports = [a.report for a in articles]
    events = [a.event for a in articles]
    group = {name: number for number, names in enumerate(sort_by_event(reports)) for name in names}
    found = b_cubed(events, [group[r.id] for r in reports])
    alone = b_cubed(events, [r.id for r in reports])
    gold = gold_copies({r.id: r.text for r in reports})
    system, plain = found_copies(reports, find_copies(reports)), same_opening(reports)
    return [
        Figure(
            name="events, B³ F1",
            value=found.f1,
            units=len(articles),
            unit="articles",
            baseline=alone.f1,
            simple="each article by itself",
        ),
        Figure(name="events, B³ recall", value=found.recall, units=len(set(events)), unit="events"),
        Figure(name="events, B³ precision", value=found.precision, units=len(set(group.values())), unit="groups"),
        Figure(
            name="near-copies, F1 of pairs",
            value=f_score(len(gold & system), len(system), len(gold)),
            units=len(gold),
            unit="pairs",
            baseline=f_score(len(gold & plain), len(plain), len(gold)),
            simple="same first twenty words",
        ),
    ]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Sort many reports by event and find near-copies.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"), help="the open corpora")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    if options.data is None:
        parser.error("name the data: --data or VARIORUM_DATA")
    figures = {"Giveme5W1H": measure(Path(options.data) / "stories" / "news_cluster.open.jsonl")}
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(as_record(figures), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
