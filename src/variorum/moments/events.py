"""When an event was that only words name: looked up in the text's own dated sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

from variorum.model import Moment
from variorum.moments.grammar import Setting
from variorum.moments.tense import sentence_of

KINDS: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "trip visit visited travel traveled travelled tour toured journey arrived arrival arrive went flew sailed",
        "summit meeting met talks meet negotiations",
        "election elected elections vote voted ballot won poll",
        "attack attacks attacked assault bombing bombed raid raided strike",
        "crash crashed collision collided accident",
        "shooting shot opened gunman",
        "death died dead killed",
        "arrest arrested detained detention custody",
        "release released freed free",
        "abduction abducted kidnapping kidnapped seized",
        "takeoff took departed departure",
        "launch launched fired test tested",
        "resignation resigned quit stepped",
        "trial tried hearing",
        "invasion invaded war",
        "announcement announced",
        "quake earthquake struck hit",
    )
)
"""Words by which one kind of event is named and told: a trip is what somebody made who visited."""

_STOP = frozenset(
    (
        *("the", "his", "her", "its", "their", "our", "your", "this", "that", "these", "those", "was", "were", "are"),
        *("been", "had", "has", "have", "she", "they", "first", "last", "second", "new", "own", "former", "expected"),
        *("planned", "scheduled", "official"),
    )
)
"""Words that do not tell one event from another."""


def _content(words: str) -> list[str]:
    folded = (re.sub(r"['’]s?$", "", w) for w in re.findall(r"[\w’']+", words.lower()))
    return [w for w in folded if len(w) > 2 and w not in _STOP]


def _same(one: str, other: str) -> bool:
    if one == other or (len(one) > 4 and one[:5] == other[:5]):
        return True
    return any(one in kind and other in kind for kind in KINDS)


def event_in_text(words: str, setting: Setting, fits: Callable[[Moment], bool]) -> Moment | None:
    """Find when the event that `words` name was, in the dated sentences of the text.

    A sentence fits when it holds a word of the same kind of event, which must be
    among the words; further shared words make it fit better. Between equals the
    more precise moment wins, then the nearer sentence.

    Args:
        words: The event's name ("his Russia trip").
        setting: Of the expression that leans on it.
        fits: Tells whether an event at that moment could be meant.

    Returns:
        None when no dated sentence tells of such an event.
    """
    wanted = _content(words)
    kinds = [w for w in wanted if any(w in kind for kind in KINDS)]
    if not kinds:
        return None
    best: tuple[int, int, int, int] | None = None
    chosen: Moment | None = None
    for expression in setting.known:
        if expression.moment.precision not in ("day", "range", "week", "month") or not fits(expression.moment):
            continue
        head, tail = sentence_of(setting.text, expression.span.start, expression.span.end)
        if head <= setting.start < tail:
            continue
        there = _content(setting.text[head:tail])
        if not any(_same(k, t) for k in kinds for t in there):
            continue
        shared = sum(2 if w in there else any(_same(w, t) for t in there) for w in wanted)
        width = (expression.moment.last - expression.moment.first).days
        rank = (shared, -min(width, 2), -abs(expression.span.start - setting.start), -expression.span.start)
        if best is None or rank > best:
            best, chosen = rank, expression.moment
    return chosen
