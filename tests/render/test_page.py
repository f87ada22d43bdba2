"""The page as a document: complete, safe, verbatim, with an address for everything."""

import base64
import hashlib
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.page_reader import check_passages, read
from tests.render.stories import EMPTY, bridge, many
from variorum.model import Dossier, Report, Segment
from variorum.render import to_html

SECTIONS = ("disagree", "came-true", "when", "told-by-many", "who-says-what", "from-whom", "only-here", "set-aside")


@pytest.fixture(scope="module")
def page() -> str:
    """The rich story's page."""
    return to_html(bridge())


def test_every_quotation_is_verbatim(page: str) -> None:
    """Each quoted line's words are the characters of its report at the offsets that it names."""
    assert check_passages(page, bridge()) > 60


def test_every_link_has_a_target_and_every_id_is_unique(page: str) -> None:
    """Without script each internal link still leads somewhere, and no address is given twice."""
    reader = read(page)
    assert [name for name, count in Counter(reader.ids).items() if count > 1] == []
    internal = {href[1:] for href in reader.hrefs if href.startswith("#")}
    assert internal - set(reader.ids) == set()


def test_cards_and_points_have_their_own_address(page: str) -> None:
    """Conflicts, developments, quotations and all points can be linked to."""
    dossier = bridge()
    wanted = {item.id for part in (dossier.conflicts, dossier.developments, dossier.quotations) for item in part}
    wanted |= {point.id for point in dossier.points}
    assert wanted <= set(read(page).ids)


def test_sections_stand_in_order_and_say_when_they_are_empty(page: str) -> None:
    """Eight sections, whatever the dossier holds; an empty one has a line that says so."""
    for html in (page, to_html(EMPTY)):
        sections = [values["id"] for tag, values in read(html).tags if tag == "section" and values.get("id")]
        assert sections[:8] == list(SECTIONS)
    assert to_html(EMPTY).count('class="none"') >= 8


def test_nothing_of_a_report_becomes_markup(page: str) -> None:
    """Hostile headlines, outlets and sentences add no element, attribute or template result."""
    reader = read(page)
    assert "img" not in {tag for tag, _ in reader.tags}
    assert not [name for _, values in reader.tags for name in values if name.startswith("on")]
    assert len(reader.scripts) == len(reader.styles) == 1
    assert "owned" not in reader.scripts[0]
    assert "{{ 7*7 }}" in page
    assert not [href for href in reader.hrefs if not href.startswith(("#", "http://", "https://"))]


def test_policy_allows_only_the_pages_own_script_and_style(page: str) -> None:
    """The policy names the digests of exactly the script and the style that are there, and no source besides."""
    reader = read(page)
    policy = next(v["content"] or "" for t, v in reader.tags if v.get("http-equiv") == "Content-Security-Policy")
    for text in (reader.scripts[0], reader.styles[0]):
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not [values for _, values in reader.tags if "style" in values or "src" in values]


def test_certainty_is_never_colour_alone(page: str) -> None:
    """Every filled cell of the matrix names its report and how surely it tells the point."""
    cells = [values for _, values in read(page).tags if "cell" in (values.get("class") or "").split()]
    assert len(cells) > 15
    assert all(": " in (values["aria-label"] or "") for values in cells)


def test_what_made_a_card_stands_behind_a_small_why(page: str) -> None:
    """A point names its pairs and the neighbour that was refused, with a link to its point; a conflict its sum."""
    point = page.split('<tr id="p1"', 1)[1].split("</tr>", 1)[0]
    assert "<summary>Why</summary>" in point
    assert "0.40 was needed on the mean of their pairs" in point
    assert "one denies what the other tells" in point
    assert 'href="#p3"' in point
    conflict = page.split('id="x1" data-card', 1)[1].split("</article>", 1)[0]
    assert "In all 0.75; 0.50 was needed" in conflict
    assert conflict.index("+1.00") < conflict.index("−0.25")
    single = page.split('<li id="p7"', 1)[1].split("</li>", 1)[0]
    assert "<summary>Why</summary>" not in single, "nothing was weighed there"


def test_a_report_without_an_outlet_goes_by_its_file_or_host() -> None:
    """What is no outlet's name does not look like one."""
    report = Report("lone", "papers/lone.txt", "Rain fell.", (Segment(0, 10, "body"),), "0" * 64, title="Rain")
    assert ">lone.txt<" in to_html(replace(EMPTY, reports=(report,)))
    online = replace(report, url="https://www.harbour.example/rain?day=1")
    assert ">harbour.example<" in to_html(replace(EMPTY, reports=(online,)))


def test_same_dossier_same_bytes() -> None:
    """Rendering twice gives the same page."""
    assert to_html(bridge()) == to_html(bridge())


def test_size_budgets() -> None:
    """Five reports stay under 1 MB, forty under 5 MB, and the forty are all verbatim."""
    assert len(to_html(bridge()).encode()) < 1_000_000
    forty = many(40)
    html = to_html(forty)
    assert len(html.encode()) < 5_000_000
    assert check_passages(html, forty) > 1_000


def test_one_report_and_unknown_parts() -> None:
    """A single report without outlet, title, day or language still has a page."""
    report = Report("lone", "lone.txt", "Rain fell.", (Segment(0, 10, "body"),), "0" * 64)
    html = to_html(replace(EMPTY, reports=(report,)))
    assert "day unknown" in html
    assert "Rain fell." in html


@settings(deadline=None, max_examples=40)
@given(text=st.text(st.characters(codec=None), min_size=1, max_size=80), start=st.integers(0, 79))
def test_any_text_renders_and_keeps_its_length(text: str, start: int) -> None:
    """Whatever a report holds, the page can be written and its text has as many characters as the report."""
    report = Report("wild", "wild.txt", text, (Segment(0, len(text), "body"),), "0" * 64, outlet=text, title=text)
    dossier: Dossier = replace(EMPTY, reports=(report,))
    html = to_html(dossier)
    html.encode()
    block = html.split('class="seg body" data-s="0">', 1)[1].split("</p>", 1)[0]
    shown = read(f"<q data-r='x' data-s='0' data-e='1'>{block}</q>").passages[0].text
    assert len(shown) == len(text)
    assert start >= 0
