"""How well the network reads: each head on held-out data, beside a baseline that needs no training.

    python -m eval.reader [--share 0.2] [--json OUT]

Scores the exported int8 files as the package runs them. Data paths come from VARIORUM_DATA and
VARIORUM_STORIES_TRAIN unless given.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.corpora import read_attributions, read_certainty, read_entities, read_treebank
from training.pairs import Pair, split_stories, story_pairs
from training.windows import Window, join_windows, spell_out
from variorum.model import Report, Segment
from variorum.reader import Reader
from variorum.reader.attributions import join_attributions
from variorum.reader.decode import Columns
from variorum.reader.lemmas import apply_rule
from variorum.reader.network import WEIGHTS, Network, load_network
from variorum.reader.reader import read_words
from variorum.reader.tags import tag_spans
from variorum.reader.windows import Words

Scores = dict[str, tuple[float, float | None]]
Span = tuple[int, ...] | tuple[int, int, str]


def f1(right: float, system: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall, 0 where nothing is right."""
    return 2 * right / (system + gold) if right else 0.0


def span_f1(pairs: Iterable[tuple[set[Span], set[Span]]]) -> float:
    """Return F1 over (system, gold) sets of spans."""
    counts = np.zeros(3)
    for system, gold in pairs:
        counts += (len(system & gold), len(system), len(gold))
    return f1(*counts)


def as_words(window: Window) -> Words:
    """Return a document of known words as the reader takes it: a block a paragraph, one run."""
    blocks, number = [], -1
    for gap in window.breaks:
        number += gap == 3
        blocks.append(max(number, 0))
    size = len(window.words)
    return Words([0] * size, [0] * size, list(window.words), list(window.breaks), blocks, [0] * size)


def as_report(text: str) -> Report:
    """Return a raw text as a report whose lines are body segments."""
    segments = tuple(Segment(m.start(), m.end(), "body") for m in re.finditer(r"\S[^\n]*", text))
    return Report("text", "text", text, segments, "")


def score_trees(network: Network, documents: Sequence[Window]) -> Scores:
    """Score tags and trees on given words; sentences are found. Baseline: the class most seen, the word before."""
    right: Counter[str] = Counter()
    base: Counter[str] = Counter()
    values: list[tuple[float, float]] = []
    total = 0
    for gold in documents:
        columns = read_words(network, as_words(gold))
        total += len(gold.words)
        heads = np.array(gold.heads)
        relations = gold.columns["relation"]
        hit = columns.heads == heads
        coarse = [a.split(":")[0] == b.split(":")[0] for a, b in zip(columns.deprels, relations, strict=True)]
        right["UAS"] += int(hit.sum())
        right["LAS"] += int((hit & np.array(coarse)).sum())
        base["UAS"] += int((np.maximum(np.arange(len(heads)) - 1, -1) == heads).sum())
        for head in ("upos", "xpos"):
            best = columns.best(head)
            right[head] += sum(a == b for a, b in zip(best, gold.columns[head], strict=True))
        lemmas = [apply_rule(w, rule) for w, rule in zip(gold.words, gold.columns["lemma"], strict=True)]
        right["lemma"] += sum(a == b for a, b in zip(columns.lemmas(), lemmas, strict=True))
        base["lemma"] += sum(a.lower() == b for a, b in zip(gold.words, lemmas, strict=True))
        base["upos"] += gold.columns["upos"].count("NOUN")
        values.extend((float(columns.certainty[i]), v) for i, v in gold.certainty.items())
    scores: Scores = {k: (v / total, base[k] / total if k in base else None) for k, v in right.items()}
    if values:
        found, truth = np.array(values).T
        constant = float(np.abs(truth - np.median(truth)).mean())
        scores["certainty MAE"] = (float(np.abs(found - truth).mean()), constant)
        scores["certainty r"] = (float(np.corrcoef(found, truth)[0, 1]), 0.0)
    return scores


def score_raw(reader: Reader, documents: Sequence[Window]) -> Scores:
    """Score words, sentences and trees from the bare text, matched by offsets. Baseline: a rule for sentence ends."""
    words, sentences, arcs, rule = [], [], [], []
    for gold in documents:
        text = spell_out(gold.words, gold.breaks)
        offsets, at = [], 0
        for word in gold.words:
            at = text.index(word, at)
            offsets.append((at, at + len(word)))
            at += len(word)
        reading = reader.read(as_report(text))
        found = list(zip(reading.start.tolist(), reading.end.tolist(), strict=True))
        words.append((set(found), set(offsets)))
        gold_sentences = {(offsets[a][0], offsets[b - 1][1]) for a, b in gold.sentences}
        numbers = reading.sentence
        firsts = [i for i in range(len(found)) if i == 0 or numbers[i] != numbers[i - 1]]
        ranges = zip(firsts, [*firsts[1:], len(found)], strict=True)
        sentences.append(({(found[a][0], found[b - 1][1]) for a, b in ranges}, gold_sentences))
        rule.append((rule_sentences(text), gold_sentences))
        arcs.append(
            (
                arc_set(found, reading.heads.tolist(), reading.deprels),
                arc_set(offsets, list(gold.heads or ()), gold.columns["relation"]),
            )
        )
    return {
        "words F1, raw": (span_f1(words), None),
        "sentences F1, raw": (span_f1(sentences), span_f1(rule)),
        "LAS F1, raw": (span_f1(arcs), None),
    }


