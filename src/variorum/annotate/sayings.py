"""What a sentence's own tree tells about who says what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from variorum.annotate import cues
from variorum.annotate.frames import frame_of
from variorum.annotate.sources import agent, dateline_end, first_noun, personal, quoting, source_run, subject
from variorum.annotate.tree import Tree, runs
from variorum.annotate.wordlists import words

_JOINING = words("that whether if when while as because although though before after until since and but or")
SayingKind = Literal["reported", "act", "quoted"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that a report gives to a voice, before it is told who the voice is.

    Attributes:
        content: Token ranges of what is said, in order; never empty.
        speaker: Head token of the words that name the voice; None when none are found.
        source: Token range of these words.
        cue: Token range of the words that tell that it is said.
        lemma: Lemma of the cue, empty when there is none.
        kind: A `reported` clause, an `act` of speech that is told in its own clause ("praised the deal"),
            or what is `quoted` and has its voice from elsewhere.
        follows: True when the voice is that of the saying before.
        recipient: Head token of whom it is told to ("told Reuters").
        channel: Head token of who passes it on ("Tass said, citing ..."; "quoted by ...").
    """

    content: tuple[tuple[int, int], ...]
    speaker: int | None = None
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    lemma: str = ""
    kind: SayingKind = "reported"
    follows: bool = False
    recipient: int | None = None
    channel: int | None = None


def find_sayings(tree: Tree) -> tuple[Saying, ...]:
    """Return what the trees tell, in order of cue."""
    found: list[Saying] = []
    for token in range(len(tree)):
        if tree.roles[token] in ("boilerplate", "byline", "update"):
            continue
        found.extend(_according(tree, token))
        if tree.upos(token) == "VERB" and not _think_tank(tree, token):
            found.extend(_verb(tree, token))
        elif tree.upos(token) == "NOUN" and tree.lemmas[token] in cues.NOUNS:
            found.extend(_noun(tree, token))
    return tuple(found)


def _think_tank(tree: Tree, token: int) -> bool:
    return tree.word(token) == "think" and token + 1 < len(tree) and tree.word(token + 1) in ("tank", "tanks")


