"""What the sections of a page show first."""

from __future__ import annotations

from dataclasses import replace

from tests.render.stories import bridge
from variorum.render.index import index_dossier
from variorum.render.sections import development_views


def test_the_weighed_claims_of_a_development_come_first() -> None:
    """The pair that made a development stands above what it drew in, and its day is the one that is named."""
    dossier = bridge()
    first = dossier.developments[0]
    weighed = replace(first, weighed=(first.before[-1], first.after[-1]))
    (view, *_) = development_views(index_dossier(replace(dossier, developments=(weighed,))))
    assert view.before[0].claim.id == first.before[-1]
    assert view.after[0].claim.id == first.after[-1]
    assert {line.claim.id for line in view.after} == set(first.after)
