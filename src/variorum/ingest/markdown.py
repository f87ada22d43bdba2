"""Markdown to blocks: headings, pictures and quotations typed, links and emphasis reduced to their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.ingest.kept import Block

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)\s*$")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+\"([^\"]*)\")?\)")
_LINK = re.compile(r"\[([^\]]+)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_AUTOLINK = re.compile(r"<(https?://[^>\s]+)>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_FENCED = re.compile(r"^ {0,3}(?:```|~~~)")
_RULE = re.compile(r"^ {0,3}(?:[-*_]\s*){3,}$")
_SIGNS = re.compile(r"^(?:#{1,6} \S|.*\]\(https?://|!\[|> \S)", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text without a Markdown suffix is Markdown: two kinds of its marks or a heading at the top."""
    head = text.lstrip()[:4000]
    return bool(re.match(r"#{1,2} \S", head)) and len(_SIGNS.findall(head)) >= 2


def read_markdown(text: str) -> list[Block]:
    """Return the blocks of a Markdown text; paragraphs have no role, so that their form decides."""
    blocks: list[Block] = []
    titled = False
    for kind, content in _parts(text):
        if kind == "heading":
            blocks.append(Block(plain(content), "heading" if titled else "title"))
            titled = True
            continue
        captions = [" ".join(filter(None, match.groups())) for match in _PICTURE.finditer(content)]
        words = plain(_PICTURE.sub("", content))
        blocks += [Block(caption, "caption") for caption in captions if caption.strip()]
        if words.strip():
            blocks.append(Block(words, "body" if kind == "quote" else None))
    return blocks


def plain(text: str) -> str:
    """Return a line of Markdown without its marks: a link is its words, emphasis what it stresses."""
    text = _LINK.sub(r"\1", _AUTOLINK.sub(r"\1", text))
    text = _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text)))
    return re.sub(r"\\([\\`*_{}\[\]()#+.!>-])", r"\1", text).strip()


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind (`heading`, `quote`, `item`, `paragraph`) and content of each block, wrapped lines joined."""
    kind, fenced = "paragraph", False
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if _FENCED.match(line):
            fenced = not fenced
            continue
        heading = None if fenced else _HEADING.match(line)
        underlined = not fenced and lines and kind == "paragraph" and _UNDERLINE.match(line)
        quote = not fenced and line.lstrip().startswith(">")
        item = not fenced and re.match(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+(\S.*)$", line)
        ends = not line.strip() or heading or item or (quote and kind != "quote") or (not fenced and _RULE.match(line))
        if underlined:
            yield "heading", " ".join(lines)
            kind, lines = "paragraph", []
            continue
        if ends and lines:
            yield kind, " ".join(lines)
            kind, lines = "paragraph", []
        if heading:
            yield "heading", heading[2]
        elif item:
            kind, lines = "item", [item[1]]
        elif line.strip() and not (not fenced and _RULE.match(line)):
            kind = "quote" if quote else kind
            lines.append(line.strip().lstrip("> ") if quote else line.strip())
