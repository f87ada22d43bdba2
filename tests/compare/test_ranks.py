"""One person, and an office with and without the word that makes it a lower one."""

from __future__ import annotations

import pytest

from tests.compare.stories import Told, alone, story
from variorum.compare import find_conflicts, trace_origins


@pytest.mark.parametrize(
    ("other", "values"),
    [
        ("then a deputy harbour master", ["deputy harbour master", "harbour master"]),
        ("then a former harbour master", []),
        ("then a harbour master", []),
        ("then a deputy", []),
        ("then a deputy lamp inspector", []),
    ],
)
def test_a_deputy_is_not_the_master(other: str, values: list[str]) -> None:
    """A lower office of the same name is at odds with the office; "former", or another office, is not."""
    told = story(
        {
            "a": [Told("Mara Quist, then a harbour master, cleared the ferry", "cleared")],
            "b": [Told(f"Mara Quist, {other}, cleared the ferry", "cleared")],
        },
        names={"Mara Quist": "person"},
    )
    tracing = trace_origins(told, alone(told), ())
    found = find_conflicts(told, tracing.points, tracing.transmissions)
    assert [r.value for c in found for r in sorted(c.readings, key=lambda r: r.value)] == values
    assert {c.kind for c in found} <= {"person"}
