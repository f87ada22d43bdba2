"""Claims that tell the same happening, grouped.

    candidates -> cheap score -> network on the best of them -> score -> groups under constraints

A point is *one* happening: a visit announced, begun and ended is three. So a claim that looks ahead
never joins one that tells the thing as done, nor an assertion its denial, nor one count another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.align.candidates import candidate_pairs, nested_pairs
from variorum.align.clustering import Pair, cluster
from variorum.align.features import FEATURES, disjoint, pair_features, same_count
from variorum.align.views import Views, views_of
from variorum.align.weights import NETWORK, WeightTable, load_weights, network_log_odds
from variorum.align.wording import stem
from variorum.model import Certainty, Claim, ClaimGroup, Factor, Moment, Quantity, Span, Story

SameHappening = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]
"""Probability that two clauses, given as text, tell one happening; one value a pair."""

_LEAST_LOG_ODDS = -3.5  # of the first score; under it two claims have nothing to do with each other
_PAIRS_A_CLAIM = 6  # most scored pairs for each claim of the story
_ASKED_A_CLAIM = 4  # and most that the network is asked about, where it is asked
_MOST_ASKED = 8_000  # and in all: a pair costs the network some milliseconds
_FACTORS = 5  # shown with a point

_PHASE: dict[Certainty, str] = {
    "asserted": "done",
    "alleged": "done",
    "expected": "ahead",
    "wanted": "ahead",
    "denied": "denied",
}
"""What a certainty says of a happening's phase; `possible` and `hypothetical` go with any."""


_NEAR_DAYS = 1  # a happening near midnight, or told by another zone's clock, falls on neighbouring days
_ROUNDING = 0.15  # two amounts nearer than this share of the larger can be one, rounded


