"""A dossier in a notebook: who disagrees on what, and who tells the main points."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from variorum.model import Dossier
from variorum.render.index import index_dossier
from variorum.render.labels import CERTAINTY_LABELS, count_label, days_label
from variorum.render.palette import report_colour
from variorum.render.points import point_rows, told_by_many
from variorum.render.sections import conflict_views, main_title

MOST_CONFLICTS = 5
MOST_POINTS = 8


def to_notebook_html(dossier: Dossier) -> str:
    """Return a short summary as an HTML fragment, for a notebook's `_repr_html_`.

    It brings its own small style, needs no script, and shows the conflicts and the points told by most.

    Args:
        dossier: Any dossier.

    Returns:
        One `div`; everything from reports is escaped.
    """
    index = index_dossier(dossier)
    days = [report.published.day for report in dossier.reports if report.published.day]
    environment = Environment(
        loader=PackageLoader("variorum.render", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("notebook.html.j2").render(
        title=main_title(index),
        reports=list(index.reports.values()),
        counts=[
            count_label(len(dossier.reports), "report"),
            count_label(len(dossier.points), "point"),
            count_label(len(dossier.conflicts), "conflict"),
            count_label(sum(development.told_openly for development in dossier.developments), "development"),
            *([days_label(min(days), max(days))] if days else []),
        ],
        conflicts=conflict_views(index)[:MOST_CONFLICTS],
        more_conflicts=max(0, len(dossier.conflicts) - MOST_CONFLICTS),
        rows=told_by_many(point_rows(index))[:MOST_POINTS],
        CERTAINTY=CERTAINTY_LABELS,
        MARKS={
            "asserted": "●", "expected": "▷", "possible": "◌", "alleged": "⚑",
            "denied": "⊘", "wanted": "✋", "hypothetical": "⬚",
        },
        colour=lambda view: report_colour(view.index).light,
    )  # fmt: skip
