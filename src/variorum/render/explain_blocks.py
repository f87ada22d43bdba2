"""What explanations are made of: claims under a heading, factors, and weighed pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variorum.model import Conflict, Development, Factor
from variorum.render.explain_claims import claim_lines, place_of
from variorum.render.index import DossierIndex
from variorum.render.reasons import Reasons, Weighing, strengths

MOST_PAIRS = 12
"""Joining pairs listed: a point of forty reports has hundreds of claims."""


def write_claims(index: DossierIndex, heading: str, claims: Iterable[str]) -> Iterator[str]:
    """Write claims under a heading; nothing when there are none."""
    ids = list(claims)
    if ids:
        yield from ("", heading)
    for claim_id in ids:
        yield from claim_lines(index, claim_id)


def write_factors(heading: str, factors: Sequence[Factor], indent: str = "  ") -> Iterator[str]:
    """Write factors under a heading, the strongest first; a dot stands where one only says what was compared."""
    if factors and heading:
        yield from ("", heading)
    for factor in strengths(factors):
        detail = f" ({factor.detail})" if factor.detail else ""
        yield f"{indent}{f'{factor.value:+.2f}' if factor.value else '    ·'}  {factor.name}{detail}"


def write_weighed(index: DossierIndex, part: Conflict | Development) -> Iterator[str]:
    """Write which two claims were weighed, what they came to, what was needed, and the factors."""
    if part.weighed:
        places = " and ".join(f"{claim} ({place_of(index, index.claims[claim].span)})" for claim in part.weighed)
        yield from ("", f"Weighed: {places}")
    if part.strength is not None:
        bar = f", and {part.bar:.2f} was needed" if part.bar is not None else ""
        yield f"  the reasons below add up to {part.strength:.2f}{bar}"
    yield from write_factors("" if part.weighed else "Reasons", part.factors)


def write_pairs(reasons: Reasons, of: str | None = None) -> Iterator[str]:
    """Write what joined claims and what kept others outside; only the pairs of one claim where `of` names it."""

    def wanted(weighing: Weighing) -> bool:
        return of is None or of in (weighing.pair.first, weighing.pair.second)

    joined = [weighing for weighing in reasons.joined if wanted(weighing)]
    if joined:
        yield from ("", f"Pairs that joined them (a point needs {joined[0].pair.bar:.2f} on the mean of its pairs)")
    for weighing in joined[:MOST_PAIRS]:
        pair = weighing.pair
        yield f"  {pair.probability:.2f}  {pair.first} + {pair.second}: {_brief(pair.factors)}"
    near = [weighing for weighing in reasons.near if wanted(weighing)]
    if near:
        yield from ("", "Near, and kept outside")
    for weighing in near:
        pair = weighing.pair
        yield f"  {pair.probability:.2f}  {weighing.here.claim.id} / {weighing.there.claim.id}: {pair.refused}"
        yield f"        {_brief(pair.factors)}"
        words = " ".join(weighing.there.text.split())
        yield f"        {weighing.there_point or 'no point'}, {weighing.there.report.letter}: “{words}”"


def _brief(factors: Sequence[Factor]) -> str:
    return ", ".join(f"{factor.name} {factor.value:+.2f}" for factor in factors)
