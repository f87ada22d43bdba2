"""A story's claims prepared for comparison: stems, entities by role, voices, vectors less what all share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.align.wording import content_words, rarity, stem, weight_of
from variorum.model import Claim, Span, Story


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
    weight = tuple(weight_of(c.words, rare) for c in claims)
    return Views(claims, vectors, centred, rare, weight, nearest, report)


def shared_wording(views: Views, a: ClaimView, b: ClaimView) -> tuple[float, float, float]:
    """Return the weight of the stems that two claims share: of both, of the lighter one, and in all.

    The first two are shares, 0 where either claim has no content word.
    """
    common = weight_of(a.words & b.words, views.rarity)
    in_a, in_b = views.weight[a.row], views.weight[b.row]
    if min(in_a, in_b) <= 0:
        return 0.0, 0.0, 0.0
    return common / (in_a + in_b - common), common / min(in_a, in_b), common
