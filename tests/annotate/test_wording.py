"""What the wording of news asks of voices and claims, in one place: each sort of sentence by an invented example."""

from __future__ import annotations

import pytest

from tests.annotate.readings import annotated
from variorum.model import AnnotatedReport, AttributionSpans, Claim


def claim_of(result: AnnotatedReport, words: str) -> Claim:
    """Return the claim with these words."""
    return next(claim for claim in result.claims if result.report.passage(claim.span) == words)


def voice_of(result: AnnotatedReport, words: str) -> str | None:
    """Return the words that name the voice of the claim with these words, None where nobody is named."""
    given = claim_of(result, words).attribution
    return given.text if given else None


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        (
            "The:DT:2:det mayor:NN:4:nmod:poss 's:POS:2:case claim:NN:8:nsubj that:IN:7:mark piers:NNS:7:nsubj "
            "float:VBP:4:acl angered:VBD:0:root divers:NNS:8:obj .:.:8:punct",
            "The mayor",
        ),
        (
            "The:DT:2:det board:NN:3:nsubj issued:VBD:0:root a:DT:5:det statement:NN:3:obj that:IN:8:mark "
            "piers:NNS:8:nsubj float:VBP:5:acl .:.:3:punct",
            "The board",
        ),
        (
            "There:EX:2:expl was:VBD:0:root a:DT:4:det warning:NN:2:nsubj from:IN:7:case the:DT:7:det union:NN:4:nmod "
            "that:IN:10:mark piers:NNS:10:nsubj float:VBP:4:acl .:.:2:punct",
            "the union",
        ),
        (
            "The:DT:2:det mayor:NN:4:nmod:poss 's:POS:2:case claim:NN:8:nsubj that:IN:7:mark piers:NNS:7:nsubj "
            "float:VBP:8:ccomp angered:VBD:0:root divers:NNS:8:obj .:.:8:punct",
            "The mayor",
        ),
    ],
    ids=["owner", "subject", "giver", "misparsed"],
)
def test_a_noun_that_carries_what_is_said(source: str, voice: str) -> None:
    """`The mayor's claim that`, `issued a statement that`, `a warning from the union that`, wherever it is parsed."""
    assert voice_of(annotated(source), "piers float") == voice


def test_according_to_one_citing_another() -> None:
    """`According to the Gazette, citing Ana Ruiz, the pier fell` is hers, by way of the paper."""
    result = annotated(
        "According:VBG:4:case to:IN:1:fixed the:DT:4:det Gazette:NNP:12:obl ,:,:4:punct citing:VBG:12:advcl "
        "Ana:NNP:8:compound Ruiz:NNP:6:obj ,:,:6:punct the:DT:11:det pier:NN:12:nsubj fell=fall:VBD:0:root "
        ".:.:12:punct",
        names={"Gazette": "Organization", "Ana Ruiz": "Person"},
    )
    given = claim_of(result, "the pier fell").attribution
    assert given is not None
    assert (given.text, given.via) == ("Ana Ruiz", ("Gazette",))


def test_a_letter_carries_what_is_said_in_it() -> None:
    """`In a letter, Ana Ruiz said` keeps the document, without the comma behind it."""
    result = annotated(
        "In:IN:3:case a:DT:3:det letter:NN:7:obl ,:,:3:punct Ana:NNP:6:compound Ruiz:NNP:7:nsubj said:VBD:0:root "
        "piers:NNS:9:nsubj float:VBP:7:ccomp .:.:7:punct",
        names={"Ana Ruiz": "Person"},
    )
    given = claim_of(result, "piers float").attribution
    assert given is not None
    assert (given.text, given.document) == ("Ana Ruiz", "a letter")


def test_a_role_is_its_only_holder() -> None:
    """`The analyst` is the one person whom the report calls an analyst."""
    result = annotated(
        "Ana:NNP:2:compound Ruiz:NNP:7:nsubj ,:,:2:punct an:DT:5:det analyst:NN:2:appos ,:,:2:punct left:VBD:0:root "
        ".:.:7:punct\n"
        "The:DT:2:det analyst:NN:3:nsubj said:VBD:0:root piers:NNS:5:nsubj float:VBP:3:ccomp .:.:3:punct",
        names={"Ana Ruiz": "Person"},
    )
    assert voice_of(result, "piers float") == "Ana Ruiz"


