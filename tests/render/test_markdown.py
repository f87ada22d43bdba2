"""The dossier as text: the same sections, every quotation with a number that leads to its words."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.stories import EMPTY, bridge
from variorum.render import to_markdown
from variorum.render.markdown_text import escape_markdown

SECTIONS = ("Disagree", "Came true?", "When", "Told by many", "Who says what", "From whom", "Only here", "Set aside")


def test_sections_stand_in_order() -> None:
    """All eight sections, numbered, then the references, also for an empty dossier."""
    for dossier in (bridge(), EMPTY):
        found = re.findall(r"^## (.*)$", to_markdown(dossier), flags=re.M)
        assert found == [*(f"{number}. {name}" for number, name in enumerate(SECTIONS, start=1)), "References"]


def test_every_number_has_its_reference() -> None:
    """Each number used in the text stands once among the references, from 1 without a gap."""
    body, references = to_markdown(bridge()).split("## References")
    used = {int(number) for number in re.findall(r"(?<!\\)\[(\d+)\]", body)}
    listed = [int(number) for number in re.findall(r"^\[(\d+)\]", references, flags=re.M)]
    assert used == set(listed)
    assert listed == list(range(1, len(listed) + 1))


def test_references_cite_report_day_and_words() -> None:
    """A reference names letter, outlet, day, characters and the quoted words."""
    references = to_markdown(bridge()).split("## References")[1]
    assert re.search(
        r"\] D, The Northern Ledger, 15 March 2025, characters \d+–\d+: “Six people were injured, two of them badly”",
        references,
    )


def test_markup_in_reports_stays_text() -> None:
    """Tags and Markdown marks from reports are escaped."""
    text = to_markdown(bridge())
    assert not re.search(r"(?<!\\)<", text)
    assert r"\<script\>" in text


def test_conflicts_show_value_origins_and_marked_clause() -> None:
    """A conflict's side gives its value, its independent origins, and the clause with the value in bold."""
    text = to_markdown(bridge())
    assert "### people hurt (how many, x1)" in text
    assert "**6** (3 independent origins: Radio Halden," in text
    assert "“**Some six** people were injured.”" in text
    assert "older or provisional" in text


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60))
def test_escaped_text_is_one_line_and_loses_only_white_space(text: str) -> None:
    """Escaping joins white space and adds backslashes and references, nothing else."""
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    plain = re.sub(r"\\([\\`*_{}\[\]<>#|~.)+=-])", r"\1", escaped).replace("&amp;", "&")
    assert plain == " ".join(text.split())
