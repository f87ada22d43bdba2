"""Where reports disagree. A new kind is a new file with one finder, and one line here."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.compare.conflict_age import oppose_ages
from variorum.compare.conflict_denial import oppose_denials
from variorum.compare.conflict_estimate import oppose_estimates
from variorum.compare.conflict_hour import oppose_hours
from variorum.compare.conflict_number import oppose_numbers
from variorum.compare.conflict_opposite import oppose_opposites
from variorum.compare.conflict_person import oppose_persons
from variorum.compare.conflict_place import oppose_places
from variorum.compare.conflict_rank import oppose_ranks
from variorum.compare.conflict_time import oppose_times
from variorum.compare.index import ClaimIndex
from variorum.compare.opposition import Finder, assemble
from variorum.model import Conflict, Point, Story, Transmission

FINDERS: tuple[Finder, ...] = (
    oppose_numbers,
    oppose_estimates,
    oppose_ages,
    oppose_times,
    oppose_hours,
    oppose_persons,
    oppose_ranks,
    oppose_places,
    oppose_denials,
    oppose_opposites,
)


def find_conflicts(story: Story, points: Sequence[Point], roads: Sequence[Transmission]) -> tuple[Conflict, ...]:
    """Return the questions that the reports of a story answer differently.

    Args:
        story: Vectors in the order of its claims.
        points: Tell which claims say the same, so that all of them stand under a reading.
        roads: From origins to reports, for counting the independent origins of each reading.

    Returns:
        Conflicts with the most origins first; two or more readings each, never one claim in two readings.
    """
    index = ClaimIndex(story, points)
    oppositions = [one for finder in FINDERS for one in finder(index)]
    return assemble(index, oppositions, roads)
