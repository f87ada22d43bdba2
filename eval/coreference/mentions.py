"""Gold mentions as the network sees them: what a pair of mentions is compared by."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.coreference.corpus import Document, GoldMention, head_token, mention_tokens
from eval.readings import report_of_lines
from variorum.align.events import report_likeness
from variorum.align.wording import FUNCTION_WORDS, stem
from variorum.model import Reading

_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound", "nummod", "poss"})


@dataclass(frozen=True, eq=False)
class Mention:
    """One gold mention with what our reader says about it.

    Attributes:
        gold: As annotated.
        document: Number of its document.
        lemma: Of its head, lower-cased.
        stem: Of its head, cruder: "explosion" and "explode" meet where the ending allows.
        verbal: Its head is a verb.
        vector: Mean over its tokens, length 1.
        sentence_vector: Mean over its sentence, length 1.
        words: Stems of the other content words of its sentence.
        names: Stems of the words of the names in its sentence.
        arguments: Stems of the words that hang on its head, and of the head that it hangs on.
    """

    gold: GoldMention
    document: int
    lemma: str
    stem: str
    verbal: bool
    vector: NDArray[np.float32]
    sentence_vector: NDArray[np.float32]
    words: frozenset[str]
    names: frozenset[str]
    arguments: frozenset[str]


@dataclass(frozen=True, eq=False)
class Collection:
    """Documents with their mentions, ready for clustering.

    Attributes:
        documents: As read.
        mentions: Of all documents, in their order.
        likeness: Of the documents' events, shape (documents, documents), see `align.events.report_likeness`.
        rarity: Of each stem over the documents, 0 to 1: 1 for one that stands in one document only.
    """

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    likeness: NDArray[np.float64]
    rarity: Mapping[str, float]


def collect(documents: Sequence[Document], readings: Mapping[str, Reading], vectors: str = "vectors") -> Collection:
    """Return documents with their mentions laid on the readings.

    Args:
        documents: With gold mentions; a mention that no token overlaps is an error of the corpus reader.
        readings: By document id.
        vectors: Name of the reading's column of vectors, one row a token.
    """
    mentions = [
        mention
        for number, document in enumerate(documents)
        for mention in _mentions_of(document, readings[document.id], number, vectors)
    ]
    held = Counter(w for d in documents for w in {stem(x) for x in readings[d.id].words if x.isalnum()})
    most = math.log(max(2, len(documents)))
    rarity = {word: math.log(len(documents) / count) / most for word, count in held.items()}
    likeness = report_likeness([report_of_lines(d.text, d.id) for d in documents])
    return Collection(tuple(documents), tuple(mentions), likeness, rarity)


def _mentions_of(document: Document, reading: Reading, number: int, column: str) -> list[Mention]:
    rows: NDArray[np.float32] = getattr(reading, column)
    stems = [stem(w) if w[0].isalnum() and w.lower() not in FUNCTION_WORDS else "" for w in reading.words]
    names = {t for e in reading.entities for t in range(e.start, e.end)}
    children: dict[int, list[int]] = {}
    for token, head in enumerate(reading.heads.tolist()):
        children.setdefault(head, []).append(token)
    found = []
    for gold in document.mentions:
        tokens = mention_tokens(gold, reading)
        head = head_token(tokens, reading)
        around = np.flatnonzero(reading.sentence == reading.sentence[head]).tolist()
        others = [t for t in around if t not in tokens and stems[t]]
        near = [t for t in children.get(head, ()) if reading.deprels[t].split(":")[0] in _ARGUMENTS]
        above = int(reading.heads[head])
        near += [above] if above >= 0 and reading.upos[head] != "VERB" else []
        found.append(
            Mention(
                gold=gold,
                document=number,
                lemma=reading.lemmas[head].lower(),
                stem=stem(reading.words[head]),
                verbal=reading.upos[head] == "VERB",
                vector=_unit(rows[tokens].mean(0)),
                sentence_vector=_unit(rows[around].mean(0)),
                words=frozenset(stems[t] for t in others),
                names=frozenset(stems[t] for t in others if t in names),
                arguments=frozenset(stems[t] for t in near if stems[t] and t not in tokens),
            )
        )
    return found


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    out: NDArray[np.float32] = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return out
