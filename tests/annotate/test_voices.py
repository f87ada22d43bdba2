"""Whose words they are: sources, pronouns, role nouns, joint voices, chains."""

from __future__ import annotations

import pytest

from tests.annotate.readings import annotated, claim, passages
from variorum.model import Attribution, AttributionSpans

RUIZ = {"Ana Ruiz": "Person"}
COLLAPSED = "the:DT:{0}:det pier:NN:{1}:nsubj collapsed=collapse:VBD:{2}:ccomp"


def said(source: str, words: str, **given: object) -> Attribution:
    """Return the attribution of the claim with these words."""
    found = claim(annotated(source, **given), words).attribution
    assert found is not None
    return found


def source_words(source: str, words: str, **given: object) -> str:
    """Return the words that name the voice of the claim with these words."""
    result = annotated(source, **given)
    found = claim(result, words).attribution
    assert found is not None
    assert found.source is not None
    return result.report.passage(found.source)


def test_an_unnamed_source_keeps_the_clause_that_tells_which_one() -> None:
    """`A diplomat who was there` is not just any diplomat; a remark between commas is no part of the source."""
    told = "a:DT:2:det diplomat:NN:6:nsubj {}who:WP:{}:nsubj left=leave:VBD:2:acl:relcl {}"
    plain = told.format(
        "", 4, "early:RB:4:advmod said:VBD:0:root that:IN:9:mark he:PRP:9:nsubj slept=sleep:VBD:6:ccomp"
    )
    assert source_words(plain, "he slept") == "a diplomat who left early"
    remark = (
        "a:DT:2:det diplomat:NN:7:nsubj ,:,:2:punct who:WP:5:nsubj left=leave:VBD:2:acl:relcl "
        ",:,:7:punct said:VBD:0:root "
        "that:IN:10:mark he:PRP:10:nsubj slept=sleep:VBD:7:ccomp"
    )
    assert source_words(remark, "he slept") == "a diplomat"


def test_a_name_behind_a_role_speaks() -> None:
    """`..., said its chairwoman, Ana Ruiz.` is Ana Ruiz's, though nothing follows the name."""
    found = said(
        "The:DT:2:det pier:NN:3:nsubj collapsed=collapse:VBD:0:root ,:,:5:punct "
        "said:VBD:3:parataxis its:PRP$:7:nmod:poss "
        "chairwoman:NN:5:nsubj ,:,:10:punct Ana:NNP:10:compound Ruiz:NNP:7:appos .:.:3:punct",
        "The pier collapsed",
        names=RUIZ,
    )
    assert found.text == "Ana Ruiz"


def test_a_person_before_a_comma_is_not_who_speaks() -> None:
    """In `they met Ana Ruiz, the ministry said` the ministry speaks; she is only named before its comma."""
    found = said(
        "They:PRP:2:nsubj met:VBD:8:ccomp Ana:NNP:4:compound Ruiz:NNP:2:obj ,:,:8:punct "
        "the:DT:7:det ministry:NN:8:nsubj "
        "said:VBD:0:root .:.:8:punct",
        "They met Ana Ruiz",
        names=RUIZ,
    )
    assert found.text == "the ministry"


def test_a_reporting_clause_between_commas_goes_before_the_parse() -> None:
    """`The dam, Ruiz often said, would hold`: no parse makes the dam the speaker."""
    found = said(
        "The:DT:2:det old:JJ:2:amod dam:NN:7:nsubj ,:,:7:punct Ruiz:NNP:7:obj often:RB:7:advmod said:VBD:0:root "
        ",:,:10:punct would:MD:10:aux hold:VB:7:ccomp .:.:7:punct",
        "would hold",
        names={"Ruiz": "Person"},
    )
    assert found.text == "Ruiz"


def test_adding_goes_on_with_the_voice_at_its_comma() -> None:
    """`The net lay in a shed of the port, Ruiz said, adding that it was wet`: the port adds nothing."""
    found = said(
        "It:PRP:2:nsubj lay=lie:VBD:8:ccomp in:IN:5:case the:DT:5:det port:NN:2:obl ,:,:8:punct Ruiz:NNP:8:nsubj "
        "said:VBD:0:root ,:,:10:punct adding=add:VBG:5:acl that:IN:14:mark it:PRP:14:nsubj was:VBD:14:cop "
        "wet:JJ:10:ccomp .:.:8:punct",
        "it was wet",
        names={"Ruiz": "Person"},
    )
    assert found.text == "Ruiz"


