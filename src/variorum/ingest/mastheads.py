"""Patterns for what stands at the head of a page: the paper's name and motto, the outlet and the day."""

from __future__ import annotations

import re

from variorum.ingest.furniture import DAY_FIRST, any_of

MASTHEAD = re.compile(
    r"(?:The )?(?:[A-Z][\w'’-]* ){0,3}(?:News|Times|Post|Herald|Courier|Standard|Today|Tribune|Gazette|Journal|Observer"
    r"|Ledger|Chronicle|Mail|Guardian|Press|Radio|Daily|Weekly|Star|Globe|Record|Telegraph|Examiner|Inquirer|Sentinel"
    r"|Bulletin|Dispatch|Register|Review|Mirror|Express|Monitor|Independent|Argus|Advertiser|Broadcasting)"
    r"(?: (?:[A-Z][\w'’-]*|of)){0,3}"
)
"""A whole line that is the name of a newspaper or a station: it holds one of the words that these are called by."""

SLOGAN = any_of(
    r"(?:your|our|the|all|a|where|because|first|independent|trusted|local|always|free|fair)\b"
    r".{0,40}\b(?:news(?:paper)?|paper|voice|town|city|community|county|region|station|truth|facts|stories|journalism"
    r"|print|since \d{4})",
    r"(?:proudly )?(?:serving|informing|connecting)\b.{3,60}",
    r"(?:est(?:ablished|\.|d\.?)?|founded|since)(?: in)? \d{4}",
    suffix=r"\W*$",
    prefix=r"^\W*",
)
"""A newspaper's motto; only right under its name at the head of a page, as a headline may read so too."""

_LABEL = r"(?:[A-Z][\w&.’'-]*(?: (?:[A-Z&][\w&.’'-]*|of|the|and|in|on|for|de|la)){0,4})"
OUTLET_AND_DAY = re.compile(
    rf"(?P<name>{_LABEL})(?:\s?[,|·•–—-]\s?{_LABEL}){{0,2}}(?:,|\s?[|·•–—-])\s(?i:{DAY_FIRST})(?:,?\s[A-Z]{{2,4}})?"
    rf"|(?i:{DAY_FIRST})(?:,|\s?[|·•–—-])\s{_LABEL}(?:,\s(?:{_LABEL}|staff|agenc(?:y|ies)|wire services?))?"
)
"""A whole line of an outlet or a place, perhaps a section, and the day: dated as a page's head is ("The Orrin Herald,
Sport, Monday 2 May 2022"). Inside an article such a line may as well be a heading, of any day."""

_HEADLINE_ENDS = re.compile(r"(?!THE ).* (?:TODAY|RECORD|REVIEW|PRESS|POST|EXPRESS|STAR|STANDARD)")


def masthead_name(line: str) -> str | None:
    """Return the newspaper's or station's name that a whole line is, capitals undone; None for another line.

    A line all in capitals may be a headline: one that ends in a word that headlines end in too is no name, unless
    it begins with "THE".
    """
    if not line.isupper():
        return line if MASTHEAD.fullmatch(line) else None
    name = " ".join(
        word if len(word) <= 3 and word not in ("THE", "DAY", "NEW", "SUN") else word.capitalize()
        for word in line.split()
    )
    name = re.sub(r" (?:OF|AND|FOR|IN|ON) ", lambda match: match.group().lower(), name)
    return name if MASTHEAD.fullmatch(name) and not _HEADLINE_ENDS.fullmatch(line) else None
