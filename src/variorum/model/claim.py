"""A claim: a clause with who says it, how surely, and when it is said to happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.moment import Moment
from variorum.model.quantity import Quantity
from variorum.model.report import Role
from variorum.model.span import Span

Certainty = Literal["asserted", "expected", "possible", "alleged", "denied", "wanted", "hypothetical"]
"""Relative to the voice that speaks: the report itself where it names nobody."""

Mode = Literal["direct", "indirect", "mixed"]
ClaimKind = Literal["clause", "nominal", "content", "fragment"]
ParticipantRole = Literal["agent", "patient", "recipient", "place", "other"]
Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a claim is given to.

    Attributes:
        voice: Entity id, None when it cannot be told who speaks.
        source: Where the report names the voice, a pronoun included; None when it does not.
        text: The words that name the voice: the resolved name where there is one, else the source's words.
        cue: The words that tell that it is said ("said", "according to"); None when there are none.
        mode: Quoted, reported, or both.
        via: Names of the channels it came through, nearest to the report first ("Tass").
        document: The statement, letter or law that carries the words, verbatim; None when none is named.
    """

    voice: str | None
    source: Span | None
    text: str | None
    cue: Span | None
    mode: Mode
    via: tuple[str, ...] = ()
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that takes part in what a claim tells.

    Attributes:
        role: Deep role: the agent of a passive is still the `agent`.
        span: The words.
        lemma: Lower-cased lemma of the words' head.
        entity: Entity id, None when the words name none.
        preposition: The preposition that joins it ("in", "with"), None for a bare argument.
    """

    role: ParticipantRole
    span: Span
    lemma: str
    entity: str | None = None
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One happening or state, as one report tells it.

    Attributes:
        id: `REPORT.cN`, numbered by position in its report.
        span: The clause's own words, at most 700 characters.
        head: The word that names the happening or state ("arrived", "visit").
        lemma: Lemma of `head`, lower-cased.
        certainty: Relative to the voice.
        certainty_cue: The word that licenses it ("may", "not", "accused"); None for a plain statement.
        attribution: None when the report itself speaks.
        moment: When it is said to happen; None when the text does not tell.
        moment_inherited: True when the moment stands elsewhere in the sentence, not in the clause.
        participants: In order of offset.
        quantities: In order of offset.
        tense: Of the clause's verb group.
        negated: True when a negation holds the head itself.
        kind: A finite `clause`, a `nominal` happening, a whole reported `content` of several clauses,
            or a `fragment` such as a title without a verb.
        segment: Role of the segment that it stands in.
        parent: Id of the claim whose words hold this one's, None at the top.
    """

    id: str
    span: Span
    head: Span
    lemma: str
    certainty: Certainty
    certainty_cue: Span | None = None
    attribution: Attribution | None = None
    moment: Moment | None = None
    moment_inherited: bool = False
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    tense: Tense = "none"
    negated: bool = False
    kind: ClaimKind = "clause"
    segment: Role = "body"
    parent: str | None = None
