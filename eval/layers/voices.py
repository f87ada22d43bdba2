"""Layers about who and how surely: entities, attributions, certainty."""

from __future__ import annotations

import re
from collections import Counter

from eval.folding import folded, stands_alone
from eval.gold import GoldAttribution
from eval.laid import Laid, Record, place_of, shared
from eval.score import Score, accuracy, f1


def _mentions(laid: Laid) -> dict[tuple[str, str], Counter[str]]:
    """Count, for each report and folded name, which of the dossier's entities it is given to."""
    gold_ids = {dossier_id: gold_id for gold_id, dossier_id in laid.ids.items()}
    found: dict[tuple[str, str], Counter[str]] = {}
    for entity in laid.entities.values():
        for mention in entity.get("mentions", ()):
            if mention["report"] in gold_ids:
                report = gold_ids[mention["report"]]
                words = laid.report(report)["text"][mention["start"] : mention["end"]]
                name = re.sub(r"'s?$", "", folded(words).strip())
                found.setdefault((report, name), Counter())[entity["id"]] += 1
    return found


def entities(laid: Laid) -> Score:
    """B-cubed F1 over the (report, name) pairs of the reader's entities."""
    names = [alias for entity in laid.gold.entities for alias in entity.aliases]
    mentions = _mentions(laid)
    pairs: list[tuple[int, str | None]] = []
    for number, entity in enumerate(laid.gold.entities):
        for alias in entity.aliases:
            for report in laid.gold.reports:
                if stands_alone(laid.gold.sources[report.id], alias, names):
                    given = mentions.get((report.id, folded(alias)))
                    pairs.append((number, given.most_common(1)[0][0] if given else None))
    gold_sizes = Counter(gold for gold, _ in pairs)
    system_sizes = Counter(system for _, system in pairs)
    both = Counter(pairs)
    # a name that the dossier lacks is a cluster of its own for precision and nothing for recall
    precision = sum(1.0 if s is None else both[g, s] / system_sizes[s] for g, s in pairs)
    recall = sum(0.0 if s is None else both[g, s] / gold_sizes[g] for g, s in pairs)
    return f1((precision, recall), len(pairs), len(pairs))


def attributions(laid: Laid) -> Score:
    """F1 of statements; a hit needs both the words and the voice.

    A claim that lies inside a gold content with the right voice is right too, so that a statement of
    two clauses may be two claims.
    """
    attributed = [claim for claim in laid.records("claims") if claim.get("attribution")]
    right: set[str] = set()
    found = 0
    for gold in laid.gold.attributions:
        hits = [
            claim
            for claim in laid.covering(gold.content)
            if claim.get("attribution") and laid.same_voice(gold.voice, claim["attribution"])
        ]
        found += bool(hits)
        right.update(claim["id"] for claim in hits)
        right.update(claim["id"] for claim in attributed if _inside(laid, claim, gold))
    return f1((len(right), found), len(attributed), len(laid.gold.attributions))


def _inside(laid: Laid, claim: Record, gold: GoldAttribution) -> bool:
    place = laid.place(gold.content)
    return (
        place is not None
        and claim["report"] == laid.ids[gold.content.report]
        and shared(place_of(claim), place) * 2 >= claim["end"] - claim["start"]
        and laid.same_voice(gold.voice, claim["attribution"])
    )


def certainty(laid: Laid) -> Score:
    """Share of clauses with the right class; the tightest claim over the words speaks for them."""
    right = 0
    for gold in laid.gold.certainty:
        claims = laid.covering(gold.quote)
        if claims:
            tightest = min(claims, key=lambda claim: claim["end"] - claim["start"])
            right += tightest.get("certainty") == gold.value
    return accuracy(right, len(laid.gold.certainty))
