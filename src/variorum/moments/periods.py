"""Longer periods by name: seasons, quarters, halves, fiscal years."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import full_year
from variorum.moments.grammar import Rule, Setting, operator, rule
from variorum.moments.lexicon import ordinal

REPORTED = 60
"""Days after its end in which a quarter is reported on, however the report is announced ("expects to post")."""


def choose(setting: Setting, candidates: list[Moment | None]) -> Moment | None:
    """Choose among the same period of several years, oldest first, by tense; without one, the last that has begun."""
    today = setting.today
    periods = [p for p in candidates if p is not None]
    if today is None or not periods:
        return None
    past = [p for p in periods if p.first <= today]
    future = [p for p in periods if p.last >= today]
    if setting.tense == "future" and future:
        return future[0]
    return past[-1] if past else None


def _years_around(setting: Setting) -> range:
    return range(setting.today.year - 2, setting.today.year + 3) if setting.today else range(0)


def _season_of_year(match: re.Match[str], setting: Setting) -> Moment | None:
    return almanac.season(full_year(match["year"], setting.today), match["season"].lower())


def _season(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "this spring", "last summer", "in the autumn"."""
    today, which = setting.today, (match["which"] or "").lower()
    seasons = [almanac.season(year, match["season"].lower()) for year in _years_around(setting)]
    known = [s for s in seasons if s is not None]
    if today is None or not known:
        return None
    if which == "last":
        return [s for s in known if s.last < today][-1]
    if which in ("next", "coming"):
        return next(s for s in known if s.first > today)
    if which == "this past":
        return [s for s in known if s.first <= today][-1]
    if which == "this":
        return min(
            known,
            key=lambda s: (
                0 if s.contains(almanac.day(today)) else min(abs((s.first - today).days), abs((s.last - today).days))
            ),
        )
    return choose(setting, seasons)


def _fall_is_season(match: re.Match[str], setting: Setting) -> Moment | None:
    if re.match(r"\s+of\b", setting.after, re.I):
        return None  # "the fall of the wall", and "the summer of last year" is read as a whole
    if re.match(r"of(?!\s+the\s+(?:early|late|mid)\b)", match.group(), re.I):
        return None  # "of summer", "of the spring" of anything
    if match["season"].lower() in ("fall", "spring") and re.match(r"\s+(?:in|from|to|into)\b", setting.after, re.I):
        return None  # "the spring in his step"
    if match["season"][0].isupper() and re.match(r"\s+[A-Z][a-z]", setting.after):
        return None  # "in the Winter Palace"
    return _season(match, setting)


def _nth(words: str) -> int:
    return {"last": 4, "final": 4, "opening": 1}.get(words.lower()) or ordinal(words) or 0


def _quarter(match: re.Match[str], setting: Setting) -> Moment | None:
    number = _nth(match["nth"])
    year = match.groupdict().get("year")
    if year:
        return almanac.quarter(full_year(year, setting.today), number)
    if re.match(r"\s+(?:final|century|mile|hour|pole|horse)", setting.after):
        return None
    quarters = [almanac.quarter(y, number) for y in _years_around(setting)]
    today = setting.today
    ended = [q for q in quarters if q and today and 0 <= (today - q.last).days <= REPORTED]
    return ended[0] if ended else choose(setting, quarters)


def _part_of_year(match: re.Match[str], _setting: Setting, inner: Moment) -> Moment | None:
    """Read "the summer of last year", "the third quarter of two thousand and four"."""
    if inner.precision != "year":
        return None
    groups = match.groupdict()
    year = inner.first.year
    return (
        almanac.season(year, groups["season"].lower())
        if groups.get("season")
        else almanac.quarter(year, _nth(groups["nth"]))
    )


def _half(match: re.Match[str], setting: Setting) -> Moment | None:
    number = {"first": 1, "second": 2, "latter": 2, "last": 2, "final": 2, "1": 1, "2": 2}[match["nth"].lower()]
    year = match.groupdict().get("year")
    if year:
        return almanac.half(full_year(year, setting.today), number)
    today = setting.today
    which = (match.groupdict().get("which") or "this").lower()
    if today is None:
        return None
    return almanac.half(today.year + {"last": -1, "next": 1}.get(which, 0), number)


