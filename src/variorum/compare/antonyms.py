"""Words of English that cannot both hold of one thing at one time: support and oppose, alive and dead.

Closed lists of common words of news, drawn up by hand, each with its opposites; compared by stem. Two
clauses that hold such a pair are at odds only where the rest of their words is the same: alone, opposites in reports
of one event are mostly two happenings (arrived, and left again).
"""

from __future__ import annotations

from collections.abc import Iterable

from variorum.compare.lexicon import word_set
from variorum.compare.stems import stem

_OPPOSITES = """
support back favor favour endorse champion advocate : oppose reject
win : lose
accept : reject refuse decline
approve ratify adopt : reject veto
agree : disagree refuse
allow permit authorize authorise legalize : ban forbid prohibit outlaw bar
acquit exonerate clear : convict
guilty : innocent acquitted
alive : dead
survive : die killed perish
fire dismiss sack oust : resign quit step
hire : fire dismiss
first : last
tall : short
new : old
young : old
hot warm : cold
light bright : dark
long : short
narrow : wide
hard : soft easy
clean : dirty
fast : slow
strong : weak
rich : poor
same : different
outdoor outside : indoor inside
loud noisy : quiet silent
rise increase grow climb : fall drop decline decrease shrink
gain : lose
raise lift : lower cut reduce
open : closed shut
open : close shut
succeed : fail
pass : fail
arrive : leave depart
enter : leave exit
join : leave quit
begin start : end finish
attack : defend
true genuine authentic : false fake forged fabricated untrue
legal lawful : illegal unlawful
safe : unsafe dangerous
armed : unarmed
public : secret private
voluntary : forced involuntary
accidental : deliberate intentional
accidentally : deliberately intentionally knowingly
married : single unmarried divorced
present : absent
remember recall : forget
buy purchase : sell
borrow : lend
push : pull
strengthen : weaken
widen : narrow
expand : shrink
unite : divide
free release : imprison jail detain
trust : distrust mistrust
love like : hate dislike
praise : criticize criticise condemn
conservative : liberal
happy glad pleased : sad unhappy angry
healthy well : sick ill
wet : dry
empty : full
awake : asleep
sober : drunk
""".strip()

STATES = frozenset(
    stem(word)
    for word in word_set(
        """support back favor favour endorse champion advocate oppose reject guilty innocent alive dead
        true genuine authentic false fake forged fabricated untrue legal lawful illegal unlawful safe unsafe dangerous
        armed unarmed accidental accidentally deliberate deliberately intentional intentionally
        voluntary forced involuntary conservative liberal married single unmarried divorced"""
    )
)
"""Stems of the words that say how something stands, or where somebody stands, and not what happened to it."""
FORCED_OUT = frozenset(stem(word) for word in ("fire", "dismiss", "sack", "oust"))
"""Stems of the words for leaving an office by somebody else's will ..."""
WENT = frozenset(stem(word) for word in ("resign", "quit", "step"))
"""... and by one's own ("stepped down")."""

_BY_STEM: dict[str, frozenset[str]] = {}
for _line in _OPPOSITES.splitlines():
    _left, _right = ([stem(w) for w in side.split()] for side in _line.split(":"))
    for _word, _others in [*((w, _right) for w in _left), *((w, _left) for w in _right)]:
        _BY_STEM[_word] = _BY_STEM.get(_word, frozenset()) | frozenset(_others)


def opposites(stem_of_word: str) -> frozenset[str]:
    """Return the stems of a word's opposites; empty where the lists have none."""
    return _BY_STEM.get(stem_of_word, frozenset())


def opposed(one: Iterable[str], other: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs (stem of the one, stem of the other) that cannot both hold, sorted."""
    theirs = frozenset(other)
    return tuple(sorted((word, against) for word in one for against in opposites(word) & theirs))
