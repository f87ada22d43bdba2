"""A `Story` straight from the clauses that careful readers marked.

Alignment can be fitted and measured apart from reading: here every claim is a clause that the gold of a story
quotes, so whatever a later stage gets wrong is its own fault.

    story = load_story(folder)

Attribution, certainty, moments and entities come from the gold where it marks them. Where it does not (training
stories mark collation layers only), patterns guess: good enough to fit weights on, never to be reported as a figure
of the whole program.
"""

from eval.oracle.marks import gold_of, locate
from eval.oracle.story import encode, load_story

__all__ = ["encode", "gold_of", "load_story", "locate"]