def test_he_said_behind_what_he_said_is_who_spoke_last() -> None:
    """Nobody speaks of himself by name: the person named inside is not `he`."""
    found = said(
        "Leo:NNP:2:compound Marr:NNP:3:nsubj said:VBD:0:root the:DT:5:det pier:NN:6:nsubj fell=fall:VBD:3:ccomp "
        ".:.:3:punct\n"
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj left:VBD:6:ccomp ,:,:6:punct he:PRP:6:nsubj said:VBD:0:root .:.:6:punct",
        "Ana Ruiz left",
        names={**RUIZ, "Leo Marr": "Person"},
    )
    assert found.text == "Leo Marr"


def test_according_to_one_who_cited_another() -> None:
    """`According to the Gazette, which cited Ruiz`: she is the voice, the paper the channel."""
    found = said(
        "According:VBG:4:case to:IN:1:fixed the:DT:4:det Gazette:NNP:11:obl ,:,:7:punct which:WDT:7:nsubj "
        "cited:VBD:4:acl:relcl Ruiz:NNP:7:obj ,:,:11:punct nobody:NN:11:nsubj left:VBD:0:root .:.:11:punct",
        "nobody left",
        names={"Ruiz": "Person", "Gazette": "Organization"},
    )
    assert (found.text, found.via) == ("Ruiz", ("Gazette",))


def test_voices_in_voices_keep_every_link() -> None:
    """`The Gazette reported that Ruiz said`: what she said came through the paper."""
    found = said(
        "The:DT:2:det Gazette:NNP:3:nsubj reported=report:VBD:0:root that:IN:6:mark Ruiz:NNP:6:nsubj said:VBD:3:ccomp "
        "the:DT:8:det pier:NN:9:nsubj collapsed=collapse:VBD:6:ccomp .:.:3:punct",
        "the pier collapsed",
        names={"Ruiz": "Person", "Gazette": "Organization"},
    )
    assert (found.text, found.via) == ("Ruiz", ("Gazette",))


def test_who_is_thought_to_do_something_does_not_say_it() -> None:
    """The network's source of a passive cue is nobody's voice, unless it is its agent."""
    source = (
        "The:DT:2:det crew:NN:4:nsubj:pass is:VBZ:4:aux:pass thought=think:VBN:0:root to:TO:7:mark be:VB:7:cop "
        "safe:JJ:4:xcomp .:.:4:punct"
    )
    read = AttributionSpans(source=(0, 2), cue=(2, 4), content=(4, 7), score=0.9)
    assert all(found.attribution is None for found in annotated(source, attributions=(read,)).claims)


@pytest.mark.parametrize(
    ("source", "words", "voice"),
    [
        (
            "Witnesses:NNS:2:nsubj said:VBD:0:root the:DT:4:det pier:NN:5:nsubj fell=fall:VBD:2:ccomp",
            "the pier fell",
            "Witnesses",
        ),
        (
            "The:DT:2:det letter:NN:3:nsubj says=say:VBZ:0:root the:DT:5:det pier:NN:6:nsubj fell=fall:VBD:3:ccomp",
            "the pier fell",
            "The letter",
        ),
        (
            "Villagers:NNS:2:nsubj fear:VBP:0:root the:DT:4:det wall:NN:6:nsubj will:MD:6:aux break:VB:2:ccomp",
            "the wall will break",
            "Villagers",
        ),
        (
            "The:DT:2:det union:NN:3:nsubj believes=believe:VBZ:0:root the:DT:5:det wall:NN:6:nsubj "
            "holds=hold:VBZ:3:ccomp",
            "the wall holds",
            "The union",
        ),
        (
            "The:DT:2:det port:NN:3:nsubj denied:VBD:0:root that:IN:7:mark the:DT:6:det wall:NN:7:nsubj "
            "broke=break:VBD:3:ccomp",
            "the wall broke",
            "The port",
        ),
        (
            "The:DT:2:det mayor:NN:6:nsubj and:CC:5:cc the:DT:5:det engineer:NN:2:conj said:VBD:0:root the:DT:8:det "
            "wall:NN:9:nsubj held=hold:VBD:6:ccomp",
            "the wall held",
            "The mayor and the engineer",
        ),
    ],
    ids=["crowd", "document", "fear", "belief", "denial", "joint"],
)
def test_voices_of_every_sort(source: str, words: str, voice: str) -> None:
    """Crowds and documents speak, thought, fear and denial are attribution, two voices speak together."""
    assert said(source, words).text == voice


