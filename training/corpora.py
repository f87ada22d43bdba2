"""Readers of the public corpora: each gives windows."""

from __future__ import annotations

import json
import random
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from training.licences import licence_column
from training.windows import Window, as_headline, pack_windows, split_text
from variorum.reader.lemmas import lemma_rule
from variorum.reader.tags import ENTITY_LABELS, span_tags


def read_treebank(path: Path, certainty: dict[str, list[tuple[str, int, float]]] | None = None) -> list[list[Window]]:
    """Return the documents of a CoNLL-U file, each a list of one-sentence windows.

    Args:
        path: The file.
        certainty: By sentence id, (word, which occurrence of it, value), see `read_certainty`.
    """
    documents: list[list[Window]] = []
    rows: list[list[str]] = []
    paragraph, sent_id = True, ""
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            documents.append([])
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            if not documents:
                documents.append([])
            documents[-1].append(_sentence(rows, paragraph, (certainty or {}).get(sent_id, [])))
            rows, paragraph = [], False
    return [d for d in documents if d]


def _sentence(rows: list[list[str]], paragraph: bool, values: Sequence[tuple[str, int, float]]) -> Window:
    """Build one sentence of CoNLL-U rows: multiword ranges only say where no space is, empty nodes are left out."""
    joined: set[int] = set()
    no_space: set[int] = set()
    words = [r for r in rows if r[0].isdigit()]
    for r in rows:
        if "-" in r[0]:
            a, b = (int(x) for x in r[0].split("-"))
            joined.update(range(a, b))
            if "SpaceAfter=No" in r[9]:
                no_space.add(b)
    breaks, space = [], False
    for r in words:
        number = int(r[0])
        breaks.append(3 if number == 1 and paragraph else 1 if number == 1 or space else 0)
        space = not (number in joined or number in no_space or "SpaceAfter=No" in r[9].split("|"))
    forms = tuple(r[1] for r in words)
    heads = tuple(int(r[6]) - 1 for r in words)
    places: dict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        places[form].append(i)
    known = {places[w][n]: v for w, n, v in values if n < len(places.get(w, ()))}
    return Window(
        corpus="treebank",
        words=forms,
        breaks=tuple(breaks),
        sentences=((0, len(forms)),),
        ends=(*[False] * (len(forms) - 1), True),
        columns={
            "upos": tuple(r[3] for r in words),
            "xpos": tuple(r[4] for r in words),
            "feats": tuple(r[5] for r in words),
            "lemma": tuple(lemma_rule(r[1], r[2] if r[2] != "_" or r[1] == "_" else r[1].lower()) for r in words),
            "relation": tuple(r[7] for r in words),
            "licence": licence_column(
                forms, heads, [r[7] for r in words], [r[3] for r in words], [r[4] for r in words]
            ),
        },
        heads=heads,
        certainty=known,
    )


def read_certainty(path: Path) -> dict[str, list[tuple[str, int, float]]]:
    """Return factuality judgements by sentence id as (word, which occurrence of it, value)."""
    out: dict[str, list[tuple[str, int, float]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        for pred in item["preds"]:
            at = pred["i"] - 1
            if at < len(item["tokens"]) and item["tokens"][at] == pred["word"]:
                out[item["sent_id"]].append((pred["word"], item["tokens"][:at].count(pred["word"]), pred["value"]))
    return dict(out)


_NO_SPACE_BEFORE = frozenset(
    """. , ; : ! ? ) ] } % '' ” … st nd 's 'S ’s n't n’t 'm 're 've 'll 'd ’m ’re ’ve ’ll ’d""".split()  # noqa: SIM905
)
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "``", "“", "#", "@"])


def guess_breaks(words: Sequence[str]) -> list[int]:
    """Return breaks for words whose spacing is lost, by what print does with punctuation."""
    out: list[int] = []
    open_quote = False
    for i, word in enumerate(words):
        joined = i > 0 and (word in _NO_SPACE_BEFORE or words[i - 1] in _NO_SPACE_AFTER)
        if word == "-" or (i > 0 and words[i - 1] == "-"):
            joined = i > 0
        if word == '"':
            joined = i > 0 and open_quote
            open_quote = not open_quote
        elif i > 0 and words[i - 1] == '"':
            joined = open_quote or word in _NO_SPACE_BEFORE
        out.append(0 if joined else 1)
    return out