def rule_sentences(text: str) -> set[Span]:
    """Return sentences by a rule: a mark, white space and no small letter, or a line's end."""
    cuts = [0, *(m.end() for m in re.finditer(r"[.!?][\"'”’)]*\s+(?![a-z])|\n+", text)), len(text)]
    out: set[Span] = set()
    for a, b in pairwise(cuts):
        part = text[a:b].strip()
        if part:
            start = text.index(part, a)
            out.add((start, start + len(part)))
    return out


def arc_set(offsets: Sequence[tuple[int, int]], heads: Sequence[int], relations: Sequence[str]) -> set[Span]:
    """Return arcs as (start, end, start and end of the head, relation without subtype)."""
    out: set[Span] = set()
    for (start, end), head, relation in zip(offsets, heads, relations, strict=True):
        where = offsets[head] if head >= 0 else (-1, -1)
        out.add((start, end, *where, relation.split(":")[0]))  # type: ignore[arg-type]
    return out


def score_entities(network: Network, documents: Sequence[Window]) -> Scores:
    """Score exact names with their class. Baseline: runs of capitalised words, class left aside."""
    found, by_class, rule = [], [], []
    for gold in documents:
        columns = read_words(network, as_words(gold))
        truth = set(tag_spans(gold.columns["entity"]))
        system = {(e.start, e.end, e.label) for e in columns.entities()}
        found.append((system, truth))
        by_class.append(({(a, b) for a, b, _ in system}, {(a, b) for a, b, _ in truth}))
        flags = ["B" if w[:1].isupper() and w.lower() not in {"the", "a", "an", "in"} else "O" for w in gold.words]
        runs = {(m.start(), m.end()) for m in re.finditer("B+", "".join(flags))}
        rule.append((runs, {(a, b) for a, b, _ in truth}))
    return {"entities F1": (span_f1(found), None), "entities F1, spans alone": (span_f1(by_class), span_f1(rule))}


def score_attributions(network: Network, documents: Sequence[Window]) -> Scores:
    """Score the three layers and their links on PolNeAR. Baseline: seven verbs of saying as cues."""
    layers: dict[str, list[tuple[set[Span], set[Span]]]] = {"source": [], "cue": [], "content": []}
    soft = np.zeros(3)
    linked = np.zeros(3)
    cues = {"said", "says", "told", "according", "tweeted", "asked", "added"}
    plain: list[tuple[set[Span], set[Span]]] = []
    for gold in documents:
        columns = read_words(network, as_words(gold))
        truth: dict[str, set[Span]] = {k: {(a, b) for a, b, _ in tag_spans(gold.columns[k])} for k in layers}
        for layer, rows in layers.items():
            rows.append(({(a, b) for a, b, _ in columns.spans(layer)}, truth[layer]))
        plain.append(({(i, i + 1) for i, w in enumerate(gold.words) if w in cues}, truth["cue"]))
        system = {i for a, b, _ in columns.spans("content") for i in range(a, b)}
        wanted = {i for a, b in truth["content"] for i in range(a, b)}  # type: ignore[misc]
        soft += (len(system & wanted), len(system), len(wanted))
        linked += linked_counts(gold, columns, truth)
    scores: Scores = {f"{k} F1": (span_f1(v), span_f1(plain) if k == "cue" else None) for k, v in layers.items()}
    scores["content F1 by words"] = (f1(*soft), None)
    scores["content and source F1"] = (f1(*linked), None)
    return scores


def linked_counts(gold: Window, columns: Columns, truth: dict[str, set[Span]]) -> tuple[int, int, int]:
    """Count attributions whose content meets the gold one by half of both, and whose source meets the right one."""
    spans = {int(a): (int(a), int(b)) for a, b in truth["source"]}  # type: ignore[misc]
    wanted = [(a, b, spans.get(s) if s is not None else None) for a, b, _, s in gold.links or ()]
    system = join_attributions({k: columns.spans(k) for k in ("source", "cue", "content")}, columns.links)
    right = 0
    for a, b, source in wanted:
        for s in system:
            both = min(b, s.content[1]) - max(a, s.content[0])
            if 2 * both < max(b - a, s.content[1] - s.content[0]):
                continue
            meets = source is not None and s.source is not None and s.source[0] < source[1] and source[0] < s.source[1]
            right += meets or source is s.source is None
            break
    return right, len(system), len(wanted)


