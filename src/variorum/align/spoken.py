"""Claims as somebody's words: which part stands in quotation marks, and how near two voices' words are.

Who speaks is read with errors ("the spokesperson", a surname that met no full name), so that two voices
speak against one quotation and do not rule it out: the same words inside two pairs of quotation marks are
one person's more often than two people's. An organization speaks through people, so it is never against one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.align.views import ClaimView, Views, shared_wording, views_of
from variorum.align.wording import content_words, weight_of
from variorum.model import Report, Span, Story

_QUOTED = re.compile(
    r"[“„«\"]([^“”„«»\"\n]{3,})(?:[”»\"]|$)"
    r"|(?<!\w)‘([^‘’\n]{6,}(?:’\w[^‘’\n]*)*)’"
    r"|(?<![\w'])'([^'\n]{5,}(?:(?<=\w)'\w[^'\n]*)*)(?<!\s)'(?!\w)",  # a straight one may also be an apostrophe
    re.MULTILINE,
)

_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Mm]y|[Oo]ur|us)\b")
_LEAST_WORDS = 3  # different content words of a claim that nobody is named for; fewer are a phrase, not a wording
_LEAST_GIVEN = 2  # of one that is given to a voice, and of one in quotation marks
_LEAST_QUOTED = 3  # or so many words of any kind inside the marks: "Who are you?"
_LONGEST_RUN = 8  # words: a longer run of equal words tells no more
_WORD = re.compile(r"\w+(?:['’]\w+)?")

QUOTATION_FEATURES = (
    "words in common",
    "the shorter one's words",
    "quoted words in common",
    "other quoted words",
    "meaning",
    "unknown voice",
    "other voices",
    "one report",
    "neither is quoted",
    "longest run",
    "other voices, neither quoted",
)
"""Names of the columns of `quotation_features`, in order."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim that may give somebody's words.

    Attributes:
        view: The claim.
        quoted: Stems of the content words inside quotation marks.
        passage: The words to compare: the quoted part where most of the claim is quoted, else the whole claim.
        runs: Its runs of one word, of two, and so on, folded; up to eight, which is enough to find the longest shared.
    """

    view: ClaimView
    quoted: frozenset[str]
    passage: Span
    runs: tuple[frozenset[tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is known of an entity as a voice.

    Attributes:
        words: Stems of every form of its name.
        person: False for an organization, a place and what else people speak for.
    """

    words: frozenset[str]
    person: bool


def inside_quotes(text: str, span: Span) -> list[tuple[int, int]]:
    """Return the parts of `span` that stand inside quotation marks, as offsets of the report's `text`.

    Its paragraphs are looked at as wholes, since a claim's own words seldom hold the marks.
    """
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    ranges = []
    for match in _QUOTED.finditer(text, begin, len(text) if end < 0 else end):
        group = match.lastindex or 0
        a, b = max(match.start(group), span.start), min(match.end(group), span.end)
        if a < b:
            ranges.append((a, b))
    return ranges


def _spoken(report: Report, view: ClaimView) -> Spoken | None:
    """Return the claim as somebody's words, or None when it gives none.

    Words are somebody's when they are given to a voice, stand in quotation marks, or say "I" or "we".
    """
    span = view.claim.span
    ranges = inside_quotes(report.text, span)
    inside = " ".join(report.text[a:b] for a, b in ranges)
    quoted = content_words(inside)
    given = view.claim.attribution is not None
    if not given and not quoted and not _FIRST_PERSON.search(view.text):
        return None
    if len(quoted) < _LEAST_GIVEN and len(_WORD.findall(inside)) < _LEAST_QUOTED:
        least = _LEAST_GIVEN if given else _LEAST_WORDS
        if len(view.words) < least or view.claim.segment == "title":
            return None
    passage = span
    if ranges and sum(b - a for a, b in ranges) * 2 > len(span):
        passage = Span(span.report, ranges[0][0], ranges[-1][1])
    return Spoken(view, quoted, passage, _runs(report.passage(passage)))


def _runs(text: str) -> tuple[frozenset[tuple[str, ...]], ...]:
    words = [w.casefold().replace("’", "'") for w in _WORD.findall(text)]
    return tuple(
        frozenset(tuple(words[i : i + n]) for i in range(len(words) - n + 1))
        for n in range(1, min(_LONGEST_RUN, len(words)) + 1)
    )


def longest_run(a: Spoken, b: Spoken) -> int:
    """Return how many words in a row the two passages share, eight at most."""
    length = 0
    for mine, yours in zip(a.runs, b.runs, strict=False):
        if mine.isdisjoint(yours):
            break
        length += 1
    return length


def voice_names(story: Story) -> dict[str, Speaker]:
    """Return what is known of each entity as a voice, by id."""
    return {e.id: Speaker(content_words(" ".join((e.name, *e.aliases))), e.kind == "person") for e in story.entities}


def spoken_claims(story: Story) -> tuple[Views, list[Spoken]]:
    """Return the story's claims prepared for comparison, and those of them that give somebody's words."""
    views = views_of(story)
    reports = {r.id: r for r in story.reports}
    found = [s for v in views.claims if v.words and (s := _spoken(reports[v.claim.span.report], v))]
    return views, found


def one_voice(a: ClaimView, b: ClaimView, names: Mapping[str, Speaker]) -> float:
    """Return 1 for one voice, -1 for two that are known by name, 0 where it cannot be told.

    A person and an organization are no two voices: the one may speak for the other.

    Args:
        a: A claim.
        b: Another.
        names: What is known of each entity as a voice.
    """
    if a.voice is None or b.voice is None:
        return 0.0
    if a.voice == b.voice:
        return 1.0
    one, other = names.get(a.voice), names.get(b.voice)
    if one and other:
        return -1.0 if one.person == other.person else 0.0
    words = [known.words if known else frozenset(v.split()) for known, v in ((one, a.voice), (other, b.voice))]
    return float(bool(words[0] & words[1]))


def quotation_features(views: Views, names: Mapping[str, Speaker], a: Spoken, b: Spoken) -> NDArray[np.float64]:
    """Return the features of two claims as variants of one quotation, shape (features,).

    Symmetric: `a` and `b` may change places. `names` as for `one_voice`.
    """
    voice = one_voice(a.view, b.view, names)
    both, shorter, _ = shared_wording(views, a.view, b.view)
    lighter = min(weight_of(a.quoted, views.rarity), weight_of(b.quoted, views.rarity))
    quoted = weight_of(a.quoted & b.quoted, views.rarity) / lighter if lighter > 0 else 0.0
    neither = not a.quoted and not b.quoted
    return np.array(
        [
            both,
            shorter,
            quoted,
            float(bool(a.quoted) and bool(b.quoted) and not a.quoted & b.quoted),
            float(views.centred[a.view.row] @ views.centred[b.view.row]),
            float(voice == 0.0),
            float(voice < 0.0),
            float(a.view.claim.span.report == b.view.claim.span.report),
            float(neither),
            longest_run(a, b) / _LONGEST_RUN,
            float(voice < 0.0 and neither),
        ]
    )
