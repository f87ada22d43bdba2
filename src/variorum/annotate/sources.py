"""Who a cue belongs to: the noun phrase that names the voice of a reporting word."""

from __future__ import annotations

import re

from variorum.annotate.cues import FIRST_SECOND
from variorum.annotate.tree import Tree, runs
from variorum.annotate.wordlists import words

_SIDE_REMARKS = ("acl", "appos", "parataxis", "dep", "advcl", "punct", "cop", "ccomp", "discourse", "orphan", "mark")
_JOINING = words("for of at from with in close near to on")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON")
_PARTY = re.compile(r"[DRI]-[A-Z]")
"""How American news writes a member's party and state behind the name."""
_CLOSING = frozenset(',;:.?!—–”"')
_LONGEST_CLAUSE = 15
"""Tokens of a relative clause that still names a source; a longer one is a sentence of its own."""
_RELATIVES = frozenset(["who", "which", "that", "whom"])


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """Return the run of tokens that names what `head` is the head of, without relative clauses and appositions."""
    dropped = {
        child
        for child in tree.children[head]
        if tree.relations[child] in _SIDE_REMARKS
        or (tree.relations[child] == "case" and child < head)
        or (tree.relations[child] == "conj" and tree.upos(child) in ("VERB", "AUX"))
    }
    if tree.upos(head) in ("VERB", "AUX"):
        return head, head + 1
    tokens = list(tree.subtree(head, dropped))
    start, end = next(run for run in runs(_leading_trim(tree, tokens, head)) if run[0] <= head < run[1])
    while end - 1 > head and not tree.is_word(end - 1):
        end -= 1
    while start < head and not (tree.is_word(start) or tree.reading.words[start] in "#@"):
        start += 1
    return start, end


def _leading_trim(tree: Tree, tokens: list[int], head: int) -> list[int]:
    """Leave out possessive marks that stand at the end, and a coordinating word at the start."""
    kept = [token for token in tokens if not (token < head and tree.relations[token] == "cc" and token == tokens[0])]
    return kept if head in kept else sorted({*kept, head})


def source_run(tree: Tree, head: int, cue: int) -> tuple[int, int]:
    """Return the run that names a voice, made longer where only its own prepositions stand before the cue or border.

    "a spokesman" of "a spokesman for the port said" is not yet who speaks, however the parse attached the rest.
    """
    start, end = phrase(tree, head)
    last = tree.sentence_of(head)[1]
    limit = cue if end <= cue else last
    at = end
    while at < limit:
        if tree.upos(at) == "ADP" and tree.word(at) in _JOINING and at + 1 < limit and tree.upos(at + 1) in _NOMINAL:
            at += 1
            while at < limit and (tree.upos(at) in _NOMINAL or tree.reading.xpos[at] == "POS"):
                at += 1
            end = at
        elif cue > at and tree.upos(at) in ("NOUN", "PROPN") and at == end:
            at += 1
            end = at
        else:
            break
    return start, _defined(tree, head, end, cue)


def _defined(tree: Tree, head: int, end: int, cue: int) -> int:
    """Return the end of a source with the clause that tells which one: "a diplomat *who was in the room* said".

    Only for a common noun or a pronoun, and only where no comma parts them: otherwise the clause is a remark. The
    clause has a verb of its own, and the cue stands outside it.
    """
    last = tree.sentence_of(head)[1]
    if end >= last or tree.reading.xpos[end] not in ("WP", "WDT", "WP$") or tree.upos(head) == "PROPN":
        return end
    limit = min(last, cue if cue > end else last)
    at = end
    while at < limit and tree.reading.words[at] not in _CLOSING:
        at += 1
    while at == limit == cue and tree.upos(at - 1) == "AUX":
        at = limit = cue = at - 1
    told = any(tree.upos(token) in ("VERB", "AUX") for token in range(end, at))
    return at if told and at - end <= _LONGEST_CLAUSE else end


def subject(tree: Tree, verb: int) -> int | None:
    """Return the token that heads the subject of `verb`, looked for along coordination and control.

    A relative pronoun gives its antecedent; a participle its governor's subject. None for a passive without agent.
    """
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        if passive(tree, at):
            agent = _agent(tree, at)
            if agent is not None or at == verb:
                return agent
        found = tree.first(at, "nsubj", "nsubj:outer", "csubj")
        if found is None and at == verb and _participle(tree, at):
            return _agent(tree, at)
        if found is not None and tree.relations[found] == "nsubj":
            return antecedent(tree, at, found) if tree.word(found) in _RELATIVES else _member(tree, found)
        relation, head = tree.relations[at], tree.head(at)
        if head < 0 or (relation in ("ccomp", "csubj", "parataxis") and relation != "parataxis"):
            return None
        if relation == "acl":
            return head
        if relation in ("conj", "xcomp", "advcl", "parataxis", "dep"):
            at = head
            continue
        return None
    return None


