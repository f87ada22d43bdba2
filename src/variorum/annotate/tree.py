"""A reading as trees: who depends on whom, and which words make a run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from variorum.annotate.headlines import mend_headlines
from variorum.annotate.inflection import verb_lemma
from variorum.annotate.mending import mend
from variorum.model import Reading, Report, Role, Span

_NO_TOKENS: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class Tree:
    """The sentences of one report, with their dependencies turned downwards.

    All numbers are token numbers of the reading; ranges are half-open.

    Attributes:
        report: The report.
        reading: What the network read in it.
        children: Dependents of each token, in order.
        sentences: First token of each sentence and the one behind its last.
        relations: Universal relation of each token, without its subtype.
        lemmas: Lower-cased lemmas.
        roles: Role of the segment that each token stands in.
        numbers: Index in `sentences` of each token's sentence.
        wordlike: Whether each token holds a letter or a digit.
        lowered: The words, lower-cased.
        heads: Head of each token, -1 for a root; the reading's, as plain numbers.
        starts: Offset of each token's first character, as plain numbers.
        ends: Offset behind each token's last character, as plain numbers.
    """

    report: Report
    reading: Reading
    children: tuple[tuple[int, ...], ...]
    sentences: tuple[tuple[int, int], ...]
    relations: tuple[str, ...]
    lemmas: tuple[str, ...]
    roles: tuple[Role, ...]
    numbers: tuple[int, ...]
    wordlike: tuple[bool, ...]
    lowered: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    _whole: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """Subtrees that were asked for: they are asked for again and again, and never change."""

    def __len__(self) -> int:
        return len(self.reading)

    def word(self, token: int) -> str:
        """Return the token's word, lower-cased."""
        return self.lowered[token]

    def upos(self, token: int) -> str:
        """Return the token's universal part of speech."""
        return self.reading.upos[token]

    def head(self, token: int) -> int:
        """Return the token's head, -1 for a root."""
        return self.heads[token]

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Return the range of the sentence that holds `token`."""
        return self.sentences[self.numbers[token]]

    def dependents(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return the dependents with one of these relations; subtypes count only where they are given."""
        children = self.children[token]
        if not children:
            return ()
        plain, full = self.relations, self.reading.deprels
        return tuple([child for child in children if plain[child] in relations or full[child] in relations])

    def first(self, token: int, *relations: str) -> int | None:
        """Return the first dependent with one of these relations, None when there is none."""
        plain, full = self.relations, self.reading.deprels
        for child in self.children[token]:
            if plain[child] in relations or full[child] in relations:
                return child
        return None

    def subtree(self, token: int, without: Collection[int] = _NO_TOKENS) -> tuple[int, ...]:
        """Return the token and all under it, in order; whatever hangs under `without` is left out."""
        if not without and token in self._whole:
            return self._whole[token]
        seen = {token}
        stack = [token]
        while stack:
            for child in self.children[stack.pop()]:
                if child not in seen and child not in without:
                    seen.add(child)
                    stack.append(child)
        found = tuple(sorted(seen))
        if not without:
            self._whole[token] = found
        return found

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the token's heads up to its root."""
        seen = {token}
        token = self.head(token)
        while token >= 0 and token not in seen:
            seen.add(token)
            yield token
            token = self.head(token)

    def span(self, start: int, end: int) -> Span:
        """Return the passage from token `start` to the last one before `end`."""
        return Span(self.report.id, self.starts[start], self.ends[end - 1])

    def text(self, start: int, end: int) -> str:
        """Return the characters of a token range."""
        return self.report.passage(self.span(start, end))

    def tokens_in(self, start: int, end: int) -> range:
        """Return the tokens that lie wholly between two character offsets."""
        first = bisect_left(self.starts, start)
        last = bisect_right(self.ends, end)
        return range(first, max(first, last))

    def is_word(self, token: int) -> bool:
        """Tell whether the token holds a letter or a digit."""
        return self.wordlike[token]


def plant(report: Report, reading: Reading) -> Tree:
    """Turn a reading's columns into trees.

    Heads that leave their sentence are taken for roots, so that a wrong parse never joins two sentences.
    """
    roles = tuple(_roles(report, reading))
    reading = mend_headlines(mend(reading, report.text), roles)
    size = len(reading)
    ranges: list[tuple[int, int]] = []
    sentence: list[int] = reading.sentence.tolist()
    for token in range(size):
        if token == 0 or sentence[token] != sentence[token - 1]:
            ranges.append((token, token + 1))
        else:
            ranges[-1] = (ranges[-1][0], token + 1)
    heads: list[int] = reading.heads.tolist()
    children: list[list[int]] = [[] for _ in range(size)]
    for start, end in ranges:
        for token in range(start, end):
            head = heads[token]
            if start <= head < end and head != token:
                children[head].append(token)
    return Tree(
        report=report,
        reading=reading,
        children=tuple(tuple(row) for row in children),
        sentences=tuple(ranges),
        relations=tuple(relation.split(":")[0] for relation in reading.deprels),
        lemmas=tuple(
            verb_lemma(word.lower(), lemma.lower()) if upos == "VERB" else lemma.lower()
            for word, lemma, upos in zip(reading.words, reading.lemmas, reading.upos, strict=True)
        ),
        roles=roles,
        numbers=tuple(number for number, (start, end) in enumerate(ranges) for _ in range(start, end)),
        wordlike=tuple(word.isalnum() or any(map(str.isalnum, word)) for word in reading.words),
        lowered=tuple(word.lower() for word in reading.words),
        heads=tuple(heads),
        starts=tuple(reading.start.tolist()),
        ends=tuple(reading.end.tolist()),
    )


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Return the ranges of consecutive numbers in `tokens`, which are given in order."""
    found: list[tuple[int, int]] = []
    for token in tokens:
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def _roles(report: Report, reading: Reading) -> Iterator[Role]:
    """Yield the segment role at each token; both run in order, so one pass is enough."""
    at = 0
    for offset in reading.start:
        while at < len(report.segments) and report.segments[at].end <= offset:
            at += 1
        yield report.segments[at].role if at < len(report.segments) else "body"
