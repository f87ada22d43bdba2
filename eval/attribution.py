"""Measure who says what against PolNeAR, through the claims that a reader is shown.

    python -m eval.attribution [--data DIR] [--share 0.2] [--wrong content|source]

The development documents of PolNeAR (news on US politics, primary annotation) are read and annotated as reports are.
Nothing below the claims is looked at. Claims of one cue and one source are one attribution.

- **content by words**: precision, recall and F1 of the words that stand in a claim with an attribution against those
  that stand in a marked content. Contents inside contents count once.
- **source by words**: F1 of the words that name a voice.
- **contents found**: share of the marked contents of which claims with an attribution hold half or more of the words.
- **attribution**: marked and found attributions laid side by side, each in one pair at most, the most alike contents
  first, from a Dice coefficient of their words of one half: precision, recall and F1 over all of them.
- **source of those**: of the paired attributions, those whose source meets a marked one: precision among those that
  name a source, recall among those that are marked with one, and F1. This is the share that published evaluations of
  quotation systems give for sources, and the one that the bar of 0.70 is set for.
- **attribution with source**: an attribution counts only with its source too (or with none in both): precision, recall
  and F1 over all attributions marked and found. No bar is set for it: it holds what the network does not see, and
  contents that are no clause.

Words are runs of letters and digits. A marked relative pronoun is met by its antecedent right before it. Others'
figures, on another corpus (PARC 3, news of 1989) and with the parts of a quotation scored one by one: Citron's content
0.833 and source 0.853, both by shared words.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.attribution_pairs import Told, Words, marked, pairs, same_source, shown, spans_of, words_in
from eval.readings import report_of_lines
from variorum.annotate import annotate
from variorum.model import AnnotatedReport, Claim, Reading, Report, Span

Read = Callable[[Report], Reading]


def documents(path: Path, share: float = 1.0) -> Iterator[tuple[Report, list[dict[str, Any]]]]:
    """Yield each document's primary annotation as a report with its marked attributions; every nth for a share."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    primary = [document for document in lines if document["primary"]]
    for document in primary[:: max(1, round(1 / share))]:
        yield report_of_lines(document["text"], document["doc"], titled=True), document["attributions"]


def score(path: Path, read: Read, share: float = 1.0, wrong: list[str] | None = None) -> dict[str, float]:
    """Return the figures over one file of PolNeAR.

    Args:
        path: `polnear.dev.jsonl`.
        read: Reads a report.
        share: Which share of the documents to take.
        wrong: Where lines on what was missed are put, with "content" or "source" before each; None for nowhere.
    """
    counts: Counter[str] = Counter()
    for report, golds in documents(path, share):
        result = annotate(report, read(report))
        said = [claim for claim in result.claims if claim.attribution is not None]
        for layer in ("content", "source"):
            theirs = words_in(report.text, [span for gold in golds for span in spans_of(gold, layer)])
            ours = words_in(report.text, [(s.start, s.end) for claim in said if (s := _span_of(claim, layer))])
            counts[f"{layer} both"] += len(theirs & ours)
            counts[f"{layer} ours"] += len(ours)
            counts[f"{layer} marked"] += len(theirs)
        counts["found"] += sum(bool(_holding(report.text, said, one.content)) for one in marked(report.text, golds))
        counts.update(_paired(result, golds, wrong))
    return _figures(counts)


def _paired(result: AnnotatedReport, golds: list[dict[str, Any]], wrong: list[str] | None) -> Counter[str]:
    """Count the attributions of one report: marked, found, paired, with sources, and those right."""
    text = result.report.text
    gold = marked(text, golds)
    ours = shown(text, result.claims)
    met = pairs(gold, ours)
    right = [(g, o) for g, o in met if same_source(text, gold[g], ours[o])]
    if wrong is not None:
        of_pair = dict(met)
        kept = [one for one in golds if words_in(text, spans_of(one, "content"))]
        for number, one in enumerate(kept):
            found = ours[of_pair[number]] if number in of_pair else None
            if found is None or (gold[number].source and (number, of_pair[number]) not in right):
                wrong.append(_line(text, one, found))
    return Counter(
        {
            "marked": len(gold),
            "ours": len(ours),
            "paired": len(met),
            "paired, ours sourced": sum(bool(ours[o].source) for _, o in met),
            "paired, marked sourced": sum(bool(gold[g].source) for g, _ in met),
            "right source": len(right),
            "right": len(right) + sum(not gold[g].source and not ours[o].source for g, o in met),
        }
    )