def test_they_are_the_two_who_spoke() -> None:
    """After a joint voice `they` is both."""
    found = said(
        "Norland:NNP:4:nsubj and:CC:3:cc Sudland:NNP:1:conj said=say:VBD:0:root the:DT:6:det talks:NNS:7:nsubj "
        "ended=end:VBD:4:ccomp .:.:4:punct\n"
        "They:PRP:2:nsubj said:VBD:0:root nobody:NN:4:nsubj signed=sign:VBD:2:ccomp .:.:2:punct",
        "nobody signed",
        names={"Norland": "Location", "Sudland": "Location"},
    )
    assert (found.voice, found.text) == (None, "Norland and Sudland")


@pytest.mark.parametrize(
    ("name", "noun", "meant"),
    [
        ("Tarn General Hospital", "hospital", True),
        ("League for Open Gates", "league", True),
        ("Tarn General Hospital", "league", False),
    ],
)
def test_a_body_is_taken_up_by_its_own_noun(name: str, noun: str, meant: bool) -> None:
    """`The hospital` is the hospital named before, `the league` the League for Open Gates; another noun is not."""
    words = name.split()
    named = " ".join(f"{word}:NNP:{len(words)}:compound" for word in words[:-1])
    source = (
        f"{named} {words[-1]}:NNP:{len(words) + 1}:nsubj closed:VBD:0:root .:.:{len(words) + 1}:punct\n"
        f"The:DT:2:det {noun}:NN:3:nsubj said:VBD:0:root nobody:NN:5:nsubj left:VBD:3:ccomp .:.:3:punct"
    )
    found = said(source, "nobody left", names={name: "Organization"})
    assert found.text == (name if meant else f"The {noun}")


FIRMS = {"Varn Mills": "Organization", "Tarn Glass": "Organization", "Port Courier": "Organization", "Ruiz": "Person"}
VARN = "Varn:NNP:2:compound Mills:NNP:3:nsubj"
SAID = "The:DT:2:det {}:NN:3:nsubj said:VBD:0:root nobody:NN:5:nsubj left:VBD:3:ccomp .:.:3:punct"


@pytest.mark.parametrize(
    ("before", "noun", "text"),
    [
        (f"{VARN} bought=buy:VBD:0:root Tarn:NNP:5:compound Glass:NNP:3:obj .:.:3:punct", "company", "Varn Mills"),
        (
            f"{VARN} said:VBD:0:root Tarn:NNP:5:compound Glass:NNP:6:nsubj fell:VBD:3:ccomp .:.:3:punct",
            "firm",
            "Varn Mills",
        ),
        (
            "A:DT:2:det spokesman:NN:6:nsubj for:IN:5:case Tarn:NNP:5:compound Glass:NNP:2:nmod said:VBD:0:root "
            "Varn:NNP:8:compound Mills:NNP:9:nsubj left:VBD:6:ccomp .:.:6:punct",
            "company",
            "Tarn Glass",
        ),
        (
            f"{VARN} bought=buy:VBD:0:root Tarn:NNP:5:compound Glass:NNP:3:obj .:.:3:punct\n"
            "It:PRP:2:nsubj fell:VBD:6:ccomp ,:,:6:punct Port:NNP:5:compound Courier:NNP:6:nsubj "
            "reported=report:VBD:0:root .:.:6:punct",
            "company",
            "Varn Mills",
        ),
        (
            "Ruiz:NNP:6:nsubj of:IN:5:case the:DT:5:det group:NN:1:nmod ,:,:6:punct said:VBD:0:root it:PRP:8:nsubj "
            "fell:VBD:6:ccomp .:.:6:punct",
            "group",
            "The group",
        ),
    ],
    ids=["subject", "last to speak", "spoken for", "not the outlet", "no person"],
)
def test_the_company_is_the_one_last_spoken_of(before: str, noun: str, text: str) -> None:
    """Of two firms the one that spoke, was spoken for or is the sentence's subject; never a person."""
    assert said(f"{before}\n{SAID.format(noun)}", "nobody left", names=FIRMS).text == text


