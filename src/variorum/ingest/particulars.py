"""What a report's own lines say of it: outlet, authors, agencies, the day it was published."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.ingest.dating import stated_day
from variorum.ingest.mastheads import OUTLET_AND_DAY, masthead_name
from variorum.ingest.metadata import split_authors
from variorum.ingest.wording import AGENCIES, AGENCY
from variorum.model.report import Publication, Role, Segment

_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))"
    r"(?:\s*(?:©|\(c\)))?\s*(?:by\s+)?(?:\d{4}(?:\s?[-–—]\s?\d{2,4})?)?\s*(?:by\s+)?,?\s*(?P<name>[A-Z][^.|,;:]*)",
    re.I,
)
_DATELINE = re.compile(
    r"^(?:(?P<place>[A-Z][\w.’' /-]+(?:,\s[\w.’' ]{2,30}){0,4})\s)?"
    r"\((?P<name>[A-Z][\w./& -]{1,40})\)\s*(?:[-–—―]+\s*)?(?=[A-Z“\"‘'])"
)
_SOURCE = re.compile(r"^sources?\s*:\s*(?P<name>[^,]+?)(?:\s+and\s+(?:news\s+)?agenc(?:y|ies))?\W*$", re.I)
_TEAM = re.compile(
    r"\bview all (?P<a>[A-Z][\w’' ]+?) newsletters\b|\ba (?:story"
    r"|tip) for (?P<b>[A-Z][\w’' ]+?)(?: online)? news team\b|"
    r"\bsubscribe to (?P<c>[A-Z][\w’' ]+?)(?:\s(?:news(?:letter)?s?|today|now))?\W*$",
    re.I,
)
_OWN_CORRESPONDENT = re.compile(
    r"\b(?P<name>[A-Z][A-Z]{2,5})[’']s\s(?:[A-Z][\w-]+\s){1,3}(?:reports|reported|has more)\b"
)
_TOLD = re.compile(
    r"\b(?:told|tells)\s(?P<name>[A-Z][A-Z]{2,5})\b|\b(?P<other>[A-Z][A-Z]{2,5})\sreported (?:last|earlier|on|this)\b"
)
_SUFFIX = re.compile(r"\s[|–—]\s(?P<name>[A-Z][\w’'. ]{1,30})$")
_NO_OUTLET = frozenset(["the", "author", "staff", "this", "image", "all", "rights", "reserved", "your", "our"])


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the lines say; None and empty where they say nothing."""

    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    published: Publication


def read_particulars(text: str, segments: Sequence[Segment], report: str) -> Particulars:
    """Return the particulars that the text of a report states.

    Args:
        text: The report's text.
        segments: Its segments: only titles, bylines, update lines, boilerplate and the first
            paragraph are asked, because the others speak of other outlets and other days.
        report: Its id, for the evidence of its day.
    """
    by_role: dict[Role, list[str]] = {}
    for segment in segments:
        by_role.setdefault(segment.role, []).append(" ".join(text[segment.start : segment.end].split()))
    bylines, furniture = by_role.get("byline", []), by_role.get("boilerplate", [])
    body = by_role.get("body", [])
    title = next(iter(by_role.get("title", [])), None)
    agencies = _agencies(bylines, furniture, body[:1])
    return Particulars(
        outlet=_outlet(title, bylines, furniture, body, _mastheads(furniture, by_role.get("update", []))),
        title=title,
        authors=_authors(bylines),
        agencies=agencies,
        published=_published(text, segments, report),
    )


def _published(text: str, segments: Sequence[Segment], report: str) -> Publication:
    """Return the last stated day of the update lines and bylines; a report's "today" counts from its last update."""
    found: list[Publication] = []
    for segment in segments:
        if segment.role in ("update", "byline"):
            stated = stated_day(text[segment.start : segment.end], report=report, offset=segment.start)
            if stated is not None and stated.day is not None:
                found.append(stated)
    if not found:
        first = next((s for s in segments if s.role == "body"), None)
        dateline = None if first is None else re.match(r"[^\n]{4,80}?\s[-–—―]+\s", text[first.start : first.end])
        if first is not None and dateline is not None:
            stated = stated_day(dateline.group(), report=report, offset=first.start)
            found += [stated] if stated is not None else []
    return max(found, key=lambda p: (p.day is not None, p.day, p.at is not None), default=Publication())


