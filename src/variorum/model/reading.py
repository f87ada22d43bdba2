"""What the network read in one report: columns with one row per token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

EntityLabel = Literal[
    "Person", "Organization", "Location", "Facility", "NORP", "Product", "Money", "Date", "Miscellaneous"
]
"""The nine classes of the en_worldwide corpus; `NORP` is a nationality or a religious or political group."""


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A name, by token numbers of its reading, half-open."""

    start: int
    end: int
    label: EntityLabel
    score: float


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """One attribution as the corpora mark it, by token numbers, half-open.

    Attributes:
        source: None when the network found no words that name the voice.
        cue: None when no word tells that something is said.
        content: One run of tokens; it may cross sentence ends. A content broken by its cue
            ("..., he said, ...") gives two of these.
        score: How sure the network is of content and links, 0 to 1.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    score: float


@dataclass(frozen=True, eq=False)
class Reading:
    """One report as the network read it. Every column has one entry per token.

    Tokens follow Universal Dependencies: "don't" is "do" + "n't", "Kim's" is "Kim" + "'s".

    Attributes:
        report: The report's id.
        start: Offset of each token's first character, code points of `Report.text`.
        end: Offset behind each token's last character.
        words: The tokens as they stand in the report.
        lemmas: Lower-cased but for names.
        upos: Universal part-of-speech tags.
        xpos: Penn Treebank tags.
        feats: Universal features as the treebanks write them ("Mood=Ind|Tense=Past|VerbForm=Fin"), "_" for none.
        sentence: Number of each token's sentence, from 0, never falling.
        heads: Token number of the syntactic head inside the sentence, -1 for its root.
        deprels: Relation to the head, with subtype ("nsubj:pass").
        certainty: Factuality of each token as a predicate, about -3 (certainly not) to 3 (certainly so);
            meaningful for predicates only.
        licences: What the network takes to license that certainty: "plain", "negated", "modal", "negated modal" or
            "conditional"; meaningful for predicates only.
        vectors: Meaning, shape (tokens, width), float32. The mean over a passage's rows,
            scaled to length 1, is the passage's vector.
        happenings: Which happening is told, of the same form: passages that tell one happening
            in other words are near, others on the same subject are not.
        entities: Names, in order, not overlapping.
        attributions: In order of content.
    """

    report: str
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    sentence: NDArray[np.int32]
    heads: NDArray[np.int32]
    deprels: tuple[str, ...]
    certainty: NDArray[np.float32]
    licences: tuple[str, ...]
    vectors: NDArray[np.float32]
    happenings: NDArray[np.float32]
    entities: tuple[EntitySpan, ...]
    attributions: tuple[AttributionSpans, ...]

    def __len__(self) -> int:
        return len(self.words)
