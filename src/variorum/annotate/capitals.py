"""Seats of government: cities whose bare name news gives to the government that sits there."""

from __future__ import annotations

from variorum.annotate.name_forms import NamedEntity, key
from variorum.annotate.tree import Tree

_CAPITALS = """
Abu Dhabi, Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Ankara, Antananarivo, Apia, Ashgabat, Asmara, Astana,
Asunción, Athens, Baghdad, Baku, Bamako, Bangkok, Bangui, Banjul, Beijing, Beirut, Belgrade, Belmopan, Berlin, Bern,
Bishkek, Bogotá, Brasília, Bratislava, Brazzaville, Bridgetown, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura,
Cairo, Canberra, Caracas, Chișinău, Chisinau, Colombo, Conakry, Copenhagen, Dakar, Damascus, Dar es Salaam, Delhi,
Dhaka, Dili, Dodoma, Doha, Dublin, Dushanbe, Freetown, Gaborone, Georgetown, Gitega, Hanoi, Harare, Havana, Helsinki,
Honiara, Islamabad, Jakarta, Jerusalem, Juba, Kabul, Kampala, Kathmandu, Khartoum, Kigali, Kingston, Kinshasa,
Kuala Lumpur, Kyiv, Kiev, La Paz, Libreville, Lilongwe, Lima, Lisbon, Ljubljana, Lomé, London, Luanda, Lusaka, Madrid,
Malabo, Malé, Managua, Manama, Manila, Maputo, Maseru, Mbabane, Minsk, Mogadishu, Monrovia, Montevideo, Moroni, Moscow,
Muscat, N'Djamena, Nairobi, Nassau, Naypyidaw, New Delhi, Niamey, Nicosia, Nouakchott, Nuku'alofa, Nursultan, Oslo,
Ottawa, Ouagadougou, Paramaribo, Paris, Phnom Penh, Podgorica, Port Moresby, Port-au-Prince, Porto-Novo, Prague, Praia,
Pretoria, Pristina, Pyongyang, Quito, Rabat, Ramallah, Reykjavik, Riga, Riyadh, Rome, Sanaa, Sana'a, Santiago,
Santo Domingo, São Tomé, Sarajevo, Seoul, Skopje, Sofia, Stockholm, Suva, Taipei, Tallinn, Tashkent, Tbilisi,
Tegucigalpa, Tehran, Thimphu, Tirana, Tokyo, Tripoli, Tunis, Ulaanbaatar, Vaduz, Valletta, Vienna, Vientiane, Vilnius,
Warsaw, Washington, Wellington, Windhoek, Yaoundé, Yerevan, Zagreb
"""
"""Capitals, and cities that a government sits in; those that bear their country's name are left out, for the name is
the country's."""

_KNOWN = frozenset(key(name) for name in _CAPITALS.replace("\n", " ").split(", "))


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