def content_run(tree: Tree, head: int, without: frozenset[int] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Return the runs of the clause under `head`, without its complementizer and outer punctuation."""
    kept = [token for token in tree.subtree(head) if token not in without]
    return tuple(run for run in (trim(tree, *run) for run in runs(kept)) if run is not None)


def trim(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """Leave out punctuation and joining words at both ends; None when nothing is left."""
    while start < end and (
        not (tree.is_word(start) or tree.reading.words[start] in "#@$€£")
        or (tree.word(start) in ("that", "whether") and tree.relations[start] == "mark")
        or tree.relations[start] == "cc"
    ):
        start += 1
    while start < end and (
        not (tree.is_word(end - 1) or tree.reading.words[end - 1] in "%)") or _leads_away(tree, start, end)
    ):
        end -= 1
    return (start, end) if start < end else None


def _leads_away(tree: Tree, start: int, end: int) -> bool:
    """Tell whether the last word of a run only joins what follows: "he said *that*", "failed *when*"."""
    last = end - 1
    joins = tree.word(last) in _JOINING and tree.relations[last] in ("mark", "cc", "advmod")
    return joins and last > start and tree.head(last) >= end


def negated(tree: Tree, token: int) -> bool:
    """Tell whether a negation hangs on the token itself."""
    return any(tree.lemmas[child] in ("not", "never", "n't", "n’t") for child in tree.dependents(token, "advmod"))


def said_by(
    tree: Tree, cue: int, content: tuple[tuple[int, int], ...], speaker: int | None, kind: SayingKind
) -> Saying:
    """Put a saying together from its cue word, its content and the head of its source.

    Where the source cites somebody else, that is the voice and the source a channel.
    """
    channel = quoting(tree, cue)[1]
    cited = _cited(tree, cue)
    if cited is not None:
        speaker, channel = cited, speaker
    recipient = tree.first(cue, "iobj")
    if recipient is None and tree.lemmas[cue] in ("tell", "inform", "advise", "notify"):
        recipient = tree.first(cue, "obj", "obl")
    return Saying(
        content=content,
        speaker=speaker,
        source=source_run(tree, speaker, cue) if speaker is not None else None,
        cue=(cue, cue + 1),
        lemma=tree.lemmas[cue],
        kind=kind,
        recipient=recipient,
        channel=channel,
    )


def _cited(tree: Tree, cue: int) -> int | None:
    """Return the head of what is cited in `said, citing officials`, None where nothing is."""
    for child in tree.dependents(cue, "advcl", "xcomp"):
        if tree.word(child) in ("citing", "quoting"):
            return tree.first(child, "obj")
    last = tree.sentence_of(cue)[1]
    if cue + 3 < last and tree.reading.words[cue + 1] == "," and tree.word(cue + 2) in ("citing", "quoting"):
        return first_noun(tree, cue + 3, last)
    return None


def _verb(tree: Tree, verb: int) -> Iterator[Saying]:
    lemma = tree.lemmas[verb]
    speaker = quoting(tree, verb)[0]
    if speaker is None:
        speaker = subject(tree, verb)
    begun = dateline_end(tree, tree.sentence_of(verb)[0])
    if speaker is not None and speaker < begun < verb:
        speaker = first_noun(tree, begun, verb)
    if speaker is not None and personal(tree, speaker):
        return
    if lemma in cues.REPORTING and not (negated(tree, verb) and lemma in cues.SAY | cues.THINK):
        content = _complement(tree, verb, speaker)
        if content and speaker is not None:
            yield said_by(tree, verb, content, speaker, "reported")
            return
        framed = _framed(tree, verb, speaker)
        if framed is not None:
            yield framed
            return
    if speaker is None:
        return
    if (lemma in cues.URGE and (content := _urged(tree, verb))) or (lemma in cues.LABEL and (content := _label(tree, verb))):
        yield said_by(tree, verb, content, speaker, "reported")
    elif _is_act(tree, verb):
        yield said_by(tree, verb, _own_clause(tree, verb), speaker, "act")


def _is_act(tree: Tree, verb: int) -> bool:
    """Tell whether the verb's clause is an act of speech: vowed to go, praised the deal, conveyed condolences."""
    lemma = tree.lemmas[verb]
    behind = [child for child in tree.children[verb] if child > verb and tree.is_word(child)]
    if tree.reading.xpos[verb] == "VB" and any(tree.word(mark) == "to" for mark in tree.dependents(verb, "mark")):
        return False
    if lemma in cues.VOW:
        return tree.first(verb, "xcomp") is not None
    if lemma in cues.ACT:
        return any(tree.relations[child] in ("obj", "obl", "ccomp", "xcomp", "advcl") for child in behind)
    given = tree.first(verb, "obj")
    return lemma in cues.CONVEY and given is not None and tree.lemmas[given] in cues.CONVEYED


def _framed(tree: Tree, verb: int, speaker: int | None) -> Saying | None:
    """Return the saying of a verb that stands behind its content, by the form of the sentence."""
    if tree.lemmas[verb] not in cues.INVERTING | cues.THINK or tree.reading.xpos[verb] not in (
        "VBD",
        "VBZ",
        "VBP",
        "VBN",
    ):
        return None
    frame = frame_of(tree, verb, speaker)
    if frame is None:
        return None
    content = tuple(run for run in (trim(tree, *part) for part in frame.content) if run is not None)
    if frame.source is not None and (speaker is None or not frame.source[0] <= speaker < frame.source[1]):
        speaker = first_noun(tree, *frame.source)
    if not content or speaker is None or personal(tree, speaker):
        return None
    made = said_by(tree, verb, content, speaker, "reported")
    return replace(made, source=frame.source) if frame.source is not None and made.channel is None else made


def _complement(tree: Tree, verb: int, speaker: int | None) -> tuple[tuple[int, int], ...]:
    """Return the reported clause that hangs under the verb and stands behind it.

    It begins behind the verb's `that`, whatever the parse hangs elsewhere ("added that, while it rained, ...").
    """
    that = _that(tree, verb)
    clauses = [clause for clause in tree.dependents(verb, "ccomp") if clause > verb]
    if clauses:
        found = [run for clause in clauses for run in content_run(tree, clause)]
        behind = tuple(run for run in found if run[0] > verb)
        whole = trim(tree, that + 1, behind[-1][1]) if that is not None and behind and that < behind[0][0] else None
        return (whole, *(run for run in behind if run[0] >= whole[1])) if whole is not None else behind
    if that is not None and tree.head(that) > that:
        whole = trim(tree, that + 1, max(tree.subtree(tree.head(that))) + 1)
        if whole is not None and verb not in range(*whole):
            return (whole,)
    complement = tree.first(verb, "xcomp")
    if tree.lemmas[verb] in ("claim", "deny") and complement is not None and complement > verb:
        return content_run(tree, complement)
    if _framed_before(tree, verb):
        return ()
    early = tree.dependents(verb, "ccomp")
    if early:
        return tuple(run for clause in early for run in content_run(tree, clause) if run[1] <= verb)
    if complement is not None and speaker is not None and speaker == agent(tree, verb):
        return _own_clause(tree, verb)
    return ()


def _that(tree: Tree, verb: int) -> int | None:
    """Return the `that` which opens what a verb reports: no other predicate stands between, None where none does."""
    last = tree.sentence_of(verb)[1]
    for token in range(verb + 1, last):
        if tree.word(token) == "that" and tree.relations[token] == "mark":
            return token
        if tree.upos(token) in ("VERB", "AUX") or tree.reading.words[token] in (";", ":", ".", "”", '"'):
            return None
    return None


def _framed_before(tree: Tree, verb: int) -> bool:
    return frame_of(tree, verb, subject(tree, verb)) is not None


def _urged(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return `the council to mend the dam` of `urged the council to mend the dam`."""
    asked, wanted = tree.first(verb, "obj", "iobj"), tree.first(verb, "xcomp", "advcl")
    if asked is None or wanted is None or not verb < asked < wanted:
        return ()
    if not any(tree.word(mark) == "to" for mark in tree.dependents(wanted, "mark")):
        return ()
    run = trim(tree, min(tree.subtree(asked)), max(tree.subtree(wanted)) + 1)
    return (run,) if run is not None and run[0] > verb else ()


def _label(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return `the deal a victory` of `called the deal a victory`."""
    named = tree.first(verb, "obj")
    if named is None:
        return _labelled_as(tree, verb)
    complements = [child for child in tree.dependents(verb, "xcomp", "obl", "advcl") if child > named]
    complements = [
        child
        for child in complements
        if tree.relations[child] == "xcomp" or any(tree.word(t) == "as" for t in tree.children[child])
    ]
    nested = [child for child in tree.subtree(named) if tree.word(child) == "as" and child > named]
    if not complements and not nested:
        return _labelled_as(tree, verb)
    end = max(max(tree.subtree(child)) for child in (*complements, named)) + 1
    run = trim(tree, min(tree.subtree(named)), end)
    return (run,) if run else ()


def _labelled_as(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return what stands behind `described`, `identified` and the like where an `as` follows soon, by form alone."""
    last = tree.sentence_of(verb)[1]
    at = verb + 1
    while at < min(last, verb + 12) and tree.word(at) != "as":
        if tree.upos(at) in ("VERB", "AUX", "PUNCT", "CCONJ") or tree.word(at) == "by":
            return ()
        at += 1
    if at == verb + 1 or at >= min(last, verb + 12):
        return ()
    coordinated = [child for child in tree.dependents(verb, "conj") if child > at]
    end = min((min(tree.subtree(child)) for child in coordinated), default=last)
    run = trim(tree, verb + 1, max(end, at + 1))
    return (run,) if run else ()


def _own_clause(tree: Tree, verb: int) -> tuple[tuple[int, int], ...]:
    """Return the verb's clause, its own subject first, without what else hangs beside it."""
    outside = {child for child in tree.children[verb] if tree.relations[child] in ("conj", "parataxis", "cc")}
    kept = tree.subtree(verb, outside)
    first = min(
        (token for token in kept if tree.relations[token] == "nsubj" and tree.head(token) == verb), default=verb
    )
    start = min(tree.subtree(first)) if first != verb else verb
    run = trim(tree, min(start, verb), max(kept) + 1)
    return (run,) if run else ()


def _noun(tree: Tree, noun: int) -> Iterator[Saying]:
    """Yield what a noun's `that` clause says, where the noun's owner is named ("the minister's claim that ...")."""
    clause = next(
        (
            child
            for child in tree.dependents(noun, "acl", "ccomp")
            if tree.reading.deprels[child] != "acl:relcl" and any(tree.word(t) == "that" for t in tree.children[child])
        ),
        None,
    )
    owner = tree.first(noun, "nmod:poss")
    if clause is None:
        return
    if owner is None and tree.relations[noun] in ("obj", "obl") and tree.head(noun) >= 0:
        owner = subject(tree, tree.head(noun))
    if owner is not None and not personal(tree, owner):
        yield said_by(tree, noun, content_run(tree, clause), owner, "reported")


def _according(tree: Tree, token: int) -> Iterator[Saying]:
    """Yield what stands beside `according to X` or `as stated by X`."""
    first, last = tree.sentence_of(token)
    cue = _by_cue(tree, token, last)
    if cue is None:
        return
    behind = token + cue
    start, end = behind, behind
    while end < last and not (tree.reading.words[end] in ",;:.—–" or (end > start and tree.upos(end) == "SCONJ")):
        end += 1
    apposed = end + 1 < last and tree.reading.words[end] == "," and tree.upos(end + 1) == "PROPN"
    inner = first_noun(tree, start, end)
    trees = [head for head in (tree.head(token), tree.head(token + 1)) if start <= head < end]
    trees = [head for head in trees if tree.reading.xpos[head] != "PRP$"]
    speaker = trees[0] if trees and tree.upos(trees[0]) in ("NOUN", "PROPN", "PRON") else inner
    aside = frozenset(range(token, end))
    if apposed:
        stop = end + 1
        while stop < last and tree.upos(stop) == "PROPN":
            stop += 1
        aside = frozenset(range(token, stop))
    host = next((a for a in tree.ancestors(speaker) if tree.upos(a) in ("VERB", "AUX") or tree.first(a, "cop")), None)
    content = content_run(tree, host, aside) if host is not None and host not in aside else ()
    said = [run for run in content if run[1] <= token or run[0] >= end]
    if token - first > 2:
        said = [run for run in (trim(tree, first, token),) if run is not None]
    if not said:
        said = [r for r in (trim(tree, *r) for r in runs(t for t in range(first, last) if t not in aside)) if r]
    if said and end > start:
        yield Saying(tuple(said), speaker, (start, end), (token, behind), "according")


def _by_cue(tree: Tree, token: int, last: int) -> int | None:
    """Return the length of a cue such as `according to` that begins at `token`, None where none does."""
    word = tree.word(token)
    if word == "according" and token + 2 < last and tree.word(token + 1) == "to":
        return 2
    if word == "as" and token + 3 < last and tree.word(token + 2) == "by" and tree.lemmas[token + 1] in cues.SAY:
        return 3
    return None
