"""Seats of government: cities whose bare name news gives to the government that sits there."""

from __future__ import annotations

from variorum.annotate.name_forms import NamedEntity, key
from variorum.annotate.tree import Tree

_SEATS = """
Afghanistan: Kabul; Albania: Tirana; Algeria: Algiers; Angola: Luanda; Argentina: Buenos Aires; Armenia: Yerevan;
Australia: Canberra; Austria: Vienna; Azerbaijan: Baku; Bahamas: Nassau; Bahrain: Manama; Bangladesh: Dhaka; Barbados:
Bridgetown; Belarus: Minsk; Belgium: Brussels; Belize: Belmopan; Benin: Porto-Novo; Bhutan: Thimphu; Bolivia: La Paz;
Bosnia: Sarajevo; Botswana: Gaborone; Brazil: Brasília; Bulgaria: Sofia; Burkina Faso: Ouagadougou; Burundi: Bujumbura,
Gitega; Cambodia: Phnom Penh; Cameroon: Yaoundé; Canada: Ottawa; Cape Verde: Praia; Central African Republic: Bangui;
Chad: N'Djamena; Chile: Santiago; China: Beijing; Colombia: Bogotá; Comoros: Moroni; Congo: Brazzaville, Kinshasa;
Croatia: Zagreb; Cuba: Havana; Cyprus: Nicosia; Czech Republic: Prague; Denmark: Copenhagen; Dominican Republic: Santo
Domingo; East Timor: Dili; Ecuador: Quito; Egypt: Cairo; Equatorial Guinea: Malabo; Eritrea: Asmara; Estonia: Tallinn;
Eswatini: Mbabane; Ethiopia: Addis Ababa; Fiji: Suva; Finland: Helsinki; France: Paris; Gabon: Libreville; Gambia:
Banjul; Georgia: Tbilisi; Germany: Berlin; Ghana: Accra; Greece: Athens; Guinea: Conakry; Guyana: Georgetown; Haiti:
Port-au-Prince; Honduras: Tegucigalpa; Hungary: Budapest; Iceland: Reykjavik; India: Delhi, New Delhi; Indonesia:
Jakarta; Iran: Tehran; Iraq: Baghdad; Ireland: Dublin; Israel: Jerusalem; Italy: Rome; Jamaica: Kingston; Japan: Tokyo;
Jordan: Amman; Kazakhstan: Astana, Nursultan; Kenya: Nairobi; Kosovo: Pristina; Kyrgyzstan: Bishkek; Laos: Vientiane;
Latvia: Riga; Lebanon: Beirut; Lesotho: Maseru; Liberia: Monrovia; Libya: Tripoli; Liechtenstein: Vaduz; Lithuania:
Vilnius; Madagascar: Antananarivo; Malawi: Lilongwe; Malaysia: Kuala Lumpur; Maldives: Malé; Mali: Bamako; Malta:
Valletta; Mauritania: Nouakchott; Moldova: Chișinău, Chisinau; Mongolia: Ulaanbaatar; Montenegro: Podgorica; Morocco:
Rabat; Mozambique: Maputo; Myanmar: Naypyidaw; Namibia: Windhoek; Nepal: Kathmandu; Netherlands: Amsterdam; New
Zealand: Wellington; Nicaragua: Managua; Niger: Niamey; Nigeria: Abuja; North Korea: Pyongyang; North Macedonia:
Skopje; Norway: Oslo; Oman: Muscat; Pakistan: Islamabad; Palestine: Ramallah; Papua New Guinea: Port Moresby; Paraguay:
Asunción; Peru: Lima; Philippines: Manila; Poland: Warsaw; Portugal: Lisbon; Qatar: Doha; Romania: Bucharest; Russia:
Moscow; Rwanda: Kigali; Samoa: Apia; Saudi Arabia: Riyadh; Senegal: Dakar; Serbia: Belgrade; Sierra Leone: Freetown;
Slovakia: Bratislava; Slovenia: Ljubljana; Solomon Islands: Honiara; Somalia: Mogadishu; South Africa: Pretoria; South
Korea: Seoul; South Sudan: Juba; Spain: Madrid; Sri Lanka: Colombo; Sudan: Khartoum; Suriname: Paramaribo; Sweden:
Stockholm; Switzerland: Bern; Syria: Damascus; São Tomé: São Tomé; Taiwan: Taipei; Tajikistan: Dushanbe; Tanzania: Dar
es Salaam, Dodoma; Thailand: Bangkok; Togo: Lomé; Tonga: Nuku'alofa; Tunisia: Tunis; Turkey: Ankara; Turkmenistan:
Ashgabat; Uganda: Kampala; Ukraine: Kyiv, Kiev; United Arab Emirates: Abu Dhabi; United Kingdom: London; United States:
Washington; Uruguay: Montevideo; Uzbekistan: Tashkent; Venezuela: Caracas; Vietnam: Hanoi; Yemen: Sanaa, Sana'a;
Zambia: Lusaka; Zimbabwe: Harare
"""


def _seats() -> dict[str, str]:
    lines = (line.split(": ") for line in _SEATS.replace("\n", " ").strip().split("; "))
    return {city: country for country, cities in lines for city in cities.split(", ")}


SEATS: dict[str, str] = _seats()
"""Country of each capital, and of each city that a government sits in; those that bear their country's name are left
out, for the name is the country's."""

_KNOWN = frozenset(key(city) for city in SEATS)


def bears_capital(name: str) -> bool:
    """Tell whether a name is that of a capital that everybody knows."""
    return key(name) in _KNOWN


def is_capital(tree: Tree, entity: NamedEntity) -> bool:
    """Tell whether a place is a seat of government: one that everybody knows, or that the report calls the capital."""
    return bears_capital(entity.name) or any(_called(tree, mention) for mention in entity.mentions)


def _called(tree: Tree, mention: tuple[int, int]) -> bool:
    """Tell whether "the capital, X", "the capital X" or "X, the capital of" stands there."""
    tokens = tree.tokens_in(*mention)
    if not tokens:
        return False
    first, last = tree.sentence_of(tokens.start)
    at = tokens.start - 1
    if at > first and tree.reading.words[at] == ",":
        at -= 1
    if at >= first and tree.word(at) == "capital" and not _owned(tree, at + 1, tokens.start):
        return True
    behind = tuple(tree.word(token) for token in range(tokens.stop, min(last, tokens.stop + 4)))
    return behind[:3] in ((",", "the", "capital"), (",", "its", "capital"), (",", "our", "capital"))


def _owned(tree: Tree, start: int, end: int) -> bool:
    return any(tree.reading.xpos[token] == "POS" for token in range(start, end))
