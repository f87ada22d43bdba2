"""How many independent origins a point has, and who they are."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.stories import Told, alone, by, groups, story
from variorum.compare import Tracing, trace_origins
from variorum.compare.governments import nation
from variorum.model import CopiedPassage, Span, Story

BRIDGE = "The old bridge over the Marn was closed to lorries"


def _names(tracing: Tracing, point: int = 0) -> list[str]:
    found = {o.id: o.name for o in tracing.origins}
    return sorted(found[o] for o in tracing.points[point].origins)


def test_one_voice_in_two_outlets_is_one_origin() -> None:
    """Two outlets that quote one person are one origin, reached by two roads."""
    told = story(
        {
            "a": [Told(f"{BRIDGE}, said Vera Holt", "closed", attribution=by("Vera Holt"))],
            "b": [
                Told(
                    "Lorries may no longer cross the Marn, Vera Holt told us",
                    "cross",
                    attribution=by("Vera Holt", via=("Marn Press",)),
                )
            ],
        },
        outlets={"a": "Daily Ledger", "b": "Evening Post"},
        names={"Vera Holt": "person"},
    )
    tracing = trace_origins(told, groups(["a.c1", "b.c1"]), ())
    assert _names(tracing) == ["Vera Holt"]
    assert tracing.points[0].standing == "repeated"
    assert [(t.report, t.via) for t in tracing.transmissions] == [("a", ()), ("b", ("Marn Press",))]


def test_outlets_that_name_nobody_are_origins_of_their_own() -> None:
    """Where no report names a source, each outlet stands for itself."""
    told = story(
        {"a": [Told(BRIDGE, "closed")], "b": [Told("Heavy traffic is banned from the crossing", "banned")]},
        outlets={"a": "Daily Ledger", "b": "Evening Post"},
    )
    tracing = trace_origins(told, groups(["a.c1", "b.c1"]), ())
    assert _names(tracing) == ["Daily Ledger", "Evening Post"]
    assert tracing.points[0].standing == "corroborated"


def test_a_copied_passage_is_the_credited_agency() -> None:
    """Two outlets with one text have one origin: the agency that one of them credits."""
    told = story(
        {"a": [Told(BRIDGE, "closed")], "b": [Told(BRIDGE, "closed")]},
        outlets={"a": "Daily Ledger", "b": "Evening Post"},
        agencies={"b": ("Marn Press",)},
    )
    copy = CopiedPassage(told.claims[0].span, told.claims[1].span, 1.0)
    tracing = trace_origins(told, groups(["a.c1", "b.c1"]), (copy,))
    assert [(o.name, o.kind) for o in tracing.origins] == [("Marn Press", "agency")]
    assert tracing.origins[0].evidence == (copy.first, copy.second)


def test_unnamed_officials_of_a_country_are_one() -> None:
    """Officials and a government spokesman of one country are one origin; a named person is another."""
    told = story(
        {
            "a": [
                Told(
                    "Norwegian officials said the port had reopened",
                    "reopened",
                    attribution=by(text="Norwegian officials"),
                )
            ],
            "b": [
                Told(
                    "The port is open, a Norwegian government spokesman said",
                    "open",
                    attribution=by(text="a Norwegian government spokesman"),
                )
            ],
            "c": [Told("The port had reopened, said Vera Holt", "reopened", attribution=by("Vera Holt"))],
        },
        names={"Vera Holt": "person"},
    )
    tracing = trace_origins(told, groups(["a.c1", "b.c1", "c.c1"]), ())
    assert len(tracing.points[0].origins) == 2


def test_two_governments_named_together_are_two_origins() -> None:
    """What Oslo and Stockholm say together has two origins; what one of them says elsewhere adds none."""
    told = story(
        {
            "a": [
                Told("The strait is mined, Oslo and Stockholm say", "mined", attribution=by(text="Oslo and Stockholm"))
            ],
            "b": [Told("Mines lie in the strait, Sweden said", "lie", attribution=by(text="Sweden"))],
        }
    )
    assert len(trace_origins(told, groups(["a.c1", "b.c1"]), ()).points[0].origins) == 2


def test_the_government_is_the_one_that_another_report_names() -> None:
    """A bare government in one report and one with its country in another are one origin of one point."""
    told = story(
        {
            "a": [
                Told("The port has reopened, the government said", "reopened", attribution=by(text="the government"))
            ],
            "b": [
                Told(
                    "The Norwegian government opened the port",
                    "opened",
                    attribution=by(text="the Norwegian government"),
                )
            ],
        }
    )
    assert len(trace_origins(told, groups(["a.c1", "b.c1"]), ()).points[0].origins) == 1


def test_who_denies_is_the_origin_of_the_denial() -> None:
    """Two outlets that tell of one company's denial have it from the company, though no source is named."""
    told = story(
        {
            "a": [Told("Norvik Oil denied the spill", "denied")],
            "b": [Told("The spill was denied by Norvik Oil", "denied")],
        },
        outlets={"a": "Daily Ledger", "b": "Evening Post"},
        names={"Norvik Oil": "organization"},
    )
    agents = tuple(
        replace(c, lemma="deny", participants=tuple(replace(p, role="agent") for p in c.participants))
        for c in told.claims
    )
    told = replace(told, claims=agents)
    assert _names(trace_origins(told, groups(["a.c1", "b.c1"]), ())) == ["Norvik Oil"]