def read_entities(path: Path) -> list[list[Window]]:
    """Return the articles of en_worldwide, each a list of one-sentence windows."""
    out: list[list[Window]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = []
        for i, sentence in enumerate(json.loads(line)["sents"]):
            words = tuple(w for w, _ in sentence)
            article.append(
                Window(
                    corpus="worldwide",
                    words=words,
                    breaks=(3 if i < 2 else 1, *guess_breaks(words)[1:]),
                    sentences=((0, len(words)),),
                    ends=(*[False] * (len(words) - 1), True),
                    columns={"entity": tuple(span_tags(len(words), bio_spans([t for _, t in sentence])))},
                )
            )
        out.append(article)
    return out


def bio_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return spans (start, end, class) of BIO tags; classes that are not among the nine are left out."""
    out: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and (tag[0] in "OBS" or tag[2:] != label):
            if label in ENTITY_LABELS:
                out.append((start, i, label))
            label = ""
        if tag[0] in "BS" or (tag[0] == "I" and not label):
            start, label = i, tag[2:]
    return out


def read_attributions(path: Path) -> list[list[Window]]:
    """Return the documents of PolNeAR, primary annotation only, each a list of windows of whole paragraphs."""
    out: list[list[Window]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["primary"]:
            out.append([attribution_window(document["text"], document["attributions"])])
    return out


def attribution_window(text: str, attributions: Sequence[dict[str, list[list[list[int]]]]]) -> Window:
    """Return a whole document as one window with the three span layers and the links."""
    offsets, words, breaks = split_text(text)
    starts, ends = [s for s, _ in offsets], [e for _, e in offsets]

    def to_words(span: Sequence[int]) -> tuple[int, int] | None:
        first, last = bisect_right(ends, span[0]), bisect_left(starts, span[1])
        return (first, last) if first < last else None

    layers: dict[str, list[tuple[int, int, str]]] = {"source": [], "cue": [], "content": []}
    links: list[tuple[int, int, int | None, int | None]] = []
    contents: list[tuple[tuple[int, int], int | None, int | None]] = []
    for item in attributions:
        found = {layer: [w for group in item.get(layer, []) for w in map(to_words, group) if w] for layer in layers}
        for layer in ("source", "cue"):
            layers[layer].extend((s, e, "") for s, e in found[layer])
        cue = found["cue"][0][0] if found["cue"] else None
        source = found["source"][0][0] if found["source"] else None
        contents.extend((c, cue, source) for c in found["content"])
    contents.sort(key=lambda c: (c[0][0] - c[0][1], c[0]))  # the longest first: of nested contents the outermost stays
    taken: set[int] = set()
    for (start, end), cue, source in contents:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            layers["content"].append((start, end, ""))
            links.append((start, end, cue, source))
    columns = {k: tuple(span_tags(len(words), sorted(v, key=lambda s: (s[0] - s[1], s)))) for k, v in layers.items()}
    return Window("polnear", tuple(words), tuple(breaks), columns=columns, links=tuple(sorted(links)))


def cut_paragraphs(window: Window, rng: random.Random, longest: int = 200) -> list[Window]:
    """Cut a document into windows of whole paragraphs up to a drawn size; a longer paragraph is cut at full stops."""
    size = len(window.words)
    cuts = [0]
    limit = rng.choice((60, 120, longest, longest))
    stop = [i for i in range(1, size) if window.breaks[i] >= 2 or (window.words[i - 1] in {".", "?", "!"})]
    last = 0
    for i in [*stop, size]:
        if i - cuts[-1] > limit and last > cuts[-1]:
            better = [j for j in stop if cuts[-1] < j <= last and window.breaks[j] >= 2 and j - cuts[-1] > limit // 2]
            cuts.append(better[-1] if better else last)
            limit = rng.choice((60, 120, longest, longest))
        last = i
    cuts.append(size)
    return [slice_window(window, a, b) for a, b in pairwise(cuts) if b > a]


def slice_window(window: Window, start: int, end: int) -> Window:
    """Return the words from `start` to `end`; links that leave the slice lose that end."""

    def inside(i: int | None) -> int | None:
        return i - start if i is not None and start <= i < end else None

    columns = {}
    for name, tags in window.columns.items():
        part = list(tags[start:end])
        if part and part[0][0] in "IE":
            part[0] = ("B" if part[0][0] == "I" else "S") + part[0][1:]
        if part and part[-1][0] in "BI":
            part[-1] = ("S" if part[-1][0] == "B" else "E") + part[-1][1:]
        columns[name] = tuple(part)
    return Window(
        window.corpus,
        window.words[start:end],
        (3, *window.breaks[start + 1 : end]),
        columns=columns,
        links=tuple(
            (max(a, start) - start, min(b, end) - start, inside(c), inside(s))
            for a, b, c, s in window.links or ()
            if a < end and b > start
        ),
    )


def all_windows(data: Path, part: str, seed: int) -> Iterator[Window]:
    """Yield the windows of one part, `train` or `dev`, of all corpora, packed with a seeded draw of sizes."""
    rng = random.Random(seed)
    certainty = read_certainty(data / "certainty" / f"uds_factuality.{part}.jsonl")
    documents = [
        *read_treebank(data / "treebank" / f"en_ewt-ud-{part}.conllu", certainty),
        *read_treebank(data / "treebank" / f"en_gum-ud-{part}.conllu"),
        *read_entities(data / "entities" / f"en_worldwide.{part}.jsonl"),
    ]
    for document in documents:
        for window in pack_windows(document, rng):
            short = len(window.words) <= 16 and len(window.sentences) == 1
            yield as_headline(window, rng) if part == "train" and short and rng.random() < 0.2 else window
    for document in read_attributions(data / "attribution" / f"polnear.{part}.jsonl"):
        for window in document:
            yield from cut_paragraphs(window, rng)
