"""One voice's same words in different wordings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.stories import Told, report, story_of
from variorum.align import match_quotations
from variorum.align.spoken import Spoken, inside_quotes, longest_run, spoken_claims
from variorum.model import Entity, Span, Story

DIRECT = "We shall rebuild the northern lighthouse before the autumn storms"
TURNED = "they would rebuild the northern lighthouse ahead of the autumn storms"
OTHER = "The harbour fees are to fall by a tenth next spring"

PEOPLE = {"e1": "Ada Holt", "e2": "Karl Reiner"}


def _story(*tolds: Told, frames: tuple[str, ...]) -> Story:
    """Return a story in which each claim stands inside its report's frame ("{}" is the words)."""
    texts: dict[str, list[str]] = {}
    for told, frame in zip(tolds, frames, strict=True):
        texts.setdefault(told.report, []).append(frame.format(told.words))
    return story_of([report(name, *lines) for name, lines in texts.items()], tolds, PEOPLE)


def test_two_translations_are_variants_longest_first() -> None:
    """Direct and indirect wordings of one voice meet; the longer stands first, and the words are given."""
    story = _story(
        Told("a", DIRECT, "rebuild", voice="e1", says="Ada Holt", mode="direct"),
        Told("b", TURNED, "rebuild", voice="e1", says="Holt"),
        Told("b", OTHER, "fall", voice="e1", says="Holt"),
        Told("c", "Rain fell over the northern capital", "fell"),
        frames=('"{}," Ada Holt said.', "Holt said {}.", "{}, Holt said.", "{}."),
    )
    (quotation,) = match_quotations(story)
    words = [story.passage(span) for span in quotation.words]
    assert words == sorted([DIRECT, TURNED], key=len, reverse=True)
    assert quotation.voice == "e1"
    assert quotation.id == "q1"


def test_other_voices_words_are_no_variant() -> None:
    """Two people who say the same are two quotations of one wording, not one in two."""
    story = _story(
        Told("a", DIRECT, "rebuild", voice="e1", says="Ada Holt"),
        Told("b", TURNED, "rebuild", voice="e2", says="Karl Reiner"),
        Told("b", OTHER, "fall", voice="e2", says="Reiner"),
        Told("c", "Rain fell over the northern capital", "fell"),
        frames=("Ada Holt said: {}.", "Karl Reiner said {}.", "{}, Reiner said.", "{}."),
    )
    assert match_quotations(story) == ()


def test_a_ministry_and_its_minister_can_be_one_voice() -> None:
    """One report names who spoke, the other whom they spoke for."""
    story = _story(
        Told("a", DIRECT, "rebuild", voice="e1", says="Ada Holt"),
        Told("b", TURNED, "rebuild", voice="e3", says="Harbour Board"),
        Told("b", OTHER, "fall", voice="e3", says="Harbour Board"),
        Told("c", "Rain fell over the northern capital", "fell"),
        frames=("Ada Holt said: {}.", "The Harbour Board said {}.", "{}, it said.", "{}."),
    )
    board = Entity("e3", "organization", "Harbour Board", ("Harbour Board",), ())
    (quotation,) = match_quotations(replace(story, entities=(*story.entities, board)))
    assert len(quotation.variants) == 2


def test_what_nobody_says_is_no_quotation() -> None:
    """A report's own words, however alike, are copies or points, not quotations."""
    story = _story(Told("a", OTHER, "fall"), Told("b", OTHER, "fall"), frames=("{}.", "{}."))
    assert match_quotations(story) == ()


def test_quoted_words_without_a_known_voice_still_meet() -> None:
    """Quotation marks alone make words somebody's; where one voice is known it is the quotation's."""
    story = _story(
        Told("a", DIRECT, "rebuild", voice="e1", says="Ada Holt", mode="direct"),
        Told("b", DIRECT, "rebuild"),
        frames=("“{},” Ada Holt said.", "“{}.”"),
    )
    (quotation,) = match_quotations(story)
    assert quotation.voice == "e1"


