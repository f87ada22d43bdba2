"""Whether a claim looks ahead: says what is to come, by its certainty and by its own words."""

from __future__ import annotations

import re

from variorum.compare.index import ClaimIndex
from variorum.compare.lexicon import word_set
from variorum.compare.stems import stem
from variorum.model import Claim

AHEAD = re.compile(
    r"\b(?:will|['’]ll|plan(?:s|ned)? (?:to|on)|(?:is|are|was|were|be|been) (?:expected|scheduled|set|slated|poised|"
    r"supposed|meant|about|planned|likely) (?:to|for)|going to|vow\w*|"
    r"pledg\w*\b(?! (?:of )?(?:allegiance|loyalty|fealty|solidarity)\b)|promis\w*|intend\w*|"
    r"hop(?:e|es|ed|ing) to|(?:is|are|was|were) to|set for|due (?:on|for|to(?! (?:the|an?|its|his|her|their|our|this|"
    r"that|these|those|\w*[^su]s|\w+ing)\b))|planned for|scheduled for|expected (?:to|on|in|that))\b",
    re.IGNORECASE,
)
"""Words by which a clause looks ahead, whatever its certainty was read as; "due to the fog" gives a reason."""

PREPARED = re.compile(
    r"\b(?:propos\w+|call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)? \w+ to|about to|near(?:s|ing) a|"
    r"prepar(?:e|es|ed|ing) to|plan(?:s|ned)?|seek(?:s|ing)?|intent\w*|agreed to|aims? to|want(?:s|ed)? to|ahead of|"
    r"prospect|anticipat\w+|await\w*|wait(?:s|ed|ing)? (?:to|for)|predict\w*|forecast\w*|estimat\w+|fear(?:s|ed)?|"
    r"danger|risk|threat\w*|warn\w*)\b",
    re.IGNORECASE,
)
"""Words by which a clause that is itself plain speaks of something to come: it is proposed, feared, prepared."""

LEAVES_OPEN = re.compile(
    r"\b(?:[Ww]ill|[Ww]ould|[Ss]hall|[Ss]hould|may|[Mm]ight|[Mm]ust|[Cc]an|[Cc]ould)\b(?! (?:not|no)\b)|"
    r"['’](?:ll|d)\b|\b(?:[Ii]f|[Uu]nless|[Ww]hether)\b"
)
"""Words by which a plain clause leaves something open after all; "could not" and the month of May do not."""

NOTHING_YET = re.compile(
    r"\b(?:(?:not|never|no|cannot|\w+n['’]t)\b[^.;]*\b(?:yet|so far)|yet to|remains? to be)\b", re.IGNORECASE
)
"""Words by which a clause says that nothing has come of it so far: no outcome."""

OUTLIVED = re.compile(
    r"\b(?:had|was|were)(?: been)? (?:expected|planned|scheduled|supposed|due|set|to)\b|\b(?:should|would) have\b",
    re.IGNORECASE,
)
"""What looked ahead once and is told as past ("had been expected to")."""

_STAYS = re.compile(
    r"\b(?:will|would|vow\w*|pledg\w*|promis\w*|going)(?: \w+)? (?:continue|remain|stay|keep)\b|\bcontinues? to\b|"
    r"\b(?:will|would) (?:\w+ )?(?:\w+ )?miss(?:ed)?\b",
    re.IGNORECASE,
)
"""What only goes on, or is a manner of speaking, has no outcome to wait for."""

_MODAL = re.compile(r"\b(?:may|might|could)\b(?! (?:\w+ )?have\b)", re.IGNORECASE)
_ABOUT_THE_PAST = re.compile(
    r"\b(?:may|might|could|must|would|should) (?:\w+ )?have\b|\bcould (?:hear|see|feel)\b|\b(?:reported|alleged|"
    r"apparent)ly\b|\b(?:said|believed|thought|reported|alleged) to (?:have|be)\b|\bbelieved\b",
    re.IGNORECASE,
)
"""A guess about what has been is no forecast."""


