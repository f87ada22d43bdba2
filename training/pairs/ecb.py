"""ECB+ as stories: the documents of one happening as its reports, event mentions in place of readers' clauses.

A claim whose head stands in a gold mention tells that mention's event. More than forty happenings from other years
than the training stories': what the network learns from them, it learns of claims as the program reads them.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from eval.coreference.corpus import Document, read_ecb
from eval.readings import report_of_lines
from eval.stories import story_of
from training.points.labels import Labels
from variorum.model import Story
from variorum.reader import Reader


def ecb_stories(path: Path, reader: Reader) -> list[tuple[str, Story, Labels]]:
    """Return the stories of an ECB+ file by subtopic: name, story as the program reads it, which claims are one.

    Args:
        path: `ecbplus.train.jsonl`.
        reader: Of the reports.
    """
    documents: dict[str, list[Document]] = defaultdict(list)
    for document in read_ecb(path):
        documents[document.subtopic].append(document)
    out = []
    for name, told in sorted(documents.items()):
        story = story_of([report_of_lines(d.text, d.id) for d in told], reader)
        out.append((name, story, _labels(story, told)))
    return out


def _labels(story: Story, documents: list[Document]) -> Labels:
    mentions = {d.id: d.mentions for d in documents}
    tellings: dict[str, list[frozenset[int]]] = defaultdict(list)
    for row, claim in enumerate(story.claims):
        start, end = claim.head.start, claim.head.end
        for mention in mentions[claim.span.report]:
            if any(first < end and start < last for first, last in mention.words):
                tellings[mention.chain].append(frozenset({row}))
    return Labels(tuple(tuple(pieces) for _, pieces in sorted(tellings.items())), ())
