"""Two moments made one, and words that lean on the moment behind them: from May to July, early in June."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import full_year, nearest_year
from variorum.moments.grammar import Found, Rule, Setting, operator, rule
from variorum.moments.lexicon import month_number
from variorum.moments.runs import MOVED, joined
from variorum.moments.slots import GAP

_AND = re.compile(rf"{GAP}?(?:-|–|—|and|to|through|thru|until|till|up{GAP}to){GAP}?(?P<the>the{GAP})?", re.IGNORECASE)
_NOW = re.compile(r"(?:now|date|(?:the )?present)(?!\w)", re.IGNORECASE)


def _from_to(match: re.Match[str], setting: Setting) -> Found | None:
    """Read "from X to Y", "between X and Y": both ends are expressions of their own."""
    if match["lead"].lower() == "from" and MOVED.search(setting.before):
        return None  # moved from one day to another
    gap = re.match(rf"{GAP}(?P<the>the{GAP})?", setting.text[match.end() : match.end() + 20])
    head = _either(setting, match.end() + gap.end(), match.end() + gap.start("the")) if gap else None
    link = None if head is None else _AND.match(setting.text, head.end)
    if head is None or link is None:
        return None
    wants_and = match["lead"].lower() == "between"
    if wants_and != (link.group().strip().lower() == "and") and link.group().strip() not in ("-", "–"):
        return None
    tail = _either(setting, link.end(), link.start("the"))
    if tail is None:
        return None
    first, last = head.moment, tail.moment
    if last.last < first.first and first.precision in ("day", "month") and first.precision == last.precision:
        if re.match(r"[A-Za-z]+day\b", setting.text[link.end() : tail.end]):
            last = _next_week(last) or last  # "from next Monday to Friday"
        else:
            first = _other_year(first, -12) or first  # "from November to February"
    moment = joined(first, last)
    return None if moment is None or moment.first.year + 200 < moment.last.year else Found(moment, tail.end)


def _other_year(moment: Moment, months: int) -> Moment | None:
    if moment.precision == "month":
        return almanac.month_of(moment.first, months)
    shifted = almanac.shift_months(moment.first, months)
    return None if shifted is None else almanac.day(shifted)


def _next_week(moment: Moment) -> Moment | None:
    shifted = almanac.shift_days(moment.first, 7)
    return None if shifted is None else almanac.day(shifted)


def _either(setting: Setting, offset: int, article: int) -> Found | None:
    """Return the moment whose words begin at an offset or with the article before; "now" at an end is today."""
    now = _NOW.match(setting.text, offset)
    if (
        now
        and setting.today is not None
        and re.search(r"\w\s+$", setting.text[:offset][-9:])
        and offset > setting.end + 6
    ):
        return Found(almanac.day(setting.today), now.end())
    return (setting.read_at(article) if article >= 0 else None) or setting.read_at(offset)


def _years(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "2011-14", "2011-2014", "2011/12"."""
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    head, tail = almanac.year(first), almanac.year(last)
    if (
        re.search(r"(?:[$€£#]|\bNo\.|\b(?:compar\w+|prefer\w*|like\w*))\s*$", setting.before)
        or MOVED.search(setting.before)
        or head is None
        or tail is None
        or not first < last < first + 200
    ):
        return None
    return joined(head, tail)


def _months(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "May-July 2016", "January and February 2016", "May to July"."""
    one, two = month_number(match["month"]) or 0, month_number(match["last"]) or 0
    if match.groupdict().get("year"):
        year = full_year(match["year"], setting.today)
    else:
        tail = nearest_year(setting, two, None)
        if tail is None:
            return None
        year = tail.first.year
    head, tail = almanac.month(year - (two < one), one), almanac.month(year, two)
    return None if head is None or tail is None else joined(head, tail)


def _same(_match: re.Match[str], _setting: Setting, inner: Moment) -> Moment | None:
    """A part of a period is the whole of it, by the convention that this grammar keeps."""
    return inner if inner.precision != "range" else None


def flagged(moment: Moment, before: str) -> Moment:
    """Return a moment with the open ends and the vagueness that the words before it give ("since", "around")."""
    lead = re.search(
        r"\b(?P<word>since|until|till|by|around|about|circa|roughly|from)\s+(?:\w+\s+)?$", before, re.IGNORECASE
    )
    if lead is None:
        return moment
    word = lead["word"].lower()
    direct = not re.search(r"\w\s+\w+\s+$", before[lead.start() :])
    if not direct and word not in ("since", "until"):
        return moment
    return Moment(
        moment.first,
        moment.last,
        moment.precision,
        moment.approximate or word in ("around", "about", "circa", "roughly"),
        open_start=moment.open_start or word in ("until", "till", "by"),
        open_end=moment.open_end or word == "since",
    )


_EDGE = r"(?:early|late|mid|earlier|later|first thing)(?: (?:in|on|of|this|next|last))?(?<!this)(?<!next)(?<!last)"

RULES: tuple[Rule, ...] = (
    operator("late in November", _EDGE, _same),
    operator(
        "late November",
        r"(?:the )?(?:(?:early|late|mid)(?: of| in)?"
        r"|(?:middle|end|start|beginning)(?: of| in|(?= <month>(?!\w| ?\d))))",
        _same,
    ),
    rule("from May to July", "(?P<lead>from|between)", _from_to),
    rule("2011 through 2014", r"(?P<year>(?:1[5-9]|20)\d\d) (?:through|thru|to) (?P<last>(?:1[5-9]|20)\d\d)", _years),
    rule("2011-2014", r"(?P<year>(?:1[5-9]|20)\d\d) ?[-–/] ?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![-\d])", _years),
    rule(
        "May-July 2016",
        r"<month> ?(?:-|–|—|to|through|and|or) ?<month:last>(?:,?(?: of)? (?P<year>(?:19|20)\d\d))?(?! \d)",
        _months,
    ),
)