def _member(tree: Tree, token: int) -> int:
    """Return the name before a party and a state ("Ruiz, D-Calif., said") where the parse took the state for it."""
    first = tree.sentence_of(token)[0]
    at = token
    while at > first and not tree.reading.words[at - 1].startswith((",", "(")) and token - at < 3:
        at -= 1
    tag = "".join(tree.reading.words[at : token + 1])
    if at - 2 < first or tree.reading.words[at - 1] not in (",", "(") or not _PARTY.match(tag):
        return token
    return at - 2 if tree.upos(at - 2) == "PROPN" else token


def antecedent(tree: Tree, verb: int, pronoun: int) -> int:
    """Return what a relative pronoun stands for: its clause's head, else the noun nearest before it."""
    if tree.relations[verb] == "acl" and tree.head(verb) >= 0:
        return tree.head(verb)
    first = tree.sentence_of(pronoun)[0]
    before = (token for token in range(pronoun - 1, first - 1, -1) if tree.upos(token) in ("NOUN", "PROPN"))
    return next(before, pronoun)


def quoting(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Return voice and channel of `X was quoted by Y as saying` and `Y quoted X as saying`; None, None elsewhere."""
    head = tree.head(verb)
    if head < 0 or tree.lemmas[head] not in ("quote", "cite") or tree.relations[verb] not in ("advcl", "xcomp", "obl"):
        return None, None
    passive = tree.first(head, "nsubj:pass")
    if passive is not None:
        return passive, _agent(tree, head)
    quoted = tree.first(head, "obj")
    return quoted, tree.first(head, "nsubj") if quoted is not None else None


def personal(tree: Tree, token: int) -> bool:
    """Tell whether the token is a speaker's own `I`, `we` or `you`."""
    return tree.word(token) in FIRST_SECOND


def passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is passive: by its auxiliary, or by its subject where it has no other."""
    found = {tree.reading.deprels[child] for child in tree.children[verb]}
    return "aux:pass" in found or ("nsubj:pass" in found and "nsubj" not in found)


def _participle(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is a past participle without an auxiliary, said of a noun: "a man *accused* of theft"."""
    alone = not tree.dependents(verb, "aux", "nsubj")
    return alone and tree.reading.xpos[verb] == "VBN" and tree.relations[verb] in ("acl", "advcl", "amod")


def _agent(tree: Tree, verb: int) -> int | None:
    for child in tree.dependents(verb, "obl"):
        cases = tree.dependents(child, "case")
        if tree.reading.deprels[child] == "obl:agent" or any(tree.word(case) == "by" for case in cases):
            return child
    return None


def agent(tree: Tree, verb: int) -> int | None:
    """Return the head of `by ...` under a participle, None when there is none."""
    return _agent(tree, verb)


def first_noun(tree: Tree, start: int, end: int) -> int:
    """Return the last noun of the first noun group in a run: what a phrase is about, where no tree tells it."""
    for token in range(start, end):
        if tree.upos(token) in ("NOUN", "PROPN", "PRON") and tree.reading.xpos[token] != "PRP$":
            at = token
            while at + 1 < end and tree.upos(at + 1) in ("NOUN", "PROPN"):
                at += 1
            if at + 1 < end and tree.reading.xpos[at + 1] == "POS":
                continue
            return at
    return start


def dateline_end(tree: Tree, first: int) -> int:
    """Return the token behind a dateline ("PORT VARN, Norland — ") that opens the sentence at `first`, else `first`."""
    last = tree.sentence_of(first)[1]
    for token in range(first, min(last, first + 12)):
        if tree.reading.words[token] in ("—", "–", "--", "-") and token > first:
            named = all(
                tree.upos(t) in ("PROPN", "NUM", "PUNCT", "ADP", "DET", "SYM", "X") or tree.reading.words[t].isupper()
                for t in range(first, token)
            )
            placed = tree.upos(first) == "PROPN" or tree.reading.words[first].isupper()
            return token + 1 if named and placed and token + 1 < last else first
        if tree.upos(token) in ("VERB", "AUX"):
            break
    return first
