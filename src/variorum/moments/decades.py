"""Decades and centuries: the early 1990s, the sixties, the 20th century."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import full_year
from variorum.moments.grammar import Rule, Setting, rule
from variorum.moments.lexicon import DECADES, one_of, ordinal

SAID_DECADES: dict[str, int] = {
    **{"noughties": 2000, "aughts": 2000, "two thousands": 2000},
    **{"twenty-tens": 2010, "twenty tens": 2010, "two thousand and tens": 2010},
}
"""First year of the decades that have names of their own."""


def _said_decade(match: re.Match[str], _setting: Setting) -> Moment | None:
    """Read "the nineteen sixties", "the noughties"."""
    groups = match.groupdict()
    if groups.get("said"):
        return almanac.decade(SAID_DECADES[groups["said"].lower()])
    hundreds = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[groups["century"].lower()]
    return almanac.decade(hundreds + DECADES[groups["decade"].lower()])


def _decade(match: re.Match[str], setting: Setting) -> Moment | None:
    digits = re.sub(r"\D", "", match["digits"] or match["told"])
    first = int(digits) if len(digits) == 4 else full_year(f"’{digits}", setting.today)  # decades are of the past
    return almanac.decade(first)


def _named_decade(match: re.Match[str], setting: Setting) -> Moment | None:
    if re.search(r"\b(?:his|her|their|my|our|your)\s+(?:\w+\s+)?$", setting.before):
        return None  # an age
    return almanac.decade(full_year(f"’{DECADES[match['decade'].lower()]:02d}", setting.today))


def _century(match: re.Match[str], _setting: Setting) -> Moment | None:
    number = ordinal(match["ordinal"])
    return almanac.century(number) if number and number < 30 else None


_PART = r"(?:(?:the )?(?:early|late|mid|middle|end|start|beginning)(?: of)?[-\s])?"

RULES: tuple[Rule, ...] = (
    rule("the early 1990s", rf"(?:the )?{_PART}(?P<digits>(?:1[5-9]|20)\d0)['’]?s", _decade),
    rule("the '90s", rf"(?:the )?{_PART}(?P<digits>['’]\d0)['’]?s", _decade),
    rule("the 90s", rf"(?:the {_PART}(?P<digits>[2-9]0)['’]?|in (?P<told>[2-9]0)['’])s", _decade),
    rule("the sixties", rf"the {_PART}<decade>", _named_decade),
    rule("the nineteen sixties", rf"(?:the )?{_PART}(?P<century>eighteen|nineteen|twenty)[-\s]<decade>", _said_decade),
    rule("the noughties", rf"the {_PART}(?P<said>{one_of(SAID_DECADES)})", _said_decade),
    rule("the 20th century", rf"(?:the )?{_PART}<ordinal>(?:-| )century", _century),
)
