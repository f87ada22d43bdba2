"""Which mentions tell one event? ECB+, dev topics, gold mentions, by the CoNLL score.

    python -m eval.coreference --data DIR [--cache DIR] [--vectors vectors]

Twice: with the gold subtopics given (only mentions of one subtopic may corefer), and with no topics given (documents
are first sorted by event, from their words). Weights are learned on the training topics, the other 25. The baseline
joins mentions of one lemma, as our reader finds it. `--vectors` names the column of the reading that is compared.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.clusterings import b_cubed, ceaf_e, conll, muc
from eval.coreference.corpus import Document, read_ecb
from eval.coreference.mentions import Collection, collect
from eval.coreference.pairs import fit, resolve
from eval.figures import Figure, as_record, table
from eval.readings import KeptReader, report_of_lines
from variorum.align.events import sort_by_event
from variorum.reader import load_reader

SAME_LEMMA_TEST = 0.636
SUBTOPIC_TEST = 0.773
"""Same lemma with gold mentions, as others have it: over the whole corpus (on the test topics), and by subtopic."""

Groups = Sequence[Sequence[int]]


def by_subtopic(collection: Collection) -> Groups:
    """Return the mentions of each gold subtopic."""
    return _grouped(collection, lambda document: document.subtopic)


def by_found_event(collection: Collection) -> Groups:
    """Return the mentions of each group of documents that `sort_by_event` makes."""
    reports = [report_of_lines(d.text, d.id) for d in collection.documents]
    group = {name: str(number) for number, names in enumerate(sort_by_event(reports)) for name in names}
    return _grouped(collection, lambda document: group[document.id])


def _grouped(collection: Collection, key: Callable[[Document], str]) -> Groups:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(collection.mentions):
        groups[key(collection.documents[mention.document])].append(number)
    return [groups[name] for name in sorted(groups)]


def same_lemma(collection: Collection, groups: Groups) -> list[tuple[int, str]]:
    """Return the baseline: mentions of one group and one lemma are one event."""
    group = {i: number for number, rows in enumerate(groups) for i in rows}
    return [(group[i], mention.lemma) for i, mention in enumerate(collection.mentions)]


def measure(train: Collection, dev: Collection) -> list[Figure]:
    """Learn on `train` and return the figures on `dev`."""
    gold = [m.gold.chain for m in dev.mentions]
    whole = [list(range(len(dev.mentions)))]
    figures = []
    for name, grouping, plain, published in (
        ("subtopics given", by_subtopic, by_subtopic(dev), SUBTOPIC_TEST),
        ("no topics given", by_found_event, whole, SAME_LEMMA_TEST),
    ):
        groups = grouping(dev)
        found = resolve(dev, groups, fit(train, grouping(train)))
        figures.append(
            Figure(
                name=f"{name}, CoNLL F1",
                value=conll(gold, found),
                units=len(gold),
                unit="mentions",
                baseline=conll(gold, same_lemma(dev, plain)),
                simple="same lemma",
                published=published,
                source="same lemma of others",
            )
        )
        for part, measure_of in (("MUC", muc), ("B³", b_cubed), ("CEAF-e", ceaf_e)):
            figures.append(
                Figure(
                    name=f"{name}, {part} F1",
                    value=measure_of(gold, found).f1,
                    units=len(gold),
                    unit="mentions",
                    baseline=measure_of(gold, same_lemma(dev, plain)).f1,
                    simple="same lemma",
                )
            )
    return figures


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Cross-document event coreference on ECB+.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"), help="the open corpora")
    parser.add_argument("--cache", type=Path, help="folder to keep readings in")
    parser.add_argument("--weights", type=Path, help="folder of another network's files")
    parser.add_argument("--vectors", default="vectors", help="column of the reading to compare mentions by")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    if options.data is None:
        parser.error("name the data: --data or VARIORUM_DATA")
    reader = KeptReader(load_reader(options.weights), options.cache)
    parts = []
    for part in ("train", "dev"):
        documents = read_ecb(Path(options.data) / "events" / f"ecbplus.{part}.jsonl")
        readings = {d.id: reader.read(report_of_lines(d.text, d.id)) for d in documents}
        parts.append(collect(documents, readings, options.vectors))
    figures = {"ECB+ dev, events, gold mentions": measure(*parts)}
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(as_record(figures), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
