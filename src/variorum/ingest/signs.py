"""Signs of a line's role: what can be seen of it and its neighbours, and how much each says.

The method is a linear score: every sign that holds adds its weights to the roles, and
the role with the highest sum wins. `WEIGHTS` is the whole decision, readable in one
table; the weights were set by hand on pasted reports and hold for lines in general.
"""

from __future__ import annotations

import re

from variorum.ingest import credits, furniture
from variorum.ingest.lines import Unit
from variorum.ingest.wording import AGENCY, FINITE, REPORTING
from variorum.model.report import Role

WEIGHTS: dict[str, dict[Role, float]] = {
    "any": {"body": 1.0},
    "sentence": {"body": 1.0, "heading": -2.5, "title": -1.0, "byline": -0.5},
    "long": {"body": 1.5, "heading": -6.0, "title": -2.0, "byline": -1.5, "update": -1.5},
    "very long": {"body": 1.0, "caption": -0.5, "standfirst": -1.0},
    "gives it to a voice": {"body": 0.7, "caption": -0.7, "heading": -0.7},
    "dateline": {"body": 6.0},
    "tweet": {"body": 3.0},
    "leads in": {"body": 3.0},
    "furniture": {"boilerplate": 5.0},
    "furniture in a sentence": {"boilerplate": 1.5},
    "furniture inside": {"boilerplate": 5.0},
    "opens links": {"boilerplate": 5.0},
    "link": {"boilerplate": 5.0},
    "in a list of links": {"boilerplate": 5.0},
    "file name": {"boilerplate": 6.0},
    "behind the end": {"boilerplate": 5.0},
    "author's life": {"boilerplate": 4.0},
    "credit alone": {"boilerplate": 4.0},
    "credit alone, last": {"byline": 5.0},
    "name under a caption": {"boilerplate": 4.0},
    "credit at the end": {"caption": 6.5},
    "credit before": {"caption": 4.0},
    "opens as caption": {"caption": 7.0},
    "points into picture": {"caption": 3.5},
    "tells a picture": {"caption": 3.0},
    "full date": {"caption": 0.8},
    "unfinished": {"caption": 2.2, "body": -0.5},
    "said again": {"caption": 2.5},
    "echoed by a caption": {"caption": 4.0},
    "states a day": {"update": 6.0},
    "names the author": {"byline": 7.0},
    "author and outlet": {"byline": 3.0},
    "short without stop": {"heading": 2.5, "body": -0.5},
    "one of several questions": {"heading": 5.0},
    "before a paragraph": {"heading": 1.0},
    "bare quote": {"heading": 0.5},
    "title": {"title": 8.0},
    "holds the title": {"boilerplate": 4.0},
    "section label": {"boilerplate": 3.0},
    "under the title": {"standfirst": 1.2},
    "highlights": {"standfirst": 6.0},
    "apart from the text": {"standfirst": 3.5},
    "subtitle": {"standfirst": 4.0},
}
"""What each sign adds to which roles. A weight of 5 and more settles it against any length."""

_LONGEST_LOOKED_AT = 2_000
"""Characters: furniture is shorter, and patterns over a file of one line would take long."""

_DATELINE = re.compile(
    r"^(?!FILE\b|File\b)(?:\((?:[A-Z][\w./]*\s?){1,4}\)"  # (CNN)
    r"|[A-Z][A-Z.’' -]+(?:,\s[\w.’' -]{2,30}){0,3}"  # SEOUL, South Korea
    rf"\s?(?:\((?:{AGENCY}|[A-Z][\w /]+)\))?\s?(?:[-–—―]|--)\s)"  # (Reuters) -
)
_TWEET = re.compile(r"pic\.twitter\.com|https://t\.co/|\(@\w{2,20}\)")
_HIGHLIGHTS = re.compile(
    r"^(?:story highlights?|highlights?|key (?:points|takeaways|developments)|in brief|at a glance|summary)\b", re.I
)
_LIFE = re.compile(
    r"^(?:[A-Z][\w.’'-]+\s){1,4}(?:is|was) (?:an?|the) (?:[\w’',-]+ ){0,6}"
    r"(?:reporter|correspondent|writer|journalist|editor|columnist|producer|freelancer|author|intern|fellow|contributor)\b.{0,30}"
    r"\b(?:at|for|with|covering|based|who covers|in)\b"
)
_QUOTED = re.compile(r"^[‘'“\"][^‘'“\"]{2,60}[’'”\"]$")


