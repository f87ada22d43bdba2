"""Words of news that name one sort of happening: "arrive" and "land", "sign" and "treaty", "die" and "dead".

A forecast and its outcome, or two tellings of one happening, often share no word for it. The families are closed lists
of common verbs of news with the nouns that go with them; a word may stand in several.
"""

from __future__ import annotations

from collections.abc import Iterable

from variorum.compare.stems import stem

_FAMILIES = """
arrive land touch arrival reach come
leave depart departure go
visit travel go fly trip journey come tour
meet talk discuss summit meeting confer talks negotiate negotiation receive
sign signature treaty pact agreement agree
announce declare unveil reveal disclose publish announcement declaration issue
die kill death dead perish fatal toll
crash collide collision
arrest detain seize capture custody
release free liberate
win victory defeat beat unseat oust lose loss triumph
vote ballot election elect poll
resign quit step resignation leave retire departure
fire dismiss sack oust
appoint name nominate choose pick select appointment
buy acquire purchase takeover acquisition offer bid
sell sale
pay repay reimburse payment repayment
begin start open launch commence opening
end finish conclude complete close conclusion
approve pass adopt ratify approval passage
endorse endorsement back support
reject veto refuse decline rejection refusal
charge indict accuse indictment
convict conviction guilty acquit verdict
sentence jail prison
sue lawsuit file
raise lift salvage recover hoist
find discover locate discovery
rise increase grow climb boost
fall drop decline decrease cut shrink
attack strike bomb raid
rescue save
hold host stage
postpone delay move reschedule
cancel call scrap abandon
join accompany
return turn
investigate probe inquiry investigation examine
testify answer question face questions
lead run head chair
withdraw pull withdrawal
retract correct correction retraction
replicate repeat replication
count recount tally
"""

_BY_STEM: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_FAMILIES.strip().splitlines()):
    for _word in _line.split():
        _BY_STEM[stem(_word)] = _BY_STEM.get(stem(_word), frozenset()) | {_number}


def families(stems: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the families that any of the stems stands in; empty when none is known."""
    return frozenset().union(*(_BY_STEM.get(s, frozenset()) for s in stems))
