"""Who one claim comes from, before any outlet: the last link of its chain, as a key that two reports share.

Rules, the first that fits:

1. A voice that the story knows: its entity; a country's government, officials or unnamed spokespeople are that
   country's one origin, whatever they are called.
2. A voice with no entity: its words, normalised; officials of a country as in 1.
3. A document and no voice: the kind of document ("letter").
4. Nobody: the report's outlet; the agency where the outlet is unknown and one agency is credited; else the report.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import DOCUMENT_WORDS, NATIONS, OFFICE_WORDS, STOP_WORDS
from variorum.model import Attribution, Claim, OriginKind, Report, Span

_WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")


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
    """

    key: OriginKey
    name: str
    entity: str | None
    named: bool
    document: str | None
    evidence: Span | None


def normal(text: str) -> str:
    """Return a name or description without articles, case, possessive and punctuation."""
    words = [re.sub(r"['’]s$", "", w.lower()) for w in _WORD.findall(re.sub(r"['’]s\b", "", text))]
    return " ".join(w for w in words if w not in {"a", "an", "the"})


def nation(text: str) -> str | None:
    """Return the country that a description names by demonym, name or capital; None when it names none or two."""
    words = normal(text).replace(".", "").split()
    joined = words + [f"{a}-{b}" for a, b in itertools.pairwise(words)]
    longest = [w for w in joined if "-" in w and w in NATIONS]
    single = [w for w in words if w in NATIONS and not any(w in pair.split("-") for pair in longest)]
    found = {NATIONS[w] for w in longest + single}
    return found.pop() if len(found) == 1 else None


def document_kind(text: str) -> str | None:
    """Return the noun for what was written, singular, or None when the words name no document."""
    for word in reversed(normal(text).split()):
        single = word.removesuffix("s")
        if word in DOCUMENT_WORDS or single in DOCUMENT_WORDS:
            return single if single in DOCUMENT_WORDS else word
    return None


def claim_origin(index: ClaimIndex, claim: Claim) -> ClaimOrigin:
    """Return where a claim comes from by its own attribution, copying left aside."""
    report = index.reports[claim.span.report]
    given = claim.attribution
    if given is None or (given.voice is None and not given.text and not given.document):
        return _unattributed(report)
    written = document_kind(given.document) if given.document else None
    key, name = _voice_key(index, given)
    if key is None:
        if written is None:
            return _unattributed(report)
        key, name = OriginKey("document", written), given.document or written
    return ClaimOrigin(key, name, given.voice, True, written, given.source or given.cue)


def _voice_key(index: ClaimIndex, given: Attribution) -> tuple[OriginKey | None, str]:
    entity = index.entity(given.voice)
    words = entity.name if entity else given.text or ""
    name = words or "unnamed"
    outlets = {normal(r.outlet) for r in index.story.reports if r.outlet}
    if entity:
        of_outlet = sorted(outlets & {normal(a) for a in entity.aliases})
        if of_outlet:
            return OriginKey("outlet", of_outlet[0]), name
        if entity.kind == "person" or not _is_government(words):
            return OriginKey("voice", entity.id), name
    country = nation(words)
    plain = normal(words)
    content = [w for w in plain.split() if w not in STOP_WORDS]
    if country and _is_government(words):
        return OriginKey("voice", f"government of {country}"), name
    if not content:
        return None, name
    if any(w in {"official", "officials", "authorities"} for w in content) and len(content) <= 2:
        return OriginKey("voice", "officials"), name
    if document_kind(plain) == plain.split()[-1].removesuffix("s"):
        return OriginKey("document", plain), name
    return OriginKey("voice", plain), name


def _is_government(words: str) -> bool:
    """Tell whether a description is a bare country, its capital, or an office of it without a person's name."""
    rest = [w for w in normal(words).replace(".", "").split() if w not in STOP_WORDS]
    known = {part for key in NATIONS for part in key.split("-")}
    offices = [w for w in rest if w in OFFICE_WORDS]
    ministry = {
        "foreign",
        "defense",
        "defence",
        "interior",
        "security",
        "unification",
        "unnamed",
        "senior",
        "top",
        "high",
    }
    left = [w for w in rest if w not in known and w not in OFFICE_WORDS and w not in ministry and w != "ranking"]
    return nation(words) is not None and not left and (bool(offices) or len(rest) <= 2)


def _unattributed(report: Report) -> ClaimOrigin:
    if report.outlet:
        return ClaimOrigin(OriginKey("outlet", normal(report.outlet)), report.outlet, None, False, None, None)
    if len(report.agencies) == 1:
        agency = report.agencies[0]
        return ClaimOrigin(OriginKey("agency", normal(agency)), agency, None, False, None, None)
    return ClaimOrigin(OriginKey("outlet", f"report {report.id}"), report.title or report.id, None, False, None, None)
