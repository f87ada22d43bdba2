"""Who one claim comes from, before any outlet: the last link of its chain, as keys that two reports share.

Rules, the first that fits:

1. A voice that the story knows: its entity; a country's government, officials or unnamed spokespeople are that
   country's one origin, whatever they are called, and two governments named together are two origins.
2. A voice with no entity: its words, normalised; governments as in 1.
3. A document and no voice: the kind of document ("letter").
4. Nobody is named, but the claim itself tells that somebody announces, confirms or denies: who does.
5. Nobody: the report's outlet; the agency where the outlet is unknown and one agency is credited; else the report.

Who is only described, or is a pronoun that nothing resolves, is the one named voice of the point (`described_as`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from variorum.annotate.bodies import BODIES
from variorum.compare.governments import governments, normal, some_government
from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import ANNOUNCING_VERBS, DOCUMENT_WORDS, STOP_WORDS
from variorum.compare.stems import stem
from variorum.model import Claim, OriginKind, Report, Span

_ANNOUNCING = frozenset(stem(verb) for verb in ANNOUNCING_VERBS)
_NO_VOICE = frozenset({"who", "which", "that", "this", "these", "those", "it", "what", "there", "where", "when"})
"""First words of what was read as a voice and is none: a relative or pointing word that nothing resolves."""

_SOMEBODY = frozenset({"he", "she", "they", "i", "we"})
_DESCRIBED = re.compile(r"[Tt]he [^A-Z]*[^sA-Z]\Z")
"""One person or body that the report has told of before, without a name: "the four-term congressman"."""


@dataclass(frozen=True, slots=True, order=True)
class OriginKey:
    """What makes two origins one.

    Attributes:
        kind: As of `Origin`.
        value: Normalised; equal for equal origins of one kind.
    """

    kind: OriginKind
    value: str


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """Where one claim comes from.

    Attributes:
        key: What it is compared by.
        name: In a report's words.
        entity: Entity id of the voice, None for what is no entity.
        named: True when the report names a voice or document for this claim.
        document: Kind of the document that carries the words, None when none is named.
        evidence: Where the report names the source; None when it does not.
        somebody: True when a pronoun that nothing resolves stands for the voice; then the report itself is the key.
    """

    key: OriginKey
    name: str
    entity: str | None = None
    named: bool = False
    document: str | None = None
    evidence: Span | None = None
    somebody: bool = False


def document_kind(text: str) -> str | None:
    """Return the noun for what was written, singular, or None when the words name no document."""
    for word in reversed(normal(text).split()):
        single = word.removesuffix("s")
        if word in DOCUMENT_WORDS or single in DOCUMENT_WORDS:
            return single if single in DOCUMENT_WORDS else word
    return None


def claim_origins(index: ClaimIndex, claim: Claim) -> tuple[ClaimOrigin, ...]:
    """Return where a claim comes from by its own attribution, copying left aside; never empty."""
    given = claim.attribution
    if given is None or (given.voice is None and not given.text and not given.document):
        return _announced(index, claim) or (_unattributed(index.reports[claim.span.report]),)
    written = document_kind(given.document) if given.document else None
    evidence = given.source or given.cue
    named = _voices(index, given.voice, given.text or "")
    if not named and written is not None:
        named = (ClaimOrigin(OriginKey("document", written), given.document or written),)
    if not named:
        pronoun = normal(given.text or "") in _SOMEBODY
        return (replace(_unattributed(index.reports[claim.span.report]), somebody=pronoun),)
    return tuple(ClaimOrigin(o.key, o.name, o.entity, True, written, evidence) for o in named)


def _voices(index: ClaimIndex, voice: str | None, text: str) -> tuple[ClaimOrigin, ...]:
    entity = index.entity(voice)
    name = entity.name if entity else text
    countries = governments(text) if text and (entity is None or entity.kind != "person") else ()
    if len(countries) < 2 and entity:
        countries = governments(name) if entity.kind != "person" else ()
    if countries:
        known = entity.id if entity and len(countries) == 1 else None
        keys = [(OriginKey("voice", f"government of {country}"), words) for country, words in countries]
        return tuple(ClaimOrigin(key, words, known) for key, words in keys)
    if entity:
        outlets = {normal(r.outlet) for r in index.story.reports if r.outlet}
        same = sorted(outlets & {normal(a) for a in entity.aliases})
        key = OriginKey("outlet", same[0]) if same else OriginKey("voice", entity.id)
        return (ClaimOrigin(key, name, entity.id),)
    return _unnamed(text)


def _unnamed(text: str) -> tuple[ClaimOrigin, ...]:
    plain = normal(text)
    if plain.split(" ", 1)[0] in _NO_VOICE:
        return ()
    content = [w for w in plain.split() if w not in STOP_WORDS]
    if not content:
        return ()
    if len(content) <= 2 and {"official", "officials", "authorities"} & set(content):
        return (ClaimOrigin(OriginKey("voice", "officials"), text),)
    if document_kind(content[-1]):
        return (ClaimOrigin(OriginKey("document", plain), text),)
    return (ClaimOrigin(OriginKey("voice", plain), text),)


def _announced(index: ClaimIndex, claim: Claim) -> tuple[ClaimOrigin, ...]:
    """Return who announces, confirms or denies by the claim's own words; empty for any other claim."""
    if index.head(claim) not in _ANNOUNCING:
        return ()
    agents = sorted({p.entity for p in claim.participants if p.role == "agent" and p.entity})
    found = [o for agent in agents for o in _voices(index, agent, "")]
    return tuple(ClaimOrigin(o.key, o.name, o.entity, True, None, claim.head) for o in found)


