"""Text from reports inside Markdown: nothing in it may be read as markup."""

from __future__ import annotations

import re

# Characters that Markdown or the HTML inside it would read as markup.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
# What turns into a list or a rule at the start of a line.
_LINE_START = re.compile(r"^([-+=]|\d+[.)])")


def escape_markdown(text: str) -> str:
    """Return text on one line with every character of Markdown and HTML markup made plain."""
    plain = _MARKUP.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;")
    return _LINE_START.sub(lambda match: match.group()[:-1] + "\\" + match.group()[-1], plain)


def keep_edges(text: str) -> str:
    """Escape a part of a passage, keeping one space where it begins or ends with white space."""
    return " " * text[:1].isspace() + escape_markdown(text) + " " * (text[-1:].isspace() and bool(text.strip()))


def quoted(words: str) -> str:
    """Put quotation marks around words that do not begin with one."""
    return words if words[:1] in '“"„«‘' else f"“{words}”"
