"""A small language for tagged trees, so that tests of annotation can be read.

One line is one sentence, a blank line ends a paragraph. A token is `word:XPOS:head:relation`, with heads counted from 1
inside the sentence and 0 for its root; `word=lemma:...` gives a lemma that the rules below would miss.

    The:DT:2:det mayor:NN:3:nsubj resigned:VBD:0:root .:.:3:punct
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from variorum.annotate import annotate
from variorum.model import (
    AnnotatedReport,
    AttributionSpans,
    Claim,
    EntityLabel,
    EntitySpan,
    Publication,
    Reading,
    Report,
    Role,
    Segment,
)

TODAY = date(2031, 5, 14)  # a Wednesday

_UPOS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "EX": "PRON", "DT": "DET", "PDT": "DET", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV",
    "RBR": "ADV", "WRB": "ADV", "IN": "ADP", "TO": "PART", "CC": "CCONJ", "CD": "NUM", "MD": "AUX", "POS": "PART",
    "RP": "ADP", "UH": "INTJ",
}  # fmt: skip
_LEMMAS = {
    "said": "say", "says": "say", "told": "tell", "was": "be", "is": "be", "were": "be", "are": "be", "been": "be",
    "has": "have", "had": "have", "'s": "'s", "wrote": "write", "went": "go", "began": "begin", "met": "meet",
    "left": "leave", "sank": "sink", "died": "die", "denied": "deny", "denies": "deny", "accused": "accuse",
    "arrived": "arrive", "used": "use", "closed": "close", "urged": "urge", "promised": "promise", "praised": "praise",
    "scheduled": "schedule", "opened": "open", "believed": "believe", "built": "build", "made": "make", "took": "take",
    "killed": "kill", "killing": "kill", "refused": "refuse", "n't": "not", "fined": "fine", "cited": "cite",
    "citing": "cite", "signed": "sign", "hoped": "hope", "hopes": "hope", "resigned": "resign", "added": "add",
    "called": "call", "wants": "want", "spilled": "spill", "confirmed": "confirm", "quoted": "quote",
    "saying": "say", "announced": "announce", "expected": "expect", "visited": "visit",
}  # fmt: skip
_TIGHT = set(".,;:!?)”’%") | {"'s", "n't", "’s", "s’", "'"}
_OPENING = set("(“‘$#")


def read(
    source: str,
    *,
    names: Mapping[str, EntityLabel] | None = None,
    attributions: tuple[AttributionSpans, ...] = (),
    roles: Mapping[int, Role] | None = None,
    today: date | None = TODAY,
) -> tuple[Report, Reading]:
    """Return the report and the reading that `source` writes down.

    Args:
        source: Sentences in the small language.
        names: Names that the network is to have seen, with their classes.
        attributions: What the network is to have read of attributions, by token numbers.
        roles: Role of a paragraph by its number, `body` where none is given.
        today: The report's own day.
    """
    text, rows = _lay_out(source)
    segments: list[Segment] = []
    at = 0
    for number, line in enumerate(text.split("\n\n")):
        if line.strip():
            segments.append(Segment(at, at + len(line), (roles or {}).get(number, "body")))
        at += len(line) + 2
    published = Publication(today, None, "given" if today else "unknown")
    report = Report("test", "test.txt", text, tuple(segments), "0" * 64, published=published)
    words = tuple(row[2] for row in rows)
    found = []
    for name, label in (names or {}).items():
        parts = name.split()
        for start in range(len(words) - len(parts) + 1):
            if list(words[start : start + len(parts)]) == parts:
                found.append(EntitySpan(start, start + len(parts), label, 1.0))
    taken: set[int] = set()
    spans = []
    for span in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        if not taken & set(range(span.start, span.end)):
            taken |= set(range(span.start, span.end))
            spans.append(span)
    vectors = np.random.default_rng(0).normal(size=(len(rows), 8)).astype(np.float32)
    reading = Reading(
        report="test",
        start=np.array([row[0] for row in rows], dtype=np.int32),
        end=np.array([row[1] for row in rows], dtype=np.int32),
        words=words,
        lemmas=tuple(row[3] for row in rows),
        upos=tuple(_upos(row[4], row[6]) for row in rows),
        xpos=tuple(row[4] for row in rows),
        feats=("_",) * len(rows),
        sentence=np.array([row[7] for row in rows], dtype=np.int32),
        heads=np.array([row[5] for row in rows], dtype=np.int32),
        deprels=tuple(row[6] for row in rows),
        certainty=np.zeros(len(rows), dtype=np.float32),
        licences=("plain",) * len(rows),
        vectors=vectors,
        happenings=vectors,
        entities=tuple(sorted(spans, key=lambda s: s.start)),
        attributions=attributions,
    )
    return report, reading


def annotated(source: str, **given: object) -> AnnotatedReport:
    """Return the annotations of what `source` writes down; `given` as in `read`."""
    return annotate(*read(source, **given))  # type: ignore[arg-type]


def passages(result: AnnotatedReport) -> list[str]:
    """Return the words of each claim."""
    return [result.report.passage(claim.span) for claim in result.claims]


def claim(result: AnnotatedReport, words: str) -> Claim:
    """Return the claim with exactly these words."""
    for candidate in result.claims:
        if result.report.passage(candidate.span) == words:
            return candidate
    raise AssertionError(f"no claim {words!r} among {passages(result)}")


def _upos(xpos: str, relation: str) -> str:
    if relation.split(":", maxsplit=1)[0] in ("aux", "cop"):
        return "AUX"
    if relation == "mark" and xpos == "IN":
        return "SCONJ"
    if xpos.startswith("VB"):
        return "VERB"
    return _UPOS.get(xpos, "PUNCT")


def _lay_out(source: str) -> tuple[str, list[tuple[int, int, str, str, str, int, str, int]]]:
    """Return the text and, for each token, start, end, word, lemma, xpos, head, relation and sentence."""
    text = ""
    rows: list[tuple[int, int, str, str, str, int, str, int]] = []
    sentence = -1
    fresh = True
    opened = False
    for line in source.strip().splitlines():
        if not line.strip():
            text, fresh, opened = text + "\n\n", True, False
            continue
        sentence += 1
        base = len(rows)
        for item in line.split():
            word, xpos, head, relation = _parts(item)
            word, _, lemma = word.partition("=")
            closing = word == '"' and opened
            tight = fresh or word in _TIGHT or closing or (rows and text and text[-1] in _OPENING)
            tight = tight or (text.endswith('"') and opened)
            if word == '"':
                opened = not opened
            text += "" if tight else " "
            rows.append(
                (
                    len(text),
                    len(text) + len(word),
                    word,
                    lemma or _LEMMAS.get(word.lower(), word.lower()),
                    xpos,
                    base + int(head) - 1 if int(head) else -1,
                    relation,
                    sentence,
                )
            )
            text += word
            fresh = False
    return text, rows


def _parts(item: str) -> tuple[str, str, str, str]:
    for cut in range(len(item)):
        parts = item[cut + 1 :].split(":", 2)
        if cut and item[cut] == ":" and len(parts) == 3 and parts[1].isdigit():
            return item[:cut], parts[0], parts[1], parts[2]
    if item.startswith(":"):
        _, head, relation = item[2:].rsplit(":", 2)
        return ":", ":", head, relation
    raise ValueError(item)
