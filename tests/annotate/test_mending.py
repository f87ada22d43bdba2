"""Faults of a parse that the words themselves show."""

from __future__ import annotations

from tests.annotate.readings import annotated, claim, passages, read
from variorum.annotate.tree import plant

PERFECT = (
    "Norland:NNP:2:nsubj has=have:VBZ:0:root accused:VBN:2:obj Sarn:NNP:3:obj of:IN:6:mark hiding=hide:VBG:3:advcl "
    "the:DT:8:det maps:NNS:6:obj .:.:2:punct"
)
TWO = (
    "The:DT:2:det ferry:NN:3:nsubj sank:VBD:0:root .:.:3:punct The:DT:6:det crew:NN:7:nsubj swam=swim:VBD:3:conj "
    "ashore:RB:7:advmod .:.:3:punct"
)


def test_a_perfect_is_headed_by_its_participle() -> None:
    """The perfect "has accused" is about accusing, whatever the parse made of it."""
    tree = plant(*read(PERFECT))
    assert (tree.head(2), tree.head(1), tree.relations[1]) == (-1, 2, "aux")
    assert tree.first(2, "nsubj") == 0


def test_a_sentence_ends_where_the_text_ends_it() -> None:
    """A full stop after a plain word, a space and a capital part two sentences that were read as one."""
    tree = plant(*read(TWO))
    assert tree.sentences == ((0, 4), (4, 9))
    assert (tree.head(2), tree.head(6)) == (-1, -1)
    assert passages(annotated(TWO)) == ["The ferry sank", "The crew swam ashore"]


def test_a_shortened_word_ends_no_sentence() -> None:
    """A title before a name and initials go on: "gen. Ruiz", "the U.S. Navy"."""
    for source in (
        "He:PRP:2:nsubj met:VBD:0:root gen:NN:5:compound .:.:3:punct Ruiz:NNP:2:obj .:.:2:punct",
        "The:DT:2:det U.S.:NNP:3:compound Navy:NNP:4:nsubj sailed=sail:VBD:0:root .:.:4:punct",
    ):
        assert len(plant(*read(source)).sentences) == 1


def test_the_second_sentence_keeps_its_own_certainty() -> None:
    """What one sentence denies does not reach into the next that was read with it."""
    result = annotated(
        "The:DT:2:det ferry:NN:5:nsubj did=do:VBD:5:aux not:RB:5:advmod sink:VB:0:root .:.:5:punct The:DT:8:det "
        "crew:NN:9:nsubj swam=swim:VBD:5:parataxis ashore:RB:9:advmod .:.:5:punct"
    )
    assert claim(result, "The ferry did not sink").certainty == "denied"
    assert claim(result, "The crew swam ashore").certainty == "asserted"


def test_what_is_due_to_happen_is_expected() -> None:
    """Being "due to rule" is no reason, in whichever way "due to" was taken for one: the clause looks ahead."""
    for source in (
        "The:DT:2:det court:NN:6:nsubj is=be:VBZ:6:cop due:JJ:6:case to:IN:4:fixed rule:VB:0:root soon:RB:6:advmod "
        ".:.:6:punct",
        "The:DT:2:det court:NN:4:nsubj is=be:VBZ:4:cop due:JJ:0:root to:IN:6:case report:NN:4:obl by:IN:8:case "
        "May:NNP:6:nmod .:.:4:punct",
        "The:DT:2:det judge:NN:4:nsubj is=be:VBZ:4:cop due:JJ:0:root to:IN:4:fixed speak:VB:4:conj soon:RB:6:advmod "
        ".:.:4:punct",
        "The:DT:2:det fine:NN:4:nsubj is=be:VBZ:4:cop due:JJ:0:root to:TO:4:fixed be:VB:7:aux:pass "
        "paid=pay:VBN:4:advcl soon:RB:7:advmod .:.:4:punct",
    ):
        tree = plant(*read(source))
        verb = next(n for n in range(len(tree)) if tree.relations[n] == "xcomp")
        assert (tree.head(3), tree.head(verb), tree.head(4), tree.relations[4]) == (-1, 3, verb, "mark")
        assert tree.first(3, "nsubj") == 1
        assert [c.certainty for c in annotated(source).claims] == ["expected"]


def test_a_reason_stays_a_reason() -> None:
    """What was due to rain is left as it was read: a bare noun, and nothing that sets a day for it."""
    source = "The:DT:2:det delay:NN:6:nsubj is=be:VBZ:6:cop due:JJ:6:case to:IN:4:fixed rain:NN:0:root .:.:6:punct"
    tree = plant(*read(source))
    assert (tree.head(5), tree.head(3), tree.relations[4]) == (-1, 5, "fixed")
    assert [c.certainty for c in annotated(source).claims] == ["asserted"]


def test_a_verb_beside_due_is_hung_under_it() -> None:
    """In "sat and is due to rule" the ruling was read as a third thing done; it is what the court is due to do."""
    tree = plant(
        *read(
            "The:DT:2:det court:NN:3:nsubj sat=sit:VBD:0:root and:CC:6:cc is=be:VBZ:6:cop due:JJ:3:conj "
            "to:IN:6:fixed rule:VB:3:conj soon:RB:8:advmod .:.:3:punct"
        )
    )
    assert (tree.head(5), tree.head(7), tree.relations[7], tree.head(6)) == (2, 5, "xcomp", 7)
