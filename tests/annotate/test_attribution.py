"""Who says what."""

from __future__ import annotations

from tests.annotate.readings import annotated, claim, passages
from variorum.model import Attribution

RUIZ = {"Ana Ruiz": "Person"}


def said(source: str, words: str, **given: object) -> Attribution:
    """Return the attribution of the claim with these words."""
    found = claim(annotated(source, **given), words).attribution
    assert found is not None
    return found


def test_reported_clause() -> None:
    """A that-clause is given to the subject of its verb, by name."""
    found = said(
        "Mayor:NNP:3:compound Ana:NNP:3:compound Ruiz:NNP:4:nsubj said:VBD:0:root the:DT:6:det pier:NN:7:nsubj "
        "collapsed=collapse:VBD:4:ccomp at:IN:9:case noon:NN:7:obl .:.:4:punct",
        "the pier collapsed at noon",
        names=RUIZ,
    )
    assert found.text == "Ana Ruiz"
    assert found.voice == "e1"
    assert found.mode == "indirect"


def test_the_cue_clause_is_no_claim() -> None:
    """Saying something is no happening by itself: its words are set aside, not lost."""
    result = annotated(
        "The:DT:2:det mayor:NN:3:nsubj said:VBD:0:root the:DT:5:det pier:NN:6:nsubj collapsed=collapse:VBD:3:ccomp "
        ".:.:3:punct"
    )
    assert passages(result) == ["the pier collapsed"]
    assert [result.report.passage(rest.span) for rest in result.set_aside] == ["The mayor said"]


def test_dated_cue_clause_is_a_claim_of_the_report() -> None:
    """Where it is told when somebody spoke, the speaking is a happening that the report itself tells."""
    result = annotated(
        "The:DT:2:det mayor:NN:3:nsubj said:VBD:0:root on:IN:5:case Monday:NNP:3:obl the:DT:7:det pier:NN:8:nsubj "
        "collapsed=collapse:VBD:3:ccomp .:.:3:punct"
    )
    speaking = claim(result, "The mayor said on Monday")
    assert speaking.attribution is None
    assert speaking.moment is not None
    assert claim(result, "the pier collapsed").moment is None


def test_according_to() -> None:
    """`according to` gives the rest of its sentence to the noun behind it."""
    found = said(
        "The:DT:2:det pier:NN:3:nsubj collapsed=collapse:VBD:0:root at:IN:5:case noon:NN:3:obl ,:,:8:punct "
        "according:VBG:9:case to:IN:7:fixed witnesses:NNS:3:obl .:.:3:punct",
        "The pier collapsed at noon",
    )
    assert (found.voice, found.text) == (None, "witnesses")


def test_pronoun_is_resolved_to_the_speaker_before() -> None:
    """`she` after a named speaker is that speaker, and the attribution still points at the pronoun."""
    source = (
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj said:VBD:0:root the:DT:5:det pier:NN:6:nsubj "
        "collapsed=collapse:VBD:3:ccomp .:.:3:punct\n"
        "She:PRP:2:nsubj added:VBD:0:root that:IN:6:mark two:CD:5:nummod men:NNS:6:nsubj died:VBD:2:ccomp "
        "there:RB:6:advmod .:.:2:punct"
    )
    result = annotated(source, names=RUIZ)
    found = claim(result, "two men died there").attribution
    assert found is not None
    assert found.text == "Ana Ruiz"
    assert found.source is not None
    assert result.report.passage(found.source) == "She"


def test_quotation_with_inverted_cue() -> None:
    """Words in quotation marks belong to the speaker behind them and are direct."""
    found = said(
        "“:``:3:punct We:PRP:3:nsubj left:VBD:7:ccomp early:RB:3:advmod ,:,:3:punct ”:'':3:punct said:VBD:0:root "
        "Ana:NNP:9:compound Ruiz:NNP:7:nsubj .:.:7:punct",
        "We left early",
        names=RUIZ,
    )
    assert (found.text, found.mode) == ("Ana Ruiz", "direct")


