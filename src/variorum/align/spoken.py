"""Claims as somebody's words: which part stands in quotation marks, and how near two voices' words are."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.align.features import ClaimView, Views, shared_wording, views_of
from variorum.align.wording import content_words, weight_of
from variorum.model import Report, Span, Story

_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"\n]{3,})(?:[”»\"]|$)|(?<!\w)‘([^‘’\n]{6,}(?:’\w[^‘’\n]*)*)’", re.MULTILINE)

QUOTATION_FEATURES = (
    "words in common",
    "the shorter one's words",
    "quoted words in common",
    "other quoted words",
    "meaning",
    "unknown voice",
    "one report",
    "neither is quoted",
)
"""Names of the columns of `quotation_features`, in order."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim that may give somebody's words.

    Attributes:
        view: The claim.
        quoted: Stems of the content words inside quotation marks.
        passage: The words to compare: the quoted part where most of the claim is quoted, else the whole claim.
    """

    view: ClaimView
    quoted: frozenset[str]
    passage: Span


def inside_quotes(text: str, span: Span) -> list[tuple[int, int]]:
    """Return the parts of `span` that stand inside quotation marks, as offsets of the report's `text`.

    Its paragraphs are looked at as wholes, since a claim's own words seldom hold the marks.
    """
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    ranges = []
    for match in _QUOTED.finditer(text, begin, len(text) if end < 0 else end):
        group = 1 if match[1] is not None else 2
        a, b = max(match.start(group), span.start), min(match.end(group), span.end)
        if a < b:
            ranges.append((a, b))
    return ranges


def _spoken(report: Report, view: ClaimView) -> Spoken | None:
    """Return the claim as somebody's words, or None when it gives none."""
    span = view.claim.span
    ranges = inside_quotes(report.text, span)
    if view.claim.attribution is None and not ranges:
        return None
    passage = span
    if ranges and sum(b - a for a, b in ranges) * 2 > len(span):
        passage = Span(span.report, ranges[0][0], ranges[-1][1])
    return Spoken(view, content_words(" ".join(report.text[a:b] for a, b in ranges)), passage)


def spoken_claims(story: Story) -> tuple[Views, list[Spoken]]:
    """Return the story's claims prepared for comparison, and those of them that give somebody's words."""
    views = views_of(story)
    reports = {r.id: r for r in story.reports}
    found = [s for v in views.claims if v.words and (s := _spoken(reports[v.claim.span.report], v))]
    return views, found


def one_voice(a: ClaimView, b: ClaimView) -> float | None:
    """Return 1 for one voice, 0 where one is not known, None for two voices."""
    if a.voice is None or b.voice is None:
        return 0.0
    if a.voice == b.voice or set(a.voice.split()) & set(b.voice.split()):
        return 1.0
    return None


def quotation_features(views: Views, a: Spoken, b: Spoken) -> NDArray[np.float64] | None:
    """Return the features of two claims as variants of one quotation; None where two voices speak.

    Symmetric: `a` and `b` may change places.
    """
    voice = one_voice(a.view, b.view)
    if voice is None:
        return None
    both, shorter, _ = shared_wording(views, a.view, b.view)
    lighter = min(weight_of(a.quoted, views.rarity), weight_of(b.quoted, views.rarity))
    quoted = weight_of(a.quoted & b.quoted, views.rarity) / lighter if lighter > 0 else 0.0
    return np.array(
        [
            both,
            shorter,
            quoted,
            float(bool(a.quoted) and bool(b.quoted) and not a.quoted & b.quoted),
            float(views.centred[a.view.row] @ views.centred[b.view.row]),
            1.0 - voice,
            float(a.view.claim.span.report == b.view.claim.span.report),
            float(not a.quoted and not b.quoted),
        ]
    )
