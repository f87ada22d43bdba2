"""Words: cut as treebanks cut them, at offsets that any text survives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.reader.words import INVISIBLE, split_words


def cut(text: str) -> list[str]:
    """Return the words of `text`."""
    return [text[a:b] for a, b in split_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't, she can't.", ["They", "do", "n't", ",", "she", "ca", "n't", "."]),
        ("Mara’s and the Ostrovs’ boat", ["Mara", "’s", "and", "the", "Ostrovs", "’", "boat"]),
        ("We cannot; they’ll see", ["We", "can", "not", ";", "they", "’ll", "see"]),
        ("a 45-year-old ex-mayor", ["a", "45", "-", "year", "-", "old", "ex-mayor"]),
        ("Mr. Orr met U.S. Sen. J. Vale.", ["Mr.", "Orr", "met", "U.S.", "Sen.", "J.", "Vale", "."]),
        ("$3.5bn, 1,204 people (12%)", ["$", "3.5", "bn", ",", "1,204", "people", "(", "12", "%", ")"]),
        ("at 3pm on 06/18/2024", ["at", "3", "pm", "on", "06/18/2024"]),
        ("see https://tarn.example/a?b=1. Or desk@tarn.example!",
         ["see", "https://tarn.example/a?b=1", ".", "Or", "desk@tarn.example", "!"]),
        ("No. 5 said no. He was ill.", ["No.", "5", "said", "no", ".", "He", "was", "ill", "."]),
        ("“Stop!!” he said—twice...", ["“", "Stop", "!!", "”", "he", "said", "—", "twice", "..."]),
        ("O'Hara sailed", ["O'Hara", "sailed"]),
    ],
)  # fmt: skip
def test_words_are_cut_as_in_treebanks(text: str, words: list[str]) -> None:
    """Clitics, hyphens, abbreviations, amounts, addresses and dashes each become what UD makes of them."""
    assert cut(text) == words


def test_odd_characters_stay_inside_their_words() -> None:
    """A soft hyphen, a zero-width space, an accent of its own and a Cyrillic letter cut no word and move no offset."""
    words = ["so\u00adft", "ze\u200bro", "cafe\u0301", "Lavr\u043ev", "\U0001f6a2", "end"]
    text = " ".join(words)
    assert cut(text)[:2] == words[:2]
    assert cut(text)[3:] == words[3:]


def test_only_invisible_text_has_no_words() -> None:
    """White space and zero-width characters alone are nothing to read."""
    assert split_words(" \n\u200b\ufeff\t") == []


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=60))
def test_every_visible_character_is_in_one_word(text: str) -> None:
    """Words stand in order, never overlap, hold no white space, and together leave nothing visible out."""
    last = 0
    inside: set[int] = set()
    for start, end in split_words(text):
        assert last <= start < end <= len(text)
        assert not any(c.isspace() for c in text[start:end])
        inside.update(range(start, end))
        last = end
    invisible = {chr(c) for a, b in _ranges(INVISIBLE) for c in range(a, b + 1)}
    assert all(i in inside for i, c in enumerate(text) if not c.isspace() and c not in invisible)


def _ranges(pattern: str) -> list[tuple[int, int]]:
    """Return the code point ranges of a character class."""
    out, i = [], 0
    while i < len(pattern):
        if i + 2 < len(pattern) and pattern[i + 1] == "-":
            out.append((ord(pattern[i]), ord(pattern[i + 2])))
            i += 3
        else:
            out.append((ord(pattern[i]), ord(pattern[i])))
            i += 1
    return out
