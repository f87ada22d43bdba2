"""Put claims together from passages, voices, certainty and moments."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from variorum.annotate.attributions import attribution_of
from variorum.annotate.certainty import judge
from variorum.annotate.findings import Findings
from variorum.annotate.participants import participants
from variorum.annotate.passage import Passage
from variorum.annotate.scope import Scope, negation, scope_of, tense_of
from variorum.annotate.timing import own_moment
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Claim, Moment, Span, TimeExpression

_OCCURRING = words(
    """begin start hold have make launch open conduct plan schedule arrange cancel call postpone delay host stage expect
    hope seek want demand happen occur continue resume face await"""
)
"""Verbs that only say of a happening whether and how it takes place."""


def build_claims(tree: Tree, findings: Findings, passages: tuple[Passage, ...]) -> tuple[Claim, ...]:
    """Return the claims of a report, numbered by position, each with the id of the claim that holds it."""
    beside = _beside(tree, passages)
    moments = [own_moment(tree, findings.times, passage) for passage in passages]
    claims: list[Claim] = []
    for number in range(len(passages)):
        moment, inherited = moments[number], False
        if moment is None:
            moment = _inherited(passages, beside[number], moments, number)
            inherited = moment is not None
        claims.append(_claim(tree, findings, (passages, beside[number]), number, (moment, inherited)))
    return tuple(claims)


def mean_vectors(rows: NDArray[np.float32], passages: tuple[Passage, ...]) -> NDArray[np.float32]:
    """Return the mean of each passage's rows of a reading, scaled to length 1; shape (passages, width)."""
    width = rows.shape[1] if rows.ndim == 2 else 0
    means = np.zeros((len(passages), width), dtype=np.float32)
    for number, passage in enumerate(passages):
        mean = rows[passage.start : passage.end].mean(axis=0)
        length = float(np.linalg.norm(mean))
        means[number] = mean / length if length > 0 else mean
    return means


def _claim(
    tree: Tree,
    findings: Findings,
    around: tuple[tuple[Passage, ...], range],
    number: int,
    when: tuple[Moment | None, bool],
) -> Claim:
    passages, beside = around
    passage = passages[number]
    report = tree.report
    span = tree.span(passage.start, passage.end)
    attribution = attribution_of(tree, findings, passage)
    saying = findings.sayings[passage.saying] if passage.saying is not None else None
    cue = saying.cue[0] if saying is not None and saying.kind == "reported" and saying.cue else None
    direct = attribution is not None and attribution.mode == "direct"
    top = passage.clause.top if passage.head == passage.clause.head else passage.head
    scope = scope_of(tree, top, passage.head, cue, direct=direct)
    certainty, licence = judge(_of_happening(tree, passage, scope))
    tense = tense_of(tree, scope)
    ahead = _ahead(tree, findings.times, passage, when) if certainty == "asserted" and tense != "past" else None
    if ahead is not None:
        certainty = "expected"
    parents = [n for n in beside if _holds(passages[n], passage)]
    parent = min(parents, key=lambda n: passages[n].end - passages[n].start, default=None)
    return Claim(
        id=f"{report.id}.c{number + 1}",
        span=span,
        head=tree.span(passage.head, passage.head + 1),
        lemma=tree.lemmas[passage.head],
        certainty=certainty,
        certainty_cue=tree.span(licence, licence + 1) if licence is not None else ahead,
        attribution=attribution,
        moment=when[0],
        moment_inherited=when[1],
        participants=participants(tree, findings.cast, passage.clause) if passage.head == passage.clause.head else (),
        quantities=tuple(quantity for quantity in findings.quantities if span.contains(quantity.span)),
        tense=tense,
        negated=negation(tree, passage.head) is not None,
        kind=passage.kind,
        segment=tree.roles[passage.start],
        parent=f"{report.id}.c{parent + 1}" if parent is not None else None,
    )


def _of_happening(tree: Tree, passage: Passage, scope: Scope) -> Scope:
    """Return the scope that tells how sure a claim is: of a nominal, its clause's where that only says that it occurs.

    "They would begin an investigation on Monday": the investigation is as sure as the beginning of it. "They declined
    an invitation for Monday": the invitation stands.
    """
    above = passage.clause.head
    occurs = passage.kind == "nominal" and tree.lemmas[above] in _OCCURRING and tree.head(passage.head) == above
    if not occurs or tree.relations[passage.head] not in ("obj", "nsubj"):
        return scope
    return scope_of(tree, passage.clause.top, above, scope.cue, direct=not scope.backshifted)


def _ahead(
    tree: Tree, times: tuple[TimeExpression, ...], passage: Passage, when: tuple[Moment | None, bool]
) -> Span | None:
    """Return the words that put a claim after the report's own day ("the trial opens *on Friday*"), None for none."""
    moment, inherited = when
    day = tree.report.published.day
    if inherited or moment is None or day is None or moment.first <= day or moment.open_start:
        return None
    span = tree.span(passage.start, passage.end)
    return next((time.span for time in times if time.moment == moment and span.contains(time.span)), None)


def _holds(outer: Passage, inner: Passage) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start


def _beside(tree: Tree, passages: tuple[Passage, ...]) -> list[range]:
    """Return for each passage the numbers of those in its sentence; passages stand sentence by sentence."""
    sentences = [tree.numbers[passage.start] for passage in passages]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for number, sentence in enumerate(sentences):
        first.setdefault(sentence, number)
        last[sentence] = number + 1
    return [range(first[sentence], last[sentence]) for sentence in sentences]


def _inherited(
    passages: tuple[Passage, ...], beside: range, moments: list[Moment | None], number: int
) -> Moment | None:
    """Return the moment of the tightest claim around, else of the clause that this one hangs under."""
    passage = passages[number]
    around = [n for n in beside if _holds(passages[n], passage) and moments[n] is not None]
    if around:
        return moments[min(around, key=lambda n: passages[n].end - passages[n].start)]
    for n in beside:
        other = passages[n]
        above = passage.clause.parent is not None and other.clause.top == passage.clause.parent
        if above and moments[n] is not None and other.saying == passage.saying:
            return moments[n]
    return None
