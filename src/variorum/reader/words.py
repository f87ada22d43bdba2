"""Words as Universal Dependencies cuts them, with their offsets.

A cascade over the raw text: runs without white space are cut at punctuation that stands at
their edges, then inside them at hyphens, slashes and clitics ("do" + "n't", "Kim" + "'s").
Nothing is normalised, so that an offset is an offset of the text that was given, whatever
accents, soft hyphens, zero-width characters or emoji stand in it.
"""

from __future__ import annotations

import re

#: Invisible characters that may stand inside a word without ending it: soft hyphen, zero-width
#: space and joiners, direction marks, word joiner, variation selectors, byte-order mark.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"

#: Accents that stand as characters of their own behind their letter.
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

#: Abbreviations whose full stop belongs to the word when it is capitalised.
ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx messrs dr prof st sr jr rev hon gen lt col maj capt cmdr sgt cpl adm gov sen sens rep
    reps pres supt insp det atty inc ltd co corp bros dept assn univ jan feb apr jun jul aug sept sep
    oct nov dec tue tues thu thur thurs ave blvd rd ft mt hwy vol eds ph.d m.d b.a m.a d.c u.s u.k u.n
    e.u ala ariz ark calif colo conn fla ga kan ky md mich minn mo mont neb nev okla pa tenn tex vt va
    wis wyo
    """.split()  # noqa: SIM905
)

#: Those that keep it in small letters too.
_SMALL = frozenset("vs etc e.g i.e cf al viz approx a.m p.m inc ltd jr sr st dept vol pp".split())  # noqa: SIM905

#: Capitalised words that are abbreviations only where the sentence goes on behind their full stop.
_EITHER = frozenset(
    "Sun Sat Mar Mon Wed Fri Mass Miss Ill Wash Ore Ind Del Fig Ed Est Div No Nos".split()  # noqa: SIM905
)

#: Prefixes that English treebanks leave joined to what follows their hyphen.
_PREFIXES = frozenset(
    "e co re non pre anti post pro ex mid un de inter intra multi semi sub ultra x t".split()  # noqa: SIM905
)

_URL = r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_HANDLE = r"[@#]\w+"
_INITIALS = r"(?:[^\W\d_]\.){2,}"
_NUMBER = r"\d+(?:/\d+){2}|\d+(?:[.,:]\d+)*"
_ORDINAL = r"\d+(?:st|nd|rd|th|s)\b"
_DOMAIN = r"(?:[A-Za-z0-9-]+\.)+(?:com|org|net|gov|edu|co\.uk|info|ru|tv|io|eu)\b(?:/[\w/?=&%~.-]*[\w/])?"
_LETTERS = rf"\w(?:[\w{INVISIBLE}{_MARKS}]*[\w{_MARKS}])?(?:['’`][^\W\d_]+)*['’]?"
_DOTS = r"\.{2,}|…+"
_DASHES = r"-{2,}|[–—]+"
_RUNS = r"[!?]{2,}|\*{2,}|={2,}|_{2,}|~{2,}|\+{2,}|<{2,}|>{2,}|\${2,}"

_TOKEN = re.compile(
    rf"(?P<url>{_URL})|(?P<mail>{_MAIL})|(?P<handle>{_HANDLE})|(?P<domain>{_DOMAIN})|(?P<initials>{_INITIALS})"
    rf"|(?P<ordinal>{_ORDINAL})|(?P<number>{_NUMBER})"
    rf"|(?P<word>{_LETTERS})|(?P<dots>{_DOTS})|(?P<dashes>{_DASHES})|(?P<runs>{_RUNS})|(?P<quotes>``|'')|(?P<other>\S)"
)

_CLITIC = re.compile(r"(?:n['’`]t|['’`](?:s|m|d|re|ve|ll))$", re.IGNORECASE)
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dunno": 2}
_UNIT = re.compile(r"^(\d[\d.,]*)(km|kg|cm|mm|m|bn|mn|k|mph|kph|am|pm)$", re.IGNORECASE)
_ELIDED = re.compile(r"^(?:o|d|l|al|m)['’]", re.IGNORECASE)


def split_words(text: str) -> list[tuple[int, int]]:
    """Return the words of `text` as (start, end), code points, half-open, in order.

    Every character that is neither white space nor invisible lies in exactly one word.
    """
    out: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "other" and re.fullmatch(rf"[{INVISIBLE}]", match.group()):
            continue
        if kind == "word":
            out.extend(_split_letters(text, start, end))
        else:
            out.append((start, end))
    return _join(text, out)


def _split_letters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut the clitics and a trailing apostrophe off a run of letters, digits and apostrophes."""
    word = text[start:end]
    if word[-1] in "'’" and len(word) > 1:
        return [*_split_letters(text, start, end - 1), (end - 1, end)]
    fused = _FUSED.get(word.lower())
    if fused is not None:
        return [(start, start + fused), (start + fused, end)]
    match = _CLITIC.search(word)
    if match and match.start() > 0:
        at = start + match.start()
        return [*_split_letters(text, start, at), (at, end)]
    unit = _UNIT.match(word)
    if unit:
        at = start + unit.end(1)
        return [(start, at), (at, end)]
    inner = re.search(r"['’`]", word)
    if inner and not _ELIDED.match(word) and word[0].isalpha() and len(word) - inner.end() > 2:
        at = start + inner.start()
        return [(start, at), (at, at + 1), *_split_letters(text, at + 1, end)]
    return [(start, end)]


def _join(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give abbreviations their full stop back and known prefixes their hyphen."""
    out: list[tuple[int, int]] = []
    for start, end in words:
        if out and out[-1][1] == start:
            last_start, last_end = out[-1]
            last = text[last_start:last_end]
            if text[start:end] == "." and _takes_stop(text, last, end):
                out[-1] = (last_start, end)
                continue
            if last.endswith("-") and last != "-" and len(last) > 1 and last[:-1].lower() in _PREFIXES:
                out[-1] = (last_start, end)
                continue
            if text[start:end] == "-" and last.lower() in _PREFIXES and end < len(text) and text[end].isalnum():
                out[-1] = (last_start, end)
                continue
        out.append((start, end))
    return out


def _takes_stop(text: str, last: str, end: int) -> bool:
    """Tell whether a full stop behind `last` belongs to the word: initials and abbreviations."""
    if last.lower() in _SMALL or (last[0].isupper() and last.lower() in ABBREVIATIONS):
        return True
    if last in _EITHER:
        return re.match(r"\s?\d|\s+[a-z]|,", text[end:]) is not None
    initial = len(last) == 1 and last.isalpha() and last.isupper() and last != "I"
    return initial and re.match(r"\s", text[end:]) is not None
