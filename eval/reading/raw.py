"""Words, sentences and trees from bare text, matched by offsets as the CoNLL shared tasks match them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from eval.reading.documents import as_text
from eval.reading.scores import Score, Span, SpanSets, span_score
from eval.readings import report_of_lines
from training.windows import Window
from variorum.reader import Reader

STANZA = 0.84
"""LAS of Stanza 1 from raw text, about the same on both treebanks (its own model page, test sets)."""


def score_raw(reader: Reader, documents: Sequence[Window]) -> list[Score]:
    """Score words, sentence ends and labelled arcs; the baseline is a rule for sentence ends."""
    words: list[SpanSets] = []
    sentences: list[SpanSets] = []
    rule: list[SpanSets] = []
    arcs: list[SpanSets] = []
    for gold in documents:
        text, offsets = as_text(gold)
        reading = reader.read(report_of_lines(text))
        found = list(zip(reading.start.tolist(), reading.end.tolist(), strict=True))
        words.append((set(found), set(offsets)))
        truth: set[Span] = {(offsets[a][0], offsets[b - 1][1]) for a, b in gold.sentences}
        sentences.append((sentence_spans(found, reading.sentence.tolist()), truth))
        rule.append((rule_sentences(text), truth))
        ours = arc_set(found, reading.heads.tolist(), reading.deprels)
        arcs.append((ours, arc_set(offsets, list(gold.heads or ()), gold.columns["relation"])))
    las = span_score("LAS F1, raw text", "words", arcs)
    return [
        span_score("words F1, raw text", "words", words),
        span_score("sentences F1, raw text", "sentences", sentences, rule, simple="a rule of marks"),
        Score(
            name=las.name,
            rows=las.rows,
            metric=las.metric,
            counted=2,
            unit="words",
            published=STANZA,
            source="Stanza, test",
        ),
    ]


def sentence_spans(offsets: Sequence[tuple[int, int]], numbers: Sequence[int]) -> set[Span]:
    """Return the sentences as offsets, from the sentence number of each word."""
    firsts = [i for i in range(len(offsets)) if i == 0 or numbers[i] != numbers[i - 1]]
    return {(offsets[a][0], offsets[b - 1][1]) for a, b in zip(firsts, [*firsts[1:], len(offsets)], strict=True)}


def rule_sentences(text: str) -> set[Span]:
    """Return sentences by a rule: a mark, white space and no small letter, or a line's end."""
    cuts = [0, *(m.end() for m in re.finditer(r"[.!?][\"'”’)]*\s+(?![a-z])|\n+", text)), len(text)]
    out: set[Span] = set()
    for a, b in pairwise(cuts):
        part = text[a:b].strip()
        if part:
            start = text.index(part, a)
            out.add((start, start + len(part)))
    return out


def arc_set(offsets: Sequence[tuple[int, int]], heads: Sequence[int], relations: Sequence[str]) -> set[Span]:
    """Return arcs as (start, end, start and end of the head, relation without subtype)."""
    out: set[Span] = set()
    for (start, end), head, relation in zip(offsets, heads, relations, strict=True):
        where = offsets[head] if head >= 0 else (-1, -1)
        out.add((start, end, *where, relation.split(":")[0]))  # type: ignore[arg-type]
    return out
