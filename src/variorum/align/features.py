"""What can be said about two claims side by side, as numbers that a person can read.

Each feature has a name that is shown with the point ("same head", "moments apart"). The weights are
fitted by `training/points`; see `weights.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.align.wording import content_words, rarity, stem, weight_of
from variorum.model import Certainty, Claim, Quantity, Span, Story

_FAMILY: dict[Certainty, str] = {
    "asserted": "told",
    "expected": "ahead",
    "wanted": "ahead",
    "possible": "open",
    "hypothetical": "open",
    "alleged": "alleged",
    "denied": "denied",
}
"""Certainties that stand close enough to tell one happening."""

FEATURES = (
    "meaning",
    "meaning beside the story's own",
    "nearest in the other report",
    "words in common",
    "the shorter one's words",
    "rare words in common",
    "same head",
    "head among the other's words",
    "same participants",
    "same roles",
    "other agents",
    "moments meet",
    "moments apart",
    "same quantity",
    "other quantity",
    "same certainty",
    "told against looked ahead",
    "one denies",
    "same voice",
    "other voices",
    "one report",
    "lengths apart",
    "in a title",
    "both hold clauses",
    "one holds clauses",
)
"""Names of the columns of `pair_features`, in order."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as the features see it.

    Attributes:
        row: The claim's row in its story.
        words: Stems of the content words.
        entities: Ids of the participants' entities.
        agents: Entity ids of the agents.
        roles: (role, entity id) of every participant that has an entity.
        voice: Entity id or folded words of the voice; None when the report itself speaks.
        holds: Two or more claims stand side by side inside its words, so it tells several things.
    """

    row: int
    claim: Claim
    text: str
    words: frozenset[str]
    head: str
    entities: frozenset[str]
    agents: frozenset[str]
    roles: frozenset[tuple[str, str]]
    voice: str | None
    holds: bool


@dataclass(frozen=True, eq=False)
class Views:
    """A story's claims prepared for comparison.

    Attributes:
        claims: One for each claim, in the story's order.
        vectors: The story's vectors, shape (claims, width).
        centred: The same less their mean, rows of length 1: what sets a claim apart inside its story.
        rarity: Weight of each stem in this story.
        weight: Summed weight of each claim's stems.
        rank: For each row and report index, cosine of the row's nearest claim there, shape (claims, reports).
        report: Report index of each claim, shape (claims,).
    """

    claims: tuple[ClaimView, ...]
    vectors: NDArray[np.float32]
    centred: NDArray[np.float32]
    rarity: dict[str, float]
    weight: tuple[float, ...]
    rank: NDArray[np.float32]
    report: NDArray[np.int32]


def holding_rows(claims: Sequence[Claim]) -> frozenset[int]:
    """Return the rows of claims whose words hold two or more others side by side.

    Args:
        claims: Sorted by report and offset.
    """
    inner: dict[int, list[Span]] = {}
    open_rows: list[int] = []
    by_start = sorted(
        range(len(claims)), key=lambda r: (claims[r].span.report, claims[r].span.start, -len(claims[r].span))
    )
    for row in by_start:
        span = claims[row].span
        open_rows = [r for r in open_rows if claims[r].span.contains(span)]
        for outer in open_rows:
            inside = inner.setdefault(outer, [])
            if claims[outer].span != span and not any(span.overlap(s) for s in inside):
                inside.append(span)
        open_rows.append(row)
    return frozenset(row for row, spans in inner.items() if len(spans) > 1)


def _view(story: Story, texts: dict[str, str], row: int, holds: bool) -> ClaimView:
    claim = story.claims[row]
    text = texts[claim.span.report][claim.span.start : claim.span.end]
    named = [p for p in claim.participants if p.entity is not None]
    attribution = claim.attribution
    voice = None
    if attribution is not None:
        voice = attribution.voice or " ".join(sorted(content_words(attribution.text or ""))) or None
    return ClaimView(
        row=row,
        claim=claim,
        text=text,
        words=content_words(text),
        head=stem(claim.lemma),
        entities=frozenset(p.entity for p in named if p.entity),
        agents=frozenset(p.entity for p in named if p.role == "agent" and p.entity),
        roles=frozenset((p.role, p.entity) for p in named if p.entity),
        voice=voice,
        holds=holds,
    )


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(length > 1e-6, length, 1.0), np.float32)


def views_of(story: Story) -> Views:
    """Prepare a story's claims for comparison."""
    texts = {r.id: r.text for r in story.reports}
    holding = holding_rows(story.claims)
    claims = tuple(_view(story, texts, row, row in holding) for row in range(len(story.claims)))
    order = {r.id: i for i, r in enumerate(story.reports)}
    report = np.array([order[c.span.report] for c in story.claims], np.int32)
    vectors = np.asarray(story.vectors, np.float32)
    centred = _unit(vectors - vectors.mean(axis=0, keepdims=True)) if len(claims) > 1 else vectors
    nearest = np.zeros((len(claims), len(story.reports)), np.float32)
    for index in range(len(story.reports)):
        columns = np.flatnonzero(report == index)
        for start in range(0, len(claims), 1024) if len(columns) else ():
            near = centred[start : start + 1024] @ centred[columns].T
            own = report[start : start + 1024] == index
            near[own] = np.where(near[own] > 0.9999, -1.0, near[own])  # a claim is not its own neighbour
            nearest[start : start + 1024, index] = near.max(axis=1)
    rare = rarity([c.words for c in claims])
    return Views(claims, vectors, centred, rare, tuple(weight_of(c.words, rare) for c in claims), nearest, report)