def own_signs(unit: Unit) -> set[str]:
    """Return the signs that a line carries by itself; a line of great length is text, whatever it holds."""
    text, count = unit.text, unit.words
    signs = {"any"}
    if len(text) > _LONGEST_LOOKED_AT:
        return signs | {"long", "very long"}
    finite = any(word.lower() in FINITE for word in re.findall(r"[\w’']+", text.replace("’", "'")))
    if unit.ends_sentence:
        signs.add("sentence")
    if count >= 18:
        signs.add("long")
    if count >= 32:
        signs.add("very long")
    if REPORTING.search(text) and count >= 8:
        signs.add("gives it to a voice")
    if _DATELINE.match(text) and count >= 12:
        signs.add("dateline")
    if _TWEET.search(text):
        signs.add("tweet")
    if text.endswith((":", ",", ";")) and count >= 2:
        signs.add("leads in")
    if count >= 10 and not unit.ends_sentence and unit.title_case < 0.7 and count <= 45:
        inner_stop = re.search(r"[a-z0-9)”\"][.!?][”\"’]?\s+[A-Z“\"]", text)
        if (finite or count >= 13) and not (inner_stop and count > 30) and not REPORTING.search(text):
            signs.add("unfinished")
    if count <= 12 and not unit.ends_sentence and not text.endswith((":", ",", ";")) and re.search(r"\w", text):
        signs.add("short without stop")
    if _QUOTED.match(text):
        signs.add("bare quote")
    return signs | _furniture_signs(unit, count) | _picture_signs(text)


def _furniture_signs(unit: Unit, count: int) -> set[str]:
    text, signs = unit.text, set()
    if furniture.BUTTON.match(text) or furniture.FURNITURE.match(text):
        signs.add("furniture in a sentence" if count >= 12 and REPORTING.search(text) else "furniture")
    inside = len(furniture.FURNITURE_INSIDE.findall(text))
    if inside:
        signs.add("furniture inside" if inside >= 2 or count < 20 else "furniture in a sentence")
    if furniture.LINKS_OPEN.match(text):
        signs.add("opens links")
    if furniture.LINK.match(text) and (count <= 40 or not unit.ends_sentence):
        signs.add("link")
    if count <= 24 and furniture.BREADCRUMBS.fullmatch(text) and not unit.ends_sentence:
        signs.add("furniture")
    if furniture.FILE_NAME.match(text):
        signs.add("file name")
    if furniture.UPDATE.match(text):
        signs.add("states a day")
    if furniture.BYLINE.match(text) and count <= 45:
        signs.add("names the author")
    elif furniture.AUTHOR_AND_OUTLET.match(text) and count <= 8:
        signs.add("author and outlet")
    if _LIFE.match(text) and count <= 60:
        signs.add("author's life")
    if _HIGHLIGHTS.match(text):
        signs.add("highlights")
    return signs


def _picture_signs(text: str) -> set[str]:
    signs = set()
    match credits.credit_of(text):
        case "only":
            signs.add("credit alone")
        case "end":
            signs.add("credit at the end")
        case "opening":
            signs.add("credit before")
        case "none":
            pass
    if credits.opens_as_caption(text):
        signs.add("opens as caption")
    if credits.points_into_picture(text):
        signs.add("points into picture")
    if credits.tells_a_picture(text) and not REPORTING.search(text):
        signs.add("tells a picture")
    if credits.names_a_full_date(text):
        signs.add("full date")
    return signs


def best_role(signs: set[str]) -> Role:
    """Return the role with the highest sum of weights; `body` on a tie."""
    sums = totals(signs)
    return max(sums, key=lambda role: (sums[role], role == "body"))


def totals(signs: set[str]) -> dict[Role, float]:
    """Return each role's sum of weights, so that a decision can be understood."""
    sums: dict[Role, float] = {"body": 0.0}
    for sign in sorted(signs):
        for role, weight in WEIGHTS[sign].items():
            sums[role] = sums.get(role, 0.0) + weight
    return sums


def is_paragraph(unit: Unit, signs: set[str]) -> bool:
    """Tell whether a line reads as running text by itself: a sentence of some length without other marks."""
    return unit.words >= 12 and unit.ends_sentence and best_role(signs) == "body"


def shared_words(left: Unit, right: Unit) -> float:
    """Return the share of the shorter line's distinct words that the other holds; 0.0 when one has none."""
    one, other = set(left.folded.split()), set(right.folded.split())
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
