"""Where claims begin and end."""

from __future__ import annotations

from datetime import date

import pytest

from tests.annotate.readings import annotated, claim, passages


def test_relative_clause_is_a_claim_of_its_own() -> None:
    """A relative clause at the edge leaves its main clause, each with its own words."""
    result = annotated(
        "Police:NNS:2:nsubj questioned=question:VBD:0:root the:DT:4:det pilot:NN:2:obj ,:,:7:punct who:WP:7:nsubj "
        "left:VBD:4:acl:relcl the:DT:9:det bridge:NN:7:obj early:RB:7:advmod .:.:2:punct"
    )
    assert passages(result) == ["Police questioned the pilot", "who left the bridge early"]


def test_coordinated_clauses() -> None:
    """Two verbs joined by "and" are two claims; the second takes over the first one's subject."""
    result = annotated(
        "The:DT:2:det crew:NN:3:nsubj left:VBD:0:root the:DT:5:det ship:NN:3:obj and:CC:7:cc boarded=board:VBD:3:conj "
        "a:DT:9:det tug:NN:7:obj .:.:3:punct"
    )
    assert passages(result) == ["The crew left the ship", "boarded a tug"]
    second = claim(result, "boarded a tug")
    assert [(p.role, p.lemma) for p in second.participants] == [("agent", "crew"), ("patient", "tug")]


def test_clause_with_a_relative_clause_inside_holds_it() -> None:
    """A clause stays one run: what stands in its middle is nested in it."""
    result = annotated(
        "The:DT:2:det pilot:NN:7:nsubj who:WP:4:nsubj left:VBD:2:acl:relcl the:DT:6:det bridge:NN:4:obj "
        "resigned:VBD:0:root on:IN:9:case Monday:NNP:7:obl .:.:7:punct"
    )
    outer = claim(result, "The pilot who left the bridge resigned on Monday")
    assert claim(result, "who left the bridge").parent == outer.id
    assert outer.parent is None


def test_claim_is_about_the_infinitive() -> None:
    """What is expected, planned or begun is the happening, not the expecting."""
    result = annotated(
        "The:DT:2:det trial:NN:4:nsubj:pass is:VBZ:4:aux:pass scheduled:VBN:0:root to:TO:6:mark begin:VB:4:xcomp "
        "soon:RB:6:advmod .:.:4:punct"
    )
    assert [found.lemma for found in result.claims] == ["begin"]


def test_moment_of_its_own_words() -> None:
    """A clause takes the moment among its own words, not the one of the clause beside it."""
    result = annotated(
        "The:DT:2:det ferry:NN:3:nsubj sank:VBD:0:root on:IN:5:case Monday:NNP:3:obl and:CC:9:cc its:PRP$:8:nmod:poss "
        "owner:NN:9:nsubj resigned:VBD:3:conj on:IN:11:case Tuesday:NNP:9:obl .:.:3:punct"
    )
    sank, resigned = (claim(result, words).moment for words in (
        "The ferry sank on Monday", "its owner resigned on Tuesday"
    ))  # fmt: skip
    assert sank is not None
    assert sank.first == date(2031, 5, 12)
    assert resigned is not None
    assert resigned.first == date(2031, 5, 13)


def test_moment_is_inherited_from_the_clause_above() -> None:
    """A participle without a time of its own has its main clause's, and says so."""
    result = annotated(
        "The:DT:2:det pier:NN:3:nsubj collapsed=collapse:VBD:0:root on:IN:5:case Monday:NNP:3:obl ,:,:7:punct "
        "killing:VBG:3:advcl three:CD:9:nummod men:NNS:7:obj .:.:3:punct"
    )
    found = claim(result, "killing three men")
    assert found.moment_inherited
    assert found.moment is not None
    assert found.moment.first == date(2031, 5, 12)


def test_since_is_not_when_it_happened() -> None:
    """A year behind "since" bounds a visit and does not date it."""
    result = annotated(
        "It:PRP:4:nsubj was:VBD:4:cop his:PRP$:4:nmod:poss visit:NN:0:root since:IN:6:case 2019:CD:4:nmod .:.:4:punct"
    )
    assert all(found.moment is None for found in result.claims)