def test_a_letter_counts_as_one_with_its_author() -> None:
    """A report that quotes the letter alone and one that names who wrote it have one origin."""
    told = story(
        {
            "a": [Told("The letter calls the harbour unsafe", "calls", attribution=by(document="the letter"))],
            "b": [
                Told(
                    "The harbour is unsafe, Vera Holt wrote in a letter",
                    "is",
                    attribution=by("Vera Holt", document="a letter"),
                )
            ],
        },
        names={"Vera Holt": "person"},
    )
    assert _names(trace_origins(told, groups(["a.c1", "b.c1"]), ())) == ["Vera Holt"]


def test_a_headline_has_its_origin_from_its_own_report() -> None:
    """A report that names its source for a point is no second origin for it by its headline."""
    told = story(
        {
            "a": [
                Told("Marn bridge closed", "closed"),
                Told(f"{BRIDGE}, said Vera Holt", "closed", attribution=by("Vera Holt")),
            ],
        },
        outlets={"a": "Daily Ledger"},
        names={"Vera Holt": "person"},
    )
    assert _names(trace_origins(told, groups(["a.c1", "a.c2"]), ())) == ["Vera Holt"]


def test_two_voices_of_one_report_stay_two() -> None:
    """An unattributed sentence beside two voices does not make them one."""
    told = story(
        {
            "a": [
                Told("Marn bridge closed", "closed"),
                Told(f"{BRIDGE}, said Vera Holt", "closed", attribution=by("Vera Holt")),
                Told("It is shut, said Tom Reed", "shut", attribution=by("Tom Reed")),
            ],
        },
        outlets={"a": "Daily Ledger"},
        names={"Vera Holt": "person", "Tom Reed": "person"},
    )
    assert _names(trace_origins(told, groups(["a.c1", "a.c2", "a.c3"]), ())) == ["Tom Reed", "Vera Holt"]


def _described(*descriptions: str) -> Tracing:
    """Return the tracing of a point that one outlet gives to Vera Holt and others to what is given here."""
    tolds = {"a": [Told(f"{BRIDGE}, said Vera Holt", "closed", attribution=by("Vera Holt"))]}
    for name, words in zip("bc", descriptions, strict=False):
        tolds[name] = [
            Told(f"Lorries may no longer cross the river Marn, {words} said", "cross", attribution=by(None, words))
        ]
    told = story(tolds, outlets={r: f"Ledger {r}" for r in tolds}, names={"Vera Holt": "person"})
    return trace_origins(told, groups([f"{r}.c1" for r in sorted(tolds)]), ())


def test_a_pronoun_is_the_only_person_that_the_point_names() -> None:
    """A "he" that nothing resolves is nobody new where one person speaks."""
    assert _names(_described("she")) == ["Vera Holt"]


def test_a_description_of_one_is_the_only_voice_that_the_point_names() -> None:
    """Who was told of before can be her; several people, and somebody who is introduced, are others."""
    assert _names(_described("the six-term mayor")) == ["Vera Holt"]
    assert _names(_described("a passer-by")) == ["Vera Holt", "a passer-by"]
    assert _names(_described("the hauliers")) == ["Vera Holt", "the hauliers"]


