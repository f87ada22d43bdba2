"""Two moments made one, and words that lean on the moment behind them: from May to July, early in June."""

from __future__ import annotations

import re

from variorum.model import Moment
from variorum.moments import almanac
from variorum.moments.dates import YEARS, full_year, nearest_year, year_behind
from variorum.moments.grammar import Found, Rule, Setting, operator, rule
from variorum.moments.lexicon import month_number, ordinal
from variorum.moments.slots import GAP

_AND = re.compile(rf"{GAP}?(?:-|–|—|and|to|through|thru|until|till|up{GAP}to){GAP}?(?:the{GAP})?", re.IGNORECASE)


def joined(first: Moment, last: Moment) -> Moment | None:
    """Return the moment from the first day of one to the last day of the other, None when they stand in no order."""
    if last.last < first.first:
        return None
    return Moment(first.first, last.last, "range", first.approximate or last.approximate)


def _from_to(match: re.Match[str], setting: Setting) -> Found | None:
    """Read "from X to Y", "between X and Y": both ends are expressions of their own."""
    gap = re.match(rf"{GAP}(?:the{GAP})?", setting.text[match.end() :])
    head = setting.read_at(match.end() + gap.end()) if gap else None
    link = None if head is None else _AND.match(setting.text, head.end)
    if head is None or link is None:
        return None
    wants_and = match["lead"].lower() == "between"
    if wants_and != (link.group().strip().lower() == "and") and link.group().strip() not in ("-", "–"):
        return None
    tail = setting.read_at(link.end())
    if tail is None:
        return None
    first, last = head.moment, tail.moment
    if last.last < first.first and first.precision in ("day", "month") and first.precision == last.precision:
        first = _earlier_year(first) or first  # "from November to February"
    moment = joined(first, last)
    return None if moment is None or moment.first.year + 200 < moment.last.year else Found(moment, tail.end)


def _earlier_year(moment: Moment) -> Moment | None:
    if moment.precision == "month":
        return almanac.month(moment.first.year - 1, moment.first.month)
    shifted = almanac.shift_months(moment.first, -12)
    return None if shifted is None else almanac.day(shifted)


def _years(match: re.Match[str], setting: Setting) -> Moment | None:
    """Read "2011-14", "2011-2014", "2011/12"."""
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    head, tail = almanac.year(first), almanac.year(last)
    if (
        re.search(r"(?:[$€£#]|\bNo\.)\s*$", setting.before)
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


def _day_span(match: re.Match[str], setting: Setting) -> Moment | Found | None:
    """Read "June 18-19, 2024", "18 and 19 June", "June 30 to July 2", "from 4 to June 22"."""
    groups = match.groupdict()
    first_month = month_number(groups["month"]) or 0
    last_month = month_number(groups.get("until") or groups["month"]) or 0
    one, two = ordinal(groups["day"]) or 0, ordinal(groups["last"]) or 0
    said = None if groups.get("year") else year_behind(setting)
    if groups.get("year"):
        year = full_year(groups["year"], setting.today)
    elif said is not None:
        year = said.moment.first.year
    else:
        head = nearest_year(setting, first_month, one)
        if head is None:
            return None
        year = head.first.year
    first = almanac.calendar_day(year, first_month, one)
    last = almanac.calendar_day(year + (last_month < first_month), last_month, two)
    if first is None or last is None or last <= first:
        return None
    return Found(Moment(first, last, "range"), said.end if said else setting.end)


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

_TO = "(?:-|–|—|and|to|till|until|through)"

RULES: tuple[Rule, ...] = (
    rule(
        "June 18-19, 2024",
        rf"<month>\.? (?:from |between )?(?:the )?<day> ?{_TO} ?(?:the )?<day:last>(?:{YEARS})?",
        _day_span,
    ),
    rule(
        "June 30 to July 2",
        rf"<month>\.? <day> ?(?:-|–|—|to|through|until) ?<month:until>\.? <day:last>(?:{YEARS})?",
        _day_span,
    ),
    rule("18 and 19 June 2024", rf"<day> ?{_TO} ?<day:last> (?:of )?<month>(?:{YEARS})?", _day_span),
    rule(
        "from 4 to June 22",
        rf"(?:from|between) (?:the )?<day> {_TO} <month>\.? (?:the )?<day:last>(?:{YEARS})?",
        _day_span,
    ),
    operator("late in November", _EDGE, _same),
    operator("late November", r"(?:the )?(?:early|late|mid|middle|end|start|beginning)(?: of| in)?", _same),
    rule("from May to July", "(?P<lead>from|between)", _from_to),
    rule("2011 through 2014", r"(?P<year>(?:1[5-9]|20)\d\d) (?:through|thru) (?P<last>(?:1[5-9]|20)\d\d)", _years),
    rule("2011-2014", r"(?P<year>(?:1[5-9]|20)\d\d) ?[-–/] ?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![-\d])", _years),
    rule(
        "May-July 2016",
        r"<month> ?(?:-|–|—|to|through|and|or) ?<month:last>(?:,?(?: of)? (?P<year>(?:19|20)\d\d))?(?! \d)",
        _months,
    ),
)