def average_link(matrix: NDArray[np.float32], least: float) -> list[int]:
    """Return the group of each item: groups are joined while the mean score between two is at least `least`."""
    groups = [[i] for i in range(len(matrix))]
    table = matrix.copy()
    np.fill_diagonal(table, -1)
    while len(groups) > 1:
        i, j = sorted(np.unravel_index(int(table.argmax()), table.shape))
        if table[i, j] < least:
            break
        a, b = len(groups[i]), len(groups[j])
        merged = (table[i] * a + table[j] * b) / (a + b)
        table[i, :], table[:, i] = merged, merged
        table[i, i] = -1
        table = np.delete(np.delete(table, j, 0), j, 1)
        groups[i] += groups.pop(j)
    out = [0] * len(matrix)
    for number, group in enumerate(groups):
        for i in group:
            out[i] = number
    return out


def score_pairs(
    stories: Sequence[Sequence[Pair]], probability: Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]
) -> dict[str, float]:
    """Return pairwise F1 on held-out stories at the best single threshold, and after average link at the best."""
    scored = [(pairs, probability([(p.first, p.second) for p in pairs])) for pairs in stories]
    best = {"alone": 0.0, "grouped": 0.0}
    for least in np.arange(0.2, 0.9, 0.05):
        counts, grouped = np.zeros(3), np.zeros(3)
        for pairs, values in scored:
            same = np.array([p.same for p in pairs])
            counts += (int((same & (values >= least)).sum()), int((values >= least).sum()), int(same.sum()))
            clauses = sorted({t for p in pairs for t in (p.first, p.second)})
            number = {t: i for i, t in enumerate(clauses)}
            matrix = np.zeros((len(clauses), len(clauses)), dtype=np.float32)
            for p, v in zip(pairs, values, strict=True):
                matrix[number[p.first], number[p.second]] = matrix[number[p.second], number[p.first]] = v
            group = average_link(matrix, float(least))
            together = np.array([group[number[p.first]] == group[number[p.second]] for p in pairs])
            grouped += (int((same & together).sum()), int(together.sum()), int(same.sum()))
        best["alone"] = max(best["alone"], f1(*counts))
        best["grouped"] = max(best["grouped"], f1(*grouped))
    return best


def pair_scores(reader: Reader, stories: Path) -> Scores:
    """Score `same_happening` on the held-out stories. Baseline: shared words by Jaccard, at its own best threshold."""

    def overlap(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        bags = [({*re.findall(r"\w+", a.lower())}, {*re.findall(r"\w+", b.lower())}) for a, b in pairs]
        return np.array([len(a & b) / max(1, len(a | b)) for a, b in bags], dtype=np.float32)

    def meaning(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        texts = sorted({t for p in pairs for t in p})
        rows = dict(zip(texts, reader.embed(texts), strict=True))
        return np.array([rows[a] @ rows[b] for a, b in pairs], dtype=np.float32)

    held_out = [story_pairs(s) for s in split_stories(stories)[1]]
    base = score_pairs(held_out, overlap)
    vectors = score_pairs(held_out, meaning)
    found = score_pairs(held_out, reader.same_happening)
    return {
        "same happening F1, pairs alone": (found["alone"], base["alone"]),
        "same happening F1, grouped": (found["grouped"], base["grouped"]),
        "same happening F1, vectors grouped": (vectors["grouped"], base["grouped"]),
    }


def some(documents: Sequence[Window], share: float) -> list[Window]:
    """Return every nth document, so that about `share` of them is left."""
    return list(documents[:: max(1, round(1 / share))])


def main() -> None:
    """Score all heads and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--stories", type=Path, default=os.environ.get("VARIORUM_STORIES_TRAIN"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--share", type=float, default=1.0, help="share of each set's documents, to be quick")
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--json", type=Path, default=None, help="where to write the scores")
    options = parser.parse_args()
    data = Path(options.data)
    network, reader = load_network(options.weights, options.threads), Reader(options.weights, threads=options.threads)
    values = read_certainty(data / "certainty" / "uds_factuality.dev.jsonl")
    results: dict[str, Scores] = {}
    for name in ("ewt", "gum"):
        documents = [join_windows(d) for d in read_treebank(data / "treebank" / f"en_{name}-ud-dev.conllu", values)]
        documents = some(documents, options.share)
        results[f"treebank {name}"] = score_trees(network, documents) | score_raw(reader, documents)
    entities = [join_windows(d) for d in read_entities(data / "entities" / "en_worldwide.dev.jsonl")]
    results["en_worldwide"] = score_entities(network, some(entities, options.share))
    voices = [d for ds in read_attributions(data / "attribution" / "polnear.dev.jsonl") for d in ds]
    results["PolNeAR"] = score_attributions(network, some(voices, options.share))
    if options.stories is not None:
        results["held-out stories"] = pair_scores(reader, Path(options.stories))
    print(f"{reader.release}\n{'':46}{'network':>9}{'baseline':>10}")
    for corpus, scores in results.items():
        for name, (value, base) in scores.items():
            print(f"{corpus + ': ' + name:46}{value:9.3f}{'' if base is None else format(base, '10.3f')}")
    if options.json is not None:
        record = {"release": reader.release, "share": options.share, "scores": results}
        options.json.write_text(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
