"""Which names are one person, organization or place, and who a pronoun is."""

from __future__ import annotations

from tests.annotate.readings import annotated
from variorum.model import AnnotatedReport


def forms(result: AnnotatedReport) -> dict[str, tuple[str, ...]]:
    """Return the aliases of each entity by its name."""
    return {entity.name: entity.aliases for entity in result.entities}


def test_surname_meets_full_name_and_title_is_left_out() -> None:
    """A bare surname is the person named in full; a title is a role, not part of the name."""
    result = annotated(
        "Captain:NNP:3:compound Ana:NNP:3:compound Ruiz:NNP:4:nsubj left:VBD:0:root .:.:4:punct\n"
        "Ruiz:NNP:2:nsubj resigned:VBD:0:root .:.:2:punct",
        names={"Captain Ana Ruiz": "Person", "Ruiz": "Person"},
    )
    assert forms(result) == {"Ana Ruiz": ("Ana Ruiz", "Ruiz")}
    assert result.entities[0].kind == "person"
    assert result.entities[0].roles == ("Captain",)
    assert len(result.entities[0].mentions) == 2


def test_two_people_of_one_surname_stay_two() -> None:
    """A surname that two people bear alike is neither's alone."""
    result = annotated(
        "Ana:NNP:2:compound Ruiz:NNP:5:nsubj and:CC:5:cc Leo:NNP:5:compound Ruiz:NNP:2:conj "
        "left:VBD:0:root .:.:6:punct\n"
        "Ruiz:NNP:2:nsubj resigned:VBD:0:root .:.:2:punct",
        names={"Ana Ruiz": "Person", "Leo Ruiz": "Person", "Ruiz": "Person"},
    )
    assert {"Ana Ruiz", "Leo Ruiz"} <= set(forms(result))
    assert forms(result)["Ana Ruiz"] == ("Ana Ruiz",)


def test_acronym_meets_its_name() -> None:
    """An acronym is the organization whose initials it has."""
    result = annotated(
        "The:DT:4:det Norland:NNP:4:compound Harbour:NNP:4:compound Authority:NNP:8:nsubj (:-LRB-:6:punct "
        "NHA:NNP:4:appos ):-RRB-:6:punct closed:VBD:0:root .:.:8:punct\n"
        "NHA:NNP:2:nsubj denied:VBD:0:root it:PRP:2:obj .:.:2:punct",
        names={"Norland Harbour Authority": "Organization", "NHA": "Organization"},
    )
    assert forms(result) == {"Norland Harbour Authority": ("NHA", "Norland Harbour Authority")}


def test_forms_of_a_country() -> None:
    """A country's abbreviation is the country."""
    result = annotated(
        "The:DT:3:det United:NNP:3:compound States:NNP:4:nsubj left:VBD:0:root .:.:4:punct\n"
        "The:DT:2:det U.S.:NNP:3:nsubj denied:VBD:0:root it:PRP:3:obj .:.:3:punct",
        names={"United States": "Location", "U.S.": "Location"},
    )
    assert forms(result) == {"United States": ("U.S.", "United States")}
    assert result.entities[0].kind == "place"


def test_every_mention_is_found() -> None:
    """A name that the network saw once is marked wherever it stands, its possessive left out."""
    result = annotated(
        "Norland:NNP:2:nsubj left:VBD:0:root .:.:2:punct\n"
        "Norland:NNP:3:nmod:poss 's:POS:1:case fleet:NN:4:nsubj sank:VBD:0:root .:.:4:punct",
        names={"Norland": "Location"},
    )
    assert [result.report.passage(mention.span) for mention in result.entities[0].mentions] == ["Norland", "Norland"]


def test_pronoun_is_a_mention() -> None:
    """A pronoun that can mean only one person is a mention of that person."""
    result = annotated(
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj left:VBD:0:root .:.:3:punct\n"
        "She:PRP:2:nsubj resigned:VBD:0:root .:.:2:punct",
        names={"Ana Ruiz": "Person"},
    )
    assert [(m.form, result.report.passage(m.span)) for m in result.entities[0].mentions] == [
        ("name", "Ana Ruiz"),
        ("pronoun", "She"),
    ]


def test_pronoun_does_not_take_the_other_gender() -> None:
    """`he` passes over a person whose title is a woman's."""
    result = annotated(
        "Leo:NNP:2:compound Marr:NNP:3:nsubj met:VBD:0:root Mrs.:NNP:6:compound Ana:NNP:6:compound Ruiz:NNP:3:obj "
        ".:.:3:punct\n"
        "He:PRP:2:nsubj resigned:VBD:0:root .:.:2:punct",
        names={"Leo Marr": "Person", "Mrs. Ana Ruiz": "Person"},
    )
    pronouns = {e.name: [m for m in e.mentions if m.form == "pronoun"] for e in result.entities}
    assert len(pronouns["Leo Marr"]) == 1
    assert not pronouns["Ana Ruiz"]


