"""What licenses a certainty is read off gold trees."""

from training.licences import NO_PREDICATE, licence_column


def column(*rows: tuple[str, int, str, str, str]) -> dict[str, str]:
    """Return the class of each predicate of a sentence, given as (word, head, relation, universal tag, Penn tag)."""
    words, heads, relations, upos, xpos = zip(*rows, strict=True)
    found = licence_column(words, heads, relations, upos, xpos)
    return {word: name for word, name in zip(words, found, strict=True) if name != NO_PREDICATE}


def test_modals_and_negations_stand_over_their_verb() -> None:
    """A modal and a negation are told apart and together; "will" tells a time and is neither."""
    assert column(
        ("They", 3, "nsubj", "PRON", "PRP"),
        ("might", 3, "aux", "AUX", "MD"),
        ("not", 3, "advmod", "PART", "RB"),
        ("come", -1, "root", "VERB", "VB"),
        ("but", 6, "cc", "CCONJ", "CC"),
        ("will", 6, "aux", "AUX", "MD"),
        ("write", 3, "conj", "VERB", "VB"),
    ) == {"come": "negated modal", "write": "plain"}


def test_an_argument_that_is_none_negates() -> None:
    """Of "no ferry sailed" and "nobody came", neither happened."""
    sailed = column(
        ("No", 1, "det", "DET", "DT"), ("ferry", 2, "nsubj", "NOUN", "NN"), ("sailed", -1, "root", "VERB", "VBD")
    )
    came = column(("Nobody", 1, "nsubj", "PRON", "NN"), ("came", -1, "root", "VERB", "VBD"))
    assert (sailed, came) == ({"sailed": "negated"}, {"came": "negated"})


def test_a_condition_stands_over_the_clause_that_it_opens() -> None:
    """Of "if the dam is unsafe, they would leave", the first is conditional, the second only modal."""
    assert column(
        ("If", 4, "mark", "SCONJ", "IN"),
        ("the", 2, "det", "DET", "DT"),
        ("dam", 4, "nsubj", "NOUN", "NN"),
        ("is", 4, "cop", "AUX", "VBZ"),
        ("unsafe", 7, "advcl", "ADJ", "JJ"),
        ("they", 7, "nsubj", "PRON", "PRP"),
        ("would", 7, "aux", "AUX", "MD"),
        ("leave", -1, "root", "VERB", "VB"),
    ) == {"unsafe": "conditional", "leave": "modal"}
