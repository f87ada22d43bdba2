"""The tense around a time expression, judged from nearby words where no tree is at hand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from variorum.model import Tense

FUTURE = (
    r"will|won['’]t|shall|['’]ll|would|upcoming|forthcoming|impending|supposed\s+to|"
    r"(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:due|set|scheduled|expected|slated|planned|planning|likely|"
    r"going|poised|about(?=\s+to\b)|bound(?=\s+(?:to|for)\b)|to)\b(?:\s+to)?|"
    r"(?:due|set|scheduled|expected|slated|planned|planning|likely|going|poised|preparing|hop(?:es?|ing)|plans?|"
    r"intends?|wants?|needs?|aims?|expects?|must|ought|has|have|vow(?:s|ed)|pledg(?:es?|ed)|promis(?:es?|ed)|"
    r"agreed|refus(?:es?|ed))\s+to\b|"
    r"(?:due|scheduled|slated|planned|expected|set)\s+(?:for|on|in|by|at)\b|ahead\s+of|"
    r"can|could|may|might|should|must|until"
)
"""Words after which a day without a date is still to come. "Would" tells it from the past's view, and the day that it
names is mostly still ahead of the report's."""

_IRREGULAR = (
    "was|were|had|did|said|told|went|came|took|made|gave|got|saw|found|knew|thought|became|began|held|met|left|kept|"
    "ran|won|lost|fell|rose|grew|hit|shot|fought|struck|broke|drew|drove|flew|spoke|wrote|stood|sat|sent|spent|"
    "sold|bought|brought|taught|caught|led|read|heard|built|died|paid|laid|dealt|felt|slept|swept|quit|sank|"
    "sang|swore|threw|wore|woke|chose|ate|hid|rode|shook|stole|tore|bore|beat|bid|burst|cut|put|shut|split|spread|"
    "set|let|hurt|been|done|gone|seen|taken|given|known|shown|written|spoken|driven|killed|says|according"
)
PAST = rf"{_IRREGULAR}|(?!(?:need|speed|indeed|hundred|seed|feed|breed|united|red|bed|wed)\b)[a-z]{{2,}}ed"
"""Words that tell of the past: irregular forms, and what ends in -ed. "Says" and "according" tell when somebody
spoke, which is past however it is put."""

_NO_MODAL = "".join(
    rf"(?<!\b{word}\s)"
    for word in ["be", "to", "will", "would", "shall", "may", "might", "can", "could", "must", "should"]
)
"""Behind these a form that could be past is none: "will shut", "to cut"."""

_CUE = re.compile(
    rf"(?:(?<!\w)|(?=['’]ll))(?:(?P<past_plan>had\s+(?:\w+ly\s+)?been\s+\w+)|(?P<future>{FUTURE})|{_NO_MODAL}(?P<past>{PAST})|"
    r"(?P<present>is|are|has|have|am|does|do))(?!\w)",
    re.I,
)
_LONGEST_CUE = 60
"""Characters; from so far before a sentence on, cues are found as in the whole text, one not over another."""
_INFINITIVE = re.compile(r"(?<!\w)to\s+[a-z]{3,}(?!\w)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\n|\n(?=[A-Z“\"])")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"[ap]\.m|U\.S|U\.K|[A-Z])\.$"
)
_BREAK = re.compile(
    r"[,;:—–“”\"]|--|\b(?:that|which|who|whom|when|while|where|after|before|but|and|because|as|if)\b", re.I
)

_LEAD = r"(?:the (?:start|beginning|middle|end) of )?(?:early|late|mid)?[ -]?$"
_PLANNED = re.compile(
    r"\b(?P<past>(?:had (?:\w+ly )?been|was|were) (?:\w+ly )?)?(?:"
    r"(?:planned|scheduled|slated|set|booked|due|expected|timetabled) for|(?:due|expected|scheduled|slated) (?:in|by)"
    r"|(?:postponed|put off|delayed|deferred|adjourned|put back|pushed back|moved) (?:to|until|till)) " + _LEAD,
    re.I,
)
"""A plan right before its month; told as a plan that was, it is near, on either side of the report's day."""
_TIMETABLED = re.compile(
    r"(?<!\bto )(?<!\bdid )(?<!\bnot )\b(?:runs? out|expires?|lapses|ends|begins|starts|opens|closes|resumes|returns"
    r"|retires|steps down|falls due|(?:takes|comes into) (?:effect|force)|takes (?:office|over|place)"
    r"|goes on (?:sale|trial)|expects?|plans|hopes|aims)(?: \w+){0,2}? (?:in|by|from|for|on|at|until) " + _LEAD,
    re.I,
)
"""A verb of beginning and ending in the present tense tells what stands in the calendar, not what was."""
_HABIT = re.compile(r"\b(?:every year|each year|usually|always|normally|annually|traditionally)\b", re.I)


