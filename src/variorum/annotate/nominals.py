"""Nouns that become claims: a happening with its time, and a name with what is said of it in passing."""

from __future__ import annotations

from variorum.annotate.clauses import Clause
from variorum.annotate.contents import trim
from variorum.annotate.happenings import is_happening
from variorum.annotate.passage import Passage, alike
from variorum.annotate.tree import Tree, runs

_LEAST_TOLD = 4
"""Words of an apposition that states something; a shorter one is a title."""

_FAR = 6
"""Tokens between a name and its apposition, at most: a longer name is a parse gone wrong."""


def nominals(tree: Tree, clauses: tuple[Clause, ...], made: list[Passage], timed: frozenset[int]) -> list[Passage]:
    """Return the noun phrases that name a happening and when it was: "his first visit since 2000"."""
    found: list[Passage] = []
    for clause in clauses:
        holders = [p for p in made if p.clause is clause and p.start <= clause.head < p.end]
        for token in clause.own:
            if token == clause.head or tree.upos(token) != "NOUN" or not is_happening(tree.lemmas[token]):
                continue
            if token in timed:  # "Tuesday morning", "two months after his trip": it tells when, and is not told
                continue
            dropped = {child for child in tree.children[token] if tree.relations[child] in ("conj", "parataxis", "cc")}
            own = tree.subtree(token, dropped)
            part = next((run for run in runs(own) if run[0] <= token < run[1]), None)
            run = trim(tree, *part) if part else None
            if run is None or run[1] - run[0] < 3 or not timed & set(range(*run)):
                continue
            joined = max((c for c in tree.dependents(token, "case") if run[0] <= c < token), default=None)
            if joined is not None:  # "two months after his trip": what stands before is not the trip's
                run = (joined + 1, run[1])
            if run[1] - run[0] < 2 or not timed & set(range(*run)):
                continue
            holder = next((p for p in holders if p.start <= run[0] and run[1] <= p.end), None)
            if holder is not None and not alike(tree, run, (holder.start, holder.end)):
                found.append(Passage(run[0], run[1], token, clause, "nominal", holder.saying))
    return found


def appositions(tree: Tree, sentence: tuple[int, int], made: list[Passage]) -> list[Passage]:
    """Return the names with what is said of them in passing: "Ana Ruiz, the harbour's first pilot"."""
    found: list[Passage] = []
    for token in range(*sentence):
        name = tree.head(token)
        if tree.relations[token] != "appos" or tree.upos(token) != "NOUN" or not sentence[0] <= name < token:
            continue
        group = tree.subtree(token, {child for child in tree.children[token] if tree.relations[child] == "parataxis"})
        told = trim(tree, group[0], group[-1] + 1) if group[-1] - group[0] + 1 == len(group) else None
        if told is None or tree.upos(name) != "PROPN" or tree.reading.words[told[0] - 1] != ",":
            continue
        begun = min(tree.subtree(name, {c for c in tree.children[name] if c > name or tree.relations[c] == "case"}))
        if sum(1 for t in range(*told) if tree.is_word(t)) < _LEAST_TOLD or told[0] - name > _FAR:
            continue
        holder = next((p for p in made if p.start <= begun and told[1] <= p.end and p.kind != "nominal"), None)
        if holder is not None and not alike(tree, (begun, told[1]), (holder.start, holder.end)):
            clause = Clause(token, token, group, group, begun, told[1], "nominal", holder.clause.top)
            found.append(Passage(begun, told[1], token, clause, "nominal", holder.saying))
    return found
