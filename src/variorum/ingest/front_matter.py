"""An optional head of `name: value` lines between two lines of `---`, in text and Markdown."""

from __future__ import annotations

import re

from variorum.ingest.kept import Stated
from variorum.ingest.metadata import read_moment, split_authors

_FENCE = re.compile(r"\s*---[ \t]*\n(?P<head>.{0,8000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_ENTRY = re.compile(r"^(?P<name>[A-Za-z_][\w -]{0,30}?)[ \t]*:[ \t]*(?P<value>.*)$")
_ITEM = re.compile(r"^\s*-\s+(?P<value>\S.*)$")
_OUTLETS = ("outlet", "publication", "publisher", "newspaper", "site", "site_name", "source")
"""Names under which heads give the outlet, the plainest first; an address under one of them is none."""
_KNOWN = frozenset((*_OUTLETS, "title", "author", "authors", "url", "published", "date", "updated"))


def split_front_matter(text: str) -> tuple[Stated, str]:
    """Return what the front matter states and the text behind it.

    A text without front matter, or whose fenced head names none of the known fields, comes back whole with
    an empty `Stated`. Values are read as plain strings with or without quotes; `authors` may be a list, in
    brackets or one `- item` a line. A date that cannot be read is left unknown.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return Stated(), text
    values = _entries(fence["head"])
    if not _KNOWN & values.keys():
        return Stated(), text
    moment = next(
        (m for m in (read_moment(_first(values, name)) for name in ("updated", "published", "date")) if m), None
    )
    stated = Stated(
        outlet=next((name for name in (_first(values, key) for key in _OUTLETS) if name and "://" not in name), None),
        title=_first(values, "title"),
        authors=tuple(values.get("authors", ())) or _names(values.get("author", [])),
        url=_first(values, "url"),
        day=moment[0] if moment else None,
        at=moment[1] if moment else None,
    )
    return stated, text[fence.end() :]


def _entries(head: str) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    name = ""
    for line in head.split("\n"):
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if entry:
            name = entry["name"].strip().lower()
            value = entry["value"].strip()
            parts = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
            values[name] = [bare for bare in map(_unquoted, parts) if bare]
        elif item and name:
            values[name] = [*values.get(name, []), _unquoted(item["value"])]
    return values


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'" else value


def _first(values: dict[str, list[str]], name: str) -> str | None:
    return ", ".join(values[name]) if values.get(name) else None


def _names(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in values for name in (split_authors(value) or (value,))))
