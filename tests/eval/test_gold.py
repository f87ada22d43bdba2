"""Reading and checking a careful reader's marks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eval.check_gold import faults, main
from eval.folding import fold, stands_alone
from eval.gold import Days, parse_days
from eval.gold_file import example_stories, load_gold, stories_below
from tests.eval.stories import GOLD, write_story


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2000", date(2000, 1, 1), date(2000, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (date(2030, 3, 4), date(2030, 3, 4), date(2030, 3, 4)),
        ("2024-06/2024-08", date(2024, 6, 1), date(2024, 8, 31)),
    ],
)
def test_days_of_a_value(value: object, first: date, last: date) -> None:
    """A year, a month, a day and a range each cover their own days."""
    assert parse_days(value) == Days(first, last)


def test_a_quotation_is_found_whatever_its_typography() -> None:
    """Curly quotes, dashes, line breaks, capitals and zero-width marks do not hide a quotation."""
    text = fold("He said:  \u201cThe\u200b Bridge \u2013\nis shut.\u201d")
    place = text.find('"the bridge - is shut."')
    assert place == (10, 34)
    assert text.count("the bridge - is") == 1


def test_a_short_name_inside_a_longer_one_does_not_count() -> None:
    """A name stands alone only where no longer name holds it, and capitals matter for acronyms."""
    names = ["Arden", "Arden University", "US"]
    assert not stands_alone("She went to Arden University.", "Arden", names)
    assert stands_alone("She left Arden University for Arden.", "Arden", names)
    assert not stands_alone("They told us.", "US", names)


def test_wrong_gold_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A quotation that stands nowhere or twice, a wrong class, role or name are each reported."""
    story = write_story(tmp_path / "bridge")
    assert faults(load_gold(story)) == []
    broken = GOLD.replace('"Two cars were stopped"', '"cars"', 1)
    broken = broken.replace('quote: "Three cars were stopped"', 'quote: "c"', 1).replace("value: denied", "value: sure")
    broken = broken.replace("role: title}", "role: header}", 1).replace("aliases: [Halvar]", "aliases: [Halverson]")
    (story / "gold.yaml").write_text(broken, encoding="utf-8")
    assert main([str(story)]) == 1
    told = capsys.readouterr().out
    assert all(word in told for word in ("north has", "no class sure", "no role header", "no report has 'Halverson'"))


def test_examples_have_sound_gold() -> None:
    """Every quotation in the examples' gold stands once in its report."""
    stories = example_stories()
    assert len(stories) >= 2
    assert {story.name: faults(load_gold(story)) for story in stories} == {story.name: [] for story in stories}


def test_stories_are_found_in_a_folder(tmp_path: Path) -> None:
    """A story is taken as it is, a folder gives the stories in it, and neither is an error."""
    story = write_story(tmp_path / "all" / "bridge")
    assert stories_below([tmp_path / "all", story]) == (story,)
    with pytest.raises(FileNotFoundError, match="no story"):
        stories_below([story / "reports"])
