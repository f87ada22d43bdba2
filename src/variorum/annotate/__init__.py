"""From one report's reading to its claims: who says what, how surely, and when it is said to happen."""

from variorum.annotate.annotation import annotate
from variorum.annotate.quantities import parse_quantities
from variorum.annotate.reports import Progress, annotate_report, annotate_reports, silent

__all__ = ["Progress", "annotate", "annotate_report", "annotate_reports", "parse_quantities", "silent"]
