"""One claim for each clause that the gold quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eval.oracle.guesses import crude_lemma, guess_certainty, guess_head, guess_quantities, guess_tense
from eval.oracle.marks import Marks
from variorum.model import Attribution, Certainty, Claim, Entity, Mode, Participant, Report, Span, TimeExpression


@dataclass(frozen=True)
class Surroundings:
    """What a claim is made with: the marks, the entities and the times of its story."""

    marks: Marks
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]


def _certainty(span: Span, words: str, marks: Marks) -> Certainty:
    near = [s for s in marks.certainty if s.overlap(span) >= 0.5 * max(len(s), len(span))]
    if near:
        return marks.certainty[max(near, key=lambda s: (s.overlap(span), s))]
    guessed = guess_certainty(words)
    if guessed is not None:
        return guessed
    return "expected" if span in marks.ahead else "asserted"


def _attribution(span: Span, words: str, marks: Marks, entities: Sequence[Entity]) -> Attribution | None:
    holders = [s for s in marks.voices if s.overlap(span) >= 0.5 * len(span)]
    if not holders:
        return None
    entry = marks.voices[min(holders, key=lambda s: (len(s), s))]
    voice = next((e.id for e in entities if entry["voice"] in e.aliases), None)
    quoted = bool(re.search('["“”]', words))
    mode: Mode = entry.get("mode") or ("mixed" if quoted else "indirect")
    return Attribution(voice, None, entry["voice"], None, mode, tuple(entry.get("via") or ()))


def claim_of(report: Report, number: int, span: Span, around: Surroundings) -> Claim:
    """Return the claim of one quoted clause, the `number`th of its report."""
    words = report.passage(span)
    a, b = guess_head(words)
    head = Span(report.id, span.start + a, span.start + b)
    participants = []
    for entity in around.entities:
        for mention in entity.mentions:
            if span.contains(mention.span):
                role = "agent" if mention.span.start < head.start else "patient"
                lemma = report.passage(mention.span).split()[-1].lower()
                participants.append(Participant(role, mention.span, lemma, entity.id))  # type: ignore[arg-type]
    certainty = _certainty(span, words, around.marks)
    return Claim(
        id=f"{report.id}.c{number}",
        span=span,
        head=head,
        lemma=crude_lemma(report.passage(head)),
        certainty=certainty,
        attribution=_attribution(span, words, around.marks, around.entities),
        moment=next((t.moment for t in around.times if span.contains(t.span)), None),
        participants=tuple(sorted(participants, key=lambda p: p.span)),
        quantities=guess_quantities(report.id, span.start, words),
        tense=guess_tense(words),
        negated=certainty == "denied" and bool(re.search(r"\b(not|never)\b|n['’]t\b", words)),
        segment=report.role_at(span.start),
    )