def _days_between(a: Moment, b: Moment) -> int:
    """Return the days between two moments, 0 or less where they meet."""
    return max((a.first - b.last).days, (b.first - a.last).days)


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether no value satisfies both quantities, rounding allowed for."""
    if not disjoint(a, b):
        return False
    ends = [v for q in (a, b) for v in (q.low, q.high) if v is not None]
    gap = max((a.low or 0) - (b.high or 0), (b.low or 0) - (a.high or 0))
    return gap > _ROUNDING * max(abs(v) for v in ends)


def must_stay_apart(a: Claim, b: Claim) -> bool:
    """Tell whether two claims cannot tell one happening alike, however near their words are.

    They cannot when of one head one looks ahead and the other tells it as done, or one denies what the
    other asserts; when their own moments lie more than a day apart; when they count one thing otherwise.
    A certainty speaks for its claim's head only, so that claims of two heads are not parted by it.
    """
    if stem(a.lemma) == stem(b.lemma):
        phases = {_PHASE.get(a.certainty), _PHASE.get(b.certainty)} - {None}
        if phases == {"done", "denied"} and a.negated != b.negated:
            return True
        if phases == {"done", "ahead"} and "future" in (a.tense, b.tense) and "past" in (a.tense, b.tense):
            return True
    own = not (a.moment_inherited or b.moment_inherited)
    if own and a.moment and b.moment and _days_between(a.moment, b.moment) > _NEAR_DAYS:
        return True
    counted = [(x, y) for x in a.quantities for y in b.quantities if same_count(x, y)]
    return bool(counted) and all(_far_apart(x, y) for x, y in counted)


def apart_pairs(story: Story, pairs: Sequence[Pair]) -> set[Pair]:
    """Return those of the pairs of rows whose claims must stay apart."""
    return {p for p in pairs if must_stay_apart(story.claims[p[0]], story.claims[p[1]])}


def asked_pairs(log_odds: NDArray[np.float64], claims: int) -> NDArray[np.int64]:
    """Return the places of the pairs that the network is asked about, where it is asked."""
    return _likeliest(log_odds, min(_MOST_ASKED, _ASKED_A_CLAIM * claims))


def _likeliest(log_odds: NDArray[np.float64], budget: int) -> NDArray[np.int64]:
    """Return the places of the likeliest pairs, within the budget."""
    order = np.argsort(-log_odds, kind="stable")[:budget]
    return np.sort(order[log_odds[order] >= _LEAST_LOG_ODDS])


class PairScores:
    """Scored pairs of a story.

    Attributes:
        pairs: Rows of two claims, the smaller first.
        features: One row of `FEATURES` a pair.
        network: The network's probability of each pair; None where it was not asked.
        weights: What the pairs were scored with.
        stop: Mean probability under which two groups are not joined.
        log_odds: The score of each pair.
    """

    def __init__(self, views: Views, same_happening: SameHappening | None, table: WeightTable) -> None:
        everything = candidate_pairs(views)
        features = pair_features(views, everything)
        cheap = table.first.log_odds(features)
        claims = len(views.claims)
        asked = same_happening is not None
        kept = asked_pairs(cheap, claims) if asked else _likeliest(cheap, _PAIRS_A_CLAIM * claims)
        self.pairs: list[Pair] = [everything[k] for k in kept]
        self.features = features[kept]
        self.network: NDArray[np.float32] | None = None
        self.weights, self.stop = (table.second, table.stop) if asked else (table.first, table.first_stop)
        if same_happening is not None and self.pairs:
            texts = [(views.claims[i].text, views.claims[j].text) for i, j in self.pairs]
            self.network = np.asarray(same_happening(texts), np.float32)
        self.log_odds = self.weights.log_odds(self.features, self.network)

    def probabilities(self) -> dict[Pair, float]:
        """Return the probability of each pair."""
        values = 1.0 / (1.0 + np.exp(-self.log_odds))
        return {pair: float(value) for pair, value in zip(self.pairs, values, strict=True)}


def _evidence(views: Views, name: str, rows: Sequence[int]) -> tuple[Span, ...]:
    """Return the passages that a feature rests on: heads, moments' and quantities' words, sources."""
    claims = [views.claims[r].claim for r in rows]
    if "head" in name:
        return tuple(c.head for c in claims)
    if "quantity" in name:
        return tuple(q.span for c in claims for q in c.quantities)
    if "voice" in name:
        return tuple(c.attribution.source for c in claims if c.attribution and c.attribution.source)
    if "participant" in name or "role" in name:
        return tuple(p.span for c in claims for p in c.participants if p.entity is not None)
    return tuple(c.span for c in claims)


def _factors(views: Views, scores: PairScores, inside: Sequence[int]) -> tuple[Factor, ...]:
    """Return what spoke most for a group, and against it, as means over its scored pairs `inside`."""
    if not inside:
        return ()
    mean = scores.features[list(inside)].mean(axis=0)
    strength = [(name, float(mean[k] * scores.weights.weight[k]), float(mean[k])) for k, name in enumerate(FEATURES)]
    if scores.weights.network is not None and scores.network is not None:
        network = scores.network[list(inside)]
        odds = float(network_log_odds(network).mean()) * scores.weights.network
        strength.append((NETWORK, odds, float(network.mean())))
    strength.sort(key=lambda s: (-abs(s[1]), s[0]))
    rows = sorted({r for k in inside for r in scores.pairs[k]})
    return tuple(
        Factor(name, round(value, 4), f"{level:.2f}", _evidence(views, name, rows))
        for name, value, level in strength[:_FACTORS]
        if abs(value) >= 0.05
    )


def group_claims(story: Story, same_happening: SameHappening | None = None) -> tuple[ClaimGroup, ...]:
    """Group the claims of a story by what they tell.

    Every claim ends in exactly one group; a group of one has no factors. The number of pairs that
    are scored grows with the number of claims, not with its square.

    Args:
        story: Its claims sorted by report and offset, as `join_entities` returns them.
        same_happening: The network's opinion on pairs of texts; one value in 0..1 for each pair. None, the
            default, groups by features alone: as good on stories that the network has not seen, and several
            times as fast (docs/decisions/0007-points-by-readable-scores.md).

    Returns:
        Groups in the order of their first claim.
    """
    if not story.claims:
        return ()
    table = load_weights()
    views = views_of(story)
    scores = PairScores(views, same_happening, table)
    nested, apart = nested_pairs(story.claims), apart_pairs(story, scores.pairs)
    groups = cluster(len(story.claims), scores.probabilities(), nested=nested, apart=apart, stop=scores.stop)
    group_of = {row: g for g, rows in enumerate(groups) for row in rows}
    inside: dict[int, list[int]] = {}
    for k, (i, j) in enumerate(scores.pairs):
        if group_of[i] == group_of[j]:
            inside.setdefault(group_of[i], []).append(k)
    return tuple(
        ClaimGroup(tuple(story.claims[r].id for r in rows), _factors(views, scores, inside.get(g, [])))
        for g, rows in enumerate(groups)
    )
