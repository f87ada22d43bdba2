"""Stems of English words: the claims carry lemmas for their heads only, other words are compared by these."""

from __future__ import annotations

import re
from functools import lru_cache

IRREGULAR: dict[str, str] = {
    form: verb
    for verb, forms in {
        "meet": "met",
        "say": "said",
        "tell": "told",
        "leave": "left",
        "hold": "held",
        "win": "won",
        "lose": "lost",
        "take": "took taken",
        "give": "gave given",
        "go": "went gone",
        "come": "came",
        "begin": "began begun",
        "find": "found",
        "send": "sent",
        "speak": "spoke spoken",
        "write": "wrote written",
        "see": "saw seen",
        "fly": "flew flown",
        "fall": "fell fallen",
        "rise": "rose risen",
        "pay": "paid",
        "sell": "sold",
        "buy": "bought",
        "build": "built",
        "break": "broke broken",
        "choose": "chose chosen",
        "bring": "brought",
        "catch": "caught",
        "seek": "sought",
        "fight": "fought",
        "strike": "struck stricken",
        "shoot": "shot",
        "lead": "led",
        "lie": "lied lying lies",
        "die": "died dying dies",
        "step": "stepped",
        "plead": "pled",
        "forbid": "forbade forbidden",
        "withdraw": "withdrew withdrawn",
        "undergo": "underwent undergone",
        "arise": "arose arisen",
        "drive": "drove driven",
        "hide": "hid hidden",
        "steal": "stole stolen",
        "swear": "swore sworn",
        "wear": "wore worn",
        "sink": "sank sunk",
        "run": "ran",
        "get": "got gotten",
        "feed": "fed",
        "flee": "fled",
        "spend": "spent",
        "keep": "kept",
        "cancel": "cancelled cancelling cancellation",
        "travel": "travelled travelling",
        "label": "labelled labelling",
        "signal": "signalled signalling",
        "total": "totalled totalling",
        "fuel": "fuelled fuelling",
        "level": "levelled levelling",
        "rebel": "rebelled rebelling",
        "compel": "compelled compelling",
        "expel": "expelled expelling",
        "repel": "repelled repelling",
        "control": "controlled controlling",
        "patrol": "patrolled patrolling",
        "counsel": "counselled counselling",
    }.items()
    for form in forms.split()
}
"""Forms of irregular verbs that news uses, and of such as double their last letter, each with its verb."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return a crude stem of a lower-cased English word, the same for most of its forms.

    The claims carry lemmas for their heads only; the other words of a clause are compared by this.
    """
    word = re.sub(r"['’]s?$", "", word)
    word = IRREGULAR.get(word, word)
    for suffix in ("ations", "ation", "ions", "ion", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
    return word
