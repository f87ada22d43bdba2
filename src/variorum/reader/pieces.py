"""From words to the network's input: word pieces, their shapes, and each word's first piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from variorum.reader.shapes import break_of, word_shapes
from variorum.reader.words import INVISIBLE, split_words

CLS, SEP, UNKNOWN = 101, 102, 100  # of the uncased BERT vocabulary

#: A web address gains nothing from its hundredth piece.
LONGEST_WORD = 12

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "–": "-",
                        "—": "-", "‑": "-", "−": "-", "…": "...", "\u00a0": " "})  # fmt: skip
_CYRILLIC = str.maketrans("аеорсухіјѕАВЕКМНОРСТУХІЈЅ", "aeopcyxijsABEKMHOPCTYXIJS")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """One window as the network takes it, `[CLS]` and `[SEP]` included.

    Attributes:
        ids: Piece ids.
        shapes: Shape number of each piece.
        first: Number of each word's first piece.
    """

    ids: list[int]
    shapes: list[int]
    first: list[int]


@dataclass(frozen=True, eq=False)
class PieceTable:
    """Embeddings of the vocabulary; a file of its own, since it is half of the network and few rows of it are needed.

    Attributes:
        values: [vocabulary, width], int8.
        scale: [vocabulary], what a row is multiplied by.
    """

    values: NDArray[np.int8]
    scale: NDArray[np.float32]

    def rows(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the embeddings of pieces, the shape of `ids` and the width behind it."""
        out: NDArray[np.float32] = self.values[ids].astype(np.float32)
        out *= self.scale[ids][..., None]
        return out


def plain_word(word: str) -> str:
    """Return `word` as the vocabulary is asked for it: one kind of quotation mark and dash, no look-alikes.

    Cyrillic letters that look Latin become Latin where they stand among Latin letters.
    """
    if word in {"``", "''"}:
        return '"'
    word = _INVISIBLE.sub("", word).translate(_PLAIN)
    if not word.isascii() and _LATIN.search(word):
        word = word.translate(_CYRILLIC)
    return word or "[UNK]"


def _word_pieces(tokenizer: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    """Return the pieces of each word, one or more."""
    encoding = tokenizer.encode([plain_word(w) for w in words], is_pretokenized=True, add_special_tokens=False)
    out: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None and len(out[word]) < LONGEST_WORD:
            out[word].append(piece)
    return [p or [UNKNOWN] for p in out]


def encode_words(tokenizer: Tokenizer, words: Sequence[str], breaks: Sequence[int]) -> Pieces:
    """Encode one window.

    Args:
        tokenizer: With neither truncation nor padding.
        words: One or more.
        breaks: Class of the white space before each, see `shapes.break_of`.
    """
    ids, shapes, first = [CLS], [0], []
    for pieces, shape in zip(_word_pieces(tokenizer, words), word_shapes(words, breaks), strict=True):
        first.append(len(ids))
        ids.extend(pieces)
        shapes.append(shape)
        shapes.extend([shape + 1] * (len(pieces) - 1))
    ids.append(SEP)
    shapes.append(0)
    return Pieces(ids, shapes, first)


def passage_words(text: str, most: int) -> tuple[list[str], list[int]]:
    """Return the first words of a passage, at most so many, and the class of the white space before each."""
    offsets = split_words(text)[:most]
    breaks = [3 if i == 0 else break_of(text[offsets[i - 1][1] : start]) for i, (start, _) in enumerate(offsets)]
    return [text[start:end] for start, end in offsets], breaks


def load_tokenizer(path: str) -> Tokenizer:
    """Load a `tokenizer.json` and switch off the padding and truncation that it may ask for."""
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