def test_a_full_stop_of_a_name_costs_no_voice() -> None:
    """`Varn Mills Inc. said`: the firm speaks, though its name is kept without the full stop."""
    source = (
        "Varn:NNP:3:compound Mills:NNP:3:compound Inc.:NNP:4:nsubj said:VBD:0:root nobody:NN:6:nsubj left:VBD:4:ccomp "
        ".:.:4:punct"
    )
    found = said(source, "nobody left", names={"Varn Mills Inc.": "Organization"})
    assert (found.voice is not None, found.text) == (True, "Varn Mills Inc")


def test_the_company_s_statement_is_the_company_s() -> None:
    """A statement speaks for the firm that it is said to be of, though its spokeswoman spoke last."""
    source = (
        "Tarn:NNP:2:compound Glass:NNP:3:compound spokeswoman:NN:4:nmod:desc Ana:NNP:6:nsubj Ruiz:NNP:4:flat "
        "said:VBD:0:root Varn:NNP:8:compound Mills:NNP:9:nsubj left:VBD:6:ccomp .:.:6:punct\n"
        "The:DT:2:det company:NN:4:nmod:poss 's:POS:2:case statement:NN:5:nsubj said:VBD:0:root "
        "nobody:NN:7:nsubj stayed=stay:VBD:5:ccomp .:.:5:punct"
    )
    names = {"Tarn Glass": "Organization", "Varn Mills": "Organization", "Ana Ruiz": "Person"}
    assert said(source, "nobody stayed", names=names).text == "Tarn Glass"


def test_a_pronoun_inside_speech_shows_nobody_s_gender() -> None:
    """`Ruiz waited. "He was the last one," she said.`: she is Ruiz, whoever he is."""
    source = (
        "Ana:NNP:3:nsubj Ruiz:NNP:1:flat waited=wait:VBD:0:root .:.:3:punct\n"
        "“:``:6:punct He:PRP:6:nsubj was:VBD:6:cop the:DT:6:det last:JJ:6:amod one:NN:10:ccomp "
        ",:,:6:punct ”:'':6:punct she:PRP:10:nsubj said:VBD:0:root .:.:10:punct"
    )
    assert said(source, "He was the last one", names=RUIZ).text == "Ana Ruiz"


def test_who_is_told_by_a_possessive_is_taken_up_by_he() -> None:
    """`Norland's president said ... He said ...`: both are the president's, though nobody names him."""
    source = (
        "Norland:NNP:3:nmod:poss 's:POS:1:case president:NN:4:nsubj said:VBD:0:root nobody:NN:6:nsubj left:VBD:4:ccomp "
        ".:.:4:punct\n"
        "He:PRP:2:nsubj said:VBD:0:root nobody:NN:4:nsubj stayed=stay:VBD:2:ccomp .:.:2:punct"
    )
    assert said(source, "nobody stayed", names={"Norland": "Location"}).text == "Norland's president"


def test_it_is_the_body_that_the_sentence_before_is_about() -> None:
    """`The Harbour Board is calm. It says ...` is the board's."""
    found = said(
        "The:DT:3:det Harbour:NNP:3:compound Board:NNP:5:nsubj is:VBZ:5:cop calm:JJ:0:root .:.:5:punct\n"
        "It:PRP:2:nsubj says=say:VBZ:0:root nobody:NN:4:nsubj left:VBD:2:ccomp .:.:2:punct",
        "nobody left",
        names={"Harbour Board": "Organization"},
    )
    assert found.text == "Harbour Board"


