"""The certainty table, row by row; the same rows stand in docs/certainty.md."""

from __future__ import annotations

import pytest

from tests.annotate.readings import annotated, claim
from variorum.annotate.certainty import RULES

ROWS = [
    (
        "plain statement",
        "The:DT:2:det ferry:NN:3:nsubj sank:VBD:0:root on:IN:5:case Monday:NNP:3:obl .:.:3:punct",
        "The ferry sank on Monday",
        "asserted",
    ),
    (
        "if-clause",
        "If:IN:4:mark the:DT:3:det wind:NN:4:nsubj drops:VBZ:9:advcl ,:,:4:punct the:DT:7:det boats:NNS:9:nsubj "
        "will:MD:9:aux sail:VB:0:root .:.:9:punct",
        "the boats will sail",
        "hypothetical",
    ),
    (
        "inverted condition",
        "Should:MD:4:aux the:DT:3:det dam:NN:4:nsubj break:VB:9:advcl ,:,:4:punct the:DT:7:det town:NN:9:nsubj "
        "will:MD:9:aux flood:VB:0:root .:.:9:punct",
        "the town will flood",
        "hypothetical",
    ),
    (
        "plea in court",
        "The:DT:2:det captain:NN:3:nsubj pleaded:VBD:0:root guilty:JJ:3:xcomp on:IN:6:case Monday:NNP:3:obl "
        ".:.:3:punct",
        "The captain pleaded guilty on Monday",
        "asserted",
    ),
    (
        "charge that somebody admits",
        "She:PRP:2:nsubj pleaded:VBD:0:root guilty:JJ:2:xcomp to:IN:6:case a:DT:6:det charge:NN:2:obl "
        "that:IN:9:mark she:PRP:9:nsubj sank:VBD:6:ccomp the:DT:11:det ferry:NN:9:obj .:.:2:punct",
        "she sank the ferry",
        "asserted",
    ),
    (
        "charge that somebody contests",
        "She:PRP:2:nsubj pleaded:VBD:0:root not:RB:4:advmod guilty:JJ:2:xcomp to:IN:7:case a:DT:7:det charge:NN:2:obl "
        "that:IN:10:mark she:PRP:10:nsubj sank:VBD:7:ccomp the:DT:12:det ferry:NN:10:obj .:.:2:punct",
        "she sank the ferry",
        "alleged",
    ),
    (
        "oath",
        "The:DT:2:det crew:NN:3:nsubj pledged:VBD:0:root allegiance:NN:3:obj to:IN:7:case the:DT:7:det queen:NN:3:obl "
        ".:.:3:punct",
        "The crew pledged allegiance to the queen",
        "asserted",
    ),
    (
        "sworn in",
        "The:DT:2:det mayor:NN:4:nsubj:pass was:VBD:4:aux:pass sworn:VBN:0:root in:RP:4:compound:prt on:IN:7:case "
        "Monday:NNP:4:obl .:.:4:punct",
        "The mayor was sworn in on Monday",
        "asserted",
    ),
    (
        "promise of a thing",
        "The:DT:2:det crew:NN:3:nsubj pledged:VBD:0:root money:NN:3:obj to:IN:7:case the:DT:7:det town:NN:3:obl "
        ".:.:3:punct",
        "The crew pledged money to the town",
        "expected",
    ),
    (
        "would of the report's own",
        "A:DT:2:det ban:NN:4:nsubj would:MD:4:aux hurt:VB:0:root the:DT:6:det port:NN:4:obj .:.:4:punct",
        "A ban would hurt the port",
        "hypothetical",
    ),
    (
        "would after a cue in the past",
        "The:DT:2:det mayor:NN:3:nsubj said:VBD:0:root the:DT:5:det port:NN:7:nsubj would:MD:7:aux close:VB:3:ccomp "
        "in:IN:9:case June:NNP:7:obl .:.:3:punct",
        "the port would close in June",
        "expected",
    ),
    (
        "advice",
        "No:DT:2:det captain:NN:4:nsubj should:MD:4:aux sail:VB:0:root tonight:NN:4:obl .:.:4:punct",
        "No captain should sail tonight",
        "wanted",
    ),
    (
        "wish",
        "The:DT:2:det owners:NNS:3:nsubj want=want:VBP:0:root to:TO:5:mark sell:VB:3:xcomp the:DT:7:det "
        "ship:NN:5:obj .:.:3:punct",
        "The owners want to sell the ship",
        "wanted",
    ),
    (
        "may",
        "The:DT:2:det hull:NN:5:nsubj may:MD:5:aux have:VB:5:aux cracked=crack:VBN:0:root .:.:5:punct",
        "The hull may have cracked",
        "possible",
    ),
    (
        "reportedly",
        "The:DT:2:det ship:NN:4:nsubj reportedly:RB:4:advmod struck=strike:VBD:0:root a:DT:6:det rock:NN:4:obj "
        ".:.:4:punct",
        "The ship reportedly struck a rock",
        "possible",
    ),
    (
        "is believed to",
        "The:DT:2:det captain:NN:4:nsubj:pass is:VBZ:4:aux:pass believed:VBN:0:root to:TO:7:mark have:VB:7:aux "
        "died:VBN:4:xcomp .:.:4:punct",
        "The captain is believed to have died",
        "possible",
    ),
    (
        "appears to",
        "The:DT:2:det fire:NN:3:nsubj appears=appear:VBZ:0:root to:TO:6:mark have:VB:6:aux begun=begin:VBN:3:xcomp "
        "below:RB:6:advmod .:.:3:punct",
        "The fire appears to have begun below",
        "possible",
    ),
    (
        "may not stays open",
        "The:DT:2:det crew:NN:5:nsubj may:MD:5:aux not:RB:5:advmod return:VB:0:root .:.:5:punct",
        "The crew may not return",
        "possible",
    ),
    (
        "negation",
        "The:DT:2:det crew:NN:5:nsubj did=do:VBD:5:aux not:RB:5:advmod radio:VB:0:root for:IN:7:case help:NN:5:obl "
        ".:.:5:punct",
        "The crew did not radio for help",
        "denied",
    ),
    (
        "negated future",
        "The:DT:2:det line:NN:5:nsubj will:MD:5:aux not:RB:5:advmod reopen:VB:0:root this:DT:7:det year:NN:5:obl "
        ".:.:5:punct",
        "The line will not reopen this year",
        "denied",
    ),
    (
        "no as a determiner",
        "No:DT:2:det passengers:NNS:4:nsubj:pass were:VBD:4:aux:pass hurt=hurt:VBN:0:root .:.:4:punct",
        "No passengers were hurt",
        "denied",
    ),
    (
        "refusal",
        "The:DT:2:det company:NN:3:nsubj refused:VBD:0:root to:TO:5:mark pay:VB:3:xcomp the:DT:7:det fine:NN:5:obj "
        ".:.:3:punct",
        "The company refused to pay the fine",
        "denied",
    ),
    (
        "denial of a thing",
        "The:DT:2:det company:NN:3:nsubj denied:VBD:0:root the:DT:5:det charge:NN:3:obj .:.:3:punct",
        "The company denied the charge",
        "denied",
    ),
    (
        "content of a denial",
        "The:DT:2:det company:NN:3:nsubj denied:VBD:0:root that:IN:7:mark the:DT:6:det hull:NN:7:nsubj "
        "leaked=leak:VBD:3:ccomp badly:RB:7:advmod .:.:3:punct",
        "the hull leaked badly",
        "denied",
    ),
    (
        "accusation",
        "Prosecutors:NNS:2:nsubj accused:VBD:0:root the:DT:4:det captain:NN:2:obj of:IN:6:mark "
        "leaving=leave:VBG:2:advcl the:DT:8:det bridge:NN:6:obj .:.:2:punct",
        "Prosecutors accused the captain of leaving the bridge",
        "alleged",
    ),
    (
        "allegedly",
        "The:DT:2:det captain:NN:4:nsubj allegedly:RB:4:advmod slept=sleep:VBD:0:root on:IN:6:case duty:NN:4:obl "
        ".:.:4:punct",
        "The captain allegedly slept on duty",
        "alleged",
    ),
    (
        "concerns that",
        "There:EX:2:expl are:VBP:0:root concerns=concern:NNS:2:nsubj that:IN:7:mark the:DT:6:det oil:NN:7:nsubj "
        "reached=reach:VBD:3:acl the:DT:9:det reef:NN:7:obj .:.:2:punct",
        "the oil reached the reef",
        "alleged",
    ),
    (
        "will",
        "The:DT:2:det minister:NN:4:nsubj will:MD:4:aux visit:VB:0:root the:DT:6:det port:NN:4:obj .:.:4:punct",
        "The minister will visit the port",
        "expected",
    ),
    (
        "is scheduled to",
        "The:DT:2:det trial:NN:4:nsubj:pass is:VBZ:4:aux:pass scheduled:VBN:0:root to:TO:6:mark begin:VB:4:xcomp "
        "in:IN:8:case June:NNP:6:obl .:.:4:punct",
        "The trial is scheduled to begin in June",
        "expected",
    ),
    (
        "promise",
        "The:DT:2:det owner:NN:3:nsubj promised:VBD:0:root to:TO:5:mark rebuild:VB:3:xcomp the:DT:7:det pier:NN:5:obj "
        ".:.:3:punct",
        "The owner promised to rebuild the pier",
        "expected",
    ),
    (
        "headline infinitive",
        "Minister:NN:3:nsubj to:TO:3:mark visit:VB:0:root flooded=flooded:JJ:5:amod port:NN:3:obj",
        "Minister to visit flooded port",
        "expected",
    ),
    (
        "opinion not held",
        "The:DT:2:det pilot:NN:5:nsubj does=do:VBZ:5:aux n't:RB:5:advmod think:VB:0:root the:DT:7:det tide:NN:8:nsubj "
        "turned:VBD:5:ccomp early:RB:8:advmod .:.:5:punct",
        "the tide turned early",
        "denied",
    ),
    (
        "cannot say that",
        "He:PRP:4:nsubj ca:MD:4:aux n't:RB:4:advmod say:VB:0:root that:IN:8:mark the:DT:7:det tide:NN:8:nsubj "
        "turned:VBD:4:ccomp early:RB:8:advmod .:.:4:punct",
        "the tide turned early",
        "denied",
    ),
    (
        "what is known stands under a negation",
        "The:DT:2:det pilot:NN:5:nsubj did=do:VBD:5:aux n't:RB:5:advmod know:VB:0:root the:DT:7:det tide:NN:8:nsubj "
        "turned:VBD:5:ccomp early:RB:8:advmod .:.:5:punct",
        "the tide turned early",
        "asserted",
    ),
    (
        "could not believe is surprise",
        "The:DT:2:det pilot:NN:5:nsubj could:MD:5:aux n't:RB:5:advmod believe:VB:0:root the:DT:7:det tide:NN:8:nsubj "
        "turned:VBD:5:ccomp early:RB:8:advmod .:.:5:punct",
        "the tide turned early",
        "asserted",
    ),
    (
        "thought under a condition",
        "If:IN:3:mark you:PRP:3:nsubj think:VBP:11:advcl the:DT:5:det tide:NN:6:nsubj turned:VBD:3:ccomp "
        "early:RB:6:advmod ,:,:3:punct you:PRP:11:nsubj are:VBP:11:cop wrong:JJ:0:root .:.:11:punct",
        "the tide turned early",
        "hypothetical",
    ),
    (
        "known under a condition stands",
        "If:IN:3:mark you:PRP:3:nsubj know:VBP:9:advcl the:DT:5:det tide:NN:6:nsubj turned:VBD:3:ccomp ,:,:3:punct "
        "you:PRP:9:nsubj wait:VBP:0:root .:.:9:punct",
        "the tide turned",
        "asserted",
    ),
    (
        "whether",
        "The:DT:2:det mayor:NN:3:nsubj asked:VBD:0:root whether:IN:7:mark the:DT:6:det dam:NN:7:nsubj "
        "held=hold:VBD:3:ccomp .:.:3:punct",
        "the dam held",
        "possible",
    ),
    (
        "a question",
        "Will:MD:4:aux the:DT:3:det dam:NN:4:nsubj hold:VB:0:root this:DT:6:det time:NN:4:obl ?:.:4:punct",
        "Will the dam hold this time",
        "possible",
    ),
    (
        "must have",
        "The:DT:2:det gate:NN:5:nsubj must:MD:5:aux have:VB:5:aux jammed=jam:VBN:0:root .:.:5:punct",
        "The gate must have jammed",
        "possible",
    ),
    (
        "could of the senses",
        "The:DT:2:det crew:NN:4:nsubj could:MD:4:aux hear:VB:0:root the:DT:6:det sirens:NNS:4:obj .:.:4:punct",
        "The crew could hear the sirens",
        "asserted",
    ),
    (
        "a likely cause",
        "Fog:NN:5:nsubj was:VBD:5:cop a:DT:5:det likely:JJ:5:amod cause:NN:0:root .:.:5:punct",
        "Fog was a likely cause",
        "possible",
    ),
    (
        "no longer",
        "The:DT:2:det ferry:NN:6:nsubj is:VBZ:6:aux no:RB:5:advmod longer:RB:6:advmod running=run:VBG:0:root "
        ".:.:6:punct",
        "The ferry is no longer running",
        "denied",
    ),
    (
        "called for",
        "The:DT:2:det union:NN:3:nsubj called:VBD:0:root for:IN:6:case an:DT:6:det inquiry:NN:3:obl into:IN:9:case "
        "the:DT:9:det fire:NN:6:nmod .:.:3:punct",
        "The union called for an inquiry into the fire",
        "wanted",
    ),
    (
        "would under a present cue",
        "The:DT:2:det mayor:NN:3:nsubj says=say:VBZ:0:root a:DT:5:det ban:NN:7:nsubj would:MD:7:aux hurt:VB:3:ccomp "
        "trade:NN:7:obj .:.:3:punct",
        "a ban would hurt trade",
        "hypothetical",
    ),
    (
        "a day ahead",
        "The:DT:2:det trial:NN:3:nsubj opens=open:VBZ:0:root on:IN:6:case 20:CD:6:nummod May:NNP:3:obl "
        "2031:CD:6:nummod .:.:3:punct",
        "The trial opens on 20 May 2031",
        "expected",
    ),
    (
        "not ruled out",
        "The:DT:2:det council:NN:3:nsubj refused:VBD:0:root to:TO:5:mark rule:VB:3:xcomp out:RP:5:compound:prt "
        "a:DT:8:det strike:NN:5:obj .:.:3:punct",
        "The council refused to rule out a strike",
        "possible",
    ),
    (
        "ruled out",
        "The:DT:2:det council:NN:3:nsubj refused:VBD:0:root to:TO:5:mark hold:VB:3:xcomp a:DT:7:det strike:NN:5:obj "
        ".:.:3:punct",
        "The council refused to hold a strike",
        "denied",
    ),
    (
        "would like to",
        "The:DT:2:det mayor:NN:4:nsubj would:MD:4:aux like:VB:0:root to:TO:6:mark mend:VB:4:xcomp the:DT:8:det "
        "pier:NN:6:obj .:.:4:punct",
        "The mayor would like to mend the pier",
        "wanted",
    ),
    (
        "would like to thank",
        "We:PRP:3:nsubj would:MD:3:aux like:VB:0:root to:TO:5:mark thank:VB:3:xcomp the:DT:7:det crew:NN:5:obj "
        ".:.:3:punct",
        "We would like to thank the crew",
        "asserted",
    ),
    (
        "called a strike",
        "The:DT:2:det union:NN:3:nsubj called:VBD:0:root a:DT:5:det strike:NN:3:obj for:IN:8:case the:DT:8:det "
        "pilots:NNS:3:obl .:.:3:punct",
        "The union called a strike for the pilots",
        "asserted",
    ),
    (
        "ruled out a thing",
        "The:DT:2:det mayor:NN:3:nsubj ruled=rule:VBD:0:root out:RP:3:compound:prt a:DT:6:det strike:NN:3:obj "
        ".:.:3:punct",
        "The mayor ruled out a strike",
        "denied",
    ),
    (
        "at no time",
        "At:IN:3:case no:DT:3:det time:NN:6:obl was:VBD:6:aux it:PRP:6:nsubj sinking=sink:VBG:0:root .:.:6:punct",
        "At no time was it sinking",
        "denied",
    ),
    (
        "expects a thing",
        "The:DT:2:det port:NN:3:nsubj expects=expect:VBZ:0:root more:JJR:5:amod visitors:NNS:3:obj .:.:3:punct",
        "The port expects more visitors",
        "expected",
    ),
    (
        "an offer is made",
        "The:DT:2:det port:NN:4:nsubj has:VBZ:4:aux offered=offer:VBN:0:root to:TO:6:mark mend:VB:4:xcomp "
        "the:DT:8:det pier:NN:6:obj .:.:4:punct",
        "The port has offered to mend the pier",
        "asserted",
    ),
    (
        "suspicion of",
        "Prosecutors:NNS:2:nsubj suspect:VBP:0:root the:DT:4:det captain:NN:2:obj of:IN:6:case fraud:NN:2:obl "
        ".:.:2:punct",
        "Prosecutors suspect the captain of fraud",
        "alleged",
    ),
    (
        "a perfect read as having",
        "Norland:NNP:2:nsubj has=have:VBZ:0:root accused:VBN:2:obj Sarn:NNP:3:obj of:IN:6:mark hiding=hide:VBG:3:advcl "
        "the:DT:8:det maps:NNS:6:obj .:.:2:punct",
        "Norland has accused Sarn of hiding the maps",
        "alleged",
    ),
]