def test_one_sentence_cut_twice_is_one_variant() -> None:
    """A clause inside its own sentence is no second wording of it."""
    story = _story(
        Told("a", DIRECT, "rebuild", voice="e1", says="Ada Holt"),
        frames=("“{},” Ada Holt said.",),
    )
    inner = Told("a", "rebuild the northern lighthouse", "rebuild", voice="e1", says="Ada Holt")
    outer = Told("a", DIRECT, "rebuild", voice="e1", says="Ada Holt")
    assert match_quotations(story_of(story.reports, [outer, inner])) == ()


def _spoken(story: Story) -> list[Spoken]:
    return spoken_claims(story)[1]


def test_short_words_in_quotation_marks_is_somebodys_words() -> None:
    """Words that say little count inside quotation marks; a small clause of nobody's does not."""
    story = _story(
        Told("a", "Tell me who you are", "Tell", voice="e1", says="Holt", mode="direct"),
        Told("a", "Who were they", "were"),
        frames=("“{},” Holt said.", "{}."),
    )
    assert [s.view.text for s in _spoken(story)] == ["Tell me who you are"]


def test_straight_single_marks_quote_and_apostrophes_do_not() -> None:
    """A pair of straight single marks holds words, an apostrophe inside them or outside opens and ends nothing."""
    text = "The workers' hall was 'all but empty, and it's cold' on the mayor's arrival"
    (found,) = inside_quotes(text, Span("a", 0, len(text)))
    assert text[slice(*found)] == "all but empty, and it's cold"


def test_parts_of_a_quotation_are_no_quotations_of_their_own() -> None:
    """Two reports with one sentence have one quotation, not one more for each clause of it."""
    whole = "We shall rebuild the northern lighthouse and we shall dredge the silted southern channel"
    first, second = whole.split(" and ")
    tolds = [
        Told(name, words, head, voice="e1", says="Ada Holt", mode="direct")
        for name in "ab"
        for words, head in ((whole, "rebuild"), (first, "rebuild"), (second, "dredge"))
    ]
    framed = _story(*tolds[::3], frames=("“{},” Ada Holt said.", "“{},” Ada Holt said."))
    (quotation,) = match_quotations(story_of(framed.reports, tolds, PEOPLE))
    assert [framed.passage(span) for span in quotation.words] == [whole, whole]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["storm", "harbour", "of", "the", "mayor"]), min_size=3, max_size=12), st.integers(0, 3)
)
def test_the_longest_run_is_the_same_either_way(words: list[str], cut: int) -> None:
    """What two passages share in a row does not depend on which comes first, and a cut shares all that it has."""
    told = " ".join(words)
    shorter = " ".join(words[cut:]) or told
    story = _story(
        Told("a", f"Ada {told}", "Ada", voice="e1", says="Holt", mode="direct"),
        Told("b", f"Bea {shorter}", "Bea", voice="e1", says="Holt", mode="direct"),
        frames=("“{}.”", "“{}.”"),
    )
    found = _spoken(story)
    if len(found) == 2:
        assert longest_run(*found) == longest_run(*found[::-1])
        assert longest_run(*found) == min(8, len(shorter.split()))


def test_the_longest_words_come_first_not_the_longest_sentence() -> None:
    """A short quotation in a long sentence does not stand before a long quotation."""
    framed = f"After long talks in the hall they chose to “{DIRECT[9:]}”"
    story = _story(
        Told("a", DIRECT, "rebuild", voice="e1", says="Ada Holt", mode="direct"),
        Told("b", framed, "chose", voice="e1", says="Ada Holt", mode="mixed"),
        Told("b", OTHER, "fall", voice="e1", says="Holt"),
        Told("c", "Rain fell over the northern capital", "fell"),
        frames=("“{},” Ada Holt said.", "{}, Ada Holt said.", "{}, Holt said.", "{}."),
    )
    (quotation,) = match_quotations(story)
    assert len(framed) > len(DIRECT)
    assert [story.passage(span) for span in quotation.words] == [DIRECT, DIRECT[9:]]
