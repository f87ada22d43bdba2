"""A capital's name for its government, told from the same name for the city."""

from __future__ import annotations

import pytest

from tests.annotate.readings import annotated
from variorum.model import AnnotatedReport

CITY = "The:DT:2:det capital:NN:5:nsubj ,:,:2:punct Varn:NNP:2:appos burned:VBD:0:root .:.:5:punct\n"
"""Introduces the capital of the tests."""


def kinds(result: AnnotatedReport) -> list[tuple[str, str]]:
    """Return name and kind of what each mention of Varn stands for, in the text's order."""
    found = [
        (mention.span, entity) for entity in result.entities if "Varn" in entity.aliases for mention in entity.mentions
    ]
    return [(entity.name, entity.kind) for _, entity in sorted(found, key=lambda pair: pair[0])]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Varn:NNP:2:nsubj refused:VBD:0:root to:TO:4:mark sign:VB:2:xcomp .:.:2:punct", "organization"),
        ("Varn:NNP:2:nsubj said:VBD:0:root it:PRP:4:nsubj agreed:VBD:2:ccomp .:.:2:punct", "organization"),
        (
            "Norland:NNP:2:nsubj cut:VBD:0:root its:PRP$:4:nmod:poss ties=tie:NNS:2:obj with:IN:6:case Varn:NNP:4:nmod "
            ".:.:2:punct",
            "organization",
        ),
        (
            "The:DT:2:det pressure:NN:5:nsubj on:IN:4:case Varn:NNP:2:nmod grew:VBD:0:root .:.:5:punct",
            "organization",
        ),
        (
            "Varn:NNP:3:nmod:poss 's:POS:1:case position:NN:4:nsubj hardened:VBD:0:root .:.:4:punct",
            "organization",
        ),
        (
            "Reporters:NNS:2:nsubj accused:VBD:0:root Varn:NNP:2:obj of:IN:5:mark lying:VBG:2:advcl .:.:2:punct",
            "organization",
        ),
        (
            "A:DT:2:det treaty:NN:7:nsubj between:IN:4:case Oslo:NNP:2:nmod and:CC:6:cc Varn:NNP:4:conj "
            "lapsed:VBD:0:root .:.:7:punct",
            "organization",
        ),
        ("A:DT:2:det fire:NN:5:nsubj in:IN:4:case Varn:NNP:2:nmod spread:VBD:0:root .:.:5:punct", "place"),
        ("They:PRP:2:nsubj arrived:VBD:0:root from:IN:4:case Varn:NNP:2:obl .:.:2:punct", "place"),
        ("Varn:NNP:3:nmod:poss 's:POS:1:case airport:NN:4:nsubj closed:VBD:0:root .:.:4:punct", "place"),
        ("She:PRP:2:nsubj visited:VBD:0:root Varn:NNP:2:obj .:.:2:punct", "place"),
        ("Varn:NNP:4:nsubj was:VBD:4:cop very:RB:4:advmod calm:JJ:0:root .:.:4:punct", "place"),
        (
            "The:DT:2:det flight:NN:7:nsubj between:IN:4:case Oslo:NNP:2:nmod and:CC:6:cc Varn:NNP:4:conj "
            "left:VBD:0:root .:.:7:punct",
            "place",
        ),
    ],
)
def test_the_government_or_the_city(sentence: str, kind: str) -> None:
    """Who says, refuses and signs is the government, whom one has ties with; what one is in is the city."""
    result = annotated(CITY + sentence, names={"Varn": "Location", "Norland": "Location", "Oslo": "Location"})
    assert kinds(result) == [("Varn", "place"), ("Varn", kind)]


def test_the_voice_of_a_capital_is_its_government() -> None:
    """What a capital says is given to the government of its name, not to the city."""
    result = annotated(
        CITY + "Varn:NNP:2:nsubj denied:VBD:0:root that:IN:6:mark its:PRP$:5:nmod:poss ships:NNS:6:nsubj "
        "sank:VBD:2:ccomp .:.:2:punct",
        names={"Varn": "Location"},
    )
    (claim,) = [claim for claim in result.claims if claim.attribution]
    assert claim.attribution is not None
    voice = next(entity for entity in result.entities if entity.id == claim.attribution.voice)
    assert (voice.name, voice.kind) == ("Varn", "organization")


def test_a_country_is_one_with_its_government() -> None:
    """The name of a country, and of a city that is no capital, stays one entity whatever it does."""
    result = annotated(
        "Norland:NNP:2:nsubj refused:VBD:0:root to:TO:4:mark sign:VB:2:xcomp .:.:2:punct\n"
        "A:DT:2:det fire:NN:5:nsubj in:IN:4:case Norland:NNP:2:nmod spread:VBD:0:root .:.:5:punct",
        names={"Norland": "Location"},
    )
    assert [(entity.name, entity.kind, len(entity.mentions)) for entity in result.entities] == [("Norland", "place", 2)]


def test_a_known_capital_needs_no_introduction() -> None:
    """A capital that everybody knows is one without the report's word for it; a dateline is its place."""
    result = annotated(
        "OSLO:NNP:5:nsubj —:,:1:punct Two:CD:4:nummod boats:NNS:5:nsubj sank:VBD:0:root .:.:5:punct\n"
        "Oslo:NNP:2:nsubj promised:VBD:0:root help:NN:2:obj .:.:2:punct",
        names={"OSLO": "Location", "Oslo": "Organization"},
    )
    found = {entity.kind: [result.report.passage(m.span) for m in entity.mentions] for entity in result.entities}
    assert found == {"organization": ["Oslo"], "place": ["OSLO"]}