def planned_tense(before: str) -> Tense | None:
    """Judge the tense of a bare month by words of planning right before it.

    Args:
        before: The characters before the month, from its paragraph.

    Returns:
        `future` behind a plan or a verb of the calendar in the present tense ("put off until", "expires in"),
        `none` behind a plan that was ("had been planned for"), `past` behind "since", None where the words tell
        of none of these.
    """
    words = " ".join(before.split()) + " "
    if re.search(r"\bsince " + _LEAD, words, re.I):
        return "past"
    planned = _PLANNED.search(words)
    if planned:
        return "none" if planned["past"] else "future"
    return "future" if _TIMETABLED.search(words) and not _HABIT.search(words) else None


def paragraph_of(text: str, offset: int) -> tuple[int, int]:
    """Return start and end of the paragraph around an offset: the text between two line breaks."""
    start = text.rfind("\n", 0, max(offset, 0)) + 1
    end = text.find("\n", max(offset, 0))
    return start, len(text) if end < 0 else end


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return start and end of the sentence around a passage, by full stops and line breaks, at most 600 characters."""
    floor, ceiling = max(0, start - 300), min(len(text), end + 300)
    head, tail = floor, ceiling
    for match in _SENTENCE_END.finditer(text, floor, start):
        if not _ABBREVIATED.search(text[max(0, match.start() - 6) : match.start() + 1]):
            head = match.end()
    for match in _SENTENCE_END.finditer(text, max(start, end - 1), ceiling):
        if not _ABBREVIATED.search(text[max(0, match.start() - 6) : match.start() + 1]):
            tail = match.start() + 1
            break
    return head, max(tail, end)


@dataclass(frozen=True, slots=True)
class _Cues:
    """Words of a passage that tell tense, in order, none over another."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tenses: tuple[Tense, ...]

    def last(self, start: int, end: int) -> Tense | None:
        """Return the tense of the last cue that lies in a passage, None without one."""
        index = bisect_right(self.ends, end) - 1
        return self.tenses[index] if index >= 0 and self.starts[index] >= start else None

    def first(self, start: int, end: int) -> Tense | None:
        """Return the tense of the first cue that lies in a passage, None without one."""
        index = bisect_left(self.starts, start)
        return self.tenses[index] if index < len(self.ends) and self.ends[index] <= end else None


@lru_cache(maxsize=64)
def _cues(text: str, start: int, end: int) -> _Cues:
    """Find the cues of a sentence, once however many expressions ask for it; one that begins in it may end behind."""
    found = list(takewhile(lambda cue: cue.start() < end, _CUE.finditer(text, max(0, start - _LONGEST_CUE))))
    tenses: list[Tense] = [
        "future" if cue["future"] else "past" if cue["past"] or cue["past_plan"] else "present" for cue in found
    ]
    return _Cues(tuple(cue.start() for cue in found), tuple(cue.end() for cue in found), tuple(tenses))


def tense_near(text: str, start: int, end: int) -> Tense:
    """Judge the tense of the clause around `text[start:end]`.

    The nearest cue before the words decides, in their own clause first, then in
    the rest of the sentence; failing those the nearest behind. A sentence
    without a finite verb but with an infinitive is a headline of something to
    come.

    Returns:
        `none` when no word of the sentence tells.
    """
    head, tail = sentence_of(text, start, end)
    breaks = [match.end() for match in _BREAK.finditer(text, head, start)]
    rest = _BREAK.search(text, end, tail)
    cues = _cues(text, head, tail)
    found = (
        cues.last(breaks[-1] if breaks else head, start)
        or cues.first(end, rest.start() if rest else tail)
        or cues.last(head, start)
        or cues.first(end, tail)
    )
    return found or (
        "future" if _INFINITIVE.search(text, head, start) or _INFINITIVE.search(text, end, tail) else "none"
    )
