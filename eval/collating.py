"""Collate a story's reports and hand out its dossier as it stands in the JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from variorum import collate, load_reader, read_reports
from variorum.reader import Reader


def dossier_of(story: Path, reader: Reader | None = None) -> dict[str, Any]:
    """Collate a story's reports; a report that cannot be read is left out.

    Args:
        story: A folder with `reports/`.
        reader: A loaded reader to use again; None loads the one that is shipped.
    """
    intake = read_reports([str(path) for path in sorted((story / "reports").iterdir())])
    dossier: dict[str, Any] = json.loads(collate(intake.reports, reader=reader or load_reader()).to_json())
    return dossier
