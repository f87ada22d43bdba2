"""Measure who says what against PolNeAR, through the claims that a reader is shown.

    python -m eval.attribution [--data DIR] [--share 0.2] [--wrong content|source]

The development documents of PolNeAR (news on US politics, primary annotation) are read and annotated as reports are.
Nothing below the claims is looked at:

- **content by words**: F1 of the words that stand in a claim with an attribution against those that stand in a marked
  content. Contents inside contents count once.
- **source by words**: the same of the words that name a voice.
- **contents found**: share of the marked contents of which claims with an attribution hold half or more of the words.
  The corpus also marks objects that are no clause ("mocked the complaint"), which Variorum's claims leave alone.
- **source named**: share of the contents found and marked with a source for which the tightest of these claims names
  it: by words that meet the marked ones.
- **content and source**: both, among all marked attributions that have a source.

Words are runs of letters and digits. Others' figures, on another corpus (PARC 3, news of 1989) and with the parts of a
quotation scored one by one: Citron's content 0.833 and source 0.853, both by shared words.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from variorum.annotate import annotate
from variorum.model import AnnotatedReport, Claim, Reading, Report, Segment, Span

Read = Callable[[Report], Reading]
Words = frozenset[int]
"""Offsets of the words' first characters."""


def documents(path: Path, share: float = 1.0) -> Iterator[tuple[Report, list[dict[str, Any]]]]:
    """Yield each document's primary annotation as a report with its marked attributions; every nth for a share."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    primary = [document for document in lines if document["primary"]]
    for document in primary[:: max(1, round(1 / share))]:
        yield as_report(document["doc"], document["text"]), document["attributions"]


def as_report(name: str, text: str) -> Report:
    """Return a text as a report whose first line is its title and whose other lines are body; offsets stay."""
    lines = list(re.finditer(r"\S[^\n]*", text))
    segments = tuple(Segment(m.start(), m.end(), "title" if m is lines[0] else "body") for m in lines)
    return Report(name, name, text, segments, "")


def words_in(text: str, spans: Sequence[Sequence[int]]) -> Words:
    """Return the words that begin inside any of the spans."""
    return frozenset(m.start() for a, b in spans for m in re.compile(r"\w+").finditer(text, a, b))


def score(path: Path, read: Read, share: float = 1.0, wrong: list[str] | None = None) -> dict[str, float]:
    """Return the figures over one file of PolNeAR.

    Args:
        path: `polnear.dev.jsonl`.
        read: Reads a report.
        share: Which share of the documents to take.
        wrong: Where lines on what was missed are put, with "content" or "source" before each; None for nowhere.
    """
    shared = {layer: [0, 0, 0] for layer in ("content", "source")}
    marked = found = sourced = sourced_found = named = 0
    for report, golds in documents(path, share):
        result = annotate(report, read(report))
        said = [claim for claim in result.claims if claim.attribution is not None]
        for layer, counts in shared.items():
            theirs = words_in(report.text, [span for gold in golds for span in _spans(gold, layer)])
            ours = words_in(report.text, [(s.start, s.end) for claim in said if (s := _span_of(claim, layer))])
            counts[:] = (n + len(words) for n, words in zip(counts, (theirs & ours, ours, theirs), strict=True))
        for gold in golds:
            content = words_in(report.text, _spans(gold, "content"))
            if not content:
                continue
            holding = _holding(report.text, said, content)
            sources = _spans(gold, "source")
            right = bool(sources) and any(_names(claim, sources) for claim in holding[:1])
            marked += 1
            found += bool(holding)
            sourced += bool(sources)
            sourced_found += bool(sources and holding)
            named += right
            if wrong is not None and (not holding or (sources and not right)):
                wrong.append(_line(result, gold, holding))
    return {
        **{f"{layer} by words F1": 2 * c[0] / max(1, c[1] + c[2]) for layer, c in shared.items()},
        "content by words precision": shared["content"][0] / max(1, shared["content"][1]),
        "content by words recall": shared["content"][0] / max(1, shared["content"][2]),
        "contents found": found / max(1, marked),
        "source named": named / max(1, sourced_found),
        "content and source": named / max(1, sourced),
        "attributions": marked,
    }


def _span_of(claim: Claim, layer: str) -> Span | None:
    if layer == "content":
        return claim.span
    return claim.attribution.source if claim.attribution is not None else None


def _spans(gold: dict[str, Any], layer: str) -> list[list[int]]:
    return [span for group in gold.get(layer) or [] for span in group]


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


def _names(claim: Claim, sources: list[list[int]]) -> bool:
    """Tell whether the claim's source meets a marked one."""
    source = claim.attribution.source if claim.attribution is not None else None
    return source is not None and any(source.start < end and start < source.end for start, end in sources)


def _line(result: AnnotatedReport, gold: dict[str, Any], holding: list[Claim]) -> str:
    text = result.report.text
    content, sources = _spans(gold, "content"), _spans(gold, "source")
    named = [text[a:b] for a, b in sources]
    cues = [text[a:b] for a, b in _spans(gold, "cue")]
    first, last = min(a for a, _ in [*content, *sources]), max(b for _, b in [*content, *sources])
    around = text[max(0, first - 40) : last + 40].replace("\n", "¶")
    ours = holding[0].attribution if holding else None
    told = f" ours {ours.text!r}" if ours is not None else ""
    return f"{'source' if holding else 'content'} {named} {cues}{told} | {around}"


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
