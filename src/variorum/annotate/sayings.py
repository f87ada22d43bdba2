"""What a sentence's own tree tells about who says what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from variorum.annotate import cues
from variorum.annotate.contents import complement_of, content_run, label, own_clause, trim, urged
from variorum.annotate.frames import frame_of
from variorum.annotate.sources import dateline_end, first_noun, personal, quoting, source_run, subject
from variorum.annotate.tree import Tree, runs

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


def order(saying: Saying) -> tuple[int, int, int]:
    """Sort sayings by where their content begins, the longer first, then by cue."""
    return saying.content[0][0], -saying.content[-1][1], saying.cue[0] if saying.cue else -1


def _think_tank(tree: Tree, token: int) -> bool:
    return tree.word(token) == "think" and token + 1 < len(tree) and tree.word(token + 1) in ("tank", "tanks")


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
    if _adding(tree, verb) is not None:
        speaker = _adding(tree, verb)
    if lemma == "ask" and tree.reading.xpos[verb] in ("VBN", "VBD") and verb == _first_word(tree, verb):
        return  # "Asked whether the dam held, she ...": who was asked does not speak
    if speaker is not None and personal(tree, speaker):
        return
    if lemma in cues.REPORTING and not (negated(tree, verb) and lemma in cues.SAY | cues.THINK):
        split = _framed(tree, verb, speaker)
        if split is not None and _around(tree, verb, split):
            yield split
            return
        content = complement_of(tree, verb, speaker)
        if content and speaker is not None:
            yield said_by(tree, verb, content, speaker, "reported")
            return
        framed = _framed(tree, verb, speaker)
        if framed is not None:
            yield framed
            return
    if speaker is None:
        return
    content = (lemma in cues.URGE and urged(tree, verb)) or (lemma in cues.LABEL and label(tree, verb)) or ()
    if content:
        yield said_by(tree, verb, content, speaker, "reported")
    elif _is_act(tree, verb):
        yield said_by(tree, verb, own_clause(tree, verb), speaker, "act")


def _first_word(tree: Tree, verb: int) -> int:
    """Return the first word of the verb's sentence, `when` and `if` passed over."""
    first, last = tree.sentence_of(verb)
    return next((t for t in range(first, last) if tree.is_word(t) and tree.word(t) not in ("when", "if", "but")), first)


def _adding(tree: Tree, verb: int) -> int | None:
    """Return the speaker of `..., Ruiz said, adding that ...` for the participle, None where no reporting verb leads.

    A parser hangs the participle on any noun before it; it goes on with the voice of the reporting verb at the comma.
    """
    first = tree.sentence_of(verb)[0]
    if tree.reading.xpos[verb] != "VBG" or verb - 2 < first or tree.reading.words[verb - 1] != ",":
        return None
    for token in range(verb - 2, max(first, verb - 5), -1):
        if not tree.is_word(token):
            return None
        if tree.upos(token) == "VERB" and tree.lemmas[token] in cues.INVERTING:
            told = frame_of(tree, token, subject(tree, token))
            named = told is not None and told.source is not None
            return first_noun(tree, *told.source) if told and told.source and named else subject(tree, token)
    return None


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
    if not content or speaker is None or personal(tree, speaker) or tree.reading.xpos[speaker] in ("WP", "WDT"):
        return None
    made = said_by(tree, verb, content, speaker, "reported")
    return replace(made, source=frame.source) if frame.source is not None and made.channel is None else made


def _around(tree: Tree, verb: int, saying: Saying) -> bool:
    """Tell whether source and cue, between two commas, part one clause: "The dam, Ruiz often said, would hold".

    That form is surer than any parse, which takes the words before the first comma for the subject of the verb.
    """
    closed = verb + 1 < len(tree) and tree.reading.words[verb + 1] in (",", "—", "–", "--")
    named = saying.source is not None and saying.source[1] <= verb
    return closed and named and len(saying.content) > 1 and saying.content[-1][0] > verb


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
        cited = _which_cited(tree, end, last)
        if cited is None:
            yield Saying(tuple(said), speaker, (start, end), (token, behind), "according")
            return
        behind_it = [run for run in (trim(tree, *part) for part in _without(said, end, cited[1])) if run is not None]
        quoted = first_noun(tree, *cited)
        yield Saying(tuple(behind_it or said), quoted, cited, (token, behind), "according", channel=speaker)


def _which_cited(tree: Tree, comma: int, last: int) -> tuple[int, int] | None:
    """Return whom `according to N, which cited X` names behind its comma; an apposition to X is left out."""
    if comma + 3 >= last or tree.reading.words[comma] != "," or tree.word(comma + 1) not in ("which", "who"):
        return None
    if tree.lemmas[comma + 2] not in ("cite", "quote"):
        return None
    end = comma + 3
    while end < last and tree.reading.words[end] not in ",;:.":
        end += 1
    return (comma + 3, end) if end > comma + 3 else None


def _without(said: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of runs of content when a remark between is taken out; behind it its comma ends a remark."""
    for run in said:
        if run[0] < start:
            yield run[0], min(run[1], start)
        if run[1] > end:
            yield max(run[0], end), run[1]


def _by_cue(tree: Tree, token: int, last: int) -> int | None:
    """Return the length of a cue such as `according to` that begins at `token`, None where none does."""
    word = tree.word(token)
    if word == "according" and token + 2 < last and tree.word(token + 1) == "to":
        return 2
    if word == "as" and token + 3 < last and tree.word(token + 2) == "by" and tree.lemmas[token + 1] in cues.SAY:
        return 3
    return None
