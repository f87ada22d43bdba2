"""A story straight from the marked clauses: what the gold says stands in the claims."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from eval.oracle import gold_of, load_story, locate
from tests.eval.stories import write_story


def test_every_quoted_clause_is_one_claim(tmp_path: Path) -> None:
    """Claims are the clauses that any layer quotes, once each, with the characters of their report."""
    folder = write_story(tmp_path / "bridge")
    story = load_story(folder, vectors=False)
    words = [story.report(c.span.report).passage(c.span) for c in story.claims]
    assert len(words) == len(set(zip(words, (c.span.report for c in story.claims), strict=True)))
    assert {"Three cars were stopped", "Two cars were stopped", "it could open in May"} <= set(words)
    assert story.vectors.shape == (len(words), 384)
    assert not story.vectors.any()


def test_marks_go_before_guesses(tmp_path: Path) -> None:
    """Certainty, voice and day come from the gold where it marks them."""
    story = load_story(write_story(tmp_path / "bridge"), vectors=False)
    claims = {story.report(c.span.report).passage(c.span): c for c in story.claims}
    said = claims["it could open in May"]
    assert said.attribution is not None
    assert next(e.name for e in story.entities if e.id == said.attribution.voice) == "Rosa Lind"
    assert claims["denies that it knew of the crack"].certainty == "denied"
    told = claims["Engineers closed the Arden bridge on Monday"]
    assert told.moment is not None
    assert told.moment.first == date(2030, 3, 4)


def test_a_quotation_is_located_in_any_typography(tmp_path: Path) -> None:
    """Quotation marks of another kind do not hide a clause; one that is not there has no place."""
    assert gold_of(write_story(tmp_path / "bridge"))["story"] == "bridge"
    assert locate("He said “no”.", '"no"') == (8, 12)
    assert locate("He said “no”.", "yes") is None