def _authors(bylines: Sequence[str]) -> tuple[str, ...]:
    named: list[str] = []
    for line in bylines:
        if re.match(r"^\W*by\b", line, re.I):
            named += split_authors(line)
    return tuple(dict.fromkeys(named))


def _agencies(bylines: Sequence[str], furniture: Sequence[str], opening: Sequence[str]) -> tuple[str, ...]:
    """Return the agencies that are credited for the report as a whole: in bylines, the dateline, the copyright line."""
    found: set[str] = set()
    places = [*bylines, *(line for line in furniture if _COPYRIGHT.match(line))]
    places += [match["name"] for match in map(_DATELINE.match, opening) if match]
    for place in places:
        for match in re.finditer(rf"(?<![\w-])(?:{AGENCY})(?![\w-])", place, re.I):
            name, known = match.group(), AGENCIES.get(match.group().lower())
            if known is not None and (len(name) > 3 or name.isupper() or place in bylines):
                found.add(known)
    return tuple(sorted(found))


def _outlet(
    title: str | None,
    bylines: Sequence[str],
    furniture: Sequence[str],
    body: Sequence[str],
    mastheads: Sequence[str],
) -> str | None:
    """Return the outlet that the surest line names: copyright, credit, newsletter, dateline, then self-mentions."""
    candidates: list[str | None] = []
    for line in furniture:
        match = _COPYRIGHT.match(line)
        candidates.append(_tidy(match["name"]) if match else None)
        team = _TEAM.search(line)
        candidates.append(_tidy(next(filter(None, team.groups()))) if team else None)
    candidates += [_tidy(match["name"]) for match in map(_SOURCE.match, bylines) if match]
    candidates += [_tidy(name) for name in mastheads]
    if title:
        suffix = _SUFFIX.search(title)
        candidates.append(_tidy(suffix["name"]) if suffix else None)
    named = [name for name in candidates if name and name.lower() not in AGENCIES]
    if named:
        return named[0]
    dateline = _DATELINE.match(body[0]) if body else None
    if dateline and "," not in dateline["name"]:
        return AGENCIES.get(dateline["name"].lower(), dateline["name"])
    return _self_mentioned(body)


def _mastheads(furniture: Sequence[str], updates: Sequence[str]) -> list[str]:
    """Return the newspapers' names at the head of a page, alone or beside a day ("The Orrin Herald, 2 May 2022")."""
    dated = [match["name"] for match in map(OUTLET_AND_DAY.fullmatch, updates) if match]
    return [name for line in (*furniture[:3], *dated) if line and (name := masthead_name(line))]


def _self_mentioned(body: Sequence[str]) -> str | None:
    """Return the outlet that speaks of itself ("told XYZ" in two paragraphs, "XYZ's Ada Obi reports")."""
    own = {match["name"] for line in body for match in _OWN_CORRESPONDENT.finditer(line)}
    told = Counter(name for line in body for name in {m["name"] or m["other"] for m in _TOLD.finditer(line)})
    if len(own) == 1:
        return own.pop()
    return next(iter(told)) if len(told) == 1 and max(told.values()) >= 2 else None


def _tidy(name: str) -> str | None:
    name = re.split(r"\s[-–—]\s|\sall rights reserved|\sinc\b|\sltd\b|\sllc\b|\slimited\b", name, flags=re.I)[0].strip(
        " .,-–—’'"
    )
    name = re.sub(r"[\s,]+(?:19|20)\d\d$", "", name)
    words = name.split()
    if not 1 <= len(words) <= 6 or words[0].lower() in _NO_OUTLET - {"the"} or name.lower() == "the":
        return None
    return re.sub(r"^the associated press$", "Associated Press", name, flags=re.I)
