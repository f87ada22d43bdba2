"""What the sections of a page show first."""

from __future__ import annotations

from dataclasses import replace

from tests.render.stories import bridge
from variorum.render import explain, to_html, to_markdown
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


def test_a_weak_development_is_told_as_perhaps() -> None:
    """What falls short of `sure` is folded on the page and told as perhaps in Markdown, and is not counted."""
    dossier = bridge()
    first = replace(dossier.developments[0], strength=5.0, bar=4.5, sure=7.5)
    weak = replace(dossier, developments=(first,))
    strong = replace(dossier, developments=(replace(first, strength=8.0),))
    assert "**perhaps " in to_markdown(weak)
    assert "0 developments" in to_markdown(weak)
    assert "**perhaps " not in to_markdown(strong)
    assert "1 development " in to_markdown(strong)
    assert "1 less sure</summary>" in to_html(weak)
    assert "perhaps: told openly from a strength of 7.50" in explain(weak, first.id)
    assert "less sure</summary>" not in to_html(strong).replace("more, less sure", "")
