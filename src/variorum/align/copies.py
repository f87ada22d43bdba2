"""Passages that two reports share nearly word for word.

Shingles of a few words find where two reports run alike; matches on nearly one diagonal are chained
into a passage, across what an editor put in or took out. What is shared inside quotation marks is no
sign of copying: two reporters hear the same words. A word that mixes alphabets (a Cyrillic letter in
an English name) is an error, and an error that two reports share is the textual critic's best evidence
of one source. METER (Clough et al., 2002) measures derivation
from an agency by the same kind of runs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii

from variorum.model import CopiedPassage, Report, Span

_SHINGLE = 4  # words: shorter runs are phrases that anybody uses
_GAP = 7  # words that an editor may put in or take out between two matching runs
_LEAST_WORDS = 10  # matching words outside quotation marks: fewer stand in independent reports of one event
_LEAST_RUN = 6  # the longest unbroken run of a passage, in words
_LEAST_TELLING = 4  # different telling words, see `_telling`: names and formulas are the same everywhere
_LEAST_SIMILARITY = 0.6
_MOST_PLACES = 60  # places of one shingle; what stands oftener is a formula ("said in a statement on")
_ROLES = frozenset({"body", "standfirst", "caption"})
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_OPENING, _CLOSING = "“„«", "”»"


@dataclass(frozen=True, slots=True)
class _Words:
    """A report's words that count: folded, with offsets, and whether they stand in quotation marks."""

    report: str
    words: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    quoted: tuple[bool, ...]
    telling: tuple[int, ...]


def _quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Return the ranges inside double quotation marks; a mark that is not closed ends with its paragraph."""
    ranges = []
    opened: int | None = None
    for i, ch in enumerate(text):
        if ch == "\n" and opened is not None:
            ranges.append((opened, i))
            opened = None
        elif ch in _OPENING or (ch == '"' and opened is None):
            opened = i if opened is None else opened
        elif opened is not None and (ch in _CLOSING or ch == '"'):
            ranges.append((opened, i + 1))
            opened = None
    if opened is not None:
        ranges.append((opened, len(text)))
    return ranges


def _telling(word: str) -> int:
    """Return how much a shared word tells of copying: 1 for a long common word, 4 for a mix of alphabets."""
    if any(ch > "\u0250" for ch in word) and any(ch.isascii() and ch.isalpha() for ch in word):
        return _LEAST_TELLING
    return int(len(word) >= 5 and word.islower())


def _words_of(report: Report) -> _Words:
    quoted_at = _quoted_ranges(report.text)
    words, start, end, quoted, telling = [], [], [], [], []
    at = 0
    for segment in report.segments:
        if segment.role not in _ROLES:
            continue
        for match in _WORD.finditer(report.text, segment.start, segment.end):
            while at < len(quoted_at) and quoted_at[at][1] <= match.start():
                at += 1
            words.append(anyascii(match.group()).lower())
            start.append(match.start())
            end.append(match.end())
            quoted.append(at < len(quoted_at) and quoted_at[at][0] <= match.start())
            telling.append(_telling(match.group()))
    return _Words(report.id, tuple(words), tuple(start), tuple(end), tuple(quoted), tuple(telling))


def _runs(a: _Words, b: _Words, index: dict[tuple[str, ...], list[int]]) -> list[tuple[int, int, int]]:
    """Return maximal runs that both hold, as (place in a, place in b, length), each found once."""
    runs = []
    reach: dict[int, int] = {}
    for i in range(len(a.words) - _SHINGLE + 1):
        for j in index.get(a.words[i : i + _SHINGLE], ()):
            if reach.get(i - j, -1) >= i:
                continue
            length = _SHINGLE
            while (
                i + length < len(a.words) and j + length < len(b.words) and a.words[i + length] == b.words[j + length]
            ):
                length += 1
            runs.append((i, j, length))
            reach[i - j] = i + length - _SHINGLE
    return runs


def _chains(runs: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Return runs chained in order over small gaps; a run goes to the chain whose end is nearest."""
    chains: list[list[tuple[int, int, int]]] = []
    open_chains: list[list[tuple[int, int, int]]] = []
    for run in sorted(runs):
        i, j, _ = run
        open_chains = [c for c in open_chains if i - (c[-1][0] + c[-1][2]) <= _GAP]
        best: tuple[int, list[tuple[int, int, int]]] | None = None
        for chain in open_chains:
            gap_a = i - (chain[-1][0] + chain[-1][2])
            gap_b = j - (chain[-1][1] + chain[-1][2])
            if gap_a > -_SHINGLE and -_SHINGLE < gap_b <= _GAP and j > chain[-1][1]:
                gap = abs(gap_a) + abs(gap_b)
                if best is None or gap < best[0]:
                    best = (gap, chain)
        if best:
            best[1].append(run)
        else:
            chains.append([run])
            open_chains.append(chains[-1])
    return chains


