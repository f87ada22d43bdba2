"""Picture captions and credits by their form: brackets, agencies, `(right)`, `file photo`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from variorum.ingest.furniture import AGENCIES_ONLY, NAMES
from variorum.ingest.wording import AGENCY, FULL_DATE, MONTH, PICTURE_VERBS, WEEKDAY

_I = re.IGNORECASE

_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,110}(?:\([^()]*\))?)[)\]]\s*\.?(?:\s*\([^()]{2,40}\))?$")
_CREDIT_WORDS = re.compile(
    r"\b(?:photo(?:graph)?|image|picture|credit|courtesy|handout|hand-?out|file|pool|screen ?(?:grab|shot))\b", _I
)
_AGENCY_WHOLE = re.compile(
    rf"^(?:(?:photo|image|credit|picture|by|via)\s*:?\s*)*(?:{AGENCY})(?:\s(?:photo|images|file))?$", _I
)
_SLASHED = re.compile(
    rf"(?:[.\s]|^)(?:[A-Z][\w.’'-]*\s){{0,3}}[A-Z]?[\w.’'-]*\.?\s?/\s?(?i:{AGENCY})\W?$"  # Ada Obi/Reuters
    rf"|\b(?i:{AGENCY})\s?/\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}\W?$"  # REUTERS/Ada Obi
)
_LABELLED = re.compile(
    r"(?:^|[|.!?…\s\"”’])"  # Photograph: Ada Obi
    r"(?:(?:Photo|Image|Picture)\s?(?:[Cc]redit|[Ss]ource)|Photograph|Photo|Image|Picture|Credit|Courtesy|PHOTO|CREDIT)"
    r"(?:\s?(?:by|of))?\s?:\s?\S.{0,70}$"
    r"|[a-z.]Credit[A-Z.]\S*.{0,60}$"  # in Oslo.CreditAda Obi
    r"|©\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}(?:\s?\(?/?[\w/ ]+\)?)?$"  # ©Ada Obi (AFP)
)
_OPENING = re.compile(
    r"^(?:FILE\b|File photo|File\s[-–—]|File image|(?:Image|Media|Photo|Picture|Video) caption\b"
    r"|(?:Above|Pictured|Caption|Photo|Image|Picture)\s?:"
    r"|In (?:this|an?) (?:[\w.,]+ ){0,6}(?:photo|image|picture|frame|screengrab|still|video grab)"
    r"|(?:This|These|An?|Am|The) (?:[\w-]+ ){0,3}"
    r"(?:photos?|images?|pictures?|combination|handout|video grab|screengrab|screenshot|stills?|frame)\s(?:grab\s)?"
    r"(?:from|taken|released|provided|obtained|made|shows?|showing|of|posted|shared|dated|by)\b)",
)
_PICTURED = re.compile(
    r"\((?:pictured|seen|shown|left|right|cent(?:re|er)|top|bottom|above|below|file|file photo|file image"
    r"|second (?:from )?(?:left|right)|from left|far (?:left|right)|in (?:red|white|black|blue))\b[^)]{0,30}\)"
    r"|\((?:[lc]|c-[lr]|\d(?:st|nd|rd)[ -][lr])\)"
    r"|,\s(?:(?:far|second|third|top|bottom|front|cent(?:re|er))\s(?:from\s)?)?"
    r"(?:left|right|cent(?:re|er)|pictured)\s?(?:,|\.$|$|and\b)"
    r"|\bfrom left(?: to right)?\b"
    r"|\bin (?:this|an?) (?:[\w-]+ ){0,2}"
    r"(?:photo|photograph|picture|image|video grab|screengrab|screenshot|still)\b"
    r"|\b(?:is|are|was|were) (?:pictured|photographed)\b"
    r"|\bposes? for (?:an?|the)\b.{0,20}\b(?:photo|picture|photograph|photographer)s?\b",
    _I,
)
_AGENCY_OPENING = re.compile(
    r"^(?:AP|AFP|EPA|PA|REX|Reuters|REUTERS|Getty(?: Images)?|Rex Features|Alamy(?: Live News)?|Shutterstock|SWNS"
    r"|Splash News|PA Wire|Press Association)(?:\s?:\s?[A-Z][\w ]{1,30}?)?\s+(?=[A-Z0-9‘“\"'])"
)
_DAY_IN_PICTURE = re.compile(
    rf"\b(?:on|,|in)\s(?:{WEEKDAY},?\s)?(?:{FULL_DATE})|\b(?:in|during)\s(?:{MONTH})\.?\s\d{{4}}\W*$", _I
)
_BEFORE_INFINITIVE = frozenset(
    [
        "to",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "not",
        "did",
        "do",
        "does",
        "don’t",
        "didn’t",
        "doesn’t",
        "don't",
        "didn't",
        "doesn't",
        "won't",
        "the",
        "a",
        "an",
        "of",
        "for",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "no",
        "in",
        "on",
        "by",
        "and",
    ]
)
"""After these a form like `take` or `walk` is an infinitive or a noun, not the picture's present tense."""
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b", _I)

