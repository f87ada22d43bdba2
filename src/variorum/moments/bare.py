"""A month or a year that stands alone, told from the verb, the name and the count that look like it."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import full_year, nearest_year
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import month_number

_INTRODUCING = (
    r"in|since|until|till|by|of|from|to|through|during|before|after|for|early|late|mid|and|or|between|around|about|"
    r"the|an?|its|their|his|her|our|that|this|as|mid-?"
)
_MONTH_INTRODUCED = re.compile(rf"(?:\b(?:{_INTRODUCING}|last|next|past|every)|['’]s|[(,–—-])\s*$", re.IGNORECASE)
_YEAR_INTRODUCED = re.compile(
    rf"(?:\b(?:{_INTRODUCING}|fiscal|year|than|circa|on|was|at|election)|['’]s|[(,/–—-])\s*$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"[-\s]+(?:people|men|women|children|girls|boys|troops|soldiers|police|officers|members|students|workers|jobs|"
    r"votes|voters|deaths|cases|miles?|feet|foot|meters?|metres?|km|kilomet\w+|kg|kilos?|kilograms?|pounds?|lbs?|"
    r"tons?|tonnes?|acres|hectares|square|dollars?|euros?|yen|yuan|won|rubles|rupees|cents?|percent|per cent|"
    r"points?|shares|units|homes|houses|hours?|minutes?|days?|weeks?|years?|degrees|calories|seats|delegates|"
    r"others|more|hundred|thousand|million|billion|or more|or so|hrs?|GMT|UTC|local time)\b",
    re.IGNORECASE,
)
"""What a number in front of it counts."""
_COUNTING = re.compile(
    r"(?:[$€£¥#№]|\b(?:some|nearly|almost|over|than|least|most|roughly|approximately|exactly|only|all|many as|"
    r"another|No\.?|number|flight|room|page|route|highway|interstate|apollo|boeing|airbus|section|article|chapter|"
    r"channel|resolution|bill|order|level|just|worth|totaling|totalling|total of)\s*[.-]?)\s*$",
    re.IGNORECASE,
)
"""What makes a number behind it a count or a name."""
_PLAIN_MONTHS = ("January", "February", "September", "October", "November", "December")
"""Months whose names mean nothing else: no person, no verb, no abbreviation."""


def _month_alone(match: re.Match[str], setting: Setting) -> Moment | None:
    word = match["month"].rstrip(".")
    if word not in _PLAIN_MONTHS and not _MONTH_INTRODUCED.search(setting.before):
        return None
    return nearest_year(setting, month_number(word) or 0, None)


def _part_of_month(match: re.Match[str], setting: Setting) -> Moment | None:
    return nearest_year(setting, month_number(match["month"]) or 0, None)


def _year_alone(match: re.Match[str], setting: Setting) -> Moment | None:
    number = int(match["year"])
    if _COUNTED.match(setting.after) or _COUNTING.search(setting.before):
        return None
    introduced = _YEAR_INTRODUCED.search(setting.before)
    if not 1900 <= number <= 2060 and not re.search(r"\b(?:in|since|until|from|by|of|circa)\s*$", setting.before, re.I):
        return None
    begins = not setting.before.strip() or re.search(r"[.!?:;]['\"”’)]*\s*$", setting.before)
    if not introduced and not begins and not re.match(r"\s*(?:[,.;:)]|$)", setting.after):
        # "Reform 2030 plan" names a thing after its year as well as "the 2030 plan" does.
        names = re.search(r"\b[A-Z]\w+ $", setting.before)
        beside = re.match(r"\s+[A-Za-z]*[A-Za-rt-z]\b", setting.after)  # no plural that it could count
        near = setting.today is not None and -60 <= number - setting.today.year <= 5
        return almanac.year(number) if names or (near and beside) else None
    return almanac.year(number)


def _short_year(match: re.Match[str], setting: Setting) -> Moment | None:
    return almanac.year(full_year(match["shortyear"], setting.today))


RULES: tuple[Rule, ...] = (
    rule("mid-September", r"(?:mid|early|late)-<month>", _part_of_month),
    rule("since September", r"<month>", _month_alone),
    rule("in 1961, 2000, and 2021", r"<year>", _year_alone),
    rule("the summer of '98", r"<shortyear>", _short_year),
)
