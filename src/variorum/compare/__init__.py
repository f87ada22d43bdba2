"""Points -> origins, conflicts, developments, timeline, coverage.

Pure functions over a story's frozen claims; none hangs on the order of input.
"""

from variorum.compare.conflicts import find_conflicts
from variorum.compare.coverage import compare_coverage
from variorum.compare.developments import Developments, find_developments
from variorum.compare.origins import Tracing, trace_origins
from variorum.compare.timeline import build_timeline

__all__ = [
    "Developments",
    "Tracing",
    "build_timeline",
    "compare_coverage",
    "find_conflicts",
    "find_developments",
    "trace_origins",
]
