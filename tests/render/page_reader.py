"""Reads a rendered page back: ids, links, and every element that claims to be a passage."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from variorum.model import Dossier

VOID = {"meta", "br", "img", "link", "input", "hr"}


@dataclass
class Passage:
    """A quotation on the page: report slug, offsets, and the words inside its `q`."""

    report: str
    start: int
    end: int
    text: str = ""


@dataclass
class PageReader(HTMLParser):
    """Collects what the tests look at."""

    ids: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start the parser."""
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, Passage | None]] = []
        self._quoting = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, links and passages."""
        values = dict(attrs)
        self.tags.append((tag, values))
        if values.get("id") is not None:
            self.ids.append(values["id"] or "")
        if values.get("href") is not None:
            self.hrefs.append(values["href"] or "")
        passage = None
        if "data-s" in values and "data-e" in values:
            passage = Passage(values["data-r"] or "", int(values["data-s"] or 0), int(values["data-e"] or 0))
            self.passages.append(passage)
        self._quoting += tag == "q"
        if tag not in VOID:
            self._open.append((tag, passage))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one: the page is well formed."""
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1][0] == tag, f"</{tag}> closes <{self._open[-1][0]}>"
        self._open.pop()
        self._quoting -= tag == "q"

    def handle_data(self, data: str) -> None:
        """Add text to the passage whose `q` holds it."""
        tag = self._open[-1][0] if self._open else ""
        if tag == "script":
            self.scripts.append(data)
        elif tag == "style":
            self.styles.append(data)
        elif self._quoting:
            around = [passage for _, passage in self._open if passage]
            if around:
                around[-1].text += data
            else:
                self.loose.append(data)


def read(html: str) -> PageReader:
    """Parse a page."""
    reader = PageReader()
    reader.feed(html)
    reader.close()
    return reader


def squeeze(text: str) -> str:
    """Join white space, as a browser shows it."""
    return " ".join(text.split())


def check_passages(html: str, dossier: Dossier) -> int:
    """Assert that every quotation on the page stands verbatim where it says; return how many there are."""
    reader = read(html)
    texts = {report.id: report.text for report in dossier.reports}
    shown = [passage for passage in reader.passages if passage.text]
    for passage in shown:
        assert squeeze(passage.text) == squeeze(texts[passage.report][passage.start : passage.end])
    assert not reader.loose, "words in a quotation that say no place"
    return len(shown)
