"""Word lists of English that the comparisons share. Closed classes and common verbs, no names of any story."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(words.split())


STOP_WORDS = word_set(
    """a about after again against all also although am among an and another any are as at be because been before
    being between both but by can could did do does doing down during each either else ever even few first for from
    further had has have having he her here hers herself him himself his how however i if in into is it its itself
    just last later least less like made make many may me might more most much must my near neither never new next no
    nor not now of off on once one only onto or other our out over own per quite rather same several shall she should
    since so some such than that the their theirs them then there these they this those though three through to too
    two under until up upon us very was we were what when where whether which while who whom whose why will with
    within without would yet you your said say says told tell saying according"""
)

OFFICE_WORDS = word_set(
    "official officials authority authorities government ministry spokesman spokeswoman spokesperson spokespeople "
    "spokespersons administration regime state"
)
"""Words that, with a country and nobody named, stand for that country's government."""

ANNOUNCING_VERBS = word_set("announce confirm deny acknowledge admit reject dismiss refute")
"""Heads of clauses whose agent is where they come from, though nobody else is named for them."""

DOCUMENT_WORDS = word_set(
    "letter statement report tweet post article memo document filing indictment complaint lawsuit affidavit resolution "
    "transcript release law bill treaty agreement poll survey study email communique decree order ruling book"
)
"""Nouns for something written that several reports may quote."""

DENIAL_WORDS = (
    r"\b(?:(?<!nor )(?<!or )den(?:y|ies|ied|ying)\b(?! to\b)(?!(?: an?| the| \w+s| his| her| their| its)? "
    r"(?:requests?|bail|entry|access|permission|visas?|appeals?|motions?|applications?|asylum)\b)|denials?|"
    r"defend(?:s|ed|ing)? (?:him|her|it|them)sel(?:f|ves) against|"
    r"(?:reject|dismiss|disput|refut|rebut|debunk|disavow)\w*\s+(?:\w+\s+){0,2}?(?:that|as|idea|notion|stor(?:y|ies)|article|"
    r"(?:alleg|accus)\w+|claims?|charges?|reports?|suggestions?|rumou?rs?)\b|"
    r"(?:is|are|was|were|be|as|called|calls)(?: \w+)? [\"“']?(?:\w+ )?(?:false|untrue|baseless|groundless|unfounded|"
    r"fabricated|fiction|a hoax|a lie|lies|lying|fake)|(?:asserts?|asserted|maintain(?:s|ed)?|protest(?:s|ed)?) "
    r"(?:his|her|their|its) innocence|(?:not|no) (?:true|truth)|no (?:proof|evidence)|cleared \w+ of)\b"
)
"""A pattern for the words by which a denial or a clearing is told."""

NEGATION_WORDS = r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b"
"""A pattern for plain negation."""

SPEECH_VERBS = word_set(
    "say tell note add write report announce state tweet explain speak reply respond comment ask call"
)
"""Heads of clauses that only frame what somebody says."""

LIGHT_VERBS = word_set(
    "have has had be been is are was were do does did make made take took get got go went see saw ask say"
)
"""Verbs that say little of what happens: two clauses that share one need not be about one thing."""

CANCEL_VERBS = word_set(
    "cancel scrap abandon drop withdraw shelve suspend scuttle halt abort collapse fail refuse decline renege "
    "reverse rescind back"
)
"""Heads of clauses that tell that something did not come about."""

CHANGE_VERBS = word_set(
    "postpone delay reschedule change revise amend accelerate move shift correct extend shorten ease soften"
)
"""Heads of clauses that tell that something came otherwise than planned."""

TITLES = word_set(
    """president vice-president chancellor premier minister secretary governor mayor senator representative chairman
    chairwoman chair chief director commissioner ambassador general commander captain spokesman spokeswoman
    spokesperson speaker leader head prosecutor attorney judge justice king queen prince princess pope bishop
    archbishop rabbi imam pastor coach manager owner founder editor pilot driver treasurer envoy adviser advisor
    deputy superintendent sheriff coroner ceo master chairperson minister-president rector dean"""
)
"""Head nouns of roles that one person at a time holds."""

TENTATIVE = frozenset({"expected", "possible", "wanted", "hypothetical"})
"""Classes of certainty under which a claim looks ahead or leaves open."""