def test_nominal_happening_with_a_time() -> None:
    """A noun for a happening that carries a time is a claim inside its clause."""
    result = annotated(
        "Doctors:NNS:2:nsubj blamed=blame:VBD:0:root the:DT:4:det explosion:NN:2:obj in:IN:6:case March:NNP:4:nmod "
        "for:IN:9:case the:DT:9:det shortage:NN:2:obl .:.:2:punct"
    )
    found = claim(result, "the explosion in March")
    assert found.kind == "nominal"
    assert found.moment is not None
    assert found.moment.first == date(2031, 3, 1)


def test_titles_give_claims_and_boilerplate_none() -> None:
    """A headline is a claim marked as one; the page's furniture is set aside with a reason."""
    source = (
        "Harbour:NN:2:compound pier:NN:3:nsubj collapses=collapse:VBZ:0:root in:IN:5:case storm:NN:3:obl\n\n"
        "Sign=sign:VB:0:root up:RP:1:compound:prt for:IN:5:case our:PRP$:5:nmod:poss newsletter:NN:1:obl\n\n"
        "The:DT:2:det pier:NN:3:nsubj sank:VBD:0:root .:.:3:punct"
    )
    result = annotated(source, roles={0: "title", 1: "boilerplate"})
    assert [(result.report.passage(c.span), c.segment) for c in result.claims] == [
        ("Harbour pier collapses in storm", "title"),
        ("The pier sank", "body"),
    ]
    assert [(result.report.passage(rest.span), rest.reason) for rest in result.set_aside] == [
        ("Sign up for our newsletter", "not part of the report")
    ]


def test_agent_of_a_passive() -> None:
    """The agent of a passive is the agent, its subject the patient."""
    result = annotated(
        "The:DT:2:det owner:NN:4:nsubj:pass was:VBD:4:aux:pass fined:VBN:0:root by:IN:7:case a:DT:7:det "
        "court:NN:4:obl:agent in:IN:9:case Norland:NNP:4:obl .:.:4:punct",
        names={"Norland": "Location"},
    )
    assert [(p.role, p.lemma, p.preposition) for p in result.claims[0].participants] == [
        ("patient", "owner", None),
        ("agent", "court", "by"),
        ("place", "norland", "in"),
    ]


def test_vectors_are_unit_means() -> None:
    """A claim's vector is the mean of its tokens' rows, of length 1."""
    result = annotated("The:DT:2:det ferry:NN:3:nsubj sank:VBD:0:root .:.:3:punct")
    assert result.vectors.shape == (1, 8)
    assert abs(float((result.vectors[0] ** 2).sum()) - 1) < 1e-5


def test_clause_holds_the_clause_it_would_say_nothing_without() -> None:
    """What somebody saw or doubts stays with the seeing, and is a claim of its own inside it."""
    result = annotated(
        "Ruiz:NNP:2:nsubj saw=see:VBD:0:root the:DT:4:det pilot:NN:5:nsubj leave:VB:2:ccomp the:DT:7:det "
        "bridge:NN:5:obj .:.:2:punct"
    )
    outer = claim(result, "Ruiz saw the pilot leave the bridge")
    assert claim(result, "the pilot leave the bridge").parent == outer.id


def test_a_year_that_names_a_law_dates_no_clause() -> None:
    """In "the 1993 law" and "the 1993 treaty" the year says which one; "the 2016 election" says when."""
    for noun in ("law", "treaty"):
        result = annotated(
            "The:DT:2:det bill:NN:3:nsubj mirrors=mirror:VBZ:0:root the:DT:6:det 1993:CD:6:nummod "
            f"{noun}:NN:3:obj .:.:3:punct"
        )
        assert result.claims[0].moment is None
    result = annotated(
        "Ruiz:NNP:2:nsubj won=win:VBD:0:root the:DT:5:det 2016:CD:5:nummod election:NN:2:obj .:.:2:punct"
    )
    assert result.claims[0].moment is not None


