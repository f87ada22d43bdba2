"""Which runs of words become claims: clauses, reported contents, and nouns that place a happening in time."""

from __future__ import annotations

from variorum.annotate.clauses import Clause, cut
from variorum.annotate.contents import trim
from variorum.annotate.nominals import appositions, nominals
from variorum.annotate.passage import Passage, alike, distinct, head_in
from variorum.annotate.saying import Saying
from variorum.annotate.tree import Tree, runs
from variorum.annotate.wordlists import words
from variorum.model import ClaimKind, TimeExpression

_SILENT = ("boilerplate", "byline", "update")
_SHORT = 120
"""Characters; a quotation of several sentences up to this length is quoted and compared as one."""


_WEIGHTY = words(
    """announce deny accuse confirm promise vow pledge warn reject testify admit apologize apologise agree condemn"""
)
"""Speech that is a happening by itself: its clause is a claim even without a time."""


def find_passages(tree: Tree, sayings: tuple[Saying, ...], times: tuple[TimeExpression, ...]) -> tuple[Passage, ...]:
    """Return the passages of a report in order, the wider before the narrower; no two are the same run."""
    timed = frozenset(t for time in times for t in tree.tokens_in(time.span.start, time.span.end))
    found: list[Passage] = []
    for first, last in tree.sentences:
        if tree.roles[first] in _SILENT:
            continue
        here = [number for number, saying in enumerate(sayings) if _meets(saying, first, last)]
        clauses = cut(tree, first, last)
        made: list[Passage] = []
        for clause in clauses:
            made.extend(_of_clause(tree, sayings, here, clause, timed))
        for number in here:
            made.extend(_contents(tree, sayings, number, (first, last), (clauses, made)))
            made.extend(_quotation(tree, sayings[number], number, (first, last), clauses))
        made.extend(nominals(tree, clauses, made, timed))
        made.extend(appositions(tree, (first, last), made))
        found.extend(distinct(tree, made))
    return tuple(found)


def innermost(sayings: tuple[Saying, ...], numbers: list[int], tokens: tuple[int, ...] | range) -> int | None:
    """Return the tightest saying that holds most of `tokens`, None where none does."""
    best: tuple[int, int] | None = None
    for number in numbers:
        saying = sayings[number]
        held = sum(1 for token in tokens if _holds(saying, token))
        size = sum(end - start for start, end in saying.content)
        if held * 10 >= len(tokens) * 6 and (best is None or size < best[0]):
            best = size, number
    return None if best is None else best[1]


def _naming(saying: Saying) -> range:
    """Return the tokens of cue and source: the words beside a clause that only tell who says it."""
    runs_of = [run for run in (saying.cue, saying.source) if run is not None]
    return range(min(run[0] for run in runs_of), max(run[1] for run in runs_of)) if runs_of else range(0)


def _holds(saying: Saying, token: int) -> bool:
    return any(start <= token < end for start, end in saying.content)


def _meets(saying: Saying, first: int, last: int) -> bool:
    return any(start < last and first < end for start, end in saying.content)


