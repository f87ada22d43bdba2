"""Cut a tree into clauses: each with its own words, without the clauses that hang at its edges."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.annotate.adjuncts import adds
from variorum.annotate.contents import trim
from variorum.annotate.sources import dateline_end
from variorum.annotate.splits import CLAUSAL, predicate, splits
from variorum.annotate.tree import Tree, runs
from variorum.annotate.wordlists import words
from variorum.model import ClaimKind

LONGEST = 700
"""Characters; a longer passage is no clause."""

_CARRIERS = words(
    """expect schedule plan hope want seek agree promise vow pledge try begin continue appear seem likely set due
    able go have start need intend aim threaten refuse decline fail attempt manage prepare decide offer unlikely
    believe think say report know ready willing poise slate bind tend happen use allow cease stop wish like love
    help reluctant eager keen hesitant unable possible certain sure allege understand suspect purport pray"""
)
"""Words whose infinitive is what a clause is about: "is expected to arrive" is about arriving."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence.

    Attributes:
        head: Token that names the happening or state.
        top: Token at which the clause hangs in the tree; `head` but where a word such as "expected" governs it.
        own: The clause's tokens, in order, other clauses left out.
        whole: `own` with the clauses that are its subject or object, which it would say nothing without.
        start: First token of its run.
        end: Token behind the last one of its run.
        kind: `clause`, `nominal` or `fragment`.
        parent: Top of the clause that it hangs under, None in a main clause.
    """

    head: int
    top: int
    own: tuple[int, ...]
    whole: tuple[int, ...]
    start: int
    end: int
    kind: ClaimKind
    parent: int | None


def cut(tree: Tree, first: int, last: int) -> tuple[Clause, ...]:
    """Return the clauses of the sentence from token `first` to the one before `last`, in order of their run."""
    tops = _tops(tree, first, last)
    begun = dateline_end(tree, first)
    owned = {
        top: tuple(token for token in tree.subtree(top, tops - {top}) if token >= begun or token == top) for top in tops
    }
    _hand_on(tree, owned)
    clauses: list[Clause] = []
    for top in sorted(tops):
        parent = next((ancestor for ancestor in tree.ancestors(top) if ancestor in tops), None)
        core = {top, about(tree, top)}
        arguments = [t for t in tops if t != top and tree.head(t) in core and _argument(tree, t)]
        whole = tuple(sorted({*owned[top], *(token for argument in arguments for token in owned[argument])}))
        clauses.extend(_clause(tree, top, (owned[top], whole), parent))
    return tuple(sorted(clauses, key=lambda clause: (clause.start, -clause.end)))


def about(tree: Tree, top: int) -> int:
    """Return the token that a clause is about: down the infinitives that hang on words like "expected"."""
    seen: set[int] = set()
    at = top
    while at not in seen:
        seen.add(at)
        lower = tree.first(at, "xcomp")
        if lower is None or tree.upos(lower) not in ("VERB", "AUX", "NOUN", "ADJ") or tree.lemmas[at] not in _CARRIERS:
            break
        if tree.upos(lower) in ("NOUN", "ADJ") and not tree.dependents(lower, "mark", "cop"):
            break
        at = lower
    return at


def _tops(tree: Tree, first: int, last: int) -> frozenset[int]:
    """Return the tokens of a sentence at which a clause of its own hangs, or a phrase that adds a happening."""
    tops = {token for token in range(first, last) if not first <= tree.head(token) < last}
    for token in range(first, last):
        clausal = tree.relations[token] in CLAUSAL and predicate(tree, token) and splits(tree, token)
        if clausal or adds(tree, token):
            tops.add(token)
    return frozenset(tops)


def _argument(tree: Tree, top: int) -> bool:
    """Tell whether a clause is subject or object of the one above; what "and" or a comma adds behind it is none."""
    if tree.relations[top] == "csubj":
        return True
    if tree.relations[top] != "ccomp":
        return False
    group, head = tree.subtree(top), tree.head(top)
    first = next((token for token in group if tree.is_word(token)), top)
    if first < head:
        return True
    return tree.upos(first) != "CCONJ" and (tree.reading.words[first - 1] != "," or tree.word(first) == "that")


def _hand_on(tree: Tree, owned: dict[int, tuple[int, ...]]) -> None:
    """Give what stands behind a coordinated clause to that clause, where the parse hangs it on the one before.

    "They cut the rope and rowed | to the pier": nothing that stands behind "rowed" belongs to the cutting.
    """
    joined = [top for top in sorted(owned) if tree.relations[top] == "conj" and tree.upos(top) in ("VERB", "AUX")]
    for top in (*reversed(joined), *joined):
        above = next((ancestor for ancestor in tree.ancestors(top) if ancestor in owned), None)
        if above is None or above > top or about(tree, above) > top:
            continue
        behind = tuple(token for token in owned[above] if token > top)
        if behind:
            owned[above] = tuple(token for token in owned[above] if token < top)
            owned[top] = tuple(sorted({*owned[top], *behind}))


def _clause(tree: Tree, top: int, tokens: tuple[tuple[int, ...], tuple[int, ...]], parent: int | None) -> list[Clause]:
    """Return a clause with its run; in two or more where other words break it into parts that are far apart."""
    head = about(tree, top)
    own, all_tokens = tokens
    pieces = [piece for piece in (trim(tree, *run) for run in runs(own)) if piece is not None]
    if not pieces:
        return []
    start, end = pieces[0][0], pieces[-1][1]
    kind: ClaimKind = "clause" if predicate(tree, top) else "nominal" if tree.head(top) >= 0 else "fragment"
    whole = trim(tree, start, end)
    if whole is None:
        return []
    return [Clause(head, top, own, all_tokens, whole[0], whole[1], kind, parent)]
