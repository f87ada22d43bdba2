"""Who a claim is given to: voice, cue, mode, the channels it came through and the document that carries it."""

from __future__ import annotations

from variorum.annotate import cues
from variorum.annotate.cast import entity_of
from variorum.annotate.findings import Findings
from variorum.annotate.participants import entity_id
from variorum.annotate.passage import Passage
from variorum.annotate.quotes import Quote
from variorum.annotate.saying import Saying
from variorum.annotate.sources import phrase
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Attribution, Mode

_CARRIERS = words("interview conversation article column op-ed broadcast editorial")


def attribution_of(tree: Tree, findings: Findings, passage: Passage) -> Attribution | None:
    """Return who a passage is given to; None where the report itself speaks, or nothing tells that it does not."""
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
            last = max(token for token in tokens if tree.is_word(token))
            return tree.text(min(tokens), last + 1)
    return None
