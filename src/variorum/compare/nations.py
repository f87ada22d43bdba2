"""Countries by the words that news uses for their governments: demonyms, their own names, their capitals."""

from __future__ import annotations

from variorum.annotate.capitals import SEATS

_NAMES: dict[str, str] = {
    word: country
    for country, words in {
        "united states": "us u.s u.s. american americans united-states",
        "united kingdom": "uk u.k u.k. british britain united-kingdom",
        "russia": "russian russians russia kremlin",
        "china": "chinese china",
        "north korea": "north-korean north-koreans north-korea dprk",
        "south korea": "south-korean south-koreans south-korea",
        "japan": "japanese japan",
        "france": "french france",
        "germany": "german germans germany",
        "italy": "italian italians italy",
        "spain": "spanish spain",
        "ukraine": "ukrainian ukrainians ukraine",
        "turkey": "turkish turkey",
        "iran": "iranian iranians iran",
        "iraq": "iraqi iraqis iraq",
        "israel": "israeli israelis israel",
        "palestine": "palestinian palestinians",
        "syria": "syrian syrians syria",
        "egypt": "egyptian egyptians egypt",
        "saudi arabia": "saudi saudis saudi-arabia",
        "india": "indian indians india",
        "pakistan": "pakistani pakistanis pakistan",
        "afghanistan": "afghan afghans afghanistan",
        "nigeria": "nigerian nigerians nigeria",
        "kenya": "kenyan kenyans kenya",
        "south africa": "south-african south-africans south-africa",
        "mexico": "mexican mexicans mexico",
        "canada": "canadian canadians canada",
        "brazil": "brazilian brazilians brazil brasilia",
        "argentina": "argentine argentinian argentina",
        "colombia": "colombian colombians colombia bogota",
        "venezuela": "venezuelan venezuelans venezuela",
        "costa rica": "costa-rican costa-ricans costa-rica",
        "cuba": "cuban cubans cuba",
        "australia": "australian australians australia",
        "new zealand": "new-zealand",
        "indonesia": "indonesian indonesians indonesia",
        "philippines": "philippine filipino philippines",
        "thailand": "thai thailand",
        "vietnam": "vietnamese vietnam",
        "taiwan": "taiwanese taiwan",
        "myanmar": "burmese myanmar burma",
        "poland": "polish poles poland",
        "hungary": "hungarian hungarians hungary",
        "greece": "greek greeks greece",
        "sweden": "swedish sweden",
        "norway": "norwegian norwegians norway",
        "netherlands": "dutch netherlands",
        "belgium": "belgian belgians belgium",
        "switzerland": "swiss switzerland",
        "austria": "austrian austrians austria",
        "ireland": "irish ireland",
        "portugal": "portuguese portugal",
        "sudan": "sudanese sudan",
        "ethiopia": "ethiopian ethiopians ethiopia",
        "somalia": "somali somalis somalia",
        "libya": "libyan libyans libya",
        "lebanon": "lebanese lebanon",
        "jordan": "jordanian jordanians",
        "yemen": "yemeni yemenis yemen",
        "qatar": "qatari qataris qatar",
    }.items()
    for word in words.split()
}
_COUNTRIES = frozenset(_NAMES.values())

NATIONS: dict[str, str] = _NAMES | {
    city.lower().replace(" ", "-"): country.lower() for city, country in SEATS.items() if country.lower() in _COUNTRIES
}
"""Country by each lower-cased word for it; two words are joined by a hyphen ("south-korean", "new-delhi")."""