def _passage(a: _Words, b: _Words, chain: list[tuple[int, int, int]]) -> CopiedPassage | None:
    """Return the chain as a copied passage, or None when it is too short, too loose or a shared quotation."""
    first_a, first_b = chain[0][0], chain[0][1]
    last_a, last_b = chain[-1][0] + chain[-1][2], chain[-1][1] + chain[-1][2]
    shared = sorted({i + k for i, _, length in chain for k in range(length)})
    free = sum(not a.quoted[i] for i in shared)
    telling = sum({a.words[i]: a.telling[i] for i in shared if not a.quoted[i]}.values())
    similarity = min(1.0, len(shared) / max(last_a - first_a, last_b - first_b))
    longest = max(length for _, _, length in chain)
    if free < _LEAST_WORDS or telling < _LEAST_TELLING or longest < _LEAST_RUN or similarity < _LEAST_SIMILARITY:
        return None
    return CopiedPassage(
        Span(a.report, a.start[first_a], a.end[last_a - 1]),
        Span(b.report, b.start[first_b], b.end[last_b - 1]),
        round(similarity, 4),
    )


def _best_apart(passages: list[CopiedPassage]) -> list[CopiedPassage]:
    """Drop passages that overlap a longer one in both reports."""
    kept: list[CopiedPassage] = []
    for passage in sorted(passages, key=lambda p: (-len(p.first), p.first, p.second)):
        if not any(passage.first.overlap(k.first) and passage.second.overlap(k.second) for k in kept):
            kept.append(passage)
    return kept


def find_copies(reports: Sequence[Report]) -> tuple[CopiedPassage, ...]:
    """Return the passages that any two of the reports share nearly word for word.

    Body, standfirst and captions are compared, titles and boilerplate are not. Cost is linear in the
    words and in the shared runs.

    Args:
        reports: In any order; the order changes nothing.

    Returns:
        Sorted by first and second span; `first` stands in the report whose id sorts first.
    """
    texts = [_words_of(r) for r in sorted(reports, key=lambda r: r.id)]
    places: dict[tuple[str, ...], int] = defaultdict(int)
    indexes: list[dict[tuple[str, ...], list[int]]] = []
    for text in texts:
        index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i in range(len(text.words) - _SHINGLE + 1):
            shingle = text.words[i : i + _SHINGLE]
            index[shingle].append(i)
            places[shingle] += 1
        indexes.append(dict(index))
    common = {s for s, n in places.items() if n > _MOST_PLACES}
    for index in indexes:
        for shingle in common & index.keys():
            del index[shingle]
    found: list[CopiedPassage] = []
    for x, a in enumerate(texts):
        for y in range(x + 1, len(texts)):
            chains = _chains(_runs(a, texts[y], indexes[y]))
            passages = [p for chain in chains if (p := _passage(a, texts[y], chain))]
            found += _best_apart(passages)
    return tuple(sorted(found, key=lambda p: (p.first, p.second)))