def test_a_word_that_only_joins_ends_no_claim() -> None:
    """The words "said on Monday that" are told as "said on Monday"."""
    result = annotated(
        "Doctors:NNS:2:nsubj said:VBD:0:root on:IN:4:case Monday:NNP:2:obl that:IN:7:mark many:JJ:7:nsubj "
        "died:VBD:2:ccomp .:.:2:punct"
    )
    assert "Doctors said on Monday" in passages(result)


def test_an_opening_conjunction_leaves_the_clause_before_apart() -> None:
    """A "but" that opens the sentence belongs to the main clause and does not draw the clause between into it."""
    result = annotated(
        "But:CC:9:cc as:IN:4:mark the:DT:4:nsubj rain=rain:VBD:9:advcl eased=ease:VBD:4:conj ,:,:4:punct the:DT:8:det "
        "crew:NN:9:nsubj left:VBD:0:root the:DT:11:det ship:NN:9:obj .:.:9:punct"
    )
    assert "the crew left the ship" in passages(result)


def test_what_stands_behind_a_coordinated_verb_belongs_to_it() -> None:
    """A place behind the second verb is part of its clause, though the parse hangs it on the first."""
    result = annotated(
        "They:PRP:2:nsubj cut:VBD:0:root the:DT:4:det rope:NN:2:obj and:CC:6:cc rowed=row:VBD:2:conj home:RB:6:advmod "
        "to:IN:10:case the:DT:10:det pier:NN:2:obl .:.:2:punct"
    )
    assert passages(result) == ["They cut the rope", "rowed home to the pier"]


def test_a_sentence_added_with_and_is_no_object() -> None:
    """A second main clause read as the first one's complement stays out of the first."""
    result = annotated(
        "The:DT:2:det search:NN:4:nsubj is:VBZ:4:cop difficult:JJ:0:root ,:,:9:punct and:CC:9:cc the:DT:8:det "
        "sea:NN:9:nsubj froze=freeze:VBD:4:ccomp .:.:4:punct"
    )
    assert passages(result) == ["The search is difficult", "the sea froze"]


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        (
            "The:DT:2:det diver:NN:4:nsubj:pass was:VBD:4:aux:pass accused:VBN:0:root of:IN:6:mark "
            "selling=sell:VBG:4:advcl the:DT:8:det maps:NNS:6:obj .:.:4:punct",
            "The diver was accused of selling the maps",
        ),
        (
            "It:PRP:2:nsubj sank:VBD:0:root in:IN:4:case what:WP:2:obl he:PRP:6:nsubj called:VBD:4:acl:relcl "
            "a:DT:8:det storm:NN:6:xcomp .:.:2:punct",
            "It sank in what he called a storm",
        ),
        (
            "The:DT:2:det move:NN:3:nsubj comes=come:VBZ:0:root after:IN:6:mark two:CD:6:nsubj sank:VBD:3:advcl "
            "there:RB:6:advmod .:.:3:punct",
            "The move comes after two sank there",
        ),
        (
            "Both:DT:2:nsubj stay=stay:VBP:0:root as:RB:4:advmod long:RB:2:advmod as:IN:7:mark it:PRP:7:nsubj "
            "rains=rain:VBZ:4:advcl there:RB:7:advmod .:.:2:punct",
            "Both stay as long as it rains there",
        ),
    ],
    ids=["what one is accused of", "a free relative", "a verb that says nothing alone", "as long as"],
)
def test_a_clause_that_only_completes_a_word_stays_with_it(source: str, whole: str) -> None:
    """What would leave both parts saying nothing is not cut off."""
    assert passages(annotated(source)) == [whole]


