"""A dossier as one self-contained HTML file."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.model import Dossier
from variorum.render.citations import Citations
from variorum.render.compiled import BesideTemplates
from variorum.render.index import DossierIndex, index_dossier
from variorum.render.labels import (
    BASIS_LABELS,
    CERTAINTY_LABELS,
    CONFLICT_LABELS,
    OUTCOME_LABELS,
    count_label,
    days_label,
)
from variorum.render.lines import told_again
from variorum.render.origins_picture import draw_origins, foreign
from variorum.render.palette import REPORT_COLOURS, colour_rules
from variorum.render.passages import Addresses, escape_text, report_blocks, title_span, writable
from variorum.render.points import only_views, point_rows, told_by_many
from variorum.render.reasons import reasons_of, strengths
from variorum.render.sections import (
    conflict_views,
    copy_views,
    development_views,
    main_title,
    set_aside_views,
)
from variorum.render.timeline_picture import draw_timeline, drawn_rows, timeline_rows
from variorum.render.voices import unvoiced_quotations, voice_views

#: Unoptimized, since Jinja's optimizer calls filters while it compiles: what is kept compiled must not hang on them.
_SETTINGS: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "optimized": False}


def to_html(dossier: Dossier) -> str:
    """Return a dossier as one HTML page that needs no network and no other file.

    Text from reports is escaped everywhere, and the page's own policy lets only its own style and script run.
    The page is whole without script: script adds the evidence pane, sorting, filters and keys.

    Args:
        dossier: Any dossier; parts that are empty are said to be empty.

    Returns:
        The document, to be written as UTF-8.
    """
    index = index_dossier(dossier)
    style = _style()
    script = _resource("page.js")
    environment = _environment()
    page = environment.get_template("page.html.j2").render(
        **_context(index),
        style=Markup(style),  # our own files, nothing of a report
        script=Markup(script),
        policy="; ".join(
            (
                "default-src 'none'",
                f"style-src '{_digest(style)}'",
                f"script-src '{_digest(script)}'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
    )
    return writable(page)


def _context(index: DossierIndex) -> dict[str, Any]:
    """Collect what the template's sections show."""
    dossier = index.dossier
    rows = point_rows(index)
    many = told_by_many(rows)
    voices = voice_views(index)
    timeline = timeline_rows(index)
    drawn = drawn_rows(timeline)
    addresses = Addresses(index)
    developments = development_views(index)
    origins_picture, origins_all = draw_origins(index)
    days = [report.published.day for report in dossier.reports if report.published.day]
    return {
        "index": index,
        "dossier": dossier,
        "reports": list(index.reports.values()),
        "title": main_title(index),
        "title_span": title_span,
        "days": days_label(min(days), max(days), short=True) if days else None,
        "voice_count": sum(origin.kind in ("voice", "document") for origin in dossier.origins),
        "outlets_known": all(report.outlet for report in dossier.reports),
        "outlet_count": len({report.outlet for report in dossier.reports if report.outlet}),
        "conflicts": conflict_views(index),
        "developments": [view for view in developments if view.development.told_openly],
        "perhaps": [view for view in developments if not view.development.told_openly],
        "open": index.lines(dossier.open),
        "timeline": timeline,
        "drawn": {row.key for row in drawn},
        "timeline_picture": draw_timeline(index, drawn),
        "rows": rows,
        "many": many,
        "voices": voices,
        "loose_quotations": unvoiced_quotations(index, voices),
        "filter_voices": _filter_voices(index, many),
        "origins_picture": origins_picture,
        "origins_all": origins_all,
        "roads": sorted(
            (road for road in dossier.transmissions if foreign(index, road)),
            key=lambda road: (-len(road.claims), road.origin, road.via, road.report),
        ),
        "copies": copy_views(index),
        "only": only_views(index, rows),
        "set_aside": set_aside_views(index),
        "addresses": addresses,
        "reasons_for": lambda claims: reasons_of(index, claims),
        "blocks": lambda view: report_blocks(view.report, addresses),
        "citations": Citations(index),
    }


def _filter_voices(index: DossierIndex, rows: list[Any]) -> list[tuple[str, str]]:
    ids = {voice for row in rows for voice in row.voices if voice in index.entities}
    return sorted(
        ((voice, index.entities[voice].name) for voice in ids), key=lambda pair: (pair[1].casefold(), pair[0])
    )


@cache
def _environment() -> Environment:
    """Return the templates, compiled once."""
    environment = Environment(
        loader=PackageLoader("variorum.render", "page"),
        undefined=StrictUndefined,
        bytecode_cache=BesideTemplates(Path(__file__).parent / "page", repr(_SETTINGS)),
        **_SETTINGS,
    )
    environment.filters["verbatim"] = lambda text: Markup(escape_text(text))  # escaped there
    environment.filters["count"] = count_label
    environment.filters["told_again"] = told_again
    environment.filters["strengths"] = strengths
    environment.globals.update(
        CERTAINTY=CERTAINTY_LABELS,
        CONFLICT=CONFLICT_LABELS,
        OUTCOME=OUTCOME_LABELS,
        BASIS=BASIS_LABELS,
        COLOURS=len(REPORT_COLOURS),
    )
    return environment


def load_templates() -> None:
    """Load every template of the page, so that its code is kept for the next process."""
    for name in _environment().list_templates(
        filter_func=lambda name: name.endswith(".j2") and name != "notebook.html.j2"
    ):
        _environment().get_template(name)


def _style() -> str:
    light, dark = colour_rules()
    return _resource("page.css").replace("/*report colours: light*/", light).replace("/*report colours: dark*/", dark)


def _resource(name: str) -> str:
    return (files("variorum.render") / "page" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
