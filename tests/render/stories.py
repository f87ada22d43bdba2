"""Invented dossiers to draw: a rich one, an empty one, and one with many reports.

Every text, name and outlet here is made up. Passages are given by their words, so that
offsets are always those of the texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from variorum.model import (
    Attribution,
    Certainty,
    Claim,
    Conflict,
    ConflictReading,
    CopiedPassage,
    Coverage,
    Development,
    Dossier,
    Entity,
    Factor,
    Generator,
    Mention,
    Moment,
    Origin,
    Point,
    Publication,
    Quotation,
    Report,
    Role,
    Segment,
    SetAside,
    Span,
    Standing,
    TimelineEntry,
    Transmission,
    WeighedPair,
)

GENERATOR = Generator("variorum", "0.0-test", "invented")
EMPTY = Dossier(GENERATOR, *[()] * 15)


def day(text: str) -> Moment:
    """Return the moment of one ISO day."""
    return Moment(date.fromisoformat(text), date.fromisoformat(text))


def year(number: int) -> Moment:
    """Return the moment of one year."""
    return Moment(date(number, 1, 1), date(number, 12, 31), "year")


def report(
    report_id: str,
    lines: Sequence[tuple[Role, str]],
    *,
    outlet: str | None,
    published: Publication | None = None,
    url: str | None = None,
    language: str | None = "en",
) -> Report:
    """Return a report whose text is these lines, each a segment of its role."""
    text, segments = "", []
    for role, line in lines:
        text += "\n\n" if text else ""
        segments.append(Segment(len(text), len(text) + len(line), role))
        text += line
    title = next((line for role, line in lines if role == "title"), None)
    return Report(
        report_id, f"{report_id}.txt", text, tuple(segments), "0" * 64,
        outlet=outlet, title=title, url=url, language=language, published=published or Publication(),
    )  # fmt: skip


@dataclass
class Shelf:
    """Collects claims while a story is written down; `claim` returns the new claim's id."""

    reports: dict[str, Report]
    claims: list[Claim] = field(default_factory=list)

    def span(self, report_id: str, words: str, inside: str = "") -> Span:
        """Return where the words stand, inside other words of the report if those are given."""
        text = self.reports[report_id].text
        start = text.index(words, text.index(inside) if inside else 0)
        return Span(report_id, start, start + len(words))

    def claim(
        self,
        report_id: str,
        words: str,
        *,
        certainty: Certainty = "asserted",
        voice: str | None = None,
        source: str | None = None,
        cue: str | None = None,
        via: tuple[str, ...] = (),
        moment: Moment | None = None,
    ) -> str:
        """Add the claim with these words and return its id."""
        span = self.span(report_id, words)
        said = None
        if voice or source:
            said = Attribution(
                voice,
                self.span(report_id, source) if source else None,
                source,
                self.span(report_id, cue) if cue else None,
                "indirect",
                via,
            )
        head = Span(report_id, span.start, span.start + len(words.split(maxsplit=1)[0]))
        number = sum(claim.span.report == report_id for claim in self.claims) + 1
        self.claims.append(
            Claim(
                f"{report_id}.c{number}",
                span,
                head,
                words.split(maxsplit=1)[0].lower(),
                certainty,
                attribution=said,
                moment=moment,
            )
        )
        return self.claims[-1].id


ISLES = "Weekly Observer of the Seven Coastal Municipalities, the Outlying Islands and the Free Harbour of Ostrand"