def shared_wording(views: Views, a: ClaimView, b: ClaimView) -> tuple[float, float, float]:
    """Return the weight of the stems that two claims share: of both, of the lighter one, and in all.

    The first two are shares, 0 where either claim has no content word.
    """
    common = weight_of(a.words & b.words, views.rarity)
    in_a, in_b = views.weight[a.row], views.weight[b.row]
    if min(in_a, in_b) <= 0:
        return 0.0, 0.0, 0.0
    return common / (in_a + in_b - common), common / min(in_a, in_b), common


def same_count(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities count one thing: the same unit, and the same noun where both have one."""
    if a.unit != b.unit:
        return False
    if a.unit is None:
        return a.counted is not None and a.counted == b.counted
    return a.counted is None or b.counted is None or a.counted == b.counted or a.unit in ("USD", "EUR", "GBP")


def disjoint(a: Quantity, b: Quantity) -> bool:
    """Tell whether no value satisfies both quantities."""
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )


def _quantity_features(a: Claim, b: Claim) -> tuple[float, float]:
    """Return whether some quantity is the same in both, and whether one thing is counted otherwise."""
    same = other = 0.0
    for x in a.quantities:
        for y in b.quantities:
            if x.low is not None and x.low == y.low and x.high == y.high and x.unit == y.unit:
                same = 1.0
            elif same_count(x, y) and disjoint(x, y):
                other = 1.0
    return same, other * (1.0 - same)


def _share(a: frozenset[object], b: frozenset[object]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _pair(views: Views, a: ClaimView, b: ClaimView) -> tuple[float, ...]:
    x, y = a.claim, b.claim
    both, shorter, rare = shared_wording(views, a, b)
    centred = float(views.centred[a.row] @ views.centred[b.row])
    gap_a = float(views.rank[a.row, views.report[b.row]]) - centred
    gap_b = float(views.rank[b.row, views.report[a.row]]) - centred
    moments = x.moment is not None and y.moment is not None
    meet = bool(x.moment and y.moment and x.moment.meets(y.moment))
    same_quantity, other_quantity = _quantity_features(x, y)
    families = {_FAMILY[x.certainty], _FAMILY[y.certainty]}
    heads = a.head == b.head
    return (
        float(views.vectors[a.row] @ views.vectors[b.row]),
        centred,
        1.0 - min(1.0, max(0.0, gap_a) + max(0.0, gap_b)),
        both,
        shorter,
        min(1.0, rare / 12.0),
        float(heads),
        float(not heads and (a.head in b.words or b.head in a.words)),
        _share(a.entities, b.entities),
        _share(a.roles, b.roles),
        float(bool(a.agents) and bool(b.agents) and not a.agents & b.agents),
        float(moments and meet),
        float(moments and not meet and not (x.moment_inherited or y.moment_inherited)),
        same_quantity,
        other_quantity,
        float(len(families) == 1),
        float(families == {"told", "ahead"}),
        float("denied" in families and len(families) > 1),
        float(a.voice is not None and a.voice == b.voice),
        float(a.voice is not None and b.voice is not None and a.voice != b.voice),
        float(x.span.report == y.span.report),
        abs(math.log(len(x.span) / len(y.span))),
        float("title" in (x.segment, y.segment) or "heading" in (x.segment, y.segment)),
        float(a.holds and b.holds),
        float(a.holds != b.holds),
    )


def pair_features(views: Views, pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Return one row of `FEATURES` for each pair of claim rows, shape (pairs, features).

    Every feature is symmetric: comparing a with b equals comparing b with a.
    """
    out = np.zeros((len(pairs), len(FEATURES)))
    for k, (i, j) in enumerate(pairs):
        out[k] = _pair(views, views.claims[min(i, j)], views.claims[max(i, j)])
    return out
