"""A capital's name for the government that sits there: "Varn said" against "a fire in Varn".

Two things bear one name, and the words around each mention tell which is meant. The government says, wants, refuses
and signs; one has ties *with* it, puts pressure *on* it and passes sanctions *against* it; its are positions, envoys
and armies. Where nothing says so, the name is the place's. A country's own name stays one: what its government does,
the country does. (Metonymy of places in news: Markert and Nissim, SemEval-2007 task 8.)
"""

from __future__ import annotations

from variorum.annotate import cues
from variorum.annotate.capitals import is_capital
from variorum.annotate.name_forms import NamedEntity
from variorum.annotate.sources import dateline_end
from variorum.annotate.tree import Tree
from variorum.annotate.wordlists import words

_DOING = (
    cues.REPORTING
    | cues.STANCE
    | cues.WANT
    | cues.ACCUSE
    | cues.ACT
    | words(
        """decide refuse decline sign ratify impose lift sanction recall expel ban approve veto negotiate agree withdraw
        invade annex deploy fire launch test arm supply retaliate respond react cooperate collaborate ally align side
        support back oppose abandon breach violate honor honour pressure try plan intend prepare ignore recognize
        recognise deport extradite invite summon appoint nationalize nationalise suspend resume break sever restore
        deepen strengthen boost ease soften harden pursue abide comply threaten fund finance bankroll sponsor
        administer provoke send provide change transfer deliver export import buy sell station dispatch expand
        accelerate modernize modernise skip raise cut curb tighten court woo cozy cosy"""
    )
) - words("show suggest find see mention put read point answer back quote debate")
"""What a government does and a town does not. Where a town may do it too ("hosts", "celebrates") it is no sign."""

_TOWARDS = words(
    """accuse blame urge warn pressure tell ask persuade thank criticize criticise condemn sanction arm assure remind
    pledge supply provoke appease punish isolate support provide help court woo engage embolden"""
)
"""What is done to a government."""

_DEALINGS = words(
    """tie relation relationship deal agreement treaty pact alliance cooperation partnership talk negotiation dialogue
    trade tension dispute contact friendship bond link rift row feud rapprochement accord memorandum understanding
    conflict war truce diplomacy exchange summit meeting border"""
)
"""What two governments have: `between X and Y`, `with X`."""

_GIVEN = words(
    """pressure sanction tariff embargo dependence reliance demand blame attack support aid help assistance threat
    letter message envoy ambassador concession response answer appeal loan shipment policy attitude approach
    hostility loyalty weapon arm munition ammunition victory defeat blow setback boon warning challenge ally
    friend critic enemy rhetoric signal permission approval reaction statement protest independence request
    order invitation promise pledge guarantee backing move call proposal offer insistence denial refusal
    position stance government regime leadership"""
)
"""What comes from a government, goes to it or is its own."""

_OWN = _GIVEN | words(
    """decision intention concern interest claim accusation allegation announcement view ambition goal aim strategy plan
    intervention invasion occupation annexation war campaign offensive troop force army military navy arsenal program
    programme missile test launch diplomat diplomacy delegation minister ministry influence role commitment tie
    relation alliance veto vote ban measure countermeasure retaliation economy isolation violation breach
    provocation narrative propaganda assessment readiness willingness desire hope fear wish rule control"""
)
"""What is a government's: `X's position`."""

_SIDING = words("cooperate negotiate sign agree align side deal trade collaborate ally")
_PRESSING = words("pass impose rely depend retaliate")
_PREPOSITIONS = words("with on against to toward towards from of for by between upon")


def part_governments(tree: Tree, found: list[NamedEntity]) -> list[NamedEntity]:
    """Part the governments from the capitals whose names they bear.

    Args:
        tree: The report.
        found: Its entities with their mentions; a capital becomes a place, whatever it was taken for, and loses the
            mentions that name its government.

    Returns:
        The entities, with the governments behind them: of kind `organization`, named as the capital is.
    """
    parted: list[NamedEntity] = []
    for entity in found:
        if entity.kind == "person" or not is_capital(tree, entity):
            continue
        entity.kind = "place"
        meant = [mention for mention in entity.mentions if _governs(tree, mention)]
        if not meant:
            continue
        government = NamedEntity("organization", first=entity.first, mentions=meant)
        for start, end in meant:
            government.forms[" ".join(tree.report.text[start:end].split())] += 1
        entity.mentions = [mention for mention in entity.mentions if mention not in meant]
        parted.append(government)
    return [*found, *parted]


def _governs(tree: Tree, mention: tuple[int, int]) -> bool:
    """Tell whether a mention of a capital's name means its government, by what the name depends on."""
    tokens = tree.tokens_in(*mention)
    if not tokens:
        return False
    head = next((token for token in tokens if tree.head(token) not in tokens), tokens[-1])
    first = tree.sentence_of(head)[0]
    placed = first <= head < dateline_end(tree, first) or tree.roles[head] == "byline"
    return not placed and _acts(tree, head, frozenset())


def _acts(tree: Tree, name: int, seen: frozenset[int]) -> bool:
    """Tell whether a name's place in its sentence is a government's; a joined name's is that of the first."""
    above, relation = tree.head(name), tree.relations[name]
    if above < 0 or name in seen:
        return False
    case = next((tree.word(mark) for mark in tree.dependents(name, "case") if mark < name), "")
    if relation == "conj":
        own = case in _PREPOSITIONS or not case
        return own and tree.upos(above) in ("PROPN", "NOUN") and _acts(tree, above, seen | {name})
    if relation == "nsubj":
        passive = tree.reading.deprels[name] == "nsubj:pass"
        return tree.upos(above) == "VERB" and _doing(tree, above, _TOWARDS if passive else _DOING)
    if relation in ("obj", "iobj"):
        return tree.lemmas[above] in _TOWARDS
    if relation == "nmod" and tree.reading.deprels[name] == "nmod:poss":
        return tree.lemmas[above] in _OWN
    return relation in ("obl", "nmod") and _dealt_with(tree, above, case)


def _doing(tree: Tree, verb: int, lemmas: frozenset[str]) -> bool:
    """Tell whether a verb, or the infinitive that it leads to ("continues to insist"), is one of these."""
    if tree.lemmas[verb] in lemmas:
        return True
    lower = tree.first(verb, "xcomp")
    return lower is not None and tree.upos(lower) == "VERB" and tree.lemmas[lower] in lemmas


def _dealt_with(tree: Tree, above: int, case: str) -> bool:
    """Tell whether a preposition and what it hangs on deal with a government, not with a town."""
    lemma = tree.lemmas[above]
    if tree.upos(above) == "VERB":
        if case == "by":
            return any(tree.reading.deprels[child] == "nsubj:pass" for child in tree.children[above]) or (
                tree.reading.xpos[above] == "VBN" and lemma in _DOING
            )
        given = tree.first(above, "obj")
        if case in ("with", "between"):
            dealing = given is not None and tree.lemmas[given] in _DEALINGS
            return dealing or lemma in _SIDING
        put = given is not None and tree.lemmas[given] in _GIVEN
        if case in ("from", "to", "for"):
            return put
        return case in ("on", "against", "upon") and (put or lemma in _PRESSING)
    if case in ("with", "between", "by"):
        return lemma in _DEALINGS
    return case in _PREPOSITIONS and lemma in _GIVEN
