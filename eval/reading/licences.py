"""What licenses a predicate's certainty: negations, modals and conditions, as the treebanks and TimeBank have them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from eval.bootstrap import f_scores
from eval.reading.documents import as_words
from eval.reading.scores import Row, Score
from eval.readings import report_of_lines
from training.windows import Window
from variorum.model import Reading
from variorum.reader import Reader
from variorum.reader.network import Network
from variorum.reader.reader import read_words

#: Kinds of licence, the classes of the head that have each, and words that tell it without any reading.
KINDS = {
    "negation": (frozenset({"negated", "negated modal"}), frozenset({"not", "n't", "n’t", "never", "no"})),
    "modal": (
        frozenset({"modal", "negated modal"}),
        frozenset({"would", "could", "can", "may", "might", "must", "should", "ca"}),
    ),
    "condition": (frozenset({"conditional"}), frozenset({"if", "unless"})),
}

#: Words before a predicate in which the baseline looks for one that licenses.
NEAR = 3


@dataclass(frozen=True, slots=True)
class Event:
    """A verb that TimeBank marks, by its first character, and whether it is negated and has a modal."""

    start: int
    negation: bool
    modal: bool


def score_licences(network: Network, documents: Sequence[Window]) -> list[Score]:
    """Score each kind on the predicates of treebank documents; the baseline is such a word shortly before."""
    ours: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    plain: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for gold in documents:
        found = read_words(network, as_words(gold)).best("licence")
        truth = gold.columns["licence"]
        at = [i for i, name in enumerate(truth) if name]
        for kind, (names, words) in KINDS.items():
            wanted = [truth[i] in names for i in at]
            ours[kind].append(_row([found[i] in names for i in at], wanted))
            plain[kind].append(_row([near(gold.words, i, words) for i in at], wanted))
    return [_score(f"{kind} over a predicate, F1", ours[kind], plain[kind]) for kind in KINDS]


def score_events(reader: Reader, documents: Sequence[str]) -> list[Score]:
    """Score negation and modal verbs on the verbs of TimeBank, which the network never saw, from raw text.

    Args:
        reader: Reads each document.
        documents: TimeBank's lines of JSON.
    """
    ours: dict[str, list[Row]] = {"negation": [], "modal": []}
    plain: dict[str, list[Row]] = {"negation": [], "modal": []}
    for line in documents:
        row = json.loads(line)
        reading = reader.read(report_of_lines(row["text"], row["doc"], titled=True))
        for kind, rows in ours.items():
            names, words = KINDS[kind]
            found, simple, wanted = [], [], []
            for event, token in located(reading, verbs(row["events"])):
                wanted.append(event.negation if kind == "negation" else event.modal)
                found.append(reading.licences[token] in names)
                simple.append(near(reading.words, token, words))
            rows.append(_row(found, wanted))
            plain[kind].append(_row(simple, wanted))
    return [_score(f"{kind} over a verb, F1", ours[kind], plain[kind]) for kind in ours]


def verbs(events: Sequence[dict[str, object]]) -> list[Event]:
    """Return the verbs among TimeBank's events that have a polarity."""
    none = {None, "none", "delete", "until", "to", "close"}  # TimeBank's own slips among its modalities
    return [
        Event(int(str(e["start"])), e["polarity"] == "NEG", e.get("modality") not in none)
        for e in events
        if e.get("pos") == "VERB" and e.get("polarity") is not None
    ]


def located(reading: Reading, events: Sequence[Event]) -> list[tuple[Event, int]]:
    """Return each event with the token that begins where it does; one without such a token is left out."""
    tokens = {int(start): i for i, start in enumerate(reading.start)}
    return [(event, tokens[event.start]) for event in events if event.start in tokens]


def near(words: Sequence[str], at: int, wanted: frozenset[str]) -> bool:
    """Tell whether one of the words before `at`, at most `NEAR` away, is wanted."""
    return any(word.lower() in wanted for word in words[max(0, at - NEAR) : at])


def _row(found: Sequence[bool], wanted: Sequence[bool]) -> Row:
    right = sum(a and b for a, b in zip(found, wanted, strict=True))
    return right, sum(found), sum(wanted)


def _score(name: str, ours: Sequence[Row], plain: Sequence[Row]) -> Score:
    return Score(
        name=name,
        rows=ours,
        metric=f_scores,
        counted=2,
        unit="licensed",
        baseline=plain,
        simple=f"such a word among the {NEAR} before",
    )
