"""Roles of a pasted page's lines, told by form alone. All pages are invented."""

from __future__ import annotations

import pytest

from variorum.ingest.lines import split_units
from variorum.ingest.segments import segment_text
from variorum.model import Role

PARAGRAPH = (
    "The ferry left the harbour shortly after noon with forty passengers on board, the port authority said, "
    "although a storm had been announced for the afternoon."
)
OTHER = (
    "Two fishing boats and a helicopter searched the bay until nightfall, but found only a lifebelt and a "
    "wooden door that may have belonged to the ship."
)
THIRD = "Relatives of the crew waited at the pier, where the mayor told them that the search would go on at dawn."


def roles(*lines: str) -> list[Role]:
    """Return the role of each line of a page that has these lines as paragraphs."""
    return [segment.role for segment in segment_text("\n\n".join(lines))]


def role_in_text(line: str) -> Role:
    """Return the role of a line that stands between paragraphs of an article with a title."""
    return roles("Ferry Missing in the Bay of Orrin", PARAGRAPH, line, OTHER, THIRD)[2]


def role_at_end(line: str) -> Role:
    """Return the role of a line that stands under an article."""
    return roles("Ferry Missing in the Bay of Orrin", PARAGRAPH, OTHER, THIRD, line)[4]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Obi",
        "By Ada Obi and Ben Roy, The Orrin Herald",
        "BY ADA OBI",
        "Edited by Ben Roy.",
        "Source: The Orrin Herald and news agencies",
        "Ada Obi in Orrin contributed to this report.",
        "Reporting by Ada Obi; editing by Ben Roy",
    ],
)
def test_bylines(line: str) -> None:
    """Who wrote, edited or supplied the report, above it or below it."""
    assert role_at_end(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Updated March 3, 2021 at 14:30 PM ET",
        "Published March 3, 2021",
        "Last updated: 3 March 2021, 10:15 GMT",
        "Wed 3 Mar 2021 10.15 GMT",
        "2021-03-03 10:15",
        "Updated to include the mayor's remarks.",
        "Correction: An earlier version of this article misspelled the ship's name.",
    ],
)
def test_update_lines(line: str) -> None:
    """Lines that state when the page was published, updated or corrected."""
    assert roles("Ferry Missing in the Bay of Orrin", line, PARAGRAPH, OTHER)[1] == "update"
    assert role_at_end(line) == "update"


@pytest.mark.parametrize(
    "line",
    [
        "A lifebelt lies on the beach of Orrin on March 4, 2021. (Ada Obi/AP)",
        "A lifebelt lies on the beach of Orrin [Ada Obi/Reuters]",
        "The ferry in the harbour of Orrin last year./Sputnik",
        "FILE - In this March 3, 2019 file photo, the ferry leaves the harbour of Orrin.",
        "Mayor Ines Falk, right, speaks with relatives of the crew at the pier.",
        "The ferry Marta (pictured) was built forty years ago and had been repaired twice since",
        "Reuters The ferry was on its way to the islands when the storm broke",
        "Relatives wait at the pier on Tuesday. Photograph: Ada Obi/AFP/Getty Images",
        "Divers stand on the deck of a trawler on March 5, 2021.",
    ],
)
def test_captions(line: str) -> None:
    """Credits, places in the picture, file photos and the present tense of a dated scene make a caption."""
    assert role_in_text(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Sponsor Message",
        "Share this article",
        "Read more: Storm closes the islands' schools",
        "[Video shows the moment the ferry left the harbour]",
        "Subscribe to our newsletter",
        "STORM_ORRIN_03042021.2.jpg",
        "AFP via Getty Images",
        "Play Live Radio",
        "0:00 0:00",
        "___",
        "Advertisement Continue reading the main story",
    ],
)
def test_boilerplate_between_paragraphs(line: str) -> None:
    """Buttons, advertisements, links and file names are furniture wherever they stand."""
    assert role_in_text(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2021 The Orrin Herald",
        "© 2021 Orrin Media. All rights reserved.",
        "Leave a comment",
        "Back to Top",
        "Follow us on Twitter",
    ],
)
def test_boilerplate_at_the_end(line: str) -> None:
    """What stands under an article belongs to the page."""
    assert role_at_end(line) == "boilerplate"


