"""Measure what Variorum finds against what careful readers marked; not part of the wheel."""