def _reports() -> tuple[Report, ...]:
    courier = report(
        "courier",
        [
            ("title", "Aldin bridge closed after storm tears away a pylon"),
            ("byline", "By Marta Quill in Torvik"),
            ("body", "The Aldin bridge was closed on Wednesday after a storm tore away one of its pylons, the harbour "
             "office said. Four people were hurt when a lorry struck the railing."),
            ("body", "Mayor Ilse Brandt said the crossing would reopen on Friday. “We will not let a single night of "
             "wind cut this town in two,” she told the council."),
            ("body", "Engineers had warned in November that the pylons could give way in a strong gale. The bridge was "
             "built in 1961 and repaired in 1998."),
            ("body", "The builder, Norsund Works, denied that it had used cheaper steel."),
            ("boilerplate", "Sign up for our morning letter"),
        ],
        outlet="Torvik Courier",
        published=Publication(date(2025, 3, 12), basis="stated"),
        url="https://courier.example/aldin?a=1&b=2",
    )  # fmt: skip
    hostile = report(
        "evil",
        [
            ("title", "<script>document.title='owned'</script> & \"quotes\" </title></style>"),
            ("body", "Six people were hurt on the bridge <img src=x onerror=\"document.title='owned'\">, Radio Halden "
             "reported. {{ 7*7 }} {% raw %} ]]> </q></a></script><script>document.title='owned'</script>"),
            ("body", "Windows lines end\r\nlike this, 🌉 and emoji 👩‍🚒 count once each. "
             "A ferry will run from Thursday."),
        ],
        outlet="<b onclick=alert(1)>Daily</b> & Sons",
        published=Publication(date(2025, 3, 13), basis="given"),
        url="javascript:document.title='owned'",
    )  # fmt: skip
    isles = report(
        "isles",
        [
            ("title", "Aldin bridge shut, ferry to stand in as storm damages pylon"),
            ("standfirst", "Islands cut off from hospital and school"),
            ("body", "The bridge at Aldin was shut on Tuesday night after the storm broke a pylon, according to the "
             "harbour office, which was quoted by the agency Nordpress. Some six people were injured."),
            ("body", "“We won't let one night of wind cut this town in two,” Mayor Ilse Brandt was quoted as saying by "
             "Nordpress. A ferry is to run from Thursday, the county said."),
            ("body", "Residents accuse Norsund Works of using cheaper steel. If the second pylon fails, the islands "
             "would be cut off for months."),
            ("body", "The islanders have waited for a tunnel since 2009, and a study of it is due in June."),
        ],
        outlet=ISLES,
        published=Publication(date(2025, 3, 12), basis="inferred"),
    )  # fmt: skip
    ledger = report(
        "ledger",
        [
            ("title", "Storm shuts Aldin bridge; mayor promises quick reopening"),
            ("update", "Updated 15 March 2025"),
            ("body", "The Aldin bridge was closed on Wednesday after a storm tore away one of its pylons, the harbour "
             "office said. Six people were injured, two of them badly, Nordpress reported, citing the hospital."),
            ("body", "The bridge did not reopen on Friday as planned. Deputy mayor Olaf Renn said repairs may take "
             "until summer."),
            ("body", "“We will not let a night of wind cut the town in two,” Ms Brandt said earlier. Opposition leader "
             "Pia Holm demanded an inquiry into the steel."),
            ("body", "The ferry started on Thursday and carried 400 people on its first day."),
        ],
        outlet="The Northern Ledger",
        published=Publication(date(2025, 3, 15), basis="stated"),
        url="http://ledger.example/1",
    )  # fmt: skip
    sahil = report(
        "sahil",
        [
            ("title", "إغلاق جسر ألدين بعد عاصفة"),
            ("body", "أغلق الجسر يوم الأربعاء بعد عاصفة قوية. وقال مكتب الميناء إن أربعة أشخاص أصيبوا بجروح."),
            ("body", "بدأت العبارة العمل يوم الخميس."),
        ],
        outlet="الساحل",
        published=Publication(),
        language="ar",
    )
    return courier, hostile, isles, ledger, sahil


