"""The reader with its trained files: columns fit together, and a reading hangs on nothing but its report."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.reports import FERRY, make_report
from variorum.errors import ReaderError
from variorum.model import Reading
from variorum.reader import Reader, load_reader
from variorum.reader.network import load_network
from variorum.reader.pieces import encode_words
from variorum.reader.reader import batch_windows

READER = load_reader(threads=1)
REPORT = make_report(("title", "Ferry runs aground off Tarn"), *(("body", p) for p in FERRY))


def check(reading: Reading) -> None:
    """Assert what holds for every reading."""
    size = len(reading)
    for column in (reading.start, reading.end, reading.lemmas, reading.upos, reading.xpos, reading.feats,
                   reading.sentence, reading.heads, reading.deprels, reading.certainty, reading.vectors,
                   reading.happenings):  # fmt: skip
        assert len(column) == size
    assert all(np.diff(reading.sentence) >= 0)
    for number in sorted(set(reading.sentence.tolist())):
        inside = np.flatnonzero(reading.sentence == number)
        roots = [i for i in inside if reading.heads[i] == -1]
        assert len(roots) == 1
        assert reading.deprels[roots[0]] == "root"
        for word in inside:
            node, steps = int(word), 0
            while reading.heads[node] >= 0:
                node, steps = int(reading.heads[node]), steps + 1
                assert node in inside
                assert steps <= len(inside)
    last = 0
    for entity in reading.entities:
        assert last <= entity.start < entity.end <= size
        last = entity.end
    for item in reading.attributions:
        for span in (item.source, item.cue, item.content):
            assert span is None or 0 <= span[0] < span[1] <= size
        assert 0 <= item.score <= 1


def test_a_report_is_read() -> None:
    """Words, trees, names and a statement of an invented report are found where they stand."""
    reading = READER.read(REPORT)
    check(reading)
    assert [REPORT.text[a:b] for a, b in zip(reading.start, reading.end, strict=True)] == list(reading.words)
    assert "Mara Oskel" in [" ".join(reading.words[e.start : e.end]) for e in reading.entities if e.label == "Person"]
    ran = reading.words.index("ran")
    assert (reading.lemmas[ran], reading.upos[ran]) == ("run", "VERB")
    assert reading.deprels[reading.words.index("guard")] == "nsubj"
    said = {reading.words[a.cue[0]] for a in reading.attributions if a.cue}
    assert "said" in said


def test_sentences_do_not_cross_segments() -> None:
    """A title without a full stop is a sentence of its own."""
    reading = READER.read(REPORT)
    assert reading.sentence[reading.words.index("Tarn")] != reading.sentence[reading.words.index("The")]


def test_neighbours_change_nothing() -> None:
    """A report reads the same alone and among others, bit for bit."""
    other = make_report(("body", "Snow fell. " * 50), name="other")
    alone = READER.read(REPORT)
    among = READER.read_all([other, REPORT])[1]
    assert np.array_equal(alone.vectors, among.vectors)
    assert alone.heads.tolist() == among.heads.tolist()
    assert (alone.entities, alone.attributions) == (among.entities, among.attributions)


def test_an_empty_report_gives_an_empty_reading() -> None:
    """No segments and segments of zero-width characters are read without complaint."""
    for report in (make_report(), make_report(("body", "\u200b"))):
        reading = READER.read(report)
        assert len(reading) == 0
        assert reading.entities == ()
        assert reading.attributions == ()


def test_a_long_report_is_read_to_its_end() -> None:
    """Six thousand words and a word of nine thousand letters leave nothing out."""
    report = make_report(("body", "The wind rose. " * 300 + "x" * 900 + " ended"), ("body", "word " * 400))
    reading = READER.read(report)
    assert reading.end[-1] == len(report.text.rstrip())
    check(reading)


@settings(deadline=None, max_examples=12)
@given(st.text(min_size=1, max_size=40), st.text(max_size=20))
def test_no_text_breaks_the_reader(body: str, title: str) -> None:
    """Any characters at all give a lawful reading."""
    check(READER.read(make_report(("title", title or "x"), ("body", body))))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(3, 400), max_size=40))
def test_every_window_is_in_one_pass(sizes: list[int]) -> None:
    """No window is lost or doubled, shared passes stay within their size, and long windows keep their order."""
    batches = batch_windows(sizes, 100)
    assert sorted(i for b in batches for i in b) == list(range(len(sizes)))
    assert all(len(b) * max(sizes[i] for i in b) <= 100 for b in batches if len(b) > 1)
    alone = [b[0] for b in batches if sizes[b[0]] > 50]
    assert alone == sorted(alone)


def test_windows_that_share_a_pass_read_as_they_do_alone() -> None:
    """Padding changes nothing but the last digits: int8 scales by all that shares a pass."""
    network = load_network(threads=1)
    windows = [encode_words(network.tokenizer, t.split(), [3] + [1] * (len(t.split()) - 1)) for t in FERRY]
    same: list[bool] = []
    for window, shared in zip(windows, network.read_windows(windows), strict=True):
        alone = network.read_windows([window])[0]
        for name, value in alone.items():
            assert shared[name].shape == value.shape, name
        same += (shared["upos"].argmax(1) == alone["upos"].argmax(1)).tolist()
    assert sum(same) > 0.85 * len(same)


def test_meanings_are_unit_rows_near_their_like() -> None:
    """A paraphrase lies nearer than another matter, and a text without words is the zero row."""
    rows = READER.embed(["The ferry ran aground.", "The ship struck a rock.", "The budget passed.", " "])
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 1, 1, 0], atol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_nothing_is_opened_before_the_first_call(tmp_path: Path) -> None:
    """Missing files are told of when they are needed, as a ReaderError that names the folder."""
    reader = Reader(tmp_path)
    with pytest.raises(ReaderError, match=tmp_path.name):
        reader.read(REPORT)
