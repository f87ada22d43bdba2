"""From claims to the readings of a conflict: what each reading's origins are."""

from __future__ import annotations

from dataclasses import replace

from tests.compare.stories import Told, alone, story
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
