"""One voice's same words in different wordings."""

from __future__ import annotations

from tests.align.stories import Told, report, story_of
from variorum.align import match_quotations
from variorum.model import Story

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
        frames=("Ada Holt said: {}.", "Karl Reiner said {}."),
    )
    assert match_quotations(story) == ()


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
