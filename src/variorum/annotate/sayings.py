"""What a sentence's own tree tells about who says what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from variorum.annotate import cues
from variorum.annotate.according import according
from variorum.annotate.acts import counts, is_act, wants, wished
from variorum.annotate.contents import complement_of, content_run, label, own_clause, trim, urged
from variorum.annotate.frames import frame_of
from variorum.annotate.saying import Saying, said_by
from variorum.annotate.sources import dateline_end, first_noun
from variorum.annotate.subjects import personal, quoting, subject
from variorum.annotate.tree import Tree

_BEFORE_PARTICIPLE = frozenset(("before", "while", "also", "again", "then", "later", "and"))
"""Words between a comma and the participle that goes on with a voice."""


def find_sayings(tree: Tree) -> tuple[Saying, ...]:
    """Return what the trees tell, in order of cue."""
    found: list[Saying] = []
    for token in range(len(tree)):
        if tree.roles[token] in ("boilerplate", "byline", "update"):
            continue
        found.extend(according(tree, token))
        if tree.upos(token) == "VERB" and not _think_tank(tree, token):
            found.extend(_verb(tree, token))
        elif tree.upos(token) == "NOUN" and tree.lemmas[token] in cues.NOUNS:
            found.extend(_noun(tree, token))
    return tuple(found)


def _think_tank(tree: Tree, token: int) -> bool:
    return tree.word(token) == "think" and token + 1 < len(tree) and tree.word(token + 1) in ("tank", "tanks")


def negated(tree: Tree, token: int) -> bool:
    """Tell whether a negation hangs on the token itself."""
    return any(tree.lemmas[child] in ("not", "never", "n't", "n’t") for child in tree.dependents(token, "advmod"))


def _verb(tree: Tree, verb: int) -> Iterator[Saying]:
    lemma = tree.lemmas[verb]
    if any(quoting(tree, child)[0] is not None for child in tree.children[verb]):
        return  # "quoted her as saying": the participle tells what she said
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
    content = content or wished(tree, verb)
    if content:
        yield said_by(tree, verb, content, speaker, "reported")
    elif is_act(tree, verb) or wants(tree, verb) or counts(tree, verb):
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
    comma = verb - 1
    while comma > first and tree.word(comma) in _BEFORE_PARTICIPLE:
        comma -= 1
    if tree.reading.xpos[verb] != "VBG" or comma - 1 < first or tree.reading.words[comma] != ",":
        return None
    for token in range(comma - 1, max(first, comma - 4), -1):
        if not tree.is_word(token):
            return None
        if tree.upos(token) == "VERB" and tree.lemmas[token] in cues.INVERTING:
            told = frame_of(tree, token, subject(tree, token))
            named = told is not None and told.source is not None
            return first_noun(tree, *told.source) if told and told.source and named else subject(tree, token)
    return None


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


def _opened_behind(tree: Tree, noun: int) -> int | None:
    """Return the predicate of a `that` clause right behind a noun, wherever the parse hangs it, None for none."""
    that = noun + 1
    if that >= tree.sentence_of(noun)[1] or tree.word(that) != "that" or tree.relations[that] != "mark":
        return None
    return tree.head(that) if tree.head(that) > that else None


def _gives(tree: Tree, token: int) -> bool:
    """Tell whether a noun is whom a statement, a warning comes from: "a warning *from the union* that"."""
    return any(tree.word(case) in ("from", "by") for case in tree.dependents(token, "case"))


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
    if clause is None:
        clause = _opened_behind(tree, noun)
    owner = tree.first(noun, "nmod:poss")
    if clause is None:
        return
    if owner is None:
        owner = next((c for c in tree.dependents(noun, "nmod") if noun < c < clause and _gives(tree, c)), None)
    if owner is None and tree.relations[noun] in ("obj", "obl") and tree.head(noun) >= 0:
        owner = subject(tree, tree.head(noun))
    if owner is not None and not personal(tree, owner):
        yield said_by(tree, noun, content_run(tree, clause), owner, "reported")
