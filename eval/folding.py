"""Find a quotation in a text whatever became of its white space, quotation marks, dashes and capitals."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PLAIN = str.maketrans("“”„‘’–—−‑", '"""\'\'----')
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable.

    Attributes:
        text: Lower-cased, runs of white space as one space, plain quotes and hyphens, no format characters.
        offsets: For each character of `text`, its offset in the original, in code points.
    """

    text: str
    offsets: tuple[int, ...]

    def find(self, quote: str, start: int = 0) -> tuple[int, int] | None:
        """Return where `quote` stands in the original text, half-open; None when it does not.

        Args:
            quote: Words in any spelling of quotes, dashes and white space.
            start: Offset in the folded text to search from.
        """
        wanted = folded(quote.strip())
        at = self.text.find(wanted, start) if wanted else -1
        if at < 0:
            return None
        return self.offsets[at], self.offsets[at + len(wanted) - 1] + 1

    def count(self, quote: str) -> int:
        """Return how often `quote` stands in the text, overlapping places included."""
        wanted = folded(quote.strip())
        return len(re.findall(rf"(?={re.escape(wanted)})", self.text)) if wanted else 0


def fold(text: str) -> Folded:
    """Fold `text` and remember where each character came from."""
    kept: list[str] = []
    offsets: list[int] = []
    for offset, original in enumerate(text):
        character = original.translate(_PLAIN)
        if character.isspace():
            if kept and kept[-1] == " ":
                continue
            character = " "
        elif unicodedata.category(character) == "Cf":
            continue
        lowered = character.lower()
        kept.append(lowered if len(lowered) == 1 else character)  # a letter that grows would shift all offsets
        offsets.append(offset)
    return Folded("".join(kept), tuple(offsets))


def folded(text: str) -> str:
    """Return only the folded characters of `text`."""
    return fold(text).text


def name_words(name: str) -> frozenset[str]:
    """Return the folded words of a name without its articles."""
    return frozenset(re.findall(r"\w+", folded(name))) - _ARTICLES


def stands_alone(source: str, name: str, names: list[str]) -> bool:
    """Tell whether `name` stands in `source` as whole words outside every longer name that contains it.

    Capitals must match where the name is all capitals ("US" is not "us").
    """
    flags = re.RegexFlag(0) if name.isupper() else re.IGNORECASE

    def places(wanted: str) -> list[tuple[int, int]]:
        body = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in wanted.split())
        return [match.span() for match in re.finditer(rf"(?<!\w){body}(?!\w)", source, flags)]

    longer = [n for n in names if len(n) > len(name) and name.lower() in n.lower()]
    covered = [place for other in longer for place in places(other)]
    return any(not any(a <= start and end <= b for a, b in covered) for start, end in places(name))