Credit = Literal["end", "only", "opening", "none"]


def credit_of(line: str) -> Credit:
    """Tell where a line carries a picture credit.

    Returns:
        `only` when the line is nothing but a credit, `end` when words stand before it, `opening` when an
        agency stands before the words ("AFP Police close a road"), `none` otherwise.
    """
    if is_credit_alone(line):
        return "only"
    if _ends_in_credit(line):
        return "end"
    if _AGENCY_OPENING.match(line) and not re.search(r"[.!?][\"”’']?$", line):
        return "opening"
    return "none"


def is_credit_alone(line: str) -> bool:
    """Tell whether a line is a photographer, an agency, or both, and nothing else."""
    bare = line.strip("()[] |.")
    if len(bare.split()) > 9:
        return False
    if AGENCIES_ONLY.match(bare):
        return True
    label = re.match(
        r"^(?:photo(?:graph)?|image|picture|credit|courtesy)(?: (?:credit|source|by|of))?\s?[:,]?\s\S", bare, _I
    )
    names = re.match(rf"^(?:{NAMES})?\s?(?:[/|,–-]|via|for|—)\s?(?i:{AGENCY})(?:\s?(?:/|via|\|)\s?(?:[\w .]+))?$", bare)
    return bool(names) or bool(
        label and len(bare.split()) <= 7 and not re.search(r"\b(?:is|are|was|shows?|of the)\b", bare)
    )


def _ends_in_credit(line: str) -> bool:
    """Tell whether a picture credit closes the line."""
    bracket = _BRACKETED.search(line)
    if bracket and bracket.start() > 0:
        inside = bracket.group(1)
        parts = [part.strip() for part in re.split(r"[/|,;]|\bvia\b", inside) if part.strip()]
        if len(inside.split()) <= 14 and (
            _CREDIT_WORDS.search(inside) or any(_AGENCY_WHOLE.match(part) for part in parts)
        ):
            return True
    return bool(_SLASHED.search(line) or _LABELLED.search(line))


def opens_as_caption(line: str) -> bool:
    """Tell whether the first words say that a picture follows ("FILE - In this ...", "This photo released by")."""
    return bool(_OPENING.match(line))


def points_into_picture(line: str) -> bool:
    """Tell whether words point at a place in a picture: "(right)", ", center,", "from left", "pictured"."""
    return bool(_PICTURED.search(line))


def tells_a_picture(line: str) -> bool:
    """Tell whether somebody does something visible in the present tense, on a day that is given."""
    words = re.findall(r"[\w’'-]+", line)[:30]
    acts = any(word in PICTURE_VERBS and before.lower() not in _BEFORE_INFINITIVE for before, word in pairwise(words))
    return acts and bool(_DAY_IN_PICTURE.search(line) or _WEEKDAY.search(line))


def names_a_full_date(line: str) -> bool:
    """Tell whether a sentence places something on a day with its year, as captions do and paragraphs seldom."""
    return bool(_DAY_IN_PICTURE.search(line))
