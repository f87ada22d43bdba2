"""When a claim is said to happen: the moment its own words state, else its sentence's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from variorum.annotate.clauses import Clause, cut
from variorum.annotate.happenings import is_happening
from variorum.annotate.passage import Passage
from variorum.annotate.scope import Scope, scope_of, tense_of
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import Moment, Tense, TimeExpression

_FROM_THE_PAST = words("would could might")
_BOUNDS = words("since until till before prior besides")
_LASTING = words("treaty pact deal agreement settlement constitution")
"""Happenings that last as a thing: "the 1987 treaty" is told apart by its year, whatever is done with it now."""


def clause_tense(tree: Tree) -> Callable[[int], Tense]:
    """Return what tells the tense of the clause around a character offset, as `resolve_moments` asks for it."""
    known: dict[int, tuple[Clause, ...]] = {}

    def tense_at(offset: int) -> Tense:
        if not len(tree):
            return "none"
        token = min(len(tree) - 1, max(0, bisect_right(tree.starts, offset) - 1))
        number = tree.numbers[token]
        if number not in known:
            known[number] = cut(tree, *tree.sentences[number])
        holding = [clause for clause in known[number] if token in clause.own]
        clause = min(holding, key=lambda c: len(c.own), default=None)
        for _ in known[number]:
            if clause is None:
                break
            scope = scope_of(tree, clause.top, clause.head)
            tense = tense_of(tree, scope)
            if tense != "none":
                return "none" if tense == "past" and _ahead_of_the_past(tree, scope) else tense
            parent = clause.parent
            clause = next((c for c in known[number] if c.top == parent), None)
        return "none"

    return tense_at


def _ahead_of_the_past(tree: Tree, scope: Scope) -> bool:
    """Tell whether a verb group is past in form and ahead in meaning: "would open", "could come", "was to open".

    Whether the day is past by the time of the report, the words nearby tell better.
    """
    for token in scope.chain:
        words = [tree.word(child) for child in tree.children[token] if tree.relations[child] in ("aux", "mark", "cop")]
        if "have" in words:
            return False
        if any(word in _FROM_THE_PAST for word in words) or ("to" in words and ("was" in words or "were" in words)):
            return True
    return False


def own_moment(tree: Tree, times: tuple[TimeExpression, ...], passage: Passage) -> Moment | None:
    """Return the moment that the passage's own words state, the one nearest to its head in the tree.

    What only bounds a happening ("since 2000", "before June") is not when it happens. Words of the clause itself come
    before words of clauses inside it.
    """
    best: tuple[int, int, int] | None = None
    found: Moment | None = None
    own = set(passage.clause.own)
    for time in times:
        tokens = tree.tokens_in(time.span.start, time.span.end)
        if not tokens or not (passage.start <= tokens.start and tokens.stop <= passage.end):
            continue
        if _bounds(tree, tokens, time.moment):
            continue
        if _dates_a_thing(tree, tokens, passage):
            continue
        inside = tokens.start in own
        if passage.kind == "clause" and not inside:
            continue
        rank = (not inside, _distance(tree, tokens.start, passage.head), tokens.start)
        if best is None or rank < best:
            best, found = rank, time.moment
    return found


def _dates_a_thing(tree: Tree, tokens: range, passage: Passage) -> bool:
    """Tell whether a time only says which thing is meant: "the *1993* law", not "the *2016* election"."""
    noun = tree.head(tokens.stop - 1)
    if tokens.start > 0 and tree.word(tokens.start - 1) in ("in", "on", "during"):
        return False
    if noun < tokens.stop or tree.upos(noun) not in ("NOUN", "PROPN") or noun == passage.head:
        return False
    attributive = tree.relations[tokens.stop - 1] in ("nummod", "compound", "amod", "nmod")
    a_thing = tree.lemmas[noun] in _LASTING or not is_happening(tree.lemmas[noun])
    return attributive and tree.upos(tokens.stop - 1) == "NUM" and a_thing


def _bounds(tree: Tree, tokens: range, moment: Moment) -> bool:
    if moment.open_end or moment.open_start:
        return True
    first = tree.sentence_of(tokens.start)[0]
    nearby = [tree.word(token) for token in range(max(first, tokens.start - 2), tokens.start + 1)]
    return any(word in _BOUNDS for word in nearby)


def _distance(tree: Tree, token: int, head: int) -> int:
    """Return the number of steps up from the token to the head; far where the head is not above it."""
    for steps, ancestor in enumerate(tree.ancestors(token)):
        if ancestor == head:
            return steps
    return 99