def bridge() -> Dossier:
    """Return a dossier of five reports in which every section has something, hostile and right-to-left text too."""
    reports = _reports()
    shelf = Shelf({item.id: item for item in reports})
    c = shelf.claim
    wednesday, tuesday, thursday, friday = (day(f"2025-03-{number}") for number in (12, 11, 13, 14))
    quote = "“We will not let a single night of wind cut this town in two,”"
    ids = {
        "closed": [
            c("courier", "The Aldin bridge was closed on Wednesday after a storm tore away one of its pylons",
              voice="e1", source="the harbour office", cue="said", moment=wednesday),
            c("isles", "The bridge at Aldin was shut on Tuesday night after the storm broke a pylon", voice="e1",
              source="the harbour office", cue="according to", via=("Nordpress",), moment=tuesday),
            c("ledger", "The Aldin bridge was closed on Wednesday after a storm tore away one of its pylons",
              voice="e1", source="the harbour office", cue="said", moment=wednesday),
            c("sahil", "أغلق الجسر يوم الأربعاء بعد عاصفة قوية", moment=wednesday),
        ],
        "hurt": [
            c("courier", "Four people were hurt when a lorry struck the railing."),
            c("evil", "Six people were hurt on the bridge <img src=x onerror=\"document.title='owned'\">", voice="e5",
              source="Radio Halden", cue="reported"),
            c("isles", "Some six people were injured."),
            c("ledger", "Six people were injured, two of them badly", voice="e6", source="the hospital",
              cue="citing", via=("Nordpress",)),
            c("sahil", "إن أربعة أشخاص أصيبوا بجروح", voice="e1", source="مكتب الميناء", cue="قال"),
        ],
        "reopen": [
            c("courier", "the crossing would reopen on Friday", certainty="expected", voice="e2",
              source="Mayor Ilse Brandt", cue="said", moment=friday),
            c("ledger", "The bridge did not reopen on Friday as planned.", certainty="denied", moment=friday),
        ],
        "quote": [
            c("courier", quote, voice="e2", source="she", cue="told"),
            c("isles", "“We won't let one night of wind cut this town in two,”", voice="e2",
              source="Mayor Ilse Brandt", cue="quoted as saying", via=("Nordpress",)),
            c("ledger", "“We will not let a night of wind cut the town in two,”", voice="e2", source="Ms Brandt",
              cue="said"),
        ],
        "ferry": [
            c("evil", "A ferry will run from Thursday.", certainty="expected", moment=thursday),
            c("isles", "A ferry is to run from Thursday", certainty="expected", voice="e4", source="the county",
              moment=thursday),
            c("ledger", "The ferry started on Thursday", moment=thursday),
            c("sahil", "بدأت العبارة العمل يوم الخميس", moment=thursday),
        ],
        "steel": [
            c("courier", "it had used cheaper steel", certainty="denied", voice="e3", source="Norsund Works",
              cue="denied"),
            c("isles", "Norsund Works of using cheaper steel", certainty="alleged", source="Residents", cue="accuse"),
        ],
    }  # fmt: skip
    single = [
        c("courier", "the pylons could give way in a strong gale", certainty="possible", source="Engineers",
          cue="warned", moment=Moment(date(2024, 11, 1), date(2024, 11, 30), "month")),
        c("courier", "The bridge was built in 1961", moment=year(1961)),
        c("courier", "repaired in 1998", moment=year(1998)),
        c("isles", "If the second pylon fails, the islands would be cut off for months.", certainty="hypothetical"),
        c("isles", "The islanders have waited for a tunnel since 2009",
          moment=Moment(date(2009, 1, 1), date(2025, 3, 12), "range", open_end=True)),
        c("isles", "a study of it is due in June", certainty="expected",
          moment=Moment(date(2025, 6, 1), date(2025, 6, 30), "month")),
        c("ledger", "repairs may take until summer", certainty="possible", voice="e7", source="Deputy mayor Olaf Renn",
          cue="said", moment=Moment(date(2025, 6, 1), date(2025, 8, 31), "season", approximate=True)),
        c("ledger", "an inquiry into the steel", certainty="wanted", voice="e8", source="Pia Holm", cue="demanded"),
        c("ledger", "carried 400 people on its first day", moment=thursday),
    ]  # fmt: skip
    return _dossier(reports, shelf, ids, single)


def _entities(shelf: Shelf) -> tuple[Entity, ...]:
    def entity(entity_id: str, kind: str, name: str, where: str, roles: tuple[str, ...] = ()) -> Entity:
        return Entity(entity_id, kind, name, (name,), (Mention(shelf.span(where, name)),), roles)  # type: ignore[arg-type]

    return (
        entity("e1", "organization", "the harbour office", "courier"),
        entity("e2", "person", "Ilse Brandt", "courier", ("Mayor",)),
        entity("e3", "organization", "Norsund Works", "courier", ("builder",)),
        entity("e4", "organization", "the county", "isles"),
        entity("e5", "organization", "Radio Halden", "evil"),
        entity("e6", "organization", "the hospital", "ledger"),
        entity("e7", "person", "Olaf Renn", "ledger", ("Deputy mayor",)),
        entity("e8", "person", "Pia Holm", "ledger", ("Opposition leader",)),
    )


