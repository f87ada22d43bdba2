"""What the network read of attributions, beside the trees: sources and attributions that no rule saw."""

from __future__ import annotations

from dataclasses import replace

from variorum.annotate import cues
from variorum.annotate.contents import trim
from variorum.annotate.quotes import Quote
from variorum.annotate.saying import Saying, order
from variorum.annotate.sources import phrase, source_run
from variorum.annotate.subjects import agent, antecedent, passive, personal, subject
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words
from variorum.model import AttributionSpans

_SILENT = ("boilerplate", "byline", "update")
_SPEECHLESS = ("ADV", "ADP", "PART", "CCONJ", "SCONJ", "AUX", "PUNCT")
"""Parts of speech of which no voice is: a source that one heads is a misreading."""
_SPEAKING = words("say tell answer comment respond reply specify elaborate disclose confirm")
_SURER = 0.7  # what the network says against a tree has to reach this
_SURE = 0.5  # a network's attribution that no rule saw has to reach this
_NOMINAL = 0.6  # and one whose content is no clause this: on PolNeAR dev 0.77 of these name content and source rightly


def with_network(
    tree: Tree, sayings: tuple[Saying, ...], spans: tuple[AttributionSpans, ...], quotes: tuple[Quote, ...]
) -> tuple[Saying, ...]:
    """Add what the network read: sources that the rules missed, and attributions that they did not see at all."""
    found = list(sayings)
    spoken = [quote for quote in quotes if quote.statement]
    for read in spans:
        run = trim(tree, *read.content)
        if read.cue is not None and any(quote.start <= read.cue[0] < quote.end for quote in spoken):
            continue
        if run is None or tree.roles[run[0]] in _SILENT:
            continue
        at = next((i for i, saying in enumerate(found) if _same(saying, read, run)), None)
        speaker = _speaker(tree, read)
        if speaker is not None and (personal(tree, speaker) or tree.upos(speaker) in _SPEECHLESS):
            continue
        if at is None and read.cue is not None and _unsaid(tree, read.cue):
            continue
        if at is not None:
            if found[at].speaker is None and speaker is not None and not found[at].follows:
                found[at] = replace(found[at], speaker=speaker, source=phrase(tree, speaker))
            if read.score >= _SURER and _widens(tree, found[at], read, run):
                found[at] = replace(found[at], content=(run,))
            continue
        if read.score >= _SURE and read.cue is not None and speaker is not None:
            found.extend(_unseen(tree, read, run, speaker))
    return tuple(sorted(found, key=order))


def _unsaid(tree: Tree, cue: tuple[int, int]) -> bool:
    """Tell whether a cue is that somebody does not speak: "would not say whether", "did not answer"."""
    told = range(*cue)
    silent = any(tree.lemmas[token] in ("not", "never", "n't", "n’t") for token in told)
    return silent and any(tree.lemmas[token] in _SPEAKING for token in told)


def _unseen(tree: Tree, read: AttributionSpans, run: tuple[int, int], speaker: int) -> tuple[Saying, ...]:
    """Return an attribution that no rule saw; none where it is too weak for what its content is.

    Of a content without a verb the clause from source to content is what the voice says ("Ruiz questioned the count"),
    but for a label ("called the count a farce").
    """
    assert read.cue is not None
    cue = _head_of(tree, *read.cue)
    source = source_run(tree, speaker, cue)
    if any(_predicates(tree, token) for token in range(*run)):
        return (Saying((run,), speaker, source, read.cue, tree.lemmas[cue]),)
    if read.score < _NOMINAL or tree.upos(cue) != "VERB" or tree.numbers[cue] != tree.numbers[run[0]]:
        return ()
    if tree.lemmas[cue] in cues.LABEL:
        return (Saying((run,), speaker, source, read.cue, tree.lemmas[cue]),)
    if tree.lemmas[cue] not in cues.STANCE:
        return ()
    clause = trim(tree, min(source[0], cue, run[0]), max(source[1], cue + 1, run[1]))
    return (Saying((clause,), speaker, source, (cue, cue + 1), tree.lemmas[cue], "act"),) if clause else ()


def _speaker(tree: Tree, read: AttributionSpans) -> int | None:
    """Return the head of the source that the network read, None where it read none or one that cannot speak.

    Who is *said* or *thought* to do something does not say it, unless he is quoted; and a cue that has a subject in
    its own sentence needs none from another.
    """
    if read.source is None:
        return None
    speaker = _head_of(tree, *read.source)
    if tree.reading.xpos[speaker] in ("WP", "WDT") and tree.head(speaker) >= 0:
        speaker = antecedent(tree, tree.head(speaker), speaker)
    if read.cue is None:
        return speaker
    cue = _head_of(tree, *read.cue)
    if passive(tree, cue) and agent(tree, cue) != speaker and tree.lemmas[cue] not in ("quote", "cite"):
        return None
    if tree.upos(cue) == "VERB" and tree.numbers[speaker] != tree.numbers[cue]:
        own = subject(tree, cue)
        return own if own is not None and tree.numbers[own] == tree.numbers[cue] else speaker
    return speaker


def _same(saying: Saying, read: AttributionSpans, run: tuple[int, int]) -> bool:
    """Tell whether the network's attribution is one that is known: by its cue, or by what is said.

    One inside the other under a cue of its own is another one: "said he *hoped* that".
    """
    if _shared(saying.content, run) < 0.5:
        return False
    nested = saying.cue is not None and read.cue is not None and read.score >= _SURER
    if not nested or saying.cue is None or read.cue is None:
        return True
    if max(saying.cue[0], read.cue[0]) < min(saying.cue[1], read.cue[1]):
        return True
    size = sum(end - start for start, end in saying.content)
    return not (run[0] <= saying.cue[0] < run[1] and size * 3 <= 2 * (run[1] - run[0]))


def _widens(tree: Tree, saying: Saying, read: AttributionSpans, run: tuple[int, int]) -> bool:
    """Tell whether the network gives the same cue more of its sentence than the tree does."""
    if saying.cue is None or read.cue is None or saying.kind != "reported":
        return False
    cued = max(saying.cue[0], read.cue[0]) < min(saying.cue[1], read.cue[1])
    held = all(run[0] <= start and end <= run[1] for start, end in saying.content)
    inside = tree.numbers[run[0]] == tree.numbers[run[1] - 1] and not run[0] <= saying.cue[0] < run[1]
    return cued and held and inside


def _predicates(tree: Tree, token: int) -> bool:
    """Tell whether a verb is more than an attribute of a noun ("nuclear-powered ships")."""
    return tree.upos(token) in ("VERB", "AUX") and tree.relations[token] not in ("amod", "compound")


def _shared(content: tuple[tuple[int, int], ...], run: tuple[int, int]) -> float:
    """Return which share of the shorter passage both have."""
    both = sum(max(0, min(end, run[1]) - max(start, run[0])) for start, end in content)
    return both / max(1, min(run[1] - run[0], sum(end - start for start, end in content)))


def _head_of(tree: Tree, start: int, end: int) -> int:
    """Return the token of a range whose head lies outside it."""
    return next((token for token in range(start, end) if not start <= tree.head(token) < end), end - 1)
