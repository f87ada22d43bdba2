"""Which nouns name a happening."""

from __future__ import annotations

from variorum.annotate.wordlists import words

_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure")
_EVENT_NOUNS = words(
    """visit trip meeting summit talk attack raid crash war election vote death birth arrest release escape
    launch test trial rally march protest flight landing fire flood storm quake earthquake explosion blast
    shooting murder kidnap abduction deal treaty pact tour debut return rescue search victory defeat loss win
    game match speech address statement report announcement signing coup riot sale purchase hearing verdict
    ruling surgery inquiry probe crackdown outcry backlash campaign strike operation siege feud dispute scandal"""
)


def is_happening(lemma: str) -> bool:
    """Tell whether a noun names a happening, by a list and by its ending."""
    return lemma in _EVENT_NOUNS or (len(lemma) > 6 and lemma.endswith(_EVENT_ENDINGS))
