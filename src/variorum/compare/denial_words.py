"""Patterns of English for denials: what denies, what accuses, what only looks like either."""

from __future__ import annotations

import re

from variorum.compare.lexicon import DENIAL_WORDS, NEGATION_WORDS

_NOTHING_WRONG = r"nothing (?:\w+ )?(?:wrong|illegal|improper|inappropriate|unlawful|untoward)"
_INNOCENT = (
    r"\b(?:(?:plead(?:s|ed|ing)?|pled) (?:\w+ )?not guilty|"
    rf"(?:did|do|done|doing|committed) (?:\w+ )?{_NOTHING_WRONG})\b"
)
_WAVE_OFF = (
    r"\b(?:push(?:es|ed|ing)? back (?:on|against)|sho(?:t|ots?) down|brush(?:es|ed|ing)? (?:off|aside)|"
    r"hit (?:out|back) at)"
)
_WAVED_OFF = (
    rf"{_WAVE_OFF}\s+(?:\w+\s+){{0,3}}?"
    r"(?:claims?|reports?|(?:alleg|accus)\w+|charges?|suggestions?|rumou?rs?|stor(?:y|ies))\b"
)
DENIAL = re.compile(f"{DENIAL_WORDS}|{_INNOCENT}|{_WAVED_OFF}", re.IGNORECASE)
"""Words by which a denial or a clearing is told."""
ACCUSING = re.compile(
    r"\b(?:alleg(?:e|es|ed|edly|ing)|accus(?:e|es|ed|ing)|claim(?:s|ed|ing)? (?:that|he|she|they|to)|"
    r"(?<!\ba )suspect(?:s|ed)|"
    r"charg(?:e|es|ed|ing) (?:with|that)|indict(?:s|ed|ing)? (?:on|for)|arrest(?:s|ed|ing)? (?:on|for|over)|"
    r"blam(?:e|es|ed|ing) (?:[\w'’.]+ ){1,5}for|su(?:e|es|ed|ing) (?:[\w'’.]+ ){1,5}(?:for|over)|"
    r"under investigation (?:for|over)|(?:reports?|claims?|rumou?rs?)\b[^.]{0,20}\bthat)\b",
    re.IGNORECASE,
)
"""Words by which a clause accuses; what only speaks of allegations does not."""
WRONG = re.compile(
    r"\b(?:threaten|brib|cheat|defraud|embezzl|misus|steal|stole|harass|assault|molest|grop|rap(?:e|ed|ing)\b|"
    r"abus|beat|tortur|lied|lying|mislead|misled|cover(?:ed|ing) up|collu|plott|tamper|violat|evad|falsif|forg|"
    r"launder|extort|illegally|unlawfully)",
    re.IGNORECASE,
)
"""Words for wrongs: somebody who is said to have done one is accused."""
ADMITTED = re.compile(r"(?<!not )(?<!n['’]t )\b(?:plead\w*|pled) guilty\b", re.IGNORECASE)
"""Words behind which a charge is no longer one that somebody holds against another."""
CHARGES = re.compile(
    r"^(?!.*\b(?:if|whether)\b).*(?:\b(?:alleg|accus)ations? (?:against|involving|that)\b|"
    r"\bcase\b[\w '\"“”’]{0,40}\bagainst\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Nouns for charges that say against whom, where no "if" leaves them open."""
CARRIES_ON = re.compile(r"\bden(?:y|ies|ied|ying) that\W*$", re.IGNORECASE)
"""The head of a denial whose content is the next claim."""
_BACK = r"(?:it|this|that|them|(?:alleg|accus)\w+|claims?|charges?|reports?|suggestions?|wrongdoing|story)"
POINTING = re.compile(
    rf"\b(?:den|reject|dismiss|disput|refut|rebut)\w*\s+(?:\w+\s+){{0,3}}?{_BACK}\b(?!\s+(?:that|of|he|she))"
    r"|^(?:which|that|(?:an? )?(?:claims?|charges?|(?:alleg|accus)\w+))\b[^.]*\b(?:den|reject|dismiss|disput)\w+\W*$"
    rf"|innocence|wrongdoing|not guilty\b(?! of)|{_NOTHING_WRONG}"
    rf"|{_WAVE_OFF}\s+(?:\w+\s+){{0,3}}?{_BACK}\b(?!\s+(?:that|of|he|she))"
    r"|\b(?:alleg|accus|claim|charge|report|story)\w*\b[^.]*\b(?:false|untrue|baseless|unfounded|fabricated)\b",
    re.IGNORECASE,
)
"""A denial that says that something is denied and not what."""
BARE = re.compile(r"\b(?:den|reject|dismiss|disput)\w+ (?:it|this|that)(?:\W*$| as\b)", re.IGNORECASE)
"""A denial that points to the words right before it."""
RELATIVE = re.compile(r"^(?:which|that|an? )", re.IGNORECASE)
"""A relative clause or an apposition to what stands before it."""
NEGATION = re.compile(NEGATION_WORDS, re.IGNORECASE)
"""Words of plain negation."""
SENTENCE_END = re.compile(r"[a-z\d][.!?][\"”’']?\s+[\"“‘]?[A-Z]")
"""A sentence that ends within a claim."""
EMBEDDED = re.compile(
    r"^(?:of|about|on|in|as to|over|into)?\s*(?:what|whether|how|why|who|whom|if|where)\b", re.IGNORECASE
)
"""A clause that only asks tells nothing that can be denied."""
NO_ANSWER = re.compile(
    r"\b(comment|immediately|clear|known?|respond|reached|available|sure|certain|yet|specif\w+|say|said|only|just)\b",
    re.IGNORECASE,
)
"""Words by which a negated clause withholds an answer."""
NOT_YET = re.compile(r"\byet\b", re.IGNORECASE)
"""What has not happened yet is at odds with what has."""
NO_DENIAL = re.compile(
    r"\bneither\b.*\bdeny|\bnor deny|\b(?:confirm|say|know)(?:,| n?or) deny|\bdeny whether|\buntil\b|"
    r"\bno allegations?\b|[\"“]no[\"”]",
    re.IGNORECASE,
)
"""What only looks like a denial: no answer at all, a matter of time, a vote."""
MODAL_NO = re.compile(
    r"\b(?:can|could|will|would|shall|should|must|may|might|wo|ca)(?:not\b|n['’]t\b| not\b| never\b)", re.IGNORECASE
)
"""What cannot or will not be is no denial of what is."""
FLAT_NO = re.compile(
    r"^(?:but |and |so )?(?:that|this|it|they|those|these)(?:['’]s| is| was|['’]re| are| were)(?: \w+)? "
    r"(?:not true|untrue|false|a lie|lies|nonsense|not so|not the case|unfounded|baseless)\W*$"
    r"|^(?:that|this|it)(?: is|['’]s| was)n['’]t (?:true|so|the case)\W*$",
    re.IGNORECASE,
)
"""A whole clause that says no to what stands right before it."""
OPEN_END = re.compile(r"\b(?:den(?:y|ies|ied)|rejects?|rejected|disputes?|disputed)\W*$", re.IGNORECASE)
"""A clause cut off behind the word that denies ..."""
GOES_ON = re.compile(r"^\s+(?:having|saying|doing|making|it|this)\b", re.IGNORECASE)
"""... and how its sentence goes on where it points back."""
DENIED_THAT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|disput|challeng|refut|rebut)\w*\s+(?:\w+\s+){0,3}?"
    r"(?:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?|notion|idea|charges?))\s+that\s+$",
    re.IGNORECASE,
)
"""Words right before a clause that say that somebody denies it."""
BLAMED_FOR = re.compile(
    r"\b(?:attack|criticiz|criticis|blam|fault|condemn|rebuk|denounc)\w*\s+(?:[\w'’.]+\s+){0,4}for\b", re.IGNORECASE
)
"""Words right before a clause that blame somebody for it."""
NOT_TOLD = re.compile(
    r"\b(?:if|whether|unless|lest|rul(?:e|es|ed|ing) out|without|refrain(?:s|ed)? from|avoid(?:s|ed)?|against)\s+$",
    re.IGNORECASE,
)
"""Words right before a clause that leave it open or negate it."""
SUBORDINATE = re.compile(
    r"^(?:since|because|without|for|despite|while|although|though|if|as|when|unless|until|lest|given)\b|\bno longer\b"
    r"|\bany ?more\b",
    re.IGNORECASE,
)
"""A negated clause that gives a reason, a condition or a change, and answers nothing."""