def test_quotation_goes_on_after_its_cue() -> None:
    """A second quotation in the paragraph, without a cue of its own, is the same voice's."""
    found = said(
        "“:``:3:punct We:PRP:3:nsubj left:VBD:7:ccomp early:RB:3:advmod ,:,:3:punct ”:'':3:punct said:VBD:0:root "
        "Ana:NNP:9:compound Ruiz:NNP:7:nsubj .:.:7:punct\n"
        "“:``:4:punct Nobody:NN:4:nsubj was:VBD:4:cop hurt:JJ:0:root at:IN:6:case sea:NN:4:obl "
        ".:.:4:punct ”:'':4:punct",
        "Nobody was hurt at sea",
        names=RUIZ,
    )
    assert (found.text, found.mode) == ("Ana Ruiz", "direct")


def test_quotation_goes_on_in_the_next_paragraph() -> None:
    """A paragraph that opens with marks after an unclosed quotation goes on with its speaker."""
    found = said(
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj said:VBD:0:root :::3:punct “:``:7:punct We:PRP:7:nsubj left:VBD:3:ccomp "
        "early:RB:7:advmod .:.:7:punct\n\n"
        "“:``:4:punct Nobody:NN:4:nsubj was:VBD:4:cop hurt:JJ:0:root at:IN:6:case sea:NN:4:obl "
        ".:.:4:punct ”:'':4:punct",
        "Nobody was hurt at sea",
        names=RUIZ,
    )
    assert found.text == "Ana Ruiz"


def test_mixed_mode() -> None:
    """A clause with some words in marks is mixed."""
    found = said(
        "She:PRP:2:nsubj said:VBD:0:root the:DT:4:det pier:NN:9:nsubj was:VBD:9:cop a:DT:9:det “:``:9:punct "
        "known=known:JJ:9:amod danger:NN:2:ccomp ”:'':9:punct to:IN:12:case sailors:NNS:9:nmod .:.:2:punct",
        "the pier was a “known danger” to sailors",
    )
    assert found.mode == "mixed"


def test_speakers_of_a_quotation_are_not_voices_of_the_report() -> None:
    """`I think` inside marks makes no voice "I"."""
    result = annotated(
        "“:``:3:punct I:PRP:3:nsubj think=think:VBP:8:ccomp they:PRP:5:nsubj left:VBD:3:ccomp ,:,:3:punct "
        "”:'':3:punct said:VBD:0:root Ana:NNP:10:compound Ruiz:NNP:8:nsubj .:.:8:punct",
        names=RUIZ,
    )
    assert {found.attribution.text for found in result.claims if found.attribution} == {"Ana Ruiz"}


def test_joint_voice_keeps_its_words() -> None:
    """Two voices for one content are no single entity: the words themselves stand for them."""
    found = said(
        "Norland:NNP:4:nsubj and:CC:3:cc Sudland:NNP:1:conj said=say:VBD:0:root the:DT:6:det talks:NNS:7:nsubj "
        "ended=end:VBD:4:ccomp early:RB:7:advmod .:.:4:punct",
        "the talks ended early",
        names={"Norland": "Location", "Sudland": "Location"},
    )
    assert (found.voice, found.text) == (None, "Norland and Sudland")


def test_channel() -> None:
    """Whom it was told to is the channel, not the voice."""
    found = said(
        "Ana:NNP:2:compound Ruiz:NNP:3:nsubj told:VBD:0:root the:DT:6:det Harbour:NNP:6:compound Gazette:NNP:3:obj "
        "that:IN:10:mark the:DT:9:det pier:NN:10:nsubj collapsed=collapse:VBD:3:ccomp .:.:3:punct",
        "the pier collapsed",
        names={**RUIZ, "Harbour Gazette": "Organization"},
    )
    assert (found.text, found.via) == ("Ana Ruiz", ("Harbour Gazette",))


def test_act_of_speech() -> None:
    """A denial or a promise told in its own clause is the speaker's."""
    found = said(
        "The:DT:2:det company:NN:3:nsubj denied:VBD:0:root the:DT:5:det charge:NN:3:obj .:.:3:punct",
        "The company denied the charge",
    )
    assert found.text == "The company"


def test_unsaid_is_no_attribution() -> None:
    """`did not say` gives its clause to nobody."""
    result = annotated(
        "The:DT:2:det mayor:NN:5:nsubj did=do:VBD:5:aux not:RB:5:advmod say:VB:0:root "
        "whether:IN:8:mark she:PRP:8:nsubj "
        "resigned:VBD:5:ccomp today:NN:8:obl .:.:5:punct"
    )
    assert not any(found.attribution for found in result.claims)


