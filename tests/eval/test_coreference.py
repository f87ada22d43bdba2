"""Event coreference: the corpus laid on readings, what a pair is compared by, and the baseline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from eval.clusterings import conll
from eval.coreference.__main__ import by_found_event, by_subtopic, measure, same_lemma
from eval.coreference.corpus import Document, document_of, head_token, mention_tokens
from eval.coreference.mentions import Collection, collect
from eval.coreference.pairs import FEATURES, fit, pair_features, resolve
from variorum.model import Reading

TOPICS = {
    "ferry": ("The ferry Ordalia {} near Selmar harbour with passengers aboard", ("sank", "sinking"), "sink"),
    "vote": ("Voters in Tarn {} the mayor Corvel over the sitting candidate Brusk", ("elected", "electing"), "elect"),
    "mine": (
        "Miners at Halvern pit {} for higher wages and shorter shifts underground",
        ("struck", "striking"),
        "strike",
    ),
}


def record(topic: str, number: int) -> dict[str, Any]:
    """Return one document of two sentences: the happening, told by one of two words, and that somebody spoke."""
    sentence, words, _ = TOPICS[topic]
    first = sentence.format(words[number % 2]).split()
    tokens = [*first, ".", "They", "spoke", "."]
    at = next(i for i, t in enumerate(tokens) if t in words)
    size = len(first) + 1
    mark = {"event": True, "validated": True}
    return {
        "doc_id": f"{topic}-{number}",
        "topic": topic,
        "subtopic": topic,
        "tokens": tokens,
        "sent": [0] * size + [1] * (len(tokens) - size),
        "mentions": [
            {"id": "2", "tokens": [size + 1], "chain": f"{topic}-speech-{number}", **mark},
            {"id": "1", "tokens": [at], "chain": topic, **mark},
            {"id": "3", "tokens": [0], "chain": "x", "event": False, "validated": True},
            {"id": "4", "tokens": [0], "chain": "x", "event": True, "validated": False},
        ],
    }


def reading_of(document: Document) -> Reading:
    """Return a reading that splits at spaces, with one vector a lemma and a flat tree."""
    offsets, at = [], 0
    words = document.text.replace(".", " .").split()
    for word in words:
        at = document.text.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    lemmas = [next((lemma for _, forms, lemma in TOPICS.values() if w in forms), w.lower()) for w in words]
    sentence = np.cumsum([0, *(w == "." for w in words[:-1])])
    roots = {int(s): next(i for i, v in enumerate(words) if sentence[i] == s) for s in sentence}
    heads = [-1 if roots[int(s)] == i else roots[int(s)] for i, s in enumerate(sentence)]
    vectors = np.array([np.random.default_rng(sum(map(ord, x))).normal(size=8) for x in lemmas], dtype=np.float32)
    return Reading(
        report=document.id,
        start=np.array([a for a, _ in offsets], dtype=np.int32),
        end=np.array([b for _, b in offsets], dtype=np.int32),
        words=tuple(words),
        lemmas=tuple(lemmas),
        upos=tuple("VERB" if w != lemma else "NOUN" for w, lemma in zip(words, lemmas, strict=True)),
        xpos=tuple("NN" for _ in words),
        feats=tuple("_" for _ in words),
        sentence=sentence.astype(np.int32),
        heads=np.array(heads, dtype=np.int32),
        deprels=tuple("root" if h < 0 else "obj" for h in heads),
        certainty=np.zeros(len(words), dtype=np.float32),
        licences=("plain",) * len(words),
        vectors=vectors,
        happenings=vectors,
        entities=(),
        attributions=(),
    )


def collection(topics: list[str], size: int = 4) -> Collection:
    """Return documents of some topics, with their mentions."""
    documents = [document_of(record(topic, number)) for topic in topics for number in range(size)]
    return collect(documents, {d.id: reading_of(d) for d in documents})


def test_only_validated_events_count_and_stand_where_they_stand() -> None:
    """Entities and mentions that nobody checked are left out; a mention's offsets cut out its words."""
    document = document_of(record("ferry", 0))
    assert [m.id for m in document.mentions] == ["ferry-0/1", "ferry-0/2"]
    assert [document.text[m.start : m.end] for m in document.mentions] == ["sank", "spoke"]
    assert document.text.split("\n")[1] == "They spoke."


def test_a_mention_finds_its_tokens_and_its_head() -> None:
    """A broken mention takes the tokens of its parts alone; its head is the token that hangs on none of them."""
    source = record("mine", 1)
    source["mentions"][1]["tokens"] = [2, 4]  # "Halvern", "striking"
    document = document_of(source)
    reading = reading_of(document)
    tokens = mention_tokens(document.mentions[0], reading)
    assert [reading.words[t] for t in tokens] == ["Halvern", "striking"]
    hung = replace(reading, heads=np.where(np.arange(len(reading)) == 2, 4, reading.heads).astype(np.int32))
    assert head_token(tokens, hung) == 4
    with pytest.raises(ValueError, match="no head"):
        head_token([], reading)


def test_same_lemma_needs_topics() -> None:
    """Every report says that they spoke: over all documents the baseline makes one event of them."""
    dev = collection(["ferry", "vote"])
    gold = [m.gold.chain for m in dev.mentions]
    apart = conll(gold, same_lemma(dev, by_subtopic(dev)))
    assert apart > conll(gold, same_lemma(dev, [list(range(len(gold)))]))


def test_documents_are_sorted_by_event_without_topics() -> None:
    """The groups that are found from the words are the topics."""
    dev = collection(["ferry", "vote", "mine"])
    assert sorted(map(sorted, by_found_event(dev))) == sorted(map(sorted, by_subtopic(dev)))


def test_features_are_the_same_from_both_sides() -> None:
    """Turning the mentions round turns the pairs round and changes no feature."""
    dev = collection(["ferry"])
    rows = list(range(len(dev.mentions)))
    first, second, found = pair_features(dev, rows)
    assert found.shape == (len(rows) * (len(rows) - 1) // 2, len(FEATURES))
    again_first, again_second, again = pair_features(dev, rows[::-1])
    turned = {
        tuple(sorted((rows[::-1][i], rows[::-1][j]))): row
        for i, j, row in zip(again_first, again_second, again, strict=True)
    }
    for i, j, row in zip(first, second, found, strict=True):
        assert turned[(int(i), int(j))] == pytest.approx(row)


def test_what_is_learned_beats_the_lemma() -> None:
    """That they spoke is another event in each report, which the lemma cannot know and the weights learn."""
    train, dev = collection(["ferry", "vote"]), collection(["mine"])
    gold = [m.gold.chain for m in dev.mentions]
    groups = by_subtopic(dev)
    found = resolve(dev, groups, fit(train, by_subtopic(train)))
    assert conll(gold, found) > conll(gold, same_lemma(dev, groups))
    figures = {f.name: f for f in measure(train, dev)}
    assert figures["subtopics given, CoNLL F1"].value == pytest.approx(conll(gold, found))
    assert figures["no topics given, CoNLL F1"].units == len(gold)
