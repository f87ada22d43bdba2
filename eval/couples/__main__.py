"""Does each plan find its outcome? Invented stories, 976 plans with what came of them.

    python -m eval.couples [--share 0.2]

Small stories in which every plan and outcome is known, where real ones have hundreds of clauses and few that a reader
marks: they show which plans and outcomes the program sees as such, and whether it knows one from all else, and not what
it would tell of a real story. Some two minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from eval.couples.laid_out import read_laid_out
from eval.couples.told import Told, tell
from eval.figures import Figure, table
from variorum.compare.outcomes import weigh_outcomes
from variorum.reader import load_reader


def measure(stories: Sequence[Told]) -> list[Figure]:
    """Return how many couples are weighed at all, and for how many plans the outcome is the strongest."""
    weighed = first = nearest = couples = 0
    for told in stories:
        links = weigh_outcomes(told.index)
        ranked = [(links.before(place).id, links.after(place).id) for place in range(len(links.order))]
        for before, after in told.couples:
            own = [outcome in after for plan, outcome in ranked if plan in before]
            couples += 1
            weighed += any(own)
            first += bool(own) and own[0]
            nearest += _nearest(told, before) in after
    return [
        Figure(name="plan and outcome are weighed", value=weighed / couples, units=couples, unit="couples"),
        Figure(
            name="the outcome is a plan's strongest",
            value=first / couples,
            units=couples,
            unit="couples",
            baseline=nearest / couples,
            simple="most alike",
        ),
    ]


def _nearest(told: Told, plan: frozenset[str]) -> str | None:
    """Return the claim outside the plan that is most alike to one of the plan's; None where the plan has no claim."""
    claims, vectors = told.index.story.claims, told.index.story.vectors
    mine = np.array([c.id in plan for c in claims], bool)
    if not mine.any() or mine.all():
        return None
    likeness = np.where(mine, -1.0, (vectors @ vectors[mine].T).max(axis=1))
    return claims[int(likeness.argmax())].id


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=1.0, help="measure on this share of the stories")
    options = parser.parse_args()
    stories = read_laid_out()
    reader = load_reader()
    told = [tell(story, reader) for story in stories[:: max(1, round(1 / options.share))]]
    print(table({"invented stories": measure(told)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