def looks_ahead(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim says what is to come: expected, scheduled, promised, asked for, feared; not supposed."""
    if claim.certainty in {"hypothetical", "denied", "alleged"}:
        return False
    text = index.text(claim)
    if OUTLIVED.search(text):
        return True
    if _ABOUT_THE_PAST.search(text) or _STAYS.search(text):
        return False
    possible = claim.certainty == "possible" and bool(_MODAL.search(text))
    return claim.certainty in {"expected", "wanted"} or possible or bool(AHEAD.search(text) or PREPARED.search(text))


_SUPPOSING = re.compile(
    r"\b(?:suspect(?:s|ed)?|assum(?:e|es|ed)|thought|believ(?:e|es|ed)|wonder(?:s|ed)|apparently|reportedly|unclear|"
    r"not clear|unknown|questions?|questioned|whether|looking into|under investigation)\b",
    re.IGNORECASE,
)
"""Words of what is only supposed, or not known yet."""


_NOT_KNOWN = re.compile(
    r"\b(?:not|never|\w+n['’]t)(?: \w+ly| yet| been| be)* (?:clear|known|confirmed|released|named|identified|"
    r"determined|disclosed|made public|published|explained|established)\b|"
    r"\bun(?:clear|known|confirmed|named|identified|explained|determined|disclosed)\b|"
    r"\b(?:under investigation|a mystery|look(?:s|ed|ing) into|investigat(?:e|es|ed|ing)|"
    r"(?:trying|tries|tried|seek\w*|sought) (?:to (?:determine|establish|find|learn|identify)|"
    r"(?:the )?(?:cause|reason|motive|answers)))\b",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"\b(?:(?:most )?likely|probabl[ey]|apparently|appear(?:s|ed)? to|"
    r"(?:is|are|was|were) (?:believed|thought|suspected) to)\b",
    re.IGNORECASE,
)


def not_known(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim says that something is not known yet or being found out, however surely it says so."""
    return bool(_NOT_KNOWN.search(index.text(claim)))


def likely(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim tells what most likely was: as much of an outcome as what is not known often gets."""
    return claim.certainty == "possible" and claim.tense != "future" and bool(_LIKELY.search(index.text(claim)))


def speaks_of_supposing(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim's words say that something is supposed, or not known yet."""
    return bool(_SUPPOSING.search(index.text(claim)))


def supposes(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether a claim leaves open what may prove right or wrong later, though it need not look ahead."""
    if claim.certainty in {"possible", "expected", "wanted"}:
        return not _STAYS.search(index.text(claim))
    return claim.certainty != "denied" and speaks_of_supposing(index, claim)


_STILL_OPEN = re.compile(
    r"(?:\b(?:will|would|shall|should|may|might|must|can|could|(?:expected|planned|planning|plans|set|due|going|"
    r"scheduled|about|are|is|were|was) to)|['’](?:ll|d))(?! (?:not|never)\b)((?: [\w'’-]+){1,3})",
    re.IGNORECASE,
)


def still_open(index: ClaimIndex, claim: Claim) -> frozenset[str]:
    """Return the stems of the words that stand behind a word by which a clause looks ahead or leaves something open."""
    return frozenset(stem(w.lower()) for run in _STILL_OPEN.findall(index.text(claim)) for w in run.split())


_HEADS_AHEAD = frozenset(
    stem(verb)
    for verb in word_set(
        "expect plan schedule set due intend hope vow pledge promise propose call urge ask want seek prepare agree "
        "predict forecast estimate fear warn threaten anticipate await wait demand request need consider try attempt "
        "aim push press recommend offer announce vote decide suspect assume believe wonder think danger "
        "risk verge brink"
    )
)
"""Heads that look ahead themselves, though they are told as past: "proposed", "feared", "were in danger of"."""
_GOVERNS = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|must|to|going|about)\b|['’]ll\b|"
    r"\b(?:propos|demand|ask|urg|recommend|request|insist|order)\w* that\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|since|having|upon|while) \w+ing$", re.IGNORECASE)
_WENT_TO = re.compile(
    r"\b(?:went|gone|came|travell?ed|flew|flown|drove|rushed|gathered|returned|stopped)\b.* to \w+$", re.IGNORECASE
)
"""Words that tell a happening by the way, "after leaving", and as what somebody went to do, "went to meet"."""
_PERFECT = re.compile(r"\b(?:had|have|has|was|were|been)\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;:()–—]")  # what stands before it governs nothing behind it
_REACH = 5  # words before a head among which the word stands that governs it
_FINITE = re.compile(r"\b(?:was|were|is|are|has|had)\b", re.IGNORECASE)


def governing_words(index: ClaimIndex, claim: Claim) -> str:
    """Return the word for the happening and what stands right before it, back to a comma or the like."""
    text, start = index.text(claim), max(0, claim.head.start - claim.span.start)
    before = _BREAK.split(text[:start])[-1].split()[-_REACH:]
    return " ".join([*before, text[start : claim.head.end - claim.span.start]])


def left_open(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether the very word for the happening is still to come or open: "will sign", "is due to", "may sign".

    What the claim looks ahead to elsewhere leaves it as it is ("signed the deal that will ..."), and so does a word of
    another verb ("the dinner planned for Tuesday was cancelled").
    """
    words = governing_words(index, claim)
    found = (pattern.search(words) for pattern in (AHEAD, LEAVES_OPEN))
    return any(match and not _FINITE.search(words[match.end() :]) for match in found)


def tells_as_done(index: ClaimIndex, claim: Claim) -> bool:
    """Tell whether the very word for the happening is told as done, whatever else in the claim looks ahead.

    "The mayor, who plans to run again, opened the bridge": the opening is no plan. Neither is the leaving in "after
    leaving port on a planned cruise".
    """
    if index.head(claim) in _HEADS_AHEAD:
        return False
    words = governing_words(index, claim)
    if _WENT_TO.search(words) or (claim.certainty == "asserted" and _AFTER.search(words)):
        return True
    if _GOVERNS.search(words) or AHEAD.search(words) or OUTLIVED.search(words):
        return False
    return claim.tense == "past" or bool(_PERFECT.search(words))
