"""What stands later in a report, or goes wrong in one paragraph, leaves the claims of the others as they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from tests.annotate.readings import annotated
from tests.annotate.test_robustness import readings
from variorum.annotate import annotate
from variorum.annotate.clauses import cut
from variorum.annotate.tree import plant
from variorum.model import Attribution, Claim, EntitySpan, Reading, Report, Segment

Drawn = tuple[Report, Reading]


def joined(first: Drawn, second: Drawn) -> Drawn:
    """Return the report whose last paragraphs are the second's, with what was read in each."""
    (report, one), (added, other) = first, second
    shift, count = len(report.text) + 2, len(one)
    begun = int(one.sentence[-1]) + 1 if count else 0
    segments = tuple(Segment(s.start + shift, s.end + shift, s.role) for s in added.segments)
    text = f"{report.text}\n\n{added.text}"
    heads = np.where(other.heads < 0, other.heads, other.heads + count)
    columns = {
        name: (*getattr(one, name), *getattr(other, name))
        for name in ("words", "lemmas", "upos", "xpos", "feats", "deprels", "licences")
    }
    reading = replace(
        one,
        **columns,
        start=np.concatenate([one.start, other.start + shift]),
        end=np.concatenate([one.end, other.end + shift]),
        sentence=np.concatenate([one.sentence, other.sentence - (other.sentence[0] if len(other) else 0) + begun]),
        heads=np.concatenate([one.heads, heads]).astype(np.int32),
        certainty=np.concatenate([one.certainty, other.certainty]),
        vectors=np.concatenate([one.vectors, other.vectors]),
        happenings=np.concatenate([one.happenings, other.happenings]),
        entities=(
            *one.entities,
            *(EntitySpan(e.start + count, e.end + count, e.label, e.score) for e in other.entities),
        ),
    )
    return replace(report, text=text, segments=(*report.segments, *segments)), reading


def told(claim: Claim) -> tuple[object, ...]:
    """Return what a claim holds but for names, which a later paragraph may give more fully."""
    given = claim.attribution
    return claim.span, claim.kind, claim.certainty, claim.moment, claim.quantities, claim.negated, _how(given)


def _how(given: Attribution | None) -> tuple[object, ...] | None:
    return None if given is None else (given.source, given.cue, given.mode)


@settings(deadline=None, max_examples=30)
@given(readings(), readings())
def test_a_paragraph_more_changes_no_claim_before_it(first: Drawn, second: Drawn) -> None:
    """Whatever follows, the claims of the paragraphs before are cut, given and judged alike."""
    alone = annotate(*first)
    longer = annotate(*joined(first, second))
    before = [told(claim) for claim in longer.claims if claim.span.start < len(first[0].text)]
    assert before == [told(claim) for claim in alone.claims]


@settings(deadline=None, max_examples=60)
@given(readings())
def test_no_tree_crashes_the_clause_cutter(drawn: Drawn) -> None:
    """Any tree, cyclic or across sentences, gives clauses inside their sentence."""
    tree = plant(*drawn)
    for first, last in tree.sentences:
        for clause in cut(tree, first, last):
            assert first <= clause.start < clause.end <= last
            assert set(clause.own) <= set(range(first, last))


PLAIN = "The:DT:2:det ferry:NN:3:nsubj sank:VBD:0:root on:IN:5:case Monday:NNP:3:obl .:.:3:punct"


def test_a_quotation_mark_left_open_costs_one_paragraph() -> None:
    """The paragraphs behind the one with the open mark give the same claims, quoted or not."""
    rest = "\n\n".join((PLAIN, _spoken(), PLAIN))
    whole = annotated(f"{_opened(closed=True)}\n\n{rest}")
    broken = annotated(f"{_opened(closed=False)}\n\n{rest}")
    wholes, brokens = ([_behind(result.report, c) for c in result.claims] for result in (whole, broken))
    later = [entry for entry in wholes if entry is not None]
    assert later
    assert [entry for entry in brokens if entry is not None] == later


def _behind(report: Report, claim: Claim) -> tuple[object, ...] | None:
    """Return a claim of the paragraphs behind the first: its words, class, mode and voice; None for the first's."""
    if claim.span.start < report.text.index("\n\n"):
        return None
    given = claim.attribution
    return report.passage(claim.span), claim.certainty, given.mode if given else None, given.text if given else None


def _opened(*, closed: bool) -> str:
    """Return a quoted sentence with its cue, with or without the closing mark."""
    mark, cue = ("\":'':4:punct ", 11) if closed else ("", 10)
    return (
        f'":``:4:punct The:DT:3:det hull:NN:4:nsubj cracked=crack:VBD:{cue}:ccomp last:JJ:6:amod night:NN:4:obl '
        f",:,:4:punct {mark}a:DT:{cue - 1}:det pilot:NN:{cue}:nsubj said:VBD:0:root .:.:{cue}:punct"
    )


def _spoken() -> str:
    return (
        '":``:4:punct The:DT:3:det dam:NN:4:nsubj leaks=leak:VBZ:10:ccomp badly:RB:4:advmod ,:,:4:punct '
        "\":'':4:punct the:DT:9:det mayor:NN:10:nsubj said:VBD:0:root .:.:10:punct"
    )
