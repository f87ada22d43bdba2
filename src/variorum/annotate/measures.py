"""The words of quantities: magnitudes, fractions, currencies, units, bounds, and what a bare number counts."""

from __future__ import annotations

from variorum.annotate.wordlists import words
from variorum.model import Bound

MAGNITUDES: dict[str, float] = {
    **{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0},
    **{"mn": 1e6, "mln": 1e6, "m": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "k": 1e3},
    **{"lakh": 1e5, "crore": 1e7},
}
"""Factor of each magnitude word; the letters count only right behind digits, after a currency sign."""

FRACTIONS: dict[str, float] = {
    **{"half": 0.5, "a half": 0.5, "one half": 0.5, "one-half": 0.5},
    **{"a third": 1 / 3, "one third": 1 / 3, "one-third": 1 / 3, "two thirds": 2 / 3, "two-thirds": 2 / 3},
    **{"a quarter": 0.25, "one quarter": 0.25, "one-quarter": 0.25},
    **{"three quarters": 0.75, "three-quarters": 0.75, "a fifth": 0.2, "one-fifth": 0.2, "two-fifths": 0.4},
    **{"three-fifths": 0.6, "four-fifths": 0.8, "a tenth": 0.1, "one-tenth": 0.1},
}

SIGNS: dict[str, str] = {
    **{"$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD"},
    **{"s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₦": "NGN"},
    **{"₪": "ILS", "₴": "UAH", "₺": "TRY", "usd": "USD", "eur": "EUR", "gbp": "GBP", "rs": "INR", "rs.": "INR"},
}
"""ISO 4217 code of what is written before a number; the bare dollar is the United States'."""

UNITS: dict[str, str] = {
    **dict.fromkeys(("percent", "per cent", "%", "percentage points", "percentage point"), "percent"),
    **dict.fromkeys(("dollars", "dollar", "us dollars", "u.s. dollars", "bucks"), "USD"),
    **dict.fromkeys(("cents", "cent"), "US cent"),
    **dict.fromkeys(("euros", "euro"), "EUR"),
    **dict.fromkeys(("pounds sterling", "pounds", "pound"), "GBP"),
    **dict.fromkeys(("yuan", "renminbi", "rmb"), "CNY"),
    **dict.fromkeys(("won",), "KRW"),
    **dict.fromkeys(("yen",), "JPY"),
    **dict.fromkeys(("rubles", "roubles", "ruble", "rouble"), "RUB"),
    **dict.fromkeys(("rupees", "rupee"), "INR"),
    **dict.fromkeys(("naira",), "NGN"),
    **dict.fromkeys(("shekels", "shekel"), "ILS"),
    **dict.fromkeys(("hryvnia", "hryvnias"), "UAH"),
    **dict.fromkeys(("lira", "liras"), "TRY"),
    **dict.fromkeys(("francs", "swiss francs"), "CHF"),
    **dict.fromkeys(("kilometers", "kilometres", "kilometer", "kilometre", "km", "kms"), "km"),
    **dict.fromkeys(("miles", "mile", "mi"), "mile"),
    **dict.fromkeys(("nautical miles", "nautical mile"), "nautical mile"),
    **dict.fromkeys(("meters", "metres", "meter", "metre"), "m"),
    **dict.fromkeys(("centimeters", "centimetres", "centimeter", "centimetre", "cm"), "cm"),
    **dict.fromkeys(("millimeters", "millimetres", "mm"), "mm"),
    **dict.fromkeys(("feet", "foot", "ft"), "foot"),
    **dict.fromkeys(("inches", "inch"), "inch"),
    **dict.fromkeys(("yards", "yard"), "yard"),
    **dict.fromkeys(("acres", "acre"), "acre"),
    **dict.fromkeys(("hectares", "hectare"), "hectare"),
    **dict.fromkeys(("square kilometers", "square kilometres", "sq km", "square km"), "km2"),
    **dict.fromkeys(("square miles", "square mile", "sq miles"), "square mile"),
    **dict.fromkeys(("square feet", "sq ft"), "square foot"),
    **dict.fromkeys(("tons", "ton"), "ton"),
    **dict.fromkeys(("tonnes", "tonne", "metric tons", "metric ton"), "tonne"),
    **dict.fromkeys(("kilograms", "kilogram", "kilos", "kilo", "kg"), "kg"),
    **dict.fromkeys(("grams", "gram"), "g"),
    **dict.fromkeys(("lbs", "lb"), "pound"),
    **dict.fromkeys(("ounces", "ounce"), "ounce"),
    **dict.fromkeys(("liters", "litres", "liter", "litre"), "l"),
    **dict.fromkeys(("gallons", "gallon"), "gallon"),
    **dict.fromkeys(("barrels", "barrel"), "barrel"),
    **dict.fromkeys(("degrees", "degree", "°c", "°f", "°", "degrees celsius", "degrees fahrenheit"), "degree"),
    **dict.fromkeys(("seconds",), "second"),
    **dict.fromkeys(("minutes", "minute"), "minute"),
    **dict.fromkeys(("hours", "hour"), "hour"),
    **dict.fromkeys(("days", "day", "nights", "night"), "day"),
    **dict.fromkeys(("weeks", "week"), "week"),
    **dict.fromkeys(("months", "month"), "month"),
    **dict.fromkeys(("years", "year"), "year"),
    **dict.fromkeys(("decades", "decade"), "decade"),
    **dict.fromkeys(("mph", "miles per hour", "miles an hour"), "mph"),
    **dict.fromkeys(("km/h", "kph", "kilometers per hour", "kilometres per hour", "kilometers an hour"), "km/h"),
    **dict.fromkeys(("knots", "knot"), "knot"),
    **dict.fromkeys(("megawatts", "megawatt", "mw"), "MW"),
    **dict.fromkeys(("kilotons", "kiloton"), "kiloton"),
}

BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(
        ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "upwards of"), "at_least"
    ),
    **dict.fromkeys(("at most", "up to", "as many as", "as much as", "no more than", "not more than"), "at_most"),
    **dict.fromkeys(("a maximum of", "maximum of"), "at_most"),
    **dict.fromkeys(
        ("more than", "over", "above", "well over", "well above", "greater than", "in excess of"), "more_than"
    ),
    **dict.fromkeys(("exceeding", "just over", "slightly more than", "just more than"), "more_than"),
    **dict.fromkeys(("fewer than", "less than", "under", "below", "just under"), "less_than"),
    **dict.fromkeys(
        ("about", "around", "some", "roughly", "approximately", "approx.", "an estimated", "estimated"), "about"
    ),
    **dict.fromkeys(("nearly", "almost", "close to", "circa", "somewhere around", "in the region of"), "about"),
    **dict.fromkeys(("exactly", "precisely", "a total of", "only", "just", "all"), "exact"),
}
"""What the words before a number make of it. "Nearly" is `about`: it sets no floor that could be told."""

VAGUE: dict[str, float] = {
    **{"dozens of": 24.0, "several dozen": 24.0, "a few dozen": 24.0, "scores of": 40.0},
    **{"hundreds of thousands of": 2e5, "tens of thousands of": 2e4, "hundreds of": 200.0, "thousands of": 2000.0},
    **{"several hundred": 200.0, "a few hundred": 200.0, "several thousand": 2000.0, "a few thousand": 2000.0},
    **{"millions of": 2e6, "tens of millions of": 2e7, "hundreds of millions of": 2e8, "billions of": 2e9},
    **{"tens of billions of": 2e10, "hundreds of billions of": 2e11, "several million": 2e6, "a few million": 2e6},
}
"""Least number that a vague count allows; it sets no most."""

NOTHING: frozenset[str] = words("""casualties injuries deaths fatalities survivors victims arrests people passengers""")
"""Nouns that "no" counts as zero in news; "no comment" and "no doubt" count nothing."""

PERSON_VERBS: frozenset[str] = frozenset(
    (
        *(
            "kill",
            "injure",
            "wound",
            "hurt",
            "arrest",
            "detain",
            "die",
            "rescue",
            "release",
            "free",
            "abduct",
            "kidnap",
        ),
        *("hospitalize", "hospitalise", "evacuate", "displace", "infect", "employ", "seize", "capture", "behead"),
        *("execute", "murder", "drown", "perish"),
    )
)
"""Verbs whose bare number counts people: "killing 12", "30 were arrested"."""

NUMBERED: tuple[str, ...] = (
    *("No", "No.", "number", "flight", "route", "highway", "interstate", "page", "room", "channel", "apollo", "boeing"),
    *("airbus", "section", "article", "chapter", "resolution", "phase", "level", "group", "top", "type", "version"),
    *(
        "world war",
        "title",
        "grade",
        "class",
        "step",
        "part",
        "game",
        "week",
        "day",
        "size",
        "district",
        "ward",
        "unit",
    ),
    *("platform", "gate", "terminal", "line", "episode", "season", "volume", "iphone", "windows"),
)
"""Words that make the number behind them a name."""

NO_NOUN: frozenset[str] = frozenset(
    (
        *("of", "in", "on", "at", "to", "from", "for", "by", "with", "and", "or", "but", "who", "that", "which"),
        *("were", "was", "are", "is", "have", "had", "has", "as", "after", "before", "during", "when", "while", "if"),
        *("than", "the", "a", "an", "said", "died", "killed", "injured", "wounded", "arrested"),
    )
)
"""Words at which the search for a counted noun ends."""

PLURALS: dict[str, str] = {
    **{"men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life", "wives": "wife"},
    **{
        "persons": "people",
        "person": "people",
        "policemen": "policeman",
        "gunmen": "gunman",
        "servicemen": "serviceman",
    },
    **{"militiamen": "militiaman", "fishermen": "fisherman", "crewmen": "crewman", "clergymen": "clergyman"},
    **{"crises": "crisis", "troops": "troop", "police": "police", "aircraft": "aircraft", "knives": "knife"},
}
"""Singulars that no rule gives; a person counted is `people`, as most reports put it."""


def singular(noun: str) -> str:
    """Return the lemma of a plural noun by its ending, the word itself where it has no plural's ending."""
    word = noun.lower()
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
