"""Words that stand before names, and names that have several forms by convention."""

from __future__ import annotations

from variorum.annotate.wordlists import words

TITLES = words(
    """mr mrs ms miss dr drs prof professor sir lady lord dame rev reverend fr father sister pastor rabbi imam
    sheikh president vice prime minister deputy premier chancellor king queen prince princess emperor pope
    cardinal bishop archbishop patriarch ayatollah senator sen representative rep congressman congresswoman
    governor gov mayor secretary ambassador envoy judge justice general gen colonel col major maj captain capt
    lieutenant lt sergeant sgt admiral adm commander cmdr marshal chief chairman chairwoman chairperson leader
    supreme director commissioner sheriff attorney officer detective inspector superintendent constable
    spokesman spokeswoman spokesperson analyst foreign defense defence finance interior former acting first
    speaker councilman councilwoman coach  monsieur madame herr frau señor senor doctor
    lawyer"""
)
"""Words, lower-cased and without a full stop, that are left out of a person's name when they stand at its start."""

SMALL_TITLES = words("""mr mrs ms miss dr drs prof sir lady lord dame rev sen rep gov gen col capt lt sgt""")

FEMALE = words(
    """mrs ms miss lady dame queen princess spokeswoman chairwoman congresswoman councilwoman woman girl mother
    wife daughter sister widow aunt grandmother actress businesswoman policewoman niece madame frau señora hajia
    her she herself hers"""
)
MALE = words(
    """mr sir lord king prince spokesman chairman congressman councilman man boy father husband son brother widower
    uncle grandfather actor businessman policeman nephew monsieur herr señor alhaji mallam imam pope his he him
    himself"""
)

_COUNTRIES = """
United States: United States of America, US, U.S., USA, U.S.A., America
United Kingdom: UK, U.K., Britain, Great Britain
United Arab Emirates: UAE, U.A.E.
European Union: EU, E.U.
United Nations: UN, U.N.
North Korea: DPRK, D.P.R.K., Democratic People's Republic of Korea, N. Korea
South Korea: ROK, R.O.K., Republic of Korea, S. Korea
China: People's Republic of China, PRC, P.R.C.
Taiwan: Republic of China
Russia: Russian Federation
Soviet Union: USSR, U.S.S.R., Union of Soviet Socialist Republics
Germany: Federal Republic of Germany
East Germany: GDR, German Democratic Republic
Iran: Islamic Republic of Iran
Syria: Syrian Arab Republic
Vietnam: Viet Nam
Laos: Lao People's Democratic Republic
Myanmar: Burma
Ivory Coast: Côte d'Ivoire, Cote d'Ivoire
Congo: Democratic Republic of Congo, Democratic Republic of the Congo, DRC, DR Congo
Czech Republic: Czechia
Turkey: Türkiye, Turkiye
Eswatini: Swaziland
Cape Verde: Cabo Verde
East Timor: Timor-Leste
Saudi Arabia: Kingdom of Saudi Arabia, KSA
Netherlands: Holland
Vatican: Vatican City, Holy See
Bosnia: Bosnia and Herzegovina
Macedonia: North Macedonia
Central African Republic: CAR
Papua New Guinea: PNG
South Africa: RSA
New Zealand: NZ
"""


def _forms() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _COUNTRIES.strip().splitlines():
        name, others = line.split(": ")
        table[name.lower()] = name
        for other in others.split(", "):
            table[other.lower() if not other.isupper() else other] = name
    return table


COUNTRY = _forms()
"""Conventional name of a country or a union by each other form; all-capital forms as they are, the rest lower-cased."""

ORGANIZATION_WORDS = words(
    """agency association authority bank board bureau center centre church college commission committee company
    congress corporation corp council court department federation force foundation front fund government group
    guard hospital inc institute institution journal league ltd ministry mosque movement network news office
    organization organisation parliament party plc police post press school senate service society temple times
    tribune union university airlines airways army navy club brigade clinic"""
)
"""Words at the end of a name that make it an organization's."""

BUSINESSES = words("company firm group corporation airline carrier operator maker business manufacturer retailer bank")
"""Nouns for a body that does business."""

BODY_WORDS = words(
    """committee ministry department bank university institute council board office bureau federation association union
    academy college centre center court commission society league agency secretariat party house church"""
)
"""Words at which an organization's name goes on with `of` or `for`."""

PLACE_WORDS = words(
    """state province region county city town village island islands river lake mountain mountains forest desert
    peninsula sea ocean bay valley district airport square street avenue road park beach bridge coast cosmodrome
    spaceport border strait gulf"""
)
"""Words that a place's name may carry or leave out."""

CALENDAR = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu
    thurs fri sat sun christmas easter thanksgiving ramadan"""
)


def country(name: str) -> str | None:
    """Return the conventional name of the country that `name` is a form of, None when the table has none."""
    return COUNTRY.get(name) or COUNTRY.get(name.lower().replace("’", "'"))


def bare(word: str) -> str:
    """Return a word lower-cased without its full stop, as the tables hold it."""
    return word.lower().rstrip(".")