def test_a_body_s_name_comes_off_the_front_of_a_person_s() -> None:
    """Where a body is named by itself too, "the head of Tarn Works Ana Ruiz" names the body and a person."""
    result = annotated(
        "The:DT:2:det head:NN:7:nsubj of:IN:5:case Tarn:NNP:5:compound Works:NNPS:2:nmod Ana:NNP:2:flat "
        "Ruiz:NNP:6:flat left:VBD:0:root .:.:8:punct\n"
        "Tarn:NNP:2:compound Works:NNPS:3:nsubj closed:VBD:0:root .:.:3:punct",
        names={"Tarn Works Ana Ruiz": "Person", "Tarn Works": "Organization"},
    )
    assert [(entity.name, entity.kind) for entity in result.entities] == [
        ("Tarn Works", "organization"),
        ("Ana Ruiz", "person"),
    ]


def test_members_of_a_family_are_told_by_their_titles() -> None:
    """Of two Ruizes, `Ms. Ruiz` is the one who is no man, `Mr. Ruiz` the one who is; a plain `Ruiz` stays neither's."""
    result = annotated(
        "Ana:NNP:2:compound Ruiz:NNP:9:nsubj and:CC:5:cc her:PRP$:5:nmod:poss brother:NN:2:conj Leo:NNP:5:appos "
        "Ruiz:NNP:6:flat both:DT:9:advmod left:VBD:0:root .:.:9:punct\n"
        "Ms.:NNP:2:compound Ruiz:NNP:3:nsubj resigned:VBD:0:root .:.:3:punct\n"
        "Mr.:NNP:2:compound Ruiz:NNP:3:nsubj stayed=stay:VBD:0:root .:.:3:punct\n"
        "Ruiz:NNP:2:nsubj laughed=laugh:VBD:0:root .:.:2:punct",
        names={"Ana Ruiz": "Person", "Leo Ruiz": "Person", "Ruiz": "Person"},
    )
    counted = {e.name: sum(m.form == "name" for m in e.mentions) for e in result.entities}
    assert counted == {"Ana Ruiz": 2, "Leo Ruiz": 2, "Ruiz": 1}


def test_a_firm_of_its_owner_s_name_is_the_firm() -> None:
    """Where a bare surname has a board and plants, it is the firm that Ana Ruiz gave her name to, not she."""
    result = annotated(
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj met:VBD:0:root the:DT:5:det board:NN:3:obj of:IN:7:case Ruiz:NNP:5:nmod "
        ".:.:3:punct\n"
        "Ruiz:NNP:3:nmod:poss 's:POS:1:case plants:NNS:4:nsubj closed:VBD:0:root .:.:4:punct",
        names={"Ana Ruiz": "Person", "Ruiz": "Person"},
    )
    assert [(entity.name, entity.kind, len(entity.mentions)) for entity in result.entities] == [
        ("Ana Ruiz", "person", 1),
        ("Ruiz", "organization", 2),
    ]


def test_what_a_person_owns_makes_no_firm_of_her() -> None:
    """`Ruiz's shares` are Ana Ruiz's: people own shares too."""
    result = annotated(
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj left:VBD:0:root .:.:3:punct\n"
        "Ruiz:NNP:3:nmod:poss 's:POS:1:case shares:NNS:4:nsubj fell=fall:VBD:0:root .:.:4:punct",
        names={"Ana Ruiz": "Person", "Ruiz": "Person"},
    )
    assert [(entity.name, entity.kind) for entity in result.entities] == [("Ana Ruiz", "person")]


def test_the_words_beside_a_name_settle_its_kind() -> None:
    """One is in a place and a glassmaker is a firm, whatever the network took the names for."""
    result = annotated(
        "The:DT:2:det glassmaker:NN:3:compound Orvel:NNP:4:nsubj closed:VBD:0:root a:DT:6:det "
        "shop:NN:4:obj in:IN:8:case "
        "Tarn:NNP:4:obl .:.:4:punct",
        names={"Orvel": "Person", "Tarn": "Person"},
    )
    assert {entity.name: entity.kind for entity in result.entities} == {"Orvel": "organization", "Tarn": "place"}


def test_each_part_of_a_place_s_name_is_a_place() -> None:
    """`Port Varn, Norland` names a town and its country."""
    result = annotated(
        "They:PRP:2:nsubj left:VBD:0:root Port:NNP:4:compound Varn:NNP:2:obj ,:,:6:punct "
        "Norland:NNP:4:appos .:.:2:punct",
        names={"Port Varn , Norland": "Location"},
    )
    assert {entity.name: entity.kind for entity in result.entities} == {"Port Varn": "place", "Norland": "place"}


def test_a_town_is_one_place_whether_it_speaks_or_lies() -> None:
    """Of a town that nothing shows to be a capital no government is made: the voice is its name."""
    result = annotated(
        "Varn:NNP:2:nsubj said:VBD:0:root nobody:NN:4:nsubj left:VBD:2:ccomp .:.:2:punct\n"
        "They:PRP:2:nsubj met:VBD:0:root in:IN:4:case Varn:NNP:2:obl .:.:2:punct",
        names={"Varn": "Location"},
    )
    assert [(entity.name, entity.kind) for entity in result.entities] == [("Varn", "place")]
    voices = [found.attribution.text for found in result.claims if found.attribution]
    assert voices == ["Varn"]