@pytest.mark.parametrize("line", ["A night of waiting", "‘Nobody told us’", "#BringThemHome", "Why the ferry sailed"])
def test_headings(line: str) -> None:
    """Short lines without a full stop between paragraphs are headings."""
    assert role_in_text(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt.",
        "“We saw the light go out,” Falk said.",
        "On Monday, the port authority released a statement:",
        "The summit takes place on Tuesday.",
        "Rep. Ines Falk (R) announced on Tuesday that she would visit the pier.",
        "The storm is expected to reach the islands on Wednesday, and the schools will stay closed.",
        "Share prices of the shipping company fell by 4 percent, the stock exchange said on Tuesday evening.",
        "Waiting for you at the pier. pic.twitter.com/aB3dE — Port of Orrin (@portorrin) March 3, 2021",
        "Photographs of the ferry that were taken before it left show nothing out of the ordinary, Falk said.",
    ],
)
def test_body_is_not_over_marked(line: str) -> None:
    """Short sentences, lead-ins, tweets and sentences with furniture's words stay body."""
    assert role_in_text(line) == "body"


def test_the_head_of_a_page() -> None:
    """Player, title, standfirst, alternative text, caption, photographer, update line, text."""
    found = roles(
        "Play Live Radio",
        "Next Up:",
        "Ferry Missing in the Bay of Orrin",
        "Search to go on at dawn as relatives wait for news.",
        "The ferry Marta leaves the harbour of Orrin",
        "The ferry Marta leaves the harbour of Orrin on March 3, 2021.",
        "Ada Obi",
        "AFP via Getty Images",
        "Updated March 3, 2021 at 9:30 PM ET",
        "ORRIN — " + PARAGRAPH,
        OTHER,
    )
    assert found == [
        *("boilerplate", "boilerplate", "title", "standfirst", "caption", "caption"),
        *("boilerplate", "boilerplate", "update", "body", "body"),
    ]


def test_a_title_is_said_twice() -> None:
    """The page's title and the article's are both titles, the line with its comment count is not."""
    title = "Ferry missing in the bay after a storm"
    found = roles(title, title, "Islands, News No Comments on " + title, PARAGRAPH, OTHER)
    assert found == ["title", "title", "boilerplate", "body", "body"]


def test_a_page_without_a_title() -> None:
    """A caption that comes first is no title."""
    found = roles("The ferry Marta leaves the harbour of Orrin on March 3, 2021./Sputnik", PARAGRAPH, OTHER)
    assert found == ["caption", "body", "body"]


