"""Why a part of a dossier is as it is, as text."""

from __future__ import annotations

import pytest

from tests.render.stories import EMPTY, bridge
from variorum.errors import OptionError
from variorum.model.codec import from_json
from variorum.render import explain
from variorum.render.index import index_dossier
from variorum.render.timeline_picture import timeline_rows

D2 = """\
d2, a development: called off

Expected, said 12 March 2025, for 14 March 2025
  courier.c3  A Torvik Courier, line 7, characters 266-301, report of 12 March 2025 (stated)
    “the crossing would reopen on Friday”
    indirect, Ilse Brandt (named “Mayor Ilse Brandt”), cue “said” · expected · 14 March 2025 · head “the”

Outcome, told 15 March 2025, of 14 March 2025
  ledger.c3  D The Northern Ledger, line 7, characters 276-323, report of 15 March 2025 (stated)
    “The bridge did not reopen on Friday as planned.”
    the report itself · denied · 14 March 2025 · head “The”

Weighed: courier.c3 (A Torvik Courier, line 7, characters 266-301) and ledger.c3 (D The Northern Ledger, line 7, \
characters 276-323)
  the reasons below add up to 0.50, and 0.40 was needed
  +0.50  same head

Their points (explain any of them): p3
"""


def test_a_development_is_explained_to_the_letter() -> None:
    """Claims with place, voice, certainty and moment, then what was weighed, as it was when this was written."""
    assert explain(bridge(), "d2") == D2


def test_a_point_names_its_pairs_and_its_neighbours() -> None:
    """The pairs that joined it stand with their factors; a neighbour stands once, with the reason and its words."""
    text = explain(bridge(), "p1")
    assert "a point needs 0.40 on the mean of its pairs" in text
    assert "  0.98  courier.c1 + ledger.c1: words in common +4.10\n" in text
    assert "  0.55  isles.c1 + ledger.c1: words in common +1.50, moments apart -0.50\n" in text
    outside = text.split("Near, and kept outside\n")[1]
    assert "  0.45  courier.c1 / ledger.c3: one denies what the other tells\n" in outside
    assert "p3, D: “The bridge did not reopen on Friday as planned.”" in outside
    assert "0.41" not in outside


def test_a_conflict_shows_both_sides_and_what_each_rests_on() -> None:
    """Readings, origins, where the value stands, what was weighed with what result, and factors by strength."""
    text = explain(bridge(), "#x1")
    assert text.startswith("x1, a conflict (how many): people hurt\n")
    assert "Reading 6 (o3 Radio Halden, o4 " in text
    assert "Reading 4 (o1 the harbour office; older or provisional)" in text
    assert (
        "the reasons below add up to 0.75, and 0.50 was needed\n  +1.00  same noun (people)\n  -0.25  one is older\n"
        in text
    )
    assert "“Some six people were injured.”" in text


def test_every_part_of_a_dossier_can_be_explained() -> None:
    """Whatever has an id has an explanation that begins with it, also after a turn through JSON."""
    dossier = from_json(bridge().to_json())
    ids = [part.id for parts in (dossier.points, dossier.conflicts, dossier.developments, dossier.quotations,
                                 dossier.origins, dossier.claims) for part in parts]  # fmt: skip
    ids += [row.key for row in timeline_rows(index_dossier(dossier))]
    for name in ids:
        assert explain(dossier, name).startswith(f"{name}, a"[: len(name) + 1])
        assert explain(dossier, name).endswith("\n")


@pytest.mark.parametrize(
    ("wanted", "near"),
    [("p99", "p13, p14, p15"), ("x0", "x1, x2, x3"), ("courier.c11", "courier.c1"), ("", "p1, p2, p3")],
)
def test_an_unknown_id_names_those_near_to_it(wanted: str, near: str) -> None:
    """What is asked for is repeated, with ids that look like it."""
    with pytest.raises(OptionError, match=f"near to it: .*{near}"):
        explain(bridge(), wanted)


def test_an_empty_dossier_has_nothing_to_explain() -> None:
    """Nothing is near in it, and that is said."""
    with pytest.raises(OptionError, match="it has no parts"):
        explain(EMPTY, "p1")
