"""When things happened, and which report tells or leaves out what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.stories import Told, alone, story
from variorum.compare import build_timeline, compare_coverage, trace_origins
from variorum.model import Moment, Span, Story, TimeExpression

FIRE, HISTORY = date(2031, 5, 5), date(1989, 1, 1)


def _told() -> Story:
    return story(
        {
            "a": [
                Told("The mill burned on Monday", "burned", day=FIRE),
                Told("It was built in 1989", "built", day=HISTORY, last_day=date(1989, 12, 31)),
            ],
            "b": [Told("Fire took the mill on Monday", "took", day=FIRE), Told("Nobody was hurt", "hurt", "denied")],
            "c": [
                Told("The mill is gone since Monday", "gone", day=FIRE),
                Told("It is to be rebuilt on Friday", "rebuilt", "expected", day=date(2031, 5, 9)),
            ],
            "d": [Told("Nobody came to harm", "came", "denied")],
        }
    )


TOGETHER = (["a.c1", "b.c1", "c.c1"], ["b.c2", "d.c1"])


def test_each_happening_stands_once_on_its_days() -> None:
    """Three tellings of one fire are one entry; undated claims are none; entries are in order of days."""
    told = _told()
    entries = build_timeline(told, trace_origins(told, alone(told, *TOGETHER), ()).points)
    assert [(e.moment.first, e.claims) for e in entries] == [
        (HISTORY, ("a.c2",)),
        (FIRE, ("a.c1", "b.c1", "c.c1")),
        (date(2031, 5, 9), ("c.c2",)),
    ]


def test_the_main_event_is_told_apart() -> None:
    """What most reports tell is main; history is not; a mere plan is announced."""
    told = _told()
    history, fire, plan = build_timeline(told, trace_origins(told, alone(told, *TOGETHER), ()).points)
    assert (history.main, fire.main) == (False, True)
    assert (fire.announced, plan.announced) == (False, True)


def test_one_point_on_two_days_is_two_entries() -> None:
    """Reports that date one point differently are shown on both days."""
    told = story(
        {
            "a": [Told("The mill burned", "burned", day=FIRE)],
            "b": [Told("The mill burned", "burned", day=date(2031, 5, 6))],
        }
    )
    entries = build_timeline(told, trace_origins(told, alone(told, ["a.c1", "b.c1"]), ()).points)
    assert [e.claims for e in entries] == [("a.c1",), ("b.c1",)]
    assert len({e.point for e in entries}) == 1


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(4)))
def test_the_order_of_points_changes_nothing(order: list[int]) -> None:
    """Timeline and coverage are the same for points in any order."""
    told = _told()
    points = trace_origins(told, alone(told, *TOGETHER), ()).points
    shuffled = [points[i] for i in order]
    assert build_timeline(told, shuffled) == build_timeline(told, points)
    assert compare_coverage(told, shuffled) == compare_coverage(told, points)


def test_coverage_names_what_is_alone_and_what_is_lacking() -> None:
    """A report has alone what no other tells, and lacks what more than half of the others tell."""
    told = _told()
    points = trace_origins(told, alone(told, *TOGETHER), ()).points
    by_report = {c.report: c for c in compare_coverage(told, points)}
    ids = {p.claims: p.id for p in points}
    assert by_report["a"].only == (ids[("a.c2",)],)
    assert by_report["d"].only == ()
    assert by_report["d"].lacks == (ids[("a.c1", "b.c1", "c.c1")],)
    assert by_report["b"].lacks == ()


def _year(year: int, *, on: bool = False) -> Moment:
    return Moment(date(year, 1, 1), date(year, 12, 31), "year", open_end=on)


def _with_times(words: str, *times: tuple[str, Moment], day: date | None = None) -> Story:
    told = story({"a": [Told(words, words.split()[1], day=day)]})
    spans = [Span("a", words.index(text), words.index(text) + len(text)) for text, _ in times]
    return replace(told, times=tuple(TimeExpression(s, m) for s, (_, m) in zip(spans, times, strict=True)))


def test_since_when_something_goes_on_is_an_entry_though_the_claim_has_another_moment() -> None:
    """What has gone on since a year stands by that year, with a claim's own day or without one."""
    words, since = "Mara sails the ferry since 2029", ("since 2029", _year(2029, on=True))
    for day in (None, FIRE):
        told = _with_times(words, since, day=day)
        days = {e.moment.first: e.claims for e in build_timeline(told, ())}
        assert days[date(2029, 1, 1)] == ("a.c1",)
        assert (FIRE in days) == (day is not None)


def test_each_of_several_moments_in_a_row_is_an_entry() -> None:
    """Of years in a row each has its entry; a year elsewhere in the claim, not joined to them, has none."""
    years = (("1961", _year(1961)), ("2000", _year(2000)), ("2021", _year(2021)))
    row = _with_times("Treaties signed in 1961, 2000 and 2021 end", *years, day=FIRE)
    assert {e.moment.first.year for e in build_timeline(row, ())} == {2031, 2000, 2021}
    apart = _with_times("Treaties signed in 1961 were renewed later in 2000 by all", *years[:2], day=FIRE)
    assert {e.moment.first.year for e in build_timeline(apart, ())} == {2031}
