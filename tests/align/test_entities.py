"""Local entities of several reports become entities of the story."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.stories import named, report
from variorum.align import join_entities
from variorum.align.names import is_acronym, name_words, one_person, one_spelling, organization_key, place_key
from variorum.model import AnnotatedReport, EntityKind, Story


def _one(name: str, kind: EntityKind, source: str, *forms: str) -> AnnotatedReport:
    """Return a report that names one entity, in the forms given."""
    return named(report(source, ". ".join((name, *forms))), (name, kind, (name, *forms)))


def _names(story: Story) -> list[str]:
    return [e.name for e in story.entities]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yury Orlin", "Yuri Orlin"),
        ("Sergei Wolkow", "Sergey Volkov"),
        ("Moussa Kadhari", "Moussa Qaddari"),
        ("Pak Min-su", "Pak Min Su"),
        ("Pak Min Su", "Min Su Pak"),
        ("Luis Marin Alba", "Luis Marin"),
        ("Dr. Ada Holt", "Ada Holt"),
        ("Mike Torrance", "Michael Torrance"),
        ("J. Torrance", "Jill Torrance"),
        ("José Peña", "Jose Pena"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    """Transliterations, hyphens, name order, middle names, titles, short forms and accents are one person."""
    story = join_entities([_one(one, "person", "a"), _one(other, "person", "b")])
    assert len(story.entities) == 1
    assert set(story.entities[0].aliases) == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Min Su", "Pak Min Ho"),
        ("Ada Holt", "Ida Holt"),
        ("Karl Reiner", "Karin Reiner"),
        ("Ben Ames", "Ben Adams"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    """People of one family, or of names a letter apart, are not joined."""
    assert len(join_entities([_one(one, "person", "a"), _one(other, "person", "b")]).entities) == 2


def test_two_of_one_name_in_one_report_stay_two() -> None:
    """Whom a report tells apart, no other report joins; its one bearer of the name is one of them."""
    two = named(
        report("a", "Ada Holt. Ada Holt"),
        ("Ada Holt", "person", ("Ada Holt",)),
        ("Ada Holt", "person", ("Ada Holt",)),
    )
    assert _names(join_entities([two, _one("Ada Holt", "person", "b")])) == ["Ada Holt", "Ada Holt"]


def test_a_capital_is_not_its_government() -> None:
    """The government that one report means by a capital's name is not the city of another report."""
    story = join_entities([_one("Oslo", "organization", "a"), _one("Oslo", "place", "b")])
    assert [(e.name, e.kind) for e in story.entities] == [("Oslo", "organization"), ("Oslo", "place")]


def test_surname_meets_its_only_full_name() -> None:
    """A report that gives the surname alone means the one person of that surname."""
    story = join_entities([_one("Ada Holt", "person", "a"), _one("Holt", "person", "b")])
    assert _names(story) == ["Ada Holt"]
    assert {m.span.report for m in story.entities[0].mentions} == {"a", "b"}


def test_surname_of_two_people_joins_neither() -> None:
    """Where two people bear a surname, the bare one is left to itself."""
    story = join_entities(
        [_one("Ada Holt", "person", "a"), _one("Ida Holt", "person", "b"), _one("Holt", "person", "c")]
    )
    assert len(story.entities) == 3


def test_bare_form_goes_to_whoever_bears_it_elsewhere() -> None:
    """Of two people of one family name, the bare form means the one whom another report calls by it."""
    first = _one("Pak Min Su", "person", "a", "Pak")
    second = _one("Pak Jong Ho", "person", "b")
    story = join_entities([first, second, _one("Pak", "person", "c")])
    owner = next(e for e in story.entities if e.name == "Pak Min Su")
    assert "c" in {m.span.report for m in owner.mentions}


def test_acronym_meets_its_name() -> None:
    """An acronym joins the only organization that it can stand for."""
    story = join_entities([_one("Office of River Trade", "organization", "a"), _one("ORT", "organization", "b")])
    assert _names(story) == ["Office of River Trade"]


