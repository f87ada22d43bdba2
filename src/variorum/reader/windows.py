"""A report as windows that the network can take: whole segments where they fit, with what stands before them."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Report
from variorum.reader.shapes import break_of
from variorum.reader.words import split_words

#: Words of a window that are read for their own sake. The trunk takes 512 pieces; news has 1.3
#: to 1.5 pieces a word, and attention grows with the square.
OWN = 160

#: Words before them that are read along for context.
CONTEXT = 48

#: Pieces that the trunk has positions for, `[CLS]` and `[SEP]` included.
MOST_PIECES = 512


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a report.

    Attributes:
        start: Offset of each word's first character.
        end: Offset behind its last.
        text: The words as they stand.
        breaks: Class of the white space before each, see `shapes.break_of`.
        block: Number of the segment or paragraph of each; a sentence or a name never crosses one.
        run: Number of the run of each: neighbouring blocks that are read together.
    """

    start: list[int]
    end: list[int]
    text: list[str]
    breaks: list[int]
    block: list[int]
    run: list[int]


@dataclass(frozen=True, slots=True)
class WindowRange:
    """Words of one pass: read from `context` to `end`, kept from `start` to `end`."""

    context: int
    start: int
    end: int


def report_words(report: Report) -> Words:
    """Split a report's segments into words; body segments that follow each other make one run."""
    words = Words([], [], [], [], [], [])
    block = run = -1
    before = ""
    for segment in report.segments:
        block += 1
        if segment.role != "body" or before != "body":
            run += 1
        before = segment.role
        last = None
        for s, e in split_words(report.text[segment.start : segment.end]):
            start, end = s + segment.start, e + segment.start
            gap = 3 if last is None else break_of(report.text[last:start])
            if gap == 3 and last is not None:
                block += 1
            words.start.append(start)
            words.end.append(end)
            words.text.append(report.text[start:end])
            words.breaks.append(gap)
            words.block.append(block)
            words.run.append(run)
            last = end
    return words


def _may_cut(words: Words, i: int) -> bool:
    """Tell whether a sentence may well begin at word `i`."""
    if words.block[i] != words.block[i - 1] or words.breaks[i] >= 2:
        return True
    before = words.text[i - 1]
    if before in {'"', "”", "’", "'", "''", ")", "»"} and i > 1:
        before = words.text[i - 2]
    return words.breaks[i] > 0 and before[-1:] in {".", "!", "?", "…"} and not words.text[i][:1].islower()


def cut_windows(words: Words, own: int = OWN, context: int = CONTEXT) -> list[WindowRange]:
    """Cut every run into windows of at most `own` words, at paragraphs or else sentences where there are any.

    Each window but a run's first also takes up to `context` words before it, from the start of a sentence.
    """
    out: list[WindowRange] = []
    size = len(words.text)
    start = 0
    while start < size:
        stop = start
        while stop < size and words.run[stop] == words.run[start]:
            stop += 1
        first = start
        while start < stop:
            end = _window_end(words, start, stop, own)
            left = max(first, start - context)
            while left < start and left > first and not _may_cut(words, left):
                left += 1
            out.append(WindowRange(left, start, end))
            start = end
    return out


def _window_end(words: Words, start: int, stop: int, own: int) -> int:
    """Return where the window that begins at `start` ends: the last good place within `own` words."""
    if stop - start <= own:
        return stop
    limit = start + own
    paragraphs = [i for i in range(start + own // 2, limit + 1) if words.block[i] != words.block[i - 1]]
    if paragraphs:
        return paragraphs[-1]
    sentences = [i for i in range(start + 1, limit + 1) if _may_cut(words, i)]
    return sentences[-1] if sentences else limit
