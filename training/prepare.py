"""Everything read, encoded and cached once, before the first step."""

from __future__ import annotations

import hashlib
import pickle
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.corpora import all_windows
from training.encode import Example, Labels, collect_labels, encode_window
from training.network import Reader, Sizes, encoder_folder, load_trunk
from training.pairs import Pair, event_pairs, split_stories, story_pairs
from training.teacher import draw_passages, embed, passage_text
from variorum.reader.pairs import clause_pieces, pair_input
from variorum.reader.pieces import load_tokenizer


@dataclass
class Prepared:
    """All that training needs.

    Attributes:
        labels: Label sets.
        examples: By corpus.
        teacher: Vectors of passages, [N, D].
        pairs: Training pairs, the same ones first in each story.
        closeness: Cosine of each pair by the original encoder.
        inputs: (ids, shapes, types) of each pair.
    """

    labels: Labels
    examples: dict[str, list[Example]]
    teacher: NDArray[np.float16]
    pairs: list[Pair]
    closeness: NDArray[np.float32]
    inputs: list[tuple[list[int], list[int], list[int]]]


def prepare(data: Path, stories: Path, cache: Path, seed: int, limit: int | None = None) -> Prepared:
    """Read and encode the training data, or load them from `cache` when the same call wrote it.

    Args:
        data: Folder of the public corpora.
        stories: Folder of the training stories.
        cache: Folder for the encoded data.
        seed: Draws window sizes and passages.
        limit: Windows of each corpus at most, to try the machinery out.
    """
    key = hashlib.sha256(f"{data.resolve()}|{stories.resolve()}|{seed}|{limit}".encode()).hexdigest()[:12]
    path = cache / f"prepared-{key}.pickle"
    if path.exists():
        found: Prepared = pickle.loads(path.read_bytes())
        return found
    tokenizer = load_tokenizer(str(encoder_folder() / "tokenizer.json"))
    windows = list(all_windows(data, "train", seed))
    labels = collect_labels(windows)
    if limit is not None:
        by: dict[str, int] = {}
        kept = []
        for w in windows:
            by[w.corpus] = by.get(w.corpus, 0) + 1
            if by[w.corpus] <= limit:
                kept.append(w)
        windows = kept
    rng = random.Random(seed)
    examples: dict[str, list[Example]] = {}
    texts: list[str] = []
    for window in windows:
        example = encode_window(window, tokenizer, labels)
        if example is None:
            continue
        examples.setdefault(window.corpus, []).append(example)
        for span in draw_passages(window, rng, 2) if rng.random() < 0.8 else ():
            example.spans.append(span)
            example.rows.append(len(texts))
            texts.append(passage_text(window, span))
    net = Reader(Sizes({k: len(v) for k, v in labels.sets.items()}, len(labels.sets["relation"]))).eval()
    load_trunk(net, encoder_folder())
    teacher = embed(net, tokenizer, texts)
    pairs = [p for s in split_stories(stories)[0] for p in story_pairs(s)]
    pairs += event_pairs(data / "events" / "ecbplus.train.jsonl")
    closeness, inputs = encode_pairs(pairs, net, tokenizer)
    prepared = Prepared(labels, examples, teacher, pairs, closeness, inputs)
    cache.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".part").write_bytes(pickle.dumps(prepared))
    path.with_suffix(".part").rename(path)
    return prepared


def encode_pairs(
    pairs: Sequence[Pair], net: Reader, tokenizer: Tokenizer
) -> tuple[NDArray[np.float32], list[tuple[list[int], list[int], list[int]]]]:
    """Return each pair's cosine by the untouched trunk in `net`, and its input (ids, shapes, types)."""
    clauses = sorted({t for p in pairs for t in (p.first, p.second)})
    number = {t: i for i, t in enumerate(clauses)}
    vectors = embed(net, tokenizer, clauses).astype(np.float32)
    closeness = np.array([vectors[number[p.first]] @ vectors[number[p.second]] for p in pairs], dtype=np.float32)
    pieces = {t: clause_pieces(tokenizer, t) for t in clauses}
    return closeness, [pair_input(pieces[p.first], pieces[p.second]) for p in pairs]


def tokenizer_for_training() -> Tokenizer:
    """Return the original encoder's tokenizer without padding and truncation."""
    return load_tokenizer(str(encoder_folder() / "tokenizer.json"))
