"""A claim as an explanation shows it: its words, where they stand, and what was read into them."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.model import Attribution, Claim, Quantity, Span
from variorum.render.index import DossierIndex
from variorum.render.labels import CERTAINTY_LABELS, moment_label


def place_of(index: DossierIndex, span: Span) -> str:
    """Return where a passage stands in its report's text: "B The Ledger, line 4, characters 210-268"."""
    view = index.reports[span.report]
    line = view.report.text.count("\n", 0, span.start) + 1
    return f"{view.letter} {view.name}, line {line}, characters {span.start}-{span.end}"


def passage_lines(index: DossierIndex, span: Span) -> Iterator[str]:
    """Write a passage: its place, then its words."""
    yield f"  {place_of(index, span)}"
    yield f"    {_words(index, span)}"


def claim_lines(index: DossierIndex, claim_id: str) -> Iterator[str]:
    """Write a claim: its id and place, its words, then who says it, how surely, when, and what it counts."""
    claim = index.claims[claim_id]
    view = index.reports[claim.span.report]
    day = f"{view.day} ({view.basis})" if view.day else view.basis
    yield f"  {claim_id}  {place_of(index, claim.span)}, report of {day}"
    yield f"    {_words(index, claim.span)}"
    yield f"    {' · '.join(_read(index, claim))}"


def _read(index: DossierIndex, claim: Claim) -> Iterator[str]:
    yield _voice(index, claim.attribution)
    cue = f", by {_words(index, claim.certainty_cue)}" if claim.certainty_cue else ""
    yield f"{CERTAINTY_LABELS[claim.certainty]}{cue}"
    if claim.moment:
        taken = ", taken over from beside it" if claim.moment_inherited else ""
        yield f"{moment_label(claim.moment)}{taken}"
    else:
        yield "no moment"
    yield f"head {_words(index, claim.head)}{', ' + claim.tense if claim.tense != 'none' else ''}"
    for quantity in claim.quantities:
        yield f"counts {_words(index, quantity.span)}{_read_as(quantity)}"
    if claim.segment != "body":
        yield f"in a {claim.segment}"


def _voice(index: DossierIndex, said: Attribution | None) -> str:
    if said is None:
        return "the report itself"
    entity = index.entities.get(said.voice or "")
    named = f" (named {_words(index, said.source)})" if said.source else ""
    cue = f", cue {_words(index, said.cue)}" if said.cue else ""
    via = f", via {', '.join(said.via)}" if said.via else ""
    document = f", in {said.document}" if said.document else ""
    return f"{said.mode}, {entity.name if entity else said.text or 'nobody named'}{named}{cue}{via}{document}"


def _read_as(quantity: Quantity) -> str:
    ends = ["" if end is None else f"{end:,.12g}" for end in (quantity.low, quantity.high)]
    value = ends[0] if ends[0] == ends[1] else f"{ends[0] or 'any'} to {ends[1] or 'any'}"
    noun = " ".join(word for word in (quantity.unit, quantity.counted) if word)
    return f" = {value}{' ' + noun if noun else ''}"


def _words(index: DossierIndex, span: Span) -> str:
    return f"“{' '.join(index.dossier.passage(span).split())}”"
