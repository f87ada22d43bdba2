"""Words by which English news tells that somebody says, thinks, fears or wants something.

Lists of the language, by lemma. Sources: the cue words of the attribution literature (PARC 3, PolNeAR) and of
factuality lexica (FactBank's source-introducing predicates), put in order by what they do to certainty.
"""

from __future__ import annotations

from variorum.annotate.wordlists import words

SAY = words(
    """say tell add announce report state note explain write tweet declare insist maintain acknowledge admit
    confirm assert argue claim contend concede remark recall reiterate repeat stress emphasize emphasise
    underline underscore observe comment reply respond answer reveal disclose mention inform notify testify
    recount relate post read quote warn caution conclude indicate point describe boast joke quip complain lament
    suggest signal advise clarify affirm reaffirm attest pronounce proclaim opine counter retort estimate
    calculate certify hint learn charge allege chant shout yell cry whisper mutter exclaim grumble testify assure
    remind reassure"""
)
"""Verbs whose clause is what somebody says."""

THINK = words(
    """believe think consider suspect fear worry hope expect doubt feel speculate predict forecast guess imagine
    suppose reckon assume anticipate envisage conclude judge"""
)
"""Verbs whose clause is what somebody holds or fears."""

PROMISE = words("""promise vow pledge threaten swear commit undertake agree offer guarantee""")
"""Verbs that bind the speaker to a future: the clause that holds them is `expected`."""

VOW = words("promise vow pledge threaten swear")
"""Those whose clause, infinitive and all, is what the voice says."""

WANT = words(
    """want urge demand hope call ask request seek wish appeal plead beg press recommend propose encourage implore
    insist advise need desire long crave aim intend lobby"""
)
"""Verbs whose content is `wanted`; those of plain aim are told apart in the certainty table."""

URGE = words("urge ask beg implore encourage advise tell warn press exhort entreat")
"""Verbs whose infinitive is what somebody is asked to do: `urged the council to mend the dam`."""

DENY = words("deny reject refute dismiss disavow repudiate rebut dispute")
"""Verbs whose content is given as not so."""

ACCUSE = words("""accuse allege suspect charge blame implicate indict incriminate""")
"""Verbs that hold something against somebody."""

ACT = words(
    """announce deny praise welcome thank condemn criticize criticise reject dismiss confirm express voice denounce
    hail applaud deplore regret blast slam rebuke accuse"""
)
"""Acts of speech whose object is a noun: the clause itself is what the voice says."""

CONVEY = words("extend convey express voice offer send reiterate repeat")
"""Verbs that are acts of speech with one of the nouns in `CONVEYED`."""

CONVEYED = words(
    """appreciation condolence condolences thanks gratitude congratulation congratulations support sympathy regret
    concern hope doubt opposition apology wish confidence readiness commitment outrage dismay"""
)
"""What is conveyed in an act of speech."""

LABEL = words("""call describe characterize characterise identify label brand dub term name hail portray""")
"""Verbs that say what something is: `called the deal a victory`."""

STANCE = (
    ACT
    | LABEL
    | words(
        """acknowledge admit note question explain mention warn report suggest find consider fear doubt predict forecast
    estimate anticipate reveal disclose insist emphasize emphasise stress underscore underline call ask demand urge
    propose recommend promise pledge threaten oppose endorse back defend mock deride ridicule attack assail lambast
    lambaste chastise scold fault blame challenge dispute contest cite quote invoke address discuss debate speak talk
    comment complain protest apologize apologise brag boast tout downplay advocate favor favour outline put see view
    regard compare show caution lament bemoan decry compliment congratulate chant sing repeat reiterate echo"""
    )
)
"""Verbs by which somebody takes a stand on what a noun names: `questioned the count`, `called for a recount`."""

SHOW = words("show indicate suggest reveal find demonstrate prove")
"""Verbs whose source may be a document, a study or a picture."""

NOUNS = words(
    """statement claim warning announcement allegation accusation assertion suggestion promise pledge vow belief
    fear hope concern speculation rumor rumour report indication sign admission declaration prediction forecast
    denial demand threat argument complaint comment remark message view opinion"""
)
"""Nouns that carry a `that` clause."""

DOCUMENTS = words(
    """statement letter interview article report press release tweet post message email e-mail memo filing document
    lawsuit complaint affidavit testimony speech address op-ed column editorial commentary broadcast briefing
    news conference video recording note study paper survey book dispatch telegram communique communiqué
    indictment ruling order bulletin blog podcast"""
)
"""Nouns for what carries words: `in a statement`."""

PLATFORMS = words("""twitter facebook instagram telegram youtube tiktok weibo linkedin x vk truth""")
"""Networks that words are posted on."""

FIRST_SECOND = frozenset(["i", "we", "you", "me", "us"])
"""Speakers inside a quotation, who are not the report's voices."""

REPORTING = SAY | THINK | PROMISE | DENY | SHOW | words("urge demand recommend propose wonder ask")
"""Every verb that may govern a reported clause."""

INVERTING = SAY | words("ask wonder predict promise vow")
"""Verbs that may stand behind or inside what they report: `..., said the mayor`."""
