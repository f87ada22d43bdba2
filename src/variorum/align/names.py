"""When two name forms can be one name: folding, titles, acronyms, transliteration, countries.

Every rule asks for a reason in the language of names (the same words in another order, an acronym,
one spelling of a transliteration against another). A similarity ratio alone never joins two names:
"Iran" and "Iraq" are one letter apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from variorum.align.name_tables import COUNTRY_FORMS, LEGAL_FORMS, NICKNAME_LINES, SMALL_WORDS, TITLES

_SUFFIX = re.compile(r"['’]s?$")
_NOT_WORD = re.compile(r"[^a-z0-9&]+")
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name: ASCII, lower case, no possessive, no leading title or article.

    A Cyrillic letter in a Latin name is the Latin one that it looks like. Hyphens part words, so that
    "Jong-un" and "Jong Un" are alike; a name of titles only keeps its last word.
    """
    name = name.translate(_LOOK_ALIKES) if re.search("[A-Za-z]", name) else name
    plain = anyascii(_SUFFIX.sub("", name.strip())).lower().replace("'", " ").replace("’", " ")
    words = [w for w in _NOT_WORD.split(plain) if w]
    while len(words) > 1 and (words[0] in TITLES or words[0] in {"the", "a", "an"}):
        words.pop(0)
    while len(words) > 1 and words[-1] in {"jr", "sr", "ii", "iii", "iv"}:
        words.pop()
    return tuple(words)


def place_key(name: str) -> str:
    """Return the key under which a place's forms meet: a state's one key, else its folded words.

    What stands behind a comma says where the place lies, and is left out.
    """
    folded = " ".join(name_words(name.split(",", maxsplit=1)[0] or name))
    return COUNTRY_FORMS.get(folded, folded)


def _state_first(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name's words with a state's or union's form at their head under its one key."""
    for cut in range(min(6, len(words) - 1), 0, -1):
        key = COUNTRY_FORMS.get(" ".join(words[:cut]))
        if key:
            return (key, *words[cut:])
    return words


def organization_key(name: str) -> str:
    """Return the key under which an organization's forms meet: no legal form, words without order.

    "Department of State" and "State Department" share a key; so do "Acme Group Inc." and "Acme".
    """
    words = [w for w in _state_first(name_words(name)) if w not in SMALL_WORDS]
    short = [w for w in words if w not in LEGAL_FORMS] or words
    folded = " ".join(name_words(name))
    return COUNTRY_FORMS.get(folded) or " ".join(sorted(short) if len(short) > 1 else short)


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as an acronym: two to seven capitals, full stops aside."""
    bare = name.replace(".", "").strip()
    return 2 <= len(bare) <= 7 and bare.isalpha() and bare.isupper()


def acronyms_of(name: str) -> frozenset[str]:
    """Return the acronyms that a name of two words or more can have, with and without its small words."""
    words = name_words(name)
    if len(words) < 2:
        return frozenset()
    whole = "".join(w[0] for w in words)
    dense = "".join(w[0] for w in words if w not in SMALL_WORDS)
    return frozenset(a for a in (whole, dense) if len(a) >= 2)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return what is left of a folded word when the choices of transliterators are taken out.

    "yury" and "yuri", "sergei" and "sergey", "qaddafi", "gaddafi" and "kadhafi" meet, and so do "mahler" and "maler",
    "clark" and "clarke"; the first letter's class and the consonants stay.
    """
    out = word
    for old, new in (
        ("kh", "h"),
        ("dh", "d"),
        ("th", "t"),
        ("gh", "g"),
        ("ph", "f"),
        ("ck", "k"),
        ("ou", "u"),
        ("oo", "u"),
        ("ei", "i"),
        ("ey", "i"),
        ("ee", "i"),
        ("ij", "i"),
        ("iy", "i"),
        ("yi", "i"),
    ):
        out = out.replace(old, new)
    out = re.sub(r"(?<=[aeiou])h(?=[^aeiou])", "", out)
    out = re.sub(r"(?<=[a-z]{3}[^aeiou])e$", "", out)
    out = re.sub(r"^[qg](?=[aou])", "k", out)
    out = out.translate(str.maketrans("yjqw", "iikv"))
    out = re.sub(r"(.)\1+", r"\1", out)
    return re.sub(r"(?<=.)[aeo](?=.)", "a", out)


def one_spelling(a: str, b: str) -> bool:
    """Tell whether two folded words can be two spellings of one foreign name."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or skeleton(a) != skeleton(b):
        return False
    return fuzz.ratio(a, b) >= 60


def one_given_name(a: str, b: str) -> bool:
    """Tell whether two folded given names can be one: equal, an initial, a short form, another spelling."""
    if a == b or one_spelling(a, b):
        return True
    if 1 in (len(a), len(b)):
        return a[0] == b[0]
    return bool(NICKNAME_LINES.get(a, set()) & NICKNAME_LINES.get(b, set()))


def one_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two full names, as folded words, two or more each, can be one person's.

    They are when they hold the same words in any order, when the shorter one's words stand in the
    longer one with the first or the last alike, or when family and given names are spellings of one.
    """
    if len(a) < 2 or len(b) < 2:
        return False
    short, long = sorted((a, b), key=lambda n: (len(n), n))
    if sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return True
    if set(short) <= set(long) and (short[0] == long[0] or short[-1] == long[-1]):
        return True
    if not one_spelling(a[-1], b[-1]) or not one_given_name(a[0], b[0]):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    if not middle_a or not middle_b:
        return True
    return len(middle_a) == len(middle_b) and all(one_given_name(x, y) for x, y in zip(middle_a, middle_b, strict=True))
