"""Words that a report gives to a voice, and how one is put together from cue, content and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.annotate.sources import first_noun, source_run
from variorum.annotate.subjects import quoting
from variorum.annotate.tree import Tree

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


def order(saying: Saying) -> tuple[int, int, int]:
    """Sort sayings by where their content begins, the longer first, then by cue."""
    return saying.content[0][0], -saying.content[-1][1], saying.cue[0] if saying.cue else -1


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
