"""English time expressions in news, resolved to days."""

from variorum.moments.resolve import moment_of, resolve_moments

__all__ = ["moment_of", "resolve_moments"]
