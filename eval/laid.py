"""A story's gold laid on one dossier: which claims stand for which quotation.

A claim stands for a quotation when it holds at least half of its characters and is at most
`LONGEST_CLAIM` characters long. All measures in `eval.layers` ask this class and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from eval.folding import Folded, fold, name_words
from eval.gold import Days, GoldStory, Quote

LONGEST_CLAIM = 700
"""Characters: a claim is a clause, a sentence or one quotation, never a paragraph."""

Record = Mapping[str, Any]
Place = tuple[int, int]


def shared(a: Place, b: Place) -> int:
    """Return how many characters two passages of one text share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def place_of(record: Record) -> Place:
    """Return a record's `start` and `end`."""
    return record["start"], record["end"]


def same_days(record: Record, days: Days) -> bool:
    """Tell whether a time or timeline record has exactly these days."""
    return (str(record["from"])[:10], str(record["to"])[:10]) == (days.first.isoformat(), days.last.isoformat())


class Laid:
    """Gold and dossier of one story, side by side.

    Attributes:
        gold: What the reader marked.
        dossier: The dossier as read from JSON.
        ids: The dossier's report id for each gold report that the dossier has.
        texts: The report's text in the dossier, folded, by gold report id.
    """

    def __init__(self, gold: GoldStory, dossier: Record) -> None:
        self.gold = gold
        self.dossier = dossier
        by_stem = {Path(str(r.get("source", ""))).stem: r for r in self.records("reports")}
        self._reports: dict[str, Record] = {r.id: by_stem[r.id] for r in gold.reports if r.id in by_stem}
        self.ids: dict[str, str] = {gold_id: report["id"] for gold_id, report in self._reports.items()}
        self.texts: dict[str, Folded] = {gold_id: fold(r["text"]) for gold_id, r in self._reports.items()}
        self._places: dict[Quote, Place | None] = {}
        self._claims_at: dict[Quote, frozenset[str]] = {}

    def records(self, part: str) -> list[Record]:
        """Return one list of the dossier; empty when it has none of that name."""
        found: list[Record] = self.dossier.get(part) or []
        return found

    def report(self, gold_id: str) -> Record:
        """Return the dossier's report, or an empty record when it has none."""
        return self._reports.get(gold_id, {})

    @cached_property
    def claims(self) -> Mapping[str, Record]:
        """Claims by id."""
        return {claim["id"]: claim for claim in self.records("claims")}

    @cached_property
    def entities(self) -> Mapping[str, Record]:
        """Entities by id."""
        return {entity["id"]: entity for entity in self.records("entities")}

    @cached_property
    def _short_claims(self) -> Mapping[str, tuple[Record, ...]]:
        by_report: dict[str, list[Record]] = {}
        for claim in self.records("claims"):
            if claim["end"] - claim["start"] <= LONGEST_CLAIM:
                by_report.setdefault(claim["report"], []).append(claim)
        return {report: tuple(claims) for report, claims in by_report.items()}

    def place(self, quote: Quote) -> Place | None:
        """Return where a quotation stands in the dossier's text; None when it is not there."""
        if quote not in self._places:
            text = self.texts.get(quote.report)
            self._places[quote] = text.find(quote.text) if text else None
        return self._places[quote]

    def covering(self, quote: Quote) -> list[Record]:
        """Return the claims that stand for a quotation, in the dossier's order."""
        place = self.place(quote)
        if place is None:
            return []
        claims = self._short_claims.get(self.ids[quote.report], ())
        return [c for c in claims if shared(place_of(c), place) * 2 >= place[1] - place[0]]

    def claims_at(self, quote: Quote) -> frozenset[str]:
        """Return the ids of the claims that stand for a quotation."""
        if quote not in self._claims_at:
            self._claims_at[quote] = frozenset(c["id"] for c in self.covering(quote))
        return self._claims_at[quote]

    def claims_at_any(self, quotes: Iterable[Quote]) -> frozenset[str]:
        """Return the ids of the claims that stand for any of the quotations."""
        return frozenset().union(*(self.claims_at(q) for q in quotes))

    def same_voice(self, voice: str, attribution: Record) -> bool:
        """Tell whether an attribution names the gold's voice by one of its names.

        Names agree when half of all their words are shared, when the dossier's name holds all words
        of the gold's, or when it is a part of the gold's of two words or more.
        """
        said = {str(attribution.get("text") or "")}
        entity = self.entities.get(attribution.get("voice") or "")
        if entity:
            said |= {entity["name"], *entity.get("aliases", ())}
        return any(
            _names_agree(name_words(name), name_words(words)) for name in self.gold.names_of(voice) for words in said
        )


def _names_agree(gold: frozenset[str], said: frozenset[str]) -> bool:
    if not gold or not said:
        return False
    if len(gold & said) * 2 >= len(gold | said):
        return True
    return gold <= said or (said <= gold and len(said) >= 2)


def stray_spans(dossier: Record) -> list[str]:
    """Name every claim, time expression and mention that does not lie inside its report's text."""
    length = {r["id"]: len(r["text"]) for r in dossier.get("reports", ())}
    spans = [("claim", c) for c in dossier.get("claims", ())]
    spans += [("time", t) for t in dossier.get("times", ())]
    spans += [("mention", m) for e in dossier.get("entities", ()) for m in e.get("mentions", ())]
    return [f"{kind} {s}" for kind, s in spans if not 0 <= s["start"] < s["end"] <= length.get(s["report"], -1)]
