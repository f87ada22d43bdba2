"""Markup that is made to be slow: it is cut or refused, and no word between tags is lost. All of it is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from variorum.errors import TooLargeError
from variorum.ingest import report_from_bytes
from variorum.ingest.markup import (
    DEEPEST,
    DEEPEST_TABLES,
    LONGEST_VALUE,
    MOST_ATTRIBUTES,
    MOST_TAGS,
    MOST_TEXT,
    bounded,
)

SENTENCE = "The ferry left the harbour after noon with forty passengers on board, the port authority said."
ARTICLE = (
    f"<article><h1>Ferry leaves late</h1>{''.join(f'<p>{number}. {SENTENCE}</p>' for number in range(9))}</article>"
)


def deepest(markup: str) -> int:
    """Return how deep the elements of a page stand in one another, as the parser sees them."""
    tree = lxml_html.document_fromstring(markup)
    return max(sum(1 for _ in element.iterancestors()) for element in tree.iter())


def test_a_page_as_people_write_them_passes_to_the_character() -> None:
    """Nothing is cut from a page with attributes in every style, code, comments and an unclosed tag."""
    page = (
        "<!DOCTYPE html><html lang=en><head><title>A > B</title><script>if (a<b) {'</div>'}</script>"
        "<style>p > b {}</style></head><body class='a b' data-x=\"1 > 0\"><!-- <div> --><p>One<br/>two"
        f"<img alt='5 > 4' src=x><b>three<p>four</b></span>{ARTICLE}</body>"
    )
    assert bounded(page, "x") == page


@pytest.mark.parametrize("values", ["a{n}='{n}'", 'b{n}="{n}"', "c{n}={n}", "d{n}"])
def test_thousands_of_attributes_are_cut_to_the_first(values: str) -> None:
    """A tag keeps its first attributes, its class among them, and the page is read as without the others."""
    crowd = " ".join(values.format(n=number) for number in range(3_000))
    page = f"<html><body><div class='lead' {crowd}>{ARTICLE}</div></body></html>"
    cut = bounded(page, "x")
    element = lxml_html.document_fromstring(cut).find(".//div")
    assert element is not None
    assert element.get("class") == "lead"
    assert len(element.attrib) == MOST_ATTRIBUTES
    assert SENTENCE in report_from_bytes(page.encode(), "x.html").text


def test_a_picture_inside_an_attribute_is_left_out_and_its_neighbours_stay() -> None:
    """A value of megabytes goes, whatever stands inside it; the attributes around it remain."""
    page = f"<img class='wide' src='data:{'>' * 2 * LONGEST_VALUE}' alt='the pier'><p>text</p>"
    assert bounded(page, "x") == "<img class='wide' alt='the pier'><p>text</p>"


@pytest.mark.parametrize("tag", ["div", "span", "b", "figcaption"])
@pytest.mark.parametrize("closed", [True, False])
def test_deep_nesting_becomes_shallow_and_keeps_the_article(tag: str, closed: bool) -> None:
    """What is opened thousands of levels deep is read as if it stood under the deepest level that is kept."""
    page = f"<html><body>{f'<{tag}>' * 5_000}{ARTICLE}{f'</{tag}>' * 5_000 * closed}</body></html>"
    cut = bounded(page, "x")
    assert deepest(cut) <= DEEPEST + 10
    assert cut.count(SENTENCE) == page.count(SENTENCE)
    assert "8. " + SENTENCE in report_from_bytes(page.encode(), "x.html").text


def test_tables_in_tables_stay_within_what_the_parser_follows() -> None:
    """Rows and cells close by themselves and are not counted, and still the depth is bounded."""
    assert deepest(bounded("<table><tr><td>" * 500 + ARTICLE, "x")) < 250


@pytest.mark.parametrize("closed", [True, False])
def test_a_table_that_stands_too_deep_in_others_gives_them_its_rows(closed: bool) -> None:
    """As many levels as are kept, all that the cells say, and the article is found; a table beside them counts anew."""
    levels = 300
    cells = "".join(f"<table><tr><td>cell {number} " for number in range(levels))
    page = f"<html><body>{cells}{ARTICLE}{'</td></tr></table>' * levels * closed}</body></html>"
    cut = bounded(page, "x")
    assert cut.count("<table>") == DEEPEST_TABLES
    tables = lxml_html.document_fromstring(cut).iter("table")
    assert max(sum(1 for _ in table.iterancestors("table")) for table in tables) < DEEPEST_TABLES
    assert all(f"cell {number} " in cut for number in range(levels))
    assert "8. " + SENTENCE in report_from_bytes(page.encode(), "x.html").text
    layout = ("<table><tr><td>" * DEEPEST_TABLES + ARTICLE + "</td></tr></table>" * DEEPEST_TABLES) * 3
    assert bounded(layout, "x") == layout


@pytest.mark.parametrize(
    "page",
    ["<p>" * (MOST_TAGS + 1), "<script>" * (MOST_TAGS + 1), "<" * (MOST_TEXT + 1), "<p>" + "word " * MOST_TEXT],
    ids=["tags", "code that nothing closes", "brackets", "text"],
)
def test_what_no_page_is_is_refused(page: str) -> None:
    """A page of more tags or more text than any article's is too large, and says so before it is parsed."""
    with pytest.raises(TooLargeError):
        bounded(f"<html><body>{page}", "x")


@pytest.mark.parametrize(
    "page",
    ["<html><body " + "x" * 19_000_000 + ">", "<html><body><div " + "a " * 9_000_000, "<div a='" + "x" * 19_000_000],
    ids=["one name", "one tag", "one value"],
)
def test_twenty_megabytes_of_one_tag_end_at_once(page: str) -> None:
    """The tag is passed over once; what is left of it is its own name and few attributes, or that one long name."""
    cut = bounded(page, "x")
    assert cut == page or len(cut) < 10_000


PARTS = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<b ",
        "<p>",
        "</p>",
        "<a href='",
        '"',
        ">",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<",
        "word ",
    ]
)


@settings(deadline=None, max_examples=50)
@given(st.lists(PARTS, max_size=60))
def test_any_short_markup_passes_unchanged(parts: list[str]) -> None:
    """Markup that is neither long nor deep comes out as it came in, however broken."""
    markup = "".join(parts)
    assert bounded(markup, "x") == markup