def _figures(counts: Counter[str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, hits, ours, theirs in (
        ("content by words", "content both", "content ours", "content marked"),
        ("source by words", "source both", "source ours", "source marked"),
        ("attribution", "paired", "ours", "marked"),
        ("source of those", "right source", "paired, ours sourced", "paired, marked sourced"),
        ("attribution with source", "right", "ours", "marked"),
    ):
        figures[f"{name} precision"] = counts[hits] / max(1, counts[ours])
        figures[f"{name} recall"] = counts[hits] / max(1, counts[theirs])
        figures[f"{name} F1"] = 2 * counts[hits] / max(1, counts[ours] + counts[theirs])
    return {**figures, "contents found": counts["found"] / max(1, counts["marked"]), "attributions": counts["marked"]}


def _span_of(claim: Claim, layer: str) -> Span | None:
    if layer == "content":
        return claim.span
    return claim.attribution.source if claim.attribution is not None else None


def _holding(text: str, said: Sequence[Claim], content: Words) -> list[Claim]:
    """Return the claims that hold half of the content's words, the tightest first; else parts that do so together."""
    held = [(claim, words_in(text, [(claim.span.start, claim.span.end)])) for claim in said]
    whole = [(len(words), claim) for claim, words in held if 2 * len(words & content) >= len(content)]
    if whole:
        return [claim for _, claim in sorted(whole, key=lambda entry: entry[0])]
    parts = [(claim, words) for claim, words in held if words and 2 * len(words & content) >= len(words)]
    together = frozenset(word for _, words in parts for word in words & content)
    if 2 * len(together) < len(content):
        return []
    return [claim for claim, words in sorted(parts, key=lambda entry: -len(entry[1] & content))]


def _line(text: str, gold: dict[str, Any], found: Told | None) -> str:
    """Return a line on an attribution that was missed, or found with another source."""
    content, sources = spans_of(gold, "content"), spans_of(gold, "source")
    cues = [text[a:b] for a, b in spans_of(gold, "cue")]
    first, last = min(a for a, _ in [*content, *sources]), max(b for _, b in [*content, *sources])
    around = text[max(0, first - 40) : last + 40].replace("\n", "¶")
    told = f" ours {[text[a:b] for a, b in found.source]}" if found is not None else ""
    named = [text[a:b] for a, b in sources]
    return f"{'source' if found is not None else 'content'} {named} {cues}{told} | {around}"


def main() -> int:
    """Print the figures; return 0."""
    parser = argparse.ArgumentParser(description="Measure who says what against PolNeAR.")
    parser.add_argument("--data", type=Path, default=os.environ.get("VARIORUM_DATA"))
    parser.add_argument("--share", type=float, default=1.0, help="share of the documents, to be quick")
    parser.add_argument("--wrong", choices=["content", "source"], help="list what was missed")
    options = parser.parse_args()
    from variorum.reader import load_reader

    wrong: list[str] = []
    path = Path(options.data) / "attribution" / "polnear.dev.jsonl"
    figures = score(path, load_reader().read, options.share, wrong)
    print_figures("PolNeAR dev", figures)
    print("\n".join(line for line in wrong if options.wrong and line.startswith(options.wrong)))
    return 0


def print_figures(corpus: str, figures: dict[str, float]) -> None:
    """Print a line a figure, counts without decimals."""
    for name, value in figures.items():
        print(f"{corpus + ': ' + name:48}" + (f"{value:7.3f}" if isinstance(value, float) else f"{value:7}"))


if __name__ == "__main__":
    raise SystemExit(main())
