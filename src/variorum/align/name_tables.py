"""Lists of the language that names are read by: titles, legal forms, states, short forms of given names."""

from __future__ import annotations

_TITLES_LINE = (
    "mr mrs ms miss dr prof professor sir dame lord lady president premier chancellor king queen prince princess "
    "sen senator rep representative gov governor mayor minister secretary ambassador judge justice gen general col "
    "colonel capt captain lt lieutenant sgt sergeant maj major adm admiral cmdr commander rev reverend rabbi imam "
    "pope cardinal bishop sheikh sheik ayatollah chairman chairwoman spokesman spokeswoman"
)
TITLES = frozenset(_TITLES_LINE.split())
"""Words before a person's name that are no part of it."""

_LEGAL_FORMS_LINE = "inc corp corporation co company ltd limited llc plc group ag gmbh sa nv spa holdings"
LEGAL_FORMS = frozenset(_LEGAL_FORMS_LINE.split())
"""Words behind a company's name that news drops at will."""

_SMALL_WORDS_LINE = "the of for and on in to a an de la del al"
SMALL_WORDS = frozenset(_SMALL_WORDS_LINE.split())

_COUNTRIES = (
    "us|usa|u s|u s a|united states|united states of america|america",
    "uk|u k|united kingdom|britain|great britain",
    "uae|u a e|united arab emirates",
    "eu|e u|european union",
    "un|u n|united nations",
    "north korea|dprk|democratic people s republic of korea",
    "south korea|rok|republic of korea",
    "china|prc|people s republic of china",
    "russia|russian federation",
    "ivory coast|cote d ivoire",
    "czech republic|czechia",
    "myanmar|burma",
    "drc|dr congo|democratic republic of congo|democratic republic of the congo",
    "iran|islamic republic of iran",
    "syria|syrian arab republic",
    "turkey|turkiye",
)
COUNTRY_FORMS = {form: line.split("|")[0] for line in _COUNTRIES for form in line.split("|")}
"""Folded name forms of states and unions, each to one key."""

_NICKNAMES = (
    "michael mike mick mitch",
    "william will bill billy",
    "robert rob bob bobby",
    "richard rick dick",
    "james jim jimmy",
    "john jack johnny",
    "joseph joe",
    "thomas tom tommy",
    "charles charlie chuck",
    "edward ed eddie ted",
    "anthony tony",
    "daniel dan danny",
    "david dave",
    "donald don",
    "ronald ron",
    "stephen steven steve",
    "christopher chris",
    "matthew matt",
    "nicholas nick",
    "benjamin ben",
    "samuel sam",
    "alexander alex",
    "andrew andy drew",
    "gregory greg",
    "jeffrey jeff",
    "kenneth ken",
    "lawrence larry",
    "mitchell mitch",
    "patrick pat",
    "peter pete",
    "philip phil",
    "raymond ray",
    "timothy tim",
    "elizabeth liz beth betsy",
    "katherine catherine kate katie kathy cathy",
    "margaret maggie peggy",
    "patricia pat patty",
    "susan sue",
    "jennifer jen jenny",
    "deborah debbie deb",
    "rebecca becky",
    "barbara barb",
    "victoria vicky",
    "abraham abe",
    "leonard len",
    "walter walt",
    "frederick fred",
    "albert al",
    "mohammed muhammad mohamed mohammad muhammed mohamad",
)
NICKNAME_LINES: dict[str, set[int]] = {}
for _line, _names in enumerate(_NICKNAMES):
    for _name in _names.split():
        NICKNAME_LINES.setdefault(_name, set()).add(_line)
"""For each given name, the lines of the list above that it stands in: names of one line can be one person's."""