def _dossier(reports: tuple[Report, ...], shelf: Shelf, ids: dict[str, list[str]], single: list[str]) -> Dossier:
    origins = {
        "closed": ("o1", "o2"), "hurt": ("o1", "o3", "o4", "o5"), "reopen": ("o6", "o7"), "quote": ("o6",),
        "ferry": ("o7", "o8"), "steel": ("o2", "o9"),
    }  # fmt: skip
    standing: dict[str, Standing] = {"quote": "repeated"}
    points = tuple(
        Point(f"p{number}", tuple(sorted(ids[key])), standing.get(key, "corroborated"), origins[key], ids[key][0])
        for number, key in enumerate(ids, start=1)
    ) + tuple(
        Point(f"p{number}", (claim,), "single", ("o7",), claim)
        for number, claim in enumerate(single, start=len(ids) + 1)
    )
    span = shelf.span
    closed, hurt, reopen, ferry, steel = (ids[key] for key in ("closed", "hurt", "reopen", "ferry", "steel"))
    conflicts = (
        Conflict("x1", "number", "people hurt", (
            ConflictReading("6", (hurt[1], hurt[2], hurt[3]), ("o3", "o4", "o5"), (
                span("evil", "Six"), span("isles", "Some six"), span("ledger", "Six", "office said."))),
            ConflictReading("4", (hurt[0], hurt[4]), ("o1",), (span("courier", "Four"), span("sahil", "أربعة")),
                            older=True),
        ), (Factor("same noun", 1.0, "people"), Factor("one is older", -0.25)), (hurt[0], hurt[1]), 0.75, 0.5),
        Conflict("x2", "time", "closed: day", (
            ConflictReading("2025-03-12", (closed[0], closed[2], closed[3]), ("o1", "o8"), (
                span("courier", "Wednesday"), span("ledger", "Wednesday"), span("sahil", "يوم الأربعاء"))),
            ConflictReading("2025-03-11", (closed[1],), ("o2",), (span("isles", "Tuesday night"),)),
        )),
        Conflict("x3", "denial", "using cheaper steel", (
            ConflictReading("alleged", (steel[1],), ("o9",), (span("isles", "accuse"),)),
            ConflictReading("denied", (steel[0],), ("o2",), (span("courier", "denied"),)),
        )),
    )  # fmt: skip
    voiced = [claim for claim in shelf.claims if claim.attribution]
    names = (
        ("o1", "the harbour office", "voice", "e1"), ("o2", "Norsund Works", "voice", "e3"),
        ("o3", "Radio Halden", "agency", "e5"), ("o4", ISLES, "outlet", None),
        ("o5", "the hospital", "voice", "e6"), ("o6", "Ilse Brandt", "voice", "e2"),
        ("o7", "The Northern Ledger", "outlet", None), ("o8", "الساحل", "outlet", None),
        ("o9", "Residents", "voice", None), ("o10", "Engineers", "voice", None), ("o11", "Pia Holm", "voice", "e8"),
        ("o12", "Olaf Renn", "voice", "e7"), ("o13", "the county", "voice", "e4"),
    )  # fmt: skip
    by_voice = {voice: origin for origin, _, _, voice in names if voice}
    roads: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    for claim in voiced:
        said = claim.attribution
        assert said is not None
        origin = by_voice.get(said.voice or "", {"Residents": "o9", "Engineers": "o10"}.get(said.text or "", "o1"))
        roads.setdefault((origin, said.via, claim.span.report), []).append(claim.id)
    return Dossier(
        generator=GENERATOR,
        reports=reports,
        entities=_entities(shelf),
        times=(),
        claims=tuple(sorted(shelf.claims, key=lambda claim: claim.span)),
        points=points,
        origins=tuple(
            Origin(origin, name, kind, tuple(sorted({r for (o, _, r) in roads if o == origin})), entity)  # type: ignore[arg-type]
            for origin, name, kind, entity in names
        ),
        transmissions=tuple(
            Transmission(origin, via, at, tuple(sorted(claims))) for (origin, via, at), claims in sorted(roads.items())
        ),
        copies=(CopiedPassage(shelf.claims[0].span, shelf.claims[2].span, 1.0),),
        conflicts=conflicts,
        developments=(
            Development("d1", (ferry[0], ferry[1]), (ferry[2], ferry[3]), "happened"),
            Development("d2", (reopen[0],), (reopen[1],), "cancelled", (Factor("same head", 0.5),),
                        (reopen[0], reopen[1]), 0.5, 0.4),
        ),
        open=(single[5], single[6]),
        quotations=(
            Quotation("q1", "e2", tuple(ids["quote"]), tuple(
                next(claim.span for claim in shelf.claims if claim.id == item) for item in ids["quote"])),
        ),
        timeline=_timeline(shelf, points),
        coverage=tuple(
            Coverage(item.id, tuple(p.id for p in points if len(p.claims) == 1 and p.claims[0].startswith(item.id)),
                     tuple(p.id for p in points[:5] if not any(claim.startswith(item.id + ".") for claim in p.claims)))
            for item in reports
        ),
        set_aside=(
            SetAside(span("courier", "Sign up for our morning letter"), "boilerplate"),
            SetAside(span("courier", "By Marta Quill in Torvik"), "byline"),
            SetAside(span("evil", "{{ 7*7 }} {% raw %} ]]> </q></a></script><script>document.title='owned'</script>"),
                     "no clause"),
        ),
        pairs=(
            WeighedPair(closed[0], closed[2], 0.98, 0.4, joined=True, factors=(
                Factor("words in common", 4.1, "1.00"),)),
            WeighedPair(closed[1], closed[2], 0.55, 0.4, joined=True, factors=(
                Factor("words in common", 1.5, "0.40"), Factor("moments apart", -0.5, "1.00"))),
            WeighedPair(closed[0], reopen[1], 0.45, 0.4, joined=False, refused="one denies what the other tells",
                        factors=(Factor("same head", 0.6, "1.00"),)),
            WeighedPair(closed[2], reopen[1], 0.41, 0.4, joined=False, refused="one denies what the other tells"),
        ),
    )  # fmt: skip