def test_acronym_of_two_names_joins_neither() -> None:
    """An acronym that two organizations share is left to itself."""
    reports = [
        _one("Office of River Trade", "organization", "a"),
        _one("Order of Red Tailors", "organization", "b"),
        _one("ORT", "organization", "c"),
    ]
    assert len(join_entities(reports).entities) == 3


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("United States", "U.S.", "place"),
        ("the United Kingdom", "Britain", "place"),
        ("Department of State", "State Department", "organization"),
        ("Orlin Freight Inc.", "Orlin Freight", "organization"),
        ("U.S. Harbor Board", "Harbor Board", "organization"),
        ("Orlin Freight", "Orlin", "organization"),
    ],
)
def test_aliases_of_states_and_companies(one: str, other: str, kind: EntityKind) -> None:
    """States, ministries and companies meet under the forms that news gives them."""
    assert len(join_entities([_one(one, kind, "a"), _one(other, kind, "b")]).entities) == 1


def test_a_city_and_a_person_of_its_name_stay_two() -> None:
    """Where somebody of that name is named in full, a one-word person is no place, though their words are equal."""
    reports = [_one("Varna", "place", "a"), _one("Varna", "person", "b"), _one("Ada Varna", "person", "c")]
    assert [entity.kind for entity in join_entities(reports).entities] == ["person", "place"]


def test_a_city_taken_for_a_person_is_the_city() -> None:
    """Where nobody in the story bears a name in full, a one-word person of it is a tagger's slip for the place."""
    reports = [_one("Varna", "place", "a", "Varna"), _one("Varna", "person", "b")]
    assert [(entity.name, entity.kind) for entity in join_entities(reports).entities] == [("Varna", "place")]


def test_kind_is_the_one_most_mentions_have() -> None:
    """One tagger's slip does not change the kind of a name that two reports have right."""
    reports = [_one("Harlow Rovers", kind, name) for name, kind in _KINDS]
    (entity,) = join_entities(reports).entities
    assert entity.kind == "organization"


_KINDS: list[tuple[str, EntityKind]] = [("a", "organization"), ("b", "place"), ("c", "organization")]


def test_near_spellings_are_no_reason_alone() -> None:
    """Two states one letter apart stay apart: a ratio alone joins nothing."""
    assert len(join_entities([_one("Iran", "place", "a"), _one("Iraq", "place", "b")]).entities) == 2


_NAMES = st.lists(
    st.tuples(
        st.sampled_from(
            ["Ada Holt", "Ida Holt", "Holt", "Pak Min Su", "Pak Min-su", "Pak", "ORT", "Office of River Trade"]
        ),
        st.sampled_from(["person", "organization", "place", "other"]),
    ),
    min_size=1,
    max_size=6,
)


@given(_NAMES, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25)
def test_order_of_reports_changes_nothing(names: list[tuple[str, EntityKind]], random: object) -> None:
    """The same reports in another order give the same story, and no mention is lost."""
    reports = [_one(name, kind, f"r{n}") for n, (name, kind) in enumerate(names)]
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = join_entities(reports), join_entities(shuffled)
    assert one.entities == other.entities
    assert sum(len(e.mentions) for e in one.entities) == len(reports)


def test_words_of_names() -> None:
    """The rules under the joining: folding, spellings, acronyms, keys."""
    assert name_words("President José Peña’s") == ("jose", "pena")
    assert one_spelling("yury", "yuri")
    assert not one_spelling("iran", "iraq")
    assert one_person(("ada", "m", "holt"), ("ada", "holt"))
    assert is_acronym("O.R.T.")
    assert not is_acronym("Ort")
    assert place_key("the U.S.") == place_key("United States")
    assert organization_key("Acme Group Inc.") == organization_key("Acme")


def test_a_name_that_one_report_taught_is_found_in_the_others() -> None:
    """A report whose tagger passed over a name mentions it: inside a sentence, where nothing else is named."""
    taught = _one("Port Varn", "place", "a", "Varn")
    other = named(report("b", "They met in Port Varn. A ship left Varn. Varn"))
    (place,) = join_entities([taught, other]).entities
    found = [m.span for m in place.mentions if m.span.report == "b"]
    assert [(span.start, span.end) for span in found] == [(12, 21), (35, 39)]


def test_a_name_of_two_entities_is_taught_to_none() -> None:
    """A form that two entities of the story bear is looked for in no other report."""
    reports = [
        _one("Ada Holt", "person", "a", "Holt"),
        _one("Ida Holt", "person", "b", "Holt"),
        named(report("c", "They met the Holt sisters.")),
    ]
    assert not [m for entity in join_entities(reports).entities for m in entity.mentions if m.span.report == "c"]