@pytest.mark.parametrize(("name", "source", "words", "certainty"), ROWS, ids=[row[0] for row in ROWS])
def test_row_of_the_table(name: str, source: str, words: str, certainty: str) -> None:
    """Every row of the documented table gives the class that it says."""
    result = annotated(source)
    assert claim(result, words).certainty == certainty, name


def test_every_rule_has_a_row() -> None:
    """No class of the table is without an example among the rows."""
    assert {certainty for certainty, _ in RULES} <= {row[3] for row in ROWS}


def test_the_cue_is_the_word_that_licenses() -> None:
    """A claim that is not plainly asserted shows the word that made it so."""
    result = annotated("The:DT:2:det hull:NN:5:nsubj may:MD:5:aux have:VB:5:aux cracked=crack:VBN:0:root .:.:5:punct")
    cue = result.claims[0].certainty_cue
    assert cue is not None
    assert result.report.passage(cue) == "may"


def test_coordinated_verbs_share_their_modal() -> None:
    """A bare verb after "and" is as uncertain as the one whose auxiliary it shares."""
    result = annotated(
        "The:DT:2:det crew:NN:4:nsubj may:MD:4:aux leave:VB:0:root the:DT:6:det ship:NN:4:obj and:CC:8:cc "
        "board:VB:4:conj the:DT:10:det tug:NN:8:obj .:.:4:punct"
    )
    assert {found.lemma: found.certainty for found in result.claims} == {"leave": "possible", "board": "possible"}


