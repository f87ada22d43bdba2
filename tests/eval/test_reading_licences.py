"""What licenses a certainty is counted on predicates alone, and TimeBank's verbs are found in a reading."""

from eval.reading.licences import Event, located, near, verbs
from tests.annotate.readings import read


def test_a_word_that_licenses_is_looked_for_shortly_before() -> None:
    """The baseline sees a negation three words before, and none further off or behind."""
    words = ["It", "did", "not", "really", "quite", "sink"]
    assert near(words, 5, frozenset({"not"}))
    assert not near(words, 1, frozenset({"not"}))
    assert not near(["not", "a", "b", "c", "sink"], 4, frozenset({"not"}))


def test_verbs_keep_polarity_and_modality() -> None:
    """Nouns are left out, and so are verbs without a polarity; slips among the modalities count as none."""
    marked = [
        {"start": 0, "pos": "VERB", "polarity": "NEG", "modality": "would"},
        {"start": 9, "pos": "VERB", "polarity": "POS", "modality": "delete"},
        {"start": 20, "pos": "NOUN", "polarity": "NEG", "modality": None},
        {"start": 30, "pos": "VERB", "polarity": None, "modality": None},
        {"start": 40},
    ]
    assert verbs(marked) == [Event(0, True, True), Event(9, False, False)]


def test_an_event_is_found_by_its_first_character() -> None:
    """The verb's token begins where the event does; what no token begins with is left out."""
    _, reading = read("The:DT:2:det ferry:NN:3:nsubj sank:VBD:0:root .:.:3:punct")
    sank = Event(int(reading.start[2]), False, False)
    inside = Event(int(reading.start[2]) + 1, False, False)
    assert located(reading, [sank, inside]) == [(sank, 2)]
