"""What headlines leave out."""

from __future__ import annotations

from tests.annotate.readings import annotated, claim
from variorum.model import Role

TITLE: dict[int, Role] = {0: "title"}
TO_QUIT = "Minister:NN:0:root to:TO:3:mark quit:VB:1:acl in:IN:5:case June:NNP:3:obl"
BRIDGE = "Mayor:NN:2:nsubj says:VBZ:0:root bridge:NN:2:obj to:TO:5:mark reopen:VB:3:acl Friday:NNP:5:obl"


def test_an_infinitive_is_the_predicate_of_a_headline() -> None:
    """`Minister to quit` tells what is to come, and its head is the quitting."""
    found = claim(annotated(TO_QUIT, roles=TITLE), "Minister to quit in June")
    assert (found.certainty, found.lemma, found.kind) == ("expected", "quit", "clause")


def test_what_a_headline_reports_is_to_come() -> None:
    """`Mayor says bridge to reopen` gives the mayor's words as a forecast."""
    found = claim(annotated(BRIDGE, roles=TITLE), "bridge to reopen Friday")
    assert (found.certainty, found.lemma) == ("expected", "reopen")
    assert found.attribution is not None


def test_body_text_is_left_as_it_was_read() -> None:
    """In a sentence of the body the same words are no forecast by themselves."""
    assert all(c.lemma != "quit" for c in annotated(TO_QUIT).claims if c.kind == "clause" and c.certainty == "expected")
