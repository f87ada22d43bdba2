"""Readers of the corpora, on small invented files."""

import json
import random
from pathlib import Path

from training.corpora import (
    attribution_window,
    bio_spans,
    cut_paragraphs,
    guess_breaks,
    read_certainty,
    read_treebank,
    slice_window,
)
from training.lemma_table import lemma_table
from training.windows import as_headline, join_windows, pack_windows, spell_out

CONLLU = """# newdoc id = d
# newpar id = p1
# sent_id = s1
# text = Boats don't sink.
1\tBoats\tboat\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsink\tsink\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = s2
# text = They float
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tfloat\tfloat\tVERB\tVBP\t_\t0\troot\t_\t_

"""


def test_a_treebank_keeps_its_spaces_and_paragraphs(tmp_path: Path) -> None:
    """Multiword tokens, SpaceAfter and newpar give back the text; judgements find their words."""
    (tmp_path / "t.conllu").write_text(CONLLU, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(
        json.dumps({"sent_id": "s1", "tokens": ["Boats", "do", "n't", "sink", "."],
                    "preds": [{"i": 4, "word": "sink", "value": -2.0}, {"i": 9, "word": "sink", "value": 1.0}]})
    )  # fmt: skip
    (document,) = read_treebank(tmp_path / "t.conllu", read_certainty(tmp_path / "c.jsonl"))
    whole = join_windows(document)
    assert spell_out(whole.words, whole.breaks) == "Boats don't sink. They float"
    assert whole.heads == (3, 3, 3, -1, 3, 6, -1)
    assert whole.sentences == ((0, 5), (5, 7))
    assert whole.certainty == {3: -2.0}


def test_attributions_become_words() -> None:
    """Character spans become tags over words and links between them; of nested contents the outer one stays."""
    text = "The mayor said that Orr denied the plan.\n\nNobody knew."
    items = [
        {"source": [[[0, 9]]], "cue": [[[10, 14]]], "content": [[[15, 39]]]},
        {"source": [[[20, 23]]], "cue": [[[24, 30]]], "content": [[[31, 39]]]},
    ]
    window = attribution_window(text, items)
    assert window.columns["source"] == ("B", "E", "O", "O", "S", "O", "O", "O", "O", "O", "O", "O")
    assert window.columns["content"][3:8] == ("B", "I", "I", "I", "E")
    assert window.links == ((3, 8, 2, 0),)


def test_a_cut_window_keeps_lawful_tags() -> None:
    """A span that a cut goes through ends and begins there; a link out of the slice is lost."""
    window = attribution_window("Orr said the plan is dead.", [{"source": [[[0, 3]]], "content": [[[9, 25]]]}])
    first, rest = slice_window(window, 0, 3), slice_window(window, 3, 7)
    assert first.columns["content"] == ("O", "O", "S")
    assert rest.columns["content"] == ("B", "I", "E", "O")
    assert rest.links == ((0, 3, None, None),)


def test_paragraph_cuts_leave_nothing_out() -> None:
    """All words of a document are in its windows, in order."""
    window = attribution_window("One two three. Four five.\n\n" * 40, [])
    parts = cut_paragraphs(window, random.Random(5), longest=50)
    assert tuple(w for p in parts for w in p.words) == window.words
    assert len(parts) > 3


def test_packing_keeps_all_sentences(tmp_path: Path) -> None:
    """Sentences are packed in order, and a headline keeps its number of words."""
    (tmp_path / "t.conllu").write_text(CONLLU, encoding="utf-8")
    (document,) = read_treebank(tmp_path / "t.conllu")
    packed = pack_windows(document, random.Random(1))
    assert sum(len(w.words) for w in packed) == 7
    assert len(as_headline(document[0], random.Random(2)).words) == 5


def test_spacing_is_guessed_and_classes_read() -> None:
    """Punctuation clings where print lets it; BIO tags give spans of the known classes alone."""
    assert spell_out(*_with_breaks(["He", "said", ",", '"', "Go", "(", "now", ")", ".", '"'])) == 'He said, "Go (now)."'
    assert bio_spans(["B-Person", "I-Person", "O", "B-Weapon", "B-Date"]) == [(0, 2, "Person"), (4, 5, "Date")]


def test_a_lemma_table_keeps_what_shorter_endings_do_not_say() -> None:
    """Two words make an ending's rule, one odd word stands alone, and nothing is kept twice."""
    words = [("walked", "VBD", "-2+"), ("talked", "VBD", "-2+"), ("ran", "VBD", "-2+un"), ("asked", "VBD", "-2+")]
    assert lemma_table(words)["VBD"] == {"": "-2+", "^ran": "-2+un"}


def _with_breaks(words: list[str]) -> tuple[list[str], list[int]]:
    return words, guess_breaks(words)
