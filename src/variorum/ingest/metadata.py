"""A web page's metadata: JSON-LD, Open Graph, meta elements and `time`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from variorum.ingest.dating import stated_day
from variorum.ingest.kept import Stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # loads slowly, and pasted text needs none of it

TRUSTED_UPDATE = timedelta(days=7)
"""How long after publication a stated change still counts as the report's own update: later ones are mostly
the content system's, which dates a page anew when a template or a link is touched."""

_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "article.published", "pdate",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "article.updated")
_AUTHORS = ("author", "byl", "article:author", "dc.creator", "parsely-author", "sailthru.author", "authors")
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "title")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "source", "copyright")


def read_metadata(tree: HtmlElement) -> Stated:
    """Return what a page states about itself; fields that it leaves out stay None or empty."""
    metas = dict(_metas(tree))
    article = _linked_article(tree)
    published = _first_moment((article.get("datePublished"), *_values(metas, _PUBLISHED), *_times(tree)))
    modified = _first_moment((article.get("dateModified"), *_values(metas, _MODIFIED)))
    day, at = _latest(published, modified)
    outlet = _first((metas.get("og:site_name"), _name(article.get("publisher")), *_values(metas, _OUTLETS)), longest=60)
    heading = tree.xpath("string(//head/title)")
    title = _first((_text(article.get("headline")), *_values(metas, _TITLES), heading), longest=300)
    url = _first(
        (*_strings(tree.xpath("//link[@rel='canonical']/@href")), metas.get("og:url"), _text(article.get("url"))),
        longest=2000,
    )
    authors = _authors(article.get("author")) or _authors(_values(metas, _AUTHORS))
    return Stated(
        outlet=outlet,
        title=title,
        authors=tuple(name for name in authors if name != outlet),
        url=url if url and url.startswith(("http://", "https://")) else None,
        day=day,
        at=at,
    )


def read_moment(value: object) -> tuple[date, datetime | None] | None:
    """Return the day and, where a zone is given, the moment of an ISO 8601 or written-out date; None if it is none."""
    if isinstance(value, datetime):
        return value.date(), value if value.tzinfo else None
    if isinstance(value, date):
        return value, None
    if not isinstance(value, str) or not 8 <= len(value.strip()) <= 120:
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        return moment.date(), moment if moment.tzinfo else None
    except ValueError:
        stated = stated_day(value)
    return None if stated is None or stated.day is None else (stated.day, stated.at)


def split_authors(value: str) -> tuple[str, ...]:
    """Return the names in a byline ("By Ada Obi and Ben Roy, Staff Writers"): parts that look like a person's name."""
    value = re.sub(r"^\W*(?:by|author|authors|written by|words|text)\s*:?\s+", "", value, flags=re.IGNORECASE)
    parts = re.split(r"\s*(?:,|;|\||&|/|•|·|—|–|\s-\s|\band\b|\bfor\b|\bin\b|\bwith\b)\s*", value)
    return tuple(dict.fromkeys(part.strip() for part in parts if _is_person(part.strip())))


def _is_person(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 5 or "http" in name or any(char.isdigit() for char in name):
        return False
    if re.search(
        r"\b(?:staff|writers?|reporters?|correspondent|editors?|news|press|agenc(?:y|ies)|times|post|bureau|desk|team|updated|published)\b",
        name,
        re.I,
    ):
        return False
    particles = {"de", "van", "von", "al", "bin", "der", "la", "le", "da", "di", "el", "den", "ter", "of"}
    return all(word[0].isupper() or not word[0].isascii() or word.lower() in particles for word in words)


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield name and content of meta elements, the first of each name last so that it wins in a dictionary."""
    for element in reversed(tree.xpath("//meta[@content]")):
        for attribute in ("name", "property", "itemprop"):
            name = element.get(attribute)
            if name and element.get("content", "").strip():
                yield name.strip().lower(), element.get("content").strip()


def _values(metas: dict[str, str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(metas[name] for name in names if name in metas)


def _times(tree: HtmlElement) -> tuple[str, ...]:
    return _strings(tree.xpath("(//time/@datetime | //*[@itemprop='datePublished']/@datetime)[position() <= 3]"))


def _strings(values: object) -> tuple[str, ...]:
    return tuple(str(value) for value in values) if isinstance(values, list) else ()


def _linked_article(tree: HtmlElement) -> dict[str, Any]:
    """Return the JSON-LD object of the article; empty when the page holds none that can be read."""
    found: list[dict[str, Any]] = []
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found += _objects(json.loads(element.text or "", strict=False))
        except (ValueError, RecursionError):
            continue  # pages hold broken JSON often; the other sources remain
    for item in found:
        kinds = item.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(
            isinstance(name, str) and (name.endswith("Article") or name in ("BlogPosting", "LiveBlogPosting", "Report"))
            for name in names
        ):
            return item
    return {}


def _objects(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [item for part in value for item in _objects(part)]
    if isinstance(value, dict):
        return [value, *_objects(value.get("@graph"))]
    return []


def _text(value: object) -> str | None:
    return re.sub(r"\s+", " ", value).strip() or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, (list, tuple)) else [value]
    names = [name for name in (_name(item) for item in values) if name and "://" not in name]
    return tuple(dict.fromkeys(author for name in names for author in split_authors(name)))


def _first(values: Iterable[str | None], *, longest: int) -> str | None:
    return next((text for text in (_text(value) for value in values) if text and len(text) <= longest), None)


Moment = tuple[date, datetime | None]


def _first_moment(values: Iterable[object]) -> Moment | None:
    return next((moment for moment in map(read_moment, values) if moment), None)


def _latest(published: Moment | None, modified: Moment | None) -> tuple[date | None, datetime | None]:
    if published is None:
        return modified or (None, None)
    if modified and timedelta() <= modified[0] - published[0] <= TRUSTED_UPDATE:
        return modified
    return published
