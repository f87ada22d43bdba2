"""One voice's same words, in different wordings or translations.

Candidates are claims given to a voice, and claims that hold words in quotation marks. Two are variants
when one voice speaks (or nobody says whose words one of them are) and the words themselves agree: rare
words inside the quotation marks first, then rare words anywhere, then meaning. What is quoted directly
in two translations shares names and nouns, seldom whole runs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from variorum.align.candidates import nested_pairs
from variorum.align.clustering import Pair, cluster
from variorum.align.spoken import Spoken, quotation_features, spoken_claims, voice_names
from variorum.align.views import Views
from variorum.align.weights import Weights, load_weights
from variorum.model import Quotation, Story

_NEAR = 16  # nearest spoken claims that each is compared with
_RARE_PLACES = 6  # and those that share a stem that no more claims hold


def near_pairs(views: Views, spoken: Sequence[Spoken]) -> list[Pair]:
    """Return the places of spoken claims that are near enough to compare, sorted; nested claims are left out."""
    rows = np.array([s.view.row for s in spoken], np.int64)
    pairs: set[Pair] = set()
    for i, row in enumerate(rows):
        near = views.centred[rows] @ views.centred[row]
        for j in np.argsort(-near, kind="stable")[: _NEAR + 1]:
            if int(j) != i:
                pairs.add((min(i, int(j)), max(i, int(j))))
    holders: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(spoken):
        for word in sorted(one.view.words):
            holders[word].append(i)
    for places in holders.values():
        if len(places) <= _RARE_PLACES:
            pairs.update((i, j) for k, i in enumerate(places) for j in places[k + 1 :])
    return sorted(pairs - nested_pairs([s.view.claim for s in spoken]))


def _scores(story: Story, views: Views, spoken: Sequence[Spoken], weights: Weights) -> dict[Pair, float]:
    """Return the probability that two spoken claims are variants of one quotation."""
    pairs, names = near_pairs(views, spoken), voice_names(story)
    if not pairs:
        return {}
    features = np.stack([quotation_features(views, names, spoken[i], spoken[j]) for i, j in pairs])
    values = 1 / (1 + np.exp(-weights.log_odds(features)))
    return {pair: float(value) for pair, value in zip(pairs, values, strict=True)}


def _variants(members: Sequence[Spoken]) -> list[Spoken]:
    """Return a group's wordings, the longest first; of nested cuts of one sentence only the longest claim's."""
    kept: list[Spoken] = []
    for one in sorted(members, key=lambda s: (-len(s.view.claim.span), s.view.claim.span)):
        span = one.view.claim.span
        if not any(k.view.claim.span.overlap(span) * 2 > len(span) for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda s: (-len(s.passage), s.passage, s.view.claim.span))


def _shows_something(variants: Sequence[Spoken]) -> bool:
    """Tell whether a group is worth a reader's look: two reports have it, or one quotes it twice."""
    reports = {v.view.claim.span.report for v in variants}
    return len(variants) > 1 and (len(reports) > 1 or all(v.quoted for v in variants))


def _told_within(inner: Sequence[Spoken], outer: Sequence[Spoken]) -> bool:
    """Tell whether every wording of `inner` is a part of one of `outer`, so that it shows nothing more."""
    spans = [k.view.claim.span for k in outer]
    longer = False
    for one in inner:
        span = one.view.claim.span
        if not any(k.contains(span) for k in spans):
            return False
        longer = longer or span not in spans
    return longer


def _without_parts(found: Sequence[list[Spoken]]) -> list[list[Spoken]]:
    """Leave out the quotations that are parts of another one, clause by clause in the same reports."""
    by_report: dict[str, list[list[Spoken]]] = defaultdict(list)
    for group in found:
        for report in {s.view.claim.span.report for s in group}:
            by_report[report].append(group)
    return [
        group
        for group in found
        if not any(o is not group and _told_within(group, o) for o in by_report[group[0].view.claim.span.report])
    ]


def _voice(members: Sequence[Spoken]) -> str | None:
    """Return the entity that most variants are given to, the smaller id where they tie; None without one."""
    known = [s.view.claim.attribution.voice for s in members if s.view.claim.attribution]
    named = sorted({v for v in known if v is not None}, key=lambda v: (len(v), v))
    return max(named, key=known.count) if named else None


def match_quotations(story: Story) -> tuple[Quotation, ...]:
    """Return the quotations that stand in two wordings or more.

    Args:
        story: Its claims sorted by report and offset.

    Returns:
        Numbered `q1`, `q2` ... by reports, then by variants, then by position; in each the longest wording
        comes first. Several cuts of one sentence count once: the longest of nested claims is kept, and a
        quotation whose every wording is a part of another's is left out.
    """
    if not story.claims:
        return ()
    table = load_weights()
    views, spoken = spoken_claims(story)
    nested = nested_pairs([s.view.claim for s in spoken])
    score = _scores(story, views, spoken, table.quotation)
    groups = cluster(len(spoken), score, nested=nested, apart=set(), stop=table.quotation_stop)
    found = _without_parts([v for group in groups if _shows_something(v := _variants([spoken[i] for i in group]))])
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
