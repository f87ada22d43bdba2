"""Put claims together from passages, voices, certainty and moments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.annotate import cues
from variorum.annotate.cast import Cast, entity_of
from variorum.annotate.certainty import judge
from variorum.annotate.participants import entity_id, participants
from variorum.annotate.passage import Passage
from variorum.annotate.quotes import Quote
from variorum.annotate.saying import Saying
from variorum.annotate.scope import Scope, negation, scope_of, tense_of
from variorum.annotate.sources import phrase
from variorum.annotate.timing import own_moment
from variorum.annotate.tree import Tree
from variorum.annotate.voices import Voice
from variorum.annotate.wordlists import words
from variorum.model import Attribution, Claim, Mode, Moment, Quantity, Span, TimeExpression

_OCCURRING = words(
    """begin start hold have make launch open conduct plan schedule arrange cancel call postpone delay host stage expect
    hope seek want demand happen occur continue resume face await"""
)
"""Verbs that only say of a happening whether and how it takes place."""

_CARRIERS = words("interview conversation article column op-ed broadcast editorial")


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one report before its claims are put together."""

    cast: Cast
    quotes: tuple[Quote, ...]
    sayings: tuple[Saying, ...]
    voices: tuple[Voice, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]


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
    attribution = _attribution(tree, findings, passage)
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


def _attribution(tree: Tree, findings: Findings, passage: Passage) -> Attribution | None:
    if passage.saying is None:
        return None
    saying, voice = findings.sayings[passage.saying], findings.voices[passage.saying]
    if voice.entity is None and voice.text is None and saying.cue is None:
        return None
    return Attribution(
        voice=entity_id(voice.entity) if voice.entity is not None else None,
        source=tree.span(*voice.source) if voice.source else None,
        text=voice.text,
        cue=tree.span(*saying.cue) if saying.cue else None,
        mode=_mode(tree, findings.quotes, passage),
        via=tuple(dict.fromkeys((*_channels(tree, findings, saying), *voice.through))),
        document=_document(tree, saying),
    )


def _mode(tree: Tree, quotes: tuple[Quote, ...], passage: Passage) -> Mode:
    spoken = [token for token in range(passage.start, passage.end) if tree.is_word(token)]
    inside = sum(1 for token in spoken if any(quote.start <= token < quote.end for quote in quotes))
    if inside == len(spoken):
        return "direct"
    return "mixed" if inside else "indirect"


def _channels(tree: Tree, findings: Findings, saying: Saying) -> tuple[str, ...]:
    """Return the channels that a saying came through: whom it was told to, or the network it was posted on."""
    found: list[str] = []
    if saying.channel is not None:
        number = entity_of(tree, findings.cast, saying.channel)
        found.append(
            findings.cast.names[number].name if number is not None else tree.text(*phrase(tree, saying.channel))
        )
    if saying.recipient is not None:
        number = entity_of(tree, findings.cast, saying.recipient)
        if number is not None and findings.cast.names[number].kind in ("organization", "other"):
            found.append(findings.cast.names[number].name)
    if saying.cue is not None:
        for child in tree.dependents(saying.cue[0], "obl", "advcl"):
            for token in tree.subtree(child):
                number = findings.cast.owner[token]
                posted = tree.word(token) in cues.PLATFORMS
                asked = tree.lemmas[child] in _CARRIERS and number >= 0
                if number >= 0 and (posted or (asked and findings.cast.names[number].kind == "organization")):
                    found.append(findings.cast.names[number].name)
    return tuple(dict.fromkeys(found))


def _document(tree: Tree, saying: Saying) -> str | None:
    """Return the statement, letter or interview that a saying stands in, verbatim; None where none is named."""
    if saying.cue is None:
        return None
    for child in tree.dependents(saying.cue[0], "obl"):
        if tree.lemmas[child] in cues.DOCUMENTS and any(
            tree.word(case) in ("in", "on", "during", "at", "through", "via") for case in tree.dependents(child, "case")
        ):
            tokens = tree.subtree(child, {c for c in tree.children[child] if tree.relations[c] in ("case", "acl")})
            return tree.text(min(tokens), max(tokens) + 1)
    return None