def _unattributed(report: Report) -> ClaimOrigin:
    if report.outlet:
        return ClaimOrigin(OriginKey("outlet", normal(report.outlet)), report.outlet)
    if len(report.agencies) == 1:
        return ClaimOrigin(OriginKey("agency", normal(report.agencies[0])), report.agencies[0])
    return ClaimOrigin(OriginKey("outlet", f"report {report.id}"), report.title or report.id)


def described_as(index: ClaimIndex, vague: ClaimOrigin, others: tuple[ClaimOrigin, ...]) -> ClaimOrigin | None:
    """Return the one named voice of the same point that a vague one can be.

    "A company spokesman" is who has that noun among the roles that the reports give; a surname is who bears it; a
    statement without an author is the only voice there is; "the government" is the one whose country another report
    names; "he" is the only person, "the four-term congressman" the only voice, "the company" the only one that is no
    person. None when the voice is named, and when nobody or more than one fits.
    """
    named = {o.key: o for o in others if o.entity and o.key.kind == "voice"}
    if vague.somebody:
        return _only([o for o in named.values() if _is_person(index, o)])
    if vague.entity or not vague.named or vague.key.value.startswith("government of"):
        return None
    if some_government(vague.name):
        whose = {o.key: o for o in others if o.key.value.startswith("government of")}
        if len(whose) == 1:
            return next(iter(whose.values()))
    words = normal(vague.name).split()
    if vague.key.kind == "document":
        fitting = list(named.values())
    else:
        fitting = [o for o in named.values() if _fits(index, words, o)]
    if not fitting and vague.key.kind == "voice" and _DESCRIBED.match(vague.name):
        body = not BODIES.isdisjoint(words[-1:])
        fitting = [o for o in named.values() if not (body and _is_person(index, o))]
    return _only(fitting)


def _only(fitting: list[ClaimOrigin]) -> ClaimOrigin | None:
    return fitting[0] if len(fitting) == 1 else None


def _is_person(index: ClaimIndex, origin: ClaimOrigin) -> bool:
    entity = index.entity(origin.entity)
    return entity is not None and entity.kind == "person"


def _fits(index: ClaimIndex, words: list[str], other: ClaimOrigin) -> bool:
    entity = index.entity(other.entity)
    if entity is None or not words:
        return False
    names = [set(normal(alias).split()) for alias in entity.aliases]
    if any(set(words) <= name or (len(name) > 1 and name <= set(words)) for name in names):
        return True
    roles = {_spoken(w) for role in entity.roles for w in normal(role).split()}
    return entity.kind == "person" and _spoken(words[-1]) in roles


def _spoken(noun: str) -> str:
    return "spokesperson" if noun.startswith("spokes") else noun
