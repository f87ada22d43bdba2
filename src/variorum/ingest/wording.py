"""What English pages say around an article: the trade's names and the words of its furniture.

Lists of the language and of the trade (agencies, months, the words of buttons and
credits). None names a person or a story; companies stand only in the lists of
agencies, because a credit is told by them.
"""

from __future__ import annotations

import re

AGENCIES: dict[str, str] = {
    "aap": "AAP",
    "afp": "Agence France-Presse",
    "agence france presse": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "agence francepresse": "Agence France-Presse",
    "anadolu": "Anadolu Agency",
    "anadolu agency": "Anadolu Agency",
    "ani": "ANI",
    "ansa": "ANSA",
    "antara": "Antara",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "belga": "Belga",
    "bernama": "Bernama",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "canadian press": "The Canadian Press",
    "dpa": "dpa",
    "efe": "EFE",
    "epa": "European Pressphoto Agency",
    "ians": "IANS",
    "interfax": "Interfax",
    "irna": "IRNA",
    "itar-tass": "TASS",
    "jiji": "Jiji Press",
    "jiji press": "Jiji Press",
    "kcna": "KCNA",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "pa": "Press Association",
    "pa media": "Press Association",
    "press association": "Press Association",
    "press trust of india": "Press Trust of India",
    "pti": "Press Trust of India",
    "reuters": "Reuters",
    "ria novosti": "RIA Novosti",
    "sputnik": "Sputnik",
    "tass": "TASS",
    "thomson reuters": "Reuters",
    "thomson reuters foundation": "Thomson Reuters Foundation",
    "ukrinform": "Ukrinform",
    "unian": "UNIAN",
    "upi": "UPI",
    "xinhua": "Xinhua",
    "yonhap": "Yonhap",
}
"""News agencies by the forms that credits and datelines use, lower-cased, with the name to show."""

_PICTURE_AGENCIES = (
    "alamy", "ap photo", "afp photo", "corbis", "epa-efe", "flickr", "getty", "getty images", "handout", "imago",
    "istock", "maxar", "maxar technologies", "nurphoto", "planet labs", "pool", "pool photo", "rex", "rex features",
    "shutterstock", "sipa", "social media", "sopa images", "splash", "wenn", "wikimedia commons", "zuma", "zuma press",
)  # fmt: skip


def alternation(words: tuple[str, ...]) -> str:
    """Return a pattern that matches any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


AGENCY = alternation((*AGENCIES, *_PICTURE_AGENCIES))
"""Pattern for any agency of news or pictures; to be matched without regard to case."""

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Month names and their short forms, lower-cased and without a full stop, with their numbers."""

MONTH = alternation(tuple(MONTHS))
WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
FULL_DATE = (
    rf""
    rf"(?:(?:{MONTH})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:{MONTH})\b\.?,?[\s-]\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
"""Pattern for a day with its year, in the forms that pages print."""

FINITE = _word_set(
    "is are was were am be been has have had do does did will would shall should can could may might must isn't aren't "
    "wasn't weren't don't doesn't didn't won't can't says said say told tells tell adds added asked called came come "
    "comes began went goes go gave made makes took takes got gets met meets held killed died die led left put set "
    "kept keeps knew know knows thought think thinks believe believes found finds became remain remains remained "
    "want wants wanted need needs seem seems seemed warned announced agreed denied confirmed reported reports "
    "according showed shows refused ordered voted signed arrived"
)
"""Common finite forms: a line without one and without a full stop is hardly a sentence."""

PICTURE_VERBS = _word_set(
    "addresses appear appears arrive arrives attend attends board boards carry carries celebrate celebrates chant "
    "chants clean comfort comforts cry deliver delivers depart departs drive drives embrace embraces exit exits "
    "flee gather gathers gesture gestures go goes greet greets guard hold holds hug hugs inspect inspects kiss "
    "kisses lays leaves listen listens look looks marches meet meets mourn mourns pass passes perform performs pose "
    "poses pray prays queue reacts ride rides search searches shake shakes shout shouts sing sings sit sits smile "
    "smiles speak speaks stand stands stretch tours wait waits walk walks watch watches wear wears weep weeps"
)
"""What people do in pictures, in the present tense that captions are written in."""

REPORTING = re.compile(
    r"\b(?:said|says|told|added|asked|wrote|tweeted|announced|according to|warned|explained|argued|insisted|noted|"
    r"replied|stated|declared|reported|reports|confirmed|denied|claimed|recalled|continued|concluded)\b",
    re.I,
)
"""Words that give a sentence to a voice: captions and headings seldom do, paragraphs often."""
