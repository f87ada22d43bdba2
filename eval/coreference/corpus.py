"""ECB+ as documents with gold event mentions that stand on the words of our reader.

Only mentions in validated sentences count, the setup of Cybulska and Vossen (2015) that published figures use.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.corpora import guess_breaks
from training.windows import spell_out
from variorum.model import Reading


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One event mention as annotators marked it.

    Attributes:
        id: Document and mention, unique in the corpus.
        document: Id of its document.
        chain: Events with one chain are one event.
        start: Offset of its first character in the document's text, code points.
        end: Offset behind its last character; what stands between the parts of a broken mention is held too.
        words: Offsets of its words, one (start, end) each.
    """

    id: str
    document: str
    chain: str
    start: int
    end: int
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One document of ECB+.

    Attributes:
        id: As in the corpus.
        topic: Its topic (two like happenings), "12".
        subtopic: Its happening, "12_ecb".
        text: Spelled out from the tokens, one sentence a line.
        mentions: Gold event mentions of validated sentences, in order.
    """

    id: str
    topic: str
    subtopic: str
    text: str
    mentions: tuple[GoldMention, ...]


def read_ecb(path: Path) -> list[Document]:
    """Return the documents of an ECB+ file in the order of their ids."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return sorted((document_of(json.loads(line)) for line in lines), key=lambda d: d.id)


def document_of(record: Mapping[str, Any]) -> Document:
    """Return one record (`doc_id`, `topic`, `subtopic`, `tokens`, `sent`, `mentions`) as a document."""
    tokens, sentence = list(record["tokens"]), record["sent"]
    breaks = guess_breaks(tokens)
    for i in range(1, len(tokens)):
        if sentence[i] != sentence[i - 1]:
            breaks[i] = 2
    text = spell_out(tokens, breaks)
    offsets, at = [], 0
    for token in tokens:
        start = text.index(token, at)
        at = start + len(token)
        offsets.append((start, at))
    name = record["doc_id"]
    mentions = []
    for mark in record["mentions"]:
        if mark["event"] and mark["validated"]:
            words = tuple(offsets[i] for i in sorted(mark["tokens"]))
            mentions.append(GoldMention(f"{name}/{mark['id']}", name, mark["chain"], words[0][0], words[-1][1], words))
    mentions.sort(key=lambda m: (m.start, m.end, m.id))
    return Document(name, record["topic"], record["subtopic"], text, tuple(mentions))


def mention_tokens(mention: GoldMention, reading: Reading) -> list[int]:
    """Return the numbers of the reading's tokens that overlap a mention's words, in order; empty where none does."""
    starts, ends = reading.start.tolist(), reading.end.tolist()
    found = {
        token for start, end in mention.words for token in range(bisect_right(ends, start), bisect_left(starts, end))
    }
    return sorted(found)


def head_token(tokens: Sequence[int], reading: Reading) -> int:
    """Return the token of a mention whose syntactic head stands outside it: the first content word of those.

    Raises:
        ValueError: The mention has no token.
    """
    inside = set(tokens)
    tops = [t for t in tokens if int(reading.heads[t]) not in inside]
    content = [t for t in tops if reading.upos[t] in {"VERB", "NOUN", "PROPN", "ADJ", "NUM"}]
    if not tokens:
        raise ValueError("a mention without tokens has no head")
    return (content or tops or list(tokens))[0]