def test_a_role_of_two_people_is_neither_s() -> None:
    """Of two ministers `the minister` is none: the words stand for themselves."""
    found = said(
        "Minister:NNP:3:compound Ana:NNP:3:compound Ruiz:NNP:7:nsubj and:CC:6:cc Minister:NNP:6:compound "
        "Marr:NNP:3:conj left:VBD:0:root .:.:7:punct\n"
        "The:DT:2:det minister:NN:3:nsubj said:VBD:0:root nobody:NN:5:nsubj stayed=stay:VBD:3:ccomp .:.:3:punct",
        "nobody stayed",
        names={"Minister Ana Ruiz": "Person", "Minister Marr": "Person"},
    )
    assert (found.voice, found.text) == (None, "The minister")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "Ruiz:NNP:2:nsubj demanded=demand:VBD:0:root a:DT:4:det recount:NN:2:obj .:.:2:punct",
            "Ruiz demanded a recount",
        ),
        (
            "Ruiz:NNP:2:nsubj called:VBD:0:root for:IN:5:case a:DT:5:det recount:NN:2:obl .:.:2:punct",
            "Ruiz called for a recount",
        ),
        (
            "Ruiz:NNP:2:nsubj put=put:VBD:0:root the:DT:4:det crowd:NN:2:obj at:IN:6:case 400:CD:2:obl .:.:2:punct",
            "Ruiz put the crowd at 400",
        ),
        (
            "Ruiz:NNP:2:nsubj wants:VBZ:0:root the:DT:4:det state:NN:6:nsubj to:TO:6:mark "
            "pay=pay:VB:2:ccomp .:.:2:punct",
            "the state to pay",
        ),
    ],
    ids=["demand", "call for", "put at", "want somebody to"],
)
def test_what_is_asked_for_is_said(source: str, words: str) -> None:
    """A demand, a call, a number given and a wish for somebody else's act are the voice's."""
    assert said(source, words, names={"Ruiz": "Person"}).text == "Ruiz"


def test_what_is_put_somewhere_is_not_counted() -> None:
    """`Put the net into water at 20 degrees` says nothing."""
    result = annotated(
        "Ruiz:NNP:2:nsubj put=put:VBD:0:root the:DT:4:det net:NN:2:obj into:IN:6:case water:NN:2:obl at:IN:9:case "
        "20:CD:9:nummod degrees:NNS:2:obl .:.:2:punct",
        names={"Ruiz": "Person"},
    )
    assert all(found.attribution is None for found in result.claims)


def test_a_stand_on_a_noun_that_the_network_heard() -> None:
    """`Ruiz questioned the count` is her stand, where the network is sure of it; of a verb of doing it is not."""
    read = AttributionSpans(source=(0, 1), cue=(1, 2), content=(2, 4), score=0.8)
    stand = "Ruiz:NNP:2:nsubj {}:VBD:0:root the:DT:4:det count:NN:2:obj .:.:2:punct"
    names = {"Ruiz": "Person"}
    questioned = annotated(stand.format("questioned=question"), names=names, attributions=(read,))
    assert [found.attribution is not None for found in questioned.claims] == [True]
    stopped = annotated(stand.format("stopped=stop"), names=names, attributions=(read,))
    assert [found.attribution for found in stopped.claims] == [None]


def test_a_quotation_whose_cue_stands_in_the_next_paragraph() -> None:
    """`That was what Ruiz said` takes up the quotation before it."""
    found = said(
        "“:``:4:punct Nobody:NN:4:nsubj was:VBD:4:cop hurt:JJ:0:root at:IN:6:case sea:NN:4:obl "
        ".:.:4:punct ”:'':4:punct\n\n"
        "That:DT:3:nsubj was:VBD:3:cop what:WP:0:root Ruiz:NNP:5:nsubj said:VBD:3:acl:relcl "
        "on:IN:7:case Monday:NNP:5:obl "
        ".:.:3:punct",
        "Nobody was hurt at sea",
        names={"Ruiz": "Person"},
    )
    assert (found.text, found.mode) == ("Ruiz", "direct")


def test_a_quotation_whose_cue_stands_in_the_paragraph_before() -> None:
    """`Ruiz said:` opens the next paragraph's quotation."""
    found = said(
        "Ruiz:NNP:2:nsubj said:VBD:0:root :::2:punct\n\n"
        "“:``:4:punct Nobody:NN:4:nsubj was:VBD:4:cop hurt:JJ:0:root at:IN:6:case sea:NN:4:obl "
        ".:.:4:punct ”:'':4:punct",
        "Nobody was hurt at sea",
        names={"Ruiz": "Person"},
    )
    assert found.text == "Ruiz"