def _relative_quarter(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "the first quarter of last year"."""
    if setting.today is None:
        return None
    year = setting.today.year + {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    return almanac.quarter(year, _nth(match["nth"]))


def _fiscal_year(match: re.Match[str], setting: Setting) -> Moment | None:
    return almanac.year(full_year(match["year"], setting.today))


def _year_of_account(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "last fiscal year" as the calendar year: which months it has is the company's own."""
    which = {"last": -1, "past": -1, "latest": -1, "previous": -1, "next": 1, "coming": 1}.get(
        match["which"].lower(), 0
    )
    return None if setting.today is None else almanac.year(setting.today.year + which)


_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)(?![\d%])"
_NTH = "(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final|opening)"
_PART = r"(?:(?:the )?(?:early|late|mid|middle|end|start|beginning)(?: of)?[-\s])?"

RULES: tuple[Rule, ...] = (
    rule("the summer of 2016", rf"(?:{_PART}(?:the )?<season>(?: of|,)? {_YEAR})", _season_of_year),
    operator("the summer of last year", rf"{_PART}(?:the )?<season> of", _part_of_year),
    operator("the third quarter of next year", rf"(?:the )?{_NTH}[-\s]quarter of", _part_of_year),
    rule("this past summer", rf"{_PART}(?P<which>this past|last|this|next|coming) <season>", _season),
    rule("in the autumn", rf"in (?:the )?{_PART}(?P<which>)<season>", _fall_is_season),
    rule(
        "during the winter",
        rf"(?:during|over|by|until|since|through|throughout|before|after|into|of) (?:the )?{_PART}(?P<which>)<season>",
        _fall_is_season,
    ),
    rule(
        "the first quarter of 2019", rf"(?:the )?{_NTH}[-\s]quarter(?: of|,)? (?:fiscal (?:year )?)?{_YEAR}", _quarter
    ),
    rule("the 2019 first quarter", rf"(?:the )?{_YEAR} {_NTH}[-\s]quarter", _quarter),
    rule("Q3 2019", rf"Q(?P<nth>[1-4])(?:-|,?(?: of)? ?){_YEAR}", _quarter),
    rule("2019 Q3", rf"{_YEAR}(?: ?|-)Q(?P<nth>[1-4])", _quarter),
    rule("Q3 of last year", r"(?-i:Q)(?P<nth>[1-4])(?: of)? (?P<which>last|this|next|the) year", _relative_quarter),
    rule("in Q3", r"(?-i:Q)(?P<nth>[1-4])(?! ?\d)", _quarter),
    rule("H1 2019", rf"(?-i:H)(?P<nth>[12]),?(?: of)? ?{_YEAR}", _half),
    rule("2019 H1", rf"{_YEAR}(?: ?|-)(?-i:H)(?P<nth>[12])", _half),
    rule("the first quarter of the year", rf"(?:the )?{_NTH}[-\s]quarter of (?P<which>the) year", _relative_quarter),
    rule(
        "the third quarter",
        r"(?:the |its |their )?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[-\s]quarter",
        _quarter,
    ),
    rule("the first half of 2019", rf"(?:the )?(?P<nth>first|second|latter|last|final) half of {_YEAR}", _half),
    rule(
        "the second half of the year",
        r"(?:the )?(?P<nth>first|second|latter|last|final) half of (?P<which>last|this|next|the) year",
        _half,
    ),
    rule("fiscal 1989", rf"(?:the )?(?:fiscal|financial)(?: year)?(?: of)? {_YEAR}", _fiscal_year),
    rule(
        "last fiscal year",
        r"(?:the )?(?P<which>last|this|next|past|latest|previous|current|coming) "
        r"(?:fiscal|financial|calendar|tax) year",
        _year_of_account,
    ),
)
