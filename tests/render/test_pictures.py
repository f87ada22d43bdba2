"""The two pictures: drawn without script, legible with few and many, the same whatever the order."""

import re
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.stories import EMPTY, bridge, many
from variorum.model import Moment, TimelineEntry
from variorum.render.index import index_dossier
from variorum.render.origins_picture import LETTER, MOST_EDGES, MOST_ORIGINS, WIDTH, draw_origins, wrap
from variorum.render.timeline_picture import MOST_ROWS, draw_timeline, drawn_rows, shorten, timeline_rows


def test_days_are_dots_and_longer_moments_bars() -> None:
    """A day is a circle, a month a bar; what was only announced is hollow, the main event larger."""
    index = index_dossier(bridge())
    picture = str(draw_timeline(index, timeline_rows(index)))
    assert len(re.findall(r'<circle class="mark main" [^>]*r="7"', picture)) == 4
    assert len(re.findall(r'<rect class="mark open', picture)) == 3
    assert 'class="mark open about"' in picture
    assert picture.count('class="badge"') == 4  # a report whose day is unknown has no tick


def test_background_lies_before_the_broken_axis() -> None:
    """What is years older stands left of the days of the reports, behind a broken axis."""
    index = index_dossier(bridge())
    picture = str(draw_timeline(index, timeline_rows(index)))
    assert "earlier" in picture
    first = float(re.search(r'<rect class="mark" x="([\d.]+)"', picture)[1])  # type: ignore[index]
    main = float(re.search(r'<circle class="mark main" cx="([\d.]+)"', picture)[1])  # type: ignore[index]
    assert first < main


def test_pictures_are_capped() -> None:
    """Forty reports draw no more rows and edges than a reader can follow, and the picture says it is not all."""
    index = index_dossier(many(40))
    assert len(drawn_rows(timeline_rows(index))) == MOST_ROWS
    picture, complete = draw_origins(index)
    assert str(picture).count('class="road') - 1 <= MOST_EDGES
    assert not complete


def test_roads_are_as_thick_as_their_claims() -> None:
    """The road with most claims is the thickest, and a road with half as many half as thick."""
    picture, complete = draw_origins(index_dossier(bridge()))
    widths = {
        int(count): float(width)
        for width, count in re.findall(r'stroke-width="([\d.]+)"><title>(\d+)</title>', str(picture))
    }
    assert complete
    assert widths[max(widths)] == 14.0
    assert widths[1] == 14.0 / max(widths)


def test_long_names_stay_inside_the_picture() -> None:
    """However many origins stand side by side, a long name at the edge moves inwards instead of being cut off."""
    dossier = bridge()
    name = "Instituto Meteorológico Extraordinario de las Municipalidades"
    named = replace(dossier, origins=tuple(replace(origin, name=name) for origin in dossier.origins))
    picture = str(draw_origins(index_dossier(named))[0])
    labels = re.findall(r'<tspan x="([\d.]+)" y="[\d.]+">([^<]+)</tspan>', picture)
    assert len(labels) >= MOST_ORIGINS
    for x, words in labels:
        assert LETTER * len(words) / 2 <= float(x) + 0.1
        assert float(x) - 0.1 <= WIDTH - LETTER * len(words) / 2


def test_empty_dossier_has_no_pictures() -> None:
    """Nothing to draw gives no picture at all."""
    index = index_dossier(EMPTY)
    assert draw_timeline(index, timeline_rows(index)) == ""
    assert draw_origins(index) == ("", True)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.dates(), st.integers(0, 4000), st.booleans()).map(
            lambda part: TimelineEntry(
                Moment(part[0], date.fromordinal(min(date.max.toordinal(), part[0].toordinal() + part[1])), "range"),
                (),
                main=part[2],
            )
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_days_stay_inside_the_picture(entries: list[TimelineEntry]) -> None:
    """Whatever the days, from the first year to the last, every mark lies inside the frame."""
    index = index_dossier(replace(bridge(), timeline=tuple(entries)))
    picture = str(draw_timeline(index, drawn_rows(timeline_rows(index))))
    for left, width in re.findall(r'<rect class="mark[^"]*" x="([\d.-]+)" y="[\d.]+" width="([\d.-]+)"', picture):
        assert float(left) >= 0
        assert float(width) > 0
        assert float(left) + float(width) <= 880
    for middle in re.findall(r'<circle class="mark[^"]*" cx="([\d.-]+)"', picture):
        assert 0 <= float(middle) <= 880


def test_long_names_are_cut_at_words() -> None:
    """Labels fit their place: cut at a word's end with an ellipsis, broken into three lines at most."""
    assert shorten("The bridge was closed on Wednesday", 20) == "The bridge was…"
    assert shorten("short", 20) == "short"
    assert wrap("Ministry of Foreign Affairs of the Outlying Islands", 13, 3)[:2] == ["Ministry of", "Foreign"]
    assert all(len(line) <= 15 for line in wrap("Donaudampfschifffahrtsgesellschaft " * 5, 13, 3))