def test_a_quotation_that_goes_on_names_its_source() -> None:
    """The words that name the voice of a second quotation are those at the first one's cue."""
    source = (
        "“:``:3:punct We:PRP:3:nsubj left:VBD:6:ccomp ,:,:3:punct ”:'':3:punct said:VBD:0:root Ruiz:NNP:6:nsubj "
        ".:.:6:punct\n"
        "“:``:4:punct Nobody:NN:4:nsubj was:VBD:4:cop hurt:JJ:0:root .:.:4:punct ”:'':4:punct"
    )
    assert source_words(source, "Nobody was hurt", names={"Ruiz": "Person"}) == "Ruiz"


def test_a_heading_in_quotation_marks_is_nobody_s() -> None:
    """A quotation that is a heading does not go on with the voice before it."""
    result = annotated(
        "“:``:3:punct We:PRP:3:nsubj left:VBD:6:ccomp ,:,:3:punct ”:'':3:punct said:VBD:0:root Ruiz:NNP:6:nsubj "
        ".:.:6:punct\n\n"
        "“:``:4:punct Nobody:NN:4:nsubj was:VBD:4:cop hurt:JJ:0:root .:.:4:punct ”:'':4:punct",
        names={"Ruiz": "Person"},
        roles={1: "heading"},
    )
    heading = [found for found in result.claims if found.segment == "heading"]
    assert heading
    assert all(found.attribution is None for found in heading)


def test_who_is_asked_does_not_speak() -> None:
    """`Asked how she felt, she wept` gives nothing to anybody."""
    result = annotated(
        "Asked=ask:VBD:0:root how:WRB:4:mark she:PRP:4:nsubj felt=feel:VBD:1:ccomp ,:,:1:punct she:PRP:1:nsubj "
        "wept=weep:VBD:1:parataxis .:.:1:punct"
    )
    assert passages(result)
    assert all(found.attribution is None for found in result.claims)


def test_a_party_and_a_state_are_nobody() -> None:
    """`Ana Ruiz, D-Calif., said` is hers, though the parse takes the state for the subject."""
    found = said(
        "Ana:NNP:2:compound Ruiz:NNP:6:dep ,:,:4:punct D-Calif.:NNP:6:nsubj ,:,:6:punct said:VBD:0:root "
        "nobody:NN:8:nsubj left:VBD:6:ccomp .:.:6:punct",
        "nobody left",
        names={**RUIZ, "D-Calif.": "Person"},
    )
    assert found.text == "Ana Ruiz"


def test_what_stands_before_a_joined_according_to_is_not_the_source_s() -> None:
    """`It fell, since, according to the letter, nobody held it`: that it fell is the report's own."""
    result = annotated(
        "The:DT:2:det wall:NN:3:nsubj fell=fall:VBD:0:root ,:,:3:punct since:IN:14:mark ,:,:14:punct "
        "according:VBG:10:case to:IN:7:fixed the:DT:10:det letter:NN:14:obl ,:,:14:punct nobody:NN:14:nsubj "
        "had:VBD:14:aux left:VBN:3:advcl .:.:3:punct"
    )
    assert claim(result, "The wall fell").attribution is None
    told = [found for found in result.claims if "left" in result.report.passage(found.span)]
    assert any(found.attribution and found.attribution.text == "the letter" for found in told)


def test_a_paper_that_quotes_somebody_passes_it_on() -> None:
    """`“...,” the Gazette quoted her as saying` is hers, by way of the paper."""
    found = said(
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj left:VBD:0:root .:.:3:punct\n"
        "“:``:5:punct Nobody:NN:5:nsubj was:VBD:5:cop ever:RB:5:advmod hurt:JJ:10:ccomp ,:,:5:punct ”:'':5:punct "
        "the:DT:9:det Gazette:NNP:10:nsubj quoted:VBD:0:root her:PRP:10:obj as:IN:13:mark "
        "saying:VBG:10:advcl .:.:10:punct",
        "Nobody was ever hurt",
        names={**RUIZ, "Gazette": "Organization"},
    )
    assert (found.text, found.via) == ("Ana Ruiz", ("Gazette",))


def test_a_passive_act_is_told_by_the_report() -> None:
    """`The idea was not welcomed by everyone` is nobody's statement."""
    result = annotated(
        "The:DT:2:det idea:NN:5:nsubj:pass was:VBD:5:aux:pass not:RB:5:advmod welcomed=welcome:VBN:0:root by:IN:7:case "
        "everyone:NN:5:obl:agent .:.:5:punct"
    )
    assert all(found.attribution is None for found in result.claims)