def test_one_quotation_read_as_two_voices_is_one_origin() -> None:
    """The same words in quotation marks, cut at an end, come from one mouth; reported speech may agree by chance."""
    words = {
        "a": "No lorry will cross this bridge again while I sit here",
        "b": "No lorry will cross this bridge again",
    }
    for mode, expected in (("direct", 1), ("indirect", 2)):
        told = story(
            {
                name: [Told(said, "cross", attribution=replace(by(voice), mode=mode))]  # type: ignore[arg-type]
                for (name, said), voice in zip(words.items(), ("Vera Holt", "Tom Reed"), strict=True)
            },
            outlets={"a": "Daily Ledger", "b": "Evening Post"},
            names={"Vera Holt": "person", "Tom Reed": "person"},
        )
        assert len(_names(trace_origins(told, groups(["a.c1", "b.c1"]), ()))) == expected


def test_points_are_numbered_by_origins() -> None:
    """The point that most origins tell comes first."""
    told = story(
        {
            "a": [Told("It rained all week", "rained"), Told(BRIDGE, "closed")],
            "b": [Told("Lorries are banned from the Marn", "banned")],
        },
        outlets={"a": "Daily Ledger", "b": "Evening Post"},
    )
    tracing = trace_origins(told, alone(told, ["a.c2", "b.c1"]), ())
    assert tracing.points[0].claims == ("a.c2", "b.c1")
    assert [p.id for p in tracing.points] == ["p1", "p2"]
    assert tracing.points[1].standing == "single"


def test_nations_are_read_from_demonyms_and_names() -> None:
    """A country is told by its people, its name or its capital; two countries in one name are none."""
    assert nation("South Korean officials") == "south korea"
    assert nation("the U.S. government") == "united states"
    assert nation("Paris and Berlin") is None
    assert nation("the harbour master") is None


def _copied() -> Story:
    return story(
        {
            "a": [
                Told(BRIDGE, "closed"),
                Told("Repairs will take a month, said Vera Holt", "take", attribution=by("Vera Holt")),
            ],
            "b": [Told("Heavy traffic is banned from the crossing", "banned")],
        },
        outlets={"a": "Daily Ledger", "b": "Evening Post"},
        names={"Vera Holt": "person"},
    )


def test_an_exact_copy_of_a_report_adds_no_origin() -> None:
    """A third outlet that prints the first one's words leaves the number of origins as it was."""
    told = _copied()
    before = trace_origins(told, alone(told, ["a.c1", "b.c1"]), ())
    more = story(
        {
            "a": [
                Told(BRIDGE, "closed"),
                Told("Repairs will take a month, said Vera Holt", "take", attribution=by("Vera Holt")),
            ],
            "b": [Told("Heavy traffic is banned from the crossing", "banned")],
            "c": [
                Told(BRIDGE, "closed"),
                Told("Repairs will take a month, said Vera Holt", "take", attribution=by("Vera Holt")),
            ],
        },
        outlets={"a": "Daily Ledger", "b": "Evening Post", "c": "Morning Star Herald"},
        names={"Vera Holt": "person"},
    )
    whole = CopiedPassage(Span("a", 0, 90), Span("c", 0, 90), 1.0)
    after = trace_origins(more, alone(more, ["a.c1", "b.c1", "c.c1"], ["a.c2", "c.c2"]), (whole,))
    assert [len(p.origins) for p in after.points] == [len(p.origins) for p in before.points]
    assert len(after.origins) == len(before.origins)


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_groups_and_claims_changes_nothing(random: object) -> None:
    """Shuffled groups, and shuffled claims within them, give the same tracing."""
    told = _copied()
    found = list(alone(told, ["a.c1", "b.c1"]))
    shuffle = random.shuffle  # type: ignore[attr-defined]
    shuffle(found)
    shuffled = []
    for group in found:
        ids = list(group.claims)
        shuffle(ids)
        shuffled.append(replace(group, claims=tuple(ids)))
    assert trace_origins(told, shuffled, ()) == trace_origins(told, alone(told, ["a.c1", "b.c1"]), ())