def _timeline(shelf: Shelf, points: tuple[Point, ...]) -> tuple[TimelineEntry, ...]:
    claims = {claim.id: claim for claim in shelf.claims}
    entries: dict[tuple[Moment, str], list[str]] = {}
    for point in points:
        for claim_id in point.claims:
            moment = claims[claim_id].moment
            if moment:
                entries.setdefault((moment, point.id), []).append(claim_id)
    return tuple(
        TimelineEntry(moment, tuple(sorted(ids)), point, main=point in ("p1", "p3", "p5"),
                      announced=all(claims[item].certainty in ("expected", "possible") for item in ids))
        for (moment, point), ids in sorted(entries.items())
    )  # fmt: skip


TOWNS = ("Aldin", "Torvik", "Ostrand", "Halden", "Lund", "Skarve", "Brenna", "Vik")


def _flood_report(place: int, topics: Sequence[int]) -> tuple[Report, list[str]]:
    """Return one of many reports, with its sentence on each of the topics."""
    told = [
        f"Crews of team {topic} moved sandbags to gate {topic} near {TOWNS[topic % 8]} before dawn, line {line} adds."
        for line, topic in enumerate(topics)
    ]
    lines: list[tuple[Role, str]] = [("title", f"Water rises in {TOWNS[place % 8]}, report {place} says")]
    for line, sentence in enumerate(told):
        more = f"The level stood at {100 + line} centimetres and nobody could say for how long."
        lines.append(("body", f"{sentence} {more}"))
    published = Publication(date(2025, 3, 1 + place % 20), basis="stated")
    return report(f"r{place:02}", lines, outlet=f"Outlet of {TOWNS[place % 8]} {place}", published=published), told


def many(number: int, sentences: int = 24) -> Dossier:
    """Return a dossier of many reports with long texts, most of whose points several reports tell."""
    shelf = Shelf({})
    told: dict[int, list[str]] = {}
    roads: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    for place in range(number):
        topics = [(line * 7 + place * 3) % (sentences * 3) for line in range(sentences)]
        item, lines = _flood_report(place, topics)
        shelf.reports[item.id] = item
        for topic, sentence in zip(topics, lines, strict=True):
            via = ("Nordpress",) if topic % 4 == 0 else ()
            moment = day(f"2025-03-{1 + topic % 20:02}")
            claim = shelf.claim(item.id, sentence, voice=f"e{topic % 30}", via=via, moment=moment)
            told.setdefault(topic, []).append(claim)
            roads.setdefault((f"o{topic % 30}", via, item.id), []).append(claim)
    points = tuple(
        Point(f"p{n}", tuple(sorted(ids)), "corroborated", (f"o{topic % 30}",), ids[0])
        for n, (topic, ids) in enumerate(sorted(told.items(), key=lambda pair: (-len(pair[1]), pair[0])), start=1)
    )
    claims = {claim.id: claim for claim in shelf.claims}
    disputed = [point for point in points if len(point.claims) >= 4][:29]
    return replace(
        EMPTY,
        reports=tuple(shelf.reports.values()),
        entities=tuple(Entity(f"e{n}", "person", f"Speaker {n}", (f"Speaker {n}",), ()) for n in range(30)),
        claims=tuple(shelf.claims),
        points=points,
        origins=tuple(Origin(f"o{n}", f"Speaker {n}", "voice", (), f"e{n}") for n in range(30)),
        transmissions=tuple(Transmission(o, via, at, tuple(ids)) for (o, via, at), ids in sorted(roads.items())),
        conflicts=tuple(
            Conflict(f"x{n}", "number", f"gate {n}", (
                ConflictReading(str(n), point.claims[:2], ("o1", "o2")),
                ConflictReading(str(n + 1), point.claims[2:4], ("o3",)),
            ))
            for n, point in enumerate(disputed, start=1)
        ),
        timeline=tuple(
            TimelineEntry(claims[point.claims[0]].moment or day("2025-03-01"), point.claims, point.id, main=n < 5)
            for n, point in enumerate(points)
        ),
        coverage=tuple(Coverage(report_id, (), ()) for report_id in shelf.reports),
    )  # fmt: skip
