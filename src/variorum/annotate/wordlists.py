"""How word lists are written down."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(listed.split())