def test_links_under_their_heading_are_boilerplate_until_the_text_goes_on() -> None:
    """A list of links ends where a paragraph begins."""
    found = roles(
        "Ferry missing in the bay", PARAGRAPH, "Related Stories", "Storm closes schools", "Islands without power", OTHER
    )
    assert found == ["title", "body", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_what_follows_a_copyright_line_is_the_page() -> None:
    """Even sentences: a site that tells what it is."""
    found = roles(
        "Ferry missing in the bay",
        *(PARAGRAPH, OTHER, THIRD, PARAGRAPH.replace("noon", "one"), OTHER.replace("Two", "Three")),
        "Copyright 2021 The Orrin Herald",
        "The Orrin Herald is a paper for the islands and the coast, founded by fishermen in 1921.",
    )
    assert found[-2:] == ["boilerplate", "boilerplate"]


def test_questions_of_an_explainer_are_headings() -> None:
    """Two and more questions that paragraphs answer; a single one may be rhetorical."""
    assert roles("The ferry: what we know", "What happened?", PARAGRAPH, "Who was on board?", OTHER, THIRD) == [
        *("title", "heading", "body", "heading", "body", "body")
    ]
    assert role_in_text("Who was on board?") == "body"


def test_a_list_is_not_a_row_of_captions() -> None:
    """Lines without full stops in a row belong together and to the text."""
    found = roles(
        "Ferry missing in the bay",
        PARAGRAPH,
        "a lifebelt that carried the name of the ship and its home port",
        "a wooden door that was painted green on one side and white on the other",
        "a child's shoe that was found by a fisherman on the northern beach",
        OTHER,
    )
    assert found == ["title", "body", "body", "body", "body", "body"]


def test_wrapped_lines_are_paragraphs() -> None:
    """Text that was broken to a width, as in mail, is read by paragraphs: no line end makes a caption."""
    wrapped = (
        "The ferry left the harbour shortly after noon with\nforty passengers on board, the port authority said,\n"
    )
    text = "\n".join(f"{wrapped}although a storm had been announced for day {day}.\n" for day in range(5))
    segments = segment_text(text)
    assert [segment.role for segment in segments] == ["body"] * 5


def test_one_line_is_body() -> None:
    """Nothing sets a title off from a single line, so it is text."""
    assert roles("Ferry") == ["body"]


def test_one_broken_line_is_joined_where_it_goes_on() -> None:
    """A line that breaks off at a mail's width and goes on in lower case is one paragraph; a heading stays apart."""
    text = (
        "Crane falls onto the quay\n\nA loading crane fell onto a quay in Port Almery on Tuesday, the harbour\n"
        "authority said in the evening.\nWhat comes next\nthe inquiry opens on Friday.\n"
    )
    assert [unit.text.split("\n")[0][:12] for unit in split_units(text)] == [
        "Crane falls ",
        "A loading cr",
        "What comes n",
        "the inquiry ",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Orrin Herald, May 2, 2022",
        "The Orrin Packet, Sport, Monday 2 May 2022",
        "Falkenholm, 2 May 2022, 09:30 CET",
        "2 May 2022 - Tidings, staff",
    ],
)
def test_an_outlet_or_a_place_with_a_day_dates_the_page(line: str) -> None:
    """Above the text such a line states the page's day; between paragraphs it is a heading of any day."""
    assert roles(line, "Ferry goes missing in the bay", PARAGRAPH, OTHER)[:2] == ["update", "title"]
    assert roles("Ferry goes missing in the bay", line, PARAGRAPH, OTHER)[:2] == ["title", "update"]
    assert role_in_text(line) != "update"


def test_a_title_with_a_place_and_a_day_in_words_stays() -> None:
    """Words in small letters before the day tell of something."""
    assert roles("Ferry missing since May 2, 2022", PARAGRAPH, OTHER)[0] == "title"


@pytest.mark.parametrize("line", ["News › Shipping", "Home > World > Ferries", "Home / News / Orrin", "Sport » Rowing"])
def test_a_path_through_the_site_is_no_title(line: str) -> None:
    """Breadcrumbs above the headline are furniture, and the headline is the title."""
    assert roles(line, "Ferry goes missing in the bay", PARAGRAPH, OTHER)[:2] == ["boilerplate", "title"]


@pytest.mark.parametrize(
    "head",
    [
        ["THE ORRIN GAZETTE"],
        ["ORRIN OBSERVER", "Your bay, your paper"],
        ["The Orrin Herald", "Serving the bay since 1902"],
        ["Orrin Herald", "Fish and chips", "E-paper | Jobs | Tides | Weather"],
        ["The Orrin Lantern", "Falkenholm", "Monday, 2 May 2022"],
    ],
)
def test_a_masthead_is_no_title(head: list[str]) -> None:
    """The paper's name, its motto and its town are furniture; the headline below them is the title."""
    found = roles(*head, "Ferry goes missing in the bay", "By Ada Obi", PARAGRAPH, OTHER)
    assert set(found[: len(head)]) <= {"boilerplate", "update"}
    assert found[len(head) : len(head) + 2] == ["title", "byline"]


@pytest.mark.parametrize("line", ["CAPTAIN RESIGNS TODAY", "Your paper and your town", "The Missing Ferry"])
def test_a_headline_that_looks_like_a_masthead_stays(line: str) -> None:
    """Capitals, a motto's words or a name's form alone make no masthead over a line below the headline."""
    assert roles(line, "Search of the bay goes on at dawn", PARAGRAPH, OTHER)[0] == "title"
