"""Everything read, encoded and cached once, before the first step."""

from __future__ import annotations

import hashlib
import pickle
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.corpora import all_windows
from training.encode import Example, Labels, collect_labels, encode_window
from training.happenings import Passage, read_ecbplus, read_stories, split_stories
from training.network import Reader, encoder_folder, load_trunk, sizes_of
from training.teacher import draw_passages, embed, passage_text
from variorum.reader.pieces import load_tokenizer


@dataclass
class Prepared:
    """All that training needs.

    Attributes:
        labels: Label sets.
        examples: By corpus.
        teacher: Vectors of passages, [N, D].
        passages: Of stories and of ECB+, with their happenings.
        told: Each passage as arrays, without labels.
    """

    labels: Labels
    examples: dict[str, list[Example]]
    teacher: NDArray[np.float16]
    passages: list[Passage]
    told: list[Example]


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
    net = Reader(sizes_of(labels.sets)).eval()
    load_trunk(net, encoder_folder())
    teacher = embed(net, tokenizer, texts)
    passages, told = [], []
    for passage in [*read_stories(split_stories(stories)[0]), *read_ecbplus(data / "events" / "ecbplus.train.jsonl")]:
        bare = encode_window(passage.window, tokenizer, labels)
        if bare is not None:
            passages.append(passage)
            told.append(bare)
    prepared = Prepared(labels, examples, teacher, passages, told)
    cache.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".part").write_bytes(pickle.dumps(prepared))
    path.with_suffix(".part").rename(path)
    return prepared