def _of_clause(
    tree: Tree, sayings: tuple[Saying, ...], here: list[int], clause: Clause, timed: frozenset[int]
) -> list[Passage]:
    """Return the passages of one clause: its own words, cut where what somebody says begins or ends."""
    aside = {t for n in here if sayings[n].lemma == "according" for t in _naming(sayings[n])}
    words = tuple(token for token in clause.own if tree.is_word(token) and token not in aside) or clause.own
    cue_of = [n for n in here if _is_cue(sayings[n], clause)]
    number = innermost(sayings, [n for n in here if n not in cue_of], words)
    if number is not None:
        own = [token for token in clause.whole if _holds(sayings[number], token)]
    else:
        outside = [n for n in here if sayings[n].kind != "act"]
        own = [token for token in clause.whole if not any(_holds(sayings[n], token) for n in outside)]
    if cue_of and number is None:
        telling = _WEIGHTY & {tree.lemmas[clause.top]} or timed & set(own) or _outweighs(tree, sayings[cue_of[0]], own)
        if not telling:
            return []
    kept = set(own)
    blocked = {token for token in clause.whole if token not in kept}
    blocked |= {t for n in here if (cue := sayings[n].cue) and n == number for t in range(*cue)}
    if number is None:
        blocked |= {t for n in cue_of for start, end in sayings[n].content for t in range(start, end)}
    passages: list[Passage] = []
    parts = [part for part in (trim(tree, *run) for run in runs(sorted(kept))) if part is not None]
    for start, end in _joined(parts, blocked):
        run = trim(tree, start, end)
        if run is None:
            continue
        holds_head = run[0] <= clause.head < run[1]
        size = sum(1 for token in range(*run) if tree.is_word(token))
        if (holds_head and size >= 2) or size >= 4 or (size and clause.parent is None and not passages and not cue_of):
            head = clause.head if holds_head else head_in(tree, *run)
            kind: ClaimKind = clause.kind if holds_head else "fragment"
            passages.append(Passage(run[0], run[1], head, clause, kind, number))
    return passages


def _outweighs(tree: Tree, saying: Saying, own: list[int]) -> bool:
    """Tell whether the words that tell who says it are more than what is said: then the telling is the news."""
    content = sum(1 for start, end in saying.content for token in range(start, end) if tree.is_word(token))
    return sum(1 for token in own if tree.is_word(token)) > content


def _is_cue(saying: Saying, clause: Clause) -> bool:
    """Tell whether the clause is the one that tells that something is said."""
    return saying.kind != "act" and saying.cue is not None and saying.cue[0] in (clause.head, clause.top)


def _joined(parts: list[tuple[int, int]], blocked: set[int]) -> list[tuple[int, int]]:
    """Join runs of a clause over what is thrown in between, unless a blocked token stands there."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        if joined and not any(token in blocked for token in range(joined[-1][1], start)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _contents(
    tree: Tree,
    sayings: tuple[Saying, ...],
    number: int,
    sentence: tuple[int, int],
    known: tuple[tuple[Clause, ...], list[Passage]],
) -> list[Passage]:
    """Return what a saying holds of a sentence as one passage, where no clause is nearly the same run."""
    clauses, made = known
    found: list[Passage] = []
    for start, end in sayings[number].content:
        run = trim(tree, max(start, sentence[0]), min(end, sentence[1]))
        if run is None or run[1] - run[0] < 2:
            continue
        if any(alike(tree, run, (passage.start, passage.end)) and passage.saying == number for passage in made):
            continue
        inside = [clause for clause in clauses if run[0] <= clause.head < run[1]]
        clause = min(inside, key=lambda c: (sum(1 for _ in tree.ancestors(c.top)), c.start), default=None)
        if clause is None:
            clause = min(clauses, key=lambda c: abs(c.head - run[0]), default=None)
            if clause is None:
                continue
            found.append(Passage(run[0], run[1], head_in(tree, *run), clause, "fragment", number))
        else:
            found.append(Passage(run[0], run[1], clause.head, clause, "content", number))
    return found


def _quotation(
    tree: Tree, saying: Saying, number: int, sentence: tuple[int, int], clauses: tuple[Clause, ...]
) -> list[Passage]:
    """Return a short quotation of several sentences as one passage, where it begins in this sentence."""
    for start, end in saying.content:
        run = trim(tree, start, end)
        if run is None or not sentence[0] <= run[0] < sentence[1] < run[1] or "\n" in tree.text(*run):
            continue
        clause = min((c for c in clauses if c.start >= run[0]), key=lambda c: c.start, default=None)
        if clause is not None and len(tree.span(*run)) <= _SHORT:
            return [Passage(run[0], run[1], clause.head, clause, "content", number)]
    return []
