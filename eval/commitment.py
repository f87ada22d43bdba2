"""Measure certainty against CommitmentBank, through the claims that a reader is shown.

    python -m eval.commitment [--data DIR] [--wrong]

Each item is a short passage whose last sentence embeds a clause under a verb and under a negation, a modal, a question
or a condition; some ten people said from -3 to 3 whether its speaker is committed to that clause. Scored are the items
on which people were clear, with a mean of 2 and more either way:

- **committed or not**: share of the items where the class of the claim that tells the clause says the same. `asserted`
  and `expected` stand behind the clause, every other class does not; a clause with a negation of its own ("he does
  not drive") is stood behind when it is `denied`.
- **majority**: share that the more frequent answer reaches without reading anything.
- **both told apart**: the mean of the shares among the committed and among the others, for which the majority is 0.5.

The claim that tells the clause is the one in the last sentence that shares most words with the clause as the corpus
gives it, where pronouns are spelled out and the verb's form may differ.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.attribution import Read, print_figures
from eval.readings import report_of_lines
from variorum.annotate import annotate
from variorum.model import Claim

CLEAR = 2.0
_NEGATION = re.compile(r"(?:\bnot|n't|\bnever|\bno|\bnobody|\bnothing)\b")


@dataclass(frozen=True, slots=True)
class Item:
    """One passage of the corpus.

    Attributes:
        id: The corpus's own.
        context: What stands before, "" for nothing.
        target: The sentence that embeds the clause.
        clause: The clause, its pronouns spelled out.
        verb: Lemma of the embedding verb.
        embedding: `negation`, `modal`, `question` or `conditional`.
        mean: Mean commitment, -3 to 3.
    """

    id: str
    context: str
    target: str
    clause: str
    verb: str
    embedding: str
    mean: float


def items(path: Path) -> Iterator[Item]:
    """Yield the items of `CommitmentBank-items.csv`, marks of speech transcripts taken out of the words."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            context, target = _plain(row["Context"]), _plain(row["Target"])
            yield Item(row["uID"], context, target, row["Prompt"], row["Verb"], row["Embedding"], float(row["Mean"]))


def _plain(text: str) -> str:
    """Leave out speakers' letters and hesitations, join "do n't", and write double marks as one character."""
    text = re.sub(r"(?:^|\s)[AB]:(?=\s|$)", " ", text).replace("``", '"').replace("''", '"').replace(" n't", "n't")
    text = re.sub(r",?\s*\b(?:uh|um)\b(?:-huh)?,?", "", text, flags=re.IGNORECASE)
    return " ".join(text.split())


def certainty_of(item: Item, read: Read) -> Claim | None:
    """Return the claim that tells the item's clause, None where the target holds no claim."""
    text = f"{item.context} {item.target}".strip()
    report = report_of_lines("\n\n".join(("Passage", text)), item.id, titled=True)
    begun = len(report.text) - len(item.target)
    result = annotate(report, read(report))
    wanted = _bag(item.clause)
    best: tuple[float, int] | None = None
    found: Claim | None = None
    for claim in result.claims:
        if claim.span.end <= begun:
            continue
        own = _bag(report.passage(claim.span))
        alike = 2 * len(own & wanted) / max(1, len(own) + len(wanted))
        rank = (alike, -len(claim.span))
        if alike and (best is None or rank > best):
            best, found = rank, claim
    return found


def _bag(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def score(path: Path, read: Read, wrong: list[str] | None = None) -> dict[str, float]:
    """Return the figures over the clear items, and put a line on each wrong one into `wrong`."""
    answers: list[tuple[bool, bool]] = []
    for item in items(path):
        if abs(item.mean) < CLEAR:
            continue
        claim = certainty_of(item, read)
        truth, ours = item.mean > 0, claim is not None and _stands(claim, item.clause)
        answers.append((truth, ours))
        if wrong is not None and truth != ours:
            told = claim.certainty if claim is not None else "no claim"
            wrong.append(f"{item.verb} {item.embedding} {item.mean:+.1f} {told} | {item.target} | {item.clause}")
    return {
        "committed or not": _share(answers, (True, False)),
        "majority": max(sum(truth for truth, _ in answers), sum(not truth for truth, _ in answers)) / len(answers),
        "both told apart": (_share(answers, (True,)) + _share(answers, (False,))) / 2,
        "items": len(answers),
    }


def _stands(claim: Claim, clause: str) -> bool:
    if _NEGATION.search(clause):
        return claim.certainty == "denied"
    return claim.certainty in ("asserted", "expected")


def _share(answers: Sequence[tuple[bool, bool]], among: tuple[bool, ...]) -> float:
    right = [truth == ours for truth, ours in answers if truth in among]
    return sum(right) / len(right)


def main() -> int:
    """Print the figures; return 0."""
    parser = argparse.ArgumentParser(description="Measure certainty against CommitmentBank.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--wrong", action="store_true", help="list what came out wrong")
    options = parser.parse_args()
    from variorum.reader import load_reader

    wrong: list[str] = []
    figures = score(Path(options.data) / "certainty" / "CommitmentBank-items.csv", load_reader().read, wrong)
    print_figures("CommitmentBank, clear", figures)
    print("\n".join(wrong if options.wrong else ()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