def test_a_happening_added_by_a_preposition_is_a_claim_of_its_own() -> None:
    """What came before, or amid what, leaves the clause that it stands behind; both keep their own words."""
    result = annotated(
        "The:DT:2:det mayor:NN:3:nsubj resigned:VBD:0:root on:IN:5:case Monday:NNP:3:obl after:IN:9:case a:DT:9:det "
        "long:JJ:9:amod investigation:NN:3:obl of:IN:13:case her:PRP$:13:nmod:poss travel:NN:13:compound "
        "costs=cost:NNS:9:nmod .:.:3:punct"
    )
    assert passages(result) == ["The mayor resigned on Monday", "after a long investigation of her travel costs"]
    added = claim(result, "after a long investigation of her travel costs")
    assert (added.kind, added.lemma, added.parent) == ("nominal", "investigation", None)
    assert [p.lemma for p in added.participants] == ["cost"]


@pytest.mark.parametrize(
    "source",
    [
        "The:DT:2:det mayor:NN:3:nsubj resigned:VBD:0:root after:IN:6:case the:DT:6:det vote:NN:3:obl .:.:3:punct",
        "The:DT:2:det mayor:NN:3:nsubj resigned:VBD:0:root after:IN:7:case two:CD:6:nummod long:JJ:7:amod "
        "years:NNS:3:obl there:RB:7:advmod .:.:3:punct",
        "The:DT:2:det vote:NN:3:nsubj came=come:VBD:0:root amid:IN:7:case a:DT:7:det bitter:JJ:7:amod dispute:NN:3:obl "
        "about:IN:10:case harbour:NN:10:compound fees:NNS:7:nmod .:.:3:punct",
    ],
    ids=["short", "no happening", "a verb that says nothing alone"],
)
def test_a_phrase_that_only_places_its_clause_stays_in_it(source: str) -> None:
    """Short phrases, mere times, and what an empty verb needs are not cut off."""
    assert len(annotated(source).claims) == 1


def test_a_verb_that_the_parse_joins_to_a_noun_is_a_clause() -> None:
    """Two participles side by side are two claims, though the second was read as joined to the first one's noun."""
    result = annotated(
        "He:PRP:2:nsubj left:VBD:0:root ,:,:4:punct cutting=cut:VBG:2:advcl nets:NNS:4:obj at:IN:8:case the:DT:8:det "
        "pier:NN:4:obl and:CC:10:cc taking=take:VBG:8:conj two:CD:12:nummod boats:NNS:10:obj .:.:2:punct"
    )
    assert passages(result) == ["He left", "cutting nets at the pier", "taking two boats"]


def test_a_year_behind_in_dates_the_clause_whatever_the_parse() -> None:
    """In "rebuilt in 2019 for two crowns" the year is no name of the crowns."""
    result = annotated(
        "It:PRP:3:nsubj:pass was:VBD:3:aux:pass rebuilt=rebuild:VBN:0:root in:IN:8:case 2019:CD:8:compound "
        "for:IN:8:case two:CD:8:nummod crowns:NNS:3:obl .:.:3:punct"
    )
    found = result.claims[0].moment
    assert found is not None
    assert found.first == date(2019, 1, 1)


def test_an_apposition_that_states_something_is_a_claim_with_its_name() -> None:
    """Who somebody is, said in passing, is a claim of its own inside the sentence; a short title is none."""
    result = annotated(
        "Ana:NNP:11:nsubj Ruiz:NNP:1:flat ,:,:6:punct the:DT:6:det first:JJ:6:amod pilot:NN:1:appos of:IN:8:case "
        "Norland:NNP:6:nmod ,:,:6:punct abruptly:RB:11:advmod resigned:VBD:0:root early:RB:11:advmod .:.:11:punct",
        names={"Ana Ruiz": "Person"},
    )
    found = claim(result, "Ana Ruiz, the first pilot of Norland")
    assert (found.kind, found.lemma, found.certainty) == ("nominal", "pilot", "asserted")
    assert found.parent is not None
    assert ("agent", "ana") in [(p.role, p.lemma) for p in found.participants]
    result = annotated(
        "Ana:NNP:7:nsubj Ruiz:NNP:1:flat ,:,:5:punct the:DT:5:det pilot:NN:1:appos ,:,:5:punct resigned:VBD:0:root "
        "early:RB:7:advmod .:.:7:punct"
    )
    assert len(result.claims) == 1
