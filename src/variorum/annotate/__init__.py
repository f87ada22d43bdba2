"""From one report's reading to its claims: who says what, how surely, and when it is said to happen."""

from variorum.annotate.annotation import annotate

__all__ = ["annotate"]