def test_citing_makes_a_channel() -> None:
    """Who cites somebody passes it on; the one cited speaks."""
    found = said(
        "Newswire:NNP:2:nsubj said:VBD:0:root ,:,:4:punct citing:VBG:2:advcl Ana:NNP:6:compound Ruiz:NNP:4:obj "
        ",:,:4:punct that:IN:11:mark the:DT:10:det pier:NN:11:nsubj collapsed=collapse:VBD:2:ccomp .:.:2:punct",
        "the pier collapsed",
        names={**RUIZ, "Newswire": "Organization"},
    )
    assert (found.text, found.via) == ("Ana Ruiz", ("Newswire",))


def test_quoted_as_saying() -> None:
    """`was quoted by X as saying` gives the words to the one quoted, by way of X."""
    found = said(
        "Ana:NNP:2:compound Ruiz:NNP:4:nsubj:pass was:VBD:4:aux:pass quoted:VBN:0:root by:IN:6:case "
        "Newswire:NNP:4:obl:agent as:IN:8:mark saying:VBG:4:advcl the:DT:10:det pier:NN:11:nsubj "
        "collapsed=collapse:VBD:8:ccomp .:.:4:punct",
        "the pier collapsed",
        names={**RUIZ, "Newswire": "Organization"},
    )
    assert (found.text, found.via) == ("Ana Ruiz", ("Newswire",))


def test_clause_thrown_in_whatever_the_tree_says() -> None:
    """A source and a reporting verb behind a comma report what stands before, though the parse hangs them elsewhere."""
    found = said(
        "The:DT:2:det pier:NN:3:nsubj collapsed=collapse:VBD:0:root at:IN:5:case noon:NN:3:obl ,:,:9:punct a:DT:8:det "
        "source:NN:12:nsubj close:JJ:8:amod to:IN:11:case rescuers:NNS:12:obl said:VBD:3:advcl .:.:3:punct",
        "The pier collapsed at noon",
    )
    assert found.text == "a source close to rescuers"


def test_signed_post() -> None:
    """The words of a post belong to the name signed under it."""
    found = said(
        "We:PRP:2:nsubj left:VBD:0:root the:DT:4:det pier:NN:2:obj early:RB:2:advmod .:.:2:punct —:HYPH:2:punct "
        "Ana:NNP:9:compound Ruiz:NNP:2:parataxis (:-LRB-:9:punct @anaruiz:NNP:9:appos ):-RRB-:9:punct",
        "We left the pier early",
        names=RUIZ,
    )
    assert (found.text, found.mode) == ("Ana Ruiz", "direct")


def test_a_signature_tells_nothing() -> None:
    """Name, handle and day under a post are set aside and make no claim."""
    result = annotated(
        "We:PRP:2:nsubj left:VBD:0:root the:DT:4:det pier:NN:2:obj .:.:2:punct —:HYPH:4:punct Ana:NNP:3:compound "
        "Ruiz:NNP:0:root (:-LRB-:5:punct @anaruiz:NNP:3:appos ):-RRB-:5:punct May:NNP:3:obl:npmod 5:CD:7:nummod "
        ",:,:7:punct 2031:CD:7:nummod",
        names=RUIZ,
    )
    assert [result.report.passage(claim.span) for claim in result.claims] == ["We left the pier"]
    assert any("2031" in result.report.passage(aside.span) for aside in result.set_aside)


def test_dateline_is_nobodys_voice() -> None:
    """The place of a dateline neither speaks nor belongs to the claim."""
    result = annotated(
        "PORT:NNP:2:compound VARN:NNP:5:nsubj —:HYPH:2:punct Officials:NNS:5:nsubj said:VBD:0:root the:DT:7:det "
        "pier:NN:8:nsubj collapsed=collapse:VBD:5:ccomp .:.:5:punct",
        names={"PORT VARN": "Location"},
    )
    found = claim(result, "the pier collapsed").attribution
    assert found is not None
    assert found.text == "Officials"


def test_the_spokeswoman_takes_up_the_one_before() -> None:
    """A definite noun is the voice that was named with it."""
    found = said(
        "A:DT:2:det spokeswoman:NN:6:nsubj for:IN:5:case the:DT:5:det port:NN:2:nmod said:VBD:0:root the:DT:8:det "
        "pier:NN:9:nsubj collapsed=collapse:VBD:6:ccomp .:.:6:punct\n\n"
        "The:DT:2:det spokeswoman:NN:3:nsubj said:VBD:0:root that:IN:7:mark two:CD:6:nummod men:NNS:7:nsubj "
        "died:VBD:3:ccomp there:RB:7:advmod .:.:3:punct",
        "two men died there",
    )
    assert found.text == "A spokeswoman for the port"