def test_as_if_and_a_later_but_if_make_no_condition() -> None:
    """A comparison is no condition, and a condition behind "but" holds only what stands behind it."""
    result = annotated(
        "It:PRP:2:nsubj rains=rain:VBZ:0:root here:RB:2:advmod ,:,:9:punct but:CC:9:cc if:IN:8:mark it:PRP:8:nsubj "
        "stops=stop:VBZ:2:advcl sail:VB:2:conj .:.:2:punct"
    )
    assert claim(result, "It rains here, but if it stops sail").certainty == "asserted"
    assert claim(result, "if it stops").certainty == "hypothetical"
    result = annotated(
        "It:PRP:2:nsubj felt=feel:VBD:0:root as:IN:6:mark if:IN:3:fixed we:PRP:6:nsubj flew=fly:VBD:2:advcl "
        "for:IN:8:case hours:NNS:6:obl .:.:2:punct"
    )
    assert {found.certainty for found in result.claims} == {"asserted"}


def test_a_nominal_is_as_sure_as_the_verb_that_only_says_that_it_occurs() -> None:
    """What will begin on a day is ahead; an invitation that was declined stands."""
    result = annotated(
        "They:PRP:3:nsubj would:MD:3:aux begin:VB:0:root an:DT:5:det inquiry=investigation:NN:3:obj on:IN:7:case "
        "Monday:NNP:5:nmod .:.:3:punct"
    )
    assert claim(result, "an inquiry on Monday").certainty == "hypothetical"
    result = annotated(
        "They:PRP:3:nsubj never:RB:3:advmod left:VBD:0:root the:DT:5:det meeting:NN:3:obj of:IN:7:case "
        "Monday:NNP:5:nmod .:.:3:punct"
    )
    assert claim(result, "the meeting of Monday").certainty == "asserted"
