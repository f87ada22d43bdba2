"""One voice's same words, in different wordings or translations.

Candidates are claims given to a voice, and claims that hold words in quotation marks. Two are variants
when one voice speaks (or nobody says whose words one of them are) and the words themselves agree: rare
words inside the quotation marks first, then rare words anywhere, then meaning. What is quoted directly
in two translations shares names and nouns, seldom whole runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from variorum.align.candidates import nested_pairs
from variorum.align.clustering import Pair, cluster
from variorum.align.features import ClaimView, Views, shared_wording, views_of
from variorum.align.wording import content_words, weight_of
from variorum.model import Quotation, Span, Story

_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"\n]{3,})(?:[”»\"]|$)|‘([^‘’\n]{6,}(?:’\w[^‘’\n]*)*)’")

_STOP = 0.5  # least mean probability of two variants of one quotation
_NEAR = 6  # nearest claims of the same voice that a claim is compared with
_BIAS = -4.6
_WEIGHTS = {
    "words in common": 6.0,
    "the shorter one's words": 3.2,
    "quoted words in common": 2.2,
    "meaning": 2.6,
    "other quoted words": -0.8,
    "unknown voice": -1.2,
    "one report": -0.6,
}
"""Log-odds of each feature of two claims of one voice, fitted by `python -m training.points`."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A claim that may give somebody's words.

    Attributes:
        view: The claim.
        quoted: Stems of the content words inside quotation marks.
        passage: The words to compare: the quoted part where the rest is the report's, else the whole claim.
    """

    view: ClaimView
    quoted: frozenset[str]
    passage: Span


def _inside_quotes(text: str, span: Span) -> list[tuple[int, int]]:
    """Return the ranges of `span` that stand inside quotation marks of the report, offsets of the report.

    The paragraph is looked at as a whole, since a claim's own words seldom hold the marks.
    """
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    ranges = []
    for match in _QUOTED.finditer(text, begin, end):
        group = 1 if match[1] is not None else 2
        a, b = max(match.start(group), span.start), min(match.end(group), span.end)
        if a < b:
            ranges.append((a, b))
    return ranges


def _spoken(story: Story, view: ClaimView) -> _Spoken | None:
    """Return the claim as somebody's words, or None when it gives none."""
    span = view.claim.span
    text = story.report(span.report).text
    ranges = _inside_quotes(text, span)
    if view.claim.attribution is None and not ranges:
        return None
    quoted = content_words(" ".join(text[a:b] for a, b in ranges))
    passage = span
    if ranges and sum(b - a for a, b in ranges) * 2 > len(span):
        passage = Span(span.report, ranges[0][0], ranges[-1][1])
    return _Spoken(view, quoted, passage)


def _one_voice(a: ClaimView, b: ClaimView) -> float | None:
    """Return 1 for one voice, 0 where one is not known, None for two voices."""
    if a.voice is None or b.voice is None:
        return 0.0
    if a.voice == b.voice:
        return 1.0
    words_a, words_b = set(a.voice.split()), set(b.voice.split())
    return 1.0 if words_a & words_b else None


def _log_odds(views: Views, a: _Spoken, b: _Spoken) -> float | None:
    """Return the log-odds that two claims give the same words of one voice; None where they cannot."""
    voice = _one_voice(a.view, b.view)
    if voice is None:
        return None
    both, shorter, _ = shared_wording(views, a.view, b.view)
    lighter = min(weight_of(a.quoted, views.rarity), weight_of(b.quoted, views.rarity))
    quoted = weight_of(a.quoted & b.quoted, views.rarity) / lighter if lighter > 0 else 0.0
    value = {
        "words in common": both,
        "the shorter one's words": shorter,
        "quoted words in common": quoted,
        "meaning": float(views.centred[a.view.row] @ views.centred[b.view.row]),
        "other quoted words": float(bool(a.quoted) and bool(b.quoted) and not a.quoted & b.quoted),
        "unknown voice": 1.0 - voice,
        "one report": float(a.view.claim.span.report == b.view.claim.span.report),
    }
    return _BIAS + sum(weight * value[name] for name, weight in _WEIGHTS.items())


def _pairs(views: Views, spoken: Sequence[_Spoken]) -> set[Pair]:
    """Return the places of spoken claims that are near enough to compare."""
    rows = np.array([s.view.row for s in spoken])
    pairs: set[Pair] = set()
    for i, row in enumerate(rows):
        near = views.centred[rows] @ views.centred[row]
        for j in np.argsort(-near, kind="stable")[: 4 * _NEAR]:
            if int(j) != i:
                pairs.add((min(i, int(j)), max(i, int(j))))
    return pairs


def match_quotations(story: Story) -> tuple[Quotation, ...]:
    """Return the quotations that stand in two wordings or more.

    Args:
        story: Its claims sorted by report and offset.

    Returns:
        Numbered `q1`, `q2` ... by the number of variants, then by position; in each the longest wording
        comes first. Several cuts of one sentence count once: the longest of nested claims is kept.
    """
    if not story.claims:
        return ()
    views = views_of(story)
    spoken = [s for v in views.claims if (s := _spoken(story, v))]
    nested = nested_pairs([s.view.claim for s in spoken])
    score: dict[Pair, float] = {}
    for i, j in sorted(_pairs(views, spoken) - nested):
        value = _log_odds(views, spoken[i], spoken[j])
        if value is not None:
            score[i, j] = float(1 / (1 + np.exp(-value)))
    groups = cluster(len(spoken), score, nested=nested, apart=set(), stop=_STOP)
    found = []
    for group in groups:
        members = sorted((spoken[i] for i in group), key=lambda s: (-len(s.view.claim.span), s.view.claim.span))
        reports_or_places = {(m.view.claim.span.report, m.view.claim.span.start) for m in members}
        if len(members) > 1 and len(reports_or_places) > 1:
            found.append(members)
    found.sort(key=lambda m: (-len({s.view.claim.span.report for s in m}), -len(m), m[0].view.claim.span))
    return tuple(
        Quotation(
            id=f"q{number}",
            voice=_voice(members),
            variants=tuple(s.view.claim.id for s in members),
            words=tuple(s.passage for s in members),
        )
        for number, members in enumerate(found, start=1)
    )


def _voice(members: Sequence[_Spoken]) -> str | None:
    """Return the entity that most variants are given to, the smaller id where they tie; None without one."""
    voices = [s.view.claim.attribution.voice for s in members if s.view.claim.attribution]
    known = sorted(v for v in voices if v is not None)
    return max(known, key=lambda v: (known.count(v), -known.index(v))) if known else None
