"""The summary in a notebook."""

from tests.render.page_reader import read, squeeze
from tests.render.stories import EMPTY, bridge
from variorum.render import to_notebook_html


def test_summary_shows_conflicts_and_main_points_verbatim() -> None:
    """The fragment has headline, counts, each conflict's values, and quotations that stand in their reports."""
    dossier = bridge()
    html = to_notebook_html(dossier)
    assert "Aldin bridge closed after storm tears away a pylon" in html
    assert "3 conflicts" in html
    assert "12 March 2025" in html
    texts = {report.id: report.text for report in dossier.reports}
    for ours, theirs in (("data-report", "data-r"), ("data-start", "data-s"), ("data-end", "data-e")):
        html = html.replace(ours, theirs)
    passages = read(html).passages
    assert len(passages) > 8
    for passage in passages:
        assert squeeze(passage.text) == squeeze(texts[passage.report][passage.start : passage.end])


def test_summary_is_safe_and_needs_no_script() -> None:
    """Nothing of a report becomes markup, and an empty dossier has a summary too."""
    tags = {tag for tag, _ in read(to_notebook_html(bridge())).tags}
    assert tags & {"script", "img", "style", "link"} == set()
    assert "No two reports" in to_notebook_html(EMPTY)
