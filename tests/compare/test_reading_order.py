"""From claims to the readings of a conflict: what each reading's origins are."""

from __future__ import annotations

from dataclasses import replace

from tests.compare.stories import Told, alone, by, story
from variorum.compare import trace_origins
from variorum.compare.index import ClaimIndex
from variorum.compare.reading_order import make_reading, origins_by_claim


def test_a_claim_that_is_no_witness_of_its_point_still_gives_its_reading_an_origin() -> None:
    """A reading never stands without origins because its claims were not heard in their point."""
    told = story(
        {
            "a": [Told("41 people were on board the Corvina", "were")],
            "b": [Told("47 people were on board the Corvina", "were")],
        },
        names={"Corvina": "other"},
    )
    tracing = trace_origins(told, alone(told), ())
    unheard = [replace(point, origins=()) for point in tracing.points]
    origins = origins_by_claim(ClaimIndex(told, unheard), tracing.transmissions)
    assert origins == origins_by_claim(ClaimIndex(told, tracing.points), tracing.transmissions)
    readings = [make_reading("", [claim], [], origins) for claim in told.claims]
    assert [len(reading.origins) for reading in readings] == [1, 1]
    assert readings[0].origins != readings[1].origins


def test_a_company_is_not_the_person_who_speaks_in_the_same_point() -> None:
    """What the company says has the company for its origin, though the point's only named voice is somebody else."""
    told = story(
        {
            "a": [Told("186 people were on board", "were", attribution=by("Ilse Morvane"))],
            "b": [Told("163 people were on board", "were", attribution=by(text="The company"))],
        },
        names={"Ilse Morvane": "person"},
    )
    tracing = trace_origins(told, alone(told, [c.id for c in told.claims]), ())
    names = {origin.id: origin.name for origin in tracing.origins}
    origins = origins_by_claim(ClaimIndex(told, tracing.points), tracing.transmissions)
    assert [[names[o] for o in origins[claim.id]] for claim in told.claims] == [["Ilse Morvane"], ["The company"]]


def test_a_claim_keeps_its_own_voice_where_another_voice_of_its_report_is_heard() -> None:
    """An unheard company in a report that also cites the point's one witness is not given that witness's origin."""
    told = story(
        {
            "a": [Told("186 people were on board", "were", attribution=by("Ilse Morvane"))],
            "b": [
                Told("186 people had been on board", "been", attribution=by("Ilse Morvane")),
                Told("163 people were on board", "were", attribution=by(text="The company")),
            ],
        },
        names={"Ilse Morvane": "person"},
    )
    tracing = trace_origins(told, alone(told, [c.id for c in told.claims]), ())
    names = {origin.id: origin.name for origin in tracing.origins}
    witness = [origin.id for origin in tracing.origins if origin.name == "Ilse Morvane"]
    heard = [replace(point, origins=tuple(witness)) for point in tracing.points]
    origins = origins_by_claim(ClaimIndex(told, heard), tracing.transmissions)
    wanted = [["Ilse Morvane"], ["Ilse Morvane"], ["The company"]]
    assert [[names[o] for o in origins[claim.id]] for claim in told.claims] == wanted
