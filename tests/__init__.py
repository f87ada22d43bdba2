"""Tests, laid out as src/variorum is."""