def test_the_two_countries_are_the_pair_the_report_is_about() -> None:
    """`the two countries` are the two places that a report names most."""
    found = said(
        "Norland:NNP:2:nsubj met:VBD:0:root Sudland:NNP:2:obj .:.:2:punct\n"
        "The:DT:3:det two:CD:3:nummod countries=country:NNS:4:nsubj said:VBD:0:root the:DT:6:det talks:NNS:7:nsubj "
        "ended=end:VBD:4:ccomp early:RB:7:advmod .:.:4:punct",
        "the talks ended early",
        names={"Norland": "Location", "Sudland": "Location"},
    )
    assert set((found.text or "").split(" and ")) == {"Norland", "Sudland"}


def test_what_is_said_begins_behind_its_that() -> None:
    """A clause before the main one belongs to what is said, wherever the parse hangs it."""
    result = annotated(
        "Ruiz:NNP:2:nsubj added:VBD:0:root that:IN:6:mark while:IN:6:mark it:PRP:6:nsubj rained=rain:VBD:10:advcl "
        ",:,:10:punct the:DT:9:det dam:NN:10:nsubj held=hold:VBD:2:ccomp .:.:2:punct",
        names={"Ruiz": "Person"},
    )
    for words in ("while it rained", "the dam held"):
        given = claim(result, words).attribution
        assert given is not None, words
        assert given.text == "Ruiz"


def test_what_somebody_is_urged_to_do_is_what_is_said() -> None:
    """`Urged the council to mend the dam`: the infinitive with who is urged, wanted."""
    result = annotated(
        "Ruiz:NNP:2:nsubj urged:VBD:0:root the:DT:4:det council:NN:2:obj to:TO:6:mark mend:VB:2:xcomp the:DT:8:det "
        "dam:NN:6:obj .:.:2:punct",
        names={"Ruiz": "Person"},
    )
    found = claim(result, "the council to mend the dam")
    assert found.attribution is not None
    assert (found.attribution.text, found.certainty) == ("Ruiz", "wanted")


def test_a_participle_has_no_speaker_but_its_agent() -> None:
    """Who was asked does not speak, and the man who is accused accuses nobody."""
    result = annotated(
        "Asked=ask:VBN:9:advcl whether:IN:4:mark it:PRP:4:nsubj held=hold:VBD:1:ccomp ,:,:9:punct the:DT:8:det "
        "old:JJ:8:amod pilot:NN:9:nsubj shrugged=shrug:VBD:0:root .:.:9:punct"
    )
    assert all(found.attribution is None for found in result.claims)


def test_a_gloss_in_quotation_marks_is_nobody_s_speech() -> None:
    """What a name means is not said by the voice before."""
    result = annotated(
        "\":``:4:punct The:DT:3:det dam:NN:4:nsubj leaks=leak:VBZ:8:ccomp ,:,:4:punct \":'':4:punct Ruiz:NNP:8:nsubj "
        "said:VBD:0:root .:.:8:punct\n"
        'Varna:NNP:2:nsubj means=mean:VBZ:0:root ":``:6:punct the:DT:5:det dam:NN:6:nsubj holds=hold:VBZ:2:ccomp '
        "for:IN:8:case ever:RB:6:advmod \":'':6:punct .:.:2:punct",
        names={"Ruiz": "Person"},
    )
    later = [found for found in result.claims if "holds" in result.report.passage(found.span)]
    assert later
    assert all(found.attribution is None for found in later)


def test_a_statement_speaks_for_whoever_wrote_it() -> None:
    """What a statement from a port authority said is the authority's; a study speaks for itself."""
    source = (
        "A:DT:2:det {}:NN:6:nsubj from:IN:5:case Tarn:NNP:5:compound Harbour:NNP:2:nmod said:VBD:0:root the:DT:8:det "
        "pier:NN:9:nsubj collapsed=collapse:VBD:6:ccomp .:.:6:punct"
    )
    names = {"Tarn Harbour": "Organization"}
    assert said(source.format("statement"), "the pier collapsed", names=names).text == "Tarn Harbour"
    assert said(source.format("study"), "the pier collapsed", names=names).text == "A study from Tarn Harbour"
