"""From quotation marks to sayings: whose words stand in them, over sentences and paragraphs."""

from __future__ import annotations

from dataclasses import replace

from variorum.annotate import cues
from variorum.annotate.contents import trim
from variorum.annotate.quotes import Quote
from variorum.annotate.saying import Saying, order, said_by
from variorum.annotate.subjects import personal, quoting, subject
from variorum.annotate.tree import Tree, runs

_TAKING_UP = frozenset(("that", "this", "those", "these", "so", "such", "thus"))
"""Words by which a paragraph takes up the quotation before it."""
_SILENT = ("boilerplate", "byline", "update")


def with_quotes(tree: Tree, sayings: tuple[Saying, ...], quotes: tuple[Quote, ...]) -> tuple[Saying, ...]:
    """Give every quotation to a saying: to the one whose cue stands beside it, or to the voice before it."""
    found = [saying for saying in sayings if not _inside(saying, quotes)]
    for number, quote in enumerate(quotes):
        if tree.roles[quote.start] in _SILENT:
            continue
        at = _beside(found, quote)
        if at is not None:
            if quote.statement or _touches(found[at], quote):
                found[at] = _grown(found[at], quote)
            continue
        if not quote.statement:
            continue
        cue = _cue_outside(tree, quote, quotes)
        if cue is None:
            cue = _cue_behind(tree, quote)
        if cue is not None:
            speaker = quoting(tree, cue)[0]
            speaker = subject(tree, cue) if speaker is None else speaker
            found.append(said_by(tree, cue, ((quote.start, quote.end),), speaker, "quoted"))
        elif _goes_on(tree, found, quotes, number):
            found.append(Saying(_whole(tree, quote), kind="quoted", follows=True))
    return tuple(sorted(found, key=order))


def _inside(saying: Saying, quotes: tuple[Quote, ...]) -> bool:
    """Tell whether cue and source both stand inside one quotation that is speech."""
    cue = saying.cue[0] if saying.cue else saying.content[0][0]
    return any(
        quote.start <= cue < quote.end and saying.speaker is not None and quote.start <= saying.speaker < quote.end
        for quote in quotes
        if quote.statement
    )


def _beside(found: list[Saying], quote: Quote) -> int | None:
    """Return the number of the saying whose content meets the quotation and whose cue stands outside it."""
    best: tuple[int, int] | None = None
    for number, saying in enumerate(found):
        named = saying.cue or (saying.source if not saying.follows else None)
        if named is None or quote.start <= named[0] < quote.end:
            continue
        shared = sum(max(0, min(end, quote.end) - max(start, quote.start)) for start, end in saying.content)
        if not shared:
            continue
        distance = min(abs(named[0] - quote.start), abs(named[0] - quote.end))
        if best is None or distance < best[0]:
            best = distance, number
    return None if best is None else best[1]


def _touches(saying: Saying, quote: Quote) -> bool:
    return any(start < quote.end and quote.start < end for start, end in saying.content)


def _grown(saying: Saying, quote: Quote) -> Saying:
    tokens = {token for start, end in saying.content for token in range(start, end)}
    tokens |= set(range(quote.start, quote.end))
    if saying.cue and saying.kind != "act":
        tokens -= set(range(*saying.cue))
    return replace(saying, content=tuple(runs(sorted(tokens))))


def _cue_outside(tree: Tree, quote: Quote, quotes: tuple[Quote, ...]) -> int | None:
    """Return the reporting verb nearest to the quotation in its own sentences or in an introduction before a colon."""
    first, last = tree.sentence_of(quote.start)[0], tree.sentence_of(max(quote.start, quote.end - 1))[1]
    paragraph = tree.report.text
    introduced = first > 0 and tree.reading.words[first - 1] == ":"
    if not introduced and first > 1 and tree.reading.words[first - 2] == ":" and not tree.is_word(first - 1):
        introduced = True
    if introduced:
        first = tree.sentence_of(first - 1)[0]
    if last < len(tree):
        gap = paragraph[tree.ends[last - 1] : tree.starts[last]]
        if "\n" not in gap and last - quote.end <= 1:
            last = tree.sentence_of(last)[1] if not _any_quote(quotes, *tree.sentence_of(last)) else last
    candidates = [
        token
        for token in range(first, last)
        if not quote.start <= token < quote.end
        and tree.upos(token) == "VERB"
        and tree.lemmas[token] in cues.SAY | cues.THINK | cues.PROMISE | cues.LABEL | cues.ACT
        and not any(other.start <= token < other.end for other in quotes)
        and tree.reading.deprels[token] != "acl:relcl"
    ]
    usable = [token for token in candidates if _speaks(tree, token, quote)]
    return min(usable, key=lambda token: min(abs(token - quote.start), abs(token - quote.end)), default=None)


def _cue_behind(tree: Tree, quote: Quote) -> int | None:
    """Return the cue in the paragraph behind a quotation that fills its own: "That was what Ruiz said on Monday"."""
    behind = next((token for token in range(quote.end, len(tree)) if tree.is_word(token)), None)
    if not quote.opens or behind is None or tree.word(behind) not in _TAKING_UP:
        return None
    between = tree.report.text[tree.ends[quote.end - 1] : tree.starts[behind]]
    if "\n" not in between:
        return None
    said = (token for token in range(behind, tree.sentence_of(behind)[1]) if tree.lemmas[token] in cues.SAY)
    return next((token for token in said if tree.upos(token) == "VERB" and _speaks(tree, token, quote)), None)


def _any_quote(quotes: tuple[Quote, ...], start: int, end: int) -> bool:
    return any(start <= quote.start < end for quote in quotes)


def _speaks(tree: Tree, token: int, quote: Quote) -> bool:
    """Tell whether a verb has a subject that can be the voice: nobody named inside the quotation itself."""
    if any(quoting(tree, child)[0] is not None for child in tree.children[token]):
        return False  # "quoted her as saying": the participle is the cue
    speaker = subject(tree, token)
    return speaker is not None and not personal(tree, speaker) and not quote.start <= speaker < quote.end


def _goes_on(tree: Tree, found: list[Saying], quotes: tuple[Quote, ...], number: int) -> bool:
    """Tell whether a quotation without a cue goes on with the voice of the saying before it.

    It does in the paragraph of that saying; and where it opens its paragraph and the one before ended in a quotation,
    above all one whose marks were never closed.
    """
    quote = quotes[number]
    earlier = [saying for saying in found if saying.content[0][0] < quote.start]
    if not earlier:
        return False
    last = max(earlier, key=lambda saying: saying.content[-1][1])
    if tree.roles[quote.start] != tree.roles[last.content[0][0]]:
        return False  # a heading or a caption in quotation marks
    gap = tree.report.text[tree.ends[last.content[-1][1] - 1] : tree.starts[quote.start]]
    if "\n" not in gap:
        return True
    if number and quotes[number - 1].paragraph == quote.paragraph - 1 and not quotes[number - 1].closed:
        return True
    return quote.opens and gap.count("\n\n") <= 1 and last.kind != "act" and len(gap) < 400


def _whole(tree: Tree, quote: Quote) -> tuple[tuple[int, int], ...]:
    """Return the quotation, or its sentence where it is only part of one."""
    first, last = tree.sentence_of(quote.start)
    if quote.end <= last and quote.end - quote.start < last - first - 3:
        run = trim(tree, first, last)
        return (run,) if run else ((quote.start, quote.end),)
    return ((quote.start, quote.end),)
