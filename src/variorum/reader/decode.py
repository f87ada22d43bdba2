"""From one report's raw outputs to its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from variorum.model import AttributionSpans, EntityLabel, EntitySpan
from variorum.reader.attributions import SURELY_OUTSIDE, LinkRows, decode_layer, join_attributions, log_softmax
from variorum.reader.lemmas import find_lemma
from variorum.reader.network import TAG_HEADS, Floats, Network
from variorum.reader.tags import best_tags, lawful_steps, stretches, tag_spans
from variorum.reader.trees import best_trees
from variorum.reader.windows import Words

#: Added to the score of "no span" in each layer: the best on a third of PolNeAR's dev documents. A
#: source too many does no harm, for only those that a content links to are kept.
OUTSIDE = {"source": -0.4, "cue": -0.2, "content": 0.0}

#: Arcs whose relations are scored together.
RELATION_ROWS = 64

#: Logit above which a word ends its sentence.
END = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _SentenceArcs:
    """What the tree of one sentence is made of.

    Attributes:
        start: Number of its first word.
        scores: Log probability of each head, [W, W + 1]; column 0 is the root.
        child: Projection of each word as a dependent, [W, R'].
        head: Projection of the root and of each word as a head, [W + 1, R'].
    """

    start: int
    scores: Floats
    child: Floats
    head: Floats


class Columns:
    """Raw outputs of a report, gathered window by window; every array has one row a word."""

    def __init__(self, words: Words, network: Network) -> None:
        self.words, self.network = words, network
        size = len(words.text)
        self.tags: dict[str, Floats] = {
            head: np.zeros((size, len(network.labels[head])), dtype=np.float32) for head in TAG_HEADS
        }
        self.certainty = np.zeros(size, dtype=np.float32)
        self.vectors = np.zeros((size, 0), dtype=np.float32)
        self.happenings = np.zeros((size, 0), dtype=np.float32)
        self.links: list[LinkRows] = []
        self.sentence = np.zeros(size, dtype=np.int32)
        self.heads = np.full(size, -1, dtype=np.int32)
        self.deprels: list[str] = ["root"] * size
        self._sentences = 0
        self._arcs: list[_SentenceArcs] = []

    def take(self, out: dict[str, Floats], context: int, start: int, end: int) -> None:
        """Keep what a window says of the words from `start` to `end`; its first word is `context`."""
        own = slice(start - context, end - context)
        for head in TAG_HEADS:
            self.tags[head][start:end] = out[head][own]
        self.certainty[start:end] = out["certainty"][own]
        if not self.vectors.shape[1]:
            self.vectors = np.zeros((len(self.vectors), out["vectors"].shape[1]), dtype=np.float32)
            self.happenings = np.zeros((len(self.vectors), out["happenings"].shape[1]), dtype=np.float32)
        self.vectors[start:end] = out["vectors"][own]
        self.happenings[start:end] = out["happenings"][own]
        self.links.append(LinkRows(out["links"][:, own], start, context))
        self._take_trees(out, context, start, end)

    def _take_trees(self, out: dict[str, Floats], context: int, start: int, end: int) -> None:
        """Cut the window's own words into sentences and keep what their trees are made of."""
        for a, b in self._sentence_ranges(start, end):
            self.sentence[a:b] = self._sentences
            self._sentences += 1
            rows = np.arange(a - context, b - context)
            columns = np.concatenate([[0], rows + 1])
            scores = log_softmax(out["arcs"][np.ix_(rows, columns)])
            self._arcs.append(_SentenceArcs(a, scores, out["rel_child"][rows], out["rel_head"][columns]))

    def join_trees(self) -> None:
        """Give every sentence its best tree and name the relations, once all windows are taken: many at a time."""
        relations: list[tuple[Floats, Floats]] = []
        for arcs, heads in zip(self._arcs, best_trees([arcs.scores for arcs in self._arcs]), strict=True):
            a = arcs.start
            self.heads[a : a + len(heads)] = np.where(heads > 0, heads - 1 + a, -1)
            relations.append((arcs.child, arcs.head[heads]))
        self._arcs = []
        self._name_relations(relations)

    def _name_relations(self, arcs: Sequence[tuple[Floats, Floats]]) -> None:
        """Name the relation of every arc, from both projections of the arcs of each sentence, in order."""
        labels = self.network.labels["relation"]
        root = labels.index("root")
        waiting: list[tuple[Floats, Floats]] = []
        done = size = 0
        for number, sides in enumerate(arcs, 1):
            waiting.append(sides)
            size += len(sides[0])
            if size < RELATION_ROWS and number < len(arcs):
                continue
            child, head = (np.concatenate(side) for side in zip(*waiting, strict=True))
            scores = self.network.relations.score(child, head)
            roots = self.heads[done : done + size] < 0
            scores[~roots, root] = -np.inf
            scores[roots, root] = np.inf
            self.deprels[done : done + size] = [labels[int(best)] for best in scores.argmax(1)]
            waiting, done, size = [], done + size, 0

    def _sentence_ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the sentences of a window's own words: where the network ends one, and where a block ends."""
        ends = self.tags["end"]
        out = []
        at = start
        for i in range(start, end):
            last = i + 1 == end or self.words.block[i + 1] != self.words.block[i]
            if last or (ends[i, 1] - ends[i, 0] > END and _may_end(self.words, i)):
                out.append((at, i + 1))
                at = i + 1
        return out

    def best(self, head: str) -> tuple[str, ...]:
        """Return the best class of each word."""
        labels = self.network.labels[head]
        return tuple(labels[int(n)] for n in self.tags[head].argmax(1))

    def lemmas(self) -> tuple[str, ...]:
        """Return each word's lemma."""
        table = self.network.lemmas
        return tuple(find_lemma(w, tag, table) for w, tag in zip(self.words.text, self.best("xpos"), strict=True))

    def entities(self) -> tuple[EntitySpan, ...]:
        """Return the names; none crosses a block."""
        return decode_entities(self.tags["entity"], self.words.block, self.network.labels["entity"])

    def spans(self, layer: str) -> list[tuple[int, int, float]]:
        """Return the spans of `source`, `cue` or `content`; only a content goes over paragraphs."""
        groups = self.words.run if layer == "content" else self.words.block
        return decode_layer(self.tags[layer], groups, OUTSIDE[layer])

    def attributions(self) -> tuple[AttributionSpans, ...]:
        """Return contents with their cues and sources."""
        return join_attributions({layer: self.spans(layer) for layer in ("source", "cue", "content")}, self.links)


def _may_end(words: Words, i: int) -> bool:
    """Tell whether a sentence may end with word `i`.

    Without white space behind it, only a mark may: never a word inside "3pm" or "do" + "n't".
    """
    return words.breaks[i + 1] > 0 or not words.text[i][-1].isalnum()


def decode_entities(scores: Floats, blocks: Sequence[int], labels: tuple[str, ...]) -> tuple[EntitySpan, ...]:
    """Return the best lawful names of each block.

    Args:
        scores: Logits, [W, T].
        blocks: Number of each word's block, never falling.
        labels: BIOES tags with classes, in the order of `scores`.
    """
    steps = lawful_steps(labels)
    logs = log_softmax(scores)
    outside = labels.index("O")
    out: list[EntitySpan] = []
    for at, stop in stretches(logs[:, outside] > SURELY_OUTSIDE, blocks):
        path = best_tags(logs[at:stop], steps)
        for s, e, label in tag_spans([labels[t] for t in path]):
            sure = float(np.exp(logs[at + s : at + e][np.arange(e - s), path[s:e]].mean()))
            name: EntityLabel = label  # type: ignore[assignment]
            out.append(EntitySpan(at + s, at + e, name, round(sure, 4)))
    return tuple(out)
