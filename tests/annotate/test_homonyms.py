"""Two people of one full name, and one person whom a report describes twice."""

from __future__ import annotations

import pytest

from tests.annotate.readings import annotated

NURSE = (
    "Ana:NNP:2:compound Ruiz:NNP:9:nsubj ,:,:2:punct 34:CD:2:appos ,:,:2:punct a:DT:7:det nurse:NN:2:appos ,:,:2:punct "
    "left:VBD:0:root .:.:9:punct\n"
)
"""Introduces one bearer of the name."""


def people(source: str) -> list[list[str]]:
    """Return the mentions of each person in a text that begins with the nurse."""
    result = annotated(NURSE + source, names={"Ana Ruiz": "Person", "Ruiz": "Person"})
    named = [entity for entity in result.entities if entity.kind == "person"]
    return [
        [result.report.passage(mention.span) for mention in entity.mentions if mention.form == "name"]
        for entity in named
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana:NNP:2:compound Ruiz:NNP:9:nsubj ,:,:2:punct 61:CD:2:appos ,:,:2:punct a:DT:7:det pilot:NN:2:appos "
        ",:,:2:punct resigned:VBD:0:root .:.:9:punct",
        "Ana:NNP:2:compound Ruiz:NNP:7:nsubj ,:,:2:punct a:DT:5:det pilot:NN:2:appos ,:,:2:punct resigned:VBD:0:root "
        ".:.:7:punct",
        "Another:DT:3:det Ana:NNP:3:compound Ruiz:NNP:4:nsubj resigned:VBD:0:root .:.:4:punct",
        "Her:PRP$:2:nmod:poss namesake:NN:6:nsubj ,:,:2:punct Ana:NNP:5:compound Ruiz:NNP:2:appos "
        "resigned:VBD:0:root .:.:6:punct",
        "Ana:NNP:2:compound Ruiz:NNP:8:nsubj ,:,:2:punct who:WP:6:nsubj is:VBZ:6:cop unrelated:JJ:2:acl:relcl "
        ",:,:2:punct resigned:VBD:0:root .:.:8:punct",
    ],
)
def test_another_introduction_is_another_person(sentence: str) -> None:
    """Another age or calling, or words that say so, part two people; a surname goes on with the last one named."""
    bare = "\nRuiz:NNP:2:nsubj signed:VBD:0:root .:.:2:punct"
    assert people(sentence + bare) == [["Ana Ruiz"], ["Ana Ruiz", "Ruiz"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj resigned:VBD:0:root .:.:3:punct",
        "Ana:NNP:2:compound Ruiz:NNP:7:nsubj ,:,:2:punct 35:CD:2:appos ,:,:2:punct then:RB:7:advmod "
        "resigned:VBD:0:root .:.:7:punct",
        "Ana:NNP:2:compound Ruiz:NNP:7:nsubj ,:,:2:punct a:DT:5:det mother:NN:2:appos ,:,:2:punct resigned:VBD:0:root "
        ".:.:7:punct",
        "Another:DT:4:det Ana:NNP:3:compound Ruiz:NNP:4:compound trial:NN:5:nsubj began:VBD:0:root .:.:5:punct",
    ],
)
def test_one_person_described_twice_stays_one(sentence: str) -> None:
    """A name alone, an age a year off, or a description that is no calling of another kind tells of nobody else."""
    assert people(sentence) == [["Ana Ruiz", "Ana Ruiz"]]


def test_two_who_return_are_known_by_their_introductions() -> None:
    """Who was told apart once is found again by age or calling."""
    pilot = NURSE.replace("34", "61").replace("nurse", "pilot")
    assert people(pilot + NURSE.rstrip()) == [["Ana Ruiz", "Ana Ruiz"], ["Ana Ruiz"]]
