"""Layers that lay reports side by side: points, origins, conflicts, developments, quotations, timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations

from eval.gold import Quote
from eval.laid import Laid, same_days
from eval.score import Score, accuracy, f1

Claims = frozenset[str]


def _grouping(laid: Laid, groups: Sequence[Sequence[Quote]], found: Sequence[Claims]) -> Score:
    """Pairwise F1 of grouping: two quotations belong together when one of the dossier's groups has both.

    A group that reaches both quotations only through one and the same set of claims links nothing, and
    two quotations of different gold groups that share a claim cannot be told apart and do not count.
    """
    items = [(number, laid.claims_at(quote)) for number, group in enumerate(groups) for quote in group]
    hits = wrong = missed = 0
    for (gold_a, a), (gold_b, b) in combinations(items, 2):
        linked = any(a & group and b & group for group in found) and a != b
        if gold_a == gold_b:
            hits += linked
            missed += not linked
        elif linked and not a & b:
            wrong += 1
    return f1((hits, hits), hits + wrong, hits + missed)


def points(laid: Laid) -> Score:
    """Pairwise F1 over the clauses that the reader marked as telling the same."""
    found = [frozenset(point["claims"]) for point in laid.records("points")]
    return _grouping(laid, [point.evidence for point in laid.gold.points], found)


def quotations(laid: Laid) -> Score:
    """Pairwise F1 over the variants of quotations."""
    found = [frozenset(quotation["variants"]) for quotation in laid.records("quotations")]
    return _grouping(laid, laid.gold.quotations, found)


def origins(laid: Laid) -> Score:
    """Share of points with the right number of origins.

    The dossier's point is the one that tells most of the gold point's clauses, at least half of them.
    """
    counted = [point for point in laid.gold.points if point.origins is not None]
    right = 0
    for point in counted:
        wanted = [laid.claims_at(quote) for quote in point.evidence]
        told = [(sum(bool(w & set(p["claims"])) for w in wanted), p) for p in laid.records("points")]
        most, best = max(told, key=lambda pair: pair[0], default=(0, None))
        if best is not None and most * 2 >= len(wanted):
            right += len(best.get("origins", ())) == point.origins
    return accuracy(right, len(counted))


def _answers_differ(sides: Sequence[Claims], readings: Sequence[Claims]) -> bool:
    """Tell whether two readings hold clauses of two different gold readings."""
    return any(a & one and b & other for a, b in combinations(sides, 2) for one, other in permutations(readings, 2))


def conflicts(laid: Laid) -> Score:
    """F1 of conflicts, with the number of compatible pairs that were taken for one."""
    gold = [[laid.claims_at_any(reading) for reading in x.readings] for x in laid.gold.conflicts]
    found = [[frozenset(r["claims"]) for r in x["readings"]] for x in laid.records("conflicts")]
    right = [readings for readings in found if any(_answers_differ(sides, readings) for sides in gold)]
    reached = sum(any(_answers_differ(sides, readings) for readings in found) for sides in gold)
    false = [readings for readings in found if readings not in right]
    pairs = [[laid.claims_at(quote) for quote in pair] for pair in laid.gold.compatible]
    traps = sum(any(_answers_differ(pair, readings) for readings in false) for pair in pairs)
    return replace(f1((len(right), reached), len(found), len(gold)), traps=traps)


def developments(laid: Laid) -> Score:
    """F1 of developments; a hit holds a clause of either side."""
    gold = [(laid.claims_at_any(d.before), laid.claims_at_any(d.after)) for d in laid.gold.developments]
    found = [(frozenset(d["before"]), frozenset(d["after"])) for d in laid.records("developments")]

    def meet(one: tuple[Claims, Claims], other: tuple[Claims, Claims]) -> bool:
        return bool(one[0] & other[0] and one[1] & other[1])

    right = sum(any(meet(g, s) for g in gold) for s in found)
    reached = sum(any(meet(g, s) for s in found) for g in gold)
    return f1((right, reached), len(found), len(gold))


def timeline(laid: Laid) -> Score:
    """Share of happenings that stand in the dossier's timeline on exactly their days."""
    right = 0
    for happening in laid.gold.timeline:
        claims = laid.claims_at_any(happening.evidence)
        right += any(same_days(e, happening.days) and claims & set(e["claims"]) for e in laid.records("timeline"))
    return accuracy(right, len(laid.gold.timeline))