def test_she_is_neither_of_two_women_named_together() -> None:
    """Where two people stand in one subject, a pronoun for one of them names nobody."""
    result = annotated(
        "Two:CD:2:nummod women:NNS:9:nsubj ,:,:2:punct Ana:NNP:5:compound Ruiz:NNP:2:appos and:CC:8:cc "
        "Eva:NNP:8:compound Holt:NNP:5:conj left:VBD:0:root .:.:9:punct\n"
        "She:PRP:2:nsubj said:VBD:0:root piers:NNS:4:nsubj float:VBP:2:ccomp .:.:2:punct",
        names={"Ana Ruiz": "Person", "Eva Holt": "Person"},
    )
    given = claim_of(result, "piers float").attribution
    assert given is not None
    assert (given.voice, given.text) == (None, "She")


def test_a_quotation_of_nobody_knows_no_voice() -> None:
    """Words in quotation marks that nothing gives to anybody stay without a voice."""
    result = annotated(
        "The:DT:2:det pier:NN:3:nsubj fell=fall:VBD:0:root .:.:3:punct\n\n"
        "“:``:3:punct Piers:NNS:3:nsubj float:VBP:0:root .:.:3:punct ”:'':3:punct"
    )
    assert claim_of(result, "Piers float").attribution is None


def test_a_noun_that_only_dates_is_no_happening() -> None:
    """`Tuesday evening` tells when the dam burst; no claim is made of it."""
    result = annotated(
        "The:DT:2:det dam:NN:3:nsubj burst:VBD:0:root on:IN:6:case Tuesday:NNP:6:compound evening:NN:3:obl .:.:3:punct"
    )
    assert [result.report.passage(claim.span) for claim in result.claims] == ["The dam burst on Tuesday evening"]


def test_a_claim_has_its_own_participants_place_and_quantity() -> None:
    """Who did what to whom, where, and how many stand with the clause that tells it."""
    result = annotated(
        "Divers:NNS:2:nsubj rescued=rescue:VBD:0:root at:IN:5:advmod least:JJS:3:fixed 40:CD:6:nummod "
        "sailors=sailor:NNS:2:obj near:IN:8:case Norland:NNP:2:obl .:.:2:punct",
        names={"Norland": "Location"},
    )
    (claim,) = result.claims
    assert [(p.role, p.lemma) for p in claim.participants] == [
        ("agent", "divers"),
        ("patient", "sailor"),
        ("place", "norland"),
    ]
    assert [(q.low, q.high, q.bound, q.counted) for q in claim.quantities] == [(40.0, None, "at_least", "sailor")]


def test_who_does_not_say_whether_says_nothing() -> None:
    """What somebody would not say is given to nobody, though the network heard it said."""
    source = (
        "The:DT:2:det mayor:NN:5:nsubj would:MD:5:aux not:RB:5:advmod say:VB:0:root whether:IN:8:mark "
        "piers:NNS:8:nsubj float:VBP:5:ccomp .:.:5:punct"
    )
    heard = AttributionSpans(source=(0, 2), cue=(2, 5), content=(5, 8), score=0.9)
    claims = annotated(source, attributions=(heard,)).claims
    assert claims
    assert all(claim.attribution is None for claim in claims)


def test_who_is_whom_it_is_said_of() -> None:
    """A relative pronoun that the network heard speak is the name before it."""
    source = (
        "Ana:NNP:2:compound Ruiz:NNP:8:nsubj ,:,:2:punct who:WP:5:nsubj doubts=doubt:VBZ:2:acl:relcl piers:NNS:5:obj "
        ",:,:2:punct left:VBD:0:root .:.:8:punct"
    )
    heard = AttributionSpans(source=(3, 4), cue=(4, 5), content=(5, 6), score=0.9)
    result = annotated(source, names={"Ana Ruiz": "Person"}, attributions=(heard,))
    assert {claim.attribution.text for claim in result.claims if claim.attribution} == {"Ana Ruiz"}
